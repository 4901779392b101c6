import { ok, type Refusal, type Result } from '../shared/result.js';
import { transition, type StateOf, type TransitionTable } from '../shared/state-machine.js';

/**
 * One version of the matcher's weights: what was learned, from how much, and what it scored on the golden set before it
 * was let in. One is active at a time; none is the model as delivered.
 */
export interface MatchModelVersion {
  readonly id: string;
  readonly version: string;
  /** The delivered model that the weights belong to: with another one they mean nothing. */
  readonly baseVersion: string;
  readonly weights: Readonly<Record<string, number>>;
  readonly state: MatchModelState;
  /** Comparisons that it was learned from. */
  readonly trainedOn: number;
  readonly ndcg: number;
  readonly referenceNdcg: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const matchModelTransitions = {
  candidate: { activate: 'active', refuse: 'refused' },
  active: { retire: 'retired' },
  retired: { activate: 'active' },
  refused: {},
} as const satisfies TransitionTable;

export type MatchModelState = StateOf<typeof matchModelTransitions>;

export function moveModel(
  model: MatchModelVersion,
  event: 'activate' | 'refuse' | 'retire',
  now: Date,
): Result<MatchModelVersion, Refusal<'state.notAllowed'>> {
  const next = transition(matchModelTransitions, model.state, event);
  return next.ok ? ok({ ...model, state: next.value, updatedAt: now }) : next;
}
