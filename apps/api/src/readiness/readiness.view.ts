import { ApiProperty } from '@nestjs/swagger';
import { farmStages } from '#domain/achievement/achievement.js';
import {
  readinessEvidenceKindCodes,
  readinessEvidenceKinds,
  readinessPolicies,
} from '#domain/readiness/readiness.policy.js';
import { readinessClaimTransitions, type ReadinessClaim } from '#domain/readiness/readiness.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type { AchievementReadiness } from '#application/readiness/readiness.service.js';

export class ReadinessEvidenceView {
  @ApiProperty({ description: '所证明的等级' }) level!: number;
  @ApiProperty({ description: '证据种类', enum: readinessEvidenceKindCodes }) kind!: string;
  @ApiProperty({ description: '证据种类名称' }) kindTitle!: string;
  @ApiProperty({ description: '说明' }) description!: string;
  @ApiProperty({ description: '日期', format: 'date' }) provenOn!: string;
  @ApiProperty({ description: '附件编号', type: 'string', format: 'uuid', nullable: true }) attachmentId!:
    string | null;
}

export class ReadinessClaimView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '成果编号', format: 'uuid' }) achievementId!: string;
  @ApiProperty({ description: '申报单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(readinessClaimTransitions) }) state!: string;
  @ApiProperty({ description: '申报的成熟度' }) level!: number;
  @ApiProperty({ description: '种植、养殖类成果' }) farming!: boolean;
  @ApiProperty({ description: '证据', type: [ReadinessEvidenceView] }) evidence!: ReadinessEvidenceView[];
  @ApiProperty({ description: '由哪个中试阶段门产生', type: 'string', format: 'uuid', nullable: true }) pilotGateId!:
    string | null;
  @ApiProperty({ description: '所依据的等级口径版本', example: 'readiness-1' }) policyVersion!: string;
  @ApiProperty({ description: '决定的理由', type: 'string', nullable: true }) decisionReason!: string | null;
  @ApiProperty({ description: '版本' }) version!: number;
  @ApiProperty({ description: '创建时间', format: 'date-time' }) createdAt!: string;
}

export const readinessClaimView = (claim: ReadinessClaim): ReadinessClaimView => ({
  id: claim.id,
  achievementId: claim.achievementId,
  organizationId: claim.organizationId,
  state: claim.state,
  level: claim.level,
  farming: claim.farming,
  evidence: claim.evidence.map((item) => ({ ...item, kindTitle: readinessEvidenceKinds[item.kind] })),
  pilotGateId: claim.pilotGateId,
  policyVersion: claim.policyVersion,
  decisionReason: claim.decisionReason,
  version: claim.version,
  createdAt: claim.createdAt.toISOString(),
});

export class LevelStandingView {
  @ApiProperty({ description: '等级' }) level!: number;
  @ApiProperty({ description: '最近一次证明之日', format: 'date' }) lastProvenOn!: string;
  @ApiProperty({ description: '有效至；null 为长期', type: 'string', format: 'date', nullable: true }) provenUntil!:
    string | null;
  @ApiProperty({ description: '已过期限，须重新证明' }) stale!: boolean;
}

export class ReadinessProofView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '等级' }) level!: number;
  @ApiProperty({ description: '证明之日', format: 'date' }) provenOn!: string;
  @ApiProperty({ description: '撤销之日', type: 'string', format: 'date', nullable: true }) revokedOn!: string | null;
}

export class ReadinessStandingView {
  @ApiProperty({ description: '已证明的最高等级（不论何时）', type: 'integer', nullable: true }) provenLevel!:
    number | null;
  @ApiProperty({ description: '现在有效的等级；检索与撮合用它', type: 'integer', nullable: true }) currentLevel!:
    number | null;
  @ApiProperty({ description: '对应的农业阶段', enum: farmStages, type: 'string', nullable: true }) farmStage!:
    string | null;
  @ApiProperty({ description: '各级', type: [LevelStandingView] }) levels!: LevelStandingView[];
  @ApiProperty({ description: '历次认可', type: [ReadinessProofView] }) proofs!: ReadinessProofView[];
}

export const readinessStandingView = (readiness: AchievementReadiness): ReadinessStandingView => ({
  provenLevel: readiness.provenLevel,
  currentLevel: readiness.currentLevel,
  farmStage: readiness.farmStage,
  levels: readiness.levels.map((level) => ({ ...level })),
  proofs: readiness.proofs.map(({ id, level, provenOn, revokedOn }) => ({ id, level, provenOn, revokedOn })),
});

export class ReadinessLevelView {
  @ApiProperty({ description: '等级' }) level!: number;
  @ApiProperty({ description: '名称' }) title!: string;
  @ApiProperty({ description: '任一种即可证明', enum: readinessEvidenceKindCodes, isArray: true })
  anyOf!: readonly string[];
  @ApiProperty({ description: '证明后几个月内有效；null 为长期', type: 'integer', nullable: true }) provenForMonths!:
    number | null;
}
export class FarmStageView {
  @ApiProperty({ description: '阶段', enum: farmStages }) stage!: string;
  @ApiProperty({ description: '名称' }) title!: string;
  @ApiProperty({ description: '从第几级起' }) least!: number;
}
export class EvidenceKindView {
  @ApiProperty({ description: '代码', enum: readinessEvidenceKindCodes }) code!: string;
  @ApiProperty({ description: '名称' }) title!: string;
}
export class ReadinessPolicyView {
  @ApiProperty({ description: '版本' }) version!: string;
  @ApiProperty({ description: '各级', type: [ReadinessLevelView] }) levels!: ReadinessLevelView[];
  @ApiProperty({ description: '农业阶段对照', type: [FarmStageView] }) farming!: FarmStageView[];
  @ApiProperty({ description: '证据种类', type: [EvidenceKindView] }) evidenceKinds!: EvidenceKindView[];
  @ApiProperty({ description: '出处' }) source!: string;
  @ApiProperty({ description: '口径说明' }) reading!: string;
  @ApiProperty({ description: '施行日期', format: 'date' }) effectiveFrom!: string;
  @ApiProperty({ description: '失效日期', type: 'string', format: 'date', nullable: true }) effectiveTo!: string | null;
}
export class ReadinessPolicyListView {
  @ApiProperty({ description: '历次口径', type: [ReadinessPolicyView] }) items!: ReadinessPolicyView[];
}

export const readinessPolicyListView = (): ReadinessPolicyListView => ({
  items: readinessPolicies.map((policy) => ({
    ...policy,
    levels: policy.levels.map((level) => ({ ...level })),
    farming: policy.farming.map((stage) => ({ ...stage })),
    evidenceKinds: readinessEvidenceKindCodes.map((code) => ({ code, title: readinessEvidenceKinds[code] })),
  })),
});
