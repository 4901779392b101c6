import { Inject, Injectable } from '@nestjs/common';
import type { Match } from '#domain/matching/match.js';
import type { SystemActor } from '#domain/shared/actor.js';
import { CONFIG, type Config } from '#platform/config/config.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { overfull, pairKey, shareOut, type NewPair } from './fair-load.js';
import type { Found } from './match.book.js';
import { MatchIndex } from './match.index.js';
import { MatchRunRepository } from './match-run.repository.js';
import { MatchArrivals } from './match.arrivals.js';
import { isOpen, maxMatchesPerDemand, MatchRuns, type HeldDemand, type Outcome, type Thought } from './match.runs.js';

/** How deep is looked for stand-ins when first choices have to wait. */
const withStandIns = 2 * maxMatchesPerDemand;

/**
 * The engine's runs as steps of a long one: no organization's achievements get more new proposals in it than their cap.
 * What has to wait is looked at again by the next run, since it counts as not matched.
 */
@Injectable()
export class Rematch {
  private readonly cap: number;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly index: MatchIndex,
    private readonly engine: MatchRuns,
    private readonly arrivals: MatchArrivals,
    private readonly runs: MatchRunRepository,
    @Inject(CONFIG) { matchTeamProposals }: Config,
  ) {
    this.cap = matchTeamProposals;
  }

  async matchDemands(actor: SystemActor, runId: string, demandIds: readonly string[]): Promise<void> {
    await this.index.refresh();
    let thoughts = await this.engine.think(actor, demandIds);
    const full = await this.fullWith(actor, runId, thoughts.flatMap(newPairsOf));
    const granted = new Set<string>();
    if (full.size === 0)
      for (const pair of thoughts.flatMap(newPairsOf)) granted.add(pairKey(pair.demandId, pair.achievementId));
    else {
      thoughts = await this.withStandIns(actor, thoughts, full);
      for (const key of await this.share(actor, runId, thoughts)) granted.add(key);
    }
    await this.settle(actor, runId, thoughts, granted);
  }

  async matchAchievements(actor: SystemActor, runId: string, achievementIds: readonly string[]): Promise<void> {
    await this.arrivals.match(actor, achievementIds, {
      share: {
        grant: async (tx, pairs) => shareOut(pairs, () => Infinity, await this.leftFor(tx, runId, pairs)),
        charge: (tx, proposals) => this.charge(tx, runId, proposals),
      },
    });
  }

  private async withStandIns(
    actor: SystemActor,
    thoughts: readonly Thought[],
    full: ReadonlySet<string>,
  ): Promise<Thought[]> {
    const waiting = thoughts.filter((thought) =>
      newPairsOf(thought).some(({ organizationId }) => full.has(organizationId)),
    );
    const ids = waiting.map(({ demandId }) => demandId);
    const deeper = new Map(
      (await this.engine.think(actor, ids, withStandIns)).map((thought) => [thought.demandId, thought]),
    );
    return thoughts.map((thought) => deeper.get(thought.demandId) ?? thought);
  }

  private async fullWith(actor: SystemActor, runId: string, pairs: readonly NewPair[]): Promise<ReadonlySet<string>> {
    return overfull(pairs, await this.unitOfWork.run(actor, (tx) => this.leftFor(tx, runId, pairs)));
  }

  private async share(actor: SystemActor, runId: string, thoughts: readonly Thought[]): Promise<ReadonlySet<string>> {
    const pairs = thoughts.flatMap(newPairsOf);
    const places = new Map(thoughts.map((thought) => [thought.demandId, placesOf(thought)]));
    const leftFor = await this.unitOfWork.run(actor, (tx) => this.leftFor(tx, runId, pairs));
    return shareOut(pairs, (demandId) => places.get(demandId) ?? 0, leftFor);
  }

  private async leftFor(tx: Tx, runId: string, pairs: readonly NewPair[]): Promise<(id: string) => number> {
    const ids = [...new Set(pairs.map(({ organizationId }) => organizationId))];
    const load = await this.runs.loadOf(tx, runId, ids);
    return (id) => Math.max(0, this.cap - (load.get(id) ?? 0));
  }

  /** Writes what was thought. Where the market moved meanwhile it is thought again, with the same proposals granted. */
  private async settle(
    actor: SystemActor,
    runId: string,
    thoughts: readonly Thought[],
    granted: ReadonlySet<string>,
  ): Promise<void> {
    const thoughtOf = new Map(thoughts.map((thought) => [thought.demandId, thought]));
    await this.unitOfWork.run(actor, async (tx) => {
      const all = await this.engine.hold(tx, [...thoughtOf.keys()]);
      const outcomes = all.flatMap((held) => {
        const thought = thoughtOf.get(held.demandId);
        return thought ? [this.outcomeOf(held, thought, granted)] : [];
      });
      await this.charge(tx, runId, await this.engine.settle(tx, outcomes));
    });
  }

  private outcomeOf(held: HeldDemand, thought: Thought, granted: ReadonlySet<string>): Outcome {
    const found = this.engine.still(held, thought);
    const open = new Set(held.known.filter(isOpen).map(({ achievementId }) => achievementId));
    const mayStand = ({ achievementId }: Found): boolean =>
      open.has(achievementId) || granted.has(pairKey(thought.demandId, achievementId));
    const first = found.slice(0, maxMatchesPerDemand);
    const standIns = found.slice(maxMatchesPerDemand).filter(mayStand);
    const isNew = ({ achievementId }: Found): boolean => !open.has(achievementId);
    const chosen = [
      ...first.filter(mayStand),
      ...standIns.filter(isNew),
      ...standIns.filter((candidate) => !isNew(candidate)),
    ].slice(0, maxMatchesPerDemand);
    return { held, found: chosen, whole: first.every(mayStand) };
  }

  private async charge(tx: Tx, runId: string, proposals: readonly Match[]): Promise<void> {
    const counts = new Map<string, number>();
    for (const { achievementOrganizationId: id } of proposals) counts.set(id, (counts.get(id) ?? 0) + 1);
    // Rolled back, and tried again by whoever holds the run.
    if (!(await this.runs.charge(tx, runId, counts, this.cap))) throw new Error('another worker works on the same run');
  }
}

function newPairsOf({ demandId, found, open }: Thought): NewPair[] {
  return found.flatMap(({ achievementId, organizationId, score }, at) =>
    open.has(achievementId)
      ? []
      : [{ demandId, achievementId, organizationId, score, standIn: at >= maxMatchesPerDemand }],
  );
}

const placesOf = ({ found, open }: Thought): number =>
  maxMatchesPerDemand -
  found.slice(0, maxMatchesPerDemand).filter(({ achievementId }) => open.has(achievementId)).length;
