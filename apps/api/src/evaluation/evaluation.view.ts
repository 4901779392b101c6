import { ApiProperty } from '@nestjs/swagger';
import {
  evaluationTransitions,
  evaluationValues,
  evaluationValueTitles,
  valueGrades,
  type Evaluation,
  type EvaluatorQualification,
  type ValueJudgement,
} from '#domain/evaluation/evaluation.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type { PublicEvaluation } from '#application/evaluation/evaluation.service.js';
import { moneyView, MoneyView } from '../http/money.view.js';

export class ValueJudgementView {
  @ApiProperty({ description: '价值', enum: evaluationValues }) value!: string;
  @ApiProperty({ description: '名称', example: '技术价值' }) title!: string;
  @ApiProperty({ description: '结论', enum: valueGrades }) grade!: string;
  @ApiProperty({ description: '依据' }) grounds!: string;
}

export class EvaluationExpertView {
  @ApiProperty({ description: '姓名' }) name!: string;
  @ApiProperty({ description: '单位' }) unit!: string;
  @ApiProperty({ description: '平台人员编号', type: 'string', format: 'uuid', nullable: true }) personId!:
    string | null;
  @ApiProperty({ description: '同名说明', type: 'string', nullable: true }) namesakeNote!: string | null;
}

export class PublicConclusionView {
  @ApiProperty({ description: '五个价值', type: [ValueJudgementView] }) values!: ValueJudgementView[];
  @ApiProperty({ description: '公开摘要' }) publicSummary!: string;
  @ApiProperty({ description: '评定的成熟度', type: 'integer', nullable: true }) readinessLevel!: number | null;
  @ApiProperty({ description: '所依标准或方法' }) standard!: string;
  @ApiProperty({ description: '评价报告的 SHA-256' }) reportSha256!: string;
  @ApiProperty({ description: '结论日期', format: 'date' }) concludedOn!: string;
}

export class ConclusionView extends PublicConclusionView {
  @ApiProperty({ description: '详细结论' }) detail!: string;
  @ApiProperty({ description: '专家', type: [EvaluationExpertView] }) experts!: EvaluationExpertView[];
  @ApiProperty({ description: '报告附件编号', format: 'uuid' }) reportAttachmentId!: string;
}

export class EvaluationView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '成果编号', format: 'uuid' }) achievementId!: string;
  @ApiProperty({ description: '成果持有单位编号', format: 'uuid' }) ownerOrganizationId!: string;
  @ApiProperty({ description: '委托单位编号', format: 'uuid' }) commissionerOrganizationId!: string;
  @ApiProperty({ description: '评价机构编号', format: 'uuid' }) evaluatorOrganizationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(evaluationTransitions) }) state!: string;
  @ApiProperty({ description: '评价范围' }) scope!: string;
  @ApiProperty({ description: '评价费：委托时确定，不论结论如何', type: MoneyView }) fee!: MoneyView;
  @ApiProperty({ description: '付费方' }) feePayer!: string;
  @ApiProperty({ description: '完成期限', format: 'date' }) dueOn!: string;
  @ApiProperty({ description: '结论；出具后不再改变', type: ConclusionView, nullable: true })
  conclusion!: ConclusionView | null;
  @ApiProperty({ description: '替代哪项评价', type: 'string', format: 'uuid', nullable: true }) supersedesId!:
    string | null;
  @ApiProperty({ description: '谢绝或取消的理由', type: 'string', nullable: true }) stateReason!: string | null;
  @ApiProperty({ description: '版本' }) version!: number;
  @ApiProperty({ description: '创建时间', format: 'date-time' }) createdAt!: string;
}

const judgementView = (judgement: ValueJudgement): ValueJudgementView => ({
  value: judgement.value,
  title: evaluationValueTitles[judgement.value],
  grade: judgement.grade,
  grounds: judgement.grounds,
});

export const evaluationView = (evaluation: Evaluation): EvaluationView => ({
  id: evaluation.id,
  achievementId: evaluation.achievementId,
  ownerOrganizationId: evaluation.ownerOrganizationId,
  commissionerOrganizationId: evaluation.commissionerOrganizationId,
  evaluatorOrganizationId: evaluation.evaluatorOrganizationId,
  state: evaluation.state,
  scope: evaluation.scope,
  fee: moneyView(evaluation.fee),
  feePayer: evaluation.feePayer,
  dueOn: evaluation.dueOn,
  conclusion: evaluation.conclusion && {
    ...evaluation.conclusion,
    values: evaluation.conclusion.values.map(judgementView),
    experts: evaluation.conclusion.experts.map((expert) => ({ ...expert })),
  },
  supersedesId: evaluation.supersedesId,
  stateReason: evaluation.stateReason,
  version: evaluation.version,
  createdAt: evaluation.createdAt.toISOString(),
});

/** What anybody reads of an evaluation: no detail, no names of experts, no fee. */
export class PublicEvaluationView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '成果编号', format: 'uuid' }) achievementId!: string;
  @ApiProperty({ description: '评价机构编号', format: 'uuid' }) evaluatorOrganizationId!: string;
  @ApiProperty({ description: '评价机构名称', type: 'string', nullable: true }) evaluatorName!: string | null;
  @ApiProperty({ description: '状态：concluded 有效，superseded 已被替代', enum: ['concluded', 'superseded'] })
  state!: string;
  @ApiProperty({ description: '替代哪项评价', type: 'string', format: 'uuid', nullable: true }) supersedesId!:
    string | null;
  @ApiProperty({ description: '专家人数' }) experts!: number;
  @ApiProperty({ description: '结论的公开部分', type: PublicConclusionView }) conclusion!: PublicConclusionView;
}

export const publicEvaluationView = ({ conclusion, ...evaluation }: PublicEvaluation): PublicEvaluationView => {
  const { experts, values, ...rest } = conclusion;
  return { ...evaluation, experts, conclusion: { ...rest, values: values.map(judgementView) } };
};

export class EvaluatorQualificationView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '评价机构编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '证书编号' }) certificateNumber!: string;
  @ApiProperty({ description: '发证或推荐单位' }) issuer!: string;
  @ApiProperty({ description: '评价领域' }) fields!: string;
  @ApiProperty({ description: '有效期起', format: 'date' }) validFrom!: string;
  @ApiProperty({ description: '有效期止', format: 'date' }) validUntil!: string;
  @ApiProperty({ description: '撤销之日', type: 'string', format: 'date', nullable: true }) revokedOn!: string | null;
}

export const evaluatorQualificationView = (qualification: EvaluatorQualification): EvaluatorQualificationView => ({
  ...qualification,
});
