import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { systemActor } from '#domain/shared/actor.js';
import { Clock } from '#platform/clock/clock.js';
import { CONFIG, type Config } from '#platform/config/config.js';
import { publicRole } from '#platform/database/roles.js';
import { StatementReader } from '#platform/database/statement-reader.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { QueueFactory } from '#platform/queue/queue.js';
import { FiguresReader, type MarketFigures } from './figures.reader.js';

/** `degraded` is late or runs on its fallback; only `down` of the database stops the market. */
export type ComponentState = 'ok' | 'degraded' | 'down';

export interface Component {
  readonly name: 'database' | 'queue' | 'search' | 'outbox' | 'audit';
  readonly state: ComponentState;
  /** Engine or backend in use, or null. */
  readonly kind: string | null;
  /** Seconds behind, where that can be said. */
  readonly lagSeconds: number | null;
}

export interface HealthReport {
  readonly state: ComponentState;
  readonly components: readonly Component[];
}

const probeMs = 1_000;
/** A delivery older than this means that no worker runs, or that it cannot keep up. */
const outboxLateSeconds = 60;
/** Records are sealed every few seconds. */
const sealLateSeconds = 300;

/** Says whether this process and what it stands on are well. Knows no tenant's data. */
@Injectable()
export class HealthService implements OnApplicationShutdown {
  /** A connection of its own: a full pool must not look like a database that is away. */
  private readonly probe: StatementReader;
  private draining = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly queues: QueueFactory,
    private readonly reader: FiguresReader,
    private readonly clock: Clock,
  ) {
    this.probe = new StatementReader({ ...config, databasePoolMax: 1 }, publicRole);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.probe.onApplicationShutdown();
  }

  /** From now on this process is not ready: a load balancer sends new work elsewhere. */
  drain(): void {
    this.draining = true;
  }

  async ready(): Promise<boolean> {
    if (this.draining) return false;
    return within(
      probeMs,
      this.probe.query('ready', 'SELECT 1', []).then(() => true),
      false,
    );
  }

  figures(): Promise<MarketFigures> {
    return this.unitOfWork.runSeparately(systemActor('health', uuid()), (tx) => this.reader.read(tx, this.clock.now()));
  }

  async report(): Promise<HealthReport> {
    const [database, queue, search] = await Promise.all([this.ready(), this.queue(), this.search()]);
    const figures = database ? await this.figures().catch(() => null) : null;
    const components: Component[] = [
      { name: 'database', state: database ? 'ok' : 'down', kind: 'postgres', lagSeconds: null },
      queue,
      search,
      late('outbox', figures?.outboxLagSeconds ?? null, outboxLateSeconds),
      late('audit', figures?.unsealedSeconds ?? null, sealLateSeconds),
    ];
    const healthy = components.every(({ state }) => state === 'ok');
    return { state: database ? (healthy ? 'ok' : 'degraded') : 'down', components };
  }

  private async queue(): Promise<Component> {
    const well = await within(probeMs, this.queues.reachable(), false);
    return { name: 'queue', state: well ? 'ok' : 'degraded', kind: this.queues.backend, lagSeconds: null };
  }

  /** Without Meilisearch, or while it is away, PostgreSQL answers. */
  private async search(): Promise<Component> {
    const { meiliUrl } = this.config;
    if (meiliUrl === null) return { name: 'search', state: 'ok', kind: 'postgres', lagSeconds: null };
    const well = await fetch(new URL('/health', meiliUrl), { signal: AbortSignal.timeout(probeMs) }).then(
      (answer) => answer.ok,
      () => false,
    );
    return {
      name: 'search',
      state: well ? 'ok' : 'degraded',
      kind: well ? 'meilisearch' : 'postgres',
      lagSeconds: null,
    };
  }
}

const late = (name: Component['name'], lagSeconds: number | null, limitSeconds: number): Component => ({
  name,
  state: lagSeconds !== null && lagSeconds <= limitSeconds ? 'ok' : 'degraded',
  kind: null,
  lagSeconds,
});

/** What a question answers in time, or `otherwise` when it is late or fails. */
async function within<T>(milliseconds: number, question: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => (timer = setTimeout(resolve, milliseconds, otherwise)));
  try {
    return await Promise.race([question.catch(() => otherwise), late]);
  } finally {
    clearTimeout(timer);
  }
}
