// npm run story [-- --url http://127.0.0.1:3000]: plays the main job over HTTP against a running market or, when none
// answers, a freshly started one with a data folder of its own. Exit 1 on the first thing that is not as expected.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { answeringMarket } from './lib/own-market.mjs';
import { root } from './lib/process.mjs';
import { Person } from './lib/story-person.mjs';
import { playStory } from './lib/story-steps.mjs';

const clockFollowsMs = 600; // every process follows a moved clock within 0.5 s
const accounts = {
  seller: 'daxue@demo',
  buyer: 'qiye@demo',
  broker: 'jingjiren@demo',
  registrar: 'dengji@demo',
  reviewer: 'shenhe@demo',
  auditor: 'shenji@demo',
  systemAdmin: 'xitong@demo',
};

const { values } = parseArgs({ options: { url: { type: 'string' } } });
const say = (line) => console.log(line);
/** @type {Awaited<ReturnType<typeof answeringMarket>> | null} */
let market = null;

try {
  market = await answeringMarket(values.url, say);
  say(`市场：${market.url}`);
  const began = Date.now();
  await play(market);
  say(`\n主流程全部完成，用时 ${((Date.now() - began) / 1000).toFixed(1)} 秒`);
} catch (error) {
  const interrupted = market?.interrupted() ?? false;
  console.error(`\n主流程未完成：${interrupted ? '已中断' : error.message}`);
  process.exitCode = interrupted ? 130 : 1;
} finally {
  await market?.stop();
}

async function play({ url, password }) {
  const people = Object.fromEntries(
    Object.entries(accounts).map(([role, account]) => [role, new Person(url, account, password)]),
  );
  const clock = () => people.systemAdmin.get('/v1/sandbox/clock');
  await playStory({
    people,
    say,
    verifyOffline: (person, path) => verifyOffline(url, person, path),
    run: `${new Date().toISOString().slice(0, 19).replace(/\D/g, '')}-${randomBytes(2).toString('hex')}`,
    today: async () => (await clock()).date,
    moveTo: async (date) => {
      await people.systemAdmin.post('/v1/sandbox/clock', 201, { moveTo: `${date}T09:00:00+08:00` });
      await new Promise((resolve) => setTimeout(resolve, clockFollowsMs));
    },
  });
}

/** A process of its own, without any setting of the market: the file and the published keys are all it has. */
async function verifyOffline(url, person, path) {
  const folder = mkdtempSync(join(tmpdir(), 'qy-certificate-'));
  try {
    const [file, keys] = [join(folder, 'certificate.pdf'), join(folder, 'keys.json')];
    const pdf = await person.bytes(path);
    writeFileSync(file, pdf);
    writeFileSync(keys, await (await fetch(`${url}/.well-known/certificate-keys.json`)).text());
    const args = [join(root, 'dist/apps/cli/src/main.js'), 'certificate:verify', file, '--key', keys];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env: {} });
    return { bytes: pdf.length, text: stdout };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
