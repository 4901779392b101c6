import type { LocalDate } from '../calendar/local-date.js';
import { partyNatures } from './party-natures.policy.js';

/**
 * The code lists of the 技术合同登记表. The national form is revised with every approval of the statistics, so each list is
 * dated; `evidence` says how surely its text is known, and nothing that was not read may be printed as the official form.
 */
export interface CodeList {
  readonly id: CodeListId;
  readonly title: string;
  readonly source: string;
  /** `read`: text read; `secondary`: from a published copy; `unread`: general knowledge, to be checked against the form. */
  readonly evidence: 'read' | 'secondary' | 'unread';
  /** True when only the common codes are listed, and others of the standard are taken too. */
  readonly open: boolean;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
  readonly codes: readonly Code[];
}

export interface Code {
  readonly code: string;
  readonly name: string;
}

export const codeListIds = [
  'partyNature',
  'country',
  'technologyField',
  'rightKind',
  'planCategory',
  'socioEconomicGoal',
  'industry',
  'paymentManner',
  'currency',
] as const;
export type CodeListId = (typeof codeListIds)[number];

const codes = (text: string): readonly Code[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [code = '', ...name] = line.trim().split(' ');
      return { code, name: name.join(' ') };
    });

const inForce = { effectiveFrom: '2021-01-01', effectiveTo: null } as const;
const form = '全国技术合同登记表（国科发火统计报表制度）通行口径，正式代码附件未能读到';

export const codeLists: readonly CodeList[] = [
  {
    ...inForce,
    id: 'partyNature',
    title: '买方、卖方性质',
    source: '《技术合同登记表》填写说明（转载），330、500、600 按同一规律补列',
    evidence: 'secondary',
    open: false,
    codes: Object.entries(partyNatures)
      .map(([code, name]) => ({ code, name }))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
  },
  {
    ...inForce,
    id: 'country',
    title: '国别（地区）',
    source: '中国海关国别（地区）代码表，仅列常用代码',
    evidence: 'unread',
    open: true,
    codes: codes(`
      142 中国
      110 中国香港
      121 中国澳门
      143 中国台湾
      112 印度尼西亚
      115 以色列
      116 日本
      122 马来西亚
      124 蒙古
      132 新加坡
      133 韩国
      136 泰国
      141 越南
      145 哈萨克斯坦
      302 丹麦
      303 英国
      304 德国
      305 法国
      307 意大利
      309 荷兰
      331 瑞士
      344 俄罗斯
      501 加拿大
      502 美国
      601 澳大利亚
      609 新西兰`),
  },
  {
    ...inForce,
    id: 'technologyField',
    title: '技术领域',
    source: form,
    evidence: 'unread',
    open: false,
    codes: codes(`
      01 电子信息
      02 航空航天
      03 先进制造
      04 生物、医药和医疗器械
      05 新材料及其应用
      06 新能源与高效节能
      07 环境保护与资源综合利用
      08 核应用
      09 农业
      10 现代交通
      11 城市建设与社会发展`),
  },
  {
    ...inForce,
    id: 'rightKind',
    title: '知识产权类型',
    source: `${form}（七类）`,
    evidence: 'secondary',
    open: false,
    codes: codes(`
      none 未涉及知识产权
      technicalSecret 技术秘密
      inventionPatent 发明专利
      utilityModelPatent 实用新型专利
      designPatent 外观设计专利
      softwareCopyright 计算机软件著作权
      newVariety 动、植物新品种
      layoutDesign 集成电路布图设计专有权
      newBiomedicine 生物、医药新品种`),
  },
  {
    ...inForce,
    id: 'planCategory',
    title: '计划类别',
    source: form,
    evidence: 'unread',
    open: false,
    codes: codes(`
      11 国家自然科学基金
      12 国家科技重大专项
      13 国家重点研发计划
      14 技术创新引导专项（基金）
      15 基地和人才专项
      20 部门计划
      30 省、自治区、直辖市及计划单列市计划
      40 地市县计划
      90 计划外`),
  },
  {
    ...inForce,
    id: 'socioEconomicGoal',
    title: '社会经济目标',
    source: 'GB/T 24450-2009《社会经济目标分类和代码》',
    evidence: 'unread',
    open: false,
    codes: codes(`
      01 环境保护、生态建设及污染防治
      02 能源生产、分配和合理利用
      03 卫生事业发展
      04 教育事业发展
      05 基础设施以及城市和农村规划
      06 基础社会发展和社会服务
      07 地球和大气层的探索与利用
      08 民用空间探测及开发
      09 农林牧渔业发展
      10 工商业发展
      11 非定向研究
      12 其他民用目标
      13 国防`),
  },
  {
    ...inForce,
    id: 'industry',
    title: '服务的国民经济行业（门类）',
    source: 'GB/T 4754-2017《国民经济行业分类》',
    evidence: 'unread',
    open: false,
    codes: codes(`
      A 农、林、牧、渔业
      B 采矿业
      C 制造业
      D 电力、热力、燃气及水生产和供应业
      E 建筑业
      F 批发和零售业
      G 交通运输、仓储和邮政业
      H 住宿和餐饮业
      I 信息传输、软件和信息技术服务业
      J 金融业
      K 房地产业
      L 租赁和商务服务业
      M 科学研究和技术服务业
      N 水利、环境和公共设施管理业
      O 居民服务、修理和其他服务业
      P 教育
      Q 卫生和社会工作
      R 文化、体育和娱乐业
      S 公共管理、社会保障和社会组织
      T 国际组织`),
  },
  {
    ...inForce,
    id: 'paymentManner',
    title: '支付方式',
    source: '《民法典》第八百四十六条',
    evidence: 'read',
    open: false,
    codes: codes(`
      lumpSum 一次总算、一次总付
      instalments 一次总算、分期支付
      royalty 提成支付
      entryFeeAndRoyalty 提成支付附加预付入门费`),
  },
  {
    ...inForce,
    id: 'currency',
    title: '币种',
    source: 'GB/T 12406-2022（ISO 4217），仅列有汇率中间价的常用币种',
    evidence: 'unread',
    open: false,
    codes: codes(`
      CNY 人民币
      USD 美元
      EUR 欧元
      JPY 日元
      HKD 港元
      GBP 英镑
      AUD 澳大利亚元
      CAD 加拿大元
      CHF 瑞士法郎
      SGD 新加坡元
      KRW 韩元
      RUB 俄罗斯卢布`),
  },
];

/** The list as it stood on a day; earlier than the first edition, the first. */
export function codeListOn(id: CodeListId, on: LocalDate): CodeList {
  const editions = codeLists.filter((list) => list.id === id);
  const found = editions.find(
    (list) => list.effectiveFrom <= on && (list.effectiveTo === null || on <= list.effectiveTo),
  );
  const list = found ?? editions[0];
  if (!list) throw new Error(`no code list ${id}`);
  return list;
}

export const hasCode = (list: CodeList, code: string): boolean =>
  list.open || list.codes.some((each) => each.code === code);

/** Name of a code for a reader; the code itself when the list does not name it. */
export const codeName = (id: CodeListId, code: string, on: LocalDate): string =>
  codeListOn(id, on).codes.find((each) => each.code === code)?.name ?? code;
