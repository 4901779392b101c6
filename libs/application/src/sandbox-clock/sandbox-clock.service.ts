import { Injectable } from '@nestjs/common';
import { clockAfter, type ClockMove, type ClockMoveRefusal } from '#domain/sandbox-clock/sandbox-clock.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ok, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';

/** The journal needs a subject; there is one clock. */
const clockId = '00000000-0000-7000-8000-00000000c10c';

/** Where the market's clock stands and how far that is ahead of the machine's. */
export interface ClockReading {
  readonly now: Date;
  readonly offsetMs: bigint;
}

/** Moves the demo's clock; registered in demo mode only. Every process follows the stored offset. */
@Injectable()
export class SandboxClockService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async read(actor: PersonActor): Promise<ClockReading> {
    return this.unitOfWork.run(actor, async (tx) => this.reading(await storedOffset(tx, '')));
  }

  async move(actor: PersonActor, move: ClockMove): Promise<Result<ClockReading, ClockMoveRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const before = this.reading(await storedOffset(tx, 'FOR UPDATE'));
      const target = clockAfter(before.now, move);
      if (!target.ok) return target;
      const offsetMs = before.offsetMs + BigInt(target.value.getTime() - before.now.getTime());
      await tx.query(`UPDATE sandbox_clock SET offset_ms = $1`, [offsetMs.toString()]);
      await this.journal.record(tx, {
        subjectKind: 'sandboxClock',
        subjectId: clockId,
        event: 'move',
        from: null,
        to: null,
        reason: `${before.now.toISOString()} → ${target.value.toISOString()}`,
        parties: [],
        before: before.offsetMs,
        after: offsetMs,
      });
      return ok({ now: target.value, offsetMs });
    });
  }

  /** This process may be a moment behind the stored offset: the stored one counts. */
  private reading(offsetMs: bigint): ClockReading {
    const machine = this.clock.now().getTime() - this.clock.offset;
    return { now: new Date(machine + Number(offsetMs)), offsetMs };
  }
}

async function storedOffset(tx: Tx, lock: '' | 'FOR UPDATE'): Promise<bigint> {
  const [row] = await tx.query<{ offsetMs: string }>(`SELECT offset_ms AS "offsetMs" FROM sandbox_clock ${lock}`);
  return BigInt(row?.offsetMs ?? 0);
}
