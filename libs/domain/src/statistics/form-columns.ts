import { isLocalDate } from '../calendar/local-date.js';
import { contractSubTypes, contractTypes, type ContractType } from '../contract/contract.js';
import { formatYuan, parseYuan, type Fen } from '../money/money.js';
import {
  codeOf,
  goals,
  industries,
  ipKinds,
  partyNatures,
  paymentManners,
  plans,
  technicalFields,
  type FormCodes,
} from './form-codes.policy.js';
import { china } from './place.js';
import type { EntryContent, EntryParty, RegistrationEntry } from './registration-entry.js';

/** A cell as text and back. `null` is an empty cell. */
interface FormColumn<T = unknown> {
  /** Header as the registration form names the field. */
  readonly name: string;
  /** Other headers it is known by. */
  readonly also?: readonly string[];
  readonly write: (entry: RegistrationEntry) => string;
  /** Fills the member of FormRow; undefined is for columns that are shown but not read. */
  readonly member?: keyof FormRow;
  readonly read?: (cell: string) => { readonly value: T } | { readonly expected: string };
  readonly required?: boolean;
}

/** A row of the form as read: flat, by member. An absent column leaves its member out. */
export interface FormRow {
  readonly externalKey: string;
  readonly title: string;
  readonly type: ContractType;
  readonly subType: string | null;
  readonly field: string | null;
  readonly ipKind: string | null;
  readonly plan: string | null;
  readonly goal: string | null;
  readonly industry: string | null;
  readonly payment: string | null;
  readonly foreign: boolean | null;
  readonly sellerName: string;
  readonly sellerCreditCode: string | null;
  readonly sellerNature: string | null;
  readonly sellerCountry: string;
  readonly sellerPlaceCode: string | null;
  readonly buyerName: string;
  readonly buyerCreditCode: string | null;
  readonly buyerNature: string | null;
  readonly buyerCountry: string;
  readonly buyerPlaceCode: string | null;
  readonly contractValue: Fen;
  readonly technologyValue: Fen;
  readonly technologyIncome: Fen;
  readonly relatedParty: boolean;
  readonly signedOn: string | null;
  readonly validUntil: string | null;
  readonly registeredOn: string;
  readonly cancelledOn: string | null;
}

export const contractTypeNames: Readonly<Record<ContractType, string>> = {
  development: '技术开发',
  transfer: '技术转让',
  licence: '技术许可',
  consulting: '技术咨询',
  service: '技术服务',
};

export const subTypeNames: Readonly<Record<string, string>> = {
  commissioned: '委托开发',
  cooperative: '合作开发',
  conversion: '科技成果实施转化',
  patentRight: '专利权',
  patentApplicationRight: '专利申请权',
  technicalSecret: '技术秘密',
  layoutDesign: '集成电路布图设计专有权',
  plantVariety: '植物新品种权',
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

export const sourceNames = { market: '本平台登记', historic: '历史导入' } as const;

const unprintable = /[\p{Cc}\p{Cs}]/u;

const text =
  (max: number) =>
  (cell: string): { value: string } | { expected: string } =>
    [...cell].length <= max && !unprintable.test(cell)
      ? { value: cell }
      : { expected: `至多 ${max} 个字符的文本，不含控制字符` };

/** A code by itself or by its name. */
const code =
  (names: Readonly<Record<string, string>>, expected: string) =>
  (cell: string): { value: string } | { expected: string } => {
    const found = Object.hasOwn(names, cell) ? cell : Object.keys(names).find((key) => names[key] === cell);
    return found === undefined ? { expected } : { value: found };
  };
const ofList =
  (codes: FormCodes, title: string) =>
  (cell: string): { value: string } | { expected: string } => {
    const value = codeOf(codes, cell);
    return value === null ? { expected: `${title}：${Object.values(codes.names).join('、')}` } : { value };
  };
const nameIn = (names: Readonly<Record<string, string>>, key: string | null): string =>
  key === null ? '' : (names[key] ?? key);

const money = (cell: string): { value: Fen } | { expected: string } => {
  const parsed = parseYuan(cell.replaceAll(',', ''));
  return parsed.ok && parsed.value <= 9_000_000_000_000_000n
    ? { value: parsed.value }
    : { expected: '以元为单位的金额，最多两位小数' };
};
const day = (cell: string): { value: string } | { expected: string } => {
  const given = cell
    .replaceAll(/[/.]/g, '-')
    .replace(/^(\d{4})-(\d)-/, '$1-0$2-')
    .replace(/-(\d)$/, '-0$1');
  return isLocalDate(given) && given >= '1990-01-01' && given <= '2199-12-31'
    ? { value: given }
    : { expected: '日期，写作 YYYY-MM-DD' };
};
const flag = (cell: string): { value: boolean } | { expected: string } =>
  cell === '是' || cell === '否' ? { value: cell === '是' } : { expected: '是 或 否' };
const digits = (count: number, expected: string) => (cell: string) =>
  new RegExp(`^\\d{${count}}$`).test(cell) ? { value: cell } : { expected };

const party = (side: 'seller' | 'buyer', title: string): readonly FormColumn[] => [
  {
    name: `${title}名称`,
    member: `${side}Name`,
    write: (entry) => entry[side].name,
    read: text(200),
    required: true,
  },
  {
    name: `${title}统一社会信用代码`,
    also: [`${title}信用代码`, `${title}代码`],
    member: `${side}CreditCode`,
    write: (entry) => entry[side].creditCode ?? '',
    read: text(40),
  },
  {
    name: `${title}性质`,
    member: `${side}Nature`,
    write: (entry) => entry[side].nature ?? '',
    read: ofList(partyNatures, `${title}性质代码`),
  },
  {
    name: `${title}国别`,
    member: `${side}Country`,
    write: (entry) => entry[side].country,
    read: digits(3, '三位海关国别代码，中国为 142'),
  },
  {
    name: `${title}行政区划`,
    also: [`${title}行政区划代码`, `${title}所在地`],
    member: `${side}PlaceCode`,
    write: (entry) => entry[side].placeCode ?? '',
    read: digits(6, '六位行政区划代码（GB/T 2260）'),
  },
];

/** The columns of 《技术合同登记表》, in its order: what an export writes, an import reads. */
export const formColumns: readonly FormColumn[] = [
  {
    name: '登记编号',
    also: ['技术合同登记编号', '合同登记编号', '合同编号'],
    member: 'externalKey',
    write: (entry) => entry.registrationNumber,
    read: (cell) =>
      /^[0-9A-Za-z-]{6,32}$/.test(cell)
        ? { value: cell }
        : { expected: '6 至 32 位数字、字母或连字符；表格中应设为文本，设为数字的长编号会被改写' },
    required: true,
  },
  {
    name: '项目名称',
    also: ['合同名称'],
    member: 'title',
    write: (entry) => entry.title,
    read: text(200),
    required: true,
  },
  {
    name: '合同类别',
    also: ['合同类型'],
    member: 'type',
    write: (entry) => contractTypeNames[entry.type],
    read: code(contractTypeNames, `合同类别：${contractTypes.map((type) => contractTypeNames[type]).join('、')}`),
    required: true,
  },
  {
    name: '合同子类',
    member: 'subType',
    write: (entry) => nameIn(subTypeNames, entry.subType),
    read: code(subTypeNames, `合同子类：${Object.values(subTypeNames).join('、')}`),
  },
  {
    name: '技术领域',
    member: 'field',
    write: (entry) => nameIn(technicalFields.names, entry.field),
    read: ofList(technicalFields, '技术领域'),
  },
  {
    name: '知识产权类型',
    member: 'ipKind',
    write: (entry) => nameIn(ipKinds.names, entry.ipKind),
    read: ofList(ipKinds, '知识产权类型'),
  },
  {
    name: '计划类别',
    member: 'plan',
    write: (entry) => nameIn(plans.names, entry.plan),
    read: ofList(plans, '计划类别'),
  },
  {
    name: '社会经济目标',
    member: 'goal',
    write: (entry) => nameIn(goals.names, entry.goal),
    read: ofList(goals, '社会经济目标'),
  },
  {
    name: '国民经济行业',
    also: ['服务的国民经济行业'],
    member: 'industry',
    write: (entry) => nameIn(industries.names, entry.industry),
    read: ofList(industries, '国民经济行业门类'),
  },
  ...party('seller', '卖方'),
  ...party('buyer', '买方'),
  {
    name: '签订日期',
    member: 'signedOn',
    write: (entry) => entry.signedOn ?? '',
    read: day,
  },
  { name: '有效期限', also: ['有效期至'], member: 'validUntil', write: (entry) => entry.validUntil ?? '', read: day },
  { name: '登记日期', member: 'registeredOn', write: (entry) => entry.registeredOn, read: day, required: true },
  {
    name: '合同成交总额（元）',
    also: ['成交额（元）', '合同成交额（元）'],
    member: 'contractValue',
    write: (entry) => formatYuan(entry.contractValue),
    read: money,
    required: true,
  },
  {
    name: '技术交易额（元）',
    also: ['核定技术交易额（元）'],
    member: 'technologyValue',
    write: (entry) => formatYuan(entry.technologyValue),
    read: money,
    required: true,
  },
  {
    name: '技术性收入（元）',
    member: 'technologyIncome',
    write: (entry) => formatYuan(entry.technologyIncome),
    read: money,
  },
  {
    name: '支付方式',
    member: 'payment',
    write: (entry) => nameIn(paymentManners.names, entry.payment),
    read: ofList(paymentManners, '支付方式'),
  },
  {
    name: '涉外',
    also: ['涉外合同', '是否涉外'],
    member: 'foreign',
    write: (entry) => (entry.foreign === null ? '' : entry.foreign ? '是' : '否'),
    read: flag,
  },
  { name: '关联交易', member: 'relatedParty', write: (entry) => (entry.relatedParty ? '是' : '否'), read: flag },
  { name: '注销日期', member: 'cancelledOn', write: (entry) => entry.cancelledOn ?? '', read: day },
  { name: '登记来源', write: (entry) => sourceNames[entry.source] },
  { name: '适用规则', write: (entry) => entry.ruleSetId },
];

/** Members that must be there for a row to be a registration, with their headers. */
export const requiredForm = formColumns
  .filter((column) => column.required)
  .map(({ name, member }) => ({ name, member }));

const knownSubTypes: Readonly<Record<ContractType, readonly string[]>> = contractSubTypes;

/** A row as the register keeps it: what it does not tell is `before`'s, or unknown. Null names the first missing header. */
export function contentOfRow(
  row: Partial<FormRow>,
  before: EntryContent | null,
): { readonly content: EntryContent } | { readonly missing: string } | { readonly subTypes: string } {
  const old = before ? flat(before) : null;
  const merged: Partial<FormRow> = { ...unknownRow, ...old, ...row };
  for (const member of neverNull) if (merged[member] === null) Object.assign(merged, { [member]: unknownRow[member] });
  const missing = requiredForm.find(({ member }) => member === undefined || merged[member] == null);
  if (missing) return { missing: missing.name };
  const whole = merged as FormRow;
  if (whole.subType !== null && !knownSubTypes[whole.type].includes(whole.subType)) {
    return { subTypes: knownSubTypes[whole.type].map((type) => subTypeNames[type] ?? type).join('、') };
  }
  return { content: contentOf(whole) };
}

const unknownRow: Partial<FormRow> = {
  ...{ subType: null, field: null, ipKind: null, plan: null, goal: null, industry: null, payment: null, foreign: null },
  ...{ sellerCreditCode: null, sellerNature: null, sellerCountry: china, sellerPlaceCode: null },
  ...{ buyerCreditCode: null, buyerNature: null, buyerCountry: china, buyerPlaceCode: null },
  ...{ technologyIncome: 0n, relatedParty: false, signedOn: null, validUntil: null, cancelledOn: null },
};

/** An emptied cell of these means what an absent one means. */
const neverNull = ['sellerCountry', 'buyerCountry', 'technologyIncome', 'relatedParty'] as const;

const flat = ({ registrationNumber, seller, buyer, ...rest }: EntryContent): Partial<FormRow> => ({
  externalKey: registrationNumber,
  title: rest.title,
  type: rest.type,
  subType: rest.subType,
  field: rest.field,
  ipKind: rest.ipKind,
  plan: rest.plan,
  goal: rest.goal,
  industry: rest.industry,
  payment: rest.payment,
  foreign: rest.foreign,
  sellerName: seller.name,
  sellerCreditCode: seller.creditCode,
  sellerNature: seller.nature,
  sellerCountry: seller.country,
  sellerPlaceCode: seller.placeCode,
  buyerName: buyer.name,
  buyerCreditCode: buyer.creditCode,
  buyerNature: buyer.nature,
  buyerCountry: buyer.country,
  buyerPlaceCode: buyer.placeCode,
  contractValue: rest.contractValue,
  technologyValue: rest.technologyValue,
  technologyIncome: rest.technologyIncome,
  relatedParty: rest.relatedParty,
  signedOn: rest.signedOn,
  validUntil: rest.validUntil,
  registeredOn: rest.registeredOn,
  cancelledOn: rest.cancelledOn,
});

const partyOf = (
  name: string,
  creditCode: string | null,
  nature: string | null,
  country: string,
  placeCode: string | null,
): EntryParty => ({ name, creditCode, nature, country, placeCode: country === china ? placeCode : null });

const contentOf = (row: FormRow): EntryContent => ({
  registrationNumber: row.externalKey,
  title: row.title,
  type: row.type,
  subType: row.subType,
  field: row.field,
  ipKind: row.ipKind,
  plan: row.plan,
  goal: row.goal,
  industry: row.industry,
  payment: row.payment,
  foreign: row.foreign,
  seller: partyOf(row.sellerName, row.sellerCreditCode, row.sellerNature, row.sellerCountry, row.sellerPlaceCode),
  buyer: partyOf(row.buyerName, row.buyerCreditCode, row.buyerNature, row.buyerCountry, row.buyerPlaceCode),
  contractValue: row.contractValue,
  technologyValue: row.technologyValue,
  technologyIncome: row.technologyIncome,
  relatedParty: row.relatedParty,
  signedOn: row.signedOn,
  validUntil: row.validUntil,
  registeredOn: row.registeredOn,
  cancelledOn: row.cancelledOn,
});
