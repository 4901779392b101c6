import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Tx } from '#platform/database/unit-of-work.js';

/** A search that a person keeps. */
export interface SavedSearch {
  readonly id: string;
  readonly personId: string;
  readonly organizationId: string;
  readonly name: string;
  readonly kind: string;
  readonly query: string;
  /** Facet → the value it must have. */
  readonly filters: Readonly<Record<string, string>>;
  readonly unread: number;
  readonly createdAt: Date;
}

/** A new hit of a saved search. */
export interface SearchAlert {
  readonly id: string;
  readonly savedSearchId: string;
  readonly name: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly title: string;
  readonly foundAt: Date;
  readonly readAt: Date | null;
}

/** What a search found when it was saved. */
export interface Known {
  readonly ids: readonly string[];
  /** There was no more than these. */
  readonly all: boolean;
  /** By the database's clock, before it was looked for. */
  readonly at: Date;
}

/** A change of a document. Its time as text: a Date would cut off the microseconds. */
export interface Change {
  readonly id: string;
  readonly at: string;
}

const columns = `s.id, s.person_id AS "personId", s.organization_id AS "organizationId", s.name, s.kind, s.query, s.filters,
  s.created_at AS "createdAt",
  (SELECT count(*)::int FROM search_alert a WHERE a.saved_search_id = s.id AND a.read_at IS NULL) AS unread`;

const alertColumns = `a.id, a.saved_search_id AS "savedSearchId", s.name, s.kind, a.subject_id AS "subjectId", a.title,
  a.found_at AS "foundAt", a.read_at AS "readAt"`;

/**
 * So long a change may take to be found: a transaction that began earlier commits, a mirror catches up. A look that comes
 * twice tells nothing twice.
 */
const overlapSeconds = 90;

@Injectable()
export class SavedSearchRepository {
  async insert(tx: Tx, search: SavedSearch, known: Known): Promise<void> {
    await tx.execute(
      `INSERT INTO saved_search (id, person_id, organization_id, name, kind, query, filters, known_ids, knows_all,
         created_at, checked_until) VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8::uuid[], $9, $10, $11)`,
      [
        search.id,
        search.personId,
        search.organizationId,
        search.name,
        search.kind,
        search.query,
        JSON.stringify(search.filters),
        known.ids,
        known.all,
        search.createdAt,
        known.at,
      ],
    );
  }

  /** Held until the transaction ends, so that two at once cannot pass the limit. */
  async countOf(tx: Tx, personId: string): Promise<number> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('saved_search:' || $1, 0))`, [personId]);
    const [row] = await tx.query<{ n: number }>(`SELECT count(*)::int AS n FROM saved_search WHERE person_id = $1`, [
      personId,
    ]);
    return row?.n ?? 0;
  }

  /** Newest first. */
  async listOf(tx: Tx, personId: string, after: string | null, limit: number): Promise<SavedSearch[]> {
    return tx.query(
      `SELECT ${columns} FROM saved_search s WHERE s.person_id = $1 AND ($2::uuid IS NULL OR s.id < $2)
       ORDER BY s.id DESC LIMIT $3`,
      [personId, after, limit],
    );
  }

  async find(tx: Tx, personId: string, id: string): Promise<SavedSearch | null> {
    const [row] = await tx.query<SavedSearch>(
      `SELECT ${columns} FROM saved_search s WHERE s.id = $2 AND s.person_id = $1`,
      [personId, id],
    );
    return row ?? null;
  }

  async remove(tx: Tx, personId: string, id: string): Promise<boolean> {
    return (await tx.execute(`DELETE FROM saved_search WHERE id = $2 AND person_id = $1`, [personId, id])) > 0;
  }

  /** Newest first; `unreadOnly` leaves out what was read. */
  async alertsOf(tx: Tx, personId: string, unreadOnly: boolean, after: string | null, limit: number) {
    return tx.query<SearchAlert>(
      `SELECT ${alertColumns} FROM search_alert a JOIN saved_search s ON s.id = a.saved_search_id
       WHERE a.person_id = $1 AND ($2::uuid IS NULL OR a.id < $2) AND (NOT $3 OR a.read_at IS NULL)
       ORDER BY a.id DESC LIMIT $4`,
      [personId, after, unreadOnly, limit],
    );
  }

  /** Marks an alert read, the first time; null when the person has none such. */
  async read(tx: Tx, personId: string, id: string, now: Date): Promise<SearchAlert | null> {
    await tx.execute(`UPDATE search_alert SET read_at = coalesce(read_at, $3) WHERE id = $2 AND person_id = $1`, [
      personId,
      id,
      now,
    ]);
    const [row] = await tx.query<SearchAlert>(
      `SELECT ${alertColumns} FROM search_alert a JOIN saved_search s ON s.id = a.saved_search_id
       WHERE a.id = $2 AND a.person_id = $1`,
      [personId, id],
    );
    return row ?? null;
  }

  /** Searches in whose index something changed since they were last looked at, those that wait longest first. */
  async due(tx: Tx, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT s.id FROM saved_search s
       WHERE s.checked_until - make_interval(secs => ${overlapSeconds}) <
         (SELECT max(changed_at) FROM search_document d WHERE d.index_name = s.kind)
       ORDER BY s.checked_until, s.id LIMIT $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Locks a search until the transaction ends; null when another worker looks at it, or it is gone. */
  async lock(tx: Tx, id: string): Promise<SavedSearch | null> {
    const [locked] = await tx.query(`SELECT id FROM saved_search WHERE id = $1 FOR UPDATE SKIP LOCKED`, [id]);
    if (!locked) return null;
    const [row] = await tx.query<SavedSearch>(`SELECT ${columns} FROM saved_search s WHERE s.id = $1`, [id]);
    return row ?? null;
  }

  /** The database's clock, which the search log is written by. */
  async now(tx: Tx): Promise<Date> {
    const [row] = await tx.query<{ now: Date }>(`SELECT clock_timestamp() AS now`);
    if (!row) throw new Error('the database has no clock');
    return row.now;
  }

  /** Documents that changed since the search was last looked at, oldest change first, from `after` on. */
  async changes(tx: Tx, id: string, after: Change | null, limit: number): Promise<Change[]> {
    return tx.query(
      `SELECT d.id, d.changed_at::text AS at FROM search_document d JOIN saved_search s ON s.kind = d.index_name
       WHERE s.id = $1 AND NOT d.removed AND d.changed_at > s.checked_until - make_interval(secs => ${overlapSeconds})
         AND ($2::timestamptz IS NULL OR (d.changed_at, d.id) > ($2, $3::uuid))
       ORDER BY d.changed_at, d.id LIMIT $4`,
      [id, after?.at ?? null, after?.id ?? null, limit],
    );
  }

  /**
   * Of these hits, those that were not there when the search was saved: each told once. Of a search that found more then
   * than is remembered, what was published later is new.
   */
  async alert(
    tx: Tx,
    search: SavedSearch,
    hits: readonly { readonly id: string; readonly title: string }[],
    now: Date,
  ): Promise<number> {
    return tx.execute(
      `INSERT INTO search_alert (id, saved_search_id, person_id, subject_id, title, found_at)
       SELECT hit.alert_id, s.id, s.person_id, hit.id, hit.title, $5
       FROM saved_search s CROSS JOIN unnest($2::uuid[], $3::uuid[], $4::text[]) AS hit (alert_id, id, title)
       JOIN search_document d ON d.index_name = s.kind AND d.id = hit.id
       WHERE s.id = $1 AND hit.id <> ALL (s.known_ids)
         AND (s.knows_all OR d.published_ms >= extract(epoch FROM s.created_at) * 1000)
       ON CONFLICT (saved_search_id, subject_id) DO NOTHING`,
      [search.id, hits.map(() => uuid()), hits.map(({ id }) => id), hits.map(({ title }) => title), now],
    );
  }

  /** What changed up to then has been looked at. It never goes back. */
  async checked(tx: Tx, id: string, until: Date | string): Promise<void> {
    await tx.execute(`UPDATE saved_search SET checked_until = greatest(checked_until, $2::timestamptz) WHERE id = $1`, [
      id,
      until,
    ]);
  }
}
