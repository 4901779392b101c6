import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A Meilisearch server of a test's own: stopped, started again and robbed of its data as the test likes. */
export interface MeilisearchProcess {
  readonly url: string;
  start(): Promise<void>;
  /** Gone at once, as after a crash. */
  kill(): Promise<void>;
  /** Removes everything that it held; only while it is down. */
  wipe(): Promise<void>;
  close(): Promise<void>;
}

const startMs = 30_000;

export async function meilisearchProcess(binary: string): Promise<MeilisearchProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'qy-meilisearch-'));
  const data = join(folder, 'data');
  const address = `127.0.0.1:${await freePort()}`;
  const url = `http://${address}`;
  let child: ChildProcess | null = null;
  const start = async (): Promise<void> => {
    child = spawn(binary, ['--db-path', data, '--http-addr', address, '--no-analytics', '--env', 'development'], {
      cwd: folder,
      stdio: 'ignore',
    });
    for (const deadline = Date.now() + startMs; ; await sleep(50)) {
      if (
        await fetch(`${url}/health`).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        return;
      if (child.exitCode !== null || Date.now() > deadline) throw new Error('Meilisearch did not start');
    }
  };
  const kill = async (): Promise<void> => {
    const running = child;
    child = null;
    if (running?.exitCode !== null) return;
    const ended = once(running, 'exit');
    running.kill('SIGKILL');
    await ended;
  };
  return {
    url,
    start,
    kill,
    wipe: () => rm(data, { recursive: true, force: true }),
    async close() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
