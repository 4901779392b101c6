import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { TransferMode } from '#domain/achievement/achievement.js';
import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import {
  normalizePatentNumber,
  parsePatentNumber,
  type PatentNumberRefusal,
} from '#domain/identifiers/patent-number.js';
import { firstFilingDay, lastDayOfTerm } from '#domain/patent/patent-term.js';
import {
  advancePatent,
  mayOffer,
  type Patent,
  type PatentEvent,
  type PatentGuardRefusal,
  type PatentLicence,
} from '#domain/patent/patent.js';
import { actsFor, systemActor, type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { uniqueViolation } from '#platform/database/violation.js';
import { Journal } from '#platform/journal/journal.js';
import { Outbox } from '#platform/outbox/outbox.js';
import { AchievementService } from '../achievement/achievement.service.js';
import { patentChanged } from '../search/search.jobs.js';
import { PatentRepository } from './patent.repository.js';

export interface NewPatent {
  readonly number: string;
  readonly title: string;
  readonly state: 'applied' | 'published' | 'granted';
  readonly filedOn: LocalDate;
  /** Stated only when the term was compensated (专利法 art. 42 paras. 2–3). */
  readonly expiresOn: LocalDate | null;
  readonly achievementId: string | null;
}

export interface PatentChange {
  readonly achievementId?: string | null;
  readonly pledged?: boolean;
  readonly pledgeeConsents?: boolean;
  readonly licence?: PatentLicence;
}

type NotFound = Refusal<'patent.notFound'>;
export type RegisterPatentRefusal =
  | PatentNumberRefusal
  | Refusal<
      | 'patent.kindUnknown'
      | 'patent.filingYear'
      | 'patent.filingDay'
      | 'patent.termShorter'
      | 'patent.numberTaken'
      | 'patent.designNotPublished'
      | 'achievement.notFound'
    >;
export type AmendPatentRefusal =
  NotFound | Refusal<'achievement.notFound' | 'version.stale' | 'patent.consentWithoutPledge'>;

const maxExpiredPerRun = 200;

/** Use cases of the patent register. What an owner reports is not checked against CNIPA: the market has no line to it. */
@Injectable()
export class PatentService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly patents: PatentRepository,
    private readonly achievements: AchievementService,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  async create(actor: PersonActor, input: NewPatent): Promise<Result<Patent, RegisterPatentRefusal>> {
    const now = this.clock.now();
    const read = readPatent(actor.organizationId, input, now);
    if (!read.ok) return read;
    const patent = read.value;
    try {
      return await this.unitOfWork.run(actor, async (tx): Promise<Result<Patent, RegisterPatentRefusal>> => {
        if (!(await this.ownsAchievement(tx, actor, patent.achievementId))) {
          return refuse('achievement.notFound', {}, '/achievementId');
        }
        await this.patents.insert(tx, patent);
        await this.record(tx, 'create', null, patent);
        return ok(patent);
      });
    } catch (error) {
      if (uniqueViolation(error) !== 'patent_number_once') throw error;
      return refuse('patent.numberTaken', { number: patent.number }, '/number');
    }
  }

  /** Pledge, licence and the achievement it protects. */
  async amend(
    actor: PersonActor,
    id: string,
    expectedVersion: number,
    change: PatentChange,
  ): Promise<Result<Patent, AmendPatentRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Patent, AmendPatentRefusal>> => {
      const before = await this.own(tx, actor, id);
      if (!before) return refuse('patent.notFound');
      if (before.version !== expectedVersion) return refuse('version.stale', { current: String(before.version) });
      const after = { ...before, ...change, updatedAt: this.clock.now(), version: before.version + 1 };
      if (after.pledgeeConsents && !after.pledged) return refuse('patent.consentWithoutPledge', {}, '/pledgeeConsents');
      if (!(await this.ownsAchievement(tx, actor, change.achievementId ?? null))) {
        return refuse('achievement.notFound', {}, '/achievementId');
      }
      await this.patents.save(tx, after);
      await this.record(tx, 'amend', before, after);
      return ok(after);
    });
  }

  /** An event in the life of the right that its owner reports. */
  async report(
    actor: PersonActor,
    id: string,
    event: PatentEvent,
    reason: string,
  ): Promise<Result<Patent, NotFound | Refusal<'state.notAllowed' | 'patent.designNotPublished'>>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const before = await this.own(tx, actor, id);
      if (!before) return refuse('patent.notFound');
      const after = advancePatent(before, event, this.clock.now());
      if (!after.ok) return after;
      await this.patents.save(tx, after.value);
      await this.record(tx, event, before, after.value, reason);
      return after;
    });
  }

  /** Whether the patents of an achievement let it be offered this way today; the first that does not is named. */
  async mayOffer(tx: Tx, achievementId: string, mode: TransferMode): Promise<Result<true, PatentGuardRefusal>> {
    const today = beijingDate(this.clock.now());
    // The buyer's side asks too, and may not read the seller's register: the answer is all it gets.
    const patents = await this.unitOfWork.run(systemActor('patent.guard', tx.actor.origin.requestId), (system) =>
      this.patents.ofAchievement(system, achievementId),
    );
    for (const patent of patents) {
      const allowed = mayOffer(patent, mode, today);
      if (!allowed.ok) return allowed;
    }
    return ok(true);
  }

  /** The register's entries of these owners under these numbers, as a contract between them names them. */
  async ofOwners(tx: Tx, numbers: readonly string[], organizationIds: readonly string[]): Promise<Patent[]> {
    return this.unitOfWork.run(systemActor('patent.guard', tx.actor.origin.requestId), (system) =>
      this.patents.byNumbers(system, numbers.map(normalizePatentNumber), organizationIds),
    );
  }

  async get(actor: PersonActor, id: string): Promise<Result<Patent, NotFound>> {
    const patent = await this.unitOfWork.run(actor, (tx) => this.patents.find(tx, id));
    return patent ? ok(patent) : refuse('patent.notFound');
  }

  async listOwn(actor: PersonActor, after: string | null, limit: number): Promise<Patent[]> {
    return this.unitOfWork.run(actor, (tx) => this.patents.listOfOrganization(tx, actor.organizationId, after, limit));
  }

  /** The worker's turn: every granted patent whose last day is over expires, each in a transaction of its own. */
  async expireDue(actor: SystemActor): Promise<number> {
    const now = this.clock.now();
    for (let expired = 0; expired < maxExpiredPerRun; expired += 1) {
      const found = await this.unitOfWork.run(actor, async (tx) => {
        const before = await this.patents.claimExpired(tx, beijingDate(now));
        if (!before) return false;
        const after = advancePatent(before, 'expire', now);
        if (!after.ok) throw new Error(`patent ${before.id} cannot expire`);
        await this.patents.save(tx, after.value);
        await this.record(tx, 'expire', before, after.value);
        return true;
      });
      if (!found) return expired;
    }
    return maxExpiredPerRun;
  }

  private async own(tx: Tx, actor: PersonActor, id: string): Promise<Patent | null> {
    const patent = await this.patents.forUpdate(tx, id);
    return patent && actsFor(actor, patent.organizationId) ? patent : null;
  }

  private async ownsAchievement(tx: Tx, actor: PersonActor, achievementId: string | null): Promise<boolean> {
    if (achievementId === null) return true;
    const achievement = await this.achievements.find(tx, achievementId);
    return achievement !== null && actsFor(actor, achievement.organizationId);
  }

  private async record(tx: Tx, event: string, before: Patent | null, after: Patent, reason?: string): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'patent',
      subjectId: after.id,
      parties: [after.organizationId],
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(reason !== undefined && { reason }),
      ...(before && { before }),
      after,
    });
    for (const achievementId of new Set([before?.achievementId, after.achievementId]))
      if (achievementId) await this.outbox.append(tx, { topic: patentChanged, payload: { achievementId } });
  }
}

function readPatent(organizationId: string, input: NewPatent, now: Date): Result<Patent, RegisterPatentRefusal> {
  const parsed = parsePatentNumber(input.number);
  if (!parsed.ok) return parsed;
  const { number, kind, year, international } = parsed.value;
  if (kind === null) return refuse('patent.kindUnknown', { number }, '/number');
  if (input.filedOn < firstFilingDay || input.filedOn > beijingDate(now)) {
    return refuse('patent.filingDay', { filedOn: input.filedOn, first: firstFilingDay }, '/filedOn');
  }
  // An international application keeps its international filing date, but is numbered when it enters China.
  if (!international && String(year) !== input.filedOn.slice(0, 4)) {
    return refuse('patent.filingYear', { year: String(year), filedOn: input.filedOn }, '/filedOn');
  }
  if (input.state === 'published' && kind !== 'invention') return refuse('patent.designNotPublished', {}, '/state');
  const term = lastDayOfTerm(kind, input.filedOn);
  const expiresOn = input.expiresOn ?? term;
  if (expiresOn < term) return refuse('patent.termShorter', { term }, '/expiresOn');
  return ok({
    ...input,
    id: uuid(),
    organizationId,
    number,
    kind,
    expiresOn,
    pledged: false,
    pledgeeConsents: false,
    licence: 'none',
    version: 1,
    createdAt: now,
    updatedAt: now,
  });
}
