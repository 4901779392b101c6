import { caseClock as caseClockOf } from '#domain/contract-registration/case-clock.js';
import {
  accept,
  contractRegistrationTransitions,
  determine,
  examine,
  refuseRegistration,
  review,
  type ContractRegistration,
  type RegistrationEvent,
  type RegistrationState,
} from '#domain/contract-registration/contract-registration.js';
import { deadline, ruleSetFor, termFor } from '#domain/contract-registration/deadline.js';
import { compareContracts, type DuplicateFacts } from '#domain/contract-registration/duplicate.js';
import type { RefusalGroundCode } from '#domain/contract-registration/refusal-grounds.policy.js';
import { checkRegistrant } from '#domain/contract-registration/registrant.js';
import { registrationNumber } from '#domain/contract-registration/registration-number.js';
import { reminderDays } from '#domain/contract-registration/reminder.js';
import type { Refusal, Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { filedContract, registration } from '../../support/registrations.js';
import { fen } from './runner.js';

const noon = (day: string): Date => new Date(`${day}T04:00:00Z`);
const rulesOn = (day: string) => {
  const rules = ruleSetFor(day);
  if (!rules.ok) throw new Error(rules.refusal.code);
  return rules.value;
};

function examined(acceptedOn: string, value: bigint, disputed: boolean): ContractRegistration {
  const contract = filedContract({ contractValue: value, declaredTechnologyValue: value });
  const taken = accept(registration({ contract }), disputed, noon(acceptedOn));
  if (!taken.ok) throw new Error(taken.refusal.code);
  const under = examine(taken.value, 'first', noon(acceptedOn));
  if (!under.ok) throw new Error(under.refusal.code);
  return under.value;
}

export function reminder(facts: { acceptedOn: string; technologyValueYuan: string; disputed: boolean }) {
  const term = termFor(rulesOn(facts.acceptedOn), fen(facts.technologyValueYuan), facts.disputed);
  const days = reminderDays(facts.acceptedOn, deadline(facts.acceptedOn, term).dueOn, term);
  const dayOf = (threshold: string) => days.find((day) => day.threshold === threshold)?.on ?? null;
  return { half: dayOf('half'), fourFifths: dayOf('fourFifths'), overdue: dayOf('overdue') };
}

export function caseClock(facts: { acceptedOn: string; today: string }) {
  const { daysLeft, overdue } = caseClockOf(examined(facts.acceptedOn, 10_000_000n, false), noon(facts.today));
  return { daysLeft, overdue };
}

/** Takes the events one after the other; what is not allowed ends the walk, and is named behind ✗. */
export function procedure(facts: { events: readonly RegistrationEvent[] }) {
  let state: RegistrationState = 'draft';
  for (const event of facts.events) {
    const next: Result<RegistrationState, Refusal> = transition(contractRegistrationTransitions, state, event);
    if (!next.ok) return { end: `${state} ✗ ${event}` };
    state = next.value;
  }
  return { end: state };
}

interface CaseContract {
  readonly title: string;
  readonly seller: string;
  readonly buyer: string;
  readonly valueYuan: string;
  readonly signedOn: string | null;
  readonly hash: string | null;
}

const compared = ({ title, seller, buyer, valueYuan, signedOn, hash }: CaseContract): DuplicateFacts => ({
  title,
  sellerCodes: [seller],
  buyerCodes: [buyer],
  contractValue: fen(valueYuan),
  signedOn,
  contractTextHash: hash,
});

export function duplicate(facts: { a: CaseContract; b: CaseContract }) {
  const found = compareContracts(compared(facts.a), compared(facts.b));
  return {
    verdict: found?.verdict ?? null,
    agreeIn: (found?.agreements ?? []).map((agreement) => agreement.kind).join(' '),
  };
}

export function refusalGround(facts: { code: RefusalGroundCode; evidence: string }) {
  const refused = refuseRegistration(examined('2026-03-02', 100n, false), [facts], noon('2026-03-03'));
  return { outcome: refused.ok ? refused.value.state : refused.refusal.code };
}

export function registrant(facts: { applicant: 'seller' | 'buyer'; technologyImport: boolean; sellerCounty: string }) {
  const contract = filedContract();
  const parties = contract.parties.map((party) =>
    party.role === 'seller' ? { ...party, countyCode: facts.sellerCounty } : party,
  );
  const applicant = parties.find((party) => party.role === facts.applicant)?.organizationId;
  const checked = checkRegistrant({ parties }, facts.technologyImport, (id) => id === applicant);
  return { outcome: checked.ok ? 'ok' : checked.refusal.code };
}

export function number(facts: { registeredOn: string; office: string; serial: number }) {
  try {
    return { number: registrationNumber(facts.registeredOn, facts.office, facts.serial) };
  } catch (error) {
    if (error instanceof RangeError) return { number: null };
    throw error;
  }
}

interface FourEyesFacts {
  readonly acceptedOn: string;
  readonly technologyValueYuan: string;
  readonly disputed: boolean;
  readonly reviewer: 'same' | 'another' | 'party' | null;
}

export function fourEyes({ acceptedOn, technologyValueYuan, disputed, reviewer }: FourEyesFacts) {
  const technologyValue = fen(technologyValueYuan);
  const found = examined(acceptedOn, technologyValue, disputed);
  const verdict = { type: 'development', technologyValue, reason: null, landingConfirmed: false } as const;
  const determined = determine(found, rulesOn(acceptedOn), { ...verdict, determinedBy: 'first' }, noon(acceptedOn));
  if (!determined.ok) return { outcome: determined.refusal.code };
  if (reviewer === null) return { outcome: determined.value.state };
  const [party] = found.contract.parties;
  const who = {
    personId: reviewer === 'same' ? 'first' : 'second',
    organizationId: reviewer === 'party' ? (party?.organizationId ?? '') : 'bureau',
  };
  const reviewed = review(determined.value, who, 'approve', null, noon(acceptedOn));
  return { outcome: reviewed.ok ? reviewed.value.state : reviewed.refusal.code };
}
