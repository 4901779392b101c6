import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { addDays, beijingDate, startOfBeijingDay, type LocalDate } from '../calendar/local-date.js';
import { isDayOff } from '../calendar/statutory-holidays.js';
import { registration } from '../../../../test/support/registrations.js';
import { caseClock } from './case-clock.js';
import { accept, supplement, type ContractRegistration } from './contract-registration.js';
import { deadline, ruleSetFor } from './deadline.js';
import { reminderDays, remindersOn } from './reminder.js';
import { ruleSets } from './rule-set.policy.js';

/** A day on which the term of any rule set can still be named. */
const nameable = fc.integer({ min: 0, max: 980 }).map((days) => addDays('2024-01-02', days));
const rules = fc.constantFrom(...ruleSets);
const workingDays = (from: LocalDate, to: LocalDate): number => {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isDayOff(day) === false) count += 1;
  return count;
};

describe('legal clocks of a registration', () => {
  it('ends every working-day term on a working day, with exactly its count of working days', () => {
    fc.assert(
      fc.property(nameable, fc.constantFrom(15, 30), (start, count) => {
        const { dueOn } = deadline(start, { count, unit: 'workingDay', article: '' });
        if (dueOn === null) throw new Error('not named');
        expect(isDayOff(dueOn)).toBe(false);
        expect(workingDays(start, dueOn)).toBe(count);
      }),
    );
  });

  it('ends every calendar term on its day, or on the first working day after a day off', () => {
    fc.assert(
      fc.property(nameable, fc.integer({ min: 1, max: 60 }), (start, count) => {
        const { dueOn } = deadline(start, { count, unit: 'day', article: '' });
        const plain = addDays(start, count);
        if (dueOn === null) throw new Error('not named');
        expect(dueOn >= plain).toBe(true);
        expect(isDayOff(dueOn)).toBe(false);
        for (let day = plain; day < dueOn; day = addDays(day, 1)) expect(isDayOff(day)).toBe(true);
      }),
    );
  });

  it('names no day that lies in a year without data, and says which year is missing', () => {
    for (let day = '2026-12-10'; day <= '2027-03-01'; day = addDays(day, 1)) {
      const found = deadline(day, { count: 15, unit: 'workingDay', article: '' });
      if (found.dueOn === null) expect(found.note).toContain('2027年放假安排尚未公布');
      else expect(found.dueOn <= '2026-12-31').toBe(true);
    }
  });

  it('reminds in order, within the term but for the last, and never of nothing', () => {
    fc.assert(
      fc.property(nameable, rules, (start, set) => {
        for (const term of [set.examination, ...(set.large ? [set.large.term] : [])]) {
          const { dueOn } = deadline(start, term);
          const days = reminderDays(start, dueOn, term);
          expect(days.map((day) => day.threshold)).toEqual(['half', 'fourFifths', 'overdue']);
          const [half, fourFifths, overdue] = days.map((day) => day.on) as [string, string, string];
          expect(start < half && half < fourFifths && fourFifths <= (dueOn ?? '')).toBe(true);
          expect(overdue).toBe(addDays(dueOn ?? '', 1));
        }
      }),
    );
  });

  it('sends each reminder once, in whatever steps the clock goes on', () => {
    const jumps = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(nameable, jumps, (start, steps) => {
        const [, set] = ruleSets;
        const term = set?.examination ?? { count: 15, unit: 'workingDay' as const, article: '' };
        const days = reminderDays(start, deadline(start, term).dueOn, term);
        const sent: string[] = [];
        let today = start;
        let next = days[0]?.on ?? null;
        for (const jump of [...steps, 400]) {
          today = addDays(today, jump);
          if (next === null || next > today) continue;
          const now = remindersOn(days, today);
          sent.push(...now.due.filter((threshold) => !sent.includes(threshold)));
          next = now.nextOn;
        }
        expect(sent).toEqual(['half', 'fourFifths', 'overdue']);
        expect(next).toBeNull();
      }),
    );
  });

  it('counts down by one on each working day and stands still on days off, whatever the hour in Beijing', () => {
    const open = accepted('2026-09-21');
    let before = caseClock(open, new Date('2026-09-21T01:00:00Z')).daysLeft;
    expect(before).toBe(15);
    for (let day = '2026-09-22'; day <= '2026-11-30'; day = addDays(day, 1)) {
      const begins = startOfBeijingDay(day).getTime();
      const seen = [0, 43_200_000, 86_399_999].map((ms) => caseClock(open, new Date(begins + ms)));
      const left = seen[0]?.daysLeft ?? null;
      expect(seen.map((clock) => clock.daysLeft)).toEqual([left, left, left]);
      expect(left).toBe((before ?? 0) - (isDayOff(day) ? 0 : 1));
      expect(seen[0]?.overdue).toBe(day > (open.dueOn ?? ''));
      before = left;
    }
  });

  it('starts anew on the day of a supplement, under the rules of that day', () => {
    fc.assert(
      fc.property(nameable, fc.integer({ min: 0, max: 60 }), (start, later) => {
        const day = addDays(start, later);
        const waiting = { ...accepted(start), state: 'supplementRequested' as const };
        const supplied = supplement(waiting, { note: '已补', documents: [] }, startOfBeijingDay(day));
        const set = ruleSetFor(day);
        if (!supplied.ok || !set.ok) throw new Error('not supplied');
        expect(supplied.value).toMatchObject({ state: 'accepted', acceptedOn: day, ruleSetId: set.value.id });
        expect(supplied.value.dueOn).toBe(deadline(day, set.value.examination).dueOn);
      }),
    );
  });

  it('belongs to the day in Beijing: an hour before midnight there is not an hour after', () => {
    expect(accepted('2026-02-28').ruleSetId).toBe('2000-063');
    const late = accept(registration(), false, new Date('2026-02-28T15:59:59.999Z'));
    const early = accept(registration(), false, new Date('2026-02-28T16:00:00.000Z'));
    expect(late.ok && late.value.ruleSetId).toBe('2000-063');
    expect(early.ok && early.value).toMatchObject({ ruleSetId: '2026-MIIT', acceptedOn: '2026-03-01' });
    const newYear = accept(registration(), false, new Date('2026-12-31T16:00:00Z'));
    expect(newYear.ok && newYear.value).toMatchObject({ acceptedOn: '2027-01-01', dueOn: null });
  });

  it('says the same in a process of any time zone', () => {
    const program = `
      const root = process.argv[1];
      const at = (path) => import(root + '/dist/libs/domain/src/' + path);
      const { deadline, ruleSetFor } = await at('contract-registration/deadline.js');
      const { beijingDate, addDays } = await at('calendar/local-date.js');
      const { reminderDays } = await at('contract-registration/reminder.js');
      const lines = [];
      for (let hour = 0; hour < 24 * 1090; hour += 7) {
        const day = beijingDate(new Date(Date.UTC(2024, 0, 1) + hour * 3600000));
        const rules = ruleSetFor(day);
        const term = rules.ok ? rules.value.examination : null;
        const due = term && deadline(day, term).dueOn;
        lines.push(day + due + JSON.stringify(term && reminderDays(day, due, term)));
      }
      const { createHash } = await import('node:crypto');
      process.stdout.write(createHash('sha256').update(lines.join()).digest('hex'));`;
    const zones = [
      'UTC',
      'Asia/Shanghai',
      'America/Los_Angeles',
      'Pacific/Kiritimati',
      'Pacific/Apia',
      'Asia/Kathmandu',
    ];
    const answers = zones.map((TZ) =>
      execFileSync(process.execPath, ['--input-type=module', '-e', program, process.cwd()], {
        env: { PATH: process.env['PATH'], TZ },
        encoding: 'utf8',
      }),
    );
    expect(answers[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(answers).size).toBe(1);
  });
});

function accepted(day: LocalDate): ContractRegistration {
  const taken = accept(registration(), false, startOfBeijingDay(day));
  if (!taken.ok) throw new Error(taken.refusal.code);
  expect(beijingDate(startOfBeijingDay(day))).toBe(day);
  return taken.value;
}
