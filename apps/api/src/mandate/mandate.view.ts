import { ApiProperty } from '@nestjs/swagger';
import { mandateTransitions, tailEnd, type DualAgencyConsent, type Mandate } from '#domain/mandate/mandate.js';
import { statesOf } from '#domain/shared/state-machine.js';
import { moneyView, MoneyView } from '../http/money.view.js';

export class MandateSubjectView {
  @ApiProperty({ description: '标的种类', enum: ['demand', 'achievement'] }) kind!: string;
  @ApiProperty({ description: '需求或成果编号', format: 'uuid' }) id!: string;
}

export class FeeView {
  @ApiProperty({ description: '佣金方式', enum: ['fixed', 'percent'] }) kind!: string;
  @ApiProperty({ description: '定额佣金', type: MoneyView, nullable: true }) amount!: MoneyView | null;
  @ApiProperty({ description: '佣金比例（万分之几）', type: 'integer', nullable: true }) basisPoints!: number | null;
  @ApiProperty({ description: '计算基数', type: 'string', nullable: true }) base!: string | null;
}

export class MandateView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '经纪人编号', format: 'uuid' }) brokerPersonId!: string;
  @ApiProperty({ description: '服务机构编号', format: 'uuid' }) agencyOrganizationId!: string;
  @ApiProperty({ description: '委托单位编号', format: 'uuid' }) principalOrganizationId!: string;
  @ApiProperty({ description: '委托标的', type: MandateSubjectView }) subject!: MandateSubjectView;
  @ApiProperty({ description: '所为的撮合编号', type: 'string', format: 'uuid', nullable: true }) matchId!:
    string | null;
  @ApiProperty({ description: '状态', enum: statesOf(mandateTransitions) }) state!: string;
  @ApiProperty({ description: '佣金', type: FeeView }) fee!: FeeView;
  @ApiProperty({ description: '是否独家' }) exclusive!: boolean;
  @ApiProperty({ description: '委托期限至', format: 'date' }) expiresOn!: string;
  @ApiProperty({ description: '尾款期最后一日', format: 'date' }) tailEndsOn!: string;
  @ApiProperty({ description: '经纪人须告知的利害关系', type: 'string', nullable: true }) interestNote!: string | null;
  @ApiProperty({ description: '谢绝或终止原因', type: 'string', nullable: true }) closeReason!: string | null;
  @ApiProperty({ description: '版本' }) version!: number;
  @ApiProperty({ description: '提出时间', format: 'date-time' }) createdAt!: string;
  @ApiProperty({ description: '接受时间', type: 'string', format: 'date-time', nullable: true }) acceptedAt!:
    string | null;
}

export const mandateView = (mandate: Mandate): MandateView => ({
  id: mandate.id,
  brokerPersonId: mandate.brokerPersonId,
  agencyOrganizationId: mandate.agencyOrganizationId,
  principalOrganizationId: mandate.principalOrganizationId,
  subject: { ...mandate.subject },
  matchId: mandate.matchId,
  state: mandate.state,
  fee: {
    kind: mandate.fee.kind,
    amount: mandate.fee.kind === 'fixed' ? moneyView(mandate.fee.amount) : null,
    basisPoints: mandate.fee.kind === 'percent' ? mandate.fee.basisPoints : null,
    base: mandate.fee.kind === 'percent' ? mandate.fee.base : null,
  },
  exclusive: mandate.exclusive,
  expiresOn: mandate.expiresOn,
  tailEndsOn: tailEnd(mandate),
  interestNote: mandate.interestNote,
  closeReason: mandate.closeReason,
  version: mandate.version,
  createdAt: mandate.createdAt.toISOString(),
  acceptedAt: mandate.acceptedAt?.toISOString() ?? null,
});

export class DualAgencyConsentView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '撮合编号', format: 'uuid' }) matchId!: string;
  @ApiProperty({ description: '服务机构编号', format: 'uuid' }) agencyOrganizationId!: string;
  @ApiProperty({ description: '同意方单位编号', format: 'uuid' }) principalOrganizationId!: string;
  @ApiProperty({ description: '书面同意的内容' }) statement!: string;
  @ApiProperty({ description: '同意时间', format: 'date-time' }) consentedAt!: string;
}

export const dualAgencyConsentView = (consent: DualAgencyConsent): DualAgencyConsentView => ({
  id: consent.id,
  matchId: consent.matchId,
  agencyOrganizationId: consent.agencyOrganizationId,
  principalOrganizationId: consent.principalOrganizationId,
  statement: consent.statement,
  consentedAt: consent.consentedAt.toISOString(),
});
