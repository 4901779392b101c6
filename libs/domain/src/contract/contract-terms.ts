import type { LocalDate } from '../calendar/local-date.js';
import type { Fen } from '../money/money.js';

/** What a contract says beside its parties and its price: kept whole, as it was signed. */
export interface ContractTerms {
  readonly rights: readonly ContractRight[];
  /** Only of a licence. Silent on the manner means an ordinary licence (技术合同司法解释 art. 25). */
  readonly licence: LicenceTerms | null;
  readonly payment: PaymentTerms | null;
  /** Null: priced in 人民币. */
  readonly currency: CurrencyTerms | null;
  readonly classification: Classification;
  /** 预计新增投入 and 预计新增产值, asked for with a transfer. */
  readonly expectedInvestment: Fen | null;
  readonly expectedOutput: Fen | null;
  readonly foreign: boolean;
  readonly secret: boolean;
  readonly clauses: readonly ContractClause[];
}

/** One intellectual property right that the contract is about. 民法典 art. 845 para. 3 lists what to state of a patent. */
export interface ContractRight {
  readonly kind: RightKind;
  readonly title: string;
  /** Patent number normalised; other rights as on their certificate. */
  readonly number: string | null;
  readonly holder: string | null;
  readonly filedOn: LocalDate | null;
  /** Last day of the right. */
  readonly expiresOn: LocalDate | null;
  readonly state: RightState;
  /** The entry of the market's register (a patent or another right) that it was joined to. */
  readonly patentId: string | null;
  /** Last day this right is licensed; null: as the licence says. */
  readonly licensedUntil: LocalDate | null;
}

export const rightKinds = [
  'technicalSecret',
  'inventionPatent',
  'utilityModelPatent',
  'designPatent',
  'softwareCopyright',
  'newVariety',
  'layoutDesign',
  'newBiomedicine',
] as const;
export type RightKind = (typeof rightKinds)[number];

export const rightStates = ['pending', 'inForce', 'ended', 'invalid'] as const;
/** 申请中, 有效, 已终止或届满, 被宣告无效. */
export type RightState = (typeof rightStates)[number];

export const isPatent = (right: Pick<ContractRight, 'kind'>): boolean => right.kind.endsWith('Patent');

export const licenceManners = ['exclusive', 'sole', 'ordinary'] as const;
/** 独占, 排他, 普通. */
export type LicenceManner = (typeof licenceManners)[number];

export interface LicenceTerms {
  readonly manner: LicenceManner;
  readonly territory: string | null;
  readonly until: LocalDate | null;
  readonly sublicensable: boolean;
}

export const paymentManners = ['lumpSum', 'instalments', 'royalty', 'entryFeeAndRoyalty'] as const;
/** 民法典 art. 846: 一次总付, 分期, 提成, 提成附加入门费. */
export type PaymentManner = (typeof paymentManners)[number];

export interface PaymentTerms {
  readonly manner: PaymentManner;
  /** Fixed parts: all of the price, or the entry fee. */
  readonly instalments: readonly Instalment[];
  readonly royalty: RoyaltyClause | null;
}

export interface Instalment {
  readonly amount: Fen;
  readonly dueOn: LocalDate | null;
  /** What it is paid on: 合同生效, 验收合格 … */
  readonly condition: string | null;
}

export const royaltyBases = ['productPrice', 'addedOutput', 'profit', 'sales'] as const;
/** 产品价格, 新增产值, 利润, 销售额. */
export type RoyaltyBase = (typeof royaltyBases)[number];
export const settlementPeriods = ['monthly', 'quarterly', 'halfYearly', 'yearly'] as const;
export type SettlementPeriod = (typeof settlementPeriods)[number];

export interface RoyaltyClause {
  readonly base: RoyaltyBase;
  /** Ascending; the first starts at 0. One step is a fixed rate, more rise or fall. */
  readonly steps: readonly RoyaltyStep[];
  readonly settlement: SettlementPeriod;
  /** 查阅有关会计账目 (art. 846 para. 3). */
  readonly auditRight: boolean;
  readonly until: LocalDate | null;
}

export interface RoyaltyStep {
  readonly from: Fen;
  readonly rateBasisPoints: number;
}

export interface CurrencyTerms {
  readonly code: string;
  /** In hundredths of the unit. */
  readonly originalAmount: bigint;
  /** 人民币 for one unit, decimal text; never a binary number. */
  readonly rate: string;
  readonly ratedOn: LocalDate;
}

export interface Classification {
  readonly technologyField: string | null;
  readonly planCategory: string | null;
  readonly socioEconomicGoal: string | null;
  readonly industry: string | null;
}

export const clauseKinds = [
  'subject',
  'performance',
  'confidentiality',
  'risk',
  'ownership',
  'improvement',
  'acceptance',
  'payment',
  'breach',
  'disputes',
  'definitions',
  'other',
] as const;
/** 标的, 履行, 保密, 风险, 成果归属与收益, 后续改进, 验收, 支付, 违约, 争议, 名词解释, 其他. */
export type ClauseKind = (typeof clauseKinds)[number];

export interface ContractClause {
  readonly kind: ClauseKind;
  readonly text: string;
}

export const noTerms: ContractTerms = {
  rights: [],
  licence: null,
  payment: null,
  currency: null,
  classification: { technologyField: null, planCategory: null, socioEconomicGoal: null, industry: null },
  expectedInvestment: null,
  expectedOutput: null,
  foreign: false,
  secret: false,
  clauses: [],
};

/** The manner of a licence: silent means ordinary. */
export const licenceManner = (terms: Pick<ContractTerms, 'licence'>): LicenceManner =>
  terms.licence?.manner ?? 'ordinary';

/** A price of which a part is still to be earned: what was filed is supplemented before tax and reward steps. */
export const hasRoyalty = ({ payment }: Pick<ContractTerms, 'payment'>): boolean =>
  payment?.manner === 'royalty' || payment?.manner === 'entryFeeAndRoyalty';
