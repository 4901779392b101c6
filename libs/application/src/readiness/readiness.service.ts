import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import { readinessPolicyOn } from '#domain/readiness/readiness.policy.js';
import {
  provenBy,
  readinessClaimTransitions,
  readinessStanding,
  type ClaimRefusal,
  type ReadinessClaim,
  type ReadinessClaimEvent,
  type ReadinessEvidence,
  type ReadinessProof,
  type ReadinessStanding,
} from '#domain/readiness/readiness.js';
import { actsFor, hasRole, type Actor, type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { AchievementService } from '../achievement/achievement.service.js';
import { AttachmentService, type AttachmentHost, type Standing } from '../attachment/attachment.service.js';
import { RelationService } from '../relation/relation.service.js';
import { ReadinessRepository, type StoredProof } from './readiness.repository.js';

export type ReadinessRefusal =
  | ClaimRefusal
  | Refusal<
      | 'achievement.notFound'
      | 'readinessClaim.notFound'
      | 'readinessClaim.attachmentUnknown'
      | 'readinessClaim.conflict'
      | 'readinessProof.notFound'
      | 'readinessProof.revokedAlready'
      | 'state.notAllowed'
    >;

/** What proofs say of an achievement, with the proofs. */
export interface AchievementReadiness extends ReadinessStanding {
  readonly proofs: readonly StoredProof[];
}

const batchSize = 200;
const bureauReaders = ['registrar', 'reviewer', 'rewardOfficer', 'auditor'] as const;

/** Readiness levels with evidence: claimed by the owner, decided by the bureau, decayed by time. */
@Injectable()
export class ReadinessService implements OnModuleInit, AttachmentHost {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly readiness: ReadinessRepository,
    private readonly achievements: AchievementService,
    private readonly attachments: AttachmentService,
    private readonly relations: RelationService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.attachments.host('readinessClaim', this);
    this.achievements.guardReadiness((tx, id) =>
      this.unitOfWork.asSystem(tx, 'readiness', (system) => this.readiness.isProven(system, id)),
    );
  }

  async attachmentStanding(tx: Tx, _actor: PersonActor, id: string): Promise<Standing | null> {
    const claim = await this.readiness.find(tx, id);
    if (!claim) return null;
    const open = claim.state === 'draft' || claim.state === 'submitted';
    return { readerIds: [claim.organizationId], open, provisional: claim.state === 'draft' };
  }

  async draft(
    actor: PersonActor,
    given: Pick<ReadinessClaim, 'achievementId' | 'level' | 'farming'>,
  ): Promise<Result<ReadinessClaim, ReadinessRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const achievement = await this.achievements.find(tx, given.achievementId);
      if (!achievement || !actsFor(actor, achievement.organizationId)) return refuse('achievement.notFound');
      return ok(await this.store(tx, { ...given, organizationId: actor.organizationId, pilotGateId: null }));
    });
  }

  /** A passed gate of a pilot project tells of the level it reached: the claim stands as submitted, for the bureau to decide. */
  async raise(
    tx: Tx,
    given: Pick<ReadinessClaim, 'achievementId' | 'organizationId' | 'level' | 'farming' | 'evidence'> & {
      readonly pilotGateId: string;
    },
  ): Promise<ReadinessClaim> {
    return this.unitOfWork.asSystem(tx, 'readiness', (system) => this.store(system, given, 'submitted'));
  }

  /** The level that is proven today; 0 when there is none. */
  async provenLevel(tx: Tx, achievementId: string): Promise<number> {
    return this.told(await this.readiness.proofs(tx, achievementId)).currentLevel ?? 0;
  }

  /** Submits with the evidence for the level and for every level below that is not proven yet. */
  async submit(
    actor: PersonActor,
    id: string,
    evidence: readonly ReadinessEvidence[],
  ): Promise<Result<ReadinessClaim, ReadinessRefusal>> {
    return this.change(actor, id, 'submit', async (tx, claim) => {
      if (!actsFor(actor, claim.organizationId)) return refuse('readinessClaim.notFound');
      const submitted = { ...claim, evidence };
      const known = new Set(
        (await this.attachments.history(tx, { kind: 'readinessClaim', id }))
          .filter(({ removedAt }) => removedAt === null)
          .map((attachment) => attachment.id),
      );
      const unknown = evidence.findIndex(({ attachmentId }) => attachmentId !== null && !known.has(attachmentId));
      if (unknown >= 0) return refuse('readinessClaim.attachmentUnknown', {}, `/evidence/${unknown}/attachmentId`);
      const sound = provenBy(
        submitted,
        await this.readiness.proofs(tx, claim.achievementId),
        this.today(),
        this.policy(),
      );
      return sound.ok ? ok(submitted) : sound;
    });
  }

  async withdraw(actor: PersonActor, id: string): Promise<Result<ReadinessClaim, ReadinessRefusal>> {
    return this.change(actor, id, 'withdraw', async (_tx, claim) =>
      actsFor(actor, claim.organizationId) ? ok(claim) : refuse('readinessClaim.notFound'),
    );
  }

  /** The bureau decides; nobody who is related to the owner. What is proven shows in the achievement at once. */
  async decide(
    actor: PersonActor,
    id: string,
    event: 'prove' | 'reject',
    reason: string,
  ): Promise<Result<ReadinessClaim, ReadinessRefusal>> {
    return this.change(
      actor,
      id,
      event,
      async (tx, claim): Promise<Result<ReadinessClaim, ReadinessRefusal>> => {
        const party = { kind: 'organization' as const, id: claim.organizationId };
        const conflict = await this.relations.conflict(tx, actor.personId, party);
        if (conflict !== null) return refuse('readinessClaim.conflict', { reason: conflict });
        const decided = { ...claim, decidedBy: actor.personId, decisionReason: reason };
        if (event === 'reject') return ok(decided);
        const proven = provenBy(
          claim,
          await this.readiness.proofs(tx, claim.achievementId),
          this.today(),
          readinessPolicyOn(this.today()),
        );
        if (!proven.ok) return proven;
        await this.unitOfWork.asSystem(tx, 'readiness', async (system) => {
          for (const [level, provenOn] of proven.value) {
            const proof: ReadinessProof = {
              id: uuid(),
              achievementId: claim.achievementId,
              level,
              provenOn,
              revokedOn: null,
            };
            await this.readiness.insertProof(system, claim, proof, actor.personId, this.clock.now());
          }
          await this.bringUpToDate(system, claim.achievementId);
        });
        return ok(decided);
      },
      reason,
    );
  }

  /** A proof that was false is revoked with its reason; every level that stood on it falls. */
  async revoke(
    actor: PersonActor,
    id: string,
    reason: string,
  ): Promise<Result<AchievementReadiness, ReadinessRefusal>> {
    return this.unitOfWork.run(actor, (tx) =>
      this.unitOfWork.asSystem(
        tx,
        'readiness',
        async (system): Promise<Result<AchievementReadiness, ReadinessRefusal>> => {
          const proof = await this.readiness.proofForUpdate(system, id);
          if (!proof) return refuse('readinessProof.notFound');
          if (proof.revokedOn !== null) return refuse('readinessProof.revokedAlready', { on: proof.revokedOn });
          await this.readiness.revokeProof(system, id, this.today(), actor.personId, reason);
          await this.journal.record(system, {
            subjectKind: 'readinessProof',
            subjectId: id,
            event: 'revoke',
            from: null,
            to: null,
            reason,
            parties: [proof.organizationId],
            before: proof,
          });
          await this.bringUpToDate(system, proof.achievementId);
          return ok(this.told(await this.readiness.proofs(system, proof.achievementId)));
        },
      ),
    );
  }

  /** For anybody who may see the achievement. */
  async ofAchievement(actor: Actor, achievementId: string): Promise<Result<AchievementReadiness, ReadinessRefusal>> {
    const found = await this.achievements.get(actor, achievementId);
    if (!found.ok) return refuse('achievement.notFound');
    const open = await this.readiness.publicProofs(achievementId);
    if (open.length > 0 || actor.kind === 'anonymous') return ok(this.told(open));
    return ok(this.told(await this.unitOfWork.run(actor, (tx) => this.readiness.proofs(tx, achievementId))));
  }

  async get(actor: PersonActor, id: string): Promise<Result<ReadinessClaim, ReadinessRefusal>> {
    const claim = await this.unitOfWork.run(actor, (tx) => this.readiness.find(tx, id));
    return claim ? ok(claim) : refuse('readinessClaim.notFound');
  }

  /** The organization's own; for the bureau, all that were submitted. */
  async list(actor: PersonActor, after: string | null, limit: number): Promise<ReadinessClaim[]> {
    const whose = hasRole(actor, ...bureauReaders) ? null : actor.organizationId;
    return this.unitOfWork.run(actor, (tx) => this.readiness.list(tx, whose, after, limit));
  }

  /** Writes the level that still counts today into every achievement with proofs. */
  async decay(actor: SystemActor): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      for (let ids = await this.readiness.provenAchievements(tx, null, batchSize); ids.length > 0;) {
        for (const id of ids) await this.bringUpToDate(tx, id);
        ids = await this.readiness.provenAchievements(tx, ids.at(-1) ?? null, batchSize);
      }
    });
  }

  private async bringUpToDate(system: Tx, achievementId: string): Promise<void> {
    const { currentLevel, farmStage, proofs } = this.told(await this.readiness.proofs(system, achievementId));
    const farming = proofs.some((proof) => proof.farming);
    await this.achievements.proveReadiness(system, achievementId, currentLevel, farming ? farmStage : undefined);
  }

  private told(proofs: readonly StoredProof[]): AchievementReadiness {
    return { ...readinessStanding(proofs, this.today(), this.policy()), proofs };
  }

  private today = () => beijingDate(this.clock.now());
  private policy = () => readinessPolicyOn(this.today());

  private async store(
    tx: Tx,
    given: Pick<ReadinessClaim, 'achievementId' | 'organizationId' | 'level' | 'farming' | 'pilotGateId'> & {
      readonly evidence?: readonly ReadinessEvidence[];
    },
    state: 'draft' | 'submitted' = 'draft',
  ): Promise<ReadinessClaim> {
    const now = this.clock.now();
    const claim: ReadinessClaim = {
      evidence: [],
      ...given,
      id: uuid(),
      state,
      policyVersion: this.policy().version,
      decidedBy: null,
      decisionReason: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    await this.readiness.insert(tx, claim);
    await this.record(tx, 'create', null, claim);
    return claim;
  }

  private change(
    actor: PersonActor,
    id: string,
    event: ReadinessClaimEvent,
    decide: (tx: Tx, claim: ReadinessClaim) => Promise<Result<ReadinessClaim, ReadinessRefusal>>,
    reason?: string,
  ): Promise<Result<ReadinessClaim, ReadinessRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<ReadinessClaim, ReadinessRefusal>> => {
      const found = await this.readiness.forUpdate(tx, id);
      if (!found) return refuse('readinessClaim.notFound');
      const next = transition(readinessClaimTransitions, found.state, event);
      if (!next.ok) return next;
      const decided = await decide(tx, found);
      if (!decided.ok) return decided;
      const after = { ...decided.value, state: next.value, version: found.version + 1, updatedAt: this.clock.now() };
      await this.readiness.save(tx, after);
      await this.record(tx, event, found, after, reason);
      return ok(after);
    });
  }

  private async record(
    tx: Tx,
    event: string,
    before: ReadinessClaim | null,
    after: ReadinessClaim,
    reason?: string,
  ): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'readinessClaim',
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
