import type { ContractType, SettledAmounts } from '../contract/contract.js';
import type { LocalDate } from '../calendar/local-date.js';
import { formatYuan, type Fen } from '../money/money.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type StateOf, type TransitionTable } from '../shared/state-machine.js';
import { checkDetermination, type Determination, type DeterminationRefusal } from './contract-registration.js';
import { needsSecondReview } from './deadline.js';
import { statesAmounts, type FiledContract, type NonTechnologyItem } from './filed-contract.js';
import type { RuleSet } from './rule-set.policy.js';

/**
 * 变更登记: the contract was changed, and its amounts are verified again (国科发政字〔2000〕063号 art. 18; draft of 2026
 * art. 16). The second person is needed where a first registration would need one.
 */
export const registrationChangeTransitions = {
  requested: { verify: 'verified', approve: 'approved', refuse: 'refused' },
  verified: { approve: 'approved', refuse: 'refused' },
  approved: {},
  refused: {},
} as const satisfies TransitionTable;
export type RegistrationChangeState = StateOf<typeof registrationChangeTransitions>;

/** What of the contract is new; null members stay as they are. */
export interface ChangedTerms {
  readonly title: string | null;
  readonly contractValue: Fen | null;
  readonly nonTechnologyItems: readonly NonTechnologyItem[] | null;
  readonly declaredTechnologyValue: Fen | null;
  readonly validUntil: LocalDate | null;
  /** 关联关系 that was found, or that ended. */
  readonly relatedParty: boolean | null;
}

export interface RegistrationChange {
  readonly id: string;
  readonly registrationId: string;
  readonly state: RegistrationChangeState;
  readonly terms: ChangedTerms;
  readonly reason: string;
  readonly evidence: readonly string[];
  readonly verifiedType: ContractType | null;
  readonly verifiedTechnologyValue: Fen | null;
  readonly decisionReason: string | null;
  readonly determinedBy: string | null;
  readonly reviewedBy: string | null;
  readonly requestedAt: Date;
  readonly decidedAt: Date | null;
}

/** The contract as it reads after the change. */
export const contractAfter = (contract: FiledContract, terms: ChangedTerms): FiledContract => ({
  ...contract,
  title: terms.title ?? contract.title,
  contractValue: terms.contractValue ?? contract.contractValue,
  nonTechnologyItems: terms.nonTechnologyItems ?? contract.nonTechnologyItems,
  declaredTechnologyValue: terms.declaredTechnologyValue ?? contract.declaredTechnologyValue,
  validUntil: terms.validUntil ?? contract.validUntil,
  relatedParty: terms.relatedParty ?? contract.relatedParty,
});

/** Once the amounts of a royalty contract are settled, a change of the amounts states those and no others. */
export function checkSettledAmounts(
  contract: FiledContract,
  settled: SettledAmounts | null,
  terms: ChangedTerms,
): Result<null, Refusal<'registrationChange.amountsNotSettled'>> {
  const touches = terms.contractValue !== null || terms.declaredTechnologyValue !== null;
  if (settled === null || !touches || statesAmounts(contractAfter(contract, terms), settled)) return ok(null);
  const { contractValue, technologyValue } = settled;
  const params = { contractValue: formatYuan(contractValue), technologyValue: formatYuan(technologyValue) };
  return refuse('registrationChange.amountsNotSettled', params, '/contractValueYuan');
}

/** The first officer verifies the new amounts: approved at once, or on to the second person. */
export function verifyChange(
  change: RegistrationChange,
  contract: FiledContract,
  rules: RuleSet,
  disputed: boolean,
  determination: Determination,
  now: Date,
): Result<RegistrationChange, Refusal<DeterminationRefusal | 'state.notAllowed'>> {
  const sound = checkDetermination(contractAfter(contract, change.terms), determination);
  if (!sound.ok) return sound;
  const second = needsSecondReview(rules, determination.technologyValue, disputed);
  const next = transition(registrationChangeTransitions, change.state, second ? 'verify' : 'approve');
  if (!next.ok || change.state !== 'requested') {
    return next.ok ? refuse('state.notAllowed', { state: change.state, event: 'verify', allowed: '复核' }) : next;
  }
  return ok({
    ...change,
    state: next.value,
    verifiedType: determination.type,
    verifiedTechnologyValue: determination.technologyValue,
    decisionReason: determination.reason,
    determinedBy: determination.determinedBy,
    decidedAt: second ? null : now,
  });
}

/** The second person, never the first. */
export function approveChange(
  change: RegistrationChange,
  reviewerId: string,
  now: Date,
): Result<RegistrationChange, Refusal<'contractRegistration.samePerson' | 'state.notAllowed'>> {
  if (change.state !== 'verified') {
    return refuse('state.notAllowed', { state: change.state, event: 'approve', allowed: '核定' });
  }
  if (change.determinedBy === reviewerId) return refuse('contractRegistration.samePerson');
  return ok({ ...change, state: 'approved', reviewedBy: reviewerId, decidedAt: now });
}

export function refuseChange(
  change: RegistrationChange,
  officerId: string,
  reason: string,
  now: Date,
): Result<RegistrationChange, Refusal<'contractRegistration.samePerson' | 'state.notAllowed'>> {
  const next = transition(registrationChangeTransitions, change.state, 'refuse');
  if (!next.ok) return next;
  if (change.determinedBy === officerId) return refuse('contractRegistration.samePerson');
  const by = change.determinedBy === null ? { determinedBy: officerId } : { reviewedBy: officerId };
  return ok({ ...change, ...by, state: next.value, decisionReason: reason, decidedAt: now });
}
