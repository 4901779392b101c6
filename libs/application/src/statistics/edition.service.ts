import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import { hasRole, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { maskTables } from '#domain/statistics/figures.js';
import { checkCutOff, parsePeriod, yearBefore, type Period } from '#domain/statistics/period.js';
import type { RegistrationEntry } from '#domain/statistics/registration-entry.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { contentHash } from '#platform/text/canonical.js';
import {
  EditionRepository,
  type ChangedLine,
  type Edition,
  type PublicEdition,
  type Side,
} from './edition.repository.js';
import type { DimensionFilter } from './entry.filter.js';

export interface EditionRequest {
  readonly period: string;
  readonly cutOff: LocalDate;
  readonly reason: string | null;
}

export type FreezeRefusal = Refusal<
  | 'statistics.periodUnknown'
  | 'statistics.periodOpen'
  | 'statistics.cutOffAhead'
  | 'statistics.cutOffBefore'
  | 'statistics.reasonMissing'
  | 'statistics.nothingToRestate'
>;
type NotFound = Refusal<'statistics.editionNotFound'>;

/** What a re-count of a frozen edition gives. */
export interface Verification {
  readonly intact: boolean;
  readonly listHash: string;
  readonly countedListHash: string;
  readonly figuresHash: string;
  readonly countedFiguresHash: string;
}

const bureauRoles = ['registrar', 'reviewer', 'rewardOfficer', 'auditor'] as const;

/** Frozen editions of the statistics (统计期报): a restatement (修订) is a new edition with its reason. */
@Injectable()
export class EditionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly editions: EditionRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Freezes the list and counts the figures from it. The second edition of a period needs a reason and a difference. */
  async freeze(actor: PersonActor, request: EditionRequest): Promise<Result<Edition, FreezeRefusal>> {
    const now = this.clock.now();
    const period = parsePeriod(request.period);
    if (!period.ok) return period;
    const sound = checkCutOff(period.value, request.cutOff, beijingDate(now));
    if (!sound.ok) return sound;
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Edition, FreezeRefusal>> => {
      await this.editions.lockPeriod(tx, request.period);
      const before = await this.editions.latest(tx, request.period);
      if (before && (request.reason ?? '').trim() === '') return refuse('statistics.reasonMissing', {}, '/reason');
      if (before && request.cutOff < before.cutOff) {
        return refuse('statistics.cutOffBefore', { cutOff: before.cutOff }, '/cutOff');
      }
      const edition = await this.count(tx, period.value, request, before, now, actor.personId);
      if (before && before.listHash === edition.listHash) return refuse('statistics.nothingToRestate');
      await this.editions.insert(tx, edition);
      const { figures: _figures, publicFigures: _public, ...head } = edition;
      await this.journal.record(tx, {
        subjectKind: 'statisticsEdition',
        subjectId: edition.id,
        parties: [],
        event: before ? 'restate' : 'freeze',
        from: null,
        to: null,
        after: head,
        ...(request.reason !== null && { reason: request.reason }),
      });
      return ok(edition);
    });
  }

  private async count(
    tx: Tx,
    period: Period,
    { cutOff, reason }: EditionRequest,
    before: Edition | null,
    frozenAt: Date,
    frozenBy: string,
  ): Promise<Edition> {
    const id = uuid();
    await this.editions.freezeLines(tx, id, cutOff, { current: period, previous: yearBefore(period) });
    const { hash, count } = await this.editions.listHash(tx, id);
    const figures = await this.editions.figures(tx, id);
    return {
      id,
      period: period.code,
      number: (before?.number ?? 0) + 1,
      cutOff,
      supersedes: before?.id ?? null,
      reason,
      lineCount: count,
      listHash: hash,
      figures,
      publicFigures: maskTables(figures),
      figuresHash: contentHash(figures),
      difference: before && (await this.editions.difference(tx, before.id, id)),
      frozenBy,
      frozenAt,
    };
  }

  async listPublic(period: string | null, after: string | null, limit: number): Promise<PublicEdition[]> {
    return this.editions.listPublic(period, after, limit);
  }

  async getPublic(id: string): Promise<Result<PublicEdition, NotFound>> {
    const edition = await this.editions.findPublic(id);
    return edition ? ok(edition) : refuse('statistics.editionNotFound');
  }

  latestYear(): Promise<PublicEdition | null> {
    return this.editions.latestYearPublic();
  }

  async get(actor: PersonActor, id: string): Promise<Result<Edition, NotFound>> {
    return this.read(actor, id, async (_tx, edition) => edition);
  }

  /** The contracts behind a figure of the edition, as they were frozen. */
  async lines(
    actor: PersonActor,
    id: string,
    side: Side,
    filter: DimensionFilter,
    after: string | null,
    limit: number,
  ): Promise<Result<RegistrationEntry[], NotFound>> {
    return this.read(actor, id, (tx) => this.editions.lines(tx, id, side, filter, after, limit));
  }

  /** What a restatement counts otherwise than the edition before it; nothing for a first edition. */
  async changes(
    actor: PersonActor,
    id: string,
    afterNumber: string | null,
    limit: number,
  ): Promise<Result<readonly ChangedLine[], NotFound>> {
    return this.read(actor, id, async (tx, edition) =>
      edition.supersedes === null
        ? []
        : this.editions.changedLines(tx, edition.supersedes, edition.id, afterNumber, limit),
    );
  }

  /** Counts the frozen list again and compares with what was published. */
  async verify(actor: PersonActor, id: string): Promise<Result<Verification, NotFound>> {
    return this.read(actor, id, async (tx, { listHash, figuresHash, lineCount }) => {
      const { hash, count } = await this.editions.listHash(tx, id);
      const countedFiguresHash = contentHash(await this.editions.figures(tx, id));
      const intact = hash === listHash && count === lineCount && countedFiguresHash === figuresHash;
      return { intact, listHash, countedListHash: hash, figuresHash, countedFiguresHash };
    });
  }

  private async read<T>(
    actor: PersonActor,
    id: string,
    work: (tx: Tx, edition: Edition) => Promise<T>,
  ): Promise<Result<T, NotFound>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const edition = hasRole(actor, ...bureauRoles) ? await this.editions.find(tx, id) : null;
      return edition ? ok(await work(tx, edition)) : refuse('statistics.editionNotFound');
    });
  }
}
