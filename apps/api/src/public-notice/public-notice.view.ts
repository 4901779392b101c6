import { ApiProperty } from '@nestjs/swagger';
import {
  lastDayNote,
  objectionTransitions,
  publicNoticeTransitions,
  type Objection,
  type PublicNotice,
} from '#domain/public-notice/public-notice.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type { NoticedObjection } from '#application/public-notice/public-notice.service.js';

export class NoticeItemView {
  @ApiProperty({ description: '项目', example: '拟交易价格' }) label!: string;
  @ApiProperty({ description: '内容', example: '1200000.00 元' }) value!: string;
}

export class PublicNoticeView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '公示单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '公示事项种类', example: 'listing' }) subjectKind!: string;
  @ApiProperty({ description: '公示事项编号', format: 'uuid' }) subjectId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(publicNoticeTransitions) }) state!: string;
  @ApiProperty({ description: '公示名称' }) title!: string;
  @ApiProperty({ description: '公示内容', type: [NoticeItemView] }) items!: readonly NoticeItemView[];
  @ApiProperty({ description: '异议办法' }) objectionProcedure!: string;
  @ApiProperty({ description: '公示日（不计入期间）', format: 'date' }) postedOn!: string;
  @ApiProperty({ description: '公示日数' }) days!: number;
  @ApiProperty({ description: '最后一日，至 24 时止；次日起方可签约', format: 'date' }) lastDay!: string;
  @ApiProperty({ description: '有关年度放假安排尚未公布，最后一日从宽计算' }) provisional!: boolean;
  @ApiProperty({ description: '最后一日的说明', type: 'string', nullable: true }) lastDayNote!: string | null;
  @ApiProperty({ description: '版本' }) version!: number;
}

export class ObjectionView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '公示编号', format: 'uuid' }) noticeId!: string;
  @ApiProperty({ description: '提出单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(objectionTransitions) }) state!: string;
  @ApiProperty({ description: '事实和理由' }) reason!: string;
  @ApiProperty({ description: '处理理由', type: 'string', nullable: true }) decisionReason!: string | null;
  @ApiProperty({ description: '提出时间', format: 'date-time' }) createdAt!: string;
  @ApiProperty({ description: '处理时间', type: 'string', format: 'date-time', nullable: true }) decidedAt!:
    string | null;
}

export class NoticedObjectionView extends ObjectionView {
  @ApiProperty({ description: '公示名称' }) noticeTitle!: string;
  @ApiProperty({ description: '公示状态', enum: statesOf(publicNoticeTransitions) }) noticeState!: string;
  @ApiProperty({ description: '公示单位编号', format: 'uuid' }) noticeOrganizationId!: string;
  @ApiProperty({ description: '公示最后一日', format: 'date' }) noticeLastDay!: string;
}

export const publicNoticeView = (notice: PublicNotice): PublicNoticeView => ({
  id: notice.id,
  organizationId: notice.organizationId,
  subjectKind: notice.subjectKind,
  subjectId: notice.subjectId,
  state: notice.state,
  title: notice.title,
  items: notice.items.map(({ label, value }) => ({ label, value })),
  objectionProcedure: notice.objectionProcedure,
  postedOn: notice.postedOn,
  days: notice.days,
  lastDay: notice.lastDay,
  provisional: notice.provisional,
  lastDayNote: lastDayNote(notice),
  version: notice.version,
});

export const objectionView = (objection: Objection): ObjectionView => ({
  id: objection.id,
  noticeId: objection.noticeId,
  organizationId: objection.organizationId,
  state: objection.state,
  reason: objection.reason,
  decisionReason: objection.decisionReason,
  createdAt: objection.createdAt.toISOString(),
  decidedAt: objection.decidedAt?.toISOString() ?? null,
});

export const noticedObjectionView = ({ objection, notice }: NoticedObjection): NoticedObjectionView => ({
  ...objectionView(objection),
  noticeTitle: notice.title,
  noticeState: notice.state,
  noticeOrganizationId: notice.organizationId,
  noticeLastDay: notice.lastDay,
});
