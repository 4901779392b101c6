import fc from 'fast-check';
import type { Result } from '../shared/result.js';
import { statesOf, transition, unreachableStates } from '../shared/state-machine.js';
import { filedContract, registration } from '../../../../test/support/registrations.js';
import {
  closedStates,
  contractRegistrationTransitions,
  runningStates,
  standingOf,
  type RegistrationEvent,
  type RegistrationState,
} from './contract-registration.js';
import { holderOf } from './holder.js';
import { callPanel, concludePanel, giveOpinion, type ExpertPanel } from './expert-panel.js';
import { refusalGrounds } from './refusal-grounds.policy.js';
import { approveChange, refuseChange, verifyChange, type RegistrationChange } from './registration-change.js';
import { decideReexamination, type Reexamination } from './reexamination.js';
import { ruleSets, type RuleSet } from './rule-set.policy.js';
import { staffingWarnings } from './staffing.js';

const now = new Date('2026-03-02T02:00:00Z');
const rules = ruleSets[1] as RuleSet;
const events = [...new Set(Object.values(contractRegistrationTransitions).flatMap((one) => Object.keys(one)))];

describe('the procedure', () => {
  it('reaches every state from a draft, and has somebody hold every open one', () => {
    expect(unreachableStates(contractRegistrationTransitions, 'draft')).toEqual([]);
    for (const state of statesOf(contractRegistrationTransitions) as RegistrationState[]) {
      const open = !(closedStates as readonly string[]).includes(state) && state !== 'registered';
      if (open) expect([state, holderOf(registration({ state }))]).not.toEqual([state, 'nobody']);
    }
  });

  it('registers only what was accepted and examined, by any way of events', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...(events as RegistrationEvent[])), { maxLength: 40 }), (taken) => {
        let state: RegistrationState = 'draft';
        const seen: string[] = [state];
        for (const event of taken) {
          const next: Result<RegistrationState> = transition(contractRegistrationTransitions, state, event);
          if (next.ok) seen.push((state = next.value));
        }
        if (seen.includes('registered')) {
          expect(seen.indexOf('filed')).toBeLessThan(seen.indexOf('accepted'));
          expect(seen.indexOf('accepted')).toBeLessThan(seen.indexOf('underReview'));
          expect(seen.indexOf('underReview')).toBeLessThan(seen.indexOf('registered'));
        }
      }),
    );
  });

  it('says how a registration stands to the world', () => {
    expect(standingOf(registration({ state: 'registered' }))).toBe('valid');
    expect(standingOf(registration({ state: 'registered', changedAt: now }))).toBe('changed');
    expect(standingOf(registration({ state: 'cancelled', changedAt: now }))).toBe('cancelled');
    for (const state of runningStates) expect(standingOf(registration({ state }))).toBeNull();
  });

  it('has for every ground of refusal the evidence needed, the repair in words and the source', () => {
    expect(refusalGrounds).toHaveLength(13);
    for (const { title, evidenceNeeded, repair, source } of refusalGrounds) {
      for (const text of [title, evidenceNeeded, repair, source]) expect(text).toMatch(/[\u4e00-\u9fff]{3}/);
    }
  });
});

describe('a change of a registration', () => {
  const requested: RegistrationChange = {
    id: 'c',
    registrationId: 'r',
    state: 'requested',
    terms: {
      title: null,
      contractValue: 600_000_000n,
      nonTechnologyItems: null,
      declaredTechnologyValue: 600_000_000n,
      validUntil: null,
      relatedParty: null,
    },
    reason: '补充协议',
    evidence: ['补充协议'],
    verifiedType: null,
    verifiedTechnologyValue: null,
    decisionReason: null,
    determinedBy: null,
    reviewedBy: null,
    requestedAt: now,
    decidedAt: null,
  };
  const verdict = (technologyValue: bigint) =>
    ({ type: 'development', technologyValue, reason: '核定', landingConfirmed: false, determinedBy: 'first' }) as const;
  const verified = (value: bigint) => verifyChange(requested, filedContract(), rules, false, verdict(value), now);

  it('needs the second person from 500万元 on, and never the first', () => {
    const small = verified(499_999_999n);
    const large = verified(500_000_000n);
    if (!small.ok || !large.ok) throw new Error('not verified');
    expect([small.value.state, large.value.state]).toEqual(['approved', 'verified']);
    expect(approveChange(large.value, 'first', now)).toMatchObject({
      refusal: { code: 'contractRegistration.samePerson' },
    });
    expect(approveChange(large.value, 'second', now)).toMatchObject({ value: { state: 'approved' } });
    expect(refuseChange(large.value, 'first', '不准', now).ok).toBe(false);
    expect(refuseChange(large.value, 'second', '不准', now)).toMatchObject({ value: { state: 'refused' } });
  });

  it('is verified once, within the changed amounts, and approved only after that', () => {
    expect(verified(600_000_001n)).toMatchObject({ refusal: { code: 'contractRegistration.amountWrong' } });
    expect(approveChange(requested, 'second', now).ok).toBe(false);
    const once = verified(500_000_000n);
    if (!once.ok) throw new Error('not verified');
    expect(verifyChange(once.value, filedContract(), rules, false, verdict(1n), now).ok).toBe(false);
  });
});

describe('an objection', () => {
  const requested: Reexamination = {
    id: 'o',
    registrationId: 'r',
    state: 'requested',
    objector: 'registrant',
    letter: null,
    reason: '不服',
    firstDeterminedBy: 'first',
    firstReviewedBy: 'second',
    requestedBy: 'applicant',
    outcome: null,
    decisionReason: null,
    decidedBy: null,
    requestedAt: now,
    decidedAt: null,
  };
  const officer = (personId: string) => ({ personId, organizationId: 'bureau' });
  const decide = (personId: string, outcome: 'upheld' | 'reopened', state: RegistrationState = 'registered') =>
    decideReexamination(requested, registration({ state }), { outcome, reason: '经复核' }, officer(personId), now);

  it.each(['first', 'second', 'applicant'])('is not decided by %s', (personId) => {
    expect(decide(personId, 'upheld')).toMatchObject({ refusal: { code: 'contractRegistration.samePerson' } });
  });

  it('is decided by another with an outcome that fits what was decided', () => {
    expect(decide('third', 'upheld').ok).toBe(true);
    expect(decide('third', 'reopened')).toMatchObject({ refusal: { code: 'reexamination.outcomeWrong' } });
    expect(decide('third', 'reopened', 'refused').ok).toBe(true);
  });
});

describe('a panel of experts', () => {
  const call = (units: readonly string[]) =>
    callPanel(filedContract(), {
      id: 'p',
      registrationId: 'r',
      question: '是否属于技术开发？',
      calledBy: 'first',
      calledAt: now,
      experts: units.map((workUnit, index) => ({ name: `专家${index}`, workUnit, recusal: null })),
    });

  it('counts nobody who works for a party, in whatever width the name is written', () => {
    expect(call(['甲大学', '乙大学', '示例羊业 有限公司'])).toMatchObject({ refusal: { code: 'expertPanel.tooFew' } });
    expect(call(['甲大学', '乙大学', '丙研究所']).ok).toBe(true);
  });

  it('finds the majority of those who may speak, once all have, whatever they say', () => {
    const stances = fc.array(fc.constantFrom('register' as const, 'refuse' as const), { minLength: 3, maxLength: 9 });
    fc.assert(
      fc.property(stances, (said) => {
        const called = call(said.map((_stance, index) => `大学${index}`));
        if (!called.ok) throw new Error(called.refusal.code);
        let panel: ExpertPanel = called.value;
        for (const [index, stance] of said.entries()) {
          expect(concludePanel(panel, now)).toMatchObject({ refusal: { code: 'expertPanel.opinionsMissing' } });
          const opinion = { stance, text: '意见', technologyValue: null, givenAt: now.toISOString() };
          const given = giveOpinion(panel, `专家${index}`, opinion);
          if (!given.ok) throw new Error(given.refusal.code);
          panel = given.value;
          expect(giveOpinion(panel, `专家${index}`, opinion).ok).toBe(false);
        }
        const concluded = concludePanel(panel, now);
        const inFavour = said.filter((stance) => stance === 'register').length;
        const against = said.length - inFavour;
        const stance = inFavour === against ? 'divided' : inFavour > against ? 'register' : 'refuse';
        expect(concluded).toMatchObject({ value: { result: { stance, inFavour, against } } });
      }),
    );
  });
});

describe('an office', () => {
  const post = (personId: string, backupPersonId: string | null, head = false) => ({ personId, head, backupPersonId });

  it.each([
    ['empty', [], ['tooFewRegistrars', 'noHead']],
    ['two people', [post('a', 'b', true), post('b', 'a')], ['tooFewRegistrars']],
    ['nobody stands in', [post('a', 'b', true), post('b', 'a'), post('c', null)], ['noBackup']],
    ['a stranger stands in', [post('a', 'b', true), post('b', 'a'), post('c', 'x')], ['backupOutside']],
    ['complete', [post('a', 'b', true), post('b', 'c'), post('c', 'a')], []],
  ])('%s', (_name, posts, warnings) => {
    expect(staffingWarnings(posts)).toEqual(warnings);
  });
});
