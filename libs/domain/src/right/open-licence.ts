import { addYears } from '../calendar/period.js';
import type { LocalDate } from '../calendar/local-date.js';
import type { Fen } from '../money/money.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';
import type { RegisteredKind } from './right.js';

export const openLicenceFeeManners = ['lumpSum', 'perYear', 'netSalesRoyalty', 'profitRoyalty', 'free'] as const;
/** 一次总付, 按年支付, 按净销售额提成, 按利润额提成, 免费. */
export type OpenLicenceFeeManner = (typeof openLicenceFeeManners)[number];

export interface OpenLicenceTerms {
  readonly feeManner: OpenLicenceFeeManner;
  /** Of a fixed fee, or an entry fee beside a royalty. */
  readonly fee: Fen | null;
  readonly royaltyBasisPoints: number | null;
  /** How the fee is reckoned and when it is paid. */
  readonly feeBasis: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly territory: readonly string[];
  readonly otherTerms: string | null;
  readonly contact: string;
}

/** An owner's standing offer to everybody (专利开放许可声明). */
export interface OpenLicence extends OpenLicenceTerms {
  readonly id: string;
  readonly patentId: string;
  readonly organizationId: string;
  readonly patentNumber: string;
  readonly patentTitle: string;
  readonly holderName: string;
  readonly state: OpenLicenceState;
  /** 专利权评价报告 of a utility model or design. */
  readonly evaluationReportId: string | null;
  readonly overlayId: string | null;
  readonly draftedBy: string;
  readonly publishedBy: string | null;
  readonly publishedAt: Date | null;
  readonly withdrawnReason: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const openLicenceTransitions = {
  draft: { publish: 'published', discard: 'discarded' },
  published: { withdraw: 'withdrawn', expire: 'ended' },
  withdrawn: {},
  ended: {},
  discarded: {},
} as const satisfies TransitionTable;
export type OpenLicenceState = StateOf<typeof openLicenceTransitions>;
export type OpenLicenceEvent = EventOf<typeof openLicenceTransitions>;

/** Somebody takes the offer: told in writing, paid as announced, licensed (专利法 art. 51 para. 1). */
export interface OpenLicenceUptake {
  readonly id: string;
  readonly openLicenceId: string;
  readonly patentId: string;
  readonly organizationId: string;
  readonly licenseeOrganizationId: string;
  readonly licenseeName: string;
  readonly state: OpenLicenceUptakeState;
  readonly notifiedOn: LocalDate;
  /** Of the fee announced; null while unpaid, or when nothing is paid in advance. */
  readonly paidOn: LocalDate | null;
  readonly paymentEvidenceId: string | null;
  readonly effectiveOn: LocalDate | null;
  readonly until: LocalDate;
  readonly overlayId: string | null;
  readonly notifiedBy: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const openLicenceUptakeTransitions = {
  notified: { license: 'licensed', cancel: 'cancelled' },
  licensed: { contest: 'contested' },
  contested: { settle: 'licensed' },
  cancelled: {},
} as const satisfies TransitionTable;
export type OpenLicenceUptakeState = StateOf<typeof openLicenceUptakeTransitions>;
export type OpenLicenceUptakeEvent = EventOf<typeof openLicenceUptakeTransitions>;

interface OpenLicenceLimit {
  readonly value: bigint;
  readonly source: string;
  readonly article: string;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
}

const limitSource = {
  source: '国家知识产权局关于专利开放许可工作的通知；专利审查指南（2023）',
  article: '开放许可使用费：一般不高于',
  effectiveFrom: '2024-01-20',
  effectiveTo: null,
} as const;

/** Ordinarily not above: 2000万元 fixed, 20 % of net sales, 40 % of profit. Above, another way of licensing fits. */
export const openLicenceLimits: Readonly<
  Record<'fixedFen' | 'netSalesBasisPoints' | 'profitBasisPoints', OpenLicenceLimit>
> = {
  fixedFen: { ...limitSource, value: 2_000_000_000n },
  netSalesBasisPoints: { ...limitSource, value: 2000n },
  profitBasisPoints: { ...limitSource, value: 4000n },
};

/**
 * Words of advertisement and of guarantee (细则 art. 85 para. 2: 不得出现商业性宣传用语; the statement is about the terms
 * of a licence, so it promises no result and is no comparison).
 */
export const barredWords: readonly { readonly words: readonly string[]; readonly why: string }[] = [
  {
    words: [
      '最佳',
      '最优',
      '最先进',
      '最好',
      '顶级',
      '顶尖',
      '第一品牌',
      '全国第一',
      '世界第一',
      '国际领先',
      '国内领先',
      '世界领先',
      '行业领先',
      '遥遥领先',
      '独一无二',
      '填补空白',
      '国家级',
      '王牌',
    ],
    why: '含有最高级或比较性宣传用语',
  },
  {
    words: [
      '畅销',
      '热销',
      '热卖',
      '抢购',
      '优惠',
      '特价',
      '限时',
      '机不可失',
      '欢迎选购',
      '物美价廉',
      '超值',
      '名牌',
      '驰名',
      '口碑',
    ],
    why: '含有促销用语',
  },
  {
    words: [
      '保证',
      '确保',
      '包赚',
      '稳赚',
      '零风险',
      '无风险',
      '必然',
      '百分之百',
      '100%',
      '永久',
      '万能',
      '根治',
      '承诺收益',
      '高回报',
      '暴利',
    ],
    why: '含有对效果或收益的保证性用语',
  },
];

export interface StatementFinding {
  readonly code:
    | 'openLicence.advertising'
    | 'openLicence.evaluationReportMissing'
    | 'openLicence.feeMissing'
    | 'openLicence.feeSuperfluous'
    | 'openLicence.feeTooHigh'
    | 'openLicence.royaltyTooHigh'
    | 'openLicence.feeBasisMissing'
    | 'openLicence.termWrong'
    | 'openLicence.outlastsPatent'
    | 'openLicence.exclusivityClaimed'
    | 'openLicence.restrictsLicensees';
  readonly field: string;
  readonly text: string;
  readonly article: string;
}

const article85 = '专利法实施细则（2023年修订）第八十五条';
const article50 = '专利法第五十条';
const finding = (code: StatementFinding['code'], field: string, text: string, article: string): StatementFinding => ({
  code,
  field,
  text,
  article,
});

/** All that is wrong with the words and numbers of a statement; what bars it beside them is the guard's. */
export function checkStatement(
  terms: OpenLicenceTerms,
  patent: { readonly kind: RegisteredKind; readonly expiresOn: LocalDate | null },
  hasReport: boolean,
): readonly StatementFinding[] {
  return [
    ...wordFindings(terms),
    ...feeFindings(terms),
    ...termFindings(terms, patent.expiresOn),
    ...reportFinding(patent.kind, hasReport),
  ];
}

function wordFindings(terms: OpenLicenceTerms): StatementFinding[] {
  const found: StatementFinding[] = [];
  for (const field of ['feeBasis', 'otherTerms', 'contact'] as const) {
    const text = (terms[field] ?? '').normalize('NFKC').replace(/\s+/gu, '');
    for (const { words, why } of barredWords) {
      const hits = words.filter((word) => text.includes(word));
      if (hits.length > 0)
        found.push(finding('openLicence.advertising', field, `${why}：${hits.join('、')}`, `${article85}第二款`));
    }
    if (/独占|排他|独家/u.test(text)) {
      found.push(
        finding(
          'openLicence.exclusivityClaimed',
          field,
          '开放许可是普通许可，不得给予独占或者排他许可',
          '专利法第五十一条第三款',
        ),
      );
    }
    if (/仅限|只许可|不得许可给|指定(单位|企业|厂家)|须(购买|采购)|不得(改进|质疑|提出无效)/u.test(text)) {
      found.push(
        finding(
          'openLicence.restrictsLicensees',
          field,
          '开放许可面向任何单位或者个人，不得限定对象、搭售或限制改进与质疑',
          '专利法第五十条；民法典第八百五十条',
        ),
      );
    }
  }
  return found;
}

function feeFindings(terms: OpenLicenceTerms): StatementFinding[] {
  const { feeManner, fee, royaltyBasisPoints, feeBasis } = terms;
  const { fixedFen, netSalesBasisPoints, profitBasisPoints } = openLicenceLimits;
  const found: StatementFinding[] = [];
  const royalty = feeManner === 'netSalesRoyalty' || feeManner === 'profitRoyalty';
  if (feeBasis.trim() === '')
    found.push(
      finding('openLicence.feeBasisMissing', 'feeBasis', '应写明使用费的支付方式和标准', `${article85}第一款`),
    );
  if (!royalty && feeManner !== 'free' && fee === null)
    found.push(finding('openLicence.feeMissing', 'fee', '应写明使用费数额', `${article50}第一款`));
  if (royalty && royaltyBasisPoints === null)
    found.push(finding('openLicence.feeMissing', 'royaltyBasisPoints', '应写明提成比例', `${article50}第一款`));
  if ((feeManner === 'free' && fee !== null) || (!royalty && royaltyBasisPoints !== null)) {
    found.push(finding('openLicence.feeSuperfluous', 'fee', '数额与所选支付方式不符', `${article85}第一款`));
  }
  if (fee !== null && fee > fixedFen.value)
    found.push(
      finding('openLicence.feeTooHigh', 'fee', '固定费用一般不高于 2000 万元，更高的宜另行协商许可', fixedFen.source),
    );
  const cap = feeManner === 'profitRoyalty' ? profitBasisPoints : netSalesBasisPoints;
  if (royalty && royaltyBasisPoints !== null && BigInt(royaltyBasisPoints) > cap.value) {
    const percent = Number(cap.value) / 100;
    found.push(finding('openLicence.royaltyTooHigh', 'royaltyBasisPoints', `提成一般不高于 ${percent}%`, cap.source));
  }
  return found;
}

function termFindings({ from, until }: OpenLicenceTerms, expiresOn: LocalDate | null): StatementFinding[] {
  const found: StatementFinding[] = [];
  if (until < from || until > addYears(from, 20))
    found.push(finding('openLicence.termWrong', 'until', '许可期限的起止日期有误', `${article85}第一款`));
  if (expiresOn !== null && until > expiresOn) {
    found.push(
      finding(
        'openLicence.outlastsPatent',
        'until',
        `许可期限不得超过专利权有效期（${expiresOn}）`,
        '民法典第八百六十五条',
      ),
    );
  }
  return found;
}

const reportFinding = (kind: RegisteredKind, hasReport: boolean): StatementFinding[] =>
  !hasReport && (kind === 'utilityModelPatent' || kind === 'designPatent')
    ? [
        finding(
          'openLicence.evaluationReportMissing',
          'evaluationReportId',
          '实用新型、外观设计专利应当提供专利权评价报告',
          `${article50}第一款`,
        ),
      ]
    : [];

export type StepRefusal = Refusal<'state.notAllowed' | 'right.samePerson'>;

/** A second person of the owner publishes what the first drafted. */
export function publishOpenLicence(
  statement: OpenLicence,
  personId: string,
  overlayId: string,
  now: Date,
): Result<OpenLicence, StepRefusal> {
  if (statement.draftedBy === personId) return refuse('right.samePerson');
  const next = transition(openLicenceTransitions, statement.state, 'publish');
  if (!next.ok) return next;
  const published = { publishedBy: personId, publishedAt: now, overlayId };
  return ok({ ...statement, ...published, state: next.value, version: statement.version + 1, updatedAt: now });
}

export function closeOpenLicence(
  statement: OpenLicence,
  event: 'withdraw' | 'expire' | 'discard',
  reason: string | null,
  now: Date,
): Result<OpenLicence, Refusal<'state.notAllowed'>> {
  const next = transition(openLicenceTransitions, statement.state, event);
  if (!next.ok) return next;
  return ok({
    ...statement,
    withdrawnReason: reason,
    state: next.value,
    version: statement.version + 1,
    updatedAt: now,
  });
}

/**
 * The day the licence is had: told in writing and paid as announced (专利法 art. 51 para. 1). What is paid by use, or
 * not at all, is not paid in advance: the notice is enough. Null while a payment is missing.
 */
export function licensedOn(
  { feeManner, fee }: Pick<OpenLicenceTerms, 'feeManner' | 'fee'>,
  notifiedOn: LocalDate,
  paidOn: LocalDate | null,
): LocalDate | null {
  const inAdvance = feeManner === 'lumpSum' || feeManner === 'perYear' || (fee !== null && fee > 0n);
  if (!inAdvance) return notifiedOn;
  if (paidOn === null) return null;
  return paidOn > notifiedOn ? paidOn : notifiedOn;
}

export function advanceUptake(
  uptake: OpenLicenceUptake,
  event: OpenLicenceUptakeEvent,
  change: Partial<OpenLicenceUptake>,
  now: Date,
): Result<OpenLicenceUptake, Refusal<'state.notAllowed'>> {
  const next = transition(openLicenceUptakeTransitions, uptake.state, event);
  return next.ok ? ok({ ...uptake, ...change, state: next.value, version: uptake.version + 1, updatedAt: now }) : next;
}
