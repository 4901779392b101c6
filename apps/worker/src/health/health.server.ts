import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Gauge } from 'prom-client';
import { MatchIndex } from '#application/matching/match.index.js';
import { HealthService } from '#application/health/health.service.js';
import { CONFIG, type Config } from '#platform/config/config.js';
import { mayReadMetrics } from '#platform/telemetry/metrics.access.js';
import { Metrics } from '#platform/telemetry/metrics.js';
import { QueueProcessors } from '../queues/queue.processors.js';

/** The worker's only addresses: /livez, /readyz and /metrics, on loopback unless WORKER_HOST says otherwise. */
@Injectable()
export class HealthServer implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly logger = new Logger('health');
  private readonly server: Server = createServer((request, response) => {
    this.answer(request, response).catch(() => send(response, 500, { state: 'down' }));
  });

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly health: HealthService,
    private readonly metrics: Metrics,
    queues: QueueProcessors,
    index: MatchIndex,
  ) {
    registerQueueMetrics(metrics, queues);
    registerIndexMetrics(metrics, index);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async onApplicationBootstrap(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(this.config.workerPort, this.config.workerHost, () => resolve());
    });
    this.logger.log(`listening on ${this.config.workerHost}:${this.port}`);
  }

  beforeApplicationShutdown(): void {
    this.health.drain();
  }

  async onApplicationShutdown(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').split('?')[0];
    if (request.method !== 'GET') return send(response, 405, { state: 'methodNotAllowed' });
    if (path === '/livez') return send(response, 200, { state: 'ok' });
    if (path === '/readyz') {
      const ready = await this.health.ready();
      return send(response, ready ? 200 : 503, { state: ready ? 'ok' : 'down' });
    }
    if (path === '/metrics') {
      if (!mayReadMetrics(request, this.config.metricsToken)) return send(response, 403, { state: 'forbidden' });
      response.writeHead(200, { 'content-type': this.metrics.contentType }).end(await this.metrics.render());
      return;
    }
    send(response, 404, { state: 'notFound' });
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      ...(status === 503 && { 'retry-after': '2' }),
    })
    .end(JSON.stringify(body));
}

function registerIndexMetrics({ registry }: Metrics, index: MatchIndex): void {
  new Gauge({
    name: 'market_matching_index',
    help: 'Subjects in the memory of the matching engine, by kind',
    labelNames: ['kind'],
    registers: [registry],
    collect() {
      this.set({ kind: 'achievement' }, index.sizes.offers);
      this.set({ kind: 'demand' }, index.sizes.needs);
    },
  });
}

function registerQueueMetrics(metrics: Metrics, queues: QueueProcessors): void {
  const gauge = (name: string, help: string) =>
    new Gauge({ name, help, labelNames: ['queue'], registers: [metrics.registry] });
  const waiting = gauge('market_queue_waiting', 'Jobs waiting, by queue; absent while the queue is away');
  const oldest = gauge('market_queue_oldest_waiting_seconds', 'Age of the oldest waiting job, by queue');
  metrics.beforeRender(async () => {
    waiting.reset();
    oldest.reset();
    for (const { queue, count, oldestSeconds } of await queues.waiting().catch(() => [])) {
      waiting.set({ queue }, count);
      oldest.set({ queue }, oldestSeconds);
    }
  });
}
