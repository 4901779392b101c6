import { ApiProperty } from '@nestjs/swagger';
import {
  openLicenceFeeManners,
  openLicenceTransitions,
  openLicenceUptakeTransitions,
  type OpenLicence,
  type OpenLicenceUptake,
  type StatementFinding,
} from '#domain/right/open-licence.js';
import type { RightGuardRefusal } from '#domain/right/disposal.js';
import { statesOf } from '#domain/shared/state-machine.js';
import { moneyView, MoneyView } from '../http/money.view.js';
import { answerView, DisposalAnswerView } from './right.view.js';

export class OpenLicenceView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '专利编号', format: 'uuid' }) patentId!: string;
  @ApiProperty({ description: '专利号' }) patentNumber!: string;
  @ApiProperty({ description: '发明名称' }) patentTitle!: string;
  @ApiProperty({ description: '专利权人单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '专利权人' }) holderName!: string;
  @ApiProperty({ description: '状态（草稿、已公开、已撤回、已届满、已弃用）', enum: statesOf(openLicenceTransitions) })
  state!: string;
  @ApiProperty({ description: '使用费支付方式', enum: [...openLicenceFeeManners] }) feeManner!: string;
  @ApiProperty({ description: '使用费或入门费', type: MoneyView, nullable: true }) fee!: MoneyView | null;
  @ApiProperty({ description: '提成比例（万分之）', type: 'integer', nullable: true }) royaltyBasisPoints!:
    number | null;
  @ApiProperty({ description: '计算依据、支付时间和方式' }) feeBasis!: string;
  @ApiProperty({ description: '许可期限起始日', format: 'date' }) from!: string;
  @ApiProperty({ description: '许可期限截止日', format: 'date' }) until!: string;
  @ApiProperty({ description: '许可地域（空为全国）', type: [String] }) territory!: readonly string[];
  @ApiProperty({ description: '其他需要明确的事项', type: 'string', nullable: true }) otherTerms!: string | null;
  @ApiProperty({ description: '联系方式' }) contact!: string;
  @ApiProperty({ description: '专利权评价报告的附件编号', type: 'string', format: 'uuid', nullable: true })
  evaluationReportId!: string | null;
  @ApiProperty({ description: '公开时间', type: 'string', format: 'date-time', nullable: true }) publishedAt!:
    string | null;
  @ApiProperty({ description: '撤回理由', type: 'string', nullable: true }) withdrawnReason!: string | null;
  @ApiProperty({ description: '版本', type: 'integer' }) version!: number;
}
export class OpenLicenceUptakeView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '开放许可声明编号', format: 'uuid' }) openLicenceId!: string;
  @ApiProperty({ description: '专利编号', format: 'uuid' }) patentId!: string;
  @ApiProperty({ description: '专利权人单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '被许可人单位编号', format: 'uuid' }) licenseeOrganizationId!: string;
  @ApiProperty({ description: '被许可人' }) licenseeName!: string;
  @ApiProperty({
    description: '状态（已通知、已获许可、付款有争议、已取消）',
    enum: statesOf(openLicenceUptakeTransitions),
  })
  state!: string;
  @ApiProperty({ description: '书面通知日', format: 'date' }) notifiedOn!: string;
  @ApiProperty({ description: '付款日', type: 'string', format: 'date', nullable: true }) paidOn!: string | null;
  @ApiProperty({ description: '付款凭证的附件编号', type: 'string', format: 'uuid', nullable: true })
  paymentEvidenceId!: string | null;
  @ApiProperty({ description: '获得许可之日', type: 'string', format: 'date', nullable: true }) effectiveOn!:
    string | null;
  @ApiProperty({ description: '许可截止日', format: 'date' }) until!: string;
  @ApiProperty({ description: '版本', type: 'integer' }) version!: number;
}
export class LicenceStatementFindingView {
  @ApiProperty({ description: '代码' }) code!: string;
  @ApiProperty({ description: '所在项' }) field!: string;
  @ApiProperty({ description: '问题' }) text!: string;
  @ApiProperty({ description: '依据' }) article!: string;
}
export class StatementCheckView {
  @ApiProperty({ description: '内容上的问题', type: [LicenceStatementFindingView] })
  findings!: LicenceStatementFindingView[];
  @ApiProperty({ description: '权利状况是否允许', type: DisposalAnswerView }) bar!: DisposalAnswerView;
}

export const openLicenceView = (statement: OpenLicence): OpenLicenceView => ({
  id: statement.id,
  patentId: statement.patentId,
  patentNumber: statement.patentNumber,
  patentTitle: statement.patentTitle,
  organizationId: statement.organizationId,
  holderName: statement.holderName,
  state: statement.state,
  feeManner: statement.feeManner,
  royaltyBasisPoints: statement.royaltyBasisPoints,
  feeBasis: statement.feeBasis,
  from: statement.from,
  until: statement.until,
  territory: statement.territory,
  otherTerms: statement.otherTerms,
  contact: statement.contact,
  evaluationReportId: statement.evaluationReportId,
  withdrawnReason: statement.withdrawnReason,
  version: statement.version,
  fee: statement.fee === null ? null : moneyView(statement.fee),
  publishedAt: statement.publishedAt?.toISOString() ?? null,
});

export const uptakeView = (uptake: OpenLicenceUptake): OpenLicenceUptakeView => ({
  id: uptake.id,
  openLicenceId: uptake.openLicenceId,
  patentId: uptake.patentId,
  organizationId: uptake.organizationId,
  licenseeOrganizationId: uptake.licenseeOrganizationId,
  licenseeName: uptake.licenseeName,
  state: uptake.state,
  notifiedOn: uptake.notifiedOn,
  paidOn: uptake.paidOn,
  paymentEvidenceId: uptake.paymentEvidenceId,
  effectiveOn: uptake.effectiveOn,
  until: uptake.until,
  version: uptake.version,
});

export const statementCheckView = (check: {
  readonly findings: readonly StatementFinding[];
  readonly barred: RightGuardRefusal | null;
}): StatementCheckView => ({
  findings: check.findings.map(({ code, field, text, article }) => ({ code, field, text, article })),
  bar: answerView(check.barred === null ? { ok: true, value: [] } : { ok: false, refusal: check.barred }),
});
