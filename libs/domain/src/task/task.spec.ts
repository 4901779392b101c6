import { dueStatus } from './task.js';

describe('where a task stands on a day', () => {
  it.each([
    ['持续推进 has no deadline', null, false, '2026-11-23', 'ongoing'],
    ['on the last day of its year it is due', 2023, false, '2023-12-31', 'dueThisYear'],
    ['the day after it is overdue', 2023, false, '2024-01-01', 'overdue'],
    ['before its year it is ahead', 2023, false, '2022-12-31', 'ahead'],
    ['done beats every deadline', 2020, true, '2026-11-23', 'done'],
    ['done also for 持续推进', null, true, '2026-11-23', 'done'],
  ] as const)('%s', (_name, year, done, today, expected) => {
    expect(dueStatus(year, done, today)).toBe(expected);
  });
});
