import { minimumNoticeDays } from '../public-notice/notice-period.js';
import type { LocalDate } from '../calendar/local-date.js';
import { isSealed, type Minutes, type Step, type TransferProcedure } from '../transfer-procedure/transfer-procedure.js';

/** What is known of the notices of a case. */
export interface NoticeFact {
  readonly state: string;
  readonly postedOn: LocalDate;
  readonly days: number;
  readonly items: readonly { readonly label: string; readonly value: string }[];
  /** Objections that nobody has answered. */
  readonly openObjections: number;
}

export interface DiligenceFacts {
  readonly procedure: TransferProcedure;
  readonly steps: readonly Step[];
  readonly minutes: readonly Minutes[];
  readonly notices: readonly NoticeFact[];
  readonly materialKinds: readonly string[];
  readonly contract: { readonly state: string; readonly value: bigint } | null;
  /** Why the contract's value is not the decided price. */
  readonly priceDifference: string | null;
  readonly hasAgreement: boolean;
  readonly hasRewardPlan: boolean;
}

export interface DiligenceCondition {
  readonly code: string;
  readonly title: string;
  readonly article: string;
  readonly met: boolean;
  /** What is missing; null when it is met. */
  readonly missing: string | null;
}

const exemption = '国发〔2016〕16号第一条第十项〔依通行理解，待核原文〕；科学技术进步法第九十七条';
const contractual: readonly string[] = ['transfer', 'licence', 'cooperation', 'equityContribution'];

/**
 * What a leader must be able to show who followed the procedure and gained nothing (尽职免责). Whether anybody gained
 * unlawfully is not the platform's to say: that condition is left to those who judge.
 */
export function diligenceConditions(facts: DiligenceFacts): readonly DiligenceCondition[] {
  const { procedure, steps, notices } = facts;
  const condition = (code: string, title: string, article: string, missing: string | null): DiligenceCondition => ({
    code,
    title,
    article,
    met: missing === null,
    missing,
  });
  return [
    condition('procedure', '依次经过规定的环节', `方案三-2；${exemption}`, procedureGap(facts)),
    condition(
      'shares',
      '完成人签署份额约定',
      '促进科技成果转化法第四十四条',
      facts.hasAgreement ? null : '没有全体签署的份额约定',
    ),
    condition('price', '定价方式、价格及依据', '促进科技成果转化法第十八条', priceGap(facts)),
    condition(
      'appraisal',
      '是否进行资产评估已作决定并说明',
      '财政部令第100号第五十六条以下〔依通行理解，待核原文〕',
      appraisalGap(facts),
    ),
    condition('minutes', '论证、决策的会议纪要经全体签署封存', exemption, minutesGap(facts)),
    condition(
      'related',
      '关联关系已说明，相关人员已回避',
      '促进科技成果转化法第十九条；浙江条例第十七条（参照）',
      procedure.relatedParty && procedure.relatedNote === null ? '关联交易没有说明' : null,
    ),
    condition(
      'notice',
      '公示名称与拟交易价格不少于法定日数',
      '促进科技成果转化法第十八条；国发〔2016〕16号第一条第二项〔依通行理解，待核原文〕',
      noticeGap(facts),
    ),
    condition(
      'objections',
      '异议均已答复',
      '国发〔2016〕16号第一条第二项〔依通行理解，待核原文〕',
      notices.some(({ openObjections }) => openObjections > 0) ? '还有未处理的异议' : null,
    ),
    condition('contract', '合同与决策一致', '促进科技成果转化法第十八条', contractGap(facts)),
    condition(
      'reward',
      '奖酬方案',
      '促进科技成果转化法第四十四条、第四十五条',
      facts.hasRewardPlan ? null : '没有关联奖酬方案',
    ),
    condition(
      'steps',
      '每一步均有时间与办理人',
      exemption,
      steps.some((step) => step.event === 'pass' && step.byPersonId === null) ? '有的环节没有办理人' : null,
    ),
  ];
}

const lastOf = (steps: readonly Step[], stage: string) => steps.findLast((step) => step.stage === stage);

function procedureGap({ procedure }: DiligenceFacts): string | null {
  return procedure.state === 'implementation' || procedure.state === 'completed'
    ? null
    : `流程在「${procedure.state}」，尚未走完决策与公示`;
}

function priceGap({ procedure }: DiligenceFacts): string | null {
  if (procedure.way === 'selfImplementation') return null;
  return procedure.pricing === null ? '没有定价' : null;
}

function appraisalGap({ procedure, materialKinds }: DiligenceFacts): string | null {
  if (procedure.way === 'selfImplementation') return null;
  if (procedure.pricing === null) return '没有说明是否评估';
  const filed = materialKinds.includes('appraisalReport') || materialKinds.includes('evaluationReport');
  return procedure.pricing.appraisal === 'appraised' && !filed ? '写明已评估，但没有评估报告' : null;
}

function minutesGap({ steps, minutes }: DiligenceFacts): string | null {
  const open = ['argumentation', 'decision'].filter((stage) => {
    const step = lastOf(steps, stage);
    const written = minutes.find(({ stepId }) => stepId === step?.id) ?? null;
    return !step || !isSealed(written, step.votes);
  });
  return open.length === 0
    ? null
    : `没有封存的纪要：${open.map((stage) => (stage === 'decision' ? '决策' : '论证')).join('、')}`;
}

function noticeGap({ procedure, notices }: DiligenceFacts): string | null {
  const ended = notices.find(({ state }) => state === 'ended');
  if (!ended) return '没有期满的公示';
  const least = minimumNoticeDays(ended.postedOn);
  if (ended.days < least) return `公示 ${ended.days} 日，少于 ${least} 日`;
  const labels = ended.items.map(({ label }) => label);
  const needed = procedure.pricing === null ? ['成果名称'] : ['成果名称', '拟交易价格'];
  const lacking = needed.filter((label) => !labels.includes(label));
  return lacking.length === 0 ? null : `公示缺少：${lacking.join('、')}`;
}

function contractGap({ procedure, contract, priceDifference }: DiligenceFacts): string | null {
  if (!contractual.includes(procedure.way)) return null;
  if (contract?.state !== 'effective') return '没有关联生效的合同';
  const differs = procedure.pricing !== null && contract.value !== procedure.pricing.price;
  return differs && priceDifference === null ? '合同金额与决策价格不一致，没有说明' : null;
}
