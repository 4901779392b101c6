import { beijingDate, type LocalDate } from '../calendar/local-date.js';
import { formatYuan, type Fen } from '../money/money.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';
import { deadline, needsSecondReview, ruleSetFor, termFor } from './deadline.js';
import type { ContractType } from '../contract/contract.js';
import { isParty, maxTechnologyValue, type FiledContract } from './filed-contract.js';
import type { Landing } from './landing.js';
import type { RefusalGroundCode } from './refusal-grounds.policy.js';
import { ruleSets, type RuleSet, type RuleSetId } from './rule-set.policy.js';

/** 技术合同认定登记 of one contract. A returned or refused filing stays as it is; the seller files anew. */
export const contractRegistrationTransitions = {
  filed: { accept: 'accepted', return: 'returned' },
  returned: {},
  accepted: {
    requestSupplement: 'supplementRequested',
    register: 'registered',
    referToSecondReview: 'secondReview',
    refuse: 'refused',
  },
  supplementRequested: { supplement: 'accepted', refuse: 'refused' },
  secondReview: { approve: 'registered', sendBack: 'accepted', refuse: 'refused' },
  registered: { cancel: 'cancelled' },
  refused: {},
  cancelled: {},
} as const satisfies TransitionTable;

export type RegistrationState = StateOf<typeof contractRegistrationTransitions>;
export type RegistrationEvent = EventOf<typeof contractRegistrationTransitions>;

export interface ContractRegistration {
  readonly id: string;
  /** The seller's side, which files. */
  readonly organizationId: string;
  readonly contractId: string;
  readonly contract: FiledContract;
  readonly state: RegistrationState;
  readonly office: string;
  readonly landing: Landing;
  readonly disputed: boolean;
  /** Chosen by the date of acceptance; null before it. */
  readonly ruleSetId: RuleSetId | null;
  /** Restarts on the day a supplement comes in. */
  readonly acceptedOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly dueNote: string | null;
  readonly supplementRequest: string | null;
  readonly supplements: readonly Supplement[];
  readonly determination: Determination | null;
  readonly reviewedBy: string | null;
  readonly registeredAt: Date | null;
  readonly registrationNumber: string | null;
  readonly refusalGrounds: readonly StatedGround[];
  /** Why it was returned, sent back or cancelled. */
  readonly closingReason: string | null;
  /** When the registered or filed contract was ended (解除); null while it stands. */
  readonly contractEndedAt: Date | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What the seller handed in after a request (补正). */
export interface Supplement {
  readonly suppliedAt: string;
  readonly note: string;
  readonly documents: readonly string[];
}

export interface Determination {
  readonly type: ContractType;
  readonly technologyValue: Fen;
  readonly reason: string | null;
  readonly landingConfirmed: boolean;
  readonly determinedBy: string;
}

export interface StatedGround {
  readonly code: RefusalGroundCode;
  readonly evidence: string;
}

const maxSupplements = 50;

type Changed<C extends string> = Result<ContractRegistration, Refusal<C | 'state.notAllowed'>>;

function step(
  registration: ContractRegistration,
  event: RegistrationEvent,
  now: Date,
  change: Partial<ContractRegistration> = {},
): Changed<never> {
  const next = transition(contractRegistrationTransitions, registration.state, event);
  if (!next.ok) return next;
  return ok({ ...registration, ...change, state: next.value, updatedAt: now, version: registration.version + 1 });
}

/** Acceptance (受理): from this day on the clock runs, and its date says which rules hold. */
export function accept(
  registration: ContractRegistration,
  disputed: boolean,
  now: Date,
): Changed<'contractRegistration.noRuleSet'> {
  const clock = startClock(registration, disputed, beijingDate(now));
  return clock.ok ? step(registration, 'accept', now, { ...clock.value, disputed }) : clock;
}

export const returnFiling = (registration: ContractRegistration, reason: string, now: Date): Changed<never> =>
  step(registration, 'return', now, { closingReason: reason, dueOn: null, dueNote: null });

/** While the seller repairs, no day is due. */
export const requestSupplement = (registration: ContractRegistration, request: string, now: Date): Changed<never> =>
  step(registration, 'requestSupplement', now, { supplementRequest: request, dueOn: null, dueNote: '等待补正' });

/** 受理日期为补正材料提交之日: the clock starts again, under the rules of that day. */
export function supplement(
  registration: ContractRegistration,
  supplied: Omit<Supplement, 'suppliedAt'>,
  now: Date,
): Changed<'contractRegistration.noRuleSet' | 'contractRegistration.tooManySupplements'> {
  if (registration.supplements.length >= maxSupplements) return refuse('contractRegistration.tooManySupplements');
  const clock = startClock(registration, registration.disputed, beijingDate(now));
  if (!clock.ok) return clock;
  const supplements = [...registration.supplements, { suppliedAt: now.toISOString(), ...supplied }];
  return step(registration, 'supplement', now, { ...clock.value, supplements });
}

function startClock(
  { contract }: ContractRegistration,
  disputed: boolean,
  today: LocalDate,
): Result<
  Pick<ContractRegistration, 'ruleSetId' | 'acceptedOn' | 'dueOn' | 'dueNote'>,
  Refusal<'contractRegistration.noRuleSet'>
> {
  const rules = ruleSetFor(today);
  if (!rules.ok) return rules;
  const { dueOn, note } = deadline(today, termFor(rules.value, contract.declaredTechnologyValue, disputed));
  return ok({ ruleSetId: rules.value.id, acceptedOn: today, dueOn, dueNote: note });
}

/**
 * A term that could not be named when its clock started, because a year's holidays were not announced, is named as soon
 * as they are: reckoned anew on every read, and kept with the next change.
 */
export function withDueDay(registration: ContractRegistration): ContractRegistration {
  const { state, acceptedOn, dueOn, contract, determination, disputed } = registration;
  const rules = ruleSets.find((set) => set.id === registration.ruleSetId);
  const running = state === 'accepted' || state === 'secondReview';
  if (!running || dueOn !== null || acceptedOn === null || !rules) return registration;
  const value = determination?.technologyValue ?? contract.declaredTechnologyValue;
  const named = deadline(acceptedOn, termFor(rules, value, disputed));
  return { ...registration, dueOn: named.dueOn, dueNote: named.note };
}

/** The contract was ended. Null when that is known, or the case is closed and nothing is left to do. */
export function contractEnded(registration: ContractRegistration, now: Date): ContractRegistration | null {
  const closed = ['returned', 'refused', 'cancelled'].includes(registration.state);
  if (closed || registration.contractEndedAt !== null) return null;
  return { ...registration, contractEndedAt: now, updatedAt: now, version: registration.version + 1 };
}

/** 解除的合同由原登记机构注销登记 (国科发政字〔2000〕063号 art. 18): the office cancels, nothing does so by itself. */
export const cancellationDue = ({ state, contractEndedAt }: ContractRegistration): boolean =>
  state === 'registered' && contractEndedAt !== null;

export type DeterminationRefusal =
  'contractRegistration.amountWrong' | 'contractRegistration.reasonMissing' | 'contractRegistration.contractEnded';

/** The amounts rule of a determination: `0 < technologyValue ≤ contractValue − items that are no technology`. */
export function checkDetermination(
  contract: FiledContract,
  { technologyValue, type, reason }: Pick<Determination, 'technologyValue' | 'type' | 'reason'>,
): Result<true, Refusal<DeterminationRefusal>> {
  const most = maxTechnologyValue(contract);
  if (technologyValue <= 0n || technologyValue > most) {
    return refuse('contractRegistration.amountWrong', { most: formatYuan(most) }, '/verifiedTechnologyValueYuan');
  }
  const differs = technologyValue !== contract.declaredTechnologyValue || type !== contract.type;
  if (differs && (reason ?? '').trim() === '') return refuse('contractRegistration.reasonMissing', {}, '/reason');
  return ok(true);
}

/** The first officer's determination (认定): registered at once, or on to a second person where the rules demand one. */
export function determine(
  registration: ContractRegistration,
  rules: RuleSet,
  determination: Determination,
  now: Date,
): Changed<DeterminationRefusal> {
  if (registration.contractEndedAt !== null) return refuse('contractRegistration.contractEnded');
  const sound = checkDetermination(registration.contract, determination);
  if (!sound.ok) return sound;
  if (!needsSecondReview(rules, determination.technologyValue, registration.disputed)) {
    return step(registration, 'register', now, { determination, registeredAt: now, dueOn: null, dueNote: null });
  }
  const { dueOn, note } = deadline(
    registration.acceptedOn ?? beijingDate(now),
    termFor(rules, determination.technologyValue, registration.disputed),
  );
  return step(registration, 'referToSecondReview', now, { determination, dueOn, dueNote: note });
}

/** 复核: never by the first officer, never by a party to the contract. */
export function review(
  registration: ContractRegistration,
  reviewer: { readonly personId: string; readonly organizationId: string },
  decision: 'approve' | 'sendBack',
  reason: string | null,
  now: Date,
): Changed<
  | 'contractRegistration.samePerson'
  | 'contractRegistration.isParty'
  | 'contractRegistration.reasonMissing'
  | 'contractRegistration.contractEnded'
> {
  if (isParty(registration.contract, reviewer.organizationId)) return refuse('contractRegistration.isParty');
  if (registration.determination?.determinedBy === reviewer.personId) return refuse('contractRegistration.samePerson');
  if (decision === 'approve') {
    if (registration.contractEndedAt !== null) return refuse('contractRegistration.contractEnded');
    const done = { reviewedBy: reviewer.personId, registeredAt: now, dueOn: null, dueNote: null };
    return step(registration, 'approve', now, done);
  }
  if ((reason ?? '').trim() === '') return refuse('contractRegistration.reasonMissing', {}, '/reason');
  return step(registration, 'sendBack', now, { determination: null, closingReason: reason });
}

export function refuseRegistration(
  registration: ContractRegistration,
  grounds: readonly StatedGround[],
  now: Date,
): Changed<'contractRegistration.groundRepeated'> {
  if (new Set(grounds.map((ground) => ground.code)).size !== grounds.length) {
    return refuse('contractRegistration.groundRepeated', {}, '/grounds');
  }
  return step(registration, 'refuse', now, { refusalGrounds: grounds, dueOn: null, dueNote: null });
}

/** 注销. The number is spent and the certificate goes on to say 已注销. */
export const cancelRegistration = (registration: ContractRegistration, reason: string, now: Date): Changed<never> =>
  step(registration, 'cancel', now, { closingReason: reason });

export type Holder = 'registrationOffice' | 'seller' | 'reviewer' | 'nobody';

/** Who has to act now. */
export function holderOf(registration: ContractRegistration): Holder {
  if (cancellationDue(registration)) return 'registrationOffice';
  switch (registration.state) {
    case 'filed':
    case 'accepted':
      return 'registrationOffice';
    case 'supplementRequested':
      return 'seller';
    case 'secondReview':
      return 'reviewer';
    case 'returned':
    case 'registered':
    case 'refused':
    case 'cancelled':
      return 'nobody';
  }
}
