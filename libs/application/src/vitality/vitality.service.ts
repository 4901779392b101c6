import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import { reminderDue, vitalityPolicyOn, type VitalSubject } from '#domain/vitality/vitality.js';
import { systemActor, type Actor, type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { VitalityRepository, type AliveReminder } from './vitality.repository.js';

export type { AliveReminder } from './vitality.repository.js';

/** How much of the market is alive: what anybody may find, what is frozen, what reached its end. */
export interface Vitality {
  readonly alive: number;
  readonly frozen: number;
  readonly fulfilled: number;
  readonly withdrawn: number;
}

const remindedAtOnce = 500;

/** States by what they mean to somebody who counts; drafts, and what waits for its notice, are counted nowhere. */
const meanings: Readonly<Record<VitalSubject, Readonly<Record<string, keyof Vitality>>>> = {
  demand: { published: 'alive', expired: 'frozen', met: 'fulfilled', withdrawn: 'withdrawn' },
  listing: { listed: 'alive', expired: 'frozen', sold: 'fulfilled', withdrawn: 'withdrawn', stopped: 'withdrawn' },
};

/** No dead entries: reminders before something freezes, and counts that say what is alive and what is not. */
@Injectable()
export class VitalityService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: VitalityRepository,
    private readonly clock: Clock,
  ) {}

  async reminders(actor: PersonActor, after: string | null, limit: number): Promise<AliveReminder[]> {
    return this.unitOfWork.run(actor, (tx) => this.entries.list(tx, actor.organizationId, after, limit));
  }

  /** Numbers only, of all owners together: anybody may know them. */
  async counts(actor: Actor): Promise<Readonly<Record<VitalSubject, Vitality>>> {
    const rows = await this.unitOfWork.run(systemActor('vitality', actor.origin.requestId), (tx) =>
      this.entries.counts(tx),
    );
    const of = (kind: VitalSubject): Vitality => {
      const counted = { alive: 0, frozen: 0, fulfilled: 0, withdrawn: 0 };
      for (const row of rows) {
        const meaning = row.kind === kind ? meanings[kind][row.state] : undefined;
        if (meaning !== undefined) counted[meaning] += row.n;
      }
      return counted;
    };
    return { demand: of('demand'), listing: of('listing') };
  }

  /** The worker's turn: every owner is told once at each threshold, of the nearest one only when several were missed. */
  async remind(actor: SystemActor): Promise<number> {
    const now = this.clock.now();
    const today = beijingDate(now);
    const thresholds = vitalityPolicyOn(today).remindDaysBefore;
    return this.unitOfWork.run(actor, async (tx) => {
      let told = 0;
      for (const entry of await this.entries.expiring(tx, today, thresholds, remindedAtOnce)) {
        const daysBefore = reminderDue(entry.aliveUntil, today);
        if (daysBefore === null) continue;
        if (await this.entries.insert(tx, { ...entry, id: uuid(), daysBefore, at: now })) told += 1;
      }
      return told;
    });
  }
}
