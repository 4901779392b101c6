import { unreachableStates } from '../shared/state-machine.js';
import { advanceTenancy, mayReach, tenancyTransitions, type Tenancy, type TenancyStep } from './tenancy.js';

const now = new Date('2026-11-23T02:00:00Z');
const today = '2026-11-23';
const tenancy = (changes: Partial<Tenancy> = {}): Tenancy => ({
  id: '0193f0a2-7c1e-7000-8000-000000000001',
  incubatorOrganizationId: '0193f0a2-7c1e-7000-8000-000000000002',
  enterpriseOrganizationId: '0193f0a2-7c1e-7000-8000-000000000003',
  state: 'applied',
  plan: '开发分级设备',
  appliedOn: '2026-11-01',
  admittedOn: null,
  plannedUntil: null,
  endedOn: null,
  version: 1,
  createdAt: now,
  updatedAt: now,
  ...changes,
});
const admitted = tenancy({ state: 'admitted', admittedOn: '2026-11-10', plannedUntil: '2029-11-09' });

describe('tenancy', () => {
  it('has no state that nothing leads to', () => {
    expect(unreachableStates(tenancyTransitions, 'applied')).toEqual([]);
  });

  it.each<[string, Tenancy, Partial<TenancyStep>, string]>([
    ['admission with a last day', tenancy(), { event: 'admit', plannedUntil: '2029-11-22' }, 'admitted'],
    ['admission without one', tenancy(), { event: 'admit' }, 'tenancy.untilPast'],
    ['admission until today', tenancy(), { event: 'admit', plannedUntil: today }, 'tenancy.untilPast'],
    ['refusal', tenancy(), { event: 'refuse' }, 'refused'],
    ['graduation of an applicant', tenancy(), { event: 'graduate', milestones: 3 }, 'state.notAllowed'],
    ['graduation without milestone', admitted, { event: 'graduate' }, 'tenancy.milestoneMissing'],
    ['graduation', admitted, { event: 'graduate', milestones: 1 }, 'graduated'],
    ['leaving', admitted, { event: 'leave' }, 'left'],
    ['admission twice', admitted, { event: 'admit', plannedUntil: '2029-11-22' }, 'state.notAllowed'],
  ])('%s', (_name, before, step, expected) => {
    const after = advanceTenancy(before, { event: 'admit', today, plannedUntil: null, milestones: 0, ...step }, now);
    expect(after.ok ? after.value.state : after.refusal.code).toBe(expected);
    if (after.ok && expected !== 'admitted') expect(after.value.endedOn).toBe(today);
  });

  it.each([
    ['before admission', '2026-11-09', false],
    ['on the day of admission', '2026-11-10', true],
    ['today', today, true],
    ['tomorrow', '2026-11-24', false],
  ])('a milestone %s', (_name, reachedOn, allowed) => {
    expect(mayReach(admitted, reachedOn, today).ok).toBe(allowed);
    expect(mayReach(tenancy(), reachedOn, today).ok).toBe(false);
  });
});
