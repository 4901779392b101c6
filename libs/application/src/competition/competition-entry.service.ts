import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import { addMonths } from '#domain/calendar/period.js';
import {
  namesEntrant,
  weightedScore,
  type Competition,
  type CompetitionEntry,
} from '#domain/competition/competition.js';
import { actsFor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { uniqueViolation } from '#platform/database/violation.js';
import { RelationService } from '../relation/relation.service.js';
import { CompetitionCase, type CompetitionRefusal } from './competition.case.js';
import { CompetitionRepository, type AssignedSheet, type Stage } from './competition.repository.js';

type Answer = Promise<Result<CompetitionEntry, CompetitionRefusal>>;

/** An entry as a judge sees it: a code, no name. */
export interface BlindEntry {
  readonly entryId: string;
  readonly code: string;
  readonly track: string;
  readonly title: string;
  readonly summary: string;
  readonly sheet: AssignedSheet;
}
export interface JudgesDesk {
  readonly competition: Competition;
  readonly stage: Stage;
  readonly entries: readonly BlindEntry[];
}

/** What an entrant is told when the result is known: place, mean of each criterion, and the judges' words without their names. */
export interface EntryFeedback {
  readonly entry: CompetitionEntry;
  readonly stages: readonly {
    readonly stage: Stage;
    readonly place: number;
    readonly of: number;
    readonly prize: string | null;
    readonly criteria: readonly { readonly code: string; readonly title: string; readonly mean: number }[];
    readonly comments: readonly string[];
  }[];
}

const toldStates: readonly string[] = ['ranked', 'publicized', 'concluded'];

/** Use cases of entrants and of judges. */
@Injectable()
export class CompetitionEntryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: CompetitionRepository,
    private readonly cases: CompetitionCase,
    private readonly relations: RelationService,
    private readonly clock: Clock,
  ) {}

  async submit(
    actor: PersonActor,
    competitionId: string,
    given: Pick<CompetitionEntry, 'track' | 'title' | 'summary' | 'foundedOn'>,
  ): Answer {
    const now = this.clock.now();
    const entry: CompetitionEntry = {
      ...given,
      id: uuid(),
      competitionId,
      organizationId: actor.organizationId,
      submittedBy: actor.personId,
      state: 'submitted',
      code: null,
      consentedAt: now,
      reason: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    try {
      return await this.unitOfWork.run(actor, async (tx): Answer => {
        const competition = await this.repository.competitions.find(tx, competitionId);
        if (!competition || competition.state === 'draft' || competition.state === 'void') {
          return refuse('competition.notFound');
        }
        const fit = await this.fits(tx, competition, entry);
        if (!fit.ok) return fit;
        await this.repository.entries.insert(tx, entry);
        await this.cases.recordEntry(tx, 'submit', null, entry, entry.title);
        return ok(entry);
      });
    } catch (error) {
      if (uniqueViolation(error) !== 'competition_entry_once') throw error;
      return refuse('competitionEntry.taken');
    }
  }

  async withdraw(actor: PersonActor, id: string, reason: string): Answer {
    return this.unitOfWork.run(actor, async (tx): Answer => {
      const entry = await this.repository.entries.forUpdate(tx, id);
      if (!entry || !actsFor(actor, entry.organizationId)) return refuse('competitionEntry.notFound');
      const competition = await this.repository.competitions.find(tx, entry.competitionId);
      if (competition?.state !== 'open') return refuse('competitionEntry.over');
      return this.cases.moveEntry(tx, entry, 'withdraw', reason);
    });
  }

  async listOwn(actor: PersonActor, after: string | null, limit: number): Promise<CompetitionEntry[]> {
    return this.unitOfWork.run(actor, (tx) =>
      this.repository.entriesOfOrganization(tx, actor.organizationId, after, limit),
    );
  }

  async feedback(actor: PersonActor, id: string): Promise<Result<EntryFeedback, CompetitionRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<EntryFeedback, CompetitionRefusal>> => {
      const entry = await this.repository.entries.find(tx, id);
      const competition = entry && (await this.repository.competitions.find(tx, entry.competitionId));
      if (!entry || !competition) return refuse('competitionEntry.notFound');
      const told = toldStates.includes(competition.state);
      const stages: EntryFeedback['stages'][number][] = [];
      for (const stage of told ? (['preliminary', 'final'] as const) : []) {
        const ranked = competition[stage]?.ranked.find(({ entryId }) => entryId === id);
        if (!ranked) continue;
        const sheets = await this.unitOfWork.asSystem(tx, 'competition.feedback', (system) =>
          this.repository.sheets(system, competition.id, stage),
        );
        const own = sheets.filter(({ entryId, scores }) => entryId === id && scores !== null);
        stages.push({
          stage,
          place: ranked.place,
          of: competition[stage]?.ranked.length ?? 0,
          prize: ranked.prize,
          criteria: competition.rules.criteria.map(({ code, title }) => ({ code, title, mean: meanOf(own, code) })),
          // Sorted by their words, so that their order tells nothing of who wrote them.
          comments: own.flatMap(({ comment }) => (comment === null ? [] : [comment])).sort(),
        });
      }
      return ok({ entry, stages });
    });
  }

  /** A judge's own entries of the running stage, blind. */
  async desk(actor: PersonActor, competitionId: string): Promise<Result<JudgesDesk, CompetitionRefusal>> {
    return this.unitOfWork.run(actor, (tx) =>
      this.unitOfWork.asSystem(tx, 'competition.desk', async (system) => {
        const competition = await this.repository.competitions.find(system, competitionId);
        const judges = competition ? await this.repository.judges(system, competitionId) : [];
        if (!competition || !judges.includes(actor.personId)) return refuse('competition.notFound');
        const stage = stageOf(competition);
        if (!stage) return ok({ competition, stage: 'preliminary' as const, entries: [] });
        const own = (await this.repository.sheets(system, competitionId, stage)).filter(
          ({ personId }) => personId === actor.personId,
        );
        const entries = new Map((await this.repository.allEntries(system, competitionId)).map((one) => [one.id, one]));
        const blind = own.flatMap((sheet): BlindEntry[] => {
          const entry = entries.get(sheet.entryId);
          if (!entry) return [];
          const { id: entryId, code, track, title, summary } = entry;
          return [{ entryId, code: code ?? '', track, title, summary, sheet }];
        });
        return ok({ competition, stage, entries: blind.sort((a, b) => (a.code < b.code ? -1 : 1)) });
      }),
    );
  }

  async score(actor: PersonActor, entryId: string, scores: Readonly<Record<string, number>>, comment: string) {
    return this.write(actor, entryId, async (tx, { rules }, entry) => {
      if (weightedScore(rules.criteria, scores) === null) {
        return refuse(
          'competitionEntry.sheetIncomplete',
          { criteria: rules.criteria.map(({ title, code }) => `${title}（${code}）`).join('、') },
          '/scores',
        );
      }
      const party = { kind: 'organization', id: entry.organizationId } as const;
      const conflict = await this.relations.conflict(tx, actor.personId, party);
      if (conflict !== null) return refuse('competitionEntry.related');
      return ok({ scores, comment, scoredAt: this.clock.now(), recusedReason: null });
    });
  }

  async recuse(actor: PersonActor, entryId: string, reason: string) {
    return this.write(actor, entryId, async () =>
      ok({ scores: null, comment: null, scoredAt: null, recusedReason: reason }),
    );
  }

  private async write(
    actor: PersonActor,
    entryId: string,
    decide: (
      tx: Tx,
      competition: Competition,
      entry: CompetitionEntry,
    ) => Promise<Result<Omit<AssignedSheet, 'entryId' | 'personId'>, CompetitionRefusal>>,
  ): Promise<Result<AssignedSheet, CompetitionRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<AssignedSheet, CompetitionRefusal>> => {
      const known = await this.unitOfWork.asSystem(tx, 'competition.sheet', async (system) => {
        const entry = await this.repository.entries.find(system, entryId);
        // Locked, so that no sheet is written while the stage is being ranked.
        const competition = entry && (await this.repository.competitions.forUpdate(system, entry.competitionId));
        return entry && competition && { entry, competition };
      });
      const stage = known && stageOf(known.competition);
      const before = known && stage ? await this.repository.sheet(tx, entryId, stage, actor.personId) : null;
      if (!known || !stage || !before) return refuse('competitionEntry.notAssigned');
      if (before.scores !== null || before.recusedReason !== null) return refuse('competitionEntry.scoredAlready');
      const decided = await decide(tx, known.competition, known.entry);
      if (!decided.ok) return decided;
      await this.repository.write(tx, entryId, stage, actor.personId, decided.value);
      const event = decided.value.recusedReason === null ? 'score' : 'recuse';
      await this.cases.recordEntry(tx, event, known.entry, known.entry, decided.value.recusedReason ?? stage);
      return ok({ ...before, ...decided.value });
    });
  }

  private async fits(
    tx: Tx,
    competition: Competition,
    entry: CompetitionEntry,
  ): Promise<Result<true, CompetitionRefusal>> {
    const { rules, entriesUntil, state } = competition;
    if (state !== 'open' || beijingDate(this.clock.now()) > entriesUntil) return refuse('competitionEntry.over');
    if (!rules.tracks.includes(entry.track)) {
      return refuse('competitionEntry.track', { tracks: rules.tracks.join('、') }, '/track');
    }
    const entrant = await this.repository.organization(tx, entry.organizationId);
    if (entrant?.state !== 'verified') return refuse('organization.unverified');
    if (namesEntrant(`${entry.title}\n${entry.summary}`, entrant.name)) {
      return refuse('competitionEntry.notBlind', {}, '/summary');
    }
    const { oldestMonths, countiesOnly } = rules;
    const tooOld =
      oldestMonths !== null && (entry.foundedOn === null || addMonths(entry.foundedOn, oldestMonths) < entriesUntil);
    if (tooOld) {
      return refuse('competitionEntry.notEligible', { condition: `成立不超过 ${oldestMonths} 个月` }, '/foundedOn');
    }
    // 庆阳市各县区的代码以 6210 开头。
    const outside = countiesOnly && !entrant.countyCode.startsWith('6210');
    return outside ? refuse('competitionEntry.notEligible', { condition: '注册地在庆阳市' }) : ok(true);
  }
}

const stageOf = ({ state }: Competition): Stage | null => (state === 'preliminary' || state === 'final' ? state : null);

/** To a hundredth. */
const meanOf = (sheets: readonly AssignedSheet[], code: string): number =>
  Math.round((sheets.reduce((sum, { scores }) => sum + (scores?.[code] ?? 0), 0) * 100) / Math.max(sheets.length, 1)) /
  100;
