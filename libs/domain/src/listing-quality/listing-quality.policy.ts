import type { LocalDate } from '../calendar/local-date.js';

/** What a buyer asks of an offer first: the trouble it ends, by how much, against what, on what proof, and what it pays. */
export const statementFields = ['problem', 'improvement', 'comparedWith', 'evidence', 'economics'] as const;
export type StatementField = (typeof statementFields)[number];

export interface FieldRule {
  readonly title: string;
  readonly weight: number;
  readonly leastCharacters: number;
  /** The field must say a number. */
  readonly withNumber: boolean;
  /** The field must name one of these. */
  readonly naming: readonly string[];
  readonly advice: string;
}

export interface ListingQualityPolicy {
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
  readonly source: string;
  readonly fields: Readonly<Record<StatementField, FieldRule>>;
  /** Words that praise and say nothing: a field with one of them and no number is unclear. */
  readonly empty: readonly string[];
  /** What a field that is written but unclear counts, of its weight, in basis points. */
  readonly unclearBasisPoints: number;
  /** A listing with an unclear field is not published; one that says less is, with what is missing named. */
  readonly unclearBlocks: boolean;
  /** Below it a listing is not published. */
  readonly leastScore: number;
}

/**
 * The market's own rule. Companies that pass on an offer most often say that the benefit over what exists or the commercial
 * route is unclear, and that "new" says nothing without by how much and against what. The weights add up to 100.
 */
export const listingQualityPolicies: readonly ListingQualityPolicy[] = [
  {
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    source: '平台规则：挂牌说明的写法',
    fields: {
      problem: {
        title: '解决什么问题',
        weight: 25,
        leastCharacters: 12,
        withNumber: false,
        naming: [],
        advice: '写明谁在什么环节遇到什么困难，例如：羔羊 35 日龄断奶后腹泻多，死亡率约 12%。',
      },
      improvement: {
        title: '改进多少',
        weight: 20,
        leastCharacters: 6,
        withNumber: true,
        naming: [],
        advice: '用数字写明效果，例如：死亡率降到 4%，日增重提高 15%。',
      },
      comparedWith: {
        title: '与什么相比',
        weight: 15,
        leastCharacters: 4,
        withNumber: false,
        naming: [],
        advice: '写明比较的对象，例如：与现用全乳饲喂相比。',
      },
      evidence: {
        title: '验证材料',
        weight: 20,
        leastCharacters: 6,
        withNumber: false,
        naming: [
          '检测',
          '检验',
          '试验',
          '测试',
          '报告',
          '示范',
          '用户',
          '应用',
          '专利',
          '论文',
          '批次',
          '鉴定',
          '评价',
          '登记',
        ],
        advice: '写明由谁、在哪里、做过什么验证，例如：三个批次第三方检验报告；两家羊场示范。',
      },
      economics: {
        title: '投入与效益',
        weight: 20,
        leastCharacters: 6,
        withNumber: true,
        naming: ['元', '成本', '节约', '节省', '收益', '收入', '回收', '亩', '吨', '头', '只', '年'],
        advice: '写明每单位的投入和收益，例如：每只羔羊增加成本 18 元，少损失 60 元。',
      },
    },
    empty: [
      '国内领先',
      '国际领先',
      '国际先进',
      '国内先进',
      '填补空白',
      '效果显著',
      '效果明显',
      '大幅',
      '显著提高',
      '性能优越',
      '前景广阔',
    ],
    unclearBasisPoints: 4_000,
    unclearBlocks: true,
    leastScore: 0,
  },
];

export function listingQualityPolicyOn(day: LocalDate): ListingQualityPolicy {
  const found = listingQualityPolicies.find(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo),
  );
  const policy = found ?? listingQualityPolicies[0];
  if (!policy) throw new Error('no listing quality policy');
  return policy;
}
