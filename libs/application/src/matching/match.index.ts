import { setImmediate } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Achievement } from '#domain/achievement/achievement.js';
import type { Demand } from '#domain/demand/demand.js';
import { systemActor } from '#domain/shared/actor.js';
import { Matcher } from '#matching/matcher.js';
import type { Need, Offer } from '#matching/rank/subject.js';
import { CONFIG, type Config } from '#platform/config/config.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { HttpEmbedder } from '#platform/embedding/http-embedder.js';
import { JiebaTokenizer } from '#platform/search/jieba.js';
import { PostgresSearchEngine, type SearchChange } from '#platform/search/postgres.engine.js';
import { AchievementService } from '../achievement/achievement.service.js';
import { DemandService } from '../demand/demand.service.js';
import { Dictionary } from './dictionary.js';
import { MatchModels } from './match-models.js';
import { Nearby } from './nearby.js';
import { needOf, offerOf } from './matching.subjects.js';
import { noFacts, OfferFactsReader, type OfferFacts } from './offer-facts.js';

const loadBatch = 500;
const loadingToldEvery = 2_500;
const changeBatch = 1_000;
/** A change that was written earlier may become visible later, by at most the longest transaction. */
const overlapMs = 15_000;
/** Within this time one look at the log serves all: what came meanwhile has a job of its own. */
const refreshEveryMs = 500;
/** One look takes no longer: whoever waits to be matched does not wait for an import of thousands. */
const takeWithinMs = 250;
const takenAtOnce = 50;
/** Texts that are cut into words before others get their turn. */
const addedAtOnce = 20;

/**
 * The matcher of one process with every public achievement and demand in memory. Loaded from PostgreSQL at start;
 * before each use it takes in what the search log says has changed since, whichever process handled it.
 */
@Injectable()
export class MatchIndex implements OnApplicationBootstrap {
  readonly matcher: Matcher;
  readonly nearby: Nearby;
  private readonly logger = new Logger('matching');
  private readonly applied = new Map<string, string>();
  private readonly since = new Map<string, Date>();
  private readonly versions = new Map<string, number>();
  /** Of an achievement: what else it was read with. */
  private readonly factsOf = new Map<string, string>();
  private loaded: Promise<void> | null = null;
  private refreshedMs = -refreshEveryMs;
  private refreshing: Promise<void> = Promise.resolve();

  constructor(
    private readonly dictionary: Dictionary,
    tokenizer: JiebaTokenizer,
    private readonly models: MatchModels,
    private readonly facts: OfferFactsReader,
    private readonly unitOfWork: UnitOfWork,
    private readonly achievements: AchievementService,
    private readonly demands: DemandService,
    private readonly searchLog: PostgresSearchEngine,
    @Inject(CONFIG) { embedderUrl }: Config,
  ) {
    this.nearby = new Nearby(embedderUrl === null ? null : new HttpEmbedder(embedderUrl));
    this.matcher = new Matcher(dictionary.lexicon, tokenizer);
  }

  /** What stands in memory now: less than the market holds until it is loaded. */
  get sizes(): Matcher['sizes'] {
    return this.matcher.sizes;
  }

  /** What matches are found with: another one may find others. */
  get engine(): string {
    return `${this.matcher.model.version}/${this.dictionary.digest}`;
  }

  /** The version of a subject as it stands in memory. */
  versionOf(id: string): number | null {
    return this.versions.get(id) ?? null;
  }

  onApplicationBootstrap(): void {
    // The processes's other work does not wait for it; the first use does, and tells what went wrong.
    this.ready().catch((error: unknown) => this.logger.error(error instanceof Error ? error.message : String(error)));
  }

  /** Loads once; a load that failed is tried again at the next use. */
  ready(): Promise<void> {
    this.loaded ??= this.load().catch((error: unknown) => {
      this.loaded = null;
      throw error;
    });
    return this.loaded;
  }

  /** Takes in what has changed since the last time. Calls that come together share one run after the other. */
  async refresh(): Promise<void> {
    await this.ready();
    if (performance.now() - this.refreshedMs >= refreshEveryMs) {
      this.refreshedMs = performance.now();
      this.refreshing = this.refreshing
        .catch(() => undefined)
        .then(() => this.takeChanges())
        // A log that is long to read is read less often.
        .finally(() => (this.refreshedMs += 4 * (performance.now() - this.refreshedMs)));
    }
    await this.refreshing;
  }

  /**
   * Reads achievements anew: for the handler that knows they have changed before the log says so. Gives those that are
   * public.
   */
  async readAchievements(ids: readonly string[]): Promise<Offer[]> {
    const { found, facts } = await this.read(async (tx) => ({
      found: await this.achievements.findAll(tx, ids),
      facts: await this.facts.read(tx, ids),
    }));
    const open = found.filter(({ state }) => state === 'published');
    const stays = new Set(open.map(({ id }) => id));
    for (const id of ids) if (!stays.has(id)) this.drop(id);
    const offers: Offer[] = [];
    for (const [at, achievement] of open.entries()) {
      offers.push(this.takeOffer(achievement, facts.get(achievement.id) ?? noFacts));
      if (at % addedAtOnce === 0) await setImmediate();
    }
    return offers;
  }

  /** Adds an achievement unless it stands there just so. */
  private takeOffer(achievement: Achievement, facts: OfferFacts): Offer {
    const { id, version } = achievement;
    const offer = offerOf(achievement, facts);
    const stamp = JSON.stringify(facts);
    if (this.versions.get(id) === version && this.factsOf.get(id) === stamp) return offer;
    this.matcher.add(offer);
    this.nearby.addOffer(offer);
    this.versions.set(id, version);
    this.factsOf.set(id, stamp);
    return offer;
  }

  /** The demand as the matcher remembers it when nothing has changed since: what was thought of it counts. */
  needAsRead(demand: Demand): Need {
    const known = this.matcher.needOf(demand.id);
    return known && this.versions.get(demand.id) === demand.version ? known : needOf(demand);
  }

  /** Reads demands anew, as `readAchievements` does. */
  async readDemands(ids: readonly string[]): Promise<void> {
    const found = await this.read((tx) => this.demands.findAll(tx, ids));
    const open = new Map(found.filter(({ state }) => state === 'published').map((demand) => [demand.id, demand]));
    for (const id of ids) {
      const demand = open.get(id);
      if (!demand) this.drop(id);
      else if (this.versions.get(id) !== demand.version) this.addNeed(demand);
    }
  }

  private addNeed(demand: Demand): void {
    const need = needOf(demand);
    this.matcher.addNeed(need);
    this.nearby.addNeed(need);
    this.versions.set(demand.id, demand.version);
  }

  private drop(id: string): void {
    this.matcher.remove(id);
    this.nearby.remove(id);
    this.matcher.removeNeed(id);
    this.versions.delete(id);
    this.factsOf.delete(id);
  }

  private read<T>(work: Parameters<typeof this.unitOfWork.run<T>>[1]): Promise<T> {
    return this.unitOfWork.run(systemActor('matching.index', uuid()), work);
  }

  /** The version of the weights that somebody switched on, in any process. */
  private async takeModel(): Promise<void> {
    const model = await this.read((tx) => this.models.current(tx));
    if (model.version !== this.matcher.model.version) this.matcher.useModel(model);
  }

  private async load(): Promise<void> {
    const started = performance.now();
    await this.takeModel();
    const [clock] = await this.read((tx) => tx.query<{ now: Date }>(`SELECT clock_timestamp() AS now`));
    // What the log says up to now is in the tables that are read next: no need to read it twice.
    for (const index of ['achievements', 'demands']) {
      await this.eachChange(index, new Date(0), async (changes) => {
        for (const { id, revision } of changes) this.applied.set(id, revision);
        return true;
      });
      if (clock) this.since.set(index, clock.now);
    }
    const seconds = (): number => Math.round((performance.now() - started) / 100) / 10;
    for (let after: string | null = null; ;) {
      const { batch, facts } = await this.read(async (tx) => {
        const found = await this.achievements.publishedBatch(tx, after, loadBatch);
        const ids = found.map(({ id }) => id);
        return { batch: found, facts: await this.facts.read(tx, ids) };
      });
      for (const [at, achievement] of batch.entries()) {
        this.takeOffer(achievement, facts.get(achievement.id) ?? noFacts);
        if (at % addedAtOnce === 0) await setImmediate();
      }
      after = batch.at(-1)?.id ?? null;
      if (after === null) break;
      if (this.matcher.sizes.offers % loadingToldEvery === 0) this.tell('loading', seconds());
    }
    for (let after: string | null = null; ;) {
      const batch = await this.read((tx) => this.demands.publishedBatch(tx, after, loadBatch));
      for (const demand of batch) this.addNeed(demand);
      after = batch.at(-1)?.id ?? null;
      if (after === null) break;
    }
    this.tell('loaded', seconds());
  }

  private tell(index: 'loading' | 'loaded', seconds: number): void {
    const { offers, needs } = this.matcher.sizes;
    this.logger.log({ index, achievements: offers, demands: needs, seconds });
  }

  private sinceOf(index: string): Date {
    return this.since.get(index) ?? new Date(0);
  }

  private async takeChanges(): Promise<void> {
    const until = performance.now() + takeWithinMs;
    await this.takeModel();
    for (const [index, read] of [
      ['demands', (ids: string[]) => this.readDemands(ids)],
      ['achievements', (ids: string[]) => this.readAchievements(ids)],
    ] as const)
      await this.eachChange(index, new Date(this.sinceOf(index).getTime() - overlapMs), (changes) =>
        this.take(changes, read, until),
      );
  }

  /** Takes in what is new of a page of the log; false when the time is over: the rest waits for the next look. */
  private async take(
    changes: readonly SearchChange[],
    read: (ids: string[]) => Promise<unknown>,
    until: number,
  ): Promise<boolean> {
    const news = changes.filter(({ id, revision }) => this.applied.get(id) !== revision);
    for (let at = 0; at < news.length; at += takenAtOnce) {
      if (performance.now() > until) return false;
      const some = news.slice(at, at + takenAtOnce);
      await read(some.map(({ id }) => id));
      for (const { id, revision } of some) this.applied.set(id, revision);
    }
    return true;
  }

  /** Walks the log of an index from a moment on, and moves the moment from which the next walk starts. */
  private async eachChange(
    index: string,
    from: Date,
    work: (changes: readonly SearchChange[]) => Promise<boolean>,
  ): Promise<void> {
    for (let since = from; ;) {
      const changes = await this.searchLog.changesSince(index, since, changeBatch);
      if (!(await work(changes))) return;
      const last = changes.at(-1)?.at;
      if (last && last > this.sinceOf(index)) this.since.set(index, last);
      if (changes.length < changeBatch || !last || last <= since) return;
      since = last;
    }
  }
}
