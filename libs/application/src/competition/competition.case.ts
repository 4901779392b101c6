import { Injectable } from '@nestjs/common';
import {
  competitionEntryTransitions,
  competitionTransitions,
  type Competition,
  type CompetitionEntry,
  type CompetitionEntryEvent,
  type CompetitionEvent,
} from '#domain/competition/competition.js';
import { actsFor, type Actor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { CompetitionRepository } from './competition.repository.js';

export type CompetitionRefusal = Refusal<
  | 'competition.notFound'
  | 'competition.rules'
  | 'competition.entriesUntil'
  | 'competition.stillOpen'
  | 'competition.entriesUnchecked'
  | 'competition.noEntries'
  | 'competition.notScoring'
  | 'competition.unknownPerson'
  | 'competition.judgeAlready'
  | 'competition.tooFewJudges'
  | 'competition.sheetsMissing'
  | 'competition.tieIncomplete'
  | 'competition.conflict'
  | 'competition.sameOfficer'
  | 'competitionEntry.notFound'
  | 'competitionEntry.taken'
  | 'competitionEntry.over'
  | 'competitionEntry.track'
  | 'competitionEntry.notBlind'
  | 'competitionEntry.notEligible'
  | 'competitionEntry.notAssigned'
  | 'competitionEntry.scoredAlready'
  | 'competitionEntry.sheetIncomplete'
  | 'competitionEntry.related'
  | 'organization.unverified'
  | 'state.notAllowed'
>;
export type CompetitionAnswer = Promise<Result<Competition, CompetitionRefusal>>;

/** One step of a competition or of an entry: locked, decided, its transition taken, written with its journal. */
@Injectable()
export class CompetitionCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: CompetitionRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** By its organizer, or by the system. `decide` may choose another event than was asked for. */
  async change(
    actor: Actor,
    id: string,
    asked: CompetitionEvent,
    reason: string,
    decide: (
      tx: Tx,
      competition: Competition,
    ) => Promise<Result<Partial<Competition> & { readonly event?: CompetitionEvent }, CompetitionRefusal>>,
  ): CompetitionAnswer {
    return this.unitOfWork.run(actor, async (tx): CompetitionAnswer => {
      const found = await this.owned(tx, actor, id);
      if (!found) return refuse('competition.notFound');
      const possible = transition(competitionTransitions, found.state, asked);
      if (!possible.ok) return possible;
      const decided = await decide(tx, found);
      if (!decided.ok) return decided;
      const { event = asked, ...change } = decided.value;
      const next = transition(competitionTransitions, found.state, event);
      if (!next.ok) return next;
      const after = { ...found, ...change, state: next.value, version: found.version + 1, updatedAt: this.clock.now() };
      await this.repository.competitions.save(tx, after);
      await this.record(tx, event, found, after, reason);
      return ok(after);
    });
  }

  async owned(tx: Tx, actor: Actor, id: string): Promise<Competition | null> {
    const seen = await this.repository.competitions.find(tx, id);
    if (!seen || (actor.kind === 'person' && !actsFor(actor, seen.organizationId))) return null;
    return this.repository.competitions.forUpdate(tx, id);
  }

  async moveEntry(
    tx: Tx,
    entry: CompetitionEntry,
    event: CompetitionEntryEvent,
    reason: string,
    change: Partial<CompetitionEntry> = {},
  ): Promise<Result<CompetitionEntry, Refusal<'state.notAllowed'>>> {
    const next = transition(competitionEntryTransitions, entry.state, event);
    if (!next.ok) return next;
    const after = {
      ...entry,
      ...change,
      reason,
      state: next.value,
      version: entry.version + 1,
      updatedAt: this.clock.now(),
    };
    await this.repository.entries.save(tx, after);
    await this.recordEntry(tx, event, entry, after, reason);
    return ok(after);
  }

  async record(tx: Tx, event: string, before: Competition | null, after: Competition, reason: string): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'competition',
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

  async recordEntry(tx: Tx, event: string, before: CompetitionEntry | null, after: CompetitionEntry, reason: string) {
    await this.journal.record(tx, {
      subjectKind: 'competitionEntry',
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
