import type { DataSource } from 'typeorm';
import { Gauge } from 'prom-client';
import type { Metrics } from '#platform/telemetry/metrics.js';
import type { MarketFigures } from './figures.reader.js';
import type { HealthService } from './health.service.js';

/** Counting takes a scan: a scraper that asks more often gets the last answer. */
const keepMs = 10_000;

/** Adds the market's figures and the pool's use to the metrics of a process. */
export function registerMarketMetrics(metrics: Metrics, health: HealthService, dataSource: DataSource): void {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers: [metrics.registry] });
  const lag = gauge('market_outbox_lag_seconds', 'Age of the oldest open delivery');
  const deliveries = gauge('market_outbox_deliveries', 'Deliveries not handled', ['state']);
  const unsealed = gauge('market_audit_unsealed_seconds', 'Age of the oldest audit record without a seal');
  const subjects = gauge('market_subjects', 'Subjects by concept and state', ['concept', 'state']);
  const pool = gauge('market_database_pool_connections', 'Connections of the pool', ['state']);

  const setFigures = (figures: MarketFigures): void => {
    lag.set(figures.outboxLagSeconds);
    deliveries.set({ state: 'open' }, figures.openDeliveries);
    deliveries.set({ state: 'failed' }, figures.failedDeliveries);
    unsealed.set(figures.unsealedSeconds);
    subjects.reset();
    for (const { concept, state, count } of figures.counts) subjects.set({ concept, state }, count);
  };
  const up = gauge('market_database_up', '1 when the figures could be read');
  let readAt = 0;
  metrics.beforeRender(async () => {
    setPool(pool, dataSource);
    if (Date.now() - readAt < keepMs) return;
    try {
      setFigures(await health.figures());
      readAt = Date.now();
      up.set(1);
    } catch {
      up.set(0);
    }
  });
}

/** TypeORM keeps node-pg's pool as `driver.master`. */
function setPool(gauge: Gauge, dataSource: DataSource): void {
  const { master } = dataSource.driver as unknown as {
    master?: { totalCount: number; idleCount: number; waitingCount: number };
  };
  if (!master) return;
  gauge.set({ state: 'busy' }, master.totalCount - master.idleCount);
  gauge.set({ state: 'idle' }, master.idleCount);
  gauge.set({ state: 'waiting' }, master.waitingCount);
}
