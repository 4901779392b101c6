import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { systemActor } from '#domain/shared/actor.js';
import { Matcher } from '#matching/matcher.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { JiebaTokenizer } from '#platform/search/jieba.js';
import { PostgresSearchEngine, type SearchChange } from '#platform/search/postgres.engine.js';
import { AchievementService } from '../achievement/achievement.service.js';
import { DemandService } from '../demand/demand.service.js';
import { Dictionary } from './dictionary.js';
import { needOf, offerOf } from './matching.subjects.js';

const loadBatch = 500;
const changeBatch = 1_000;
/** A change that was written earlier may become visible later, by at most the longest transaction. */
const overlapMs = 15_000;
/** Within this time one look at the log serves all: what came meanwhile has a job of its own. */
const refreshEveryMs = 500;

/**
 * The matcher of one process with every public achievement and demand in memory. Loaded from PostgreSQL at start;
 * before each use it takes in what the search log says has changed since, whichever process handled it.
 */
@Injectable()
export class MatchIndex implements OnApplicationBootstrap {
  readonly matcher: Matcher;
  private readonly logger = new Logger('matching');
  private readonly applied = new Map<string, string>();
  private since = new Date(0);
  private loaded: Promise<void> | null = null;
  private refreshedMs = -refreshEveryMs;
  private refreshing: Promise<void> = Promise.resolve();

  constructor(
    dictionary: Dictionary,
    tokenizer: JiebaTokenizer,
    private readonly unitOfWork: UnitOfWork,
    private readonly achievements: AchievementService,
    private readonly demands: DemandService,
    private readonly searchLog: PostgresSearchEngine,
  ) {
    this.matcher = new Matcher(dictionary.lexicon, tokenizer);
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
      this.refreshing = this.refreshing.catch(() => undefined).then(() => this.takeChanges());
    }
    await this.refreshing;
  }

  /** Reads one achievement anew: for the handler that knows it has changed before the log says so. */
  async readAchievement(id: string): Promise<void> {
    const achievement = await this.read((tx) => this.achievements.find(tx, id));
    if (achievement?.state === 'published') this.matcher.add(offerOf(achievement));
    else this.matcher.remove(id);
  }

  async readDemand(id: string): Promise<void> {
    const demand = await this.read((tx) => this.demands.find(tx, id));
    if (demand?.state === 'published') this.matcher.addNeed(needOf(demand));
    else this.matcher.removeNeed(id);
  }

  private read<T>(work: Parameters<typeof this.unitOfWork.run<T>>[1]): Promise<T> {
    return this.unitOfWork.run(systemActor('matching.index', uuid()), work);
  }

  private async load(): Promise<void> {
    const started = performance.now();
    const [clock] = await this.read((tx) => tx.query<{ now: Date }>(`SELECT clock_timestamp() AS now`));
    this.since = clock?.now ?? this.since;
    // What the log says up to now is in the tables that are read next: no need to read it twice.
    for (const index of ['achievements', 'demands'])
      await this.eachChange(index, new Date(0), async ({ id, revision }) => void this.applied.set(id, revision));
    const seconds = (): number => Math.round((performance.now() - started) / 100) / 10;
    for (let after: string | null = null; ;) {
      const batch = await this.read((tx) => this.achievements.publishedBatch(tx, after, loadBatch));
      for (const achievement of batch) this.matcher.add(offerOf(achievement));
      after = batch.at(-1)?.id ?? null;
      if (after === null) break;
      if (this.matcher.sizes.offers % (loadBatch * 10) === 0)
        this.logger.log(`撮合索引载入中：成果 ${this.matcher.sizes.offers} 项，${seconds()} 秒`);
    }
    for (let after: string | null = null; ;) {
      const batch = await this.read((tx) => this.demands.publishedBatch(tx, after, loadBatch));
      for (const demand of batch) this.matcher.addNeed(needOf(demand));
      after = batch.at(-1)?.id ?? null;
      if (after === null) break;
    }
    const { offers, needs } = this.matcher.sizes;
    this.logger.log(`撮合索引已载入：成果 ${offers} 项，需求 ${needs} 项，用时 ${seconds()} 秒`);
  }

  private async takeChanges(): Promise<void> {
    const from = new Date(this.since.getTime() - overlapMs);
    await this.eachChange('achievements', from, (change) => this.take(change, (id) => this.readAchievement(id)));
    await this.eachChange('demands', from, (change) => this.take(change, (id) => this.readDemand(id)));
  }

  private async take({ id, revision }: SearchChange, read: (id: string) => Promise<void>): Promise<void> {
    if (this.applied.get(id) === revision) return;
    await read(id);
    this.applied.set(id, revision);
  }

  /** Walks the log of an index from a moment on, and moves the moment from which the next walk starts. */
  private async eachChange(index: string, from: Date, work: (change: SearchChange) => Promise<void>): Promise<void> {
    for (let since = from; ;) {
      const changes = await this.searchLog.changesSince(index, since, changeBatch);
      for (const change of changes) await work(change);
      const last = changes.at(-1)?.at;
      if (last && last > this.since) this.since = last;
      if (changes.length < changeBatch || !last || last <= since) return;
      since = last;
    }
  }
}
