import { Inject, Injectable } from '@nestjs/common';
import type { Achievement } from '#domain/achievement/achievement.js';
import type { Demand } from '#domain/demand/demand.js';
import type { SystemActor } from '#domain/shared/actor.js';
import { PUBLIC_READER, type StatementReader } from '#platform/database/statement-reader.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { SearchMirror } from '#platform/search/mirror.js';
import {
  SEARCH_ENGINE,
  type SearchAnswer,
  type SearchDocument,
  type SearchEngine,
  type SearchQuery,
} from '#platform/search/search.engine.js';
import { AchievementService } from '../achievement/achievement.service.js';
import { DemandService } from '../demand/demand.service.js';

export const searchKinds = ['achievements', 'demands'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** One hit, as anybody may see it. */
export interface SearchHit {
  readonly id: string;
  readonly kind: SearchKind;
  readonly organizationId: string;
  readonly title: string;
  readonly summary: string | null;
  readonly field: string | null;
  readonly countyCode: string | null;
  readonly zoneCode: string | null;
  readonly publishedAt: Date | null;
}

export interface SearchPage {
  readonly engine: SearchAnswer['engine'];
  readonly hits: readonly SearchHit[];
  readonly hasMore: boolean;
}

const tableOf = { achievements: 'achievement', demands: 'demand' } as const;
const rebuildBatch = 500;

/** Finds public achievements and demands, and keeps the index in step with what is public. */
@Injectable()
export class SearchService {
  constructor(
    @Inject(SEARCH_ENGINE) private readonly engine: SearchEngine,
    @Inject(PUBLIC_READER) private readonly reader: StatementReader,
    private readonly unitOfWork: UnitOfWork,
    private readonly mirror: SearchMirror,
    private readonly achievements: AchievementService,
    private readonly demands: DemandService,
  ) {}

  /** What the engine finds and PostgreSQL, asked as an anonymous reader, confirms to be public: a stale index cannot leak. */
  async search(kind: SearchKind, query: Omit<SearchQuery, 'index'>): Promise<SearchPage> {
    const answer = await this.engine.search({ ...query, index: kind });
    const rows = await this.reader.query<Omit<SearchHit, 'kind'>>(
      `search.confirm.${kind}`,
      `SELECT id, organization_id AS "organizationId", title, summary, field, county_code AS "countyCode",
         zone_code AS "zoneCode", published_at AS "publishedAt"
       FROM ${tableOf[kind]} WHERE id = ANY ($1::uuid[]) AND state = 'published'`,
      [answer.ids],
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    const hits = answer.ids.flatMap((id) => {
      const row = byId.get(id);
      return row ? [{ ...row, kind }] : [];
    });
    return { engine: answer.engine, hits, hasMore: answer.hasMore };
  }

  /** Puts achievements into the index that are public, takes out those that are not. */
  async refreshAchievements(actor: SystemActor, ids: readonly string[]): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) =>
      this.refresh(
        'achievements',
        ids,
        (await this.achievements.findAll(tx, ids)).filter(isPublic).map(achievementDocument),
      ),
    );
  }

  /** Like refreshAchievements, for demands. */
  async refreshDemands(actor: SystemActor, ids: readonly string[]): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) =>
      this.refresh('demands', ids, (await this.demands.findAll(tx, ids)).filter(isPublic).map(demandDocument)),
    );
  }

  private async refresh(kind: SearchKind, ids: readonly string[], documents: readonly SearchDocument[]): Promise<void> {
    const found = new Set(documents.map(({ id }) => id));
    const gone = ids.filter((id) => !found.has(id));
    await this.engine.upsert(documents);
    if (gone.length > 0) await this.engine.remove(kind, gone);
  }

  /** Carries what changed to the mirror until it has everything, or the mirror is away. */
  async carry(): Promise<void> {
    for (let carried = await this.mirror.carry(); carried > 0; carried = await this.mirror.carry());
  }

  /** Writes every public document anew and takes out what is public no more. `progress` is told after each batch. */
  async rebuild(actor: SystemActor, progress: (kind: SearchKind, done: number) => void): Promise<void> {
    await this.rebuildKind(actor, 'achievements', progress, async (after) =>
      (await this.unitOfWork.run(actor, (tx) => this.achievements.publishedBatch(tx, after, rebuildBatch))).map(
        achievementDocument,
      ),
    );
    await this.rebuildKind(actor, 'demands', progress, async (after) =>
      (await this.unitOfWork.run(actor, (tx) => this.demands.publishedBatch(tx, after, rebuildBatch))).map(
        demandDocument,
      ),
    );
  }

  private async rebuildKind(
    actor: SystemActor,
    kind: SearchKind,
    progress: (kind: SearchKind, done: number) => void,
    read: (after: string | null) => Promise<SearchDocument[]>,
  ): Promise<void> {
    let done = 0;
    for (let after: string | null = null; ;) {
      const batch = await read(after);
      const last = batch.at(-1)?.id ?? null;
      await this.engine.upsert(batch);
      await this.removeOthers(actor, kind, after, last, batch);
      done += batch.length;
      if (last === null) return;
      progress(kind, done);
      after = last;
    }
  }

  /** Takes out of the index what it holds between two ids beside the given documents; `last` null is the end. */
  private async removeOthers(
    actor: SystemActor,
    kind: SearchKind,
    after: string | null,
    last: string | null,
    documents: readonly SearchDocument[],
  ): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const stale = await tx.query<{ id: string }>(
        `SELECT id FROM search_document
         WHERE index_name = $1 AND NOT removed AND ($2::uuid IS NULL OR id > $2) AND ($3::uuid IS NULL OR id <= $3)
           AND NOT EXISTS (SELECT FROM unnest($4::uuid[]) AS kept (id) WHERE kept.id = search_document.id)`,
        [kind, after, last, documents.map(({ id }) => id)],
      );
      if (stale.length > 0)
        await this.engine.remove(
          kind,
          stale.map(({ id }) => id),
        );
    });
  }
}

const isPublic = ({ state }: { readonly state: string }): boolean => state === 'published';

const achievementDocument = (achievement: Achievement): SearchDocument => ({
  index: 'achievements',
  id: achievement.id,
  title: achievement.title,
  text: [achievement.summary ?? '', ...achievement.keywords].join('\n'),
  facets: { field: achievement.field, zone: achievement.zoneCode, county: achievement.countyCode },
});

const demandDocument = (demand: Demand): SearchDocument => ({
  index: 'demands',
  id: demand.id,
  title: demand.title,
  text: demand.summary,
  facets: { field: demand.field, zone: demand.zoneCode, county: demand.countyCode },
});
