/** A pair that may meet, and what it is worth. */
export interface Candidate {
  readonly demandId: string;
  readonly teamId: string;
  /** Tells apart several things of one team for one need; left out, they meet once. */
  readonly pairId?: string;
  /** Positive. */
  readonly score: number;
}

export interface Caps {
  readonly meetingsPerDemand: number;
  readonly meetingsPerTeam: number;
}

/** How much each may get. */
export interface Capacities {
  readonly ofDemand: (id: string) => number;
  readonly ofTeam: (id: string) => number;
}

/** One meeting of the schedule; in one slot nobody sits at two tables. */
export interface Meeting extends Candidate {
  /** 1, 2, 3 … */
  readonly slot: number;
}

/**
 * Who meets whom so that the scores sum to the most while no need and no team has more than its cap: a maximum-weight
 * b-matching, as min-cost flow by successive shortest paths (Ahuja, Magnanti & Orlin 1993, ch. 9), one unit a path, until
 * a further one would bring nothing. Own: the packages for it on npm (min-cost-flow, munkres-js) have had no new source
 * since 2020, and the algorithm is one page that brute force proves.
 */
export const allocate = (candidates: readonly Candidate[], caps: Caps): Candidate[] =>
  allocateWithin(candidates, { ofDemand: () => caps.meetingsPerDemand, ofTeam: () => caps.meetingsPerTeam });

/** The same where not all may get equally much. */
export function allocateWithin<T extends Candidate>(candidates: readonly T[], caps: Capacities): T[] {
  const network = networkOf(best(candidates), caps);
  while (augment(network));
  return network.edges
    .filter(({ candidate, capacity }) => candidate !== null && capacity === 0)
    .flatMap(({ candidate }) => candidate ?? [])
    .sort(
      (a, b) =>
        b.score - a.score ||
        compare(a.demandId, b.demandId) ||
        compare(a.teamId, b.teamId) ||
        compare(a.pairId ?? '', b.pairId ?? ''),
    );
}

/** Puts meetings into slots, as few as the busiest participant has meetings (König 1916). */
export function schedule(meetings: readonly Candidate[]): Meeting[] {
  const table = new SlotTable();
  for (const meeting of meetings) table.seat(meeting);
  return table
    .meetings()
    .sort(
      (a, b) => a.slot - b.slot || b.score - a.score || compare(a.demandId, b.demandId) || compare(a.teamId, b.teamId),
    );
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** One candidate a pair, the better one; worthless ones are none. */
function best<T extends Candidate>(candidates: readonly T[]): T[] {
  const byPair = new Map<string, T>();
  for (const candidate of candidates) {
    const pair = `${candidate.demandId} ${candidate.teamId} ${candidate.pairId ?? ''}`;
    if (candidate.score > (byPair.get(pair)?.score ?? 0)) byPair.set(pair, candidate);
  }
  return [...byPair.entries()].sort(([a], [b]) => compare(a, b)).map(([, candidate]) => candidate);
}

interface Edge<T> {
  readonly to: number;
  readonly cost: number;
  capacity: number;
  /** Place of the edge that undoes this one. */
  readonly back: number;
  readonly candidate: T | null;
}

interface Network<T> {
  readonly edges: Edge<T>[];
  readonly edgesOf: number[][];
  readonly source: number;
  readonly sink: number;
}

function networkOf<T extends Candidate>(candidates: readonly T[], { ofDemand, ofTeam }: Capacities): Network<T> {
  const demands = [...new Set(candidates.map(({ demandId }) => demandId))];
  const teams = [...new Set(candidates.map(({ teamId }) => teamId))];
  const source = 0;
  const sink = 1;
  const demandAt = new Map(demands.map((id, at) => [id, 2 + at]));
  const teamAt = new Map(teams.map((id, at) => [id, 2 + demands.length + at]));
  const edges: Edge<T>[] = [];
  const edgesOf: number[][] = Array.from({ length: 2 + demands.length + teams.length }, () => []);
  const connect = (from: number, to: number, capacity: number, cost: number, candidate: T | null): void => {
    edgesOf[from]?.push(edges.length);
    edges.push({ to, cost, capacity, back: edges.length + 1, candidate });
    edgesOf[to]?.push(edges.length);
    edges.push({ to: from, cost: -cost, capacity: 0, back: edges.length - 1, candidate: null });
  };
  for (const [id, at] of demandAt) connect(source, at, ofDemand(id), 0, null);
  for (const [id, at] of teamAt) connect(at, sink, ofTeam(id), 0, null);
  for (const candidate of candidates)
    connect(demandAt.get(candidate.demandId) ?? 0, teamAt.get(candidate.teamId) ?? 0, 1, -candidate.score, candidate);
  return { edges, edgesOf, source, sink };
}

/** Sends one unit along the cheapest path (Bellman–Ford with a queue: costs are negative); false when none gains. */
function augment<T>({ edges, edgesOf, source, sink }: Network<T>): boolean {
  const cost = edgesOf.map((_, node) => (node === source ? 0 : Infinity));
  const via = edgesOf.map(() => -1);
  const waiting = edgesOf.map((_, node) => node === source);
  const queue = [source];
  for (let at = 0; at < queue.length; at += 1) {
    const node = queue[at] ?? source;
    waiting[node] = false;
    for (const place of edgesOf[node] ?? []) {
      const edge = edges[place];
      if (!edge || edge.capacity === 0) continue;
      const reached = (cost[node] ?? Infinity) + edge.cost;
      if (reached >= (cost[edge.to] ?? Infinity) - 1e-9) continue;
      cost[edge.to] = reached;
      via[edge.to] = place;
      if (!waiting[edge.to]) {
        waiting[edge.to] = true;
        queue.push(edge.to);
      }
    }
  }
  if ((cost[sink] ?? Infinity) >= 0) return false;
  for (let node = sink; node !== source;) {
    const edge = edges[via[node] ?? -1];
    const back = edge && edges[edge.back];
    if (!edge || !back) return false;
    edge.capacity -= 1;
    back.capacity += 1;
    node = back.to;
  }
  return true;
}

/** Who sits where in which slot. Seating one more may move others along one path of two alternating slots. */
class SlotTable {
  private readonly seats = new Map<string, Map<number, Candidate>>();

  seat(meeting: Candidate): void {
    const demand = `d ${meeting.demandId}`;
    const team = `t ${meeting.teamId}`;
    const free = this.firstFree(demand);
    const other = this.firstFree(team);
    if (!this.at(team).has(free)) return this.put(meeting, free);
    this.swapPath(team, free, other);
    this.put(meeting, free);
  }

  meetings(): Meeting[] {
    return [...this.seats].flatMap(([who, slots]) =>
      who.startsWith('d ') ? [...slots].map(([slot, meeting]) => ({ ...meeting, slot })) : [],
    );
  }

  /** Frees slot `taken` of a participant by exchanging it with `free` along the path that starts there. */
  private swapPath(start: string, taken: number, free: number): void {
    const path: { meeting: Candidate; slot: number }[] = [];
    let who = start;
    for (let slot = taken; ; slot = slot === taken ? free : taken) {
      const meeting = this.at(who).get(slot);
      if (!meeting) break;
      path.push({ meeting, slot });
      who = who.startsWith('t ') ? `d ${meeting.demandId}` : `t ${meeting.teamId}`;
    }
    for (const { meeting, slot } of path) {
      this.at(`d ${meeting.demandId}`).delete(slot);
      this.at(`t ${meeting.teamId}`).delete(slot);
    }
    for (const { meeting, slot } of path) this.put(meeting, slot === taken ? free : taken);
  }

  private put(meeting: Candidate, slot: number): void {
    this.at(`d ${meeting.demandId}`).set(slot, meeting);
    this.at(`t ${meeting.teamId}`).set(slot, meeting);
  }

  private at(who: string): Map<number, Candidate> {
    const known = this.seats.get(who) ?? new Map<number, Candidate>();
    this.seats.set(who, known);
    return known;
  }

  private firstFree(who: string): number {
    const taken = this.at(who);
    let slot = 1;
    while (taken.has(slot)) slot += 1;
    return slot;
  }
}
