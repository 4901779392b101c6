import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type StateOf, type TransitionTable } from '../shared/state-machine.js';
import type { ContractRegistration } from './contract-registration.js';
import { isParty } from './filed-contract.js';

/**
 * 重新认定 on an objection of the registrant, or of the tax or finance authority (国科发政字〔2000〕063号 arts. 16, 17;
 * draft of 2026, art. 17). Until it is decided the registration stands as it is.
 */
export const reexaminationTransitions = {
  requested: { decide: 'decided', withdraw: 'withdrawn' },
  decided: {},
  withdrawn: {},
} as const satisfies TransitionTable;
export type ReexaminationState = StateOf<typeof reexaminationTransitions>;

export const objectors = ['registrant', 'taxAuthority', 'financeAuthority'] as const;
export type Objector = (typeof objectors)[number];

/** `upheld`: as it was. `changed`: amounts or type verified anew. `cancelled`: 注销. `reopened`: of a refusal, examined anew. */
export const reexaminationOutcomes = ['upheld', 'changed', 'cancelled', 'reopened'] as const;
export type ReexaminationOutcome = (typeof reexaminationOutcomes)[number];

export interface Reexamination {
  readonly id: string;
  readonly registrationId: string;
  readonly state: ReexaminationState;
  readonly objector: Objector;
  /** The authority and its letter; null when the registrant objects. */
  readonly letter: string | null;
  readonly reason: string;
  /** Who decided what is objected to: they do not decide again. */
  readonly firstDeterminedBy: string | null;
  readonly firstReviewedBy: string | null;
  readonly requestedBy: string;
  readonly outcome: ReexaminationOutcome | null;
  readonly decisionReason: string | null;
  readonly decidedBy: string | null;
  readonly requestedAt: Date;
  readonly decidedAt: Date | null;
}

/** Only what was decided can be objected to. */
export function mayObject(registration: ContractRegistration): Result<true, Refusal<'state.notAllowed'>> {
  const { state } = registration;
  if (state === 'registered' || state === 'refused') return ok(true);
  return refuse('state.notAllowed', { state, event: 'reexamine', allowed: '登记或不予登记之后' });
}

export function withdrawReexamination(
  reexamination: Reexamination,
): Result<Reexamination, Refusal<'state.notAllowed'>> {
  const next = transition(reexaminationTransitions, reexamination.state, 'withdraw');
  return next.ok ? ok({ ...reexamination, state: next.value }) : next;
}

export function decideReexamination(
  reexamination: Reexamination,
  registration: ContractRegistration,
  decision: { readonly outcome: ReexaminationOutcome; readonly reason: string },
  officer: { readonly personId: string; readonly organizationId: string },
  now: Date,
): Result<
  Reexamination,
  Refusal<
    | 'contractRegistration.samePerson'
    | 'contractRegistration.isParty'
    | 'reexamination.outcomeWrong'
    | 'state.notAllowed'
  >
> {
  const next = transition(reexaminationTransitions, reexamination.state, 'decide');
  if (!next.ok) return next;
  if (isParty(registration.contract, officer.organizationId)) return refuse('contractRegistration.isParty');
  const barred = [reexamination.firstDeterminedBy, reexamination.firstReviewedBy, reexamination.requestedBy];
  if (barred.includes(officer.personId)) return refuse('contractRegistration.samePerson');
  if (!outcomesOf(registration).includes(decision.outcome)) {
    return refuse('reexamination.outcomeWrong', { state: registration.state }, '/outcome');
  }
  return ok({
    ...reexamination,
    state: next.value,
    outcome: decision.outcome,
    decisionReason: decision.reason,
    decidedBy: officer.personId,
    decidedAt: now,
  });
}

const outcomesOf = ({ state }: ContractRegistration): readonly ReexaminationOutcome[] =>
  state === 'registered' ? ['upheld', 'changed', 'cancelled'] : ['upheld', 'reopened'];
