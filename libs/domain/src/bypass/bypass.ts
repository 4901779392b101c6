import { epochDay, type LocalDate } from '../calendar/local-date.js';
import type { StateOf, TransitionTable } from '../shared/state-machine.js';

/** 绕开中介人直接订立合同: found by the market from its own records, decided by a person. */
export interface BypassFinding {
  readonly id: string;
  readonly contractId: string;
  readonly introductionId: string;
  readonly mandateId: string;
  readonly agencyOrganizationId: string;
  readonly brokerPersonId: string;
  readonly principalOrganizationId: string;
  readonly counterpartOrganizationId: string;
  readonly introducedOn: LocalDate;
  readonly signedOn: LocalDate;
  readonly tailEndsOn: LocalDate;
  /** The contract is about the very achievement of the introduction. */
  readonly sameAchievement: boolean;
  readonly state: StateOf<typeof bypassFindingTransitions>;
  readonly decidedBy: string | null;
  readonly decisionReason: string | null;
  readonly version: number;
  readonly createdAt: Date;
}

export const bypassFindingTransitions = {
  raised: { uphold: 'upheld', dismiss: 'dismissed' },
  upheld: {},
  dismissed: {},
} as const satisfies TransitionTable;

export const bypassRule = {
  source: '《中华人民共和国民法典》',
  article: '第九百六十五条',
  wording:
    '委托人在接受中介人的服务后，利用中介人提供的交易机会或者媒介服务，绕开中介人直接订立合同的，应当向中介人支付报酬。',
  effectiveFrom: '2021-01-01',
} as const;

export interface BypassFacts {
  readonly introducedOn: LocalDate;
  readonly signedOn: LocalDate;
  readonly tailEndsOn: LocalDate;
  /** Agencies that the contract names, as brokers with a share or as a party in between. */
  readonly namedAgencyIds: readonly string[];
  readonly agencyOrganizationId: string;
}

/** Whether a contract of two introduced sides looks like a bypass: made after the introduction, within the tail, without the agency. */
export const looksBypassed = (facts: BypassFacts): boolean =>
  facts.signedOn >= bypassRule.effectiveFrom &&
  facts.signedOn >= facts.introducedOn &&
  facts.signedOn <= facts.tailEndsOn &&
  !facts.namedAgencyIds.includes(facts.agencyOrganizationId);

export const bypassWords = ({
  introducedOn,
  signedOn,
  tailEndsOn,
  sameAchievement,
}: Pick<BypassFinding, 'introducedOn' | 'signedOn' | 'tailEndsOn' | 'sameAchievement'>): string =>
  `双方于 ${introducedOn} 经引荐认识，${epochDay(signedOn) - epochDay(introducedOn)} 天后（${signedOn}）订立合同，在延续期（至 ${tailEndsOn}）之内，` +
  `合同未载明该经纪人；${sameAchievement ? '合同标的与引荐的成果相同' : '合同标的与引荐的成果不同或者未载明'}。` +
  `是否利用了中介人提供的交易机会，由科技部门听取各方意见后认定。`;
