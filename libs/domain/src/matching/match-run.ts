import type { LocalDate } from '../calendar/local-date.js';
import type { StateOf, TransitionTable } from '../shared/state-machine.js';

/** One long run of the matching engine over many demands, with its progress. Killed, it goes on where it stood. */
export interface MatchRun {
  readonly id: string;
  readonly scope: MatchRunScope;
  readonly reason: MatchRunReason;
  /** The night it belongs to (Beijing), for a nightly one. */
  readonly night: LocalDate | null;
  readonly state: MatchRunState;
  /** What it matched with: model and dictionary. Null before it started. */
  readonly engine: string | null;
  readonly total: number;
  readonly done: number;
  readonly error: string | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

/** `incremental`: only what changed since it was last matched, or was matched by another engine. */
export const matchRunScopes = ['full', 'incremental'] as const;
export type MatchRunScope = (typeof matchRunScopes)[number];

export const matchRunReasons = ['night', 'modelSwitched', 'command', 'requested'] as const;
export type MatchRunReason = (typeof matchRunReasons)[number];

export const matchRunTransitions = {
  queued: { start: 'running' },
  running: { finish: 'done', fail: 'failed' },
  done: {},
  failed: {},
} as const satisfies TransitionTable;
export type MatchRunState = StateOf<typeof matchRunTransitions>;
