// What the launcher asks the machine: processes, ports, free space.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Complaint } from './report.mjs';

/**
 * Command line of a running process, or null.
 * @param {number} pid
 */
export function commandLine(pid) {
  if (!(pid > 0)) return null;
  try {
    if (existsSync('/proc/self/stat')) {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() || null;
    }
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

/**
 * Sends the signals one after another until the process is gone; false when it outlives them all.
 * `ours` is asked before each signal, so that a pid given to somebody else meanwhile is left alone.
 * @param {number} pid
 * @param {(command: string) => boolean} ours
 * @param {[NodeJS.Signals, number][]} signals each with the milliseconds to wait after it
 */
export async function end(pid, ours, signals) {
  const alive = () => {
    const command = commandLine(pid);
    return command !== null && ours(command);
  };
  for (const [signal, waitMs] of signals) {
    if (!alive()) return true;
    try {
      process.kill(pid, signal);
    } catch {
      return !alive();
    }
    for (const until = Date.now() + waitMs; Date.now() < until && alive();) await sleep(30);
  }
  return !alive();
}

/**
 * True when nobody listens there.
 * @param {string} host
 * @param {number} port
 */
export async function portFree(host, port) {
  const server = createServer();
  try {
    await new Promise((resolve, reject) => server.once('error', reject).listen(port, host, () => resolve(undefined)));
    await new Promise((resolve) => server.close(resolve));
    return true;
  } catch (error) {
    const code = /** @type {NodeJS.ErrnoException} */ (error).code;
    if (code === 'EADDRINUSE') return false;
    if (code === 'EACCES')
      throw new Complaint(`没有权限使用端口 ${port}；请改用 1024 以上的端口，例如 API_PORT=3000 npm start`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new Complaint(`地址 ${host} 不在本机；请改正 API_HOST，例如 API_HOST=127.0.0.1 npm start`);
    throw error;
  }
}

/** A free loopback port. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/**
 * Free megabytes for ordinary users where `path` is or will be.
 * @param {string} path
 */
export function freeMegabytes(path) {
  while (!existsSync(path)) path = dirname(path);
  const { bavail, bsize } = statfsSync(path);
  return Math.floor((bavail * bsize) / 1_048_576);
}

/**
 * @param {string} path
 * @param {number} megabytes
 */
export function requireSpace(path, megabytes) {
  const free = freeMegabytes(path);
  if (free >= megabytes) return;
  throw new Complaint(
    `磁盘空间不足：${path} 所在分区只剩 ${free} MB，至少需要 ${megabytes} MB；请清理磁盘，或用 MARKET_DATA_DIR=/别的分区/market 指定数据位置。` +
      ` (Disk almost full: free ${megabytes} MB there, or set MARKET_DATA_DIR.)`,
  );
}
