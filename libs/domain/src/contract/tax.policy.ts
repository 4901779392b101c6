import type { LocalDate } from '../calendar/local-date.js';
import type { Fen } from '../money/money.js';
import { rate, type Rate } from '../money/rate.js';
import type { RightKind } from './contract-terms.js';
import type { ContractType } from './contract.js';

export const taxReliefIds = [
  'corporateIncome',
  'valueAdded',
  'agriculturalTraining',
  'stamp',
  'reward',
  'research',
] as const;
/** 企业所得税, 增值税, 农业技术培训增值税, 印花税, 现金奖励个人所得税, 研发费用加计扣除. */
export type TaxReliefId = (typeof taxReliefIds)[number];

export const taxFacts = [
  'writtenContract',
  'registered',
  'registrationNumber',
  'technologyValueVerified',
  'amountsSettled',
  'itemsSplit',
  'eligibleRight',
  'longLicence',
  'notRelated',
  'receipts',
  'ownership',
  'separateAccounts',
  'sameInvoice',
  'taxFiling',
  'publicNotice',
  'withinMonths',
  'trainingInFarming',
] as const;
/** What a relief asks for: some of it the market knows, the rest the taxpayer shows. */
export type TaxFact = (typeof taxFacts)[number];

/** Law as data: one relief in one period. A relief that changed has several. */
export interface TaxRelief {
  readonly id: TaxReliefId;
  readonly title: string;
  readonly types: readonly ContractType[];
  readonly rule: string;
  readonly source: string;
  readonly article: string;
  /** `read`: text read; `secondary`: from a published copy; `unverified`: to be checked before anybody relies on it. */
  readonly evidence: 'read' | 'secondary' | 'unverified';
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
  readonly needs: readonly TaxFact[];
}

const transferOrLicence = ['transfer', 'licence'] as const;

export const taxReliefs: readonly TaxRelief[] = [
  {
    id: 'corporateIncome',
    title: '企业所得税：技术转让所得减免',
    types: transferOrLicence,
    rule: '居民企业一个纳税年度内技术转让所得不超过500万元的部分免征，超过的部分减半征收。所得＝转让收入－转让成本－相关税费；设备等非技术性收入不计入，未单独核算的不得享受。',
    source:
      '《企业所得税法》；《企业所得税法实施条例》；财税〔2010〕111号、财税〔2015〕116号、国家税务总局公告2015年第82号',
    article: '企业所得税法第二十七条第（四）项；实施条例第九十条',
    evidence: 'read',
    effectiveFrom: '2008-01-01',
    effectiveTo: null,
    needs: [
      ...([
        'writtenContract',
        'registered',
        'registrationNumber',
        'technologyValueVerified',
        'amountsSettled',
      ] as const),
      ...([
        'itemsSplit',
        'eligibleRight',
        'longLicence',
        'notRelated',
        'receipts',
        'ownership',
        'separateAccounts',
      ] as const),
    ],
  },
  {
    id: 'valueAdded',
    title: '增值税：技术转让、技术开发及相关咨询、服务免税',
    types: ['development', 'transfer', 'licence', 'consulting', 'service'],
    rule: '技术转让、技术开发和与之相关的技术咨询、技术服务免征增值税；相关咨询、服务须为该项转让或开发而提供，并与其价款开在同一张发票上。须有书面合同、省级科技主管部门认定并备案。',
    source: '财税〔2016〕36号附件3',
    article: '一（二十六）',
    evidence: 'secondary',
    effectiveFrom: '2016-05-01',
    effectiveTo: '2025-12-31',
    needs: [
      'writtenContract',
      'registered',
      'registrationNumber',
      'technologyValueVerified',
      'amountsSettled',
      'itemsSplit',
      'sameInvoice',
      'taxFiling',
    ],
  },
  {
    id: 'valueAdded',
    title: '增值税：技术转让、技术开发（增值税法施行后待核）',
    types: ['development', 'transfer', 'licence', 'consulting', 'service'],
    rule: '《增值税法》第二十四条所列免税项目不含技术转让、技术开发；减免由国务院依第二十五条规定。延续文件未能核对，办理前请向主管税务机关确认。',
    source: '《增值税法》（2026年1月1日起施行）',
    article: '第二十四、二十五条',
    evidence: 'unverified',
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    needs: [
      'writtenContract',
      'registered',
      'registrationNumber',
      'technologyValueVerified',
      'amountsSettled',
      'itemsSplit',
      'sameInvoice',
      'taxFiling',
    ],
  },
  {
    id: 'agriculturalTraining',
    title: '增值税：农业机耕、病虫害防治等相关技术培训免税',
    types: ['service'],
    rule: '农业机耕、排灌、病虫害防治、植物保护、农牧保险以及相关技术培训业务，家禽、牲畜、水生动物的配种和疾病防治免征增值税。',
    source: '《增值税法》（2026年1月1日起施行）',
    article: '第二十四条第一款第（一）项',
    evidence: 'read',
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    needs: ['writtenContract', 'trainingInFarming'],
  },
  {
    id: 'stamp',
    title: '印花税：技术合同及产权转移书据',
    types: ['development', 'transfer', 'licence', 'consulting', 'service'],
    rule: '技术合同按价款、报酬或者使用费的万分之三；专利权、专有技术使用权转让书据按价款的万分之三。同一凭证载有两个以上税目而未分别列明金额的，从高适用税率。',
    source: '《印花税法》',
    article: '第五、九条及《印花税税目税率表》',
    evidence: 'read',
    effectiveFrom: '2022-07-01',
    effectiveTo: null,
    needs: ['writtenContract', 'itemsSplit', 'amountsSettled'],
  },
  {
    id: 'reward',
    title: '个人所得税：职务科技成果现金奖励减按50%计入工资薪金',
    types: ['development', 'transfer', 'licence', 'consulting', 'service'],
    rule: '非营利性研究开发机构和高等学校从职务科技成果转化收入中给予科技人员的现金奖励，减按50%计入当月工资、薪金所得；须在取得转化收入之日起36个月内发放，须有技术合同登记证明并公示。',
    source: '财税〔2018〕58号',
    article: '第一、三、五条',
    evidence: 'secondary',
    effectiveFrom: '2018-07-01',
    effectiveTo: null,
    needs: [
      'registered',
      'registrationNumber',
      'technologyValueVerified',
      'amountsSettled',
      'receipts',
      'withinMonths',
      'publicNotice',
    ],
  },
  {
    id: 'research',
    title: '企业所得税：委托研发费用加计扣除（买方）',
    types: ['development'],
    rule: '委托开发合同须经科技行政主管部门登记；受托方与委托方存在关联关系的，应提供研发项目费用支出明细。',
    source: '财税〔2015〕119号等',
    article: '第二条',
    evidence: 'unverified',
    effectiveFrom: '2016-01-01',
    effectiveTo: null,
    needs: ['writtenContract', 'registered', 'registrationNumber', 'amountsSettled'],
  },
];

/** 财税〔2010〕111号 art. 1: patents, software copyright, layout designs, new varieties, new biomedicine. */
export const eligibleRightKinds: readonly RightKind[] = [
  'inventionPatent',
  'utilityModelPatent',
  'designPatent',
  'softwareCopyright',
  'layoutDesign',
  'newVariety',
  'newBiomedicine',
];

export interface CorporateIncomePolicy {
  readonly exemptUpTo: Fen;
  /** Part of the income above it that is taxed. */
  readonly taxedPart: Rate;
  readonly rate: Rate;
  readonly licenceYears: number;
  readonly source: string;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
}

export const corporateIncomePolicies: readonly CorporateIncomePolicy[] = [
  {
    exemptUpTo: 500_000_000n,
    taxedPart: rate(1n, 2n),
    rate: rate(25n, 100n),
    licenceYears: 5,
    source: '企业所得税法第四条、第二十七条第（四）项；实施条例第九十条；财税〔2015〕116号',
    effectiveFrom: '2008-01-01',
    effectiveTo: null,
  },
];

export interface StampPolicy {
  readonly rate: Rate;
  readonly source: string;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
}

export const stampPolicies: readonly StampPolicy[] = [
  { rate: rate(3n, 10_000n), source: '《印花税税目税率表》', effectiveFrom: '2022-07-01', effectiveTo: null },
];

/** 财税〔2018〕58号: within so many months of the income. */
export const rewardMonths = 36;
