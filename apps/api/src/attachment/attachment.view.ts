import { ApiProperty } from '@nestjs/swagger';
import { attachmentSubjects, type Attachment } from '#domain/attachment/attachment.js';
import { materialKindCodes, materialKinds } from '#domain/attachment/material-kinds.policy.js';

export class AttachmentView {
  @ApiProperty({ description: '附件编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '所属对象', enum: attachmentSubjects }) subjectKind!: string;
  @ApiProperty({ description: '所属对象的编号', format: 'uuid' }) subjectId!: string;
  @ApiProperty({ description: '材料种类', enum: materialKindCodes }) materialKind!: string;
  @ApiProperty({ description: '文件名', example: '技术开发合同.pdf' }) fileName!: string;
  @ApiProperty({ description: '由内容识别的类型', example: 'application/pdf' }) mediaType!: string;
  @ApiProperty({ description: '大小（字节）', example: 48213 }) sizeBytes!: number;
  @ApiProperty({ description: '内容的 SHA-256', example: 'a'.repeat(64) }) sha256!: string;
  @ApiProperty({ description: '病毒扫描：unscanned 未扫描（平台未接入扫描器，请自行防护）', enum: ['unscanned'] })
  scanState!: string;
  @ApiProperty({ description: '上传单位', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '上传时间', format: 'date-time' }) createdAt!: string;
  @ApiProperty({ description: '移除时间', type: 'string', format: 'date-time', nullable: true }) removedAt!:
    string | null;
}

export class MaterialKindView {
  @ApiProperty({ description: '代码', example: 'contractText' }) code!: string;
  @ApiProperty({ description: '名称', example: '技术合同文本及附件' }) title!: string;
  @ApiProperty({
    description: '何时需要：always 每份合同，byCase 视情形，afterPerformance 履行之后，anyTime 随时',
    enum: ['always', 'byCase', 'afterPerformance', 'anyTime'],
  })
  occasion!: string;
  @ApiProperty({ description: '情形' }) when!: string;
  @ApiProperty({ description: '出处' }) source!: string;
  @ApiProperty({ description: '可靠程度：secondary 转载，practice 平台自设', enum: ['secondary', 'practice'] })
  evidence!: string;
  @ApiProperty({ description: '起始日期', format: 'date' }) effectiveFrom!: string;
  @ApiProperty({ description: '终止日期', type: 'string', format: 'date', nullable: true }) effectiveTo!: string | null;
}

export class MaterialKindsView {
  @ApiProperty({ description: '材料种类', type: [MaterialKindView] }) items!: MaterialKindView[];
}

export const attachmentView = (attachment: Attachment): AttachmentView => ({
  id: attachment.id,
  subjectKind: attachment.subjectKind,
  subjectId: attachment.subjectId,
  materialKind: attachment.materialKind,
  fileName: attachment.fileName,
  mediaType: attachment.mediaType,
  sizeBytes: attachment.sizeBytes,
  sha256: attachment.sha256,
  scanState: attachment.scanState,
  organizationId: attachment.organizationId,
  createdAt: attachment.createdAt.toISOString(),
  removedAt: attachment.removedAt?.toISOString() ?? null,
});

export const materialKindsView = (): MaterialKindsView => ({ items: materialKinds.map((kind) => ({ ...kind })) });
