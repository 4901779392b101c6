// What the steps of the story share: expectations and waiting.

export function same(actual, expected, what) {
  if (actual !== expected) throw new Error(`${what}应为「${expected}」，实为「${actual}」`);
}

export function must(value, pattern, what) {
  if (typeof value !== 'string' || !pattern.test(value)) throw new Error(`${what}不合格式：${value}`);
  return value;
}

export const addDays = (date, days) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Waits for work that the market does in the background. */
export async function until(what, read, seconds = 30) {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const value = await read();
    if (value) return value;
    if (Date.now() > deadline) throw new Error(`${seconds} 秒内没有等到${what}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
