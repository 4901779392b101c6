/** Who judges which entry. */
export interface Assignment {
  readonly entryId: string;
  readonly personId: string;
}

export interface AssignmentPlan {
  readonly assigned: readonly Assignment[];
  /** Entries for which too few judges are without a relation. */
  readonly short: readonly string[];
}

/**
 * Gives every entry `perEntry` judges who have no relation to it, and the judges loads as equal as the relations allow: each entry
 * takes those with the least so far; entries with the fewest possible judges come first. `keyOf` orders what is otherwise equal, so
 * that neither the order of rows nor a name decides.
 */
export function assignJudges(
  entryIds: readonly string[],
  personIds: readonly string[],
  perEntry: number,
  related: (entryId: string, personId: string) => boolean,
  keyOf: (id: string) => string,
): AssignmentPlan {
  const byKey = (a: string, b: string) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : a < b ? -1 : 1);
  const load = new Map(personIds.map((id) => [id, 0]));
  const possible = new Map(entryIds.map((entry) => [entry, personIds.filter((person) => !related(entry, person))]));
  const order = [...entryIds].sort(
    (a, b) => (possible.get(a) ?? []).length - (possible.get(b) ?? []).length || byKey(a, b),
  );
  const assigned: Assignment[] = [];
  const short: string[] = [];
  for (const entryId of order) {
    const free = [...(possible.get(entryId) ?? [])].sort(
      (a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0) || byKey(`${entryId}/${a}`, `${entryId}/${b}`),
    );
    if (free.length < perEntry) short.push(entryId);
    for (const personId of free.slice(0, perEntry)) {
      load.set(personId, (load.get(personId) ?? 0) + 1);
      assigned.push({ entryId, personId });
    }
  }
  return { assigned, short: short.sort() };
}
