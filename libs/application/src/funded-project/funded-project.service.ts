import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import {
  checkMeasure,
  dueDay,
  moveProject,
  reminderDays,
  shortfalls,
  type FundedProject,
  type FundedProjectEvent,
  type Measure,
  type MeasureRefusal,
  type Submission,
} from '#domain/funded-project/funded-project.js';
import { actsFor, hasRole, type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { AttachmentService, type AttachmentHost, type Standing } from '../attachment/attachment.service.js';
import { FundedProjectRepository, type ProjectFigures, type ProjectReminder } from './funded-project.repository.js';

export type { ProjectFigures } from './funded-project.repository.js';

export type FundedProjectRefusal =
  | MeasureRefusal
  | Refusal<
      | 'fundedProject.notFound'
      | 'fundedProject.unknownUnit'
      | 'fundedProject.foreignUnit'
      | 'fundedProject.numberTaken'
      | 'fundedProject.datesWrong'
      | 'fundedProject.unitBarred'
      | 'fundedProject.notYourAchievement'
      | 'fundedProject.reportMissing'
      | 'fundedProject.shortfallUnexplained'
      | 'state.notAllowed'
    >;

export type NewProject = Pick<
  FundedProject,
  'number' | 'title' | 'level' | 'funder' | 'fiscal' | 'startsOn' | 'endsOn' | 'agreed'
> & { readonly organizationId: string; readonly dueOn: LocalDate | null };

export interface ProjectDetail {
  readonly project: FundedProject;
  readonly measures: readonly Measure[];
  readonly reminders: readonly ProjectReminder[];
}

type Answer = Result<FundedProject, FundedProjectRefusal>;
const bureau = ['registrar', 'reviewer'] as const;

/** 财政资金项目: registered, reminded of what they owe, handed in, accepted; measures against those that do not. */
@Injectable()
export class FundedProjectService implements AttachmentHost, OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly projects: FundedProjectRepository,
    private readonly attachments: AttachmentService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.attachments.host('fundedProject', this);
  }

  async attachmentStanding(tx: Tx, _actor: PersonActor, id: string): Promise<Standing | null> {
    const project = await this.projects.find(tx, id);
    if (!project) return null;
    return {
      readerIds: [project.organizationId],
      open: project.state === 'running' || project.state === 'submitted',
      provisional: project.state === 'running',
    };
  }

  /** By the bureau for any unit, or by the unit for itself. */
  async register(actor: PersonActor, given: NewProject): Promise<Answer> {
    return this.unitOfWork.run(actor, async (tx): Promise<Answer> => {
      const { organizationId } = given;
      if (!actsFor(actor, organizationId) && !hasRole(actor, ...bureau))
        return refuse('fundedProject.foreignUnit', {}, '/organizationId');
      if ((await this.projects.organizationKind(tx, organizationId)) === null) {
        return refuse('fundedProject.unknownUnit', {}, '/organizationId');
      }
      const dueOn = dueDay(given.endsOn, given.dueOn);
      if (given.startsOn > given.endsOn || dueOn < given.endsOn)
        return refuse('fundedProject.datesWrong', {}, '/endsOn');
      const now = this.clock.now();
      const until = await this.projects.barredUntil(tx, organizationId, beijingDate(now));
      if (until !== null && given.startsOn <= until) return refuse('fundedProject.unitBarred', { until });
      const project: FundedProject = {
        ...given,
        id: uuid(),
        dueOn,
        state: 'running',
        submission: null,
        reason: null,
        registeredBy: actor.personId,
        version: 1,
        createdAt: now,
        updatedAt: now,
      };
      if (!(await this.projects.insert(tx, project))) return refuse('fundedProject.numberTaken', {}, '/number');
      await this.record(tx, 'register', null, project);
      return ok(project);
    });
  }

  async list(actor: PersonActor, overdue: boolean, after: string | null, limit: number): Promise<ProjectDetail[]> {
    return this.unitOfWork.run(actor, async (tx) => {
      const today = overdue ? beijingDate(this.clock.now()) : null;
      const found = await this.projects.list(tx, today, after, limit);
      const measures = await this.projects.measures(
        tx,
        found.map(({ id }) => id),
      );
      return found.map((project) => ({
        project,
        measures: measures.filter(({ projectId }) => projectId === project.id),
        reminders: [],
      }));
    });
  }

  async get(actor: PersonActor, id: string): Promise<Result<ProjectDetail, Refusal<'fundedProject.notFound'>>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<ProjectDetail, Refusal<'fundedProject.notFound'>>> => {
      const project = await this.projects.find(tx, id);
      if (!project) return refuse('fundedProject.notFound');
      const measures = await this.projects.measures(tx, [id]);
      return ok({ project, measures, reminders: await this.projects.reminders(tx, id) });
    });
  }

  /** 汇交: the scientific report and every result; less than was agreed only with the reason. */
  async submit(actor: PersonActor, id: string, given: Omit<Submission, 'submittedOn'>): Promise<Answer> {
    return this.change(actor, id, 'submit', true, async (tx, project): Promise<Answer> => {
      const ids = [...new Set(given.achievementIds)];
      if ((await this.projects.ownAchievements(tx, project.organizationId, ids)) < ids.length) {
        return refuse('fundedProject.notYourAchievement', {}, '/achievementIds');
      }
      const reports = await this.attachments.history(tx, { kind: 'fundedProject', id });
      const filed = reports.some(
        ({ materialKind, removedAt }) => materialKind === 'projectReport' && removedAt === null,
      );
      if (given.reportNumber === null && !filed) return refuse('fundedProject.reportMissing', {}, '/reportNumber');
      const missing = shortfalls(project.agreed, { ...given, achievementIds: ids });
      if (missing.length > 0 && given.shortfallReason === null) {
        const text = missing.map(({ kind, agreed, handedIn }) => `${kind} ${handedIn}/${agreed}`).join('、');
        return refuse('fundedProject.shortfallUnexplained', { missing: text }, '/shortfallReason');
      }
      const submission = { ...given, achievementIds: ids, submittedOn: beijingDate(this.clock.now()) };
      return ok({ ...project, submission, reason: null });
    });
  }

  async accept(actor: PersonActor, id: string, reason: string): Promise<Answer> {
    return this.change(actor, id, 'accept', false, async (_tx, project) => ok({ ...project, reason }));
  }

  async sendBack(actor: PersonActor, id: string, reason: string): Promise<Answer> {
    return this.change(actor, id, 'return', false, async (_tx, project) => ok({ ...project, reason }));
  }

  async terminate(actor: PersonActor, id: string, reason: string): Promise<Answer> {
    return this.change(actor, id, 'terminate', false, async (_tx, project) => ok({ ...project, reason }));
  }

  /** 责令改正, 通报批评, 禁止承担: art. 46, step by step. */
  async measure(
    actor: PersonActor,
    id: string,
    wanted: Pick<Measure, 'kind' | 'reason' | 'until'>,
  ): Promise<Result<ProjectDetail, FundedProjectRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<ProjectDetail, FundedProjectRefusal>> => {
      const project = await this.projects.forUpdate(tx, id);
      if (!project) return refuse('fundedProject.notFound');
      const taken = await this.projects.measures(tx, [id]);
      const now = this.clock.now();
      const allowed = checkMeasure(project, taken, wanted, beijingDate(now));
      if (!allowed.ok) return allowed;
      const measure: Measure = { ...wanted, id: uuid(), projectId: id, byPersonId: actor.personId, at: now };
      await this.projects.insertMeasure(tx, project.organizationId, measure);
      await this.record(tx, wanted.kind, project, project, wanted.reason);
      return ok({ project, measures: [...taken, measure], reminders: await this.projects.reminders(tx, id) });
    });
  }

  /** The worker's turn. */
  async remind(actor: SystemActor): Promise<number> {
    return this.unitOfWork.run(actor, async (tx) => {
      const now = this.clock.now();
      const told = await this.projects.remind(tx, reminderDays, beijingDate(now), now);
      await this.journal.recordAll(
        tx,
        told.map(({ projectId, organizationId, days }) => ({
          subjectKind: 'fundedProject',
          subjectId: projectId,
          event: 'remind',
          from: null,
          to: null,
          reason: days < 0 ? `距汇交期限 ${-days} 日` : days === 0 ? '汇交期限届满' : `逾期 ${days} 日`,
          parties: [organizationId],
        })),
      );
      return told.length;
    });
  }

  /** For the indicators; of what the actor may see. */
  async figures(actor: PersonActor): Promise<ProjectFigures> {
    return this.unitOfWork.run(actor, (tx) => this.projects.figures(tx, beijingDate(this.clock.now())));
  }

  private change(
    actor: PersonActor,
    id: string,
    event: FundedProjectEvent,
    own: boolean,
    decide: (tx: Tx, project: FundedProject) => Promise<Answer>,
  ): Promise<Answer> {
    return this.unitOfWork.run(actor, async (tx): Promise<Answer> => {
      const before = await this.projects.forUpdate(tx, id);
      if (!before || (own && !actsFor(actor, before.organizationId))) return refuse('fundedProject.notFound');
      const moved = moveProject(before, event, this.clock.now());
      if (!moved.ok) return moved;
      const after = await decide(tx, moved.value);
      if (!after.ok) return after;
      await this.projects.save(tx, after.value);
      await this.record(tx, event, before, after.value, after.value.reason ?? undefined);
      return after;
    });
  }

  private record(tx: Tx, event: string, before: FundedProject | null, after: FundedProject, reason?: string) {
    return this.journal.record(tx, {
      subjectKind: 'fundedProject',
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
