import type { LocalDate } from '../calendar/local-date.js';
import type { Fen } from '../money/money.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import type { EventOf, StateOf, TransitionTable } from '../shared/state-machine.js';

/**
 * The five values of 《关于完善科技成果评价机制的指导意见》 (国办发〔2021〕26号): 科学、技术、经济、社会、文化.
 */
export const evaluationValues = ['science', 'technology', 'economy', 'society', 'culture'] as const;
export type EvaluationValue = (typeof evaluationValues)[number];
export const evaluationValueTitles: Readonly<Record<EvaluationValue, string>> = {
  science: '科学价值',
  technology: '技术价值',
  economy: '经济价值',
  society: '社会价值',
  culture: '文化价值',
};

/** How a value is judged; `notAssessed` says openly that the report did not look at it. */
export const valueGrades = ['outstanding', 'good', 'fair', 'limited', 'notAssessed'] as const;
export type ValueGrade = (typeof valueGrades)[number];

export interface ValueJudgement {
  readonly value: EvaluationValue;
  readonly grade: ValueGrade;
  readonly grounds: string;
}

/** Somebody who took part in the evaluation; `personId` where the market knows the person. */
export interface EvaluationExpert {
  readonly name: string;
  readonly unit: string;
  readonly personId: string | null;
  /** Why an expert of an inventor's name is somebody else. */
  readonly namesakeNote: string | null;
}

/** What was found. It is never changed: a further evaluation supersedes it. */
export interface EvaluationConclusion {
  readonly values: readonly ValueJudgement[];
  /** For everybody: no secret of state or trade (促进科技成果转化法 art. 11). */
  readonly publicSummary: string;
  /** For owner, commissioner and bureau. */
  readonly detail: string;
  readonly readinessLevel: number | null;
  /** Standard or method that was followed. */
  readonly standard: string;
  readonly experts: readonly EvaluationExpert[];
  readonly reportAttachmentId: string;
  readonly reportSha256: string;
  readonly concludedOn: LocalDate;
}

/** A third party's evaluation of an achievement (第三方评价). */
export interface Evaluation {
  readonly id: string;
  readonly achievementId: string;
  /** Owner of the achievement. */
  readonly ownerOrganizationId: string;
  readonly commissionerOrganizationId: string;
  readonly evaluatorOrganizationId: string;
  readonly state: EvaluationState;
  readonly scope: string;
  /** Fixed when commissioned and owed whatever is found: nobody pays for a conclusion. */
  readonly fee: Fen;
  readonly feePayer: string;
  readonly dueOn: LocalDate;
  readonly conclusion: EvaluationConclusion | null;
  /** The evaluation that this one is to supersede. */
  readonly supersedesId: string | null;
  readonly stateReason: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const evaluationTransitions = {
  commissioned: { accept: 'accepted', decline: 'declined', cancel: 'cancelled' },
  accepted: { conclude: 'concluded', cancel: 'cancelled' },
  concluded: { supersede: 'superseded' },
  superseded: {},
  declined: {},
  cancelled: {},
} as const satisfies TransitionTable;
export type EvaluationState = StateOf<typeof evaluationTransitions>;
export type EvaluationEvent = EventOf<typeof evaluationTransitions>;

/** That an organization may evaluate (评价机构资质), as the bureau recorded it. */
export interface EvaluatorQualification {
  readonly id: string;
  readonly organizationId: string;
  readonly certificateNumber: string;
  readonly issuer: string;
  readonly fields: string;
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate;
  readonly revokedOn: LocalDate | null;
}

export const qualifiedOn = ({ validFrom, validUntil, revokedOn }: EvaluatorQualification, day: LocalDate): boolean =>
  validFrom <= day && day <= validUntil && (revokedOn === null || day < revokedOn);

export type ConclusionRefusal = Refusal<
  | 'evaluation.valuesIncomplete'
  | 'evaluation.nothingAssessed'
  | 'evaluation.inventorJudges'
  | 'evaluation.concludedAhead'
>;

/** Each of the five values exactly once, at least one of them judged; nobody judges what he made. */
export function checkConclusion(
  { values, experts, concludedOn }: Pick<EvaluationConclusion, 'values' | 'experts' | 'concludedOn'>,
  inventors: readonly string[],
  today: LocalDate,
): Result<null, ConclusionRefusal> {
  const named = new Set(values.map(({ value }) => value));
  if (values.length !== evaluationValues.length || named.size !== evaluationValues.length) {
    return refuse('evaluation.valuesIncomplete', {}, '/values');
  }
  if (values.every(({ grade }) => grade === 'notAssessed')) return refuse('evaluation.nothingAssessed', {}, '/values');
  const inventor = experts.findIndex(({ name, namesakeNote }) => namesakeNote === null && inventors.includes(name));
  if (inventor >= 0) {
    return refuse('evaluation.inventorJudges', { name: experts[inventor]?.name ?? '' }, `/experts/${inventor}/name`);
  }
  if (concludedOn > today) return refuse('evaluation.concludedAhead', { today }, '/concludedOn');
  return ok(null);
}
