import { formatYuan, type Fen } from '../money/money.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';
import type { Side } from './milestone.js';

/**
 * Where the money of a milestone stands as both sides tell it (托管台账). A record: the market holds no money and no bank is
 * behind it. `expected` 应托管, `deposited` 已托管, `onHold` 争议冻结, `released` 已放款, `refunded` 已退款.
 */
export const escrowBuckets = ['expected', 'deposited', 'onHold', 'released', 'refunded'] as const;
export type EscrowBucket = (typeof escrowBuckets)[number];
export type EscrowBalances = Readonly<Record<EscrowBucket, Fen>>;

/** The other leg of the opening entry: what the parties agreed on. */
export type EscrowAccount = EscrowBucket | 'agreed';

/** One leg: into an account positive, out of it negative. The legs of a move add up to nothing. */
export interface EscrowPosting {
  readonly account: EscrowAccount;
  readonly amount: Fen;
}

interface Rule {
  readonly from: EscrowBucket;
  readonly to: EscrowBucket;
  /** Who may state it. */
  readonly by: Side | 'either';
  /** The other side must confirm before it counts. */
  readonly confirmed: boolean;
}

/** What can be stated of the money. A hold stands at once: either side may stop what is left, and nobody alone frees it. */
export const escrowRules = {
  deposit: { from: 'expected', to: 'deposited', by: 'buyer', confirmed: true },
  release: { from: 'deposited', to: 'released', by: 'buyer', confirmed: true },
  refund: { from: 'deposited', to: 'refunded', by: 'either', confirmed: true },
  hold: { from: 'deposited', to: 'onHold', by: 'either', confirmed: false },
  resume: { from: 'onHold', to: 'deposited', by: 'either', confirmed: true },
} as const satisfies Readonly<Record<string, Rule>>;
export type EscrowMoveKind = keyof typeof escrowRules;
export const escrowMoveKinds = Object.keys(escrowRules) as EscrowMoveKind[];

export interface EscrowMove {
  readonly id: string;
  readonly milestoneId: string;
  readonly contractId: string;
  readonly kind: EscrowMoveKind;
  readonly state: EscrowMoveState;
  readonly amount: Fen;
  readonly statedBy: Side;
  /** Number of the voucher, where money moved. */
  readonly reference: string | null;
  readonly reason: string;
  readonly decisionReason: string | null;
  readonly statedAt: Date;
  readonly decidedAt: Date | null;
}

export const escrowMoveTransitions = {
  proposed: { confirm: 'confirmed', reject: 'rejected', withdraw: 'withdrawn' },
  confirmed: {},
  rejected: {},
  withdrawn: {},
} as const satisfies TransitionTable;
export type EscrowMoveState = StateOf<typeof escrowMoveTransitions>;
export type EscrowMoveEvent = EventOf<typeof escrowMoveTransitions>;

/** Nothing has moved yet: all of the milestone is expected. */
export const openedEscrow = (agreed: Fen): { balances: EscrowBalances; postings: readonly EscrowPosting[] } => ({
  balances: { expected: agreed, deposited: 0n, onHold: 0n, released: 0n, refunded: 0n },
  postings: [
    { account: 'expected', amount: agreed },
    { account: 'agreed', amount: -agreed },
  ],
});

export type MoveRefusal = Refusal<'escrow.notEnough' | 'escrow.notAccepted' | 'escrow.empty'>;

/** Moves an amount between two buckets; none ever falls below nothing, and no more is released than was accepted. */
export function moveEscrow(
  balances: EscrowBalances,
  kind: EscrowMoveKind,
  amount: Fen,
  accepted: Fen,
): Result<{ balances: EscrowBalances; postings: readonly EscrowPosting[] }, MoveRefusal> {
  const { from, to } = escrowRules[kind];
  if (amount <= 0n) return refuse('escrow.empty', {}, '/amountYuan');
  if (balances[from] < amount) {
    return refuse('escrow.notEnough', { bucket: bucketNames[from], left: formatYuan(balances[from]) }, '/amountYuan');
  }
  if (kind === 'release' && balances.released + amount > accepted) {
    const params = { accepted: formatYuan(accepted), released: formatYuan(balances.released) };
    return refuse('escrow.notAccepted', params, '/amountYuan');
  }
  return ok({
    balances: { ...balances, [from]: balances[from] - amount, [to]: balances[to] + amount },
    postings: [
      { account: to, amount },
      { account: from, amount: -amount },
    ],
  });
}

/** Who may state this, and who may decide over it. */
export const mayState = (kind: EscrowMoveKind, side: Side): boolean => {
  const { by }: Rule = escrowRules[kind];
  return by === 'either' || by === side;
};

export function decideMove(
  move: EscrowMove,
  event: EscrowMoveEvent,
  side: Side,
  decisionReason: string | null,
  now: Date,
): Result<EscrowMove, Refusal<'state.notAllowed' | 'escrow.otherSideDecides' | 'escrow.ownSideWithdraws'>> {
  const next = transition(escrowMoveTransitions, move.state, event);
  if (!next.ok) return next;
  if (event === 'withdraw' && side !== move.statedBy) return refuse('escrow.ownSideWithdraws');
  if (event !== 'withdraw' && side === move.statedBy) return refuse('escrow.otherSideDecides');
  return ok({ ...move, state: next.value, decisionReason, decidedAt: now });
}

/** What the buckets must be by the postings alone. */
export const balancesOf = (postings: readonly EscrowPosting[]): Readonly<Record<EscrowAccount, Fen>> => {
  const totals: Record<EscrowAccount, Fen> = {
    ...{ expected: 0n, deposited: 0n, onHold: 0n, released: 0n, refunded: 0n, agreed: 0n },
  };
  for (const { account, amount } of postings) totals[account] += amount;
  return totals;
};

export const bucketNames = {
  expected: '应托管',
  deposited: '已托管',
  onHold: '争议冻结',
  released: '已放款',
  refunded: '已退款',
} as const satisfies Record<EscrowBucket, string>;
