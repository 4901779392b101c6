import type { LocalDate } from '../calendar/local-date.js';

interface ChallengePolicy {
  /** Days between the call and the last moment for commitments, at least. */
  readonly leastCallDays: number;
  /** Hours between the commitment deadline and the end of the reveals, at least and at most. */
  readonly leastRevealHours: number;
  readonly mostRevealHours: number;
  /** Hours before the commitment deadline by which questions end, so that answers reach everybody in time. */
  readonly leastAnswerHours: number;
  /** Sheets that every bid needs. */
  readonly minPanel: number;
  /** Calendar days of the notice of the award (公示). */
  readonly noticeDays: number;
  readonly source: string;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
}

/**
 * An open challenge is no tender that the law prescribes (招标投标法 art. 3 names those): its periods are the market's own
 * rule, published with every call.
 */
const challengePolicies: readonly ChallengePolicy[] = [
  {
    leastCallDays: 10,
    leastRevealHours: 24,
    mostRevealHours: 720,
    leastAnswerHours: 24,
    minPanel: 3,
    noticeDays: 7,
    source: '平台规则：技术难题竞标（揭榜挂帅）',
    effectiveFrom: '2020-01-01',
    effectiveTo: null,
  },
];

export function challengePolicyOn(on: LocalDate): ChallengePolicy {
  const inForce = challengePolicies.find(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom <= on && (effectiveTo === null || on <= effectiveTo),
  );
  return inForce ?? challengePolicies[0]!;
}

export const ownerships = ['bidder', 'caller', 'joint'] as const;
/** Whose the results are: 揭榜方、征集方、共有. */
export type Ownership = (typeof ownerships)[number];

export const licencesBack = ['callerFree', 'callerPaid', 'none'] as const;
/** What the caller may do with results that are not its own: 免费实施、有偿实施、不作约定. */
export type LicenceBack = (typeof licencesBack)[number];

export const secretUses = ['both', 'callerOnly', 'bidderOnly'] as const;
/** Who may use and hand on technical secrets. */
export type SecretUse = (typeof secretUses)[number];

/** What the law says where the parties say nothing: shown beside the terms, so that everybody sees what is agreed otherwise. */
export const statutoryDefaults = [
  {
    subject: '委托开发完成的发明创造',
    rule: '除法律另有规定或者当事人另有约定外，申请专利的权利属于研究开发人；研究开发人取得专利权的，委托人可以依法实施该专利；研究开发人转让专利申请权的，委托人享有以同等条件优先受让的权利。',
    article: '民法典第八百五十九条',
    effectiveFrom: '2021-01-01',
  },
  {
    subject: '合作开发完成的发明创造',
    rule: '申请专利的权利属于合作开发的当事人共有；当事人一方转让其共有的专利申请权的，其他各方享有以同等条件优先受让的权利。当事人另有约定的除外。',
    article: '民法典第八百六十条',
    effectiveFrom: '2021-01-01',
  },
  {
    subject: '技术秘密成果',
    rule: '使用权、转让权以及收益的分配办法由当事人约定；没有约定的，在没有相同技术方案被授予专利权前，当事人均有使用和转让的权利。',
    article: '民法典第八百六十一条',
    effectiveFrom: '2021-01-01',
  },
] as const satisfies readonly {
  readonly subject: string;
  readonly rule: string;
  readonly article: string;
  readonly effectiveFrom: LocalDate;
}[];
