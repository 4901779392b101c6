import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { TestDatabase } from '../support/database.js';

/** Time zones that worker processes run in, in turn: money must not know. */
export const zones = ['UTC', 'America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Kiritimati', 'Pacific/Niue'];
export const leaseSeconds = 2;

/** Worker processes with the real handlers of rewards, to be killed. */
export class RewardWorkers {
  private readonly living = new Set<ChildProcess>();
  started = 0;

  constructor(
    private readonly database: TestDatabase,
    private readonly redisUrl: string | null = null,
  ) {}

  start(): Promise<ChildProcess> {
    const { config } = this.database;
    const worker = fork(join(process.cwd(), 'test/support/reward-worker.mjs'), {
      env: {
        PATH: process.env['PATH'],
        TZ: zones[this.started % zones.length],
        MARKET_MODE: 'test',
        DATABASE_URL: config.databaseUrl,
        DATABASE_POOL_MAX: '6',
        JWT_SECRET: config.jwtSecret,
        LEASE_SECONDS: String(leaseSeconds),
        ...(this.redisUrl !== null && { REDIS_URL: this.redisUrl }),
      },
      execArgv: [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.started += 1;
    this.living.add(worker);
    return new Promise((resolve, reject) => {
      worker.once('message', () => resolve(worker));
      worker.once('exit', (code, signal) => reject(new Error(`a worker did not start: ${code} ${signal}`)));
    });
  }

  async kill(worker: ChildProcess): Promise<void> {
    worker.removeAllListeners('exit');
    const gone = new Promise((resolve) => worker.once('exit', resolve));
    worker.kill('SIGKILL');
    await gone;
    this.living.delete(worker);
  }

  async killAll(): Promise<void> {
    await Promise.all([...this.living].map((worker) => this.kill(worker)));
  }
}
