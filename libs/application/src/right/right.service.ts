import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import type { Disposal, RightFlag, RightGuardRefusal, Situation } from '#domain/right/disposal.js';
import { lastDayOfRight } from '#domain/right/right-term.js';
import { normalizeRightNumber, parseRightNumber } from '#domain/right/right-number.js';
import { normalizePatentNumber } from '#domain/identifiers/patent-number.js';
import {
  advanceIpRight,
  rightOfOther,
  type IpRight,
  type IpRightEvent,
  type OtherKind,
  type Right,
} from '#domain/right/right.js';
import { actsFor, type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { uniqueViolation } from '#platform/database/violation.js';
import { Journal } from '#platform/journal/journal.js';
import { AchievementService } from '../achievement/achievement.service.js';
import { RightChanges } from './right-changes.js';
import { RightGuard } from './right-guard.service.js';
import { RightRepository } from './right.repository.js';

export interface NewRight {
  readonly kind: OtherKind;
  readonly number: string;
  readonly title: string;
  readonly state: 'applied' | 'granted';
  readonly filedOn: LocalDate;
  readonly grantedOn: LocalDate | null;
  readonly firstUsedOn: LocalDate | null;
  readonly ownerKind: 'person' | 'organization';
  readonly woody: boolean;
  /** Only of software of a natural person, whose life the law counts. */
  readonly expiresOn: LocalDate | null;
  readonly achievementId: string | null;
}

type NotFound = Refusal<'right.notFound'>;
export type RegisterRightRefusal = Refusal<
  | 'right.numberMalformed'
  | 'right.datesWrong'
  | 'right.grantMissing'
  | 'right.numberTaken'
  | 'right.termStated'
  | 'achievement.notFound'
>;

/** A right with all that bears on what may be done with it. */
export interface RightInFull {
  readonly right: Right;
  readonly situation: Situation;
  readonly verification: RightVerification | null;
}

/** A second person held the entry against a certificate or the register. */
export interface RightVerification {
  readonly id: string;
  readonly rightId: string;
  readonly source: 'certificate' | 'registerCopy' | 'officialQuery';
  readonly agrees: boolean;
  readonly note: string | null;
  readonly evidenceId: string;
  readonly verifiedBy: string;
  readonly verifiedAt: Date;
}

const maxExpiredPerRun = 200;

/** Use cases of the register of intellectual property, for rights of every kind; patents are entered as patents. */
@Injectable()
export class RightService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rights: RightRepository,
    private readonly guard: RightGuard,
    private readonly changes: RightChanges,
    private readonly achievements: AchievementService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async create(actor: PersonActor, given: NewRight): Promise<Result<Right, RegisterRightRefusal>> {
    const now = this.clock.now();
    const read = readRight(actor.organizationId, given, now);
    if (!read.ok) return read;
    const right = read.value;
    try {
      return await this.unitOfWork.run(actor, async (tx): Promise<Result<Right, RegisterRightRefusal>> => {
        if (!(await this.mayProtect(tx, actor, right.achievementId))) {
          return refuse('achievement.notFound', {}, '/achievementId');
        }
        await this.rights.insertOther(tx, right);
        await this.record(tx, 'create', null, right);
        const common = rightOfOther(right, beijingDate(now));
        await this.changes.changed(tx, common);
        return ok(common);
      });
    } catch (error) {
      if (uniqueViolation(error) !== 'ip_right_number_once') throw error;
      return refuse('right.numberTaken', { number: right.number }, '/number');
    }
  }

  /** An event in the life of a right that its owner reports. */
  async report(
    actor: PersonActor,
    id: string,
    event: IpRightEvent,
    given: { readonly reason: string; readonly on: LocalDate | null },
  ): Promise<Result<Right, NotFound | Refusal<'state.notAllowed' | 'right.neverLapses' | 'right.datesWrong'>>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const now = this.clock.now();
      const today = beijingDate(now);
      const before = await this.rights.lockOther(tx, id);
      if (!before || !actsFor(actor, before.organizationId)) return refuse('right.notFound');
      const advanced = advanceIpRight(before, event, now);
      if (!advanced.ok) return advanced;
      const on = given.on ?? today;
      if (on > today || on < before.filedOn) return refuse('right.datesWrong', {}, '/occurredOn');
      const granted = event === 'grant' ? { ...advanced.value, grantedOn: on } : advanced.value;
      const after =
        event === 'grant' ? { ...granted, expiresOn: lastDayOfRight(granted) ?? granted.expiresOn } : granted;
      return ok(await this.save(tx, event, before, after, given.reason));
    });
  }

  /** Links it to an achievement of the owner's; null unlinks. Patents are amended as patents. */
  async link(
    actor: PersonActor,
    id: string,
    expectedVersion: number,
    achievementId: string | null,
  ): Promise<Result<Right, NotFound | Refusal<'achievement.notFound' | 'version.stale'>>> {
    return this.unitOfWork.run(
      actor,
      async (tx): Promise<Result<Right, NotFound | Refusal<'achievement.notFound' | 'version.stale'>>> => {
        // The achievement's lock comes before the right's, as everywhere.
        if (!(await this.mayProtect(tx, actor, achievementId)))
          return refuse('achievement.notFound', {}, '/achievementId');
        const before = await this.rights.lockOther(tx, id);
        if (!before || !actsFor(actor, before.organizationId)) return refuse('right.notFound');
        if (before.version !== expectedVersion) return refuse('version.stale', { current: String(before.version) });
        const after = { ...before, achievementId, version: before.version + 1, updatedAt: this.clock.now() };
        const saved = await this.save(tx, 'link', before, after);
        if (before.achievementId !== null && before.achievementId !== achievementId) {
          await this.changes.achievementChanged(tx, before.achievementId);
        }
        return ok(saved);
      },
    );
  }

  async get(actor: PersonActor, id: string): Promise<Result<RightInFull, NotFound>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<RightInFull, NotFound>> => {
      const right = await this.rights.find(tx, id, this.today());
      if (!right) return refuse('right.notFound');
      const situation = await this.guard.situation(tx, right);
      const [verification = null] = await this.verificationsOf(tx, id, null, 1);
      return ok({ right, situation, verification });
    });
  }

  async listOwn(actor: PersonActor, after: string | null, limit: number): Promise<Right[]> {
    return this.unitOfWork.run(actor, (tx) =>
      this.rights.listOfOrganization(tx, actor.organizationId, after, limit, this.today()),
    );
  }

  /** What the law would answer, without doing it. */
  async ask(
    actor: PersonActor,
    id: string,
    disposal: Disposal,
  ): Promise<Result<Result<readonly RightFlag[], RightGuardRefusal>, NotFound>> {
    return this.unitOfWork.run(
      actor,
      async (tx): Promise<Result<Result<readonly RightFlag[], RightGuardRefusal>, NotFound>> => {
        const right = await this.rights.find(tx, id, this.today());
        return right ? ok(await this.guard.ask(tx, right, disposal)) : refuse('right.notFound');
      },
    );
  }

  /** Somebody other than who entered it has seen certificate or register; entered once for every look. */
  async verify(
    actor: PersonActor,
    id: string,
    given: Pick<RightVerification, 'source' | 'agrees' | 'note' | 'evidenceId'>,
  ): Promise<Result<RightVerification, NotFound | Refusal<'right.evidenceUnknown' | 'right.samePerson'>>> {
    return this.unitOfWork.run(
      actor,
      async (
        tx,
      ): Promise<Result<RightVerification, NotFound | Refusal<'right.evidenceUnknown' | 'right.samePerson'>>> => {
        const right = await this.rights.find(tx, id, this.today());
        if (!right) return refuse('right.notFound');
        if (!(await this.rights.hasEvidence(tx, id, given.evidenceId))) {
          return refuse('right.evidenceUnknown', {}, '/evidenceId');
        }
        const [handedIn] = await tx.query<{ uploadedBy: string }>(
          `SELECT uploaded_by AS "uploadedBy" FROM attachment WHERE id = $1`,
          [given.evidenceId],
        );
        // Who hands the paper in does not confirm it.
        if (handedIn?.uploadedBy === actor.personId) return refuse('right.samePerson');
        const verifiedAt = this.clock.now();
        const made = { ...given, id: uuid(), rightId: id, verifiedBy: actor.personId, verifiedAt };
        await this.unitOfWork.asSystem(tx, 'right', (system) =>
          system.execute(
            `INSERT INTO right_verification (id, right_id, organization_id, source, agrees, note, evidence_id, verified_by,
               verified_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
            [
              made.id,
              id,
              right.organizationId,
              made.source,
              made.agrees,
              made.note,
              made.evidenceId,
              made.verifiedBy,
              verifiedAt,
            ],
          ),
        );
        const subject = { subjectKind: 'right', subjectId: id, parties: [right.organizationId] };
        await this.journal.record(tx, { ...subject, event: 'verify', from: null, to: null, after: made });
        return ok(made);
      },
    );
  }

  async verifications(
    actor: PersonActor,
    id: string,
    after: string | null,
    limit: number,
  ): Promise<Result<readonly RightVerification[], NotFound>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<readonly RightVerification[], NotFound>> => {
      if (!(await this.rights.find(tx, id, this.today()))) return refuse('right.notFound');
      return ok(await this.verificationsOf(tx, id, after, limit));
    });
  }

  /** Entries of these owners under these numbers, as a contract between them names them. */
  async ofOwners(tx: Tx, numbers: readonly string[], organizationIds: readonly string[]): Promise<Right[]> {
    const normalised = numbers.flatMap((number) => [normalizePatentNumber(number), normalizeRightNumber(number)]);
    return this.unitOfWork.asSystem(tx, 'right', (system) =>
      this.rights.byNumbers(system, normalised, organizationIds, this.today()),
    );
  }

  /** The worker's turn: granted rights that are no patents and whose last day is over. */
  async expireDue(actor: SystemActor): Promise<number> {
    for (let expired = 0; expired < maxExpiredPerRun; expired += 1) {
      const found = await this.unitOfWork.run(actor, async (tx) => {
        const before = await this.rights.claimExpiredOther(tx, this.today());
        if (!before) return false;
        const after = advanceIpRight(before, 'expire', this.clock.now());
        if (!after.ok) throw new Error(`right ${before.id} cannot expire`);
        await this.save(tx, 'expire', before, after.value);
        return true;
      });
      if (!found) return expired;
    }
    return maxExpiredPerRun;
  }

  private async save(tx: Tx, event: string, before: IpRight, after: IpRight, reason?: string): Promise<Right> {
    await this.rights.saveOther(tx, after);
    await this.record(tx, event, before, after, reason);
    const right = rightOfOther(after, this.today());
    await this.changes.changed(tx, right);
    return right;
  }

  private async verificationsOf(tx: Tx, id: string, after: string | null, limit: number): Promise<RightVerification[]> {
    return tx.query<RightVerification>(
      `SELECT id, right_id AS "rightId", source, agrees, note, evidence_id AS "evidenceId", verified_by AS "verifiedBy",
         verified_at AS "verifiedAt" FROM right_verification
       WHERE right_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [id, after, limit],
    );
  }

  private async mayProtect(tx: Tx, actor: PersonActor, achievementId: string | null): Promise<boolean> {
    if (achievementId === null) return true;
    const achievement = await this.achievements.find(tx, achievementId);
    if (!achievement || !actsFor(actor, achievement.organizationId)) return false;
    await this.achievements.lock(tx, achievementId);
    return true;
  }

  private today(): LocalDate {
    return beijingDate(this.clock.now());
  }

  private async record(tx: Tx, event: string, before: IpRight | null, after: IpRight, reason?: string): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'ipRight',
      subjectId: after.id,
      parties: [after.organizationId],
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(reason !== undefined && { reason }),
      ...(before && { before }),
      after,
    });
  }
}

function readRight(organizationId: string, given: NewRight, now: Date): Result<IpRight, RegisterRightRefusal> {
  const number = parseRightNumber(given.kind, given.number);
  if (!number.ok) return number;
  const today = beijingDate(now);
  const { filedOn, grantedOn, firstUsedOn, expiresOn, state, kind } = given;
  const dates = [filedOn, grantedOn, firstUsedOn].filter((day) => day !== null);
  if (dates.some((day) => day > today)) return refuse('right.datesWrong', {}, '/filedOn');
  if (grantedOn !== null && grantedOn < filedOn) return refuse('right.datesWrong', {}, '/grantedOn');
  if (state === 'granted' && kind === 'newVariety' && grantedOn === null)
    return refuse('right.grantMissing', {}, '/grantedOn');
  const counted = lastDayOfRight(given);
  if (expiresOn !== null && counted !== null && expiresOn !== counted) {
    return refuse('right.termStated', { term: counted }, '/expiresOn');
  }
  return ok({
    ...given,
    id: uuid(),
    organizationId,
    number: number.value,
    expiresOn: counted ?? expiresOn,
    version: 1,
    createdAt: now,
    updatedAt: now,
  });
}
