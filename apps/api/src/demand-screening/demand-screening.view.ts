import { ApiProperty } from '@nestjs/swagger';
import {
  demandScreeningTransitions,
  opinions,
  type DemandScreening,
} from '#domain/demand-screening/demand-screening.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type { Funnel, ScreeningDetail } from '#application/demand-screening/demand-screening.service.js';
import { demandView, DemandView } from '../demand/demand.view.js';

export class DemandScreeningView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '需求编号', format: 'uuid' }) demandId!: string;
  @ApiProperty({ description: '申请单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '县区代码' }) countyCode!: string;
  @ApiProperty({ description: '状态', enum: statesOf(demandScreeningTransitions) }) state!: string;
  @ApiProperty({ description: '送审内容的摘要（SHA-256）' }) contentHash!: string;
  @ApiProperty({ description: '说明', type: 'string', nullable: true }) note!: string | null;
  @ApiProperty({ description: '结论的理由，不写专家姓名', type: 'string', nullable: true }) outcomeReason!:
    string | null;
  @ApiProperty({ description: '申请时间', format: 'date-time' }) createdAt!: string;
  @ApiProperty({ description: '办结时间', type: 'string', format: 'date-time', nullable: true }) concludedAt!:
    string | null;
}

export class ScreeningExpertView {
  @ApiProperty({ description: '专家的人员编号', format: 'uuid' }) personId!: string;
  @ApiProperty({ description: '意见，未答复为 null', enum: opinions, type: 'string', nullable: true }) opinion!:
    string | null;
  @ApiProperty({ description: '理由', type: 'string', nullable: true }) reason!: string | null;
  @ApiProperty({ description: '答复时间', type: 'string', format: 'date-time', nullable: true }) givenAt!:
    string | null;
}

export class ScreeningDetailView extends DemandScreeningView {
  @ApiProperty({ description: '送审的需求', type: DemandView }) demand!: DemandView;
  @ApiProperty({ description: '专家：工作人员看全部，专家看自己', type: [ScreeningExpertView] })
  experts!: ScreeningExpertView[];
}

export class DemandFunnelView {
  @ApiProperty({ description: '征集', example: 260 }) collected!: number;
  @ApiProperty({ description: '其中代填', example: 80 }) onBehalf!: number;
  @ApiProperty({ description: '送审', example: 200 }) screened!: number;
  @ApiProperty({ description: '建议发布', example: 110 }) recommended!: number;
  @ApiProperty({ description: '曾退回修改', example: 60 }) returned!: number;
  @ApiProperty({ description: '不予发布', example: 30 }) rejected!: number;
  @ApiProperty({ description: '已发布', example: 110 }) published!: number;
  @ApiProperty({ description: '有一方以上愿意对接', example: 70 }) answered!: number;
  @ApiProperty({ description: '已引荐', example: 48 }) introduced!: number;
  @ApiProperty({ description: '已签约满足', example: 20 }) met!: number;
}

export const demandScreeningView = (screening: DemandScreening): DemandScreeningView => ({
  id: screening.id,
  demandId: screening.demandId,
  organizationId: screening.organizationId,
  countyCode: screening.countyCode,
  state: screening.state,
  contentHash: screening.contentHash,
  note: screening.note,
  outcomeReason: screening.outcomeReason,
  createdAt: screening.createdAt.toISOString(),
  concludedAt: screening.concludedAt?.toISOString() ?? null,
});

export const screeningDetailView = ({ screening, demand, experts }: ScreeningDetail): ScreeningDetailView => ({
  ...demandScreeningView(screening),
  demand: demandView(demand),
  experts: experts.map(({ personId, opinion, reason, givenAt }) => ({
    personId,
    opinion,
    reason,
    givenAt: givenAt?.toISOString() ?? null,
  })),
});

export const funnelView = (funnel: Funnel): DemandFunnelView => ({ ...funnel });
