import { beijingDate, type LocalDate } from '../calendar/local-date.js';
import { formatYuan, type Fen } from '../money/money.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';
import { deadline, needsSecondReview, ruleSetFor, termFor } from './deadline.js';
import type { ContractType, SettledAmounts } from '../contract/contract.js';
import { isParty, maxTechnologyValue, statesAmounts, type FiledContract } from './filed-contract.js';
import type { Landing } from './landing.js';
import { refusalGrounds, type RefusalGround, type RefusalGroundCode } from './refusal-grounds.policy.js';
import { firstReminder } from './reminder.js';
import { ruleSets, type RuleSet, type RuleSetId, type Term } from './rule-set.policy.js';

/**
 * 技术合同认定登记 of one contract. A returned or refused filing stays as it is; the seller files anew, or objects to the
 * refusal, which may reopen the case. A change (变更登记) leaves a registration in force: it gets a new revision.
 */
export const contractRegistrationTransitions = {
  draft: { file: 'filed', withdraw: 'withdrawn' },
  filed: { accept: 'accepted', return: 'returned', withdraw: 'withdrawn' },
  withdrawn: {},
  returned: {},
  accepted: { examine: 'underReview' },
  underReview: {
    requestSupplement: 'supplementRequested',
    callExperts: 'expertReview',
    register: 'registered',
    referToSecondReview: 'secondReview',
    refuse: 'refused',
  },
  supplementRequested: { supplement: 'accepted', refuse: 'refused' },
  expertReview: { concludeExperts: 'underReview' },
  secondReview: { approve: 'registered', sendBack: 'underReview', refuse: 'refused' },
  registered: { change: 'registered', cancel: 'cancelled' },
  refused: { reopen: 'accepted' },
  cancelled: {},
} as const satisfies TransitionTable;

/** States in which the contract has no open or valid registration: it may be filed anew. */
export const closedStates = ['draft', 'withdrawn', 'returned', 'refused', 'cancelled'] as const;
/** States in which a legal term runs against the office. */
export const runningStates = ['accepted', 'underReview', 'expertReview', 'secondReview'] as const;

export type RegistrationState = StateOf<typeof contractRegistrationTransitions>;
export type RegistrationEvent = EventOf<typeof contractRegistrationTransitions>;

export interface ContractRegistration {
  readonly id: string;
  /** The platform's own number from the first day on, `QY-年份-序号-校验码`; never mistaken for a registration number. */
  readonly provisionalNumber: string;
  /** The side that files: the seller, or the buyer of imported technology. */
  readonly organizationId: string;
  readonly contractId: string;
  readonly contract: FiledContract;
  readonly state: RegistrationState;
  readonly office: string;
  readonly landing: Landing;
  readonly disputed: boolean;
  /** 技术进口合同: the domestic buyer files. */
  readonly technologyImport: boolean;
  /** SHA-256 of the signed text, where the applicant gave it: one text is registered once. */
  readonly contractTextHash: string | null;
  /** Codes that fail their check character, and what showed the office that they are real. */
  readonly codeConfirmations: readonly CodeConfirmation[];
  /** Chosen by the date of acceptance; null before it. */
  readonly ruleSetId: RuleSetId | null;
  /** Restarts on the day a supplement comes in. */
  readonly acceptedOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly dueNote: string | null;
  /** Next day on which the holder is reminded; null when no term runs or nothing is left to say. */
  readonly reminderOn: LocalDate | null;
  /** The officer who examines; null until one has taken the case. */
  readonly examinerId: string | null;
  /** Since when it lies with who holds it now. */
  readonly heldSince: Date;
  readonly supplementRequest: string | null;
  readonly supplements: readonly Supplement[];
  readonly determination: Determination | null;
  readonly reviewedBy: string | null;
  readonly registeredAt: Date | null;
  readonly registrationNumber: string | null;
  /** 1 when first registered, one more with every change; 0 before. */
  readonly revision: number;
  /** The last change (变更登记) of a registration. */
  readonly changedAt: Date | null;
  readonly refusalGrounds: readonly StatedGround[];
  /** Why it was returned, sent back or cancelled. */
  readonly closingReason: string | null;
  /** When the registered or filed contract was ended (解除); null while it stands. */
  readonly contractEndedAt: Date | null;
  /** What the amounts of a royalty contract turned out to be after it was filed; null while nobody knows. */
  readonly settled: SettledAmounts | null;
  /** The change (变更登记) that is being decided. */
  readonly openChange: 'requested' | 'verified' | null;
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

/** A code that fails its check character and is real all the same: the early pilot codes do. */
export interface CodeConfirmation {
  readonly creditCode: string;
  readonly evidence: string;
  readonly confirmedBy: string;
  readonly confirmedAt: string;
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
  const moved = { state: next.value, heldSince: now, updatedAt: now, version: registration.version + 1 };
  return ok({ ...registration, ...change, ...moved });
}

const stopped = { dueOn: null, dueNote: null, reminderOn: null } as const;

/** The applicant files a draft: from now on it lies with the office. */
export const fileDraft = (draft: ContractRegistration, landing: Landing, now: Date): Changed<never> =>
  step(draft, 'file', now, { landing });

/** Before it is accepted the applicant may take it back, without a trace on the contract. */
export const withdraw = (registration: ContractRegistration, now: Date): Changed<never> =>
  step(registration, 'withdraw', now);

/** An officer takes an accepted case under review. One that is there already stays with its officer. */
export function examine(registration: ContractRegistration, examinerId: string, now: Date): Changed<never> {
  return step(registration, 'examine', now, { examinerId });
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
  step(registration, 'return', now, { closingReason: reason, ...stopped });

/** While the seller repairs, no day is due. */
export const requestSupplement = (registration: ContractRegistration, request: string, now: Date): Changed<never> =>
  step(registration, 'requestSupplement', now, { ...stopped, supplementRequest: request, dueNote: '等待补正' });

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
  Pick<ContractRegistration, 'ruleSetId' | 'acceptedOn' | 'dueOn' | 'dueNote' | 'reminderOn'>,
  Refusal<'contractRegistration.noRuleSet'>
> {
  const rules = ruleSetFor(today);
  if (!rules.ok) return rules;
  const term = termFor(rules.value, contract.declaredTechnologyValue, disputed);
  return ok({ ruleSetId: rules.value.id, acceptedOn: today, ...termFrom(today, term) });
}

const termFrom = (startedOn: LocalDate, term: Term): Pick<ContractRegistration, 'dueOn' | 'dueNote' | 'reminderOn'> => {
  const { dueOn, note } = deadline(startedOn, term);
  return { dueOn, dueNote: note, reminderOn: firstReminder(startedOn, dueOn, term) };
};

/**
 * A term that could not be named when its clock started, because a year's holidays were not announced, is named as soon
 * as they are: reckoned anew on every read, and kept with the next change.
 */
export function withDueDay(registration: ContractRegistration): ContractRegistration {
  const { acceptedOn, dueOn } = registration;
  const term = runningTerm(registration);
  if (dueOn !== null || acceptedOn === null || term === null) return registration;
  return { ...registration, ...termFrom(acceptedOn, term) };
}

/** The term that runs against the office now, or null. */
export function runningTerm(registration: ContractRegistration): Term | null {
  const { state, contract, determination, disputed } = registration;
  const rules = ruleSets.find((set) => set.id === registration.ruleSetId);
  if (!rules || !(runningStates as readonly string[]).includes(state)) return null;
  return termFor(rules, determination?.technologyValue ?? contract.declaredTechnologyValue, disputed);
}

/** The contract was ended. Null when that is known, or the case is closed and nothing is left to do. */
export function contractEnded(registration: ContractRegistration, now: Date): ContractRegistration | null {
  const closed = (closedStates as readonly string[]).includes(registration.state);
  if (closed || registration.contractEndedAt !== null) return null;
  return { ...registration, contractEndedAt: now, updatedAt: now, version: registration.version + 1 };
}

/** 解除的合同由原登记机构注销登记 (国科发政字〔2000〕063号 art. 18): the office cancels, nothing does so by itself. */
export const cancellationDue = ({ state, contractEndedAt }: ContractRegistration): boolean =>
  state === 'registered' && contractEndedAt !== null;

/** The parties have settled the amounts. Null when that is known, or the case is closed and nothing is left to do. */
export function amountsSettled(
  registration: ContractRegistration,
  settled: SettledAmounts,
  now: Date,
): ContractRegistration | null {
  const { state, settled: known, version } = registration;
  const same = known?.contractValue === settled.contractValue && known.technologyValue === settled.technologyValue;
  if (same || (closedStates as readonly string[]).includes(state)) return null;
  return { ...registration, settled, heldSince: now, updatedAt: now, version: version + 1 };
}

/** 成交总额、技术交易额未确定的，补充后变更登记 (认定规则 art. 53): the registrant asks for it, nothing does so by itself. */
export const changeDue = ({ state, settled, contract, contractEndedAt }: ContractRegistration): boolean =>
  state === 'registered' &&
  contractEndedAt === null &&
  settled !== null &&
  (contract.amountsOpen || !statesAmounts(contract, settled));

export type DeterminationRefusal =
  'contractRegistration.amountWrong' | 'contractRegistration.reasonMissing' | 'contractRegistration.contractEnded';

/** Experts are called where a second person is needed: by the amount or by a dispute. */
export function callExperts(registration: ContractRegistration, now: Date): Changed<'expertPanel.notDue'> {
  const { ruleSetId, contract, disputed } = registration;
  const rules = ruleSets.find((set) => set.id === ruleSetId);
  const due = rules !== undefined && needsSecondReview(rules, contract.declaredTechnologyValue, disputed);
  return due ? step(registration, 'callExperts', now) : refuse('expertPanel.notDue');
}

export const concludeExperts = (registration: ContractRegistration, now: Date): Changed<never> =>
  step(registration, 'concludeExperts', now);

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
    return step(registration, 'register', now, { determination, registeredAt: now, revision: 1, ...stopped });
  }
  const term = termFor(rules, determination.technologyValue, registration.disputed);
  const named = termFrom(registration.acceptedOn ?? beijingDate(now), term);
  return step(registration, 'referToSecondReview', now, { determination, ...named });
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
    const done = { reviewedBy: reviewer.personId, registeredAt: now, revision: 1, ...stopped };
    return step(registration, 'approve', now, done);
  }
  if ((reason ?? '').trim() === '') return refuse('contractRegistration.reasonMissing', {}, '/reason');
  return step(registration, 'sendBack', now, { determination: null, closingReason: reason });
}

export function refuseRegistration(
  registration: ContractRegistration,
  grounds: readonly StatedGround[],
  now: Date,
): Changed<'contractRegistration.groundRepeated' | 'contractRegistration.evidenceIncomplete'> {
  if (new Set(grounds.map((ground) => ground.code)).size !== grounds.length) {
    return refuse('contractRegistration.groundRepeated', {}, '/grounds');
  }
  for (const [index, { code, evidence }] of grounds.entries()) {
    const ground: RefusalGround | undefined = refusalGrounds.find((candidate) => candidate.code === code);
    if (ground?.evidenceShape !== undefined && !ground.evidenceShape.test(evidence)) {
      return refuse(
        'contractRegistration.evidenceIncomplete',
        { title: ground.title, evidenceNeeded: ground.evidenceNeeded },
        `/grounds/${index}/evidence`,
      );
    }
  }
  return step(registration, 'refuse', now, { refusalGrounds: grounds, ...stopped });
}

/** An objection to the refusal was right: the case is accepted anew, and its clock starts with that decision. */
export function reopen(registration: ContractRegistration, now: Date): Changed<'contractRegistration.noRuleSet'> {
  const clock = startClock(registration, registration.disputed, beijingDate(now));
  if (!clock.ok) return clock;
  return step(registration, 'reopen', now, { ...clock.value, examinerId: null, determination: null, reviewedBy: null });
}

/** What a change (变更登记) makes of a registration in force: the contract as it reads now, its amounts verified again. */
export function changeRegistration(
  registration: ContractRegistration,
  contract: FiledContract,
  determination: Determination,
  reviewedBy: string | null,
  now: Date,
): Changed<DeterminationRefusal> {
  const sound = checkDetermination(contract, determination);
  if (!sound.ok) return sound;
  const { settled } = registration;
  const amountsOpen = contract.amountsOpen && !(settled !== null && statesAmounts(contract, settled));
  const change = { determination, reviewedBy, changedAt: now, revision: registration.revision + 1 };
  return step(registration, 'change', now, { ...change, contract: { ...contract, amountsOpen } });
}

/** 有效, 已变更, 已注销: how a registration stands to the world; null while there is none. */
export function standingOf({ state, changedAt }: ContractRegistration): 'valid' | 'changed' | 'cancelled' | null {
  if (state === 'cancelled') return 'cancelled';
  if (state !== 'registered') return null;
  return changedAt === null ? 'valid' : 'changed';
}

/** 注销. The number is spent and the certificate goes on to say 已注销. */
export const cancelRegistration = (registration: ContractRegistration, reason: string, now: Date): Changed<never> =>
  step(registration, 'cancel', now, { closingReason: reason });
