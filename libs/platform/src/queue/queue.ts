import type { OnApplicationShutdown } from '@nestjs/common';
import {
  createPostgresBackend,
  Queue,
  setDefaultBackendFactory,
  Worker,
  type ConnectionOptions,
  type Processor,
} from 'bullmq';
import { Redis } from 'ioredis';
import type { Config } from '../config/config.js';
import type { QueueName } from '../outbox/job-definition.js';

/** What the queue tells of its jobs; nobody here reads it, so little is kept. */
const keptEvents = 1_000;

/** BullMQ on Redis when REDIS_URL is set, else on its PostgreSQL backend: the only difference between the two. */
export class QueueFactory implements OnApplicationShutdown {
  private readonly redis: Redis | null;

  constructor(private readonly config: Config) {
    this.redis = config.redisUrl === null ? null : new Redis(config.redisUrl, { maxRetriesPerRequest: null });
    this.redis?.on('error', () => undefined); // ioredis reconnects by itself; health reports the state
    if (this.redis === null) setDefaultBackendFactory(createPostgresBackend);
  }

  get backend(): 'redis' | 'postgres' {
    return this.redis === null ? 'postgres' : 'redis';
  }

  queue(name: QueueName): Queue {
    return new Queue(name, { connection: this.connection(2), streams: { events: { maxLen: keptEvents } } });
  }

  worker(name: QueueName, processor: Processor, concurrency: number): Worker {
    return new Worker(name, processor, { connection: this.connection(concurrency + 2), concurrency });
  }

  /** True when the queue's store answers. On the PostgreSQL backend that is the database itself. */
  async reachable(): Promise<boolean> {
    return this.redis === null || (await this.redis.ping()) === 'PONG';
  }

  async close(): Promise<void> {
    if (this.redis?.status === 'ready') await this.redis.quit().catch(() => undefined);
    else this.redis?.disconnect(); // a quit would wait for a connection that may never come
  }

  /** Commands have no worker that closes it, and an open connection would keep their process from ending. */
  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }

  private connection(max: number): ConnectionOptions {
    if (this.redis !== null) return this.redis;
    return { connectionString: this.config.databaseUrl, max };
  }
}
