import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import {
  checkConclusion,
  evaluationTransitions,
  type ConclusionRefusal,
  type Evaluation,
  type EvaluationConclusion,
  type EvaluationEvent,
} from '#domain/evaluation/evaluation.js';
import { actsFor, hasRole, type Actor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { AchievementService } from '../achievement/achievement.service.js';
import { AttachmentService, type AttachmentHost, type Standing } from '../attachment/attachment.service.js';
import { OrganizationService } from '../identity/organization.service.js';
import { RelationService } from '../relation/relation.service.js';
import { EvaluationRepository, type PublicEvaluation } from './evaluation.repository.js';
import { EvaluatorQualificationService } from './evaluator-qualification.service.js';

export type { PublicEvaluation } from './evaluation.repository.js';

export type EvaluationRefusal =
  | ConclusionRefusal
  | Refusal<
      | 'achievement.notFound'
      | 'evaluation.notFound'
      | 'evaluation.evaluatorUnknown'
      | 'evaluation.evaluatorUnqualified'
      | 'evaluation.conflict'
      | 'evaluation.reportMissing'
      | 'evaluation.supersedesUnknown'
      | 'evaluation.duePast'
      | 'state.notAllowed'
    >;

export type Commission = Pick<
  Evaluation,
  'achievementId' | 'evaluatorOrganizationId' | 'scope' | 'fee' | 'feePayer' | 'dueOn' | 'supersedesId'
>;
type Concluded = Omit<EvaluationConclusion, 'reportSha256'>;

const bureauReaders = ['registrar', 'reviewer', 'rewardOfficer', 'auditor'] as const;

/** Third-party evaluations: commissioned, accepted, concluded once; conflicts of interest block at every step. */
@Injectable()
export class EvaluationService implements OnModuleInit, AttachmentHost {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly evaluations: EvaluationRepository,
    private readonly qualifications: EvaluatorQualificationService,
    private readonly achievements: AchievementService,
    private readonly organizations: OrganizationService,
    private readonly attachments: AttachmentService,
    private readonly relations: RelationService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.attachments.host('evaluation', this);
  }

  async attachmentStanding(tx: Tx, _actor: PersonActor, id: string): Promise<Standing | null> {
    const found = await this.evaluations.find(tx, id);
    if (!found) return null;
    return { readerIds: partiesOf(found), open: found.state === 'accepted', provisional: found.state === 'accepted' };
  }

  /** The owner of the achievement, or the bureau, commissions a qualified third party; the fee is fixed with it. */
  async commission(actor: PersonActor, given: Commission): Promise<Result<Evaluation, EvaluationRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Evaluation, EvaluationRefusal>> => {
      const achievement = await this.achievements.find(tx, given.achievementId);
      const may =
        achievement && (actsFor(actor, achievement.organizationId) || hasRole(actor, 'reviewer', 'registrar'));
      if (!may) return refuse('achievement.notFound');
      if (given.dueOn < this.today()) return refuse('evaluation.duePast', {}, '/dueOn');
      const { evaluatorOrganizationId } = given;
      if (!(await this.organizations.isVerified(tx, evaluatorOrganizationId))) {
        return refuse('evaluation.evaluatorUnknown', {}, '/evaluatorOrganizationId');
      }
      const now = this.clock.now();
      const evaluation: Evaluation = {
        ...given,
        id: uuid(),
        ownerOrganizationId: achievement.organizationId,
        commissionerOrganizationId: actor.organizationId,
        state: 'commissioned',
        conclusion: null,
        stateReason: null,
        version: 1,
        createdAt: now,
        updatedAt: now,
      };
      const fit = await this.fitness(tx, evaluation);
      if (!fit.ok) return fit;
      const superseded = await this.supersedable(tx, evaluation);
      if (!superseded.ok) return superseded;
      if (!(await this.evaluations.insert(tx, evaluation))) {
        return refuse('evaluation.supersedesUnknown', {}, '/supersedesId');
      }
      await this.record(tx, 'commission', null, evaluation);
      return ok(evaluation);
    });
  }

  /** The evaluator takes it: whoever accepts must not be related either. */
  async accept(actor: PersonActor, id: string): Promise<Result<Evaluation, EvaluationRefusal>> {
    return this.change(actor, id, 'accept', 'evaluator', async (tx, evaluation) => {
      const fit = await this.fitness(tx, evaluation, [actor.personId]);
      return fit.ok ? ok(evaluation) : fit;
    });
  }

  async decline(actor: PersonActor, id: string, reason: string): Promise<Result<Evaluation, EvaluationRefusal>> {
    return this.change(actor, id, 'decline', 'evaluator', async (_tx, found) => ok({ ...found, stateReason: reason }));
  }

  async cancel(actor: PersonActor, id: string, reason: string): Promise<Result<Evaluation, EvaluationRefusal>> {
    return this.change(actor, id, 'cancel', 'commissioner', async (_tx, found) =>
      ok({ ...found, stateReason: reason }),
    );
  }

  /** The report is on file, the five values are judged, nobody who judged is related: then it stands for good. */
  async conclude(actor: PersonActor, id: string, given: Concluded): Promise<Result<Evaluation, EvaluationRefusal>> {
    return this.change(actor, id, 'conclude', 'evaluator', async (tx, evaluation) => {
      const { inventors } = await this.unitOfWork.asSystem(tx, 'evaluation', (system) =>
        this.achievements.disclosureOf(system, evaluation.achievementId),
      );
      const names = inventors.map(({ name }) => name);
      const sound = checkConclusion(given, names, this.today());
      if (!sound.ok) return sound;
      const people = given.experts.flatMap(({ personId }) => personId ?? []);
      const fit = await this.fitness(tx, evaluation, [actor.personId, ...people]);
      if (!fit.ok) return fit;
      const files = await this.attachments.history(tx, { kind: 'evaluation', id });
      const report = files.find((file) => file.id === given.reportAttachmentId && file.removedAt === null);
      if (report?.organizationId !== actor.organizationId) {
        return refuse('evaluation.reportMissing', {}, '/reportAttachmentId');
      }
      if (evaluation.supersedesId !== null) await this.supersede(tx, evaluation.supersedesId);
      return ok({ ...evaluation, conclusion: { ...given, reportSha256: report.sha256 } });
    });
  }

  async get(actor: PersonActor, id: string): Promise<Result<Evaluation, EvaluationRefusal>> {
    const found = await this.unitOfWork.run(actor, (tx) => this.evaluations.find(tx, id));
    return found ? ok(found) : refuse('evaluation.notFound');
  }

  /** Those in which the organization has a part; all for the bureau. */
  async list(actor: PersonActor, after: string | null, limit: number): Promise<Evaluation[]> {
    const whose = hasRole(actor, ...bureauReaders) ? null : actor.organizationId;
    return this.unitOfWork.run(actor, (tx) => this.evaluations.list(tx, whose, after, limit));
  }

  /** The public part of what was concluded about an achievement. */
  async ofAchievement(
    actor: Actor,
    achievementId: string,
    after: string | null,
    limit: number,
  ): Promise<Result<PublicEvaluation[], EvaluationRefusal>> {
    const found = await this.achievements.get(actor, achievementId);
    if (!found.ok) return refuse('achievement.notFound');
    return ok(await this.evaluations.listPublic(achievementId, after, limit));
  }

  /** Qualified today, and neither it nor any of these people is related to the achievement's owner or to who commissions. */
  private async fitness(
    tx: Tx,
    evaluation: Evaluation,
    people: readonly string[] = [],
  ): Promise<Result<null, EvaluationRefusal>> {
    const { evaluatorOrganizationId, ownerOrganizationId, commissionerOrganizationId } = evaluation;
    if (!(await this.qualifications.isQualified(tx, evaluatorOrganizationId, this.today()))) {
      return refuse('evaluation.evaluatorUnqualified');
    }
    const judges = [
      { kind: 'organization' as const, id: evaluatorOrganizationId },
      ...people.map((id) => ({ kind: 'person' as const, id })),
    ];
    // A bureau commissions for the public: only the owner's interest can bend what is found then.
    const parties =
      commissionerOrganizationId === ownerOrganizationId
        ? [ownerOrganizationId]
        : [ownerOrganizationId, commissionerOrganizationId];
    const nodes = parties.map((id) => ({ kind: 'organization' as const, id }));
    for (const judge of judges) {
      const reason = await this.relations.keptAway(tx, 'decider', judge, nodes);
      if (reason !== null) return refuse('evaluation.conflict', { reason });
    }
    return ok(null);
  }

  private async supersedable(
    tx: Tx,
    { supersedesId, achievementId }: Evaluation,
  ): Promise<Result<null, EvaluationRefusal>> {
    if (supersedesId === null) return ok(null);
    const before = await this.evaluations.find(tx, supersedesId);
    const fits = before?.achievementId === achievementId && before.state === 'concluded';
    return fits ? ok(null) : refuse('evaluation.supersedesUnknown', {}, '/supersedesId');
  }

  private async supersede(tx: Tx, id: string): Promise<void> {
    await this.unitOfWork.asSystem(tx, 'evaluation', async (system) => {
      const before = await this.evaluations.forUpdate(system, id);
      if (before?.state !== 'concluded') return;
      const after: Evaluation = {
        ...before,
        state: 'superseded',
        version: before.version + 1,
        updatedAt: this.clock.now(),
      };
      await this.evaluations.save(system, after);
      await this.record(system, 'supersede', before, after);
    });
  }

  private today = () => beijingDate(this.clock.now());

  private change(
    actor: PersonActor,
    id: string,
    event: EvaluationEvent,
    by: 'evaluator' | 'commissioner',
    decide: (tx: Tx, evaluation: Evaluation) => Promise<Result<Evaluation, EvaluationRefusal>>,
  ): Promise<Result<Evaluation, EvaluationRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Evaluation, EvaluationRefusal>> => {
      const found = await this.evaluations.forUpdate(tx, id);
      const whose = by === 'evaluator' ? found?.evaluatorOrganizationId : found?.commissionerOrganizationId;
      if (!found || whose !== actor.organizationId) return refuse('evaluation.notFound');
      const next = transition(evaluationTransitions, found.state, event);
      if (!next.ok) return next;
      const decided = await decide(tx, found);
      if (!decided.ok) return decided;
      const after = { ...decided.value, state: next.value, version: found.version + 1, updatedAt: this.clock.now() };
      await this.evaluations.save(tx, after);
      await this.record(tx, event, found, after);
      return ok(after);
    });
  }

  private async record(tx: Tx, event: string, before: Evaluation | null, after: Evaluation): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'evaluation',
      subjectId: after.id,
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(after.stateReason !== null && { reason: after.stateReason }),
      parties: partiesOf(after),
      before,
      after,
    });
  }
}

const partiesOf = (evaluation: Evaluation): string[] => [
  ...new Set([
    evaluation.ownerOrganizationId,
    evaluation.commissionerOrganizationId,
    evaluation.evaluatorOrganizationId,
  ]),
];
