import { ApiProperty } from '@nestjs/swagger';
import { achievementKinds } from '#domain/achievement/achievement.js';
import {
  achievementRegistrationTransitions,
  refusalGroundCodes,
  refusalGrounds,
  registrationFormChangeTransitions,
  type AchievementRegistration,
  type RegistrationFormChange,
} from '#domain/achievement-registration/achievement-registration.js';
import { formPolicies } from '#domain/achievement-registration/registration-form.policy.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type {
  RegisterLine,
  RegistrationDetail,
} from '#application/achievement-registration/achievement-registration.service.js';

const text = { type: 'string', nullable: true } as const;
const day = { ...text, format: 'date' } as const;

export class RegistrationFormView {
  @ApiProperty({ description: '成果名称' }) title!: string;
  @ApiProperty({ description: '成果简介' }) summary!: string;
  @ApiProperty({ description: '关键词', type: [String] }) keywords!: readonly string[];
  @ApiProperty({ description: '成果体现形式', ...text }) embodiment!: string | null;
  @ApiProperty({ description: '成果属性', ...text }) attribute!: string | null;
  @ApiProperty({ description: '成果所处阶段', ...text }) phase!: string | null;
  @ApiProperty({ description: '成果水平', ...text }) level!: string | null;
  @ApiProperty({ description: '研究起始日期', ...day }) startedOn!: string | null;
  @ApiProperty({ description: '研究终止日期', ...day }) endedOn!: string | null;
  @ApiProperty({ description: '第一完成单位' }) firstUnit!: string;
  @ApiProperty({ description: '推荐单位', ...text }) recommendingUnit!: string | null;
  @ApiProperty({ description: '完成人', type: [String] }) inventors!: readonly string[];
  @ApiProperty({ description: '立项来源', ...text }) projectSource!: string | null;
  @ApiProperty({ description: '知识产权情况', ...text }) intellectualProperty!: string | null;
  @ApiProperty({ description: '评价方式', ...text }) evaluationManner!: string | null;
  @ApiProperty({ description: '评价单位', ...text }) evaluationUnit!: string | null;
  @ApiProperty({ description: '评价日期', ...day }) evaluatedOn!: string | null;
  @ApiProperty({ description: '评价结论是否肯定', type: 'boolean', nullable: true }) evaluationPositive!:
    boolean | null;
  @ApiProperty({ description: '应用行业', ...text }) industry!: string | null;
  @ApiProperty({ description: '转化方式与范围', ...text }) transferScope!: string | null;
  @ApiProperty({ description: '经济效益', ...text }) benefit!: string | null;
  @ApiProperty({ description: '论文、著作', ...text }) papers!: string | null;
  @ApiProperty({ description: '采纳单位及应用情况', ...text }) adoption!: string | null;
}

export class AchievementRegistrationView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '成果编号；历史登记为 null', ...text, format: 'uuid' }) achievementId!: string | null;
  @ApiProperty({ description: '单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '来源：filed 本平台申请，oldRegister 历史登记簿', enum: ['filed', 'oldRegister'] })
  origin!: string;
  @ApiProperty({ description: '成果类型', enum: achievementKinds }) kind!: string;
  @ApiProperty({ description: '状态', enum: statesOf(achievementRegistrationTransitions) }) state!: string;
  @ApiProperty({ description: '登记号', ...text, example: '9622026Y0001' }) number!: string | null;
  @ApiProperty({ description: '登记日期', ...day }) registeredOn!: string | null;
  @ApiProperty({ description: '版次' }) revision!: number;
  @ApiProperty({ description: '登记表', type: RegistrationFormView }) form!: RegistrationFormView;
  @ApiProperty({ description: '需要改正之处', type: [String] }) findings!: readonly string[];
  @ApiProperty({ description: '不予登记的情形', ...text, enum: refusalGroundCodes }) refusalGround!: string | null;
  @ApiProperty({ description: '理由', ...text }) reason!: string | null;
  @ApiProperty({ description: '版本，用于 If-Match' }) version!: number;
  @ApiProperty({ description: '创建时间', format: 'date-time' }) createdAt!: string;
}

export class FormGapView {
  @ApiProperty({ description: '登记表的项或材料种类' }) field!: string;
  @ApiProperty({ description: '名称' }) title!: string;
}

export class SameTitleView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '登记号', ...text }) number!: string | null;
  @ApiProperty({ description: '第一完成单位' }) firstUnit!: string;
  @ApiProperty({ description: '状态' }) state!: string;
}

export class AchievementRegistrationDetailView extends AchievementRegistrationView {
  @ApiProperty({ description: '还缺什么', type: [FormGapView] }) gaps!: FormGapView[];
  @ApiProperty({ description: '同名的成果', type: [SameTitleView] }) sameTitle!: SameTitleView[];
}

export class RegistrationFormChangeView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '登记编号', format: 'uuid' }) registrationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(registrationFormChangeTransitions) }) state!: string;
  @ApiProperty({ description: '变更前', type: RegistrationFormView }) before!: RegistrationFormView;
  @ApiProperty({ description: '变更后', type: RegistrationFormView }) form!: RegistrationFormView;
  @ApiProperty({ description: '变更理由' }) reason!: string;
  @ApiProperty({ description: '决定理由', ...text }) decisionReason!: string | null;
  @ApiProperty({ description: '申请时间', format: 'date-time' }) createdAt!: string;
  @ApiProperty({ description: '决定时间', ...text, format: 'date-time' }) decidedAt!: string | null;
}

export class RegisterLineView {
  @ApiProperty({ description: '登记号', example: '9622026Y0001' }) number!: string;
  @ApiProperty({ description: '成果名称' }) title!: string;
  @ApiProperty({ description: '成果类型', enum: achievementKinds }) kind!: string;
  @ApiProperty({ description: '第一完成单位' }) firstUnit!: string;
  @ApiProperty({ description: '登记日期', ...day }) registeredOn!: string | null;
  @ApiProperty({ description: '状态：registered 有效，revoked 已撤销', enum: ['registered', 'revoked'] })
  state!: string;
  @ApiProperty({ description: '版次' }) revision!: number;
}

export class KindRuleView {
  @ApiProperty({ description: '成果类型', enum: achievementKinds }) kind!: string;
  @ApiProperty({ description: '必填各项', type: [String] }) fields!: string[];
  @ApiProperty({ description: '须有的材料', type: [String] }) evidence!: string[];
  @ApiProperty({ description: '出处' }) source!: string;
}

export class RefusalGroundView {
  @ApiProperty({ description: '代码', enum: refusalGroundCodes }) code!: string;
  @ApiProperty({ description: '情形' }) title!: string;
  @ApiProperty({ description: '出处' }) source!: string;
}

export class RegistrationRulesView {
  @ApiProperty({ description: '各类型的要求', type: [KindRuleView] }) kinds!: KindRuleView[];
  @ApiProperty({ description: '不予登记的情形', type: [RefusalGroundView] }) grounds!: RefusalGroundView[];
}

export const achievementRegistrationView = (one: AchievementRegistration): AchievementRegistrationView => ({
  id: one.id,
  achievementId: one.achievementId,
  organizationId: one.organizationId,
  origin: one.origin,
  kind: one.kind,
  state: one.state,
  number: one.number,
  registeredOn: one.registeredOn,
  revision: one.revision,
  form: one.form,
  findings: one.findings,
  refusalGround: one.refusalGround,
  reason: one.reason,
  version: one.version,
  createdAt: one.createdAt.toISOString(),
});

export const achievementRegistrationDetailView = ({
  registration,
  gaps,
  duplicates,
}: RegistrationDetail): AchievementRegistrationDetailView => ({
  ...achievementRegistrationView(registration),
  gaps: [...gaps],
  sameTitle: duplicates.map(({ id, number, form, state }) => ({ id, number, firstUnit: form.firstUnit, state })),
});

export const registrationFormChangeView = (change: RegistrationFormChange): RegistrationFormChangeView => ({
  id: change.id,
  registrationId: change.registrationId,
  state: change.state,
  before: change.before,
  form: change.form,
  reason: change.reason,
  decisionReason: change.decisionReason,
  createdAt: change.createdAt.toISOString(),
  decidedAt: change.decidedAt?.toISOString() ?? null,
});

export const registerLineView = ({ id: _, ...line }: RegisterLine): RegisterLineView => line;

export const registrationRulesView = (): RegistrationRulesView => ({
  kinds: formPolicies.map(({ kind, fields, evidence, source }) => ({
    kind,
    fields: fields.map(({ title }) => title),
    evidence: evidence.map(({ title }) => title),
    source,
  })),
  grounds: refusalGroundCodes.map((code) => ({ code, ...refusalGrounds[code] })),
});
