import { Injectable } from '@nestjs/common';
import { beijingDate } from '#domain/calendar/local-date.js';
import {
  lastQuarters,
  publicFlows,
  standingOf,
  toldTogether,
  type Flow,
  type IndicatorStanding,
} from '#domain/hall/hall.js';
import type { Fen } from '#domain/money/money.js';
import { systemActor } from '#domain/shared/actor.js';
import { smallestCell, type Sums } from '#domain/statistics/figures.js';
import type { Period } from '#domain/statistics/period.js';
import type { Zone } from '#domain/zone/zone.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { contentHash } from '#platform/text/canonical.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { EditionService } from '../statistics/edition.service.js';
import { IndicatorValueService, type IndicatorValue } from '../statistics/indicator-value.service.js';
import { HallRepository, type HallCounts, type HallEvent, type QuarterSum, type ZoneCount } from './hall.repository.js';

export const hallLimits = {
  quarters: 8,
  /** Quarters that the flow between counties covers. */
  flowQuarters: 4,
  events: 12,
  /** So long an answer serves whoever asks next without a question to the database. */
  restMs: 700,
  /** After so long the figures are counted again even when nothing seems to have happened: a day may have ended. */
  maxAgeMs: 15_000,
} as const;

/** Trade of a quarter: frozen as an edition told it, or counted to this day. Null where it would tell single contracts. */
export interface HallQuarter {
  readonly period: Period;
  readonly source: 'edition' | 'live';
  readonly editionId: string | null;
  /** Cut-off day of the edition, or the day it was counted. */
  readonly asOf: string;
  readonly count: number | null;
  readonly contractValue: Fen | null;
  readonly technologyValue: Fen | null;
}

export interface HallSnapshot {
  /** Of the content: two processes that count the same have the same version. */
  readonly version: string;
  readonly asOf: Date;
  readonly counts: HallCounts;
  readonly quarters: readonly HallQuarter[];
  readonly flow: { readonly from: string; readonly to: string; readonly flows: readonly Flow[] };
  readonly zones: readonly (Zone & Omit<ZoneCount, 'zoneCode'>)[];
  readonly indicators: readonly (IndicatorValue & { readonly standing: IndicatorStanding })[];
  readonly events: readonly HallEvent[];
  readonly countyNames: ReadonlyMap<string, string>;
}

interface Held {
  readonly snapshot: HallSnapshot;
  readonly mark: string;
  readonly countedAt: number;
  askedAt: number;
}

const hall = systemActor('hall.snapshot', 'hall');

/** One picture of the market for all who look at the wall: counted once a process, and only when something happened. */
@Injectable()
export class HallService {
  private held: Held | null = null;
  private asking: Promise<HallSnapshot> | null = null;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly figures: HallRepository,
    private readonly editions: EditionService,
    private readonly indicators: IndicatorValueService,
    private readonly catalogue: CatalogueService,
    private readonly clock: Clock,
  ) {}

  /** Whoever asks while another does gets the same answer. */
  snapshot(): Promise<HallSnapshot> {
    this.asking ??= this.current().finally(() => (this.asking = null));
    return this.asking;
  }

  private async current(): Promise<HallSnapshot> {
    const now = performance.now();
    const held = this.held;
    if (held && now - held.askedAt < hallLimits.restMs) return held.snapshot;
    // Asked before the counting: what happens in between is seen at the next question.
    const mark = await this.unitOfWork.runSeparately(hall, (tx) => this.figures.mark(tx));
    if (held && held.mark === mark && now - held.countedAt < hallLimits.maxAgeMs) {
      held.askedAt = now;
      return held.snapshot;
    }
    const snapshot = await this.count();
    this.held = { snapshot, mark, countedAt: now, askedAt: now };
    return snapshot;
  }

  private async count(): Promise<HallSnapshot> {
    const asOf = this.clock.now();
    const today = beijingDate(asOf);
    const quarters = lastQuarters(today, hallLimits.quarters);
    const [last, firstOfFlow, first] = [quarters.at(-1), quarters.at(-hallLimits.flowQuarters), quarters[0]];
    if (!last || !firstOfFlow || !first) throw new Error('a wall without quarters');
    const { sums, flows } = await this.unitOfWork.runSeparately(hall, async (tx) => ({
      sums: await this.figures.quarters(tx, today, first.from, last.to, smallestCell),
      flows: await this.figures.flows(tx, today, firstOfFlow.from, last.to),
    }));
    const content = {
      counts: await this.figures.counts(),
      quarters: await Promise.all(quarters.map((period) => this.quarter(period, today, sums))),
      flow: { from: firstOfFlow.from, to: today, flows: publicFlows(flows) },
      zones: await this.zones(),
      indicators: (await this.indicators.list(hall)).map((value) => ({
        ...value,
        standing: standingOf(value.indicator, value.measured?.progress ?? null),
      })),
      events: await this.figures.events(hallLimits.events),
    };
    const { records } = await this.catalogue.counties();
    return {
      ...content,
      version: versionOf(content),
      asOf,
      countyNames: new Map(records.map((c) => [c.code, c.name])),
    };
  }

  /** The frozen figure once there is one: what was published is what the wall says. */
  private async quarter(period: Period, today: string, sums: readonly QuarterSum[]): Promise<HallQuarter> {
    const [edition] = await this.editions.listPublic(period.code, null, 1);
    if (edition) {
      const total = edition.publicFigures[0]?.total.current ?? null;
      const head = { period, source: 'edition', editionId: edition.id, asOf: edition.cutOff } as const;
      return { ...head, ...told(total) };
    }
    const sum = sums.find(({ quarter }) => quarter === period.code);
    const head = { period, source: 'live', editionId: null, asOf: today } as const;
    if (!sum) return { ...head, count: 0, contractValue: 0n, technologyValue: 0n };
    const count = toldTogether(sum.count, smallestCell);
    if (count !== sum.told) throw new Error('the sums are not of the contracts that are told');
    if (count === 0) return { ...head, ...told(null) };
    return {
      ...head,
      count,
      contractValue: BigInt(sum.contractValueFen),
      technologyValue: BigInt(sum.technologyValueFen),
    };
  }

  private async zones(): Promise<HallSnapshot['zones']> {
    const counted = new Map((await this.figures.zones()).map((zone) => [zone.zoneCode, zone]));
    return (await this.catalogue.zones()).records.map((zone) => {
      const { demands = 0, achievements = 0 } = counted.get(zone.code) ?? {};
      return { ...zone, demands, achievements };
    });
  }
}

const told = (sums: Sums | null): Pick<HallQuarter, 'count' | 'contractValue' | 'technologyValue'> =>
  sums ?? { count: null, contractValue: null, technologyValue: null };

/** Over what is shown but for the moment of counting: a picture that says the same is the same picture. */
function versionOf({ indicators, ...content }: Omit<HallSnapshot, 'version' | 'asOf' | 'countyNames'>): string {
  const values = indicators.map(({ indicator, measured, standing }) => [
    indicator,
    standing,
    measured && [measured.value, measured.edition, measured.source === 'edition' ? measured.asOf : null],
  ]);
  return contentHash([content, values]).slice(0, 32);
}
