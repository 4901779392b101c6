import { ok, refuse, type Refusal, type Result } from './result.js';

/** state → event → next state. A state without events is final. */
export type TransitionTable = Readonly<Record<string, Readonly<Record<string, string>>>>;

export type StateOf<T extends TransitionTable> = keyof T & string;
export type EventOf<T extends TransitionTable> = { [S in keyof T]: keyof T[S] & string }[keyof T];

/** The next state, or a refusal `state.notAllowed` that names the state, the event and the events allowed now. */
export function transition<T extends TransitionTable>(
  table: T,
  state: StateOf<T>,
  event: EventOf<T>,
): Result<StateOf<T>, Refusal<'state.notAllowed'>> {
  const events: Readonly<Record<string, string>> = table[state] ?? {};
  const next = Object.hasOwn(events, event) ? events[event] : undefined;
  if (next === undefined) {
    return refuse('state.notAllowed', { state, event, allowed: Object.keys(events).join('、') || '无' });
  }
  return ok(next as StateOf<T>);
}

/** Every state of a table, for the CHECK of its column and for tests. */
export function statesOf(table: TransitionTable): readonly string[] {
  return Object.keys(table);
}

/** States that no path from `initial` reaches. Empty in a sound table. */
export function unreachableStates(table: TransitionTable, initial: string): readonly string[] {
  const seen = new Set([initial]);
  const queue = [initial];
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    for (const next of Object.values(table[state] ?? {})) {
      if (!seen.has(next)) {
        seen.add(next);
        queue.push(next);
      }
    }
  }
  return Object.keys(table).filter((state) => !seen.has(state));
}
