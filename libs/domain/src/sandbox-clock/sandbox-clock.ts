import { ok, refuse, type Refusal, type Result } from '../shared/result.js';

const dayMs = 86_400_000;
/** A demo year with its supplement periods fits in one call; more than that is a typing error. */
export const maxAdvanceDays = 400;

export type ClockMoveRefusal = Refusal<'sandboxClock.notForward' | 'sandboxClock.tooFar' | 'sandboxClock.oneWay'>;

/** How the demo's clock shall move: by days, or to an instant. */
export interface ClockMove {
  readonly advanceDays?: number | undefined;
  readonly moveTo?: Date | undefined;
}

/** The instant a move leads to. The clock never goes back: what has happened stays in the past. */
export function clockAfter(now: Date, move: ClockMove): Result<Date, ClockMoveRefusal> {
  if ((move.advanceDays === undefined) === (move.moveTo === undefined)) return refuse('sandboxClock.oneWay');
  const target = move.moveTo ?? new Date(now.getTime() + (move.advanceDays ?? 0) * dayMs);
  if (target.getTime() <= now.getTime())
    return refuse('sandboxClock.notForward', { now: now.toISOString() }, '/moveTo');
  if (target.getTime() - now.getTime() > maxAdvanceDays * dayMs)
    return refuse('sandboxClock.tooFar', { days: String(maxAdvanceDays) }, '/moveTo');
  return ok(target);
}
