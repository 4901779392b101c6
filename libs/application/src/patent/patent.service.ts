import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import { addYears } from '#domain/calendar/period.js';
import { parsePatentNumber, type PatentNumberRefusal } from '#domain/identifiers/patent-number.js';
import { parsePublicationNumber } from '#domain/identifiers/publication-number.js';
import { compensationLimitYears, firstFilingDay, lastDayOfTerm } from '#domain/patent/patent-term.js';
import { advancePatent, type Patent, type PatentEvent } from '#domain/patent/patent.js';
import { rightOfPatent } from '#domain/right/right.js';
import { actsFor, type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { uniqueViolation } from '#platform/database/violation.js';
import { Journal } from '#platform/journal/journal.js';
import { AchievementService } from '../achievement/achievement.service.js';
import { RightChanges } from '../right/right-changes.js';
import { PatentRepository } from './patent.repository.js';

export interface NewPatent {
  readonly number: string;
  readonly title: string;
  readonly state: 'applied' | 'published' | 'granted';
  readonly publicationNumber: string | null;
  readonly filedOn: LocalDate;
  readonly grantedOn: LocalDate | null;
  readonly secret: boolean;
  /** Stated only when the term was compensated (专利法 art. 42 paras. 2–3). */
  readonly expiresOn: LocalDate | null;
  readonly achievementId: string | null;
}

export interface PatentChange {
  readonly achievementId?: string | null;
  readonly publicationNumber?: string | null;
  /** Stated later by an owner who entered the patent without it. */
  readonly grantedOn?: LocalDate;
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
      | 'patent.notCompensable'
      | 'publicationNumber.malformed'
      | 'achievement.notFound'
    >;
export type AmendPatentRefusal =
  NotFound | Refusal<'achievement.notFound' | 'version.stale' | 'patent.filingDay' | 'publicationNumber.malformed'>;

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
    private readonly changes: RightChanges,
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

  /** The achievement it protects, and what was left out at first. What lies on it is the register of overlays'. */
  async amend(
    actor: PersonActor,
    id: string,
    expectedVersion: number,
    change: PatentChange,
  ): Promise<Result<Patent, AmendPatentRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Patent, AmendPatentRefusal>> => {
      // The achievement's lock comes before the patent's, as everywhere. A stranger learns nothing from the order.
      const seen = await this.patents.find(tx, id);
      if (!seen || !actsFor(actor, seen.organizationId)) return refuse('patent.notFound');
      if (!(await this.ownsAchievement(tx, actor, change.achievementId ?? null))) {
        return refuse('achievement.notFound', {}, '/achievementId');
      }
      const before = await this.own(tx, actor, id);
      if (!before) return refuse('patent.notFound');
      if (before.version !== expectedVersion) return refuse('version.stale', { current: String(before.version) });
      const read = readChange(before, change, this.clock.now());
      if (!read.ok) return read;
      const after = { ...before, ...read.value, updatedAt: this.clock.now(), version: before.version + 1 };
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
    { reason, occurredOn }: { readonly reason: string; readonly occurredOn: LocalDate | null },
  ): Promise<
    Result<Patent, NotFound | Refusal<'state.notAllowed' | 'patent.designNotPublished' | 'patent.filingDay'>>
  > {
    return this.unitOfWork.run(actor, async (tx) => {
      const before = await this.own(tx, actor, id);
      if (!before) return refuse('patent.notFound');
      const now = this.clock.now();
      const on = occurredOn ?? beijingDate(now);
      if (on < before.filedOn || on > beijingDate(now)) {
        return refuse('patent.filingDay', { filedOn: on, first: before.filedOn }, '/occurredOn');
      }
      const after = advancePatent(before, event, now, on);
      if (!after.ok) return after;
      await this.patents.save(tx, after.value);
      await this.record(tx, event, before, after.value, reason);
      return after;
    });
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
    if (!achievement || !actsFor(actor, achievement.organizationId)) return false;
    await this.achievements.lock(tx, achievementId);
    return true;
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
    await this.changes.changed(tx, rightOfPatent(after, beijingDate(this.clock.now())));
    const left = before?.achievementId ?? null;
    if (left !== null && left !== after.achievementId) await this.changes.achievementChanged(tx, left);
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
  // 专利法 art. 42 paras. 2–3: for inventions only.
  const longest = kind === 'invention' ? addYears(term, compensationLimitYears.value) : term;
  if (expiresOn > longest) return refuse('patent.notCompensable', { term, longest }, '/expiresOn');
  const { grantedOn } = input;
  if (grantedOn !== null && (grantedOn < input.filedOn || grantedOn > beijingDate(now) || input.state !== 'granted')) {
    return refuse('patent.filingDay', { filedOn: grantedOn, first: input.filedOn }, '/grantedOn');
  }
  const published = input.publicationNumber === null ? null : parsePublicationNumber(input.publicationNumber);
  if (published && !published.ok) return published;
  if (published && published.value.kind !== kind) {
    return refuse('publicationNumber.malformed', { value: input.publicationNumber ?? '' }, '/publicationNumber');
  }
  return ok({
    ...input,
    publicationNumber: published?.value.number ?? null,
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

function readChange(
  before: Patent,
  { grantedOn, publicationNumber, ...rest }: PatentChange,
  now: Date,
): Result<Partial<Patent>, AmendPatentRefusal> {
  const wrongDay = grantedOn !== undefined && (grantedOn < before.filedOn || grantedOn > beijingDate(now));
  if (wrongDay || (grantedOn !== undefined && before.state !== 'granted')) {
    return refuse('patent.filingDay', { filedOn: grantedOn ?? '', first: before.filedOn }, '/grantedOn');
  }
  if (publicationNumber === undefined || publicationNumber === null) {
    const cleared = publicationNumber === null ? { publicationNumber: null } : {};
    return ok({ ...rest, ...cleared, ...(grantedOn !== undefined && { grantedOn }) });
  }
  const parsed = parsePublicationNumber(publicationNumber);
  if (!parsed.ok || parsed.value.kind !== before.kind) {
    return refuse('publicationNumber.malformed', { value: publicationNumber }, '/publicationNumber');
  }
  return ok({ ...rest, publicationNumber: parsed.value.number, ...(grantedOn !== undefined && { grantedOn }) });
}
