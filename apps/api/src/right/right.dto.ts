import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional, IsUUID } from 'class-validator';
import { disposalActs, type DisposalAct } from '#domain/right/co-ownership.js';
import { openLicenceFeeManners } from '#domain/right/open-licence.js';
import { overlayKinds, reportedOverlayKinds, type OverlayKind } from '#domain/right/overlay.js';
import { otherKinds, reportedIpRightEvents } from '#domain/right/right.js';
import { licenceManners } from '#domain/contract/contract-terms.js';
import {
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  IntegerField,
  TextField,
  TextListField,
  YuanField,
} from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

const reasonOf = (title: string, example: string) => TextField({ title, min: 2, max: 500, example });
const territory = (title: string) =>
  TextListField({
    title,
    pattern: /^\d{6}$/,
    shape: '六位行政区划代码',
    max: 40,
    optional: true,
    example: ['620000'],
  });
const acts = (title: string, optional = false) =>
  TextListField({
    title,
    pattern: new RegExp(`^(${disposalActs.join('|')})$`),
    shape: disposalActs.join('、'),
    max: disposalActs.length,
    optional,
    example: ['transfer'],
  });

export class CreateRightDto {
  @ChoiceField({
    title: '种类（软件著作权、植物新品种权、布图设计专有权）',
    values: otherKinds,
    example: 'softwareCopyright',
  })
  kind!: (typeof otherKinds)[number];
  @TextField({ title: '登记号', max: 40, example: '2023SR0123456' }) number!: string;
  @TextField({ title: '名称', min: 2, max: 200, example: '羊场智能饲喂管理软件' }) title!: string;
  @ChoiceField({ title: '状态（已申请、已登记或已授权）', values: ['applied', 'granted'], example: 'granted' })
  state!: 'applied' | 'granted';
  @DateField({ title: '申请日；软件为开发完成日', example: '2023-01-10' }) filedOn!: string;
  @DateField({ title: '登记或授权日', optional: true, example: '2023-03-01' }) grantedOn?: string;
  @DateField({ title: '软件首次发表日，或布图设计首次商业利用日', optional: true, example: '2023-02-01' })
  firstUsedOn?: string;
  @ChoiceField({
    title: '软件著作权人（自然人、单位）',
    values: ['person', 'organization'],
    optional: true,
    example: 'organization',
  })
  ownerKind?: 'person' | 'organization';
  @FlagField({ title: '木本、藤本植物', optional: true, example: false }) woody?: boolean;
  @DateField({ title: '届满日（只有自然人的软件著作权填写）', optional: true, example: '2073-12-31' })
  expiresOn?: string;
  @IdField({ title: '所保护的成果编号', optional: true }) achievementId?: string;
}

export class LinkRightDto {
  @IdField({ title: '所保护的成果编号，null 为解除', optional: true }) achievementId?: string | null;
}

export class ReportRightEventDto {
  @ChoiceField({
    title: '事项（授权、驳回、欠费终止、放弃、宣告无效）',
    values: reportedIpRightEvents,
    example: 'grant',
  })
  event!: (typeof reportedIpRightEvents)[number];
  @DateField({ title: '发生日期（不填为今天）', optional: true, example: '2026-11-02' }) occurredOn?: string;
  @reasonOf('依据（通知书或决定的名称、文号、日期）', '授权公告 2026-11-02') reason!: string;
}

export class VerifyRightDto {
  @ChoiceField({
    title: '核对所依据的材料（证书、登记簿副本、官方查询结果）',
    values: ['certificate', 'registerCopy', 'officialQuery'],
    example: 'registerCopy',
  })
  source!: 'certificate' | 'registerCopy' | 'officialQuery';
  @FlagField({ title: '与登记一致', example: true }) agrees!: boolean;
  @TextField({ title: '说明', max: 500, optional: true, example: '专利登记簿副本 2026-11-20 出具' }) note?: string;
  @IdField({ title: '材料的附件编号' }) evidenceId!: string;
}

export class DisposalQuery {
  @ChoiceField({
    title: '拟作的处分（转让、作价投资、独占、排他、普通许可、开放许可、质押）',
    values: disposalActs,
    example: 'transfer',
  })
  act!: DisposalAct;
  @DateField({ title: '起始日（不填为今天）', optional: true, example: '2026-12-01' }) from?: string;
  @DateField({ title: '截止日（不填为不限）', optional: true, example: '2030-12-31' }) until?: string;
  @TextField({ title: '地域：以逗号分隔的六位行政区划代码，不填为全国', max: 300, optional: true, example: '620000' })
  territory?: string;
  @ApiProperty({ description: '对方单位编号', required: false, type: 'string', format: 'uuid' })
  @IsOptional()
  @IsUUID(undefined, { message: '对方单位编号应为 UUID' })
  counterpartId?: string;
  @ApiProperty({
    description: '对方是外国人、外国企业或者外国其他组织',
    required: false,
    type: 'boolean',
    example: false,
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @FlagField({ title: '对方是外国人、外国企业或者外国其他组织', optional: true, example: false })
  foreign?: boolean;
}

export class CreateOverlayDto {
  @ChoiceField({
    title: '种类（质押、许可、保全、中止、权属纠纷、无效宣告请求、部分无效）',
    values: reportedOverlayKinds,
    example: 'pledge',
  })
  kind!: (typeof reportedOverlayKinds)[number];
  @IdField({ title: '质权人、被许可人等在本平台的单位编号', optional: true }) holderOrganizationId?: string;
  @TextField({
    title: '质权人、被许可人等的名称（不在本平台时填写）',
    max: 200,
    optional: true,
    example: '甘肃银行庆阳分行',
  })
  holderName?: string;
  @ChoiceField({ title: '许可方式（独占、排他、普通）', values: licenceManners, optional: true, example: 'ordinary' })
  manner?: (typeof licenceManners)[number];
  @territory('许可地域（不填为全国）') territory?: string[];
  @DateField({ title: '起始日（登记日、裁定日等）', example: '2026-11-20' }) from!: string;
  @DateField({ title: '截止日；质押为债务履行期限的最后一日', optional: true, example: '2027-11-19' }) until?: string;
  @YuanField({ title: '被担保的金额（元）', optional: true, example: '500000.00' }) securedAmountYuan?: string;
  @TextField({ title: '登记号或文号', max: 100, optional: true, example: 'Y2026620000001' }) reference?: string;
  @reasonOf('依据', '专利权质押登记通知书（示例）') basis!: string;
  @IdField({ title: '证明材料的附件编号', optional: true }) evidenceId?: string;
}

export class HeldOverlaysQuery extends PageQuery {
  @ChoiceField({ title: '种类', values: overlayKinds, optional: true, example: 'pledge' }) kind?: OverlayKind;
}

export class RightReasonDto {
  @reasonOf('理由', '录入有误') reason!: string;
}

export class RequestReleaseDto {
  @reasonOf('依据', '专利权质押登记注销通知书（示例）') basis!: string;
  @IdField({ title: '证明材料的附件编号' }) evidenceId!: string;
}

export class DecideReleaseDto {
  @FlagField({ title: '同意解除', example: true }) agreed!: boolean;
  @reasonOf('理由', '借款已结清') reason!: string;
}

export class AddCoOwnerDto {
  @IdField({ title: '共有人在本平台的单位编号', optional: true }) organizationId?: string;
  @TextField({ title: '共有人名称（不在本平台时填写）', max: 200, optional: true, example: '某某大学' }) name?: string;
}

export class AgreeCoOwnershipDto {
  @acts('约定可由任一共有人单独作的处分；不填为没有约定，依法处理', true) soloActs?: DisposalAct[];
  @IdField({ title: '共有协议的附件编号', optional: true }) evidenceId?: string;
}

export class GiveConsentDto {
  @acts('同意的处分') acts!: DisposalAct[];
  @DateField({ title: '同意的有效期', optional: true, example: '2027-06-30' }) validUntil?: string;
  @reasonOf('依据', '质权人同意转让的书面函（示例）') basis!: string;
  @IdField({ title: '书面文件的附件编号', optional: true }) evidenceId?: string;
}

export class ConsentsQuery extends PageQuery {
  @IdField({ title: '知识产权编号', optional: true }) rightId?: string;
}

export class FeeQuery {
  @YuanField({ title: '预计每年收益（元），用于算账', optional: true, example: '3000.00' }) expectedIncomeYuan?: string;
}

export class ReportFeeDto {
  @IntegerField({ title: '年度', min: 1, max: 30, example: 10 }) year!: number;
  @DateField({ title: '缴纳日期', example: '2026-07-01' }) paidOn!: string;
  @YuanField({ title: '实缴金额（元），含滞纳金', example: '4000.00' }) amountYuan!: string;
  @TextField({ title: '票据号', max: 100, example: '示例-0001' }) receiptNumber!: string;
}

export class DraftOpenLicenceDto {
  @IdField({ title: '专利编号' }) patentId!: string;
  @ChoiceField({
    title: '使用费支付方式（一次总付、按年、净销售额提成、利润提成、免费）',
    values: openLicenceFeeManners,
    example: 'perYear',
  })
  feeManner!: (typeof openLicenceFeeManners)[number];
  @YuanField({ title: '使用费（元）；提成时为入门费', optional: true, example: '20000.00' }) feeYuan?: string;
  @IntegerField({ title: '提成比例（万分之）', min: 0, max: 10_000, optional: true, example: 500 })
  royaltyBasisPoints?: number;
  @TextField({
    title: '使用费的计算依据、支付时间和方式',
    max: 2000,
    example: '每年 1 月 31 日前支付当年使用费，转账至专利权人账户。',
  })
  feeBasis!: string;
  @DateField({ title: '许可期限起始日', example: '2026-12-01' }) from!: string;
  @DateField({ title: '许可期限截止日', example: '2030-11-30' }) until!: string;
  @territory('许可地域（不填为全国）') territory?: string[];
  @TextField({ title: '其他需要明确的事项', max: 2000, optional: true, example: '被许可人应每年提供实施情况。' })
  otherTerms?: string;
  @TextField({ title: '联系方式', max: 200, example: '技术转移中心，0934-0000000' }) contact!: string;
  @IdField({ title: '专利权评价报告的附件编号（实用新型、外观设计必填）', optional: true }) evaluationReportId?: string;
}

export class ReportUptakePaymentDto {
  @DateField({ title: '付款日期', example: '2026-11-23' }) paidOn!: string;
  @IdField({ title: '付款凭证的附件编号' }) evidenceId!: string;
}

export class ContestUptakeDto {
  @FlagField({ title: '争议已解决', example: false }) settled!: boolean;
  @reasonOf('说明', '未收到使用费') reason!: string;
}

export class ReportFilingDto {
  @DateField({ title: '备案或登记日期', example: '2026-12-10' }) filedOn!: string;
  @TextField({ title: '备案号或登记号', max: 100, example: 'X2026620000001' }) filingNumber!: string;
  @IdField({ title: '备案证明或登记手续合格通知书的附件编号' }) evidenceId!: string;
}

export class DecideFilingDto {
  @FlagField({ title: '核对无误', example: true }) agreed!: boolean;
}
