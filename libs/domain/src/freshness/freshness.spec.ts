import { addDays } from '../calendar/local-date.js';
import { boardOf, columns, type ColumnFacts } from './freshness.js';

const today = '2026-11-23';
const all = (lastOn: string | null): ColumnFacts[] =>
  columns.map(({ code }) => ({ code, count: lastOn === null ? 0 : 3, lastOn }));
const columnOf = (lastOn: string | null, code: string) =>
  boardOf(all(lastOn), today).columns.find((column) => column.code === code)!;

describe('栏目更新', () => {
  it.each([
    ['demands', '2026-11-23', 'fresh', 14],
    ['demands', '2026-11-13', 'fresh', 4],
    ['demands', '2026-11-12', 'soon', 3],
    ['demands', '2026-11-09', 'soon', 0],
    ['demands', '2026-11-08', 'stale', -1],
    ['publicNotices', '2026-05-23', 'soon', 0],
    ['publicNotices', '2026-05-22', 'stale', -1],
    ['carriers', '2025-11-23', 'soon', 0],
    ['carriers', '2025-11-22', 'stale', -1],
  ])('%s, last kept up on %s: %s, %i days left', (code, lastOn, standing, daysLeft) => {
    expect(columnOf(lastOn, code)).toMatchObject({ standing, daysLeft });
  });

  it('is empty where there is nothing, and that fails the portal by itself', () => {
    const board = boardOf([], today);
    expect(board.columns.every(({ standing }) => standing === 'empty')).toBe(true);
    expect(board.failing).toEqual(['首页超过 14 天没有更新', `空白栏目有 ${columns.length} 个（达到 5 个）`]);
  });

  it('fails for five stale columns of news and notices, not for four', () => {
    const old = addDays(today, -400);
    const aged = (count: number) =>
      boardOf(
        all(today).map((fact, index) => (index > 0 && index <= count ? { ...fact, lastOn: old } : fact)),
        today,
      );
    expect(aged(4)).toMatchObject({ staleNewsAndNotices: 4, failing: [] });
    expect(aged(5).failing).toEqual(['动态、公告类栏目有 5 个逾期未更新（达到 5 个）']);
  });

  it('takes the home page for as new as the newest news on it', () => {
    expect(boardOf(all('2026-11-09'), today).home).toMatchObject({ standing: 'soon', daysLeft: 0 });
    expect(boardOf(all('2026-11-08'), today).failing).toContain('首页超过 14 天没有更新');
  });
});
