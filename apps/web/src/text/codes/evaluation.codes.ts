import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

type Judgement = Schemas['ValueJudgementView'];

export const evaluationState: Codes<Schemas['EvaluationView']['state']> = {
  commissioned: ['已委托，待评价机构答复', 'Commissioned', 'going'],
  accepted: ['评价中', 'Under way', 'going'],
  concluded: ['已出具结论', 'Concluded', 'good'],
  superseded: ['已被新的评价替代', 'Superseded', 'neutral'],
  declined: ['评价机构已谢绝', 'Declined', 'bad'],
  cancelled: ['已取消', 'Cancelled', 'neutral'],
};

export const evaluatedValue: Codes<Judgement['value']> = {
  science: ['科学价值', 'Scientific value'],
  technology: ['技术价值', 'Technical value'],
  economy: ['经济价值', 'Economic value'],
  society: ['社会价值', 'Social value'],
  culture: ['文化价值', 'Cultural value'],
};

export const valueGrade: Codes<Judgement['grade']> = {
  outstanding: ['突出', 'Outstanding', 'good'],
  good: ['较高', 'Good', 'good'],
  fair: ['一般', 'Fair', 'neutral'],
  limited: ['有限', 'Limited', 'attention'],
  notAssessed: ['未评价', 'Not assessed', 'neutral'],
};

export const claimState: Codes<Schemas['ReadinessClaimView']['state']> = {
  draft: ['草稿', 'Draft', 'neutral'],
  submitted: ['待审定', 'Submitted', 'going'],
  proven: ['已认可', 'Proven', 'good'],
  rejected: ['不予认可', 'Rejected', 'bad'],
  withdrawn: ['已撤回', 'Withdrawn', 'neutral'],
};

export const claimOutcome: Codes<Schemas['DecideReadinessClaimDto']['outcome']> = {
  prove: ['认可', 'Prove'],
  reject: ['不予认可', 'Reject'],
};

export const pilotState: Codes<Schemas['PilotProjectView']['state']> = {
  planned: ['待启动', 'Planned', 'neutral'],
  running: ['进行中', 'Running', 'going'],
  held: ['已暂缓', 'Held', 'attention'],
  stopped: ['已终止', 'Stopped', 'bad'],
  completed: ['已完成', 'Completed', 'good'],
};

export const gateState: Codes<Schemas['PilotGateView']['state']> = {
  pending: ['未提交', 'Not submitted', 'neutral'],
  submitted: ['待评审', 'Submitted', 'going'],
  passed: ['已通过', 'Passed', 'good'],
  failed: ['未通过', 'Failed', 'bad'],
};

export const gateDecision: Codes<Schemas['DecideGateDto']['decision']> = {
  go: ['通过', 'Go', 'good'],
  hold: ['暂缓补充', 'Hold', 'attention'],
  stop: ['终止', 'Stop', 'bad'],
};

export const spendingCategory: Codes<Schemas['PilotSpendingView']['category']> = {
  equipment: ['设备', 'Equipment'],
  material: ['材料', 'Material'],
  testing: ['测试', 'Testing'],
  labour: ['劳务', 'Labour'],
  other: ['其他', 'Other'],
};
