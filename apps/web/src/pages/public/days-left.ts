const dayMs = 86_400_000;
const beijing = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** Calendar days from today in Beijing to `day`, which counts until its midnight; 0 on the day itself. */
export function daysLeft(day: string, now = new Date()): number {
  return Math.round((Date.parse(day) - Date.parse(beijing.format(now))) / dayMs);
}
