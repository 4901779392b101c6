import { cautiousLastDay } from '../calendar/cautious-period.js';
import type { LocalDate } from '../calendar/local-date.js';
import type { Contract } from '../contract/contract.js';
import { formatYuan, type Fen } from '../money/money.js';
import { sum } from '../money/rate.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type StateOf, type TransitionTable } from '../shared/state-machine.js';

export type Side = 'seller' | 'buyer';

/** On which side of a contract an organization stands; null for intermediaries and everybody else. */
export function sideOf(contract: Pick<Contract, 'parties'>, organizationId: string): Side | null {
  const role = contract.parties.find((party) => party.organizationId === organizationId)?.role;
  return role === 'seller' || role === 'buyer' ? role : null;
}

/** What both sides agreed to deliver step by step (里程碑计划): one side writes it, the other agrees to all of it. */
export interface MilestonePlan {
  readonly id: string;
  readonly contractId: string;
  readonly state: MilestonePlanState;
  readonly proposedBy: Side;
  /**
   * 视为验收合格: so many days without an answer count as acceptance. Null: silence says nothing, as the law has it unless
   * agreed (民法典 art. 140).
   */
  readonly silenceDays: number | null;
  readonly withEscrow: boolean;
  readonly reason: string | null;
  readonly createdAt: Date;
  readonly decidedAt: Date | null;
}

export const milestonePlanTransitions = {
  proposed: { agree: 'agreed', decline: 'declined', withdraw: 'withdrawn' },
  agreed: {},
  declined: {},
  withdrawn: {},
} as const satisfies TransitionTable;
export type MilestonePlanState = StateOf<typeof milestonePlanTransitions>;

export interface Milestone {
  readonly id: string;
  readonly planId: string;
  readonly contractId: string;
  readonly position: number;
  readonly title: string;
  readonly deliverable: string;
  readonly dueOn: LocalDate;
  readonly amount: Fen;
  /** Value of what was accepted so far. */
  readonly accepted: Fen;
}

/** Part or all of a milestone, handed over once. What is returned is delivered anew. */
export interface Delivery {
  readonly id: string;
  readonly milestoneId: string;
  readonly contractId: string;
  readonly serial: number;
  readonly state: DeliveryState;
  readonly description: string;
  /** The part of the milestone's amount that this delivery is worth. */
  readonly amount: Fen;
  /** Attachments of the contract that show it. */
  readonly attachmentIds: readonly string[];
  /** Last day for an answer before silence counts; null when it never does. */
  readonly answerBy: LocalDate | null;
  readonly bySilence: boolean;
  readonly reason: string | null;
  readonly submittedAt: Date;
  readonly decidedAt: Date | null;
}

export const deliveryTransitions = {
  submitted: { accept: 'accepted', acceptBySilence: 'accepted', return: 'returned' },
  accepted: {},
  returned: {},
} as const satisfies TransitionTable;
export type DeliveryState = StateOf<typeof deliveryTransitions>;

export const milestoneLimits = {
  perPlan: 50,
  deliveriesPerMilestone: 50,
  silenceDaysAtLeast: 3,
  silenceDaysAtMost: 90,
};

export type PlanRefusal = Refusal<
  'contract.notEffective' | 'milestone.amountsAboveContract' | 'milestone.dueOutsideContract' | 'milestone.empty'
>;

/** The parts are worth no more than the contract, each something, and due while it runs. */
export function checkPlan(
  contract: Pick<Contract, 'state' | 'contractValue' | 'signedOn' | 'validUntil'>,
  milestones: readonly Pick<Milestone, 'amount' | 'dueOn'>[],
): Result<true, PlanRefusal> {
  if (contract.state !== 'effective') return refuse('contract.notEffective', { state: contract.state });
  if (milestones.some(({ amount }) => amount <= 0n)) return refuse('milestone.empty', {}, '/milestones');
  const total = sum(milestones.map(({ amount }) => amount));
  if (total > contract.contractValue) {
    const params = { total: formatYuan(total), value: formatYuan(contract.contractValue) };
    return refuse('milestone.amountsAboveContract', params, '/milestones');
  }
  const outside = milestones.find(
    ({ dueOn }) =>
      (contract.signedOn !== null && dueOn < contract.signedOn) ||
      (contract.validUntil !== null && dueOn > contract.validUntil),
  );
  return outside ? refuse('milestone.dueOutsideContract', { dueOn: outside.dueOn }, '/milestones') : ok(true);
}

/** The other side decides over a plan; its own side may withdraw it. */
export function decidePlan(
  plan: MilestonePlan,
  event: 'agree' | 'decline' | 'withdraw',
  side: Side,
  reason: string | null,
  now: Date,
): Result<MilestonePlan, Refusal<'state.notAllowed' | 'milestone.otherSideDecides' | 'milestone.ownSideWithdraws'>> {
  const next = transition(milestonePlanTransitions, plan.state, event);
  if (!next.ok) return next;
  if (event === 'withdraw' && side !== plan.proposedBy) return refuse('milestone.ownSideWithdraws');
  if (event !== 'withdraw' && side === plan.proposedBy) return refuse('milestone.otherSideDecides');
  return ok({ ...plan, state: next.value, reason, decidedAt: now });
}

/** What may still be delivered of a milestone: neither accepted nor waiting for an answer. */
export const undelivered = (
  milestone: Pick<Milestone, 'amount' | 'accepted'>,
  deliveries: readonly Pick<Delivery, 'state' | 'amount'>[],
): Fen => milestone.amount - milestone.accepted - sum(deliveries.filter(isWaiting).map(({ amount }) => amount));

const isWaiting = ({ state }: Pick<Delivery, 'state'>): boolean => state === 'submitted';

export function checkDelivery(
  milestone: Pick<Milestone, 'amount' | 'accepted'>,
  earlier: readonly Pick<Delivery, 'state' | 'amount'>[],
  amount: Fen,
): Result<true, Refusal<'milestone.deliveryAboveMilestone' | 'milestone.empty' | 'milestone.tooManyDeliveries'>> {
  if (amount <= 0n) return refuse('milestone.empty', {}, '/amountYuan');
  if (earlier.length >= milestoneLimits.deliveriesPerMilestone) return refuse('milestone.tooManyDeliveries');
  const left = undelivered(milestone, earlier);
  return amount > left
    ? refuse('milestone.deliveryAboveMilestone', { left: formatYuan(left) }, '/amountYuan')
    : ok(true);
}

/** Never earlier than the agreed number of days, and on a working day: silence is read late rather than early. */
export const silenceEnds = (submittedOn: LocalDate, silenceDays: number | null): LocalDate | null =>
  silenceDays === null ? null : cautiousLastDay(submittedOn, silenceDays).day;

export function decideDelivery(
  delivery: Delivery,
  event: 'accept' | 'acceptBySilence' | 'return',
  reason: string | null,
  now: Date,
): Result<Delivery, Refusal<'state.notAllowed'>> {
  const next = transition(deliveryTransitions, delivery.state, event);
  if (!next.ok) return next;
  return ok({ ...delivery, state: next.value, bySilence: event === 'acceptBySilence', reason, decidedAt: now });
}

/** How far a milestone has come, for whoever reads it. */
export type MilestoneProgress = 'open' | 'partlyAccepted' | 'accepted';
export const progressOf = ({ amount, accepted }: Pick<Milestone, 'amount' | 'accepted'>): MilestoneProgress => {
  if (accepted === amount) return 'accepted';
  return accepted > 0n ? 'partlyAccepted' : 'open';
};
