import { spawn, type ChildProcess } from 'node:child_process';
import { Agent, createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const root = join(__dirname, '../..');

/**
 * A load balancer in front of two API processes, in a few lines: round robin over kept-alive connections. It repeats a request
 * at the other process only where it was not accepted: connection refused, or closed before one byte of answer to a GET.
 */
class Balancer {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 32 });
  private turn = 0;
  readonly server: Server = createServer((incoming, outgoing) =>
    this.forward(incoming.url ?? '/', outgoing, (this.turn += 1), 0),
  );

  constructor(private readonly ports: readonly number[]) {}

  private forward(path: string, outgoing: import('node:http').ServerResponse, turn: number, attempt: number): void {
    const port = this.ports[turn % this.ports.length]; // the other process, when it is a repetition
    const upstream = httpRequest({ port, path, agent: this.agent, host: '127.0.0.1' }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502);
      answer.pipe(outgoing);
    });
    upstream.on('error', () => {
      if (attempt < 4) return this.forward(path, outgoing, turn + 1, attempt + 1);
      outgoing.writeHead(502).end();
    });
    upstream.end();
  }

  close(): void {
    this.agent.destroy();
    this.server.close();
    this.server.closeAllConnections();
  }
}

/** SIGTERM: two API processes are restarted in turn under load, and nobody notices. */
describe('重启', () => {
  let database: TestDatabase;
  const processes: ChildProcess[] = [];
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(async () => {
    processes.forEach((child) => child.kill('SIGKILL'));
    await database.drop();
  });

  async function api(port: number): Promise<{ child: ChildProcess; port: number }> {
    const { config } = database;
    const child = spawn(process.execPath, ['dist/apps/api/src/main.js'], {
      cwd: root,
      env: {
        MARKET_MODE: 'test',
        DATABASE_URL: config.databaseUrl,
        DATABASE_POOL_MAX: '4',
        JWT_SECRET: config.jwtSecret,
        API_PORT: String(port),
        LOG_LEVEL: 'silent',
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    processes.push(child);
    const { ready } = await new Promise<{ ready: string }>((resolve, reject) => {
      child.once('message', (message) => resolve(message as { ready: string }));
      child.once('exit', (code) => reject(new Error(`ended ${code}`)));
    });
    return { child, port: Number(new URL(ready).port) };
  }

  const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once('exit', resolve));

  it('drops none of 1,000 requests while each process is restarted once, and ends with code 0', async () => {
    const pair = await Promise.all([api(0), api(0)]);
    const balancer = new Balancer(pair.map(({ port }) => port));
    await new Promise<void>((resolve) => balancer.server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(balancer.server.address() as AddressInfo).port}/v1/demands`;
    const statuses = new Map<number, number>();
    let restarting = true;
    let asked = 0;
    const client = async (): Promise<void> => {
      while (asked < 1_000 || restarting) {
        asked += 1;
        const { status } = await fetch(url);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    const clients = Promise.all(Array.from({ length: 16 }, client));
    const codes: (number | null)[] = [];
    for (const { child, port } of pair) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      const exit = ended(child);
      const told = Date.now();
      child.kill('SIGTERM');
      codes.push(await exit);
      expect(Date.now() - told).toBeLessThan(5_000);
      await api(port);
    }
    restarting = false;
    await clients;
    balancer.close();
    expect(codes).toEqual([0, 0]);
    expect([...statuses.keys()]).toEqual([200]);
    expect(statuses.get(200)).toBeGreaterThanOrEqual(1_000);
  });
});
