import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import { cautiousLastDay } from '#domain/calendar/cautious-period.js';
import {
  advanceNotice,
  decideObjection,
  lastDayNote,
  mayObject,
  periodOver,
  type Objection,
  type PublicNotice,
  type PublicNoticeEvent,
} from '#domain/public-notice/public-notice.js';
import { actsFor, hasRole, type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { RelationService } from '../relation/relation.service.js';
import { PublicNoticeRepository } from './public-notice.repository.js';

export type { NoticedObjection } from './public-notice.repository.js';

/** What waits for a notice is told, in the same transaction and as the system, when the notice changes. */
export interface NoticeFollower {
  noticeSuspended(tx: Tx, notice: PublicNotice): Promise<void>;
  noticeResumed(tx: Tx, notice: PublicNotice): Promise<void>;
  noticeStopped(tx: Tx, notice: PublicNotice): Promise<void>;
  noticeEnded(tx: Tx, notice: PublicNotice): Promise<void>;
}

type NotFound = Refusal<'publicNotice.notFound'>;
export type ObjectRefusal = NotFound | Refusal<'publicNotice.over' | 'publicNotice.objectionTwice'>;
export type DecideRefusal = Refusal<
  | 'publicNotice.notFound'
  | 'publicNotice.objectionNotFound'
  | 'publicNotice.ownObjection'
  | 'publicNotice.conflict'
  | 'state.notAllowed'
>;

const maxEndedPerRun = 200;
const noticeJoined = '并案处理：';

/**
 * Public notices. Locks are always taken in the order notice → its subject, and every change of a notice is made as
 * the system: who objects or decides need not be able to change the notice itself.
 */
@Injectable()
export class PublicNoticeService {
  private readonly followers = new Map<string, NoticeFollower>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: PublicNoticeRepository,
    private readonly relations: RelationService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** A concept that waits for notices says so once, when its module starts. */
  follow(subjectKind: string, follower: NoticeFollower): void {
    this.followers.set(subjectKind, follower);
  }

  /** Posts a notice today. The caller has locked and checked the subject. */
  async post(
    tx: Tx,
    draft: Pick<PublicNotice, 'organizationId' | 'subjectKind' | 'subjectId' | 'title' | 'items' | 'days'>,
  ): Promise<PublicNotice> {
    this.followerOf(draft.subjectKind);
    const now = this.clock.now();
    const postedOn = beijingDate(now);
    // 不少于 15 日 is a minimum: where a holiday may fall that is not announced, the notice lasts longer.
    const { day: lastDay, provisional } = cautiousLastDay(postedOn, draft.days);
    const notice: PublicNotice = {
      ...draft,
      id: uuid(),
      state: 'running',
      objectionProcedure: objectionProcedure(lastDay, provisional),
      postedOn,
      lastDay,
      provisional,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    await this.notices.insert(tx, notice);
    await this.journal.record(tx, { ...subject(notice), event: 'post', from: null, to: notice.state, after: notice });
    return notice;
  }

  /** Locks a notice until the transaction ends, so that its state cannot change under the caller's decision. */
  async lock(tx: Tx, id: string): Promise<PublicNotice | null> {
    return this.unitOfWork.asSystem(tx, 'publicNotice', (system) => this.notices.forUpdate(system, id));
  }

  /** Ends a locked notice whose period is over, as the worker would a moment later. */
  async settle(tx: Tx, notice: PublicNotice): Promise<PublicNotice> {
    if (notice.state !== 'running' || !periodOver(notice, beijingDate(this.clock.now())).ok) return notice;
    return this.unitOfWork.asSystem(tx, 'publicNotice', (system) => this.end(system, notice));
  }

  /** The subject was withdrawn: its notice ends without effect, and so do the objections to it. */
  async cancel(tx: Tx, id: string, reason: string): Promise<void> {
    await this.unitOfWork.asSystem(tx, 'publicNotice', async (system) => {
      const notice = await this.notices.forUpdate(system, id);
      if (notice?.state !== 'running' && notice?.state !== 'suspended') return;
      for (const objection of await this.notices.openObjections(system, id)) {
        await this.close(system, notice, objection, 'dismissed', reason);
      }
      await this.advance(system, notice, 'cancel', reason);
    });
  }

  async object(actor: PersonActor, noticeId: string, reason: string): Promise<Result<Objection, ObjectRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Objection, ObjectRefusal>> => {
      const notice = await this.lock(tx, noticeId);
      if (!notice) return refuse('publicNotice.notFound');
      const now = this.clock.now();
      const open = mayObject(notice, beijingDate(now));
      if (!open.ok) return open;
      const others = await this.unitOfWork.asSystem(tx, 'publicNotice', (system) =>
        this.notices.openObjections(system, noticeId),
      );
      if (others.some(({ personId }) => personId === actor.personId)) return refuse('publicNotice.objectionTwice');
      const objection: Objection = {
        id: uuid(),
        noticeId,
        personId: actor.personId,
        organizationId: actor.organizationId,
        state: 'open',
        reason,
        decisionReason: null,
        createdAt: now,
        decidedAt: null,
      };
      await this.notices.insertObjection(tx, objection);
      await this.recordObjection(tx, notice, 'raise', null, objection, reason);
      await this.unitOfWork.asSystem(tx, 'publicNotice', async (system) => {
        const suspended = await this.advance(system, notice, 'object', reason);
        if (notice.state === 'running') await this.followerOf(notice.subjectKind).noticeSuspended(system, suspended);
      });
      return ok(objection);
    });
  }

  /** The notice's own organization or a reviewer of the bureau decides, with a reason that is kept. */
  async decide(
    actor: PersonActor,
    noticeId: string,
    objectionId: string,
    decision: 'uphold' | 'dismiss',
    reason: string,
  ): Promise<Result<Objection, DecideRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Objection, DecideRefusal>> => {
      const notice = await this.lock(tx, noticeId);
      if (!notice) return refuse('publicNotice.notFound');
      const decides = actsFor(actor, notice.organizationId) || hasRole(actor, 'reviewer');
      const before = decides ? await this.notices.objection(tx, noticeId, objectionId) : null;
      if (!before) return refuse('publicNotice.objectionNotFound');
      const decided = decideObjection(before, decision, actor, reason, this.clock.now());
      if (!decided.ok) return decided;
      const related = await this.related(tx, actor, notice, before);
      if (related !== null) return refuse('publicNotice.conflict', { reason: related });
      await this.notices.saveObjection(tx, decided.value);
      await this.recordObjection(tx, notice, decision, before, decided.value, reason);
      await this.unitOfWork.asSystem(tx, 'publicNotice', (system) =>
        this.afterDecision(system, notice, decision, reason),
      );
      return decided;
    });
  }

  async get(id: string): Promise<Result<PublicNotice, NotFound>> {
    const notice = await this.notices.findPublic(id);
    return notice ? ok(notice) : refuse('publicNotice.notFound');
  }

  async list(after: string | null, limit: number): Promise<PublicNotice[]> {
    return this.notices.listPublic(after, limit);
  }

  async listObjections(actor: PersonActor, noticeId: string, after: string | null, limit: number) {
    return this.unitOfWork.run(actor, (tx) => this.notices.listObjections(tx, noticeId, after, limit));
  }

  /** Objections of every notice: one's own, those of one's notices, and for the bureau all. */
  async listAllObjections(actor: PersonActor, waiting: boolean, after: string | null, limit: number) {
    return this.unitOfWork.run(actor, (tx) => this.notices.listAllObjections(tx, waiting, after, limit));
  }

  /** The worker's turn: every notice whose last day is over ends, each in a transaction of its own. */
  async endDue(actor: SystemActor): Promise<number> {
    const today = beijingDate(this.clock.now());
    for (let ended = 0; ended < maxEndedPerRun; ended += 1) {
      const found = await this.unitOfWork.run(actor, async (tx) => {
        const notice = await this.notices.claimDue(tx, today);
        if (notice) await this.end(tx, notice);
        return notice !== null;
      });
      if (!found) return ended;
    }
    return maxEndedPerRun;
  }

  /**
   * Why somebody may not decide over an objection: related to who objects, or, from outside, to who posted the notice.
   * Within the unit that posted it all are colleagues: that alone keeps nobody away.
   */
  private related(
    tx: Tx,
    actor: PersonActor,
    { organizationId }: PublicNotice,
    objection: Objection,
  ): Promise<string | null> {
    const objector = [
      { kind: 'person' as const, id: objection.personId },
      { kind: 'organization' as const, id: objection.organizationId },
    ].filter(({ id }) => id !== organizationId);
    if (actor.organizationId === organizationId) {
      return this.relations.conflict(tx, actor.personId, objector, organizationId);
    }
    const poster = { kind: 'organization' as const, id: organizationId };
    return this.relations.conflict(tx, actor.personId, [...objector, poster]);
  }

  private async end(tx: Tx, notice: PublicNotice): Promise<PublicNotice> {
    const ended = await this.advance(tx, notice, 'end');
    await this.followerOf(notice.subjectKind).noticeEnded(tx, ended);
    return ended;
  }

  /** Upheld: the notice and its subject stop, and the other objections with them. Dismissed: on, when it was the last. */
  private async afterDecision(
    tx: Tx,
    notice: PublicNotice,
    decision: 'uphold' | 'dismiss',
    reason: string,
  ): Promise<void> {
    const others = await this.notices.openObjections(tx, notice.id);
    const follower = this.followerOf(notice.subjectKind);
    if (decision === 'uphold') {
      for (const other of others) await this.close(tx, notice, other, 'upheld', `${noticeJoined}${reason}`);
      await follower.noticeStopped(tx, await this.advance(tx, notice, 'stop', reason));
    } else if (others.length === 0) {
      await follower.noticeResumed(tx, await this.advance(tx, notice, 'resume', reason));
    }
  }

  private async close(tx: Tx, notice: PublicNotice, before: Objection, state: 'upheld' | 'dismissed', reason: string) {
    const after: Objection = { ...before, state, decisionReason: reason, decidedAt: this.clock.now() };
    await this.notices.saveObjection(tx, after);
    await this.recordObjection(tx, notice, state === 'upheld' ? 'uphold' : 'dismiss', before, after, reason);
  }

  /** The caller has checked that the table allows the event, or holds a lock under which it does: else it is a bug. */
  private async advance(tx: Tx, before: PublicNotice, event: PublicNoticeEvent, reason?: string) {
    const after = advanceNotice(before, event, this.clock.now());
    if (!after.ok) throw new Error(`public notice ${before.id} in state ${before.state} cannot ${event}`);
    await this.notices.save(tx, after.value);
    await this.journal.record(tx, {
      ...subject(before),
      event,
      from: before.state,
      to: after.value.state,
      ...(reason !== undefined && { reason }),
      before,
      after: after.value,
    });
    return after.value;
  }

  private async recordObjection(
    tx: Tx,
    notice: PublicNotice,
    event: string,
    before: Objection | null,
    after: Objection,
    reason: string,
  ): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'objection',
      subjectId: after.id,
      parties: [notice.organizationId, after.organizationId],
      event,
      from: before?.state ?? null,
      to: after.state,
      reason,
      ...(before && { before }),
      after,
    });
  }

  private followerOf(subjectKind: string): NoticeFollower {
    const follower = this.followers.get(subjectKind);
    if (!follower) throw new Error(`nobody follows notices of ${subjectKind}`);
    return follower;
  }
}

const objectionProcedure = (lastDay: string, provisional: boolean): string =>
  `对公示内容有异议的，请在公示期内（至 ${lastDay} 24 时止）登录本平台，在本公示下提出异议并写明事实和理由。` +
  '公示单位或科技主管部门审查后说明理由作出处理；异议处理完毕前，公示事项暂停办理。' +
  (lastDayNote({ provisional }) ?? '');

const subject = (notice: PublicNotice) => ({
  subjectKind: 'publicNotice',
  subjectId: notice.id,
  parties: [notice.organizationId],
});
