import { Injectable } from '@nestjs/common';
import { beijingDate } from '#domain/calendar/local-date.js';
import { progressOf, type Indicator, type Progress } from '#domain/indicator/indicator.js';
import { measuredIndicators, yiText, type MeasuredIndicator } from '#domain/indicator/measured.js';
import { systemActor, type Actor } from '#domain/shared/actor.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { EditionService } from './edition.service.js';
import { StatisticsRepository } from './statistics.repository.js';

/** What an indicator stands at, with the day and the source it can be checked by; null where it is not measured here. */
export interface IndicatorValue {
  readonly indicator: Indicator;
  readonly measured: {
    readonly value: string;
    readonly asOf: string;
    readonly source: 'edition' | 'live';
    readonly how: string;
    readonly edition: { readonly id: string; readonly period: string; readonly number: number } | null;
    readonly progress: Progress;
  } | null;
}

type Told = Pick<NonNullable<IndicatorValue['measured']>, 'value' | 'asOf' | 'edition'>;

/** Values of the plan's indicators that the market can count by itself. */
@Injectable()
export class IndicatorValueService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly catalogue: CatalogueService,
    private readonly editions: EditionService,
    private readonly entries: StatisticsRepository,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<IndicatorValue[]> {
    const told = { ...(await this.contracts()), ...(await this.counts(actor)) };
    const { records } = await this.catalogue.indicators();
    return records.map((indicator): IndicatorValue => {
      const code = indicator.code as MeasuredIndicator;
      const now = told[code];
      if (!now || indicator.qualitative) return { indicator, measured: null };
      const { source, how } = measuredIndicators[code];
      return { indicator, measured: { ...now, source, how, progress: progressOf(indicator, now.value) } };
    });
  }

  private async contracts(): Promise<Partial<Record<MeasuredIndicator, Told>>> {
    const edition = await this.editions.latestYear();
    const total = edition?.publicFigures[0]?.total.current;
    if (!edition || !total) return {};
    const { id, period, number, cutOff } = edition;
    return {
      'indicator-01': { value: yiText(total.contractValue), asOf: cutOff, edition: { id, period, number } },
    };
  }

  /** Counted as the system: they are facts about all, and name nobody. */
  private async counts(actor: Actor): Promise<Partial<Record<MeasuredIndicator, Told>>> {
    const system = systemActor('indicator', actor.origin.requestId);
    const { brokers, tenants } = await this.unitOfWork.run(system, (tx) =>
      this.entries.marketCounts(tx, beijingDate(this.clock.now())),
    );
    const asOf = this.clock.now().toISOString();
    return {
      'indicator-05': { value: String(brokers), asOf, edition: null },
      'indicator-10': { value: String(tenants), asOf, edition: null },
    };
  }
}
