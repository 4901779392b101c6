import fc from 'fast-check';
import {
  checkPlan,
  decideGate,
  gateInTurn,
  gateDecisions,
  recordSpending,
  submitGate,
  type PilotProject,
} from './pilot-project.js';

const now = new Date('2026-11-23T02:00:00Z');
const gate = (level: number) => ({
  id: `g${level}`,
  level,
  criteria: '达到指标',
  dueOn: `2027-0${level}-01`,
  state: 'pending' as const,
  evidence: [],
  report: null,
  decision: null,
  decisionReason: null,
  decidedBy: null,
});
const project = (change: Partial<PilotProject> = {}): PilotProject => ({
  id: 'p',
  achievementId: 'a',
  organizationId: 'o',
  state: 'running',
  title: '代乳料中试',
  plan: '计划',
  site: '环县基地',
  equipment: null,
  carrierId: null,
  farming: true,
  fromLevel: 3,
  toLevel: 6,
  budget: 1000n,
  spent: 0n,
  startsOn: '2027-01-01',
  endsOn: '2027-12-31',
  gates: [gate(4), gate(5), gate(6)],
  stateReason: null,
  version: 1,
  createdAt: now,
  updatedAt: now,
  ...change,
});
const codeOf = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code ?? 'ok';

describe('pilot project', () => {
  it.each([
    ['a gate for each level', [gate(4), gate(5), gate(6)], 'ok'],
    ['a level left out', [gate(4), gate(6)], 'pilotProject.gatesWrong'],
    ['out of order', [gate(5), gate(4), gate(6)], 'pilotProject.gatesWrong'],
    ['due before the one below', [gate(4), { ...gate(5), dueOn: '2027-03-01' }, gate(6)], 'pilotProject.daysWrong'],
    ['due after the end', [gate(4), gate(5), { ...gate(6), dueOn: '2028-01-01' }], 'pilotProject.daysWrong'],
  ])('plans %s', (_name, gates, code) => expect(codeOf(checkPlan(project(), gates))).toBe(code));

  it('takes gates in turn; hold waits, stop ends, the last go completes', () => {
    expect(codeOf(submitGate(project(), 5, [], '报告'))).toBe('pilotProject.gateNotInTurn');
    expect(codeOf(submitGate(project(), 9, [], '报告'))).toBe('pilotProject.gateUnknown');
    const handedIn = submitGate(project(), 4, [], '报告');
    if (!handedIn.ok) throw new Error('in turn');
    expect(codeOf(submitGate(handedIn.value, 4, [], '再报'))).toBe('state.notAllowed');
    expect(decideGate(handedIn.value, 4, 'hold', '补测', 'r')).toMatchObject({ value: { state: 'held' } });
    expect(decideGate(handedIn.value, 4, 'stop', '无效', 'r')).toMatchObject({ value: { state: 'stopped' } });
  });

  it('never passes a gate above one that did not pass, whatever is decided', () => {
    const step = fc.record({ level: fc.integer({ min: 3, max: 7 }), decision: fc.constantFrom(...gateDecisions) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let current = project();
        for (const { level, decision } of steps) {
          const handedIn = submitGate(current, level, [], '报告');
          if (handedIn.ok) current = handedIn.value;
          const decided = decideGate(current, level, decision, '理由', 'r');
          if (decided.ok) current = decided.value;
          const firstOpen = current.gates.findIndex(({ state }) => state !== 'passed');
          expect(current.gates.slice(firstOpen < 0 ? 3 : firstOpen).every(({ state }) => state !== 'passed')).toBe(
            true,
          );
          expect(current.state === 'completed').toBe(gateInTurn(current) === null);
          if (current.state === 'held') current = { ...current, state: 'running' };
        }
      }),
    );
  });

  it('spends to the last 分 of the budget and not one more', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 1n, max: 600n }), { maxLength: 8 }), (amounts) => {
        let current = project();
        for (const amount of amounts) {
          const spent = recordSpending(current, [amount]);
          expect(spent.ok).toBe(current.spent + amount <= current.budget);
          if (spent.ok) current = spent.value;
        }
        expect(current.spent).toBeLessThanOrEqual(current.budget);
      }),
    );
    expect(codeOf(recordSpending(project({ state: 'planned' }), [1n]))).toBe('state.notAllowed');
  });
});
