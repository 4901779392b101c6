import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import {
  confirmShares,
  proposeShares,
  shareAgreementTransitions,
  type ConfirmRefusal,
  type InventorConfirmation,
  type ProposalRefusal,
  type ProposedInventor,
  type ShareAgreement,
  type ShareAgreementEvent,
  type ShareBasis,
} from '#domain/share-agreement/share-agreement.js';
import { actsFor, hasRole, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { contentHash } from '#platform/text/canonical.js';
import { AchievementService } from '../achievement/achievement.service.js';
import { AttachmentService, type AttachmentHost, type Standing } from '../attachment/attachment.service.js';
import { ShareAgreementRepository } from './share-agreement.repository.js';

type NotFound = Refusal<'shareAgreement.notFound'>;
export type ShareAgreementRefusal =
  | NotFound
  | ProposalRefusal
  | ConfirmRefusal
  | Refusal<
      | 'achievement.notFound'
      | 'achievement.closed'
      | 'shareAgreement.unknownPerson'
      | 'shareAgreement.paperMissing'
      | 'shareAgreement.ownPaper'
      | 'state.notAllowed'
    >;

export interface Proposal {
  readonly basis: ShareBasis;
  readonly statement: string;
  readonly inventors: readonly ProposedInventor[];
}

type Given = Pick<InventorConfirmation, 'answer' | 'contentHash' | 'reason'>;

const closedStates: readonly string[] = ['withdrawn', 'transferred'];

/** Agreements of inventors on their shares: proposed by the unit, signed by each inventor, held against what follows. */
@Injectable()
export class ShareAgreementService implements AttachmentHost, OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agreements: ShareAgreementRepository,
    private readonly achievements: AchievementService,
    private readonly attachments: AttachmentService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.attachments.host('achievement', this);
  }

  /** Files of an achievement: the owner's, read by the owner and the bureau; taken until it has left the market. */
  async attachmentStanding(tx: Tx, actor: PersonActor, id: string): Promise<Standing | null> {
    const achievement = await this.achievements.find(tx, id);
    const reads =
      achievement !== null &&
      (actsFor(actor, achievement.organizationId) ||
        hasRole(actor, 'registrar', 'reviewer', 'rewardOfficer', 'auditor'));
    if (!reads) return null;
    return {
      readerIds: [achievement.organizationId],
      open: !closedStates.includes(achievement.state),
      provisional: achievement.state === 'disclosed',
    };
  }

  /** Opens a round; an earlier one that was running or agreed is superseded, and all sign again. */
  async propose(
    actor: PersonActor,
    achievementId: string,
    proposal: Proposal,
  ): Promise<Result<ShareAgreement, ShareAgreementRefusal>> {
    const inventors = proposeShares(proposal.basis, proposal.inventors);
    if (!inventors.ok) return inventors;
    return this.unitOfWork.run(actor, async (tx): Promise<Result<ShareAgreement, ShareAgreementRefusal>> => {
      await this.achievements.lock(tx, achievementId);
      const achievement = await this.achievements.find(tx, achievementId);
      if (!achievement || !actsFor(actor, achievement.organizationId)) return refuse('achievement.notFound');
      if (closedStates.includes(achievement.state)) return refuse('achievement.closed', { state: achievement.state });
      const people = inventors.value.flatMap(({ personId }) => personId ?? []);
      const unknown = await this.unitOfWork.asSystem(tx, 'shareAgreement', (system) =>
        this.agreements.unknownPeople(system, people),
      );
      if (unknown.length > 0) return refuse('shareAgreement.unknownPerson', {}, '/inventors');
      const rounds = await this.agreements.rounds(tx, achievementId);
      for (const earlier of rounds) await this.supersede(tx, earlier);
      const content = {
        achievementId,
        title: achievement.title,
        round: rounds.length + 1,
        basis: proposal.basis,
        statement: proposal.statement,
        inventors: inventors.value,
      };
      const agreement: ShareAgreement = {
        id: uuid(),
        achievementId,
        organizationId: actor.organizationId,
        round: content.round,
        basis: proposal.basis,
        statement: proposal.statement,
        inventors: inventors.value,
        confirmations: [],
        contentHash: contentHash(content),
        state: 'collecting',
        proposedBy: actor.personId,
        version: 1,
        createdAt: this.clock.now(),
        agreedAt: null,
      };
      await this.agreements.insert(tx, agreement);
      await this.record(tx, 'propose', null, agreement, proposal.statement);
      return ok(agreement);
    });
  }

  /** An inventor's word by the own account. */
  async confirm(actor: PersonActor, id: string, given: Given): Promise<Result<ShareAgreement, ShareAgreementRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<ShareAgreement, ShareAgreementRefusal>> => {
      const agreement = await this.agreements.forUpdate(tx, id);
      if (!agreement) return refuse('shareAgreement.notFound');
      const position = agreement.inventors.findIndex(({ personId }) => personId === actor.personId);
      return this.take(tx, agreement, {
        ...given,
        position,
        manner: 'account',
        attachmentId: null,
        byPersonId: actor.personId,
        at: this.clock.now(),
      });
    });
  }

  /** The signed paper of an inventor without an account, handed in by the unit: named, and never by one who gains by it. */
  async recordPaper(
    actor: PersonActor,
    id: string,
    name: string,
    attachmentId: string,
  ): Promise<Result<ShareAgreement, ShareAgreementRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<ShareAgreement, ShareAgreementRefusal>> => {
      const agreement = await this.agreements.forUpdate(tx, id);
      if (!agreement || !actsFor(actor, agreement.organizationId)) return refuse('shareAgreement.notFound');
      const position = agreement.inventors.findIndex((one) => one.name === name);
      if (agreement.inventors.some(({ personId }) => personId === actor.personId))
        return refuse('shareAgreement.ownPaper');
      const paper = await this.attachments.get(actor, attachmentId);
      const fits =
        paper.ok &&
        paper.value.removedAt === null &&
        paper.value.subjectKind === 'achievement' &&
        paper.value.subjectId === agreement.achievementId &&
        paper.value.materialKind === 'paperConsent';
      if (!fits) return refuse('shareAgreement.paperMissing', {}, '/attachmentId');
      return this.take(tx, agreement, {
        position,
        answer: 'agreed',
        manner: 'paper',
        attachmentId,
        contentHash: agreement.contentHash,
        reason: null,
        byPersonId: actor.personId,
        at: this.clock.now(),
      });
    });
  }

  async withdraw(actor: PersonActor, id: string): Promise<Result<ShareAgreement, ShareAgreementRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<ShareAgreement, ShareAgreementRefusal>> => {
      const agreement = await this.agreements.forUpdate(tx, id);
      if (!agreement || !actsFor(actor, agreement.organizationId)) return refuse('shareAgreement.notFound');
      return this.move(tx, agreement, 'withdraw');
    });
  }

  async get(actor: PersonActor, id: string): Promise<Result<ShareAgreement, NotFound>> {
    const found = await this.unitOfWork.run(actor, (tx) => this.agreements.find(tx, id));
    return found ? ok(found) : refuse('shareAgreement.notFound');
  }

  async list(actor: PersonActor, state: string | null, after: string | null, limit: number): Promise<ShareAgreement[]> {
    return this.unitOfWork.run(actor, (tx) => this.agreements.list(tx, state, after, limit));
  }

  /** Every round of an achievement, first to last, as the actor of the transaction may see them. */
  async rounds(tx: Tx, achievementId: string): Promise<ShareAgreement[]> {
    return this.agreements.rounds(tx, achievementId);
  }

  /** The round that all inventors signed and that still holds; null when there is none. */
  async inForce(tx: Tx, achievementId: string): Promise<ShareAgreement | null> {
    const rounds = await this.agreements.rounds(tx, achievementId);
    return rounds.find(({ state }) => state === 'agreed') ?? null;
  }

  private async take(
    tx: Tx,
    before: ShareAgreement,
    confirmation: InventorConfirmation,
  ): Promise<Result<ShareAgreement, ShareAgreementRefusal>> {
    const after = confirmShares(before, confirmation);
    if (!after.ok) return after;
    await this.agreements.insertConfirmation(tx, before, confirmation);
    await this.agreements.saveState(tx, after.value);
    const event = confirmation.answer === 'declined' ? 'decline' : 'agree';
    await this.record(tx, event, before, after.value, confirmation.reason ?? undefined);
    if (after.value.state === 'agreed') {
      await this.unitOfWork.asSystem(tx, 'shareAgreement', (system) =>
        this.achievements.agreeShares(system, before.achievementId, after.value.inventors),
      );
    }
    return after;
  }

  private async supersede(tx: Tx, agreement: ShareAgreement): Promise<void> {
    if (agreement.state === 'superseded' || agreement.state === 'withdrawn') return;
    await this.move(tx, agreement, 'supersede');
  }

  private async move(
    tx: Tx,
    before: ShareAgreement,
    event: ShareAgreementEvent,
  ): Promise<Result<ShareAgreement, Refusal<'state.notAllowed'>>> {
    const next = transition(shareAgreementTransitions, before.state, event);
    if (!next.ok) return next;
    const after = { ...before, state: next.value, version: before.version + 1 };
    await this.agreements.saveState(tx, after);
    await this.record(tx, event, before, after);
    return ok(after);
  }

  private record(
    tx: Tx,
    event: string,
    before: ShareAgreement | null,
    after: ShareAgreement,
    reason?: string,
  ): Promise<void> {
    return this.journal.record(tx, {
      subjectKind: 'shareAgreement',
      subjectId: after.id,
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(reason !== undefined && { reason }),
      parties: [after.organizationId],
      before,
      after,
    });
  }
}
