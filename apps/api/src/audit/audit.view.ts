import { ApiProperty } from '@nestjs/swagger';
import type { AuditRecord } from '#application/audit/audit.repository.js';
import type { ChainReport } from '#application/audit/verify-chain.js';
import { emptyChain, type Anchor } from '#domain/audit/audit-chain.js';

const nullableText = (description: string, example: string) => ({
  description,
  type: 'string' as const,
  nullable: true,
  example,
});
const uuidExample = '0193f0a2-7c1e-7000-8000-000000000000';
const hashExample = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

export class AuditRecordView {
  @ApiProperty({ description: '记录号', example: '42' }) id!: string;
  @ApiProperty(nullableText('在审计链中的序号，尚未封存时为 null', '41')) sequence!: string | null;
  @ApiProperty({ description: '时间', format: 'date-time', example: '2026-11-23T02:00:00.000Z' }) at!: string;
  @ApiProperty({ description: '动作', example: 'demand.publish' }) action!: string;
  @ApiProperty({ description: '对象种类', example: 'demand' }) subjectKind!: string;
  @ApiProperty({ description: '对象编号', format: 'uuid', example: uuidExample }) subjectId!: string;
  @ApiProperty(nullableText('操作人编号', uuidExample)) personId!: string | null;
  @ApiProperty(nullableText('操作单位编号', uuidExample)) organizationId!: string | null;
  @ApiProperty({ description: '操作者类别', enum: ['person', 'anonymous', 'system'], example: 'person' })
  actorKind!: string;
  @ApiProperty({ description: '身份方式（session、apiKey）或系统任务名', example: 'session' }) actorName!: string;
  @ApiProperty({ description: '请求编号', example: uuidExample }) requestId!: string;
  @ApiProperty({ description: '来源网络地址，系统任务为空', example: '10.0.0.8' }) address!: string;
  @ApiProperty(nullableText('变更前状态', 'draft')) fromState!: string | null;
  @ApiProperty(nullableText('变更后状态', 'published')) toState!: string | null;
  @ApiProperty(nullableText('原因', '资料不全')) reason!: string | null;
  @ApiProperty(nullableText('变更前内容的 SHA-256', hashExample)) beforeHash!: string | null;
  @ApiProperty(nullableText('变更后内容的 SHA-256', hashExample)) afterHash!: string | null;
}

export const auditRecordView = ({ at, ...record }: AuditRecord): AuditRecordView => ({
  ...record,
  at: at.toISOString(),
});

export class ChainHeadView {
  @ApiProperty({ description: '已封存的记录数', example: 41 }) count!: number;
  @ApiProperty({ description: '链头：最后一条记录的链上哈希', example: hashExample }) head!: string;
  @ApiProperty({
    description: '封存时间，尚无封存时为 null',
    type: 'string',
    format: 'date-time',
    nullable: true,
    example: '2026-11-23T02:00:00.000Z',
  })
  at!: string | null;
}

export const chainHeadView = (head: Anchor | null): ChainHeadView => head ?? { ...emptyChain, at: null };

export class ChainFaultView {
  @ApiProperty({
    description: '异常种类',
    enum: [
      'recordChanged',
      'recordMissing',
      'linkMissing',
      'recordNotSealed',
      'anchorMismatch',
      'tailMissing',
      'anchorMissing',
      'anchorDamaged',
    ],
    example: 'recordChanged',
  })
  kind!: string;
  @ApiProperty({ description: '最早的异常序号', type: 'integer', nullable: true, example: 17 }) sequence!:
    number | null;
  @ApiProperty({ description: '异常范围的终点；只有一条时为 null', type: 'integer', nullable: true, example: null })
  through!: number | null;
  @ApiProperty(nullableText('异常的记录号', '18')) recordId!: string | null;
}

export class ChainHeadPartView {
  @ApiProperty({ description: '序号', example: 41 }) count!: number;
  @ApiProperty({ description: '该处的链上哈希', example: hashExample }) head!: string;
}

export class ChainVerificationView {
  @ApiProperty({ description: '所核验的部分是否完好', example: true }) sound!: boolean;
  @ApiProperty({ description: '核验的起始序号', example: 1 }) from!: number;
  @ApiProperty({ description: '核验的条数', example: 41 }) checked!: number;
  @ApiProperty({ description: '核验到的链头', type: ChainHeadPartView }) head!: ChainHeadPartView;
  @ApiProperty({ description: '锚文件确认到的序号，0 为没有', example: 41 }) anchoredCount!: number;
  @ApiProperty({ description: '尚未封存的记录数；只核验一段时为 null', type: 'integer', nullable: true, example: 0 })
  pending!: number | null;
  @ApiProperty({ description: '下一段的起始序号；已到链尾为 null', type: 'integer', nullable: true, example: null })
  nextFrom!: number | null;
  @ApiProperty({ description: '第一处异常', type: ChainFaultView, nullable: true }) fault!: ChainFaultView | null;
}

export function verificationView(from: number, through: number, report: ChainReport): ChainVerificationView {
  const { fault } = report;
  return {
    sound: fault === null,
    from,
    checked: report.checked,
    head: report.head,
    anchoredCount: report.anchoredCount,
    pending: report.pending,
    nextFrom: fault === null && report.pending === null ? through + 1 : null,
    fault: fault && {
      kind: fault.kind,
      sequence: fault.sequence,
      through: fault.through ?? null,
      recordId: fault.recordId,
    },
  };
}
