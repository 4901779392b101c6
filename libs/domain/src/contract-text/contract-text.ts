import { capitals } from '../money/capitals.js';
import { formatYuan, type Fen } from '../money/money.js';
import type { ClauseKind } from '../contract/contract-terms.js';
import type { Contract, ContractType, PartyRole } from '../contract/contract.js';
import { licenceArticles, paymentParagraphs, rightParagraphs } from './term-paragraphs.js';
import { blank, line, type Article, type ContractText, type Paragraph } from './text-model.js';

/** How the sides are called, by type. */
const sides: Readonly<Record<ContractType, Readonly<Record<PartyRole, string>>>> = {
  development: { seller: '研究开发方', buyer: '委托方', intermediary: '中介方' },
  transfer: { seller: '让与人', buyer: '受让人', intermediary: '中介方' },
  licence: { seller: '许可人', buyer: '被许可人', intermediary: '中介方' },
  consulting: { seller: '受托人', buyer: '委托人', intermediary: '中介方' },
  service: { seller: '受托人', buyer: '委托人', intermediary: '中介方' },
};

const typeTitles: Readonly<Record<ContractType, string>> = {
  development: '技术开发合同',
  transfer: '技术转让合同',
  licence: '技术许可合同',
  consulting: '技术咨询合同',
  service: '技术服务合同',
};

const subTypeTitles: Readonly<Record<string, string>> = {
  commissioned: '委托开发',
  cooperative: '合作开发',
  conversion: '科技成果实施转化',
  patentRight: '专利权转让',
  patentApplicationRight: '专利申请权转让',
  technicalSecret: '技术秘密',
  layoutDesign: '集成电路布图设计',
  plantVariety: '植物新品种',
  softwareCopyright: '计算机软件著作权',
  patent: '专利实施许可',
  feasibilityStudy: '可行性论证',
  technologyForecast: '技术预测',
  specialSurvey: '专题技术调查',
  analysisReport: '分析评价报告',
  general: '一般技术服务',
  training: '技术培训',
  intermediation: '技术中介',
};

/** One clause that the parties write: its heading, and what is to be filled in when they have not. */
interface ClauseHeading {
  readonly kind: ClauseKind;
  readonly heading: string;
  readonly asks: string;
}

/** 民法典 art. 845 para. 1: what a technology contract generally says. In our own words; no model contract is copied. */
const essential: readonly ClauseHeading[] = [
  { kind: 'subject', heading: '标的的内容、范围和要求', asks: '标的的内容、范围和技术要求' },
  { kind: 'performance', heading: '履行的计划、地点和方式', asks: '履行的计划、进度、地点和方式' },
  { kind: 'confidentiality', heading: '技术信息和资料的保密', asks: '保密的内容、人员范围和期限' },
  { kind: 'ownership', heading: '技术成果的归属和收益的分配', asks: '成果归谁所有，收益怎样分配' },
  { kind: 'acceptance', heading: '验收的标准和方法', asks: '验收的标准、方法和期限' },
];

const byType: Readonly<Record<ContractType, readonly ClauseHeading[]>> = {
  development: [{ kind: 'risk', heading: '风险责任的承担', asks: '出现无法克服的技术困难时，损失由谁承担' }],
  transfer: [{ kind: 'improvement', heading: '后续改进', asks: '后续改进的成果归谁，怎样分享' }],
  licence: [{ kind: 'improvement', heading: '后续改进', asks: '后续改进的成果归谁，怎样分享' }],
  consulting: [],
  service: [],
};

const closing: readonly ClauseHeading[] = [
  { kind: 'breach', heading: '违约责任', asks: '违约金或损失赔偿的计算方法' },
  { kind: 'disputes', heading: '争议的解决', asks: '协商不成时，仲裁的机构或起诉的法院' },
  { kind: 'definitions', heading: '名词和术语的解释', asks: '需要解释的名词和术语，没有的写“无”' },
  { kind: 'other', heading: '其他约定', asks: '其他约定，没有的写“无”' },
];

/** The text of a contract from its data: what the parties gave is filled in, what they did not is left blank and marked. */
export function contractText(contract: Contract): ContractText {
  const names = sides[contract.type];
  const clause = ({ kind, heading, asks }: ClauseHeading): Article =>
    article(heading, clauseParagraphs(contract, kind, asks));
  const articles: Article[] = [
    article('项目名称', [line(contract.title)]),
    ...essential.slice(0, 1).map(clause),
    ...(contract.rights.length > 0 || needsRights(contract)
      ? [article('所涉知识产权', rightParagraphs(contract))]
      : []),
    ...licenceArticles(contract),
    ...essential.slice(1).map(clause),
    ...byType[contract.type].map(clause),
    article('价款、报酬或者使用费', amountParagraphs(contract)),
    article('支付方式', [...paymentParagraphs(contract.payment), ...written(contract, 'payment')]),
    article('合同的生效和期限', termParagraphs(contract)),
    ...closing.map(clause),
  ];
  return {
    title: typeTitles[contract.type],
    subtitle: `（${subTypeTitles[contract.subType] ?? contract.subType}）`,
    parties: contract.parties.map((party) => ({
      role: names[party.role],
      name: party.name,
      creditCode: party.creditCode,
      signed: party.signedAt,
    })),
    articles: articles.map((each, index) => ({ ...each, heading: `第${ordinal(index + 1)}条　${each.heading}` })),
  };
}

/** Every place that is still to be filled in, in order. */
export const blanksOf = (text: ContractText): readonly string[] =>
  text.articles.flatMap(({ paragraphs }) =>
    paragraphs.flatMap((runs) => runs.flatMap((run) => (run.kind === 'blank' ? [run.text] : []))),
  );

const article = (heading: string, paragraphs: readonly Paragraph[]): Article => ({ heading, paragraphs });

const needsRights = ({ type, subType }: Contract): boolean =>
  (type === 'transfer' || type === 'licence') && subType !== 'technicalSecret';

const written = (contract: Contract, kind: ClauseKind): Paragraph[] =>
  contract.clauses
    .filter((clause) => clause.kind === kind)
    .flatMap(({ text }) => text.split(/\r?\n/).filter((part) => part.trim() !== ''))
    .map((part) => line(part.trim()));

function clauseParagraphs(contract: Contract, kind: ClauseKind, asks: string): Paragraph[] {
  const given = written(contract, kind);
  return given.length > 0 ? given : [[blank(asks)]];
}

const itemNames = {
  equipment: '设备',
  instrument: '仪器',
  parts: '零部件',
  rawMaterial: '原材料',
  civilWorks: '土建',
  travel: '差旅',
  other: '其他',
} as const;

/** 非技术性款项应当分项计算 (技术合同司法解释 art. 14). */
function amountParagraphs(contract: Contract): Paragraph[] {
  const { currency, nonTechnologyItems } = contract;
  return [
    line(`合同成交总额为${amount(contract.contractValue)}。`),
    ...(currency === null
      ? []
      : [
          line(
            `以 ${currency.code} 计价，原币金额 ${formatYuan(currency.originalAmount)}，按 ${currency.ratedOn} 的汇率 ${currency.rate} 折算。`,
          ),
        ]),
    ...nonTechnologyItems.map(({ kind, amount: fen, withinReasonableCarrier }) =>
      line(
        `其中${itemNames[kind]}费用${amount(fen)}${withinReasonableCarrier ? '，为合理数量的标的物，不从技术交易额中扣除' : '，为非技术性款项，单独计算'}。`,
      ),
    ),
    line(`双方申报的技术交易额为${amount(contract.declaredTechnologyValue)}，以登记机构核定的为准。`),
  ];
}

const amount = (fen: Fen): string => `人民币 ${formatYuan(fen)} 元（大写：${capitals(fen)}）`;

function termParagraphs({ signedOn, effectiveOn, validFrom, validUntil }: Contract): Paragraph[] {
  const effective =
    effectiveOn === null
      ? line('本合同自各方签署之日起生效；依法须经批准的，自批准之日起生效。')
      : line(`本合同于 ${signedOn ?? effectiveOn} 签署，自 ${effectiveOn} 起生效。`);
  const until = validUntil === null ? blank('履行期限的最后一日') : { kind: 'text' as const, text: validUntil };
  const from = validFrom === null ? '自生效之日起' : `自 ${validFrom} 起`;
  return [effective, [{ kind: 'text', text: `履行期限${from}，至 ` }, until, { kind: 'text', text: ' 止。' }]];
}

const digits = '零一二三四五六七八九';

/** 1–99 as articles are numbered. */
function ordinal(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  return `${tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`}${ones === 0 ? '' : digits[ones]}`;
}
