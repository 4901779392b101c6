import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/unit-of-work.js';

/** What the market's own figures say of its health: numbers only. */
export interface MarketFigures {
  /** Age of the oldest delivery that is due and not handled. */
  readonly outboxLagSeconds: number;
  readonly openDeliveries: number;
  readonly failedDeliveries: number;
  /** Age of the oldest audit record that no seal covers. */
  readonly unsealedSeconds: number;
  readonly counts: readonly ConceptCount[];
}

export interface ConceptCount {
  readonly concept: string;
  readonly state: string;
  readonly count: number;
}

/** Tables counted by state. One that the schema does not have yet (this process is newer) is left out. */
const countedTables = {
  demand: 'demand',
  achievement: 'achievement',
  contractRegistration: 'contract_registration',
} as const;

/** Reads the figures as the system, in one transaction. */
@Injectable()
export class FiguresReader {
  async read(tx: Tx, now: Date): Promise<MarketFigures> {
    const [outbox] = await tx.query<{ lag: string; open: string; failed: string }>(
      `SELECT coalesce(extract(epoch FROM clock_timestamp() - min(e.occurred_at) FILTER (WHERE d.failed_at IS NULL)), 0) AS lag,
              count(*) FILTER (WHERE d.failed_at IS NULL) AS open,
              count(*) FILTER (WHERE d.failed_at IS NOT NULL) AS failed
       FROM outbox_delivery d JOIN outbox_event e ON e.id = d.event_id WHERE d.handled_at IS NULL`,
    );
    // An audit record carries the market's time, which the demo may have moved: compared with that.
    const [audit] = await tx.query<{ age: string }>(
      `SELECT coalesce(extract(epoch FROM $1::timestamptz - min(at)), 0) AS age
       FROM audit_record WHERE id > (SELECT coalesce(max(last_record_id), 0) FROM audit_seal)`,
      [now],
    );
    return {
      outboxLagSeconds: seconds(outbox?.lag),
      openDeliveries: Number(outbox?.open ?? 0),
      failedDeliveries: Number(outbox?.failed ?? 0),
      unsealedSeconds: seconds(audit?.age),
      counts: await readCounts(tx),
    };
  }
}

async function readCounts(tx: Tx): Promise<ConceptCount[]> {
  const existing = await tx.query<{ table: string }>(
    `SELECT name AS "table" FROM unnest($1::text[]) AS name WHERE to_regclass(name) IS NOT NULL`,
    [Object.values(countedTables)],
  );
  const selects = Object.entries(countedTables)
    .filter(([, table]) => existing.some((row) => row.table === table))
    .map(([concept, table]) => `SELECT '${concept}' AS concept, state, count(*) AS count FROM ${table} GROUP BY state`);
  if (selects.length === 0) return [];
  const rows = await tx.query<{ concept: string; state: string; count: string }>(selects.join(' UNION ALL '));
  return rows.map(({ concept, state, count }) => ({ concept, state, count: Number(count) }));
}

const seconds = (text: string | undefined): number => Math.max(0, Math.round(Number(text ?? 0) * 1000) / 1000);
