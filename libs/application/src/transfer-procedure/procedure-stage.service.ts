import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { formatYuan } from '#domain/money/money.js';
import type { PublicNotice } from '#domain/public-notice/public-notice.js';
import { actsFor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import {
  actsIn,
  ballotTitles,
  checkPass,
  heldBefore,
  isSealed,
  priceMethodTitles,
  returnTo,
  signersOf,
  tally,
  transferWayTitles,
  type Ballot,
  type Minutes,
  type MinutesContent,
  type PassRefusal,
  type TransferProcedure,
} from '#domain/transfer-procedure/transfer-procedure.js';
import { stages, stageTitles, type Stage } from '#domain/transfer-procedure/transfer-rule.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { contentHash } from '#platform/text/canonical.js';
import { PublicNoticeService, type NoticeFollower } from '../public-notice/public-notice.service.js';
import { RelationService } from '../relation/relation.service.js';
import { ShareAgreementService } from '../share-agreement/share-agreement.service.js';
import { ProcedureBook, type OpenCase } from './procedure.book.js';
import { TransferProcedureRepository } from './transfer-procedure.repository.js';

export type StageRefusal =
  | PassRefusal
  | Refusal<
      | 'transferProcedure.notFound'
      | 'transferProcedure.over'
      | 'transferProcedure.notActor'
      | 'transferProcedure.notHere'
      | 'transferProcedure.recused'
      | 'transferProcedure.fourEyes'
      | 'transferProcedure.votedAlready'
      | 'transferProcedure.minutesDrafted'
      | 'transferProcedure.minutesNotFound'
      | 'transferProcedure.minutesSigned'
      | 'transferProcedure.otherMinutes'
      | 'transferProcedure.notPresent'
      | 'transferProcedure.nobodyVoted'
      | 'transferProcedure.notEarlier'
      | 'state.notAllowed'
    >;

type Moved = Result<TransferProcedure, StageRefusal>;

/** What happens within a stage: votes, recusals, minutes and their signatures, and the ways out of it. */
@Injectable()
export class ProcedureStageService implements NoticeFollower, OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly procedures: TransferProcedureRepository,
    private readonly book: ProcedureBook,
    private readonly notices: PublicNoticeService,
    private readonly relations: RelationService,
    private readonly agreements: ShareAgreementService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.notices.follow('transferProcedure', this);
  }

  /** One person's opinion and vote, once a stay. Who is concerned himself, or held a stage that must be another's, may not. */
  async vote(actor: PersonActor, id: string, vote: Ballot, opinion: string): Promise<Moved> {
    return this.here(actor, id, async (tx, open): Promise<Moved> => {
      const { procedure, steps, step, rule } = open;
      const held = heldBefore(steps, rule.stage, actor.personId);
      if (held !== null) return refuse('transferProcedure.fourEyes', { stage: stageTitles[held] });
      const reason = await this.conflict(tx, procedure, actor.personId);
      if (reason !== null) return refuse('transferProcedure.recused', { reason });
      if (await this.drafted(tx, procedure.id, step.id)) return refuse('transferProcedure.minutesDrafted');
      const cast = { personId: actor.personId, vote, opinion, at: this.clock.now() };
      if (!(await this.procedures.insertVote(tx, procedure, step.id, cast))) {
        return refuse('transferProcedure.votedAlready');
      }
      return ok(await this.book.amend(tx, procedure, 'vote', {}, `${ballotTitles[vote]}：${opinion}`));
    });
  }

  /** Somebody steps back, by himself or because the unit says why. */
  async recuse(actor: PersonActor, id: string, personId: string | null, reason: string): Promise<Moved> {
    return this.unitOfWork.run(actor, async (tx): Promise<Moved> => {
      const found = await this.book.open(tx, id);
      if (!found.ok) return found;
      const { procedure, step, rule } = found.value;
      const who = personId ?? actor.personId;
      const may = actsIn(rule, procedure.organizationId, actor) || actsFor(actor, procedure.organizationId);
      if (!may || (who === actor.personId && !actsIn(rule, procedure.organizationId, actor))) {
        return refuse('transferProcedure.notActor');
      }
      if (who !== actor.personId && !rule.personIds.includes(who)) return refuse('transferProcedure.notActor');
      if (await this.drafted(tx, procedure.id, step.id)) return refuse('transferProcedure.minutesDrafted');
      const cast = { personId: who, vote: 'recused' as const, opinion: reason, at: this.clock.now() };
      if (!(await this.procedures.insertVote(tx, procedure, step.id, cast))) {
        return refuse('transferProcedure.votedAlready');
      }
      return ok(await this.book.amend(tx, procedure, 'recuse', {}, reason));
    });
  }

  /** Minutes of a meeting, with its votes in them: from here nobody votes any more. A draft may be replaced until one signs. */
  async draftMinutes(
    actor: PersonActor,
    id: string,
    held: { readonly heldOn: LocalDate; readonly place: string; readonly text: string },
  ): Promise<Moved> {
    return this.here(actor, id, async (tx, { procedure, step, rule }): Promise<Moved> => {
      if (!rule.minutes) return refuse('transferProcedure.notHere', { stage: '须形成会议纪要的环节' });
      if (signersOf(step.votes).length === 0) return refuse('transferProcedure.nobodyVoted');
      const earlier = await this.minutesOf(tx, procedure.id, step.id);
      if (earlier && earlier.signatures.length > 0) return refuse('transferProcedure.minutesSigned');
      const names = await this.names(
        tx,
        step.votes.map(({ personId }) => personId),
      );
      const content: MinutesContent = {
        procedureId: procedure.id,
        title: procedure.title,
        stage: rule.stage,
        step: step.serial,
        ...held,
        votes: step.votes.map(({ personId, vote, opinion }) => ({
          personId,
          name: names.get(personId) ?? '',
          vote: ballotTitles[vote],
          opinion,
        })),
        tally: tally(rule, step.votes),
      };
      const minutes: Minutes = {
        id: uuid(),
        stepId: step.id,
        serial: (earlier?.serial ?? 0) + 1,
        content,
        contentHash: contentHash(content),
        draftedBy: actor.personId,
        at: this.clock.now(),
        signatures: [],
      };
      await this.procedures.insertMinutes(tx, procedure, minutes);
      return ok(await this.book.amend(tx, procedure, 'draftMinutes', {}, minutes.contentHash));
    });
  }

  /** Who was present signs the hash that he has seen. With the last signature the minutes are sealed. */
  async signMinutes(actor: PersonActor, id: string, hash: string): Promise<Moved> {
    return this.unitOfWork.run(actor, async (tx): Promise<Moved> => {
      const found = await this.book.open(tx, id);
      if (!found.ok) return found;
      const { procedure, step } = found.value;
      const minutes = await this.minutesOf(tx, procedure.id, step.id);
      if (!minutes) return refuse('transferProcedure.minutesNotFound');
      if (!signersOf(step.votes).includes(actor.personId)) return refuse('transferProcedure.notPresent');
      if (minutes.contentHash !== hash) {
        return refuse('transferProcedure.otherMinutes', { hash: minutes.contentHash }, '/contentHash');
      }
      if (!(await this.procedures.sign(tx, procedure, minutes, actor.personId, this.clock.now()))) {
        return refuse('transferProcedure.minutesSigned');
      }
      return ok(await this.book.amend(tx, procedure, 'signMinutes', {}, hash));
    });
  }

  /** On to the next stage, when all that this one needs is there. Out of 决策 the notice is posted. */
  async pass(actor: PersonActor, id: string, remark: string | null): Promise<Moved> {
    return this.here(actor, id, async (tx, open): Promise<Moved> => {
      const { procedure, step, rule } = open;
      if (rule.stage === 'publicity' || rule.stage === 'implementation') {
        return refuse('transferProcedure.notHere', { stage: '发起至决策' });
      }
      const minutes = await this.minutesOf(tx, procedure.id, step.id);
      const materialKinds = await this.unitOfWork.asSystem(tx, 'transferProcedure', (system) =>
        this.procedures.materialKinds(system, id),
      );
      const file = { votes: step.votes, materialKinds, minutesSealed: isSealed(minutes, step.votes) };
      const passes = checkPass(rule, file, procedure);
      if (!passes.ok) return passes;
      const free = await this.mayMove(tx, actor, open);
      if (!free.ok) return free;
      if (rule.stage !== 'decision') return this.book.move(tx, open, 'pass', remark);
      const notice = await this.post(tx, procedure, minutes);
      return this.book.move(tx, open, 'pass', remark, { noticeId: notice.id });
    });
  }

  /** Back to a named earlier stage, with the reason. All that was voted from there on is voted anew. */
  async sendBack(actor: PersonActor, id: string, stage: Stage, reason: string): Promise<Moved> {
    return this.here(actor, id, async (tx, open): Promise<Moved> => {
      const { rule } = open;
      const earlier = stages.indexOf(stage) < stages.indexOf(rule.stage);
      if (!earlier || rule.stage === 'publicity') return refuse('transferProcedure.notEarlier', {}, '/stage');
      const free = await this.mayMove(tx, actor, open);
      if (!free.ok) return free;
      return this.book.move(tx, open, returnTo(stage), reason, { noticeId: null });
    });
  }

  /** The case is not to go on: only with a counted vote that did not carry, so that nobody stops it alone. */
  async reject(actor: PersonActor, id: string, reason: string): Promise<Moved> {
    return this.here(actor, id, async (tx, open): Promise<Moved> => {
      const counted = tally(open.rule, open.step.votes);
      if (!counted.quorumMet || counted.carried) {
        return refuse('transferProcedure.quorumMissing', {
          present: String(counted.present),
          quorum: String(open.rule.quorum),
          approve: String(counted.approve),
        });
      }
      const free = await this.mayMove(tx, actor, open);
      if (!free.ok) return free;
      return this.book.move(tx, open, 'reject', reason, { outcome: reason });
    });
  }

  async noticeSuspended(): Promise<void> {
    // Nothing to do: while an objection is open the notice does not end.
  }

  async noticeResumed(): Promise<void> {
    // Nothing to do either: its end is told by noticeEnded.
  }

  async noticeStopped(tx: Tx, notice: PublicNotice): Promise<void> {
    await this.followNotice(tx, notice, 'returnToDecision', '公示期内的异议成立，退回决策');
  }

  async noticeEnded(tx: Tx, notice: PublicNotice): Promise<void> {
    await this.followNotice(tx, notice, 'endNotice', null);
  }

  private async followNotice(
    tx: Tx,
    notice: PublicNotice,
    event: 'endNotice' | 'returnToDecision',
    reason: string | null,
  ): Promise<void> {
    const open = await this.book.open(tx, notice.subjectId);
    const waits = open.ok && open.value.procedure.noticeId === notice.id && open.value.rule.stage === 'publicity';
    if (!waits) throw new Error(`transfer procedure ${notice.subjectId} does not wait for notice ${notice.id}`);
    const moved = await this.book.move(tx, open.value, event, reason);
    if (!moved.ok) throw new Error(`transfer procedure ${notice.subjectId} cannot ${event}`);
  }

  /** 公示: name and intended price at least (转化法 art. 18), who takes it over, and whether he is related (浙江条例 art. 17). */
  private async post(tx: Tx, procedure: TransferProcedure, minutes: Minutes | null): Promise<PublicNotice> {
    const { pricing, way, counterpartyName, relatedParty, relatedNote } = procedure;
    const days = procedure.stages.find(({ stage }) => stage === 'publicity')?.days ?? 0;
    const items = [
      { label: '成果名称', value: procedure.title },
      { label: '转化方式', value: transferWayTitles[way] },
      ...(pricing
        ? [
            { label: '定价方式', value: priceMethodTitles[pricing.method] },
            { label: '拟交易价格', value: `${formatYuan(pricing.price)} 元` },
          ]
        : []),
      ...(counterpartyName === null ? [] : [{ label: '受让方或合作方', value: counterpartyName }]),
      { label: '是否与完成人或其关联方交易', value: relatedParty ? `是：${relatedNote ?? ''}` : '否' },
      ...(minutes === null ? [] : [{ label: '决策纪要散列', value: minutes.contentHash }]),
    ];
    return this.unitOfWork.asSystem(tx, 'transferProcedure', (system) =>
      this.notices.post(system, {
        organizationId: procedure.organizationId,
        subjectKind: 'transferProcedure',
        subjectId: procedure.id,
        title: `科技成果转化公示：${procedure.title}`,
        items,
        days,
      }),
    );
  }

  /** Who is concerned, or stepped back, moves nothing on either; only 发起 is by its nature a concerned one's. */
  private async mayMove(
    tx: Tx,
    actor: PersonActor,
    { procedure, step, rule }: OpenCase,
  ): Promise<Result<null, StageRefusal>> {
    if (rule.stage === 'initiation') return ok(null);
    const cast = step.votes.find(({ personId }) => personId === actor.personId);
    if (cast?.vote === 'recused') return refuse('transferProcedure.recused', { reason: cast.opinion });
    const reason = await this.conflict(tx, procedure, actor.personId);
    return reason === null ? ok(null) : refuse('transferProcedure.recused', { reason });
  }

  /** Why a person may not judge this case: an inventor, or related to one or to the counterparty, apart from the unit itself. */
  private async conflict(tx: Tx, procedure: TransferProcedure, personId: string): Promise<string | null> {
    const agreement = await this.unitOfWork.asSystem(tx, 'transferProcedure', (system) =>
      this.agreements.inForce(system, procedure.achievementId),
    );
    const inventors = agreement?.inventors.flatMap((one) => one.personId ?? []) ?? [];
    if (inventors.includes(personId)) return '成果完成人';
    const parties = [
      ...(procedure.counterpartyId === null ? [] : [{ kind: 'organization' as const, id: procedure.counterpartyId }]),
      ...inventors.map((id) => ({ kind: 'person' as const, id })),
    ];
    for (const party of parties) {
      const reason = await this.relations.conflict(tx, personId, party, procedure.organizationId);
      if (reason !== null) return `${party.kind === 'person' ? '与完成人' : '与受让方或合作方'}：${reason}`;
    }
    return null;
  }

  /** The case, for somebody who acts in its present stage. */
  private async here(actor: PersonActor, id: string, work: (tx: Tx, open: OpenCase) => Promise<Moved>): Promise<Moved> {
    return this.unitOfWork.run(actor, async (tx): Promise<Moved> => {
      const open = await this.book.open(tx, id);
      if (!open.ok) return open;
      const { rule, procedure } = open.value;
      return actsIn(rule, procedure.organizationId, actor)
        ? work(tx, open.value)
        : refuse('transferProcedure.notActor');
    });
  }

  private async minutesOf(tx: Tx, procedureId: string, stepId: string): Promise<Minutes | null> {
    return (await this.procedures.minutes(tx, procedureId)).find((one) => one.stepId === stepId) ?? null;
  }

  private async drafted(tx: Tx, procedureId: string, stepId: string): Promise<boolean> {
    return (await this.minutesOf(tx, procedureId, stepId)) !== null;
  }

  private names(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.unitOfWork.asSystem(tx, 'transferProcedure', (system) => this.procedures.personNames(system, ids));
  }
}
