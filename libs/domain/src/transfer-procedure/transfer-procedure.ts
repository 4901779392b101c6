import type { LocalDate } from '../calendar/local-date.js';
import type { Fen } from '../money/money.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';
import { incompatibleStages, type Stage, type StageRule } from './transfer-rule.js';

/** Ways to put an achievement to use: 促进科技成果转化法 art. 16, in its order. */
export const transferWays = [
  'selfImplementation',
  'transfer',
  'licence',
  'cooperation',
  'equityContribution',
  'other',
] as const;
export type TransferWay = (typeof transferWays)[number];
export const transferWayTitles: Readonly<Record<TransferWay, string>> = {
  selfImplementation: '自行投资实施转化',
  transfer: '向他人转让',
  licence: '许可他人使用',
  cooperation: '与他人共同实施转化',
  equityContribution: '作价投资',
  other: '其他协商确定的方式',
};

/** 促进科技成果转化法 art. 18: how a public unit finds the price. */
export const priceMethods = ['negotiated', 'listed', 'auction'] as const;
export type PriceMethod = (typeof priceMethods)[number];
export const priceMethodTitles: Readonly<Record<PriceMethod, string>> = {
  negotiated: '协议定价',
  listed: '技术交易市场挂牌交易',
  auction: '拍卖',
};

/** How the price was found, and whether the asset was appraised: the unit decides, but says so (财政部令第100号). */
export interface Pricing {
  readonly method: PriceMethod;
  readonly price: Fen;
  readonly basis: string;
  readonly appraisal: 'appraised' | 'notAppraised';
  readonly appraisalReason: string;
}

/** One achievement on its way through the seven stages (方案 三-2), by the unit's rule as it stood at the start. */
export interface TransferProcedure {
  readonly id: string;
  readonly organizationId: string;
  readonly achievementId: string;
  readonly title: string;
  readonly ruleId: string;
  readonly stages: readonly StageRule[];
  readonly way: TransferWay;
  readonly summary: string;
  /** Who takes the achievement over, where known. */
  readonly counterpartyId: string | null;
  readonly counterpartyName: string | null;
  /** The counterparty is an inventor, or related to one or to a leader (浙江条例 art. 17: to be said in the notice). */
  readonly relatedParty: boolean;
  readonly relatedNote: string | null;
  readonly pricing: Pricing | null;
  readonly state: TransferProcedureState;
  readonly noticeId: string | null;
  readonly dealId: string | null;
  readonly contractId: string | null;
  readonly rewardPlanId: string | null;
  /** What came of it, or why it ended. */
  readonly outcome: string | null;
  readonly createdBy: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const back = {
  initiation: { returnToInitiation: 'initiation' },
  preliminaryReview: { returnToPreliminaryReview: 'preliminaryReview' },
  evaluation: { returnToEvaluation: 'evaluation' },
  argumentation: { returnToArgumentation: 'argumentation' },
} as const;
const end = { reject: 'rejected', withdraw: 'withdrawn' } as const;

/** No stage is skipped: there is one way forward, and ways back to a named earlier stage. */
export const transferProcedureTransitions = {
  initiation: { pass: 'preliminaryReview', withdraw: 'withdrawn' },
  preliminaryReview: { pass: 'evaluation', ...back.initiation, ...end },
  evaluation: { pass: 'argumentation', ...back.initiation, ...back.preliminaryReview, ...end },
  argumentation: { pass: 'decision', ...back.initiation, ...back.preliminaryReview, ...back.evaluation, ...end },
  decision: {
    pass: 'publicity',
    ...back.initiation,
    ...back.preliminaryReview,
    ...back.evaluation,
    ...back.argumentation,
    ...end,
  },
  publicity: { endNotice: 'implementation', returnToDecision: 'decision', withdraw: 'withdrawn' },
  implementation: { complete: 'completed', returnToDecision: 'decision', abandon: 'abandoned' },
  completed: {},
  rejected: {},
  withdrawn: {},
  abandoned: {},
} as const satisfies TransitionTable;
export type TransferProcedureState = StateOf<typeof transferProcedureTransitions>;
export type TransferProcedureEvent = EventOf<typeof transferProcedureTransitions>;

/** The event that leads back to a stage: `returnToEvaluation`. Whether it exists here is the table's to say. */
export const returnTo = (stage: Stage): TransferProcedureEvent =>
  `returnTo${stage.charAt(0).toUpperCase()}${stage.slice(1)}` as TransferProcedureEvent;

/** One stay of a case in a stage. A case that comes back stays anew, and everything there is done anew. */
export interface Step {
  readonly id: string;
  readonly serial: number;
  readonly stage: Stage;
  readonly enteredAt: Date;
  readonly dueOn: LocalDate | null;
  readonly leftAt: Date | null;
  /** `pass`, `returnTo…`, `reject`, …; null while the case is here. */
  readonly event: string | null;
  readonly reason: string | null;
  readonly byPersonId: string | null;
  readonly votes: readonly Vote[];
}

export const ballots = ['approve', 'object', 'abstain'] as const;
export type Ballot = (typeof ballots)[number];
export const ballotTitles: Readonly<Record<Ballot | 'recused', string>> = {
  approve: '同意',
  object: '不同意',
  abstain: '弃权',
  recused: '回避',
};

export interface Vote {
  readonly personId: string;
  readonly vote: Ballot | 'recused';
  readonly opinion: string;
  readonly at: Date;
}

/** Whether somebody is one of those who act in a stage. */
export const actsIn = (
  rule: StageRule,
  organizationId: string,
  actor: { readonly personId: string; readonly organizationId: string; readonly roles: readonly string[] },
): boolean =>
  rule.personIds.includes(actor.personId) ||
  (actor.organizationId === organizationId && rule.roles.some((role) => actor.roles.includes(role)));

/** A stage, other than this one, in which the person acted and that the same person may not hold. */
export function heldBefore(steps: readonly Step[], stage: Stage, personId: string): Stage | null {
  const against = incompatibleStages.flatMap((pair) => {
    if (!pair.includes(stage)) return [];
    return pair.filter((other) => other !== stage);
  });
  // Only what still counts: a stage that was gone back behind is held anew.
  const current = against.flatMap((other) => steps.findLast((step) => step.stage === other) ?? []);
  const found = current.find((step) =>
    step.votes.some((vote) => vote.personId === personId && vote.vote !== 'recused'),
  );
  return found?.stage ?? null;
}

export interface Tally {
  readonly approve: number;
  readonly object: number;
  readonly abstain: number;
  readonly recused: number;
  /** Who took part, the recused left out. */
  readonly present: number;
  readonly quorumMet: boolean;
  readonly carried: boolean;
}

/** Counts as the unit's rule says. Who recused himself is neither present nor against. */
export function tally(rule: StageRule, votes: readonly Vote[]): Tally {
  const count = (vote: Vote['vote']) => votes.filter((one) => one.vote === vote).length;
  const [approve, object, abstain, recused] = [count('approve'), count('object'), count('abstain'), count('recused')];
  const present = approve + object + abstain;
  const enough =
    rule.majority === 'moreThanHalf'
      ? approve * 2 > present
      : rule.majority === 'twoThirds'
        ? approve * 3 >= present * 2
        : approve === present;
  const quorumMet = present >= rule.quorum;
  return { approve, object, abstain, recused, present, quorumMet, carried: quorumMet && approve > 0 && enough };
}

/** What stands on file for a stage when it is to be left forward. */
export interface StageFile {
  readonly votes: readonly Vote[];
  /** Kinds of material that are attached. */
  readonly materialKinds: readonly string[];
  readonly minutesSealed: boolean;
}

export type PassRefusal = Refusal<
  | 'transferProcedure.documentsMissing'
  | 'transferProcedure.quorumMissing'
  | 'transferProcedure.notCarried'
  | 'transferProcedure.minutesOpen'
  | 'transferProcedure.pricingMissing'
>;

/** May the case leave this stage forward? */
export function checkPass(
  rule: StageRule,
  file: StageFile,
  procedure: Pick<TransferProcedure, 'way' | 'pricing'>,
): Result<Tally, PassRefusal> {
  const missing = rule.documents.filter((kind) => !file.materialKinds.includes(kind));
  if (missing.length > 0) return refuse('transferProcedure.documentsMissing', { missing: missing.join('、') });
  const priced = procedure.pricing !== null || procedure.way === 'selfImplementation';
  if (rule.stage === 'evaluation' && !priced) return refuse('transferProcedure.pricingMissing');
  const counted = tally(rule, file.votes);
  const params = { present: String(counted.present), quorum: String(rule.quorum), approve: String(counted.approve) };
  if (!counted.quorumMet) return refuse('transferProcedure.quorumMissing', params);
  if (!counted.carried) return refuse('transferProcedure.notCarried', params);
  if (rule.minutes && !file.minutesSealed) return refuse('transferProcedure.minutesOpen');
  return ok(counted);
}

export const moveProcedure = (
  procedure: TransferProcedure,
  event: TransferProcedureEvent,
  now: Date,
): Result<TransferProcedure, Refusal<'state.notAllowed'>> => {
  const next = transition(transferProcedureTransitions, procedure.state, event);
  if (!next.ok) return next;
  return ok({ ...procedure, state: next.value, updatedAt: now, version: procedure.version + 1 });
};

/** Written record of a stage (会议纪要): what was voted goes into it, and its hash is what everybody present signs. */
export interface Minutes {
  readonly id: string;
  readonly stepId: string;
  /** A later draft replaces one that nobody has signed yet. */
  readonly serial: number;
  readonly content: MinutesContent;
  readonly contentHash: string;
  readonly draftedBy: string;
  readonly at: Date;
  readonly signatures: readonly { readonly personId: string; readonly contentHash: string; readonly at: Date }[];
}

export interface MinutesContent {
  readonly procedureId: string;
  readonly title: string;
  readonly stage: Stage;
  readonly step: number;
  readonly heldOn: LocalDate;
  readonly place: string;
  readonly text: string;
  readonly votes: readonly {
    readonly personId: string;
    readonly name: string;
    readonly vote: string;
    readonly opinion: string;
  }[];
  readonly tally: Tally;
}

/** Who has to sign: everybody who took part, the recused left out. */
export const signersOf = (votes: readonly Vote[]): readonly string[] =>
  votes.filter(({ vote }) => vote !== 'recused').map(({ personId }) => personId);

/** Sealed when everybody present has signed: from then on nothing of the stage changes. */
export const isSealed = (minutes: Minutes | null, votes: readonly Vote[]): boolean =>
  minutes !== null &&
  signersOf(votes).length > 0 &&
  signersOf(votes).every((personId) =>
    minutes.signatures.some((one) => one.personId === personId && one.contentHash === minutes.contentHash),
  );
