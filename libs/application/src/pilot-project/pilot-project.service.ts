import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import {
  checkPlan,
  decideGate,
  pilotProjectTransitions,
  recordSpending,
  submitGate,
  type GateDecision,
  type GateRefusal,
  type PilotGate,
  type PilotProject,
  type PilotSpending,
  type PlanRefusal,
} from '#domain/pilot-project/pilot-project.js';
import { readinessPolicyOn } from '#domain/readiness/readiness.policy.js';
import { provenBy, type ClaimRefusal, type ReadinessEvidence } from '#domain/readiness/readiness.js';
import { actsFor, hasRole, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { AchievementService } from '../achievement/achievement.service.js';
import { AttachmentService, type AttachmentHost, type Standing } from '../attachment/attachment.service.js';
import { ReadinessService } from '../readiness/readiness.service.js';
import { RelationService } from '../relation/relation.service.js';
import { PilotProjectRepository } from './pilot-project.repository.js';

export type PilotRefusal =
  | PlanRefusal
  | GateRefusal
  | ClaimRefusal
  | Refusal<
      | 'achievement.notFound'
      | 'pilotProject.notFound'
      | 'pilotProject.startUnproven'
      | 'pilotProject.overBudget'
      | 'pilotProject.amountZero'
      | 'pilotProject.spentAhead'
      | 'pilotProject.conflict'
      | 'readinessClaim.attachmentUnknown'
    >;

export type NewPilot = Omit<
  PilotProject,
  'id' | 'organizationId' | 'state' | 'spent' | 'gates' | 'stateReason' | 'version' | 'createdAt' | 'updatedAt'
> & { readonly gates: readonly Pick<PilotGate, 'level' | 'criteria' | 'dueOn'>[] };

type Outcome = Result<PilotProject, PilotRefusal>;
const bureauReaders = ['registrar', 'reviewer', 'rewardOfficer', 'auditor'] as const;

/** Pilot projects: planned from a proven level, reviewed gate by gate; a passed gate raises a readiness claim. */
@Injectable()
export class PilotProjectService implements OnModuleInit, AttachmentHost {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pilots: PilotProjectRepository,
    private readonly achievements: AchievementService,
    private readonly readiness: ReadinessService,
    private readonly attachments: AttachmentService,
    private readonly relations: RelationService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.attachments.host('pilotProject', this);
  }

  async attachmentStanding(tx: Tx, _actor: PersonActor, id: string): Promise<Standing | null> {
    const project = await this.pilots.find(tx, id);
    if (!project) return null;
    const open = project.state !== 'stopped' && project.state !== 'completed';
    return { readerIds: [project.organizationId], open, provisional: project.state === 'planned' };
  }

  /** The owner of the achievement plans; the project starts from a level that is proven today. */
  async plan(actor: PersonActor, given: NewPilot): Promise<Outcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
      const achievement = await this.achievements.find(tx, given.achievementId);
      if (!achievement || !actsFor(actor, achievement.organizationId)) return refuse('achievement.notFound');
      const sound = checkPlan(given, given.gates);
      if (!sound.ok) return sound;
      const proven = await this.readiness.provenLevel(tx, achievement.id);
      if (given.fromLevel > proven)
        return refuse('pilotProject.startUnproven', { proven: String(proven) }, '/fromLevel');
      const now = this.clock.now();
      const project: PilotProject = {
        ...given,
        id: uuid(),
        organizationId: actor.organizationId,
        state: 'planned',
        spent: 0n,
        gates: given.gates.map((gate) => ({ ...gate, ...newGate, id: uuid() })),
        stateReason: null,
        version: 1,
        createdAt: now,
        updatedAt: now,
      };
      await this.pilots.insert(tx, project);
      await this.record(tx, 'create', null, project);
      return ok(project);
    });
  }

  async start(actor: PersonActor, id: string): Promise<Outcome> {
    return this.change(actor, id, 'start', async (_tx, project) => moved(project, 'start', null));
  }

  async resume(actor: PersonActor, id: string): Promise<Outcome> {
    return this.change(actor, id, 'resume', async (_tx, project) => moved(project, 'resume', null));
  }

  async stop(actor: PersonActor, id: string, reason: string): Promise<Outcome> {
    return this.change(actor, id, 'stop', async (_tx, project) => moved(project, 'stop', reason), reason);
  }

  /** Hands in a gate: its evidence fits its level and its files are on the project. */
  async submitGate(
    actor: PersonActor,
    id: string,
    level: number,
    given: { readonly evidence: readonly Omit<ReadinessEvidence, 'level'>[]; readonly report: string },
  ): Promise<Outcome> {
    return this.change(actor, id, 'submitGate', async (tx, project) => {
      const evidence = given.evidence.map((item) => ({ ...item, level }));
      const below = Array.from({ length: level - 1 }, (_, at) => ({ level: at + 1, revokedOn: null }));
      const fits = provenBy({ level, evidence }, below, this.today(), readinessPolicyOn(this.today()));
      if (!fits.ok) return fits;
      const files = await this.attachments.history(tx, { kind: 'pilotProject', id });
      const known = new Set(files.filter(({ removedAt }) => removedAt === null).map((file) => file.id));
      const unknown = evidence.findIndex(({ attachmentId }) => attachmentId !== null && !known.has(attachmentId));
      if (unknown >= 0) return refuse('readinessClaim.attachmentUnknown', {}, `/evidence/${unknown}/attachmentId`);
      return submitGate(project, level, evidence, given.report);
    });
  }

  /** The bureau says go, hold or stop, with reasons; nobody who is related to the project's unit. */
  async decideGate(
    actor: PersonActor,
    id: string,
    level: number,
    decision: GateDecision,
    reason: string,
  ): Promise<Outcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
      const project = await this.pilots.forUpdate(tx, id);
      if (!project) return refuse('pilotProject.notFound');
      const party = { kind: 'organization' as const, id: project.organizationId };
      const conflict = await this.relations.conflict(tx, actor.personId, party);
      if (conflict !== null) return refuse('pilotProject.conflict', { reason: conflict });
      const decided = decideGate(project, level, decision, reason, actor.personId);
      if (!decided.ok) return decided;
      const event = decided.value.state === 'completed' ? 'complete' : decision;
      const after = await this.save(tx, event, project, decided.value, reason);
      const gate = after.gates.find((each) => each.level === level);
      if (decision === 'go' && gate) await this.raise(tx, after, gate);
      return ok(after);
    });
  }

  /** Records money that was spent; the project's lock keeps two records from passing the budget together. */
  async spend(
    actor: PersonActor,
    id: string,
    given: Omit<PilotSpending, 'id'>,
  ): Promise<Result<PilotSpending, PilotRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<PilotSpending, PilotRefusal>> => {
      const project = await this.own(tx, actor, id);
      if (!project) return refuse('pilotProject.notFound');
      if (given.spentOn > this.today()) return refuse('pilotProject.spentAhead', {}, '/spentOn');
      const spent = recordSpending(project, [given.amount]);
      if (!spent.ok) return spent;
      const spending = { ...given, id: uuid() };
      await this.pilots.insertSpending(tx, project, spending, actor.personId, this.clock.now());
      await this.save(tx, 'spend', project, spent.value);
      return ok(spending);
    });
  }

  async spendings(
    actor: PersonActor,
    id: string,
    after: string | null,
    limit: number,
  ): Promise<Result<PilotSpending[], PilotRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<PilotSpending[], PilotRefusal>> => {
      if (!(await this.pilots.find(tx, id))) return refuse('pilotProject.notFound');
      return ok(await this.pilots.spendings(tx, id, after, limit));
    });
  }

  async get(actor: PersonActor, id: string): Promise<Outcome> {
    const project = await this.unitOfWork.run(actor, (tx) => this.pilots.find(tx, id));
    return project ? ok(project) : refuse('pilotProject.notFound');
  }

  /** The organization's own; all for the bureau. */
  async list(actor: PersonActor, after: string | null, limit: number): Promise<PilotProject[]> {
    const whose = hasRole(actor, ...bureauReaders) ? null : actor.organizationId;
    return this.unitOfWork.run(actor, (tx) => this.pilots.list(tx, whose, after, limit));
  }

  private async raise(tx: Tx, project: PilotProject, gate: PilotGate): Promise<void> {
    const { achievementId, organizationId, farming, title } = project;
    await this.readiness.raise(tx, {
      achievementId,
      organizationId,
      farming,
      level: gate.level,
      pilotGateId: gate.id,
      // The files stay with the project: the claim names it in words.
      evidence: gate.evidence.map((item) => ({
        ...item,
        attachmentId: null,
        description: `${item.description}（中试项目「${title}」第 ${gate.level} 级阶段门）`,
      })),
    });
  }

  private today = () => beijingDate(this.clock.now());

  private async own(tx: Tx, actor: PersonActor, id: string): Promise<PilotProject | null> {
    const project = await this.pilots.forUpdate(tx, id);
    return project && actsFor(actor, project.organizationId) ? project : null;
  }

  private change(
    actor: PersonActor,
    id: string,
    event: string,
    decide: (tx: Tx, project: PilotProject) => Promise<Outcome>,
    reason?: string,
  ): Promise<Outcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
      const before = await this.own(tx, actor, id);
      if (!before) return refuse('pilotProject.notFound');
      const decided = await decide(tx, before);
      if (!decided.ok) return decided;
      return ok(await this.save(tx, event, before, decided.value, reason));
    });
  }

  private async save(
    tx: Tx,
    event: string,
    before: PilotProject,
    decided: PilotProject,
    reason?: string,
  ): Promise<PilotProject> {
    const after = { ...decided, version: before.version + 1, updatedAt: this.clock.now() };
    await this.pilots.save(tx, after);
    await this.record(tx, event, before, after, reason);
    return after;
  }

  private async record(
    tx: Tx,
    event: string,
    before: PilotProject | null,
    after: PilotProject,
    reason?: string,
  ): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'pilotProject',
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

const newGate = {
  state: 'pending',
  evidence: [],
  report: null,
  decision: null,
  decisionReason: null,
  decidedBy: null,
} as const;

function moved(project: PilotProject, event: 'start' | 'resume' | 'stop', stateReason: string | null): Outcome {
  const next = transition(pilotProjectTransitions, project.state, event);
  return next.ok ? ok({ ...project, state: next.value, stateReason }) : next;
}
