// What the launcher says: one line a step with its time, one clear line for what stops it.

/** Something the operator can repair. Its message is the whole output: what is wrong and what to do. */
export class Complaint extends Error {}

const since = Date.now();
/** @param {number} from */
const seconds = (from) => `${((Date.now() - from) / 1000).toFixed(1)} 秒`;

/** @param {string} text */
export const say = (text) => void process.stdout.write(`${text}\n`);

/** Time since the launcher began. */
export const elapsed = () => seconds(since);

const progressEveryMs = 5_000;

/**
 * Runs a step and says how long it took; a long one says every few seconds that it is still at work.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const started = Date.now();
  const timer = setInterval(() => say(`  … ${title}，已用 ${seconds(started)}`), progressEveryMs);
  try {
    const value = await work();
    say(`  ✓ ${title}（${seconds(started)}）`);
    return value;
  } finally {
    clearInterval(timer);
  }
}

/**
 * Ends with one clear line for a Complaint, and with everything for what nobody foresaw.
 * @param {unknown} error
 */
export function explain(error) {
  if (error instanceof Complaint) process.stderr.write(`✗ ${error.message}\n`);
  else process.stderr.write(`✗ 未预料的错误 (unexpected): ${error instanceof Error ? error.stack : String(error)}\n`);
}
