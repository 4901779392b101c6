import { v7 as uuid } from 'uuid';
import type { Demand } from '#domain/demand/demand.js';
import { findsAnew, proposeAgain, supersedeMatch, type Match, type MatchFinding } from '#domain/matching/match.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import type { Journal, JournalEntry } from '#platform/journal/journal.js';
import type { MatchRepository, Standing } from './match.repository.js';

/** An achievement and its organization, found for a demand. */
export interface Found extends Omit<MatchFinding, 'reasons'> {
  readonly achievementId: string;
  readonly organizationId: string;
  /** Made when the pair is written: most of what is found is known already, or has to make room. */
  readonly reasons: () => MatchFinding['reasons'];
}

/** A pair as the run leaves it. */
export interface Slot {
  readonly demandId: string;
  readonly achievementId: string;
  /** Null: the pair is new. */
  readonly known: Standing | null;
  readonly state: Match['state'];
  readonly score: number;
  readonly change: Change | null;
}

type Change = { readonly requestId: string | null } & (
  { readonly kind: 'propose'; readonly demand: Demand; readonly found: Found } | { readonly kind: 'supersede' }
);

/**
 * The matches of some demands, read once without their reasons, changed in memory by a run of the engine, and written
 * in a few statements: only what changes is read whole and locked. What a run proposes and drops again was never there.
 */
export class MatchBook {
  private readonly slots = new Map<string, Map<string, Slot>>();

  constructor(
    known: readonly Standing[],
    private readonly now: Date,
  ) {
    for (const pair of known) {
      const { demandId, achievementId, state, score } = pair;
      this.put({ demandId, achievementId, known: pair, state, score, change: null });
    }
  }

  /** Every pair of a demand as the run has left it so far. */
  slotsOf(demandId: string): Slot[] {
    return [...(this.slots.get(demandId)?.values() ?? [])];
  }

  slotOf(demandId: string, achievementId: string): Slot | null {
    return this.slots.get(demandId)?.get(achievementId) ?? null;
  }

  /** The engine found the pair: a new proposal, or the known one again. `requestId` caused it, if it is not the actor's. */
  propose(demand: Demand, found: Found, requestId: string | null = null): void {
    const { achievementId, score } = found;
    const slot = this.slotOf(demand.id, achievementId);
    const known = slot?.known ?? null;
    if (slot && known && !findsAnew({ ...known, state: slot.state }, found)) return;
    const change = { kind: 'propose', demand, found, requestId } as const;
    this.put({ demandId: demand.id, achievementId, known, state: 'proposed', score, change });
  }

  /** The engine does not find the pair any more, or better ones took its place. */
  supersede({ demandId, achievementId, known, score, state }: Slot, requestId: string | null = null): void {
    if (state !== 'proposed') return;
    if (!known) this.slots.get(demandId)?.delete(achievementId);
    else if (known.state === 'superseded')
      this.put({ demandId, achievementId, known, state: known.state, score, change: null });
    else
      this.put({
        demandId,
        achievementId,
        known,
        state: 'superseded',
        score,
        change: { kind: 'supersede', requestId },
      });
  }

  /** Writes it all; what people decided meanwhile stays. Gives the proposals that were not open before. */
  async write(tx: Tx, matches: MatchRepository, journal: Journal): Promise<Match[]> {
    const changed = [...this.slots.values()].flatMap((slots) => [...slots.values()].filter(({ change }) => change));
    const ids = changed.flatMap(({ known }) => (known ? [known.id] : []));
    const stored = new Map((await matches.allForUpdate(tx, ids)).map((match) => [match.id, match]));
    const written = changed.flatMap((slot) => this.written(slot, stored) ?? []);
    const after = written.map((one) => one.after);
    await matches.insertAll(
      tx,
      after.filter(({ id }) => !stored.has(id)),
    );
    await matches.saveFindings(
      tx,
      after.filter(({ id }) => stored.has(id)),
    );
    await journal.recordAll(tx, written.flatMap(entryOf));
    return written.flatMap(({ before, after }) =>
      after.state === 'proposed' && before?.state !== 'proposed' ? [after] : [],
    );
  }

  private written({ known, change }: Slot, stored: ReadonlyMap<string, Match>): Written | null {
    if (!change) return null;
    const before = known ? stored.get(known.id) : undefined;
    if (known && !before) return null;
    const after = this.changed(before, change);
    return after && { before, after, requestId: change.requestId };
  }

  private changed(before: Match | undefined, change: Change): Match | null {
    if (change.kind === 'supersede') return before ? supersedeMatch(before, this.now) : null;
    const { score, grade, modelVersion, achievementId, organizationId, reasons } = change.found;
    const finding: MatchFinding = { score, grade, modelVersion, reasons: reasons() };
    if (before) return proposeAgain(before, finding, this.now);
    return {
      ...finding,
      id: uuid(),
      demandId: change.demand.id,
      achievementId,
      demandOrganizationId: change.demand.organizationId,
      achievementOrganizationId: organizationId,
      state: 'proposed',
      decline: null,
      acceptedBy: [],
      createdAt: this.now,
      updatedAt: this.now,
    };
  }

  private put(slot: Slot): void {
    const slots = this.slots.get(slot.demandId) ?? new Map<string, Slot>();
    this.slots.set(slot.demandId, slots.set(slot.achievementId, slot));
  }
}

interface Written {
  readonly before: Match | undefined;
  readonly after: Match;
  readonly requestId: string | null;
}

/** A score that moves is no decision: only a change of state is told. */
function entryOf({ before, after, requestId }: Written): JournalEntry[] {
  if (before?.state === after.state) return [];
  return [
    {
      subjectKind: 'match',
      subjectId: after.id,
      parties: [after.demandOrganizationId, after.achievementOrganizationId],
      event: after.state === 'proposed' ? 'propose' : 'supersede',
      from: before?.state ?? null,
      to: after.state,
      ...(before && { before }),
      after,
      ...(requestId !== null && { requestId }),
    },
  ];
}
