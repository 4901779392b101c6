import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import { validUntilAfter } from '#domain/carrier/carrier-review.js';
import { recognitionPolicy } from '#domain/carrier/carrier.policy.js';
import {
  carrierKindTitles,
  carrierLevelTitles,
  carrierTitleTransitions,
  ownLevels,
  publicTitleStates,
  type CarrierTitle,
  type CarrierTitleEvent,
} from '#domain/carrier/carrier-title.js';
import type { PublicNotice } from '#domain/public-notice/public-notice.js';
import { actsFor, hasRole, type Actor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { uniqueViolation } from '#platform/database/violation.js';
import { Journal } from '#platform/journal/journal.js';
import { PublicNoticeService, type NoticeFollower } from '../public-notice/public-notice.service.js';
import { RelationService } from '../relation/relation.service.js';
import { CarrierRepository, type TitleFilter } from './carrier.repository.js';

export type TitleContent = Pick<
  CarrierTitle,
  'kind' | 'level' | 'name' | 'countyCode' | 'professionalField' | 'statement' | 'facts'
>;
/** A title recognized by the province or the state, or by the bureau before this market was. */
export type RecordedTitle = TitleContent &
  Required<{ [K in 'document' | 'recognizedOn']: string }> & {
    readonly organizationId: string;
    readonly validUntil: LocalDate | null;
  };

export type CarrierRefusal = Refusal<
  | 'carrier.notFound'
  | 'carrier.taken'
  | 'carrier.levelNotOurs'
  | 'carrier.notYourCounty'
  | 'carrier.sameOfficer'
  | 'carrier.conflict'
  | 'carrier.organizationNotFound'
  | 'carrier.dates'
  | 'organization.unverified'
  | 'state.notAllowed'
>;
type Answer = Promise<Result<CarrierTitle, CarrierRefusal>>;
type Decide = (tx: Tx, title: CarrierTitle) => Promise<Result<Partial<CarrierTitle>, CarrierRefusal>>;

/** Use cases of carriers' titles. */
@Injectable()
export class CarrierService implements NoticeFollower, OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly carriers: CarrierRepository,
    private readonly notices: PublicNoticeService,
    private readonly relations: RelationService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.notices.follow('carrierTitle', this);
  }

  /** An organization applies for a title that the bureaus here recognize. */
  async apply(actor: PersonActor, content: TitleContent): Answer {
    if (!ownLevel(content.level)) return refuse('carrier.levelNotOurs', {}, '/level');
    const title = this.newTitle(actor, content);
    return whenTaken(() =>
      this.unitOfWork.run(actor, async (tx): Answer => {
        const own = await this.carriers.organizationOf(tx, actor.organizationId);
        if (own?.state !== 'verified') return refuse('organization.unverified');
        await this.carriers.titles.insert(tx, title);
        await this.record(tx, 'apply', null, title, title.statement);
        return ok(title);
      }),
    );
  }

  /** One officer records a title with its document; another confirms it. */
  async recordTitle(
    actor: PersonActor,
    { organizationId, document, recognizedOn, validUntil, ...content }: RecordedTitle,
  ): Answer {
    const today = beijingDate(this.clock.now());
    if (recognizedOn > today || (validUntil !== null && validUntil < recognizedOn)) {
      return refuse('carrier.dates', { today }, '/recognizedOn');
    }
    const title: CarrierTitle = {
      ...this.newTitle(actor, content),
      organizationId,
      state: 'recorded',
      origin: 'record',
      document,
      recognizedOn,
      validUntil,
      examinedBy: actor.personId,
    };
    return whenTaken(() =>
      this.unitOfWork.run(actor, async (tx): Answer => {
        const holder = await this.carriers.organizationOf(tx, organizationId);
        if (holder?.state !== 'verified') return refuse('carrier.organizationNotFound', {}, '/organizationId');
        const allowed = await this.mayJudge(tx, actor, title);
        if (!allowed.ok) return allowed;
        await this.carriers.titles.insert(tx, title);
        await this.record(tx, 'record', null, title, title.statement);
        return ok(title);
      }),
    );
  }

  async resubmit(
    actor: PersonActor,
    id: string,
    change: Pick<TitleContent, 'statement' | 'facts' | 'professionalField'>,
  ) {
    return this.own(actor, id, 'resubmit', async () => ok({ ...change, opinion: null, examinedBy: null }));
  }

  async cancel(actor: PersonActor, id: string, reason: string): Answer {
    return this.own(actor, id, 'cancel', async () => ok({ decisionReason: reason }));
  }

  /** The first eyes. */
  async examine(actor: PersonActor, id: string, opinion: 'examine' | 'return' | 'refuse', reason: string): Answer {
    return this.judge(actor, id, opinion, async (_tx, title) => {
      if (title.state !== 'applied') return notNow(title.state, opinion);
      return ok({ examinedBy: opinion === 'return' ? null : actor.personId, opinion: reason });
    });
  }

  /** The second eyes: posts the notice, after which a title begins; sends back; refuses; confirms a record. */
  async decide(
    actor: PersonActor,
    id: string,
    decision: 'publicize' | 'sendBack' | 'refuse' | 'confirm',
    reason: string,
    years: number | null,
  ): Answer {
    return this.judge(actor, id, decision, async (tx, title) => {
      if (title.state !== 'examined' && title.state !== 'recorded') return notNow(title.state, decision);
      if (title.examinedBy === actor.personId || title.filedBy === actor.personId) return refuse('carrier.sameOfficer');
      if (decision === 'sendBack') return ok({ examinedBy: null, opinion: reason });
      const decided = { decidedBy: actor.personId, decisionReason: reason };
      if (decision !== 'publicize') return ok(decided);
      const notice = await this.post(tx, actor, title);
      const until = validUntilAfter(notice.lastDay, years ?? recognitionPolicy.years);
      return ok({ ...decided, noticeId: notice.id, validUntil: until });
    });
  }

  async get(actor: Actor, id: string): Promise<Result<CarrierTitle, Refusal<'carrier.notFound'>>> {
    const found = await this.unitOfWork.run(actor, (tx) => this.carriers.titles.find(tx, id));
    return found && mayRead(actor, found) ? ok(found) : refuse('carrier.notFound');
  }

  async list(actor: Actor, filter: TitleFilter, after: string | null, limit: number): Promise<CarrierTitle[]> {
    return this.unitOfWork.run(actor, (tx) => this.carriers.listInForce(tx, filter, after, limit));
  }

  async listOwn(actor: PersonActor, after: string | null, limit: number): Promise<CarrierTitle[]> {
    return this.unitOfWork.run(actor, (tx) => this.carriers.listOfOrganization(tx, actor.organizationId, after, limit));
  }

  async listOpen(actor: PersonActor, after: string | null, limit: number): Promise<CarrierTitle[]> {
    return this.unitOfWork.run(actor, (tx) => this.carriers.listOpen(tx, after, limit));
  }

  async noticeSuspended(): Promise<void> {
    // The title waits: its notice does not end while an objection is open.
  }

  async noticeResumed(): Promise<void> {
    // Its end is told by noticeEnded.
  }

  async noticeStopped(tx: Tx, { subjectId }: PublicNotice): Promise<void> {
    await this.follow(tx, subjectId, 'stopNotice', '异议成立，退回审查', { decidedBy: null, validUntil: null });
  }

  async noticeEnded(tx: Tx, { subjectId }: PublicNotice): Promise<void> {
    await this.follow(tx, subjectId, 'endNotice', '公示期满无未决异议', {
      recognizedOn: beijingDate(this.clock.now()),
    });
  }

  /** A step of a title whose caller has decided it: a review's result, the end of its time. */
  async step(
    tx: Tx,
    title: CarrierTitle,
    event: CarrierTitleEvent,
    reason: string,
    change: Partial<CarrierTitle>,
  ): Answer {
    const next = transition(carrierTitleTransitions, title.state, event);
    if (!next.ok) return next;
    const after = { ...title, ...change, state: next.value, version: title.version + 1, updatedAt: this.clock.now() };
    await this.carriers.titles.save(tx, after);
    await this.record(tx, event, title, after, reason);
    return ok(after);
  }

  /**
   * City officers judge any; a county's officer judges the titles of its county at its own level; nobody their own
   * organization's, or one that they are related to.
   */
  async mayJudge(
    tx: Tx,
    actor: PersonActor,
    title: Pick<CarrierTitle, 'organizationId' | 'countyCode' | 'level'>,
  ): Promise<Result<true, CarrierRefusal>> {
    if (actsFor(actor, title.organizationId)) return refuse('carrier.sameOfficer');
    const party = { kind: 'organization' as const, id: title.organizationId };
    const related = await this.relations.conflict(tx, actor.personId, party);
    if (related !== null) return refuse('carrier.conflict', { reason: related });
    const bureau = await this.carriers.organizationOf(tx, actor.organizationId);
    if (bureau?.kind === 'cityBureau') return ok(true);
    const county = title.level === 'county' && title.countyCode === actor.countyCode;
    return county ? ok(true) : refuse('carrier.notYourCounty');
  }

  private async own(actor: PersonActor, id: string, event: CarrierTitleEvent, decide: Decide): Answer {
    return this.unitOfWork.run(actor, async (tx): Answer => {
      const title = await this.carriers.titles.forUpdate(tx, id);
      if (!title || !actsFor(actor, title.organizationId)) return refuse('carrier.notFound');
      const decided = await decide(tx, title);
      return decided.ok
        ? this.step(tx, title, event, decided.value.decisionReason ?? title.statement, decided.value)
        : decided;
    });
  }

  private async judge(actor: PersonActor, id: string, event: CarrierTitleEvent, decide: Decide): Answer {
    return this.unitOfWork.run(actor, async (tx): Answer => {
      const title = await this.carriers.titles.forUpdate(tx, id);
      if (!title) return refuse('carrier.notFound');
      const allowed = await this.mayJudge(tx, actor, title);
      if (!allowed.ok) return allowed;
      const decided = await decide(tx, title);
      if (!decided.ok) return decided;
      return this.step(tx, title, event, decided.value.decisionReason ?? decided.value.opinion ?? '', decided.value);
    });
  }

  private async post(tx: Tx, actor: PersonActor, title: CarrierTitle): Promise<PublicNotice> {
    const name = `${carrierLevelTitles[title.level]}${carrierKindTitles[title.kind]}`;
    const holder = await this.carriers.organizationOf(tx, title.organizationId);
    return this.notices.post(tx, {
      organizationId: actor.organizationId,
      subjectKind: 'carrierTitle',
      subjectId: title.id,
      title: `拟认定${name}公示`,
      items: [
        { label: '拟认定称号', value: name },
        { label: '载体名称', value: title.name },
        { label: '运营单位', value: holder?.name ?? '' },
        { label: '专业方向', value: title.professionalField ?? '综合' },
      ],
      days: recognitionPolicy.noticeDays,
    });
  }

  private async follow(
    tx: Tx,
    id: string,
    event: CarrierTitleEvent,
    reason: string,
    change: Partial<CarrierTitle>,
  ): Promise<void> {
    const title = await this.carriers.titles.forUpdate(tx, id);
    const moved = title && (await this.step(tx, title, event, reason, change));
    if (!moved?.ok) throw new Error(`carrier title ${id}: ${moved?.refusal.code ?? 'missing'}`);
  }

  private newTitle(actor: PersonActor, content: TitleContent): CarrierTitle {
    const now = this.clock.now();
    return {
      ...content,
      id: uuid(),
      organizationId: actor.organizationId,
      state: 'applied',
      origin: 'application',
      document: null,
      recognizedOn: null,
      validUntil: null,
      endedOn: null,
      filedBy: actor.personId,
      examinedBy: null,
      opinion: null,
      decidedBy: null,
      decisionReason: null,
      noticeId: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
  }

  private async record(tx: Tx, event: string, before: CarrierTitle | null, after: CarrierTitle, reason: string) {
    await this.journal.record(tx, {
      subjectKind: 'carrierTitle',
      subjectId: after.id,
      parties: [after.organizationId],
      event,
      from: before?.state ?? null,
      to: after.state,
      reason,
      ...(before && { before }),
      after,
    });
  }
}

const ownLevel = (level: string): boolean => (ownLevels as readonly string[]).includes(level);
const notNow = (state: string, event: string) => refuse('state.notAllowed', { state, event, allowed: '无' });
const mayRead = (actor: Actor, title: CarrierTitle): boolean =>
  publicTitleStates.includes(title.state) ||
  actsFor(actor, title.organizationId) ||
  hasRole(actor, 'reviewer', 'auditor');

async function whenTaken(work: () => Answer): Answer {
  try {
    return await work();
  } catch (error) {
    if (uniqueViolation(error) !== 'carrier_title_once') throw error;
    return refuse('carrier.taken');
  }
}
