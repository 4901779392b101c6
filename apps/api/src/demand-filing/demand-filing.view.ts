import { ApiProperty } from '@nestjs/swagger';
import { consentWays, principalKinds, type DemandFiling } from '#domain/demand-filing/demand-filing.js';
import type { FiledDemand } from '#application/demand-filing/demand-filing.service.js';
import { demandView, DemandView } from '../demand/demand.view.js';

export class DemandFilingView {
  @ApiProperty({ description: '需求编号', format: 'uuid' }) demandId!: string;
  @ApiProperty({ description: '代填单位编号', format: 'uuid' }) filerOrganizationId!: string;
  @ApiProperty({ description: '委托编号', type: 'string', format: 'uuid', nullable: true }) mandateId!: string | null;
  @ApiProperty({ description: '需求方类别', enum: principalKinds }) principalKind!: string;
  @ApiProperty({ description: '需求方名称' }) principalName!: string;
  @ApiProperty({ description: '需求方单位编号', type: 'string', format: 'uuid', nullable: true })
  principalOrganizationId!: string | null;
  @ApiProperty({ description: '同意的方式', enum: consentWays }) consentHow!: string;
  @ApiProperty({ description: '同意的日期', format: 'date' }) consentGivenOn!: string;
  @ApiProperty({ description: '谁表示的同意' }) consentGivenBy!: string;
  @ApiProperty({ description: '同意的内容与经过' }) consentNote!: string;
  @ApiProperty({ description: '撤回同意的时间', type: 'string', format: 'date-time', nullable: true })
  consentWithdrawnAt!: string | null;
  @ApiProperty({ description: '交接码签发时间', type: 'string', format: 'date-time', nullable: true })
  handoverIssuedAt!: string | null;
  @ApiProperty({ description: '接手时间', type: 'string', format: 'date-time', nullable: true }) takenOverAt!:
    string | null;
  @ApiProperty({ description: '接手单位编号', type: 'string', format: 'uuid', nullable: true })
  takenOverByOrganizationId!: string | null;
  @ApiProperty({ description: '代填时间', format: 'date-time' }) createdAt!: string;
}

export class FiledDemandView extends DemandFilingView {
  @ApiProperty({ description: '需求', type: DemandView }) demand!: DemandView;
  @ApiProperty({ description: '联系人；无权查看或已删除为 null', type: 'string', nullable: true }) contactName!:
    string | null;
  @ApiProperty({ description: '联系电话；无权查看或已删除为 null', type: 'string', nullable: true }) contactPhone!:
    string | null;
}

export class HandoverCodeView {
  @ApiProperty({ description: '需求编号', format: 'uuid' }) demandId!: string;
  @ApiProperty({ description: '交接码，只显示这一次' }) code!: string;
}

export const demandFilingView = ({ principal, consent, ...filing }: DemandFiling): DemandFilingView => ({
  demandId: filing.demandId,
  filerOrganizationId: filing.filerOrganizationId,
  mandateId: filing.mandateId,
  principalKind: principal.kind,
  principalName: principal.name,
  principalOrganizationId: principal.organizationId,
  consentHow: consent.how,
  consentGivenOn: consent.givenOn,
  consentGivenBy: consent.givenBy,
  consentNote: consent.note,
  consentWithdrawnAt: consent.withdrawnAt?.toISOString() ?? null,
  handoverIssuedAt: filing.handoverIssuedAt?.toISOString() ?? null,
  takenOverAt: filing.takenOverAt?.toISOString() ?? null,
  takenOverByOrganizationId: filing.takenOverByOrganizationId,
  createdAt: filing.createdAt.toISOString(),
});

export const filedDemandView = ({ filing, demand, contact }: FiledDemand): FiledDemandView => ({
  ...demandFilingView(filing),
  demand: demandView(demand),
  contactName: contact?.name ?? null,
  contactPhone: contact?.phone ?? null,
});
