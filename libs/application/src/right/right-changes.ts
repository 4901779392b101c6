import { Injectable } from '@nestjs/common';
import { beijingDate } from '#domain/calendar/local-date.js';
import type { Right } from '#domain/right/right.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Outbox } from '#platform/outbox/outbox.js';
import { patentChanged } from '../search/search.jobs.js';
import { RightRepository } from './right.repository.js';

/** What offers an achievement is told, in the same transaction and as the system, when what lies on its rights changes. */
export interface RightFollower {
  rightsChanged(system: Tx, achievementId: string): Promise<void>;
}

/** Brings what follows from a changed right up to date in the change's own transaction. */
@Injectable()
export class RightChanges {
  private readonly followers: RightFollower[] = [];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rights: RightRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** A concept that offers achievements says so once, when its module starts. */
  follow(follower: RightFollower): void {
    this.followers.push(follower);
  }

  /** The right is locked by the caller. */
  async changed(tx: Tx, right: Right): Promise<void> {
    await this.unitOfWork.asSystem(tx, 'right', async (system) => {
      const now = this.clock.now();
      await this.rights.summarize(system, right, beijingDate(now), now);
      const { achievementId } = right;
      if (achievementId === null) return;
      for (const follower of this.followers) await follower.rightsChanged(system, achievementId);
      await this.outbox.append(system, { topic: patentChanged, payload: { achievementId } });
    });
  }

  /** An achievement that lost a right, or gained one: the right itself is not locked here. */
  async achievementChanged(tx: Tx, achievementId: string): Promise<void> {
    await this.unitOfWork.asSystem(tx, 'right', async (system) => {
      for (const follower of this.followers) await follower.rightsChanged(system, achievementId);
      await this.outbox.append(system, { topic: patentChanged, payload: { achievementId } });
    });
  }
}
