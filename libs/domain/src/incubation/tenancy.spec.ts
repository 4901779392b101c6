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
  technologyBased: true,
  foundedOn: '2025-06-01',
  field: 'other',
  onPremises: true,
  exceptionReason: null,
  byDefinition: false,
  graduationGround: null,
  decisionReason: null,
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

const proven = { graduationGround: 'qualified', milestones: [{ kind: 'qualification' }] } as const;
const nothing: TenancyStep = {
  event: 'admit',
  today,
  reason: '符合条件',
  plannedUntil: null,
  exceptionReason: null,
  graduationGround: null,
  milestones: [],
};

describe('tenancy', () => {
  it('has no state that nothing leads to', () => {
    expect(unreachableStates(tenancyTransitions, 'applied')).toEqual([]);
  });

  it.each<[string, Tenancy, Partial<TenancyStep>, string]>([
    ['admission with a last day', tenancy(), { event: 'admit', plannedUntil: '2029-11-22' }, 'admitted'],
    ['admission without one', tenancy(), { event: 'admit' }, 'tenancy.untilPast'],
    ['admission until today', tenancy(), { event: 'admit', plannedUntil: today }, 'tenancy.untilPast'],
    ['refusal', tenancy(), { event: 'refuse' }, 'refused'],
    [
      'admission of a company too old',
      tenancy({ foundedOn: '2024-11-22' }),
      { event: 'admit', plannedUntil: '2029-11-22' },
      'tenancy.notEligible',
    ],
    [
      'admission of a company too old, with a reason',
      tenancy({ foundedOn: '2024-11-22' }),
      { event: 'admit', plannedUntil: '2029-11-22', exceptionReason: '市里引进的重点项目' },
      'admitted',
    ],
    ['graduation of an applicant', tenancy(), { event: 'graduate', ...proven }, 'state.notAllowed'],
    [
      'graduation without a ground',
      admitted,
      { event: 'graduate', ...proven, graduationGround: null },
      'tenancy.groundMissing',
    ],
    [
      'graduation without milestone',
      admitted,
      { event: 'graduate', ...proven, milestones: [] },
      'tenancy.milestoneMissing',
    ],
    [
      'graduation with a milestone that proves something else',
      admitted,
      { event: 'graduate', ...proven, graduationGround: 'invested' },
      'tenancy.milestoneMissing',
    ],
    ['graduation', admitted, { event: 'graduate', ...proven }, 'graduated'],
    [
      'graduation by the carrier’s own rule',
      admitted,
      { event: 'graduate', ...proven, graduationGround: 'carrierRule' },
      'graduated',
    ],
    ['leaving', admitted, { event: 'leave' }, 'left'],
    ['failing', admitted, { event: 'fail' }, 'failed'],
    ['being lost', admitted, { event: 'lose' }, 'lost'],
    ['admission twice', admitted, { event: 'admit', plannedUntil: '2029-11-22' }, 'state.notAllowed'],
  ])('%s', (_name, before, step, expected) => {
    const after = advanceTenancy(before, { ...nothing, ...step }, now);
    expect(after.ok ? after.value.state : after.refusal.code).toBe(expected);
    if (after.ok && expected !== 'admitted') expect(after.value.endedOn).toBe(today);
  });

  it('comes back from being lost, counted by definition only when the definition was met', () => {
    const lost = advanceTenancy(admitted, { ...nothing, event: 'lose' }, now);
    const back = lost.ok && advanceTenancy(lost.value, { ...nothing, event: 'return' }, now);
    expect(back).toMatchObject({ ok: true, value: { state: 'admitted', endedOn: null } });
    const step = { ...nothing, plannedUntil: '2029-11-22', exceptionReason: '重点项目' };
    expect(advanceTenancy(tenancy(), step, now)).toMatchObject({
      value: { byDefinition: true, exceptionReason: null },
    });
    expect(advanceTenancy(tenancy({ onPremises: false }), step, now)).toMatchObject({
      value: { byDefinition: false, exceptionReason: '重点项目' },
    });
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
