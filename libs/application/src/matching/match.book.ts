import { v7 as uuid } from 'uuid';
import type { Demand } from '#domain/demand/demand.js';
import { proposeAgain, supersedeMatch, type Match, type MatchFinding } from '#domain/matching/match.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import type { Journal, JournalEntry } from '#platform/journal/journal.js';
import type { MatchRepository } from './match.repository.js';

/** An achievement and its organization, found for a demand. */
export interface Found {
  readonly achievementId: string;
  readonly organizationId: string;
  readonly finding: MatchFinding;
}

/**
 * The matches of some demands, locked and read once, changed in memory by a run of the engine, and written in a few
 * statements. What a run proposes and drops again was never there.
 */
export class MatchBook {
  private readonly stored = new Map<string, Match>();
  private readonly current = new Map<string, Match>();
  private readonly ofDemand = new Map<string, Set<string>>();

  constructor(
    known: readonly Match[],
    private readonly now: Date,
  ) {
    for (const match of known) {
      this.stored.set(match.id, match);
      this.put(match);
    }
  }

  /** Every match of a demand as the run has left it so far, by id. */
  matchesOf(demandId: string): Match[] {
    return [...(this.ofDemand.get(demandId) ?? [])].sort().flatMap((id) => this.current.get(id) ?? []);
  }

  /** The engine found the pair: a new proposal, or the known one again. */
  propose(demand: Demand, { achievementId, organizationId, finding }: Found): void {
    const own = this.matchesOf(demand.id).find((match) => match.achievementId === achievementId);
    if (own) {
      this.put(proposeAgain(own, finding, this.now) ?? own);
      return;
    }
    this.put({
      ...finding,
      id: uuid(),
      demandId: demand.id,
      achievementId,
      demandOrganizationId: demand.organizationId,
      achievementOrganizationId: organizationId,
      state: 'proposed',
      decline: null,
      acceptedBy: [],
      createdAt: this.now,
      updatedAt: this.now,
    });
  }

  /** The engine does not find the pair any more, or better ones took its place. */
  supersede(match: Match): void {
    if (this.stored.has(match.id)) {
      this.put(supersedeMatch(match, this.now) ?? match);
      return;
    }
    this.current.delete(match.id);
    this.ofDemand.get(match.demandId)?.delete(match.id);
  }

  /** Proposals that were not open before the run. */
  newProposals(): Match[] {
    return [...this.current.values()].filter(
      ({ id, state }) => state === 'proposed' && this.stored.get(id)?.state !== 'proposed',
    );
  }

  async write(tx: Tx, matches: MatchRepository, journal: Journal): Promise<void> {
    const all = [...this.current.values()];
    const inserted = all.filter(({ id }) => !this.stored.has(id));
    const changed = all.filter((match) => this.stored.has(match.id) && this.stored.get(match.id) !== match);
    await matches.insertAll(tx, inserted);
    await matches.saveFindings(tx, changed);
    await journal.recordAll(
      tx,
      [...inserted, ...changed].flatMap((match) => this.entryOf(match) ?? []),
    );
  }

  /** A score that moves is no decision: only a change of state is told. */
  private entryOf(after: Match): JournalEntry | null {
    const before = this.stored.get(after.id);
    if (before?.state === after.state) return null;
    return {
      subjectKind: 'match',
      subjectId: after.id,
      parties: [after.demandOrganizationId, after.achievementOrganizationId],
      event: after.state === 'proposed' ? 'propose' : 'supersede',
      from: before?.state ?? null,
      to: after.state,
      ...(before && { before }),
      after,
    };
  }

  private put(match: Match): void {
    this.current.set(match.id, match);
    const ids = this.ofDemand.get(match.demandId) ?? new Set();
    this.ofDemand.set(match.demandId, ids.add(match.id));
  }
}
