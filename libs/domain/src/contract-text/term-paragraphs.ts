import {
  licenceManner,
  type ContractRight,
  type LicenceManner,
  type PaymentManner,
  type PaymentTerms,
  type RightKind,
  type RoyaltyBase,
  type RoyaltyClause,
  type SettlementPeriod,
} from '../contract/contract-terms.js';
import type { Contract } from '../contract/contract.js';
import { formatYuan } from '../money/money.js';
import { blank, filled, line, type Article, type Paragraph } from './text-model.js';

const rightNames: Readonly<Record<RightKind, string>> = {
  technicalSecret: '技术秘密',
  inventionPatent: '发明专利',
  utilityModelPatent: '实用新型专利',
  designPatent: '外观设计专利',
  softwareCopyright: '计算机软件著作权',
  newVariety: '动、植物新品种',
  layoutDesign: '集成电路布图设计专有权',
  newBiomedicine: '生物、医药新品种',
};

/** 民法典 art. 845 para. 3: of a patent its name, holder, day of filing, number and term. */
export function rightParagraphs({ rights }: Contract): Paragraph[] {
  if (rights.length === 0) return [[blank('权利的名称、权利人、申请日、编号和有效期限')]];
  return rights.map((right, index) => [
    { kind: 'text', text: `${index + 1}．${rightNames[right.kind]}：${right.title}；编号 ` },
    ...(right.kind === 'technicalSecret'
      ? [{ kind: 'text' as const, text: right.number ?? '无' }]
      : [filled(right.number, '专利号、登记号或者品种权号')]),
    { kind: 'text', text: '；权利人 ' },
    filled(right.holder, '权利人'),
    ...termRuns(right),
  ]);
}

function termRuns(right: ContractRight): Paragraph {
  if (right.kind === 'technicalSecret') return [{ kind: 'text', text: '。' }];
  return [
    { kind: 'text', text: '；申请日 ' },
    filled(right.filedOn, '申请日'),
    { kind: 'text', text: '；有效期至 ' },
    filled(right.expiresOn, '有效期限'),
    { kind: 'text', text: '。' },
  ];
}

const mannerTexts: Readonly<Record<LicenceManner, string>> = {
  exclusive: '独占实施许可：在约定的范围内，只有被许可人可以实施，许可人自己也不实施',
  sole: '排他实施许可：在约定的范围内，除被许可人外只有许可人自己可以实施',
  ordinary: '普通实施许可：许可人可以自己实施，也可以再许可他人实施',
};

/** What a licence or a transfer says of the right itself. */
export function licenceArticles(contract: Contract): Article[] {
  if (contract.type === 'transfer') return [{ heading: '权利的移交', paragraphs: transferParagraphs(contract) }];
  if (contract.type !== 'licence') return [];
  const { licence } = contract;
  return [
    {
      heading: '许可的方式、范围和期限',
      paragraphs: [
        line(`${mannerTexts[licenceManner(contract)]}。`),
        [{ kind: 'text', text: '实施的地域：' }, filled(licence?.territory ?? null, '实施的地域和方式'), stop],
        [{ kind: 'text', text: '许可的期限至 ' }, filled(licence?.until ?? null, '许可期限的最后一日'), stop],
        line('许可的期限不超过所许可权利的有效期限。'),
        line(
          licence?.sublicensable === true
            ? '被许可人可以许可第三人实施。'
            : '未经许可人书面同意，被许可人不得许可第三人实施。',
        ),
      ],
    },
  ];
}

const stop = { kind: 'text', text: '。' } as const;

const transferParagraphs = ({ subType }: Contract): Paragraph[] => [
  [blank('移交的资料、时间和方式')],
  ...(subType === 'patentRight' || subType === 'patentApplicationRight'
    ? [line('权利的转让向国务院专利行政部门办理登记，自登记之日起生效；登记由让与人会同受让人办理。')]
    : []),
];

const paymentNames: Readonly<Record<PaymentManner, string>> = {
  lumpSum: '一次总算、一次总付',
  instalments: '一次总算、分期支付',
  royalty: '提成支付',
  entryFeeAndRoyalty: '提成支付附加预付入门费',
};

export function paymentParagraphs(payment: PaymentTerms | null): Paragraph[] {
  if (payment === null) return [[blank('支付的方式、时间和金额')]];
  return [
    line(`采用${paymentNames[payment.manner]}的方式。`),
    ...payment.instalments.map((part, index): Paragraph => [
      { kind: 'text', text: `第 ${index + 1} 笔：人民币 ${formatYuan(part.amount)} 元，` },
      filled(part.condition ?? part.dueOn, '支付的条件或者日期'),
      ...(part.condition !== null && part.dueOn !== null
        ? [{ kind: 'text' as const, text: `，不迟于 ${part.dueOn}` }]
        : []),
      stop,
    ]),
    ...(payment.royalty === null ? [] : royaltyParagraphs(payment.royalty)),
  ];
}

const baseNames: Readonly<Record<RoyaltyBase, string>> = {
  productPrice: '产品价格',
  addedOutput: '实施后新增的产值',
  profit: '实施后新增的利润',
  sales: '产品销售额',
};

const periodNames: Readonly<Record<SettlementPeriod, string>> = {
  monthly: '每月',
  quarterly: '每季度',
  halfYearly: '每半年',
  yearly: '每年',
};

function royaltyParagraphs({ base, steps, settlement, auditRight, until }: RoyaltyClause): Paragraph[] {
  return [
    line(
      `提成以${baseNames[base]}为基数，${periodNames[settlement]}结算一次${until === null ? '' : `，至 ${until} 止`}。`,
    ),
    ...steps.map(({ from, rateBasisPoints }) =>
      line(
        `${from === 0n ? '自首笔起' : `超过人民币 ${formatYuan(from)} 元的部分`}，比例为 ${percent(rateBasisPoints)}。`,
      ),
    ),
    line(
      auditRight
        ? '收取提成的一方有权查阅有关的会计账目，每次查阅前书面通知对方。'
        : '双方未约定查阅有关会计账目的办法。',
    ),
  ];
}

/** 325 → 3.25%. */
function percent(basisPoints: number): string {
  const fraction = String(basisPoints % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${Math.floor(basisPoints / 100)}${fraction === '' ? '' : `.${fraction}`}%`;
}
