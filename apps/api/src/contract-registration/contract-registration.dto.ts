import type { Landing } from '#domain/contract-registration/landing.js';
import { refusalGrounds } from '#domain/contract-registration/refusal-grounds.policy.js';
import { registrationOffices } from '#domain/contract-registration/rule-set.policy.js';
import { contractTypes } from '#domain/contract/contract.js';
import { deskStates } from '#application/contract-registration/work-queue.js';
import { PageQuery } from '../http/paging.js';
import {
  ChoiceField,
  FlagField,
  IdField,
  ListField,
  ObjectField,
  PatternField,
  TextField,
  TextListField,
  YuanField,
} from '../http/fields.js';

const oneLine = /^[^\u0000-\u001f\u007f\ud800-\udfff]{1,300}$/u;

export class LandingDto {
  @PatternField({ title: '实施地县区代码', pattern: /^\d{6}$/, shape: '六位行政区划代码', example: '621022' })
  countyCode!: string;
  @TextField({ title: '示范区代码', max: 40, optional: true, example: 'mutton-sheep-dairy-goat' }) zoneCode?: string;
  @TextField({ title: '实施地点', max: 200, optional: true, example: '环县曲子镇示范基地' }) site?: string;
  @TextListField({
    title: '落地证明',
    pattern: oneLine,
    shape: '1 至 300 个字符的单行文本',
    max: 20,
    example: ['实施方案第三条：在环县曲子镇实施'],
  })
  evidence!: string[];
}

export const landingOf = ({ countyCode, zoneCode, site, evidence }: LandingDto): Landing => ({
  countyCode,
  zoneCode: zoneCode ?? null,
  site: site ?? null,
  evidence,
});

const sha256 = /^[0-9a-f]{64}$/;

export class FileRegistrationDto {
  @IdField({ title: '技术合同编号' }) contractId!: string;
  @ChoiceField({
    title: '登记点代码',
    values: registrationOffices.map((office) => office.code),
    optional: true,
    example: '01',
  })
  office?: string;
  @ObjectField({ title: '落地情况', of: () => LandingDto }) landing!: LandingDto;
  @FlagField({ title: '先存为草稿', optional: true, example: false }) draft?: boolean;
  @FlagField({ title: '技术进口合同（由境内买方申请）', optional: true, example: false }) technologyImport?: boolean;
  @PatternField({
    title: '合同文本的 SHA-256',
    pattern: sha256,
    shape: '64 位小写十六进制',
    optional: true,
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  contractTextSha256?: string;
}

export class PrecheckDto {
  @ObjectField({ title: '落地情况', of: () => LandingDto, optional: true }) landing?: LandingDto;
  @PatternField({
    title: '合同文本的 SHA-256',
    pattern: sha256,
    shape: '64 位小写十六进制',
    optional: true,
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  contractTextSha256?: string;
}

export class FileDraftDto {
  @ObjectField({ title: '落地情况（不填则用草稿所载）', of: () => LandingDto, optional: true }) landing?: LandingDto;
}

export class CodeConfirmationDto {
  @PatternField({
    title: '统一社会信用代码',
    pattern: /^[0-9A-HJ-NPQRTUWXY]{18}$/,
    shape: '18 位统一社会信用代码',
    example: '91350203M0001QAY9B',
  })
  creditCode!: string;
  @TextField({ title: '核实依据', min: 2, max: 500, example: '已核对营业执照原件（厦门早期赋码）。' })
  evidence!: string;
}

/** Which cases of the work queue. */
export class WorkQueueQuery extends PageQuery {
  @ChoiceField({ title: '状态', values: deskStates, optional: true, example: 'accepted' }) state?: string;
  @ChoiceField({
    title: '现由谁办理',
    values: ['registrationOffice', 'seller', 'reviewer', 'experts'],
    optional: true,
    example: 'registrationOffice',
  })
  holder?: string;
  @PatternField({ title: '登记点代码', pattern: /^\d{2}$/, shape: '两位数字', optional: true, example: '01' })
  office?: string;
  @IdField({ title: '经办登记员编号', optional: true }) examinerId?: string;
}

export class AcceptanceDto {
  @FlagField({ title: '是否有争议', optional: true, example: false }) disputed?: boolean;
}

export class ContractRegistrationReasonDto {
  @TextField({ title: '理由', min: 2, max: 1000, example: '合同附件缺页，请补齐后重新提交。' }) reason!: string;
}

export class SupplementRequestDto {
  @TextField({ title: '需补正的内容', min: 2, max: 2000, example: '请补充专利权属证书复印件。' }) request!: string;
}

export class SupplementDto {
  @TextField({ title: '补正说明', min: 2, max: 2000, example: '已补充专利证书。' }) note!: string;
  @TextListField({
    title: '补正材料',
    pattern: oneLine,
    shape: '1 至 300 个字符的单行文本',
    max: 50,
    example: ['专利证书 ZL202610000001.0'],
  })
  documents!: string[];
}

export class DeterminationDto {
  @YuanField({ title: '核定技术交易额（元）', example: '850000.00' }) verifiedTechnologyValueYuan!: string;
  @ChoiceField({ title: '核定合同类型', values: contractTypes, example: 'development' }) type!: string;
  @TextField({
    title: '理由（与申报不一致时必填）',
    max: 1000,
    optional: true,
    example: '设备购置费 350000 元应予扣除。',
  })
  reason?: string;
  @FlagField({ title: '已核实在示范区落地', optional: true, example: true }) landingConfirmed?: boolean;
}

export class SecondReviewDto {
  @ChoiceField({ title: '复核结论', values: ['approve', 'sendBack'], example: 'approve' }) decision!: string;
  @TextField({ title: '理由（退回时必填）', max: 1000, optional: true, example: '请重新核定载体数量。' })
  reason?: string;
}

export class RefusalGroundDto {
  @ChoiceField({
    title: '不予登记的理由代码',
    values: refusalGrounds.map((ground) => ground.code),
    example: 'notTechnology',
  })
  code!: string;
  @TextField({ title: '依据的事实', min: 2, max: 1000, example: '标的为成套设备买卖，无技术开发内容。' })
  evidence!: string;
}

export class RefusalDto {
  @ListField({
    title: '不予登记的理由',
    of: () => RefusalGroundDto,
    min: 1,
    max: refusalGrounds.length,
    example: [{ code: 'notTechnology', evidence: '标的为成套设备买卖，无技术开发内容。' }],
  })
  grounds!: RefusalGroundDto[];
}
