import {
  checkMeasure,
  daysOverdue,
  dueDay,
  dutyOf,
  isLate,
  reachedReminders,
  reportDueOn,
  shortfalls,
  type AgreedResult,
  type Measure,
  type MeasureKind,
} from './funded-project.js';

const at = new Date('2026-11-23T02:00:00Z');
const taken = (kind: MeasureKind, until: string | null = null): Measure => ({
  id: kind,
  projectId: 'p',
  kind,
  reason: '逾期',
  until,
  byPersonId: 'x',
  at,
});

describe('project that owes its results', () => {
  it('is due three months after its end, or on the day of the task statement', () => {
    expect(dueDay('2026-11-30', null)).toBe('2027-02-28');
    expect(dueDay('2026-11-30', '2026-12-31')).toBe('2026-12-31');
  });

  it.each<[string, 'running' | 'submitted' | 'settled', MeasureKind[], string, string]>([
    ['31 days before', 'running', [], '2026-09-30', 'notDue'],
    ['30 days before', 'running', [], '2026-10-01', 'dueSoon'],
    ['on the last day', 'running', [], '2026-10-31', 'dueSoon'],
    ['the day after', 'running', [], '2026-11-01', 'overdue'],
    ['ordered', 'running', ['order'], '2026-12-01', 'ordered'],
    ['criticised', 'running', ['order', 'criticism'], '2026-12-01', 'criticised'],
    ['barred', 'running', ['order', 'criticism', 'bar'], '2026-12-01', 'barred'],
    ['handed in', 'submitted', ['order'], '2026-12-01', 'met'],
    ['settled', 'settled', [], '2026-12-01', 'met'],
  ])('stands, %s (%s, %j, on %s): %s', (_name, state, kinds, today, duty) => {
    const project = { state, endsOn: '2026-07-31', dueOn: '2026-10-31' };
    expect(
      dutyOf(
        project,
        kinds.map((kind) => taken(kind)),
        today,
      ),
    ).toBe(duty);
  });

  it.each<[string, string, number[]]>([
    ['before all', '2026-09-30', []],
    ['30 days before', '2026-10-01', [-30]],
    ['on the day', '2026-10-31', [-30, 0]],
    ['a month after', '2026-11-30', [-30, 0, 30]],
    ['a quarter after', '2027-01-29', [-30, 0, 30, 90]],
  ])('is reminded %s', (_name, today, days) => {
    expect(reachedReminders('2026-10-31', today)).toEqual(days);
  });

  it.each<[string, Measure[], { kind: MeasureKind; until: string | null }, string, string]>([
    ['an order on the last day', [], { kind: 'order', until: '2026-12-31' }, '2026-10-31', 'fundedProject.notOverdue'],
    ['an order the day after', [], { kind: 'order', until: '2026-12-31' }, '2026-11-01', 'ok'],
    ['an order without a day', [], { kind: 'order', until: null }, '2026-11-01', 'fundedProject.untilMissing'],
    [
      'a second order',
      [taken('order', '2026-11-20')],
      { kind: 'order', until: '2027-01-01' },
      '2026-12-01',
      'fundedProject.measureTaken',
    ],
    ['criticism without an order', [], { kind: 'criticism', until: null }, '2026-12-01', 'fundedProject.orderFirst'],
    [
      'criticism while the order runs',
      [taken('order', '2026-12-31')],
      { kind: 'criticism', until: null },
      '2026-12-31',
      'fundedProject.orderRunning',
    ],
    ['criticism after it', [taken('order', '2026-12-31')], { kind: 'criticism', until: null }, '2027-01-01', 'ok'],
    [
      'a bar without end',
      [taken('order', '2026-11-20')],
      { kind: 'bar', until: null },
      '2026-12-01',
      'fundedProject.untilMissing',
    ],
    ['a bar after the order', [taken('order', '2026-11-20')], { kind: 'bar', until: '2028-12-01' }, '2026-12-01', 'ok'],
  ])('takes %s (art. 46)', (_name, before, wanted, today, code) => {
    const result = checkMeasure({ state: 'running', dueOn: '2026-10-31' }, before, wanted, today);
    expect(result.ok ? 'ok' : result.refusal.code).toBe(code);
  });

  it('says what was promised and is not there', () => {
    const agreed: AgreedResult[] = [
      { kind: 'achievement', count: 2 },
      { kind: 'patent', count: 1 },
      { kind: 'paper', count: 3 },
    ];
    expect(
      shortfalls(agreed, {
        achievementIds: ['a'],
        others: [
          { kind: 'patent', count: 2 },
          { kind: 'paper', count: 1 },
          { kind: 'paper', count: 2 },
        ],
      }),
    ).toEqual([{ kind: 'achievement', agreed: 2, handedIn: 1 }]);
    expect(daysOverdue('2026-10-31', '2026-11-02')).toBe(2);
    expect(daysOverdue('2026-10-31', '2026-10-01')).toBe(0);
  });

  it('knows when a yearly report is late (art. 21)', () => {
    expect(reportDueOn(2025)).toBe('2026-03-30');
    expect(isLate(new Date('2026-03-30T15:59:59Z'), 2025, '2026-11-23')).toBe(false);
    expect(isLate(new Date('2026-03-30T16:00:00Z'), 2025, '2026-11-23')).toBe(true);
    expect(isLate(null, 2026, '2027-03-30')).toBe(false);
  });
});
