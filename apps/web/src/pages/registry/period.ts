/** The quarter before this one in Beijing, the latest that is complete: `2026Q3`. */
export function lastQuarter(now = new Date()): string {
  const [year = 0, month = 1] = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })
    .format(now)
    .split('-')
    .map(Number);
  const quarter = Math.ceil(month / 3);
  return quarter === 1 ? `${year - 1}Q4` : `${year}Q${quarter - 1}`;
}

/** Quarters, running totals and whole years that may be asked for, the newest first. */
export function periods(now = new Date()): string[] {
  const year = Number(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now).slice(0, 4));
  return [year, year - 1, year - 2, year - 3].flatMap((one) => [
    `${one}`,
    `${one}Q4`,
    `${one}Q1-Q3`,
    `${one}Q3`,
    `${one}Q1-Q2`,
    `${one}Q2`,
    `${one}Q1`,
  ]);
}
