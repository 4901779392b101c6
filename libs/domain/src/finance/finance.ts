import type { LocalDate } from '../calendar/local-date.js';
import { formatYuan, type Fen } from '../money/money.js';
import type { EventOf, StateOf, TransitionTable } from '../shared/state-machine.js';

/** 知识产权质押, 科技信贷, 投贷联动, 担保, 保险, 风险补偿贷款. The plan (三（四）12) names the measures and no figure of any. */
export const financeKinds = [
  'ipPledge',
  'techCredit',
  'investmentLoan',
  'guarantee',
  'insurance',
  'riskCompensated',
] as const;
export type FinanceKind = (typeof financeKinds)[number];

export const financeSchemeTransitions = {
  draft: { publish: 'published' },
  published: { close: 'closed' },
  closed: { publish: 'published' },
} as const satisfies TransitionTable;
export type FinanceProductState = StateOf<typeof financeSchemeTransitions>;
export type FinanceProductEvent = EventOf<typeof financeSchemeTransitions>;

export const financeNeedTransitions = {
  open: { meet: 'met', withdraw: 'withdrawn' },
  met: {},
  withdrawn: {},
} as const satisfies TransitionTable;
export type FinanceNeedState = StateOf<typeof financeNeedTransitions>;

export const financeApplicationTransitions = {
  submitted: { examine: 'examining', refuse: 'refused', withdraw: 'withdrawn' },
  examining: { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' },
  approved: { disburse: 'disbursed', lapse: 'lapsed', withdraw: 'withdrawn' },
  disbursed: {},
  refused: {},
  withdrawn: {},
  lapsed: {},
} as const satisfies TransitionTable;
export type FinanceApplicationState = StateOf<typeof financeApplicationTransitions>;
export type FinanceApplicationEvent = EventOf<typeof financeApplicationTransitions>;

export const financePackTransitions = {
  granted: { withdraw: 'withdrawn' },
  withdrawn: {},
} as const satisfies TransitionTable;
export type FinancePackState = StateOf<typeof financePackTransitions>;

/** Hard conditions of a product; null: not asked. */
export interface FinanceConditions {
  readonly cityOnly: boolean;
  readonly leastRegisteredContracts: number | null;
  readonly leastTechnologyValueYuan: string | null;
  readonly leastFreePatents: number | null;
  readonly tenantOnly: boolean;
}

export interface FinanceProduct {
  readonly id: string;
  readonly organizationId: string;
  readonly state: FinanceProductState;
  readonly kind: FinanceKind;
  readonly title: string;
  readonly description: string;
  readonly rateText: string;
  readonly min: Fen;
  readonly max: Fen;
  readonly longestMonths: number;
  readonly conditions: FinanceConditions;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
export interface FinanceNeed {
  readonly id: string;
  readonly organizationId: string;
  readonly state: FinanceNeedState;
  readonly amount: Fen;
  readonly months: number;
  /** Kinds that the company would take; empty: any. */
  readonly kinds: readonly FinanceKind[];
  readonly purpose: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
export interface FinanceApplication {
  readonly id: string;
  readonly needId: string;
  readonly productId: string;
  readonly organizationId: string;
  readonly providerOrganizationId: string;
  readonly state: FinanceApplicationState;
  readonly amount: Fen;
  readonly months: number;
  readonly purpose: string;
  readonly findings: readonly Finding[];
  readonly approved: Fen | null;
  readonly disbursed: Fen | null;
  readonly disbursedOn: LocalDate | null;
  readonly decisionReason: string | null;
  readonly decidedBy: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What the market knows of a company, for hard conditions. */
export interface CompanyFacts {
  readonly countyCode: string;
  readonly registeredContracts: number;
  readonly technologyValue: Fen;
  readonly grantedPatents: number;
  readonly freePatents: number;
  readonly tenant: boolean;
}
export interface Finding {
  readonly code: string;
  readonly wording: string;
  readonly met: boolean;
}

const cityPrefix = '6210';

/** Every hard condition of a product with what the market knows; a product fits when all are met. The bank decides, not this. */
export function findingsOf(
  product: FinanceProduct,
  need: Pick<FinanceNeed, 'amount' | 'months' | 'kinds'>,
  facts: CompanyFacts,
): Finding[] {
  const { conditions, min, max } = product;
  const {
    leastRegisteredContracts: contracts,
    leastTechnologyValueYuan: value,
    leastFreePatents: patents,
  } = conditions;
  const yuan = (fen: Fen) => `${formatYuan(fen)} 元`;
  return [
    finding('kind', '产品种类在所求之内', need.kinds.length === 0 || need.kinds.includes(product.kind)),
    finding(
      'amount',
      `金额 ${yuan(min)} 至 ${yuan(max)}，所求 ${yuan(need.amount)}`,
      min <= need.amount && need.amount <= max,
    ),
    finding(
      'months',
      `期限不超过 ${product.longestMonths} 个月，所求 ${need.months} 个月`,
      need.months <= product.longestMonths,
    ),
    ...(conditions.cityOnly ? [finding('city', '企业在庆阳市', facts.countyCode.startsWith(cityPrefix))] : []),
    ...(contracts === null
      ? []
      : [
          finding(
            'contracts',
            `已登记技术合同不少于 ${contracts} 项，现有 ${facts.registeredContracts} 项`,
            facts.registeredContracts >= contracts,
          ),
        ]),
    ...(value === null
      ? []
      : [
          finding(
            'technologyValue',
            `已登记技术交易额不少于 ${value} 元，现有 ${yuan(facts.technologyValue)}`,
            facts.technologyValue >= fenOf(value),
          ),
        ]),
    ...(patents === null
      ? []
      : [
          finding(
            'freePatents',
            `未质押的有效专利不少于 ${patents} 件，现有 ${facts.freePatents} 件（共 ${facts.grantedPatents} 件）`,
            facts.freePatents >= patents,
          ),
        ]),
    ...(conditions.tenantOnly ? [finding('tenant', '企业正在孵化载体在孵', facts.tenant)] : []),
  ];
}

const finding = (code: string, wording: string, met: boolean): Finding => ({ code, wording, met });
/** Text that was checked when it came in: at most two decimals. */
const fenOf = (yuan: string): Fen => {
  const [whole = '0', part = ''] = yuan.split('.');
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'));
};

export const packContents = ['contracts', 'patents', 'awards', 'titles'] as const;
/** 已登记技术合同, 专利及质押状态, 奖补与大赛获奖, 载体称号与在孵. The company chooses. */
export type PackContent = (typeof packContents)[number];

export interface PackFile {
  readonly path: string;
  readonly text: string;
  readonly sizeBytes: string;
  readonly sha256: string;
}
export interface FinancePack {
  readonly id: string;
  readonly applicationId: string;
  readonly organizationId: string;
  readonly providerOrganizationId: string;
  readonly state: FinancePackState;
  readonly files: readonly PackFile[];
  readonly manifest: string;
  readonly signature: string;
  readonly keyId: string;
  readonly consent: string;
  readonly consentedBy: string;
  readonly consentedAt: Date;
  readonly expiresOn: LocalDate;
  readonly withdrawnAt: Date | null;
  readonly version: number;
}

/** What is signed: apart from every other text that the same key signs. */
export const packText = (manifest: string): string => `qingyang-finance-pack\n${manifest}`;

/** The institution may read it: granted, and until the end of its last day. */
export const mayRead = ({ state, expiresOn }: FinancePack, today: LocalDate): boolean =>
  state === 'granted' && today <= expiresOn;
