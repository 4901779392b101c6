import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Demand } from '#domain/demand/demand.js';
import type { Match } from '#domain/matching/match.js';
import type { SystemActor } from '#domain/shared/actor.js';
import type { Judged } from '#matching/matcher.js';
import { ineligible } from '#matching/rank/eligibility.js';
import type { OfferFacts } from '#matching/rank/subject.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { DemandService } from '../demand/demand.service.js';
import { MatchBook, type Found } from './match.book.js';
import { MatchIndex } from './match.index.js';
import { MatchRepository, type Standing } from './match.repository.js';
import { MatchRunRepository } from './match-run.repository.js';

export const maxMatchesPerDemand = 20;
/** The version of a mark that says: look again. Rows begin with 1. */
export const unmatched = 0;

/** Proposed, or further: proposing it again is nothing new to anybody. */
export const isOpen = ({ state }: Pick<Match, 'state'>): boolean => state !== 'superseded';

/** A demand as it stands, locked against other runs; null when it is gone. */
export interface HeldDemand {
  readonly demandId: string;
  readonly demand: Demand | null;
  readonly known: readonly Standing[];
}

/** What the engine found for a demand, and what it may be written with later. */
export interface Thought {
  readonly demandId: string;
  readonly further: readonly string[];
  readonly found: readonly Found[];
  /** Achievements that stand before the demand's owner already. */
  readonly open: ReadonlySet<string>;
  readonly stamp: string;
}

/** What was found for a demand that is held. */
export interface Outcome {
  readonly held: HeldDemand;
  readonly found: readonly Found[];
  readonly whole: boolean;
}

/** Runs of the matching engine for demands: what it finds becomes matches. Run again, it changes nothing that has not changed. */
@Injectable()
export class MatchRuns {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly index: MatchIndex,
    private readonly matches: MatchRepository,
    private readonly marks: MatchRunRepository,
    private readonly demands: DemandService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * Matches demands with every public achievement, together; open proposals that are found no more are superseded.
   * `requestOf` tells what caused each. How many pairs were found.
   */
  async matchDemands(
    actor: SystemActor,
    demandIds: readonly string[],
    requestOf: ReadonlyMap<string, string> = new Map(),
  ): Promise<number> {
    await this.index.refresh();
    const thoughts = new Map((await this.think(actor, demandIds)).map((thought) => [thought.demandId, thought]));
    return this.unitOfWork.run(actor, async (tx) => {
      const outcomes = (await this.hold(tx, [...thoughts.keys()])).flatMap((held): Outcome[] => {
        const thought = thoughts.get(held.demandId);
        return thought ? [{ held, found: this.still(held, thought), whole: true }] : [];
      });
      await this.settle(tx, outcomes, requestOf);
      return outcomes.reduce((sum, { found }) => sum + found.length, 0);
    });
  }

  /** The owner of a demand changed. */
  async followOwner(actor: SystemActor, demandId: string): Promise<void> {
    await this.unitOfWork.run(actor, (tx) => this.matches.followOwner(tx, demandId));
  }

  /** What would be proposed for demands now. Nothing is written. */
  async think(actor: SystemActor, demandIds: readonly string[], limit = maxMatchesPerDemand): Promise<Thought[]> {
    const further = await this.further(demandIds);
    const all = await this.unitOfWork.run(actor, (tx) => this.read(tx, demandIds));
    const thoughts: Thought[] = [];
    for (const held of all) {
      const near = further.get(held.demandId) ?? [];
      const found = this.find(held, near, limit);
      const open = new Set(held.known.filter(isOpen).map(({ achievementId }) => achievementId));
      thoughts.push({ demandId: held.demandId, further: near, found, open, stamp: this.stampOf(held, found) });
      await setImmediate();
    }
    return thoughts;
  }

  /** Demands with their pairs, locked against other runs of the engine. */
  async hold(tx: Tx, demandIds: readonly string[]): Promise<HeldDemand[]> {
    await this.matches.lockDemands(tx, demandIds);
    return this.read(tx, demandIds);
  }

  private async read(tx: Tx, demandIds: readonly string[]): Promise<HeldDemand[]> {
    const demands = new Map((await this.demands.findAll(tx, demandIds)).map((demand) => [demand.id, demand]));
    const known = new Map<string, Standing[]>();
    for (const pair of await this.matches.standingOf(tx, demandIds))
      known.set(pair.demandId, [...(known.get(pair.demandId) ?? []), pair]);
    return [...new Set(demandIds)].map((demandId) => ({
      demandId,
      demand: demands.get(demandId) ?? null,
      known: known.get(demandId) ?? [],
    }));
  }

  /**
   * What was found for a demand, as long as it holds: no lock was held for the thinking, so an achievement may have
   * changed, or come and found the demand itself.
   */
  still(held: HeldDemand, { found, open, further, stamp }: Thought): readonly Found[] {
    const came = held.known.some((pair) => pair.state === 'proposed' && !open.has(pair.achievementId));
    return !came && this.stampOf(held, found) === stamp ? found : this.find(held, further);
  }

  private stampOf({ demand }: HeldDemand, found: readonly Found[]): string {
    const versions = found.map(({ achievementId }) => this.index.versionOf(achievementId));
    return [this.index.engine, demand?.state, demand?.version, ...versions].join();
  }

  /** Writes what was found for demands; not `whole`, one will be looked at again. Gives what is newly proposed. */
  async settle(
    tx: Tx,
    outcomes: readonly Outcome[],
    requestOf: ReadonlyMap<string, string> = new Map(),
  ): Promise<Match[]> {
    const book = new MatchBook(
      outcomes.flatMap(({ held }) => held.known),
      this.clock.now(),
    );
    for (const { held, found } of outcomes) {
      const requestId = requestOf.get(held.demandId) ?? null;
      const again = new Set(found.map(({ achievementId }) => achievementId));
      for (const slot of book.slotsOf(held.demandId))
        if (!again.has(slot.achievementId)) book.supersede(slot, requestId);
      for (const candidate of found) if (held.demand) book.propose(held.demand, candidate, requestId);
    }
    const proposed = await book.write(tx, this.matches, this.journal);
    const marks = outcomes.flatMap(({ held: { demand }, whole }) =>
      demand ? [{ subjectId: demand.id, kind: 'demand', version: whole ? demand.version : unmatched } as const] : [],
    );
    await this.marks.mark(tx, marks, this.index.engine, this.clock.now());
    return proposed;
  }

  /** Outside any transaction: a slow embedding service must not hold locks. */
  private async further(demandIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    await this.index.readDemands(demandIds);
    return this.index.nearby.offersNear(demandIds.flatMap((id) => this.index.matcher.needOf(id) ?? []));
  }

  /** What the engine finds for a demand, best first. */
  find({ demand, known }: HeldDemand, further: readonly string[] = [], limit = maxMatchesPerDemand): Found[] {
    if (demand?.state !== 'published') return [];
    const declined = new Set(
      known.filter(({ state }) => state === 'declined').map(({ achievementId }) => achievementId),
    );
    const need = this.index.needAsRead(demand);
    const { matcher } = this.index;
    const eligible = (offer: OfferFacts): boolean =>
      ineligible(need, offer, { offerIsPublic: true, declined: declined.has(offer.id) }) === null;
    return matcher
      .judge(need, this.clock.now(), limit, eligible, further)
      .flatMap((judged) => foundOf(judged, matcher.model.version) ?? []);
  }
}

/** Null when the pair is not worth proposing. */
export function foundOf(
  { offerId, organizationId, score, grade, explanation }: Judged,
  modelVersion: string,
): Found | null {
  if (grade === 'none') return null;
  return { achievementId: offerId, organizationId, score, grade, modelVersion, reasons: explanation };
}
