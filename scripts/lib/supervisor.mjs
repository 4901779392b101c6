// One child process: started, watched, started again when it dies, stopped when told.
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, openSync, closeSync, statSync, truncateSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { root } from './process.mjs';
import { Complaint, say } from './report.mjs';

const readyWithinMs = 60_000;
const maxLogBytes = 50_000_000;
/** More deaths than this within the window, and the whole market stops: something is broken that restarting does not repair. */
const maxDeaths = 8;
const deathWindowMs = 300_000;
const firstPauseMs = 250;
const longestPauseMs = 10_000;
/** Who lived this long after it was ready did not fail to start: starting again is what repairs it, however often it is killed. */
const soundLifeMs = 500;
const maxSoundDeaths = 60;

/** Counts deaths and says how long to wait before the next start; null when it is enough. Told no life, it takes it for none. */
export function createBackoff() {
  /** @type {number[]} */
  let deaths = [];
  /** @type {number[]} */
  let sound = [];
  return (livedMs = 0) => {
    const now = Date.now();
    const recent = (/** @type {number[]} */ times) => times.filter((at) => now - at < deathWindowMs);
    if (livedMs >= soundLifeMs) {
      sound = [...recent(sound), now];
      return sound.length > maxSoundDeaths ? null : firstPauseMs;
    }
    deaths = [...recent(deaths), now];
    if (deaths.length > maxDeaths) return null;
    return Math.min(firstPauseMs * 2 ** (deaths.length - 1), longestPauseMs);
  };
}

export class Child {
  /** @type {import('node:child_process').ChildProcess | null} */
  #process = null;
  #stopping = false;
  #lastWords = '';
  #backoff = createBackoff();

  /**
   * @param {{ name: string, script: string, mark: string, logFile: string, env: NodeJS.ProcessEnv,
   *   onChange: () => void, onGivenUp: (why: string) => void }} options
   */
  constructor(options) {
    this.options = options;
  }

  get pid() {
    return this.#process?.pid ?? null;
  }

  get name() {
    return this.options.name;
  }

  /** Starts it and waits for its ready message. @returns {Promise<any>} what it said */
  async start() {
    const { script, mark, logFile, env, name } = this.options;
    keepLogSmall(logFile);
    const log = openSync(logFile, 'a', 0o600);
    const child = spawn(process.execPath, [join(root, script), mark], {
      cwd: root,
      env,
      stdio: ['ignore', log, 'pipe', 'ipc'],
      detached: true, // Ctrl-C reaches the launcher only, which stops its children in order
    });
    closeSync(log);
    this.#process = child;
    this.#lastWords = '';
    child.stderr?.on('data', (chunk) => (this.#lastWords = (this.#lastWords + chunk).slice(-4000)));
    this.options.onChange();
    const message = await new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        child.kill('SIGKILL');
        reject(new Complaint(`${name} 在 60 秒内没有就绪；日志见 ${logFile}`));
      }, readyWithinMs);
      child.once('message', (value) => (clearTimeout(timer), resolve(value)));
      child.once('error', (error) => (clearTimeout(timer), reject(error)));
      child.once(
        'exit',
        () => (
          clearTimeout(timer),
          reject(new Complaint(`${name} 未能启动：${this.#lastWords.trim() || `日志见 ${logFile}`}`))
        ),
      );
    });
    child.once('exit', (code, signal) => void this.#died(signal ?? `退出码 ${code}`));
    if (child.exitCode !== null || child.signalCode !== null)
      void this.#died(child.signalCode ?? `退出码 ${child.exitCode}`);
    return message;
  }

  /** @param {string} why */
  async #died(why) {
    this.#process = null;
    if (this.#stopping) return;
    const words = this.#lastWords.trim().split('\n').at(-1);
    const pause = this.#backoff();
    if (pause === null)
      return this.options.onGivenUp(
        `${this.name} 在 5 分钟内停止了 ${maxDeaths + 1} 次（${why}）；日志见 ${this.options.logFile}`,
      );
    say(`! ${this.name} 意外停止（${why}${words ? `：${words}` : ''}），${pause} 毫秒后重新启动`);
    await sleep(pause);
    if (this.#stopping) return;
    try {
      await this.start();
      say(`  ✓ ${this.name} 已重新启动（进程 ${this.pid}）`);
    } catch (error) {
      void this.#died(error instanceof Error ? error.message : String(error));
    }
  }

  /** Asks it to finish what is in flight; kills it after `graceMs`. @param {number} graceMs */
  async stop(graceMs) {
    this.#stopping = true;
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
    await gone;
    clearTimeout(timer);
  }

  kill() {
    this.#stopping = true;
    this.#process?.kill('SIGKILL');
  }
}

/** The child appends to its log by itself; a long one is copied aside and emptied. @param {string} file */
export function keepLogSmall(file) {
  if (!existsSync(file) || statSync(file).size < maxLogBytes) return;
  copyFileSync(file, `${file}.1`);
  truncateSync(file, 0);
}
