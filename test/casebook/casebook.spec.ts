import { fiscalYear, beijingDate } from '#domain/calendar/local-date.js';
import { checkDetermination, supplement } from '#domain/contract-registration/contract-registration.js';
import { deadline, needsSecondReview, ruleSetFor, termFor } from '#domain/contract-registration/deadline.js';
import { landingGround } from '#domain/contract-registration/landing.js';
import { registrationNumber } from '#domain/contract-registration/registration-number.js';
import { formatYuan, parseYuan, type Fen } from '#domain/money/money.js';
import { rewardPolicies } from '#domain/reward/reward.policy.js';
import { rewardOn } from '#domain/reward/reward.js';
import { filedContract, registration } from '../support/registrations.js';
import amounts from './amounts.json' with { type: 'json' };
import award from './award.json' with { type: 'json' };
import deadlines from './deadline.json' with { type: 'json' };
import fiscalYears from './fiscal-year.json' with { type: 'json' };
import landings from './landing.json' with { type: 'json' };
import supplements from './supplement.json' with { type: 'json' };

/** The rules, case by case, as a lawyer may read them: facts, article, expected outcome. */
function fen(yuan: string): Fen {
  const parsed = parseYuan(yuan);
  if (!parsed.ok) throw new Error(`not an amount: ${yuan}`);
  return parsed.value;
}

describe('casebook', () => {
  it.each(award)('award: $case ($facts.yearTotalYuan)', ({ rules, facts, expected }) => {
    const policy = rewardPolicies.find((candidate) => candidate.id === rules);
    if (!policy) throw new Error(rules);
    expect(formatYuan(rewardOn(policy, fen(facts.yearTotalYuan)))).toBe(expected.awardYuan);
  });

  it.each(deadlines)('deadline: $case', ({ facts, expected }) => {
    const rules = ruleSetFor(facts.acceptedOn);
    if (!rules.ok) {
      expect(expected.ruleSet).toBeNull();
      return;
    }
    const value = fen(facts.technologyValueYuan);
    expect({
      ruleSet: rules.value.id,
      secondReview: needsSecondReview(rules.value, value, facts.disputed),
      dueOn: deadline(facts.acceptedOn, termFor(rules.value, value, facts.disputed)).dueOn,
    }).toEqual(expected);
  });

  it.each(supplements)('supplement: $case', ({ facts, expected }) => {
    const waiting = registration({ state: 'supplementRequested', acceptedOn: facts.acceptedOn });
    const supplied = supplement(waiting, { note: '已补', documents: [] }, new Date(`${facts.suppliedOn}T04:00:00Z`));
    if (!supplied.ok) throw new Error(supplied.refusal.code);
    expect({ ruleSet: supplied.value.ruleSetId, dueOn: supplied.value.dueOn }).toEqual(expected);
    expect(supplied.value.acceptedOn).toBe(facts.suppliedOn);
  });

  it.each(amounts)('amounts: $case', ({ facts, expected }) => {
    const contract = filedContract({
      contractValue: fen(facts.contractValueYuan),
      declaredTechnologyValue: fen(facts.declaredYuan),
      nonTechnologyItems: facts.items.map(({ kind, yuan, reasonable }) => ({
        kind,
        amount: fen(yuan),
        withinReasonableCarrier: reasonable,
      })),
    });
    const decided = { technologyValue: fen(facts.verifiedYuan), type: contract.type, reason: facts.reason };
    const checked = checkDetermination(contract, decided);
    expect(checked.ok ? 'ok' : checked.refusal.code).toBe(expected.outcome);
  });

  it.each(fiscalYears)('fiscal year: $case', ({ facts, expected }) => {
    const at = new Date(facts.registeredAt);
    expect(fiscalYear(at)).toBe(expected.fiscalYear);
    expect(registrationNumber(beijingDate(at), '01', 1)).toBe(expected.number);
  });

  it.each(landings)('landing: $case', ({ facts, expected }) => {
    const { buyerCounty, zoneCode, site, evidence, confirmed } = facts;
    const contract = filedContract({}, buyerCounty);
    const landing = { countyCode: '621022', zoneCode, site, evidence };
    expect(landingGround(contract, landing, confirmed)).toBe(expected.ground);
  });
});
