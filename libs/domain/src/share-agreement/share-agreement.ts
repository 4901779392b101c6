import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';

/**
 * What the inventors of a service achievement agreed on their shares (份额约定), signed by every one of them. A change is a
 * new round, which all sign again; an earlier round stays on record.
 */
export interface ShareAgreement {
  readonly id: string;
  readonly achievementId: string;
  readonly organizationId: string;
  /** 1, 2, …: of one achievement. */
  readonly round: number;
  readonly basis: ShareBasis;
  /** Why the round was opened, and on what the shares rest. */
  readonly statement: string;
  readonly inventors: readonly AgreedInventor[];
  readonly confirmations: readonly InventorConfirmation[];
  /** SHA-256 of what is signed: achievement, round, basis and shares. */
  readonly contentHash: string;
  readonly state: ShareAgreementState;
  readonly proposedBy: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly agreedAt: Date | null;
}

export interface AgreedInventor {
  readonly name: string;
  /** Account of the inventor; null for one who has none and signs on paper. */
  readonly personId: string | null;
  /** `chief` 正职领导, `deputy` 领导班子其他成员. */
  readonly leader: Leader;
  /** What he actually contributed; a leader must say it. */
  readonly contribution: string | null;
  readonly shareBasisPoints: number;
}

/** One inventor's own word. Nobody's silence is one. */
export interface InventorConfirmation {
  /** Place in the list of inventors, from 0. */
  readonly position: number;
  readonly answer: 'agreed' | 'declined';
  /** By the inventor's own account, or on paper handed in by the unit. */
  readonly manner: 'account' | 'paper';
  /** The signed paper; null for an account. */
  readonly attachmentId: string | null;
  /** What was signed: a word on other content does not count. */
  readonly contentHash: string;
  readonly reason: string | null;
  readonly byPersonId: string;
  readonly at: Date;
}

export const leaders = ['none', 'chief', 'deputy'] as const;
export type Leader = (typeof leaders)[number];
export const leaderTitles: Readonly<Record<Leader, string>> = {
  none: '',
  chief: '正职领导',
  deputy: '领导班子其他成员',
};

/** `agreed`: each share was agreed; `equalDefault`: nothing was, and the inventors state that they share equally. */
export const shareBases = ['agreed', 'equalDefault'] as const;
export type ShareBasis = (typeof shareBases)[number];

export const shareAgreementTransitions = {
  collecting: { agree: 'agreed', decline: 'declined', supersede: 'superseded', withdraw: 'withdrawn' },
  agreed: { supersede: 'superseded' },
  declined: { supersede: 'superseded' },
  superseded: {},
  withdrawn: {},
} as const satisfies TransitionTable;
export type ShareAgreementState = StateOf<typeof shareAgreementTransitions>;
export type ShareAgreementEvent = EventOf<typeof shareAgreementTransitions>;

/** 国发〔2016〕16号 一（八）: rewards of people in leading posts are made public. The share is where they begin. */
export const leaderDutySource = '国发〔2016〕16号第一条第八项〔依通行理解，待核原文〕';

const whole = 10_000;
export const maxInventors = 50;

/** An inventor as proposed; without a share when the default is stated. */
export type ProposedInventor = Omit<AgreedInventor, 'shareBasisPoints'> & { readonly shareBasisPoints: number | null };

export type ProposalRefusal = Refusal<
  | 'shareAgreement.shareMissing'
  | 'shareAgreement.shareWithDefault'
  | 'shareAgreement.sharesNotWhole'
  | 'shareAgreement.inventorTwice'
  | 'shareAgreement.leaderUnexplained'
>;

/** Shares are exactly 10,000 basis points. Equal parts are reckoned only when the inventors say that this is what holds. */
export function proposeShares(
  basis: ShareBasis,
  proposed: readonly ProposedInventor[],
): Result<readonly AgreedInventor[], ProposalRefusal> {
  if (repeats(proposed.map(({ name }) => name)) || repeats(proposed.flatMap(({ personId }) => personId ?? []))) {
    return refuse('shareAgreement.inventorTwice', {}, '/inventors');
  }
  const silent = proposed.find(({ leader, contribution }) => leader !== 'none' && contribution === null);
  if (silent) {
    const params = { name: silent.name, leader: leaderTitles[silent.leader], source: leaderDutySource };
    return refuse('shareAgreement.leaderUnexplained', params, '/inventors');
  }
  const told = proposed.filter(({ shareBasisPoints }) => shareBasisPoints !== null).length;
  if (basis === 'equalDefault') {
    if (told > 0) return refuse('shareAgreement.shareWithDefault', {}, '/inventors');
    const shares = equalShares(proposed.length);
    return ok(proposed.map((one, index) => ({ ...one, shareBasisPoints: shares[index] ?? 0 })));
  }
  if (told < proposed.length) return refuse('shareAgreement.shareMissing', {}, '/inventors');
  const agreed = proposed.map((one) => ({ ...one, shareBasisPoints: one.shareBasisPoints ?? 0 }));
  const sum = agreed.reduce((total, one) => total + one.shareBasisPoints, 0);
  if (sum !== whole || agreed.some((one) => one.shareBasisPoints <= 0)) {
    return refuse('shareAgreement.sharesNotWhole', { sum: `${sum / 100}` }, '/inventors');
  }
  return ok(agreed);
}

/** 10,000 in `count` parts that differ by one at most; the larger ones first. */
export const equalShares = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => Math.floor(whole / count) + (index < whole % count ? 1 : 0));

export type ConfirmRefusal = Refusal<
  | 'state.notAllowed'
  | 'shareAgreement.notInventor'
  | 'shareAgreement.answered'
  | 'shareAgreement.otherContent'
  | 'shareAgreement.reasonMissing'
>;

/** Takes one inventor's word; with the last agreement the round is agreed, with one refusal it is declined. */
export function confirmShares(
  agreement: ShareAgreement,
  confirmation: InventorConfirmation,
): Result<ShareAgreement, ConfirmRefusal> {
  const event = confirmation.answer === 'declined' ? 'decline' : 'agree';
  const next = transition(shareAgreementTransitions, agreement.state, event);
  if (!next.ok) return next;
  if (!agreement.inventors[confirmation.position]) return refuse('shareAgreement.notInventor');
  if (agreement.confirmations.some(({ position }) => position === confirmation.position)) {
    return refuse('shareAgreement.answered');
  }
  if (confirmation.contentHash !== agreement.contentHash) {
    return refuse('shareAgreement.otherContent', { hash: agreement.contentHash }, '/contentHash');
  }
  if (confirmation.answer === 'declined' && confirmation.reason === null) {
    return refuse('shareAgreement.reasonMissing', {}, '/reason');
  }
  const confirmations = [...agreement.confirmations, confirmation];
  const complete = confirmations.filter(({ answer }) => answer === 'agreed').length === agreement.inventors.length;
  const state = confirmation.answer === 'declined' ? next.value : complete ? next.value : agreement.state;
  return ok({
    ...agreement,
    confirmations,
    state,
    agreedAt: state === 'agreed' ? confirmation.at : null,
    version: agreement.version + 1,
  });
}

/** Inventors who have not answered yet. */
export const silentInventors = ({ inventors, confirmations }: ShareAgreement): readonly AgreedInventor[] =>
  inventors.filter((_, index) => !confirmations.some(({ position }) => position === index));

/** Where a participant stands in a later reward plan against what was agreed. */
export interface ShareDeviation {
  readonly name: string;
  readonly agreedBasisPoints: number;
  readonly plannedBasisPoints: number;
}

interface Planned {
  readonly personId: string | null;
  readonly name: string;
  readonly shareBasisPoints: number;
}

/**
 * Where a reward plan departs from the agreement. People who join for the transfer (转化人员) may take a part; what is left to
 * the inventors is held against the agreed proportions, to the basis point. 促进科技成果转化法 arts. 44–45: what was agreed counts.
 */
export function deviations(agreement: ShareAgreement, planned: readonly Planned[]): readonly ShareDeviation[] {
  const shareOf = (inventor: AgreedInventor): number =>
    planned.find((one) =>
      one.personId !== null && inventor.personId !== null
        ? one.personId === inventor.personId
        : one.name === inventor.name,
    )?.shareBasisPoints ?? 0;
  const left = agreement.inventors.reduce((total, inventor) => total + shareOf(inventor), 0);
  return agreement.inventors.flatMap((inventor) => {
    const expected = (inventor.shareBasisPoints * left) / whole;
    const share = shareOf(inventor);
    const departs = left === 0 || Math.abs(share - expected) >= 1;
    if (!departs) return [];
    return [{ name: inventor.name, agreedBasisPoints: inventor.shareBasisPoints, plannedBasisPoints: share }];
  });
}

const repeats = (texts: readonly string[]): boolean => new Set(texts).size < texts.length;
