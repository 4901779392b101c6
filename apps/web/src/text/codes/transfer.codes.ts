import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

type Procedure = Schemas['TransferProcedureView'];

export const procedureState: Codes<Procedure['state']> = {
  initiation: ['发起', 'Initiation', 'going'],
  preliminaryReview: ['初审', 'Preliminary review', 'going'],
  evaluation: ['评估', 'Evaluation', 'going'],
  argumentation: ['论证', 'Argumentation', 'going'],
  decision: ['决策', 'Decision', 'going'],
  publicity: ['公示', 'Publicity', 'going'],
  implementation: ['实施', 'Implementation', 'going'],
  completed: ['已办结', 'Completed', 'good'],
  rejected: ['不予转化', 'Rejected', 'bad'],
  withdrawn: ['已撤回', 'Withdrawn', 'neutral'],
  abandoned: ['已终止', 'Abandoned', 'bad'],
};

export const stage: Codes<Schemas['BoardStageView']['stage']> = {
  initiation: ['发起', 'Initiation'],
  preliminaryReview: ['初审', 'Preliminary review'],
  evaluation: ['评估', 'Evaluation'],
  argumentation: ['论证', 'Argumentation'],
  decision: ['决策', 'Decision'],
  publicity: ['公示', 'Publicity'],
  implementation: ['实施', 'Implementation'],
};

export const transferWay: Codes<Procedure['way']> = {
  selfImplementation: ['自行实施', 'Own use'],
  transfer: ['转让', 'Assignment'],
  licence: ['许可', 'Licence'],
  cooperation: ['合作实施', 'Joint use'],
  equityContribution: ['作价投资', 'Equity contribution'],
  other: ['其他', 'Other'],
};

export const vote: Codes<Schemas['ProcedureVoteView']['vote']> = {
  approve: ['同意', 'For', 'good'],
  object: ['不同意', 'Against', 'bad'],
  abstain: ['弃权', 'Abstains', 'neutral'],
  recused: ['回避', 'Recused', 'attention'],
};

export const majority: Codes<NonNullable<Schemas['StageRuleDto']['majority']>> = {
  moreThanHalf: ['超过半数', 'More than half'],
  twoThirds: ['三分之二以上', 'Two thirds'],
  unanimous: ['一致同意', 'Unanimous'],
};

export const appraisal: Codes<Schemas['PricingDto']['appraisal']> = {
  appraised: ['已评估', 'Appraised'],
  notAppraised: ['不评估', 'Not appraised'],
};
