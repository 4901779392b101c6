import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import { assignJudges } from '#domain/competition/assignment.js';
import {
  checkRules,
  weightedScore,
  type Competition,
  type CompetitionEntry,
  type CompetitionRules,
  type StageResult,
} from '#domain/competition/competition.js';
import { judgeReports, rankEntries, scoreEntries, shortlist, type Sheet } from '#domain/competition/scoring.js';
import type { PublicNotice } from '#domain/public-notice/public-notice.js';
import { actsFor, type Actor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { contentHash } from '#platform/text/canonical.js';
import { PublicNoticeService, type NoticeFollower } from '../public-notice/public-notice.service.js';
import { RelationService } from '../relation/relation.service.js';
import { CompetitionCase, type CompetitionAnswer, type CompetitionRefusal } from './competition.case.js';
import { CompetitionRepository, type Stage } from './competition.repository.js';

export interface NewCompetition extends Pick<Competition, 'title' | 'description' | 'entriesUntil'> {
  readonly rules: CompetitionRules;
}

const noticeDays = 7;

/** Use cases of a competition's organizer (the bureau or a carrier). */
@Injectable()
export class CompetitionService implements NoticeFollower, OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: CompetitionRepository,
    private readonly cases: CompetitionCase,
    private readonly relations: RelationService,
    private readonly notices: PublicNoticeService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.notices.follow('competition', this);
  }

  async create(actor: PersonActor, given: NewCompetition): CompetitionAnswer {
    const sound = checkRules(given.rules);
    if (!sound.ok) return sound;
    const now = this.clock.now();
    const competition: Competition = {
      ...given,
      id: uuid(),
      organizationId: actor.organizationId,
      state: 'draft',
      rulesHash: null,
      openedBy: actor.personId,
      preliminary: null,
      final: null,
      tieDecision: null,
      noticeId: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    return this.unitOfWork.run(actor, async (tx) => {
      await this.repository.competitions.insert(tx, competition);
      await this.cases.record(tx, 'create', null, competition, '起草');
      return ok(competition);
    });
  }

  /** Publishes the rules: from now on they cannot change. */
  async open(actor: PersonActor, id: string): CompetitionAnswer {
    return this.cases.change(actor, id, 'open', '公布规则并开始报名', async (_tx, { rules, entriesUntil }) => {
      const today = beijingDate(this.clock.now());
      if (entriesUntil < today) return refuse('competition.entriesUntil', { today });
      return ok({ rulesHash: contentHash(rules) });
    });
  }

  async voidIt(actor: PersonActor, id: string, reason: string): CompetitionAnswer {
    return this.cases.change(actor, id, 'void', reason, async () => ok({}));
  }

  async appoint(actor: PersonActor, id: string, personId: string): CompetitionAnswer {
    return this.unitOfWork.run(actor, async (tx): CompetitionAnswer => {
      const found = await this.cases.owned(tx, actor, id);
      if (!found) return refuse('competition.notFound');
      if (!['draft', 'open', 'preliminary', 'shortlisted'].includes(found.state))
        return refuse('competition.notScoring');
      const known = await this.unitOfWork.asSystem(tx, 'competition', (system) =>
        this.repository.personExists(system, personId),
      );
      if (!known) return refuse('competition.unknownPerson', {}, '/personId');
      if (!(await this.repository.appoint(tx, id, personId, actor.personId, this.clock.now()))) {
        return refuse('competition.judgeAlready');
      }
      await this.cases.record(tx, 'appoint', found, found, personId);
      return ok(found);
    });
  }

  async checkEntry(
    actor: PersonActor,
    entryId: string,
    decision: 'accept' | 'refuse',
    reason: string,
  ): Promise<Result<CompetitionEntry, CompetitionRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<CompetitionEntry, CompetitionRefusal>> => {
      const entry = await this.repository.entries.forUpdate(tx, entryId);
      const owner = entry && (await this.cases.owned(tx, actor, entry.competitionId));
      if (!entry || !owner) return refuse('competitionEntry.notFound');
      if (owner.state !== 'open') return refuse('competitionEntry.over');
      return this.cases.moveEntry(tx, entry, decision, reason);
    });
  }

  /** Ends the entries: codes are drawn and judges assigned for the preliminary. */
  async close(actor: PersonActor, id: string): CompetitionAnswer {
    return this.cases.change(actor, id, 'close', '报名截止，分派初评', async (tx, competition) => {
      if (beijingDate(this.clock.now()) <= competition.entriesUntil) {
        return refuse('competition.stillOpen', { entriesUntil: competition.entriesUntil });
      }
      const entries = await this.repository.allEntries(tx, id);
      if (entries.some(({ state }) => state === 'submitted')) return refuse('competition.entriesUnchecked');
      const accepted = entries.filter(({ state }) => state === 'accepted');
      if (accepted.length === 0) return refuse('competition.noEntries');
      const coded = await this.drawCodes(tx, competition, accepted);
      const assigned = await this.assign(tx, competition, 'preliminary', coded);
      return assigned.ok ? ok({}) : assigned;
    });
  }

  /** Ranks the preliminary by the published rule; who ties with the last finalist comes along. */
  async shortlist(actor: PersonActor, id: string): CompetitionAnswer {
    return this.cases.change(actor, id, 'shortlist', '初评入围', async (tx, competition) => {
      const entries = (await this.repository.allEntries(tx, id)).filter(({ state }) => state === 'accepted');
      const result = await this.resultOf(tx, competition, 'preliminary', entries, false);
      if (!result.ok) return result;
      const chosen = new Set(shortlist(result.value.ranked, competition.rules.finalists));
      for (const entry of entries) {
        const moved = await this.cases.moveEntry(tx, entry, chosen.has(entry.id) ? 'shortlist' : 'drop', '初评结果');
        if (!moved.ok) throw new Error(`entry ${entry.id}: ${moved.refusal.code}`);
      }
      return ok({ preliminary: result.value });
    });
  }

  async beginFinal(actor: PersonActor, id: string): CompetitionAnswer {
    return this.cases.change(actor, id, 'beginFinal', '分派终评', async (tx, competition) => {
      const finalists = (await this.repository.allEntries(tx, id)).filter(({ state }) => state === 'shortlisted');
      const assigned = await this.assign(tx, competition, 'final', finalists);
      return assigned.ok ? ok({}) : assigned;
    });
  }

  async rank(actor: PersonActor, id: string): CompetitionAnswer {
    return this.cases.change(actor, id, 'rank', '终评排名', async (tx, competition) => {
      const finalists = (await this.repository.allEntries(tx, id)).filter(({ state }) => state === 'shortlisted');
      const result = await this.resultOf(tx, competition, 'final', finalists, true);
      if (!result.ok) return result;
      return ok({ final: result.value, event: result.value.openTie.length > 0 ? 'tie' : 'rank' });
    });
  }

  /** Orders a tie on which a prize hangs, by somebody other than who opened the competition. Exactly the tied ones, each once. */
  async decideTie(actor: PersonActor, id: string, order: readonly string[], minutes: string): CompetitionAnswer {
    return this.cases.change(actor, id, 'decideTie', minutes, async (tx, competition) => {
      if (actor.personId === competition.openedBy) return refuse('competition.sameOfficer');
      const { final } = competition;
      if (!final) throw new Error('a tie has a ranking');
      if (
        [...new Set(order)].sort().join() !== [...final.openTie].sort().join() ||
        order.length !== final.openTie.length
      ) {
        return refuse('competition.tieIncomplete', {}, '/order');
      }
      const tied = (await this.repository.allEntries(tx, id)).filter((entry) => order.includes(entry.id));
      const parties = tied.map((entry) => ({ kind: 'organization' as const, id: entry.organizationId }));
      const related = await this.relations.conflict(tx, actor.personId, parties, competition.organizationId);
      if (related !== null) return refuse('competition.conflict', { reason: related });
      const decided = rankEntries(final.ranked, competition.rules.prizes, order);
      return ok({ tieDecision: { order, minutes }, final: { ...final, ...decided } });
    });
  }

  /** Names the winners in public; anybody may object. */
  async publicize(actor: PersonActor, id: string): CompetitionAnswer {
    return this.cases.change(actor, id, 'publicize', '公示结果', async (tx, competition) => {
      const entries = new Map((await this.repository.allEntries(tx, id)).map((entry) => [entry.id, entry]));
      const items = [
        { label: '排名规则', value: `${ruleWords(competition.rules)}（规则摘要 ${competition.rulesHash ?? ''}）` },
      ];
      for (const { entryId, prize } of competition.final?.ranked ?? []) {
        const entry = entries.get(entryId);
        if (prize === null || !entry) continue;
        const holder = await this.repository.organization(tx, entry.organizationId);
        items.push({ label: prize, value: `${entry.title}（${holder?.name ?? ''}）` });
      }
      const notice = await this.notices.post(tx, {
        organizationId: competition.organizationId,
        subjectKind: 'competition',
        subjectId: id,
        title: `${competition.title}获奖名单公示`,
        items,
        days: noticeDays,
      });
      return ok({ noticeId: notice.id });
    });
  }

  async get(actor: Actor, id: string): CompetitionAnswer {
    const found = await this.unitOfWork.run(actor, (tx) => this.repository.competitions.find(tx, id));
    return found ? ok(found) : refuse('competition.notFound');
  }

  async list(actor: Actor, after: string | null, limit: number): Promise<Competition[]> {
    return this.unitOfWork.run(actor, (tx) => this.repository.list(tx, after, limit));
  }

  async listOwn(actor: PersonActor, after: string | null, limit: number): Promise<Competition[]> {
    return this.unitOfWork.run(actor, (tx) => this.repository.listOwn(tx, actor.organizationId, after, limit));
  }

  /** For the organizer: entries with their entrants. */
  async entries(
    actor: PersonActor,
    id: string,
    after: string | null,
    limit: number,
  ): Promise<Result<CompetitionEntry[], CompetitionRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<CompetitionEntry[], CompetitionRefusal>> => {
      const found = await this.repository.competitions.find(tx, id);
      if (!found || !actsFor(actor, found.organizationId)) return refuse('competition.notFound');
      return ok(await this.repository.entriesOf(tx, id, after, limit));
    });
  }

  async noticeSuspended(): Promise<void> {
    // The result waits: its notice does not end while an objection is open.
  }

  async noticeResumed(): Promise<void> {
    // Its end is told by noticeEnded.
  }

  async noticeStopped(tx: Tx, { subjectId }: PublicNotice): Promise<void> {
    await this.follow(tx, subjectId, 'stopNotice', '异议成立，退回');
  }

  async noticeEnded(tx: Tx, { subjectId }: PublicNotice): Promise<void> {
    await this.follow(tx, subjectId, 'endNotice', '公示期满无未决异议');
  }

  private async follow(tx: Tx, id: string, event: 'stopNotice' | 'endNotice', reason: string): Promise<void> {
    const moved = await this.cases.change(tx.actor, id, event, reason, async () => ok({}));
    if (!moved.ok) throw new Error(`competition ${id}: ${moved.refusal.code}`);
  }

  /** Their order tells nothing of names or of when one entered. */
  private async drawCodes(tx: Tx, { id, rulesHash }: Competition, entries: readonly CompetitionEntry[]) {
    const keyed = entries.map((entry) => ({ entry, key: contentHash([id, rulesHash, entry.id]) }));
    const coded: CompetitionEntry[] = [];
    for (const [index, { entry }] of keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).entries()) {
      const after = { ...entry, code: `作品${String(index + 1).padStart(3, '0')}` };
      await this.repository.entries.save(tx, after);
      coded.push(after);
    }
    return coded;
  }

  private async assign(
    tx: Tx,
    competition: Competition,
    stage: Stage,
    entries: readonly CompetitionEntry[],
  ): Promise<Result<true, CompetitionRefusal>> {
    const judges = await this.repository.judges(tx, competition.id);
    const related = new Set<string>();
    for (const { id, organizationId } of entries) {
      for (const personId of judges) {
        const conflict = await this.relations.conflict(tx, personId, { kind: 'organization', id: organizationId });
        if (conflict !== null) related.add(`${id}/${personId}`);
      }
    }
    const plan = assignJudges(
      entries.map(({ id }) => id),
      judges,
      competition.rules.judgesPerEntry,
      (entryId, personId) => related.has(`${entryId}/${personId}`),
      (id) => contentHash([competition.id, stage, id]),
    );
    if (plan.short.length > 0) {
      return refuse('competition.tooFewJudges', {
        entries: String(plan.short.length),
        needed: String(competition.rules.judgesPerEntry),
      });
    }
    await this.unitOfWork.asSystem(tx, 'competition.assign', (system) =>
      this.repository.assign(system, competition.id, stage, plan.assigned, this.clock.now()),
    );
    return ok(true);
  }

  /** Refused while a sheet is missing, or recusals left an entry with fewer than two. */
  private async resultOf(
    tx: Tx,
    { id, rules }: Competition,
    stage: Stage,
    entries: readonly CompetitionEntry[],
    withPrizes: boolean,
  ): Promise<Result<StageResult, CompetitionRefusal>> {
    const written = await this.unitOfWork.asSystem(tx, 'competition.rank', (system) =>
      this.repository.sheets(system, id, stage),
    );
    const of = new Set(entries.map((entry) => entry.id));
    const sheets = written.filter(({ entryId }) => of.has(entryId));
    const open = sheets.filter(({ scores, recusedReason }) => scores === null && recusedReason === null).length;
    const thin = entries.filter(
      (entry) => sheets.filter((one) => one.entryId === entry.id && one.scores !== null).length < 2,
    );
    if (open > 0 || thin.length > 0) {
      return refuse('competition.sheetsMissing', { open: String(open), thin: String(thin.length) });
    }
    const scored = sheets.flatMap(({ entryId, personId, scores, scoredAt }): Sheet[] => {
      const score = scores && weightedScore(rules.criteria, scores);
      return score === null || scoredAt === null ? [] : [{ entryId, personId, score, at: scoredAt.getTime() }];
    });
    const named = entries.map(({ id: entryId, code, track }) => ({ entryId, code: code ?? '', track }));
    const ranking = rankEntries(scoreEntries(named, scored, rules.method), withPrizes ? rules.prizes : []);
    return ok({ ...ranking, judges: judgeReports(scored) });
  }
}

export const ruleWords = ({ method }: CompetitionRules): string =>
  method === 'mean'
    ? '各评委加权得分的平均分，由高到低；同分并列'
    : '各评委得分先按其本人的平均与离散程度标准化，再取平均，由高到低；同分并列';
