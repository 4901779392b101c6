import { readinessEvidenceKindCodes, type ReadinessEvidenceKind } from '#domain/readiness/readiness.policy.js';
import { ChoiceField, DateField, FlagField, IdField, IntegerField, ListField, TextField } from '../http/fields.js';

export class DraftReadinessClaimDto {
  @IdField({ title: '成果编号' }) achievementId!: string;
  @IntegerField({ title: '申报的成熟度（1–9）', min: 1, max: 9, example: 5 }) level!: number;
  @FlagField({ title: '种植、养殖类成果（同时对应小试、区域试验、示范、推广）', optional: true, example: true })
  farming?: boolean;
}

export class ReadinessEvidenceDto {
  @IntegerField({ title: '所证明的等级', min: 1, max: 9, example: 5 }) level!: number;
  @ChoiceField({ title: '证据种类', values: readinessEvidenceKindCodes, example: 'relevantTest' })
  kind!: ReadinessEvidenceKind;
  @TextField({ title: '证据说明', min: 4, max: 1000, example: '环县小试基地 300 只羔羊饲喂试验报告，成活率 96%' })
  description!: string;
  @DateField({ title: '试验、检测或证书的日期', example: '2026-06-30' }) provenOn!: string;
  @IdField({ title: '附件编号', optional: true }) attachmentId?: string;
}

export class SubmitReadinessClaimDto {
  @ListField({ title: '证据', of: () => ReadinessEvidenceDto, min: 1, max: 40 }) evidence!: ReadinessEvidenceDto[];
}

export class DecideReadinessClaimDto {
  @ChoiceField({ title: '决定：prove 认可，reject 不认可', values: ['prove', 'reject'], example: 'prove' })
  outcome!: 'prove' | 'reject';
  @TextField({ title: '理由', min: 4, max: 1000, example: '小试报告与现场核验一致' }) reason!: string;
}

export class RevokeProofDto {
  @TextField({ title: '撤销理由', min: 4, max: 1000, example: '所附检测报告经核实为伪造' }) reason!: string;
}
