// One launcher a data folder. What an earlier one left running (kill -9, power cut) is ended first.
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writeJson } from './data-folder.mjs';
import { commandLine, end } from './machine.mjs';
import { Complaint, say } from './report.mjs';

/** @param {string} folder an argument of the children that says whose they are */
export const markOf = (folder) => `--market-data=${folder}`;

/** @param {string} folder */
export async function claim(folder) {
  const file = join(folder, 'launcher.json');
  if (existsSync(file)) await clearEarlier(file, folder);
  try {
    writeFileSync(file, JSON.stringify({ pid: process.pid, children: {} }), { mode: 0o600, flag: 'wx' });
  } catch {
    throw new Complaint(`另一个 npm start 正在同时启动（${folder}）；请等它完成。 (Another start is under way.)`);
  }
  return {
    /** @param {Record<string, number | null>} children */
    remember: (children) => writeJson(file, { pid: process.pid, children }),
    release: () => rmSync(file, { force: true }),
  };
}

/** @param {string} file @param {string} folder */
async function clearEarlier(file, folder) {
  const { pid, children = {} } = readJson(file);
  const command = commandLine(Number(pid));
  if (command !== null && /scripts\/(backup|restore)\.mjs/.test(command))
    throw new Complaint(
      `正在备份或恢复（进程 ${pid}，数据目录 ${folder}）；请等它完成。 (Backup or restore under way.)`,
    );
  if (command !== null && command.includes('scripts/start.mjs')) {
    throw new Complaint(
      `市场已在运行（启动进程 ${pid}，数据目录 ${folder}）；要停止请运行 kill ${pid}。 (Already running.)`,
    );
  }
  for (const [name, child] of Object.entries(children)) {
    const childPid = Number(child);
    /** @param {string} text */
    const ours = (text) => text.includes(markOf(folder));
    const still = commandLine(childPid);
    if (still === null || !ours(still)) continue;
    say(`! 停止上次遗留的 ${name}（进程 ${childPid}）`);
    await end(childPid, ours, [
      ['SIGTERM', 10_000],
      ['SIGKILL', 2_000],
    ]);
  }
  rmSync(file, { force: true });
}
