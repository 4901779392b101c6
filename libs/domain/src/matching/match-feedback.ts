import { declineReasons, type DeclineReason } from './match.js';

/** How often an achievement, or all of a field, was answered so. */
export interface MatchFeedback {
  readonly proposed: number;
  readonly accepted: number;
  readonly introduced: number;
  readonly contracted: number;
  readonly declined: number;
  readonly reasons: readonly ReasonCount[];
}

export interface ReasonCount {
  readonly reason: DeclineReason;
  /** Null when there are some, but too few to be told without telling who it was. */
  readonly count: number | null;
  /** What the author may do about it; null while there are too few to say so. */
  readonly advice: string | null;
}

export interface RawFeedback {
  readonly states: Readonly<Record<string, number>>;
  readonly reasons: Readonly<Partial<Record<DeclineReason, number>>>;
}

/** Counts below it could be traced to single organizations. */
export const leastCount = { ofAchievement: 3, ofField: 5 } as const;

const adviceOf: Readonly<Record<DeclineReason, string | null>> = {
  wrongField: '多家企业认为领域不符：请核对技术领域，在名称和摘要中写明用在什么对象、哪个环节。',
  immature: '多家企业认为还不够成熟：请写明成熟度、试验或示范的规模和地点；可先提供中试或联合试验方案。',
  tooDear: '多家企业认为价格偏高：可提供分期、按效果付费或普通许可，并写明投入产出。',
  ipUnclear: '多家企业认为知识产权不清：请登记专利号、法律状态和权利人，说明可否许可。',
  tooFar: '多家企业认为距离太远：可说明远程服务方式，或委托本地技术经纪机构对接。',
  alreadyHave: '多家企业已有类似技术：请写明与现有做法相比好多少，最好有前后两个数字。',
  descriptionUnclear: '多家企业看不明白：请按「解决什么问题、好多少、有何依据、花多少钱」改写摘要。',
  other: null,
};

export function feedbackOf({ states, reasons }: RawFeedback, least: number): MatchFeedback {
  const count = (state: string): number => states[state] ?? 0;
  return {
    proposed: count('proposed'),
    accepted: count('accepted'),
    introduced: count('introduced'),
    contracted: count('contracted'),
    declined: count('declined'),
    reasons: declineReasons
      .filter((reason) => (reasons[reason] ?? 0) > 0)
      .map((reason) => {
        const told = (reasons[reason] ?? 0) >= least;
        return { reason, count: told ? (reasons[reason] ?? 0) : null, advice: told ? adviceOf[reason] : null };
      }),
  };
}
