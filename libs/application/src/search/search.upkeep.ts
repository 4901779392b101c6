import { Injectable } from '@nestjs/common';
import type { SystemActor } from '#domain/shared/actor.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { digestOf } from '#platform/search/digest.js';
import { SearchMirror } from '#platform/search/mirror.js';
import { SearchRebuild, type RebuildReport } from '#platform/search/rebuild.js';
import { SearchEngines } from '#platform/search/engines.js';
import type { SearchDocument } from '#platform/search/search.engine.js';
import { SearchTerms } from '#platform/search/search.terms.js';
import { searchKinds, settledKinds, type SearchKind } from './search.kinds.js';
import { SearchService, sourceOf } from './search.service.js';

/** How an index differs from what is public. */
export interface IndexDifference {
  readonly engine: string;
  readonly kind: SearchKind;
  readonly count: number;
  /** Public, but not in the index. */
  readonly missing: readonly string[];
  /** In the index, but not public. */
  readonly foreign: readonly string[];
  /** In the index with another content. */
  readonly outdated: readonly string[];
}

const batchSize = 500;
const mostRounds = 10_000;

/** Carries, rebuilds and checks the indexes: for the worker and for commands. */
@Injectable()
export class SearchUpkeep {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly search: SearchService,
    private readonly mirror: SearchMirror,
    private readonly rebuilding: SearchRebuild,
    private readonly engines: SearchEngines,
    private readonly terms: SearchTerms,
  ) {}

  /** Renews what an older version wrote, and carries what changed to the mirror until it has everything. */
  async carry(): Promise<void> {
    for (let round = 0; round < mostRounds && (await this.search.refreshOutdated()) > 0; round += 1);
    for (let round = 0; round < mostRounds && (await this.mirror.carry()) > 0; round += 1);
  }

  /** Fills every index anew, aside, compares it with what is public, and swaps. `progress` is told after each batch. */
  async rebuild(
    actor: SystemActor,
    progress: (engine: string, kind: SearchKind, done: number) => void,
  ): Promise<RebuildReport[]> {
    const reports: RebuildReport[] = [];
    for (const kind of searchKinds) {
      const report = await this.rebuilding.postgresIndex(
        kind,
        (after) => this.read(actor, kind, after),
        (done) => progress('postgres', kind, done),
      );
      await this.removeWithdrawn(actor, kind, report.added);
      const mirrored = await this.rebuilding.meilisearchIndex(kind, (done) => progress('meilisearch', kind, done));
      await this.prune(actor, kind);
      reports.push(report, ...(mirrored ? [mirrored] : []));
    }
    return reports;
  }

  /** Takes out suggested words of documents that are gone. */
  async pruneTerms(actor: SystemActor): Promise<void> {
    for (const kind of searchKinds) await this.prune(actor, kind);
  }

  private async prune(actor: SystemActor, kind: SearchKind): Promise<void> {
    let after: string | null = '';
    while (after !== null) {
      const from: string = after;
      after = await this.unitOfWork.run(actor, (tx) => this.terms.prune(tx, kind, from));
    }
  }

  /** Brings the indexes of people and cases in step with what is public today, whatever was told of it. */
  async settle(actor: SystemActor): Promise<void> {
    for (const kind of settledKinds) {
      const source = await this.digests(actor, kind);
      const held = await this.engines.postgres.digests(kind);
      const differing = [...new Set([...source.keys(), ...held.keys()])].filter(
        (id) => source.get(id) !== held.get(id),
      );
      await this.search.refreshKind(actor, kind, differing);
    }
  }

  /** Every index against what is public now. */
  async check(actor: SystemActor): Promise<IndexDifference[]> {
    const differences: IndexDifference[] = [];
    for (const kind of searchKinds) {
      const source = await this.digests(actor, kind);
      for (const engine of this.engines.all) {
        const held = await engine.digests(kind);
        differences.push({
          ...{ engine: engine.name, kind, count: held.size },
          missing: [...source.keys()].filter((id) => !held.has(id)),
          foreign: [...held.keys()].filter((id) => !source.has(id)),
          outdated: [...source].filter(([id, digest]) => held.has(id) && held.get(id) !== digest).map(([id]) => id),
        });
      }
    }
    return differences;
  }

  /** What came in may have been withdrawn between the reading and the swap, before the index knew it. */
  private async removeWithdrawn(actor: SystemActor, kind: SearchKind, added: readonly string[]): Promise<void> {
    for (let at = 0; at < added.length; at += batchSize) {
      const some = added.slice(at, at + batchSize);
      const found = await this.unitOfWork.run(actor, (tx) => sourceOf(kind).find(tx, some, this.search.today()));
      const still = new Set(found.map(({ id }) => id));
      await this.search.refreshKind(
        actor,
        kind,
        some.filter((id) => !still.has(id)),
      );
    }
  }

  /** The digest of each document as it would be written now. */
  private async digests(actor: SystemActor, kind: SearchKind): Promise<Map<string, string>> {
    const digests = new Map<string, string>();
    for (let after: string | null = null; ;) {
      const documents = await this.read(actor, kind, after);
      for (const document of documents) digests.set(document.id, digestOf(document));
      after = documents.at(-1)?.id ?? null;
      if (after === null) return digests;
    }
  }

  private read(actor: SystemActor, kind: SearchKind, after: string | null): Promise<SearchDocument[]> {
    return this.unitOfWork.run(actor, (tx) => sourceOf(kind).batch(tx, after, batchSize, this.search.today()));
  }
}
