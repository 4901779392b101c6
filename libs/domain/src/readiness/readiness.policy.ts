import type { FarmStage } from '../achievement/achievement.js';
import type { LocalDate } from '../calendar/local-date.js';

/** What can prove a level. */
export const readinessEvidenceKinds = {
  theory: '原理论文或理论论证',
  concept: '技术概念或应用方案',
  laboratoryReport: '关键功能实验室验证报告',
  prototypeTest: '原理样机、组件或小试测试报告',
  relevantTest: '相关环境（小试基地）验证报告',
  simulatedDemonstration: '模拟环境系统演示报告',
  regionalTrial: '区域试验报告（两个以上试验点）',
  fieldDemonstration: '真实环境系统演示报告',
  demonstrationReport: '示范基地验收或测产报告',
  typeTest: '定型试验、检测或鉴定报告',
  varietyApproval: '品种审定、登记证书或产品许可',
  operationRecord: '运行与评估记录、用户应用证明',
  extensionProof: '推广面积或推广量证明',
} as const;
export type ReadinessEvidenceKind = keyof typeof readinessEvidenceKinds;
export const readinessEvidenceKindCodes = Object.keys(readinessEvidenceKinds) as ReadinessEvidenceKind[];

export interface ReadinessLevelRule {
  readonly level: number;
  readonly title: string;
  /** One evidence of any of these kinds proves the level, when all below are proven. */
  readonly anyOf: readonly ReadinessEvidenceKind[];
  /** Months after which the proof no longer counts unless it, or a higher level, was proven again; null: it stays. */
  readonly provenForMonths: number | null;
}

export interface ReadinessPolicy {
  readonly version: string;
  readonly levels: readonly ReadinessLevelRule[];
  /** Parallel scale for crops and livestock: the levels that each stage covers. */
  readonly farming: readonly { readonly stage: FarmStage; readonly title: string; readonly least: number }[];
  readonly source: string;
  readonly reading: string;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
}

/** Readings of the scale by date. A changed mapping is a further record; what was decided under an older one keeps its version. */
export const readinessPolicies: readonly ReadinessPolicy[] = [
  {
    version: 'readiness-1',
    levels: [
      { level: 1, title: '基本原理被发现和阐述', anyOf: ['theory'], provenForMonths: null },
      { level: 2, title: '形成技术概念或应用方案', anyOf: ['concept'], provenForMonths: null },
      { level: 3, title: '关键功能实验室验证', anyOf: ['laboratoryReport'], provenForMonths: null },
      { level: 4, title: '原理样机、组件实验室验证', anyOf: ['prototypeTest'], provenForMonths: 60 },
      { level: 5, title: '样机在相关环境验证', anyOf: ['relevantTest'], provenForMonths: 60 },
      {
        level: 6,
        title: '模拟环境系统演示',
        anyOf: ['simulatedDemonstration', 'regionalTrial'],
        provenForMonths: 48,
      },
      {
        level: 7,
        title: '真实环境系统演示',
        anyOf: ['fieldDemonstration', 'demonstrationReport'],
        provenForMonths: 36,
      },
      { level: 8, title: '定型试验', anyOf: ['typeTest', 'varietyApproval'], provenForMonths: 36 },
      { level: 9, title: '运行与评估', anyOf: ['operationRecord', 'extensionProof'], provenForMonths: 36 },
    ],
    farming: [
      { stage: 'smallTrial', title: '小试', least: 4 },
      { stage: 'regionalTrial', title: '区域试验', least: 6 },
      { stage: 'demonstration', title: '示范', least: 7 },
      { stage: 'extension', title: '推广', least: 9 },
    ],
    source:
      '九级成熟度的通行表述（转载 blog.sciencenet.cn/blog-3394041-1305065.html）；GB/T 22900-2022《科学技术研究项目评价通则》',
    reading:
      '各级所需证据、有效期限和农业阶段对照为平台自设：标准未规定证据种类与期限。小试对应4至5级，区域试验对应6级，示范对应7至8级，推广对应9级。',
    effectiveFrom: '2020-01-01',
    effectiveTo: null,
  },
];

export function readinessPolicyOn(date: LocalDate): ReadinessPolicy {
  const found = readinessPolicies.find(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom <= date && (effectiveTo === null || date <= effectiveTo),
  );
  const first = readinessPolicies[0];
  if (!first) throw new Error('there is no readiness policy');
  return found ?? first;
}

/** The stage of a crop or livestock technology at a level; null below the small trial. */
export const farmStageAt = ({ farming }: ReadinessPolicy, level: number | null): FarmStage | null =>
  farming.filter(({ least }) => level !== null && level >= least).at(-1)?.stage ?? null;
