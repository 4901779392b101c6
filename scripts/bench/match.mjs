// npm run bench:match [-- 10000 100000 1000000 --needs 200 --scans 12]: one need fully matched and explained among
// synthetic achievements, each size in a process of its own, beside an exhaustive scan in the same run. Goals at a million:
// p95 ≤ 25 ms, ≤ 1,536 MB, ≥ 20 times as fast as the scan. Ends by itself; a missed goal is told, not hidden.
import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, root } from '../lib/process.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    needs: { type: 'string', default: '200' },
    scans: { type: 'string', default: '12' },
    'no-build': { type: 'boolean', default: false },
  },
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [10_000, 100_000, 1_000_000];
if (sizes.some((size) => !Number.isInteger(size) || size < 1)) {
  console.error('用法 (usage): npm run bench:match -- [SIZE …] [--needs 200] [--scans 12]');
  process.exit(2);
}
if (!values['no-build'] && (await build()) !== 0) process.exit(1);

const goals = { p95: 25, rssMb: 1_536, ratio: 20 };
const rematchSize = 100_000;
const rematchNeeds = 1_000;
const ms = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(1));
const pair = ({ p50, p95 }) => `${ms(p50)} / ${ms(p95)}`;
const cpu = ({ cpu50, cpu95 }) => `${ms(cpu50)} / ${ms(cpu95)}`;
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
console.log(
  `machine ${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${release()}, Node ${process.version}, ` +
    `commit ${commit}, load average ${loadavg()[0].toFixed(1)} at the start`,
);

const results = [];
for (const size of sizes) {
  const args = ['--expose-gc', join(root, 'scripts/bench/match-run.mjs'), '--size', String(size)];
  args.push('--needs', values.needs, '--scans', values.scans);
  if (size === rematchSize) args.push('--rematch', String(rematchNeeds));
  const output = execFileSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const result = JSON.parse(output);
  results.push(result);
  const { averageWords, needWords, vocabulary, matchedShare, rematch, changes, memory } = result;
  console.log(
    `${size}: ${averageWords.toFixed(0)} words a text, ${vocabulary} different; ${needWords.toFixed(0)} words a need with the dictionary's, ` +
      `${(matchedShare * 100).toFixed(0)} % of the texts hold one; ${result.segments} segments, ${result.postings} postings walked a need; ` +
      `slowest addition ${ms(result.slowestAddMs)} ms, ${ms(result.slowestAddCpuMs)} of processor time; load ${result.load.toFixed(1)}; ` +
      `` +
      `add and remove ${pair(changes)} ms; RSS after all measuring ${memory.after.rssMb} MB, peak ${memory.peakMb} MB`,
  );
  if (rematch)
    console.log(
      `re-match of ${rematch.needs} needs × ${size}: ${rematch.seconds.toFixed(1)} s, ${Math.round(rematch.needs / rematch.seconds)} needs/s ` +
        `(${Math.round(rematch.needs / rematch.cpuSeconds)} per second of processor time), ${rematch.proposals} proposals`,
    );
}

console.log(
  `\nall times in ms, p50 / p95, of processor time where not told otherwise; load average ${loadavg()[0].toFixed(1)} at the end\n`,
);
console.log(
  '| achievements | matched and explained, wall | the same | retrieval | words | scan | plain flat arrays | scan : match | scan : words | build s | RSS MB |',
);
console.log('|---|---|---|---|---|---|---|---|---|---|---|');
for (const { size, fully, retrieval, search, scan, exhaustive, buildMs, memory } of results)
  console.log(
    `| ${size} | ${pair(fully)} | ${cpu(fully)} | ${cpu(retrieval)} | ${cpu(search)} | ${cpu(scan)} | ${cpu(exhaustive)} | ` +
      `${(scan.cpu50 / fully.cpu50).toFixed(1)} | ${(scan.cpu50 / search.cpu50).toFixed(1)} | ${(buildMs / 1000).toFixed(1)} | ${memory.full.rssMb} |`,
  );
const largest = results.at(-1);
const first = results[0];
if (results.length > 1)
  console.log(
    `\ngrowth from ${first.size} to ${largest.size} (× ${largest.size / first.size}): match × ${(largest.fully.cpu50 / first.fully.cpu50).toFixed(1)}, ` +
      `scan × ${(largest.scan.cpu50 / first.scan.cpu50).toFixed(1)}, memory × ${(largest.memory.full.rssMb / first.memory.full.rssMb).toFixed(1)}`,
  );
if (largest.size >= 1_000_000) {
  const met = (fine) => (fine ? 'met' : 'MISSED');
  const ratio = largest.scan.cpu50 / largest.fully.cpu50;
  console.log(
    `goals at ${largest.size}: p95 ${ms(largest.fully.p95)} ≤ ${goals.p95} ms ${met(largest.fully.p95 <= goals.p95)} ` +
      `(${ms(largest.fully.cpu95)} of processor time); ` +
      `RSS ${largest.memory.full.rssMb} ≤ ${goals.rssMb} MB ${met(largest.memory.full.rssMb <= goals.rssMb)}; ` +
      `${ratio.toFixed(1)} ≥ ${goals.ratio} times the scan ${met(ratio >= goals.ratio)}`,
  );
}
