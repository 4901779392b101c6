import { nonTechnologyKinds } from '#domain/contract/contract.js';
import { contractTypes } from '#domain/contract/contract.js';
import { expertPolicy } from '#domain/contract-registration/expert-panel.js';
import { objectors, reexaminationOutcomes } from '#domain/contract-registration/reexamination.js';
import {
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  ListField,
  PatternField,
  TextField,
  TextListField,
  YuanField,
} from '../http/fields.js';

const oneLine = /^[^\u0000-\u001f\u007f\ud800-\udfff]{1,300}$/u;

export class ChangedItemDto {
  @ChoiceField({ title: '非技术性款项种类', values: nonTechnologyKinds, example: 'equipment' }) kind!: string;
  @YuanField({ title: '金额（元）', example: '350000.00' }) amountYuan!: string;
  @FlagField({ title: '属于合理数量的载体', example: false }) withinReasonableCarrier!: boolean;
}

/** What of the contract is new; what is left out stays as it is. */
export class ChangeRequestDto {
  @TextField({ title: '变更后的项目名称', max: 200, optional: true, example: '羔羊代乳料研制与推广' }) title?: string;
  @YuanField({ title: '变更后的成交额（元）', optional: true, example: '1500000.00' }) contractValueYuan?: string;
  @YuanField({ title: '变更后申报的技术交易额（元）', optional: true, example: '1100000.00' })
  declaredTechnologyValueYuan?: string;
  @ListField({
    title: '变更后的非技术性款项（全部列出）',
    of: () => ChangedItemDto,
    max: 50,
    optional: true,
    example: [{ kind: 'equipment', amountYuan: '350000.00', withinReasonableCarrier: false }],
  })
  nonTechnologyItems?: ChangedItemDto[];
  @DateField({ title: '变更后的有效期至', optional: true, example: '2029-12-31' }) validUntil?: string;
  @FlagField({ title: '变更后是否关联交易', optional: true, example: false }) relatedParty?: boolean;
  @TextField({ title: '变更理由', min: 2, max: 1000, example: '双方签订补充协议，增加中试内容。' }) reason!: string;
  @TextListField({
    title: '变更证明',
    pattern: oneLine,
    shape: '1 至 300 个字符的单行文本',
    min: 1,
    max: 20,
    example: ['补充协议（2026年11月）'],
  })
  evidence!: string[];
}

export class ChangeVerificationDto {
  @YuanField({ title: '重新核定的技术交易额（元）', example: '1100000.00' }) verifiedTechnologyValueYuan!: string;
  @ChoiceField({ title: '核定合同类型', values: contractTypes, example: 'development' }) type!: string;
  @TextField({
    title: '理由（与申报不一致时必填）',
    max: 1000,
    optional: true,
    example: '新增设备购置费应予扣除。',
  })
  reason?: string;
}

export class ReexaminationRequestDto {
  @ChoiceField({ title: '异议人', values: objectors, example: 'registrant' }) objector!: string;
  @TextField({
    title: '来函机关与文号（税务、财政机关提出时必填）',
    max: 200,
    optional: true,
    example: '国家税务总局庆阳市税务局 庆税函〔2026〕8号',
  })
  letter?: string;
  @TextField({ title: '异议理由', min: 2, max: 2000, example: '载体数量应属合理范围，不应扣除。' }) reason!: string;
}

export class ReexaminationDecisionDto {
  @ChoiceField({ title: '结论', values: reexaminationOutcomes, example: 'upheld' }) outcome!: string;
  @TextField({ title: '理由', min: 2, max: 2000, example: '经复核，原核定依据充分，予以维持。' }) reason!: string;
  @YuanField({ title: '重新核定的技术交易额（结论为变更时必填，元）', optional: true, example: '900000.00' })
  verifiedTechnologyValueYuan?: string;
  @ChoiceField({
    title: '核定合同类型（结论为变更时必填）',
    values: contractTypes,
    optional: true,
    example: 'development',
  })
  type?: string;
}

export class ExpertDto {
  @TextField({ title: '姓名', max: 40, example: '示例专家甲' }) name!: string;
  @TextField({ title: '工作单位', min: 2, max: 100, example: '甘肃省示例大学' }) workUnit!: string;
  @TextField({ title: '回避理由（有关联关系时填写）', max: 300, optional: true, example: '系项目完成人的导师' })
  recusal?: string;
}

export class ExpertPanelDto {
  @TextField({ title: '请专家回答的问题', min: 2, max: 1000, example: '标的是否属于技术开发，技术交易额是否合理？' })
  question!: string;
  @ListField({
    title: '专家',
    of: () => ExpertDto,
    min: expertPolicy.fewestExperts,
    max: expertPolicy.mostExperts,
    example: ['甲', '乙', '丙'].map((sign) => ({ name: `示例专家${sign}`, workUnit: '甘肃省示例大学' })),
  })
  experts!: ExpertDto[];
}

export class ExpertOpinionDto {
  @TextField({ title: '专家姓名', max: 40, example: '示例专家甲' }) name!: string;
  @ChoiceField({ title: '意见', values: ['register', 'refuse'], example: 'register' }) stance!: string;
  @TextField({ title: '意见内容', min: 2, max: 2000, example: '研发目标明确，有实质创新，建议予以登记。' })
  text!: string;
  @YuanField({ title: '建议的技术交易额（元）', optional: true, example: '6000000.00' }) technologyValueYuan?: string;
}

export class StandingDayQuery {
  @DateField({ title: '日期', example: '2026-11-23' }) on!: string;
}

export class OfficeParam {
  @PatternField({ title: '登记点代码', pattern: /^\d{2}$/, shape: '两位数字', example: '01' }) code!: string;
}

export class OfficerPostDto {
  @IdField({ title: '人员编号' }) personId!: string;
  @FlagField({ title: '是否负责人', example: true }) head!: boolean;
  @IdField({ title: 'B 角人员编号', optional: true }) backupPersonId?: string;
}

export class StaffingDto {
  @ListField({
    title: '全部岗位',
    of: () => OfficerPostDto,
    max: 50,
    example: [{ personId: '0193f0a2-7c1e-7000-8000-000000000000', head: true }],
  })
  posts!: OfficerPostDto[];
}
