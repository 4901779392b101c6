import { ApiProperty } from '@nestjs/swagger';
import { milestoneKinds, tenancyTransitions, type Tenancy, type TenancyMilestone } from '#domain/incubation/tenancy.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type { FullTenancy, IncubatorCount } from '#application/incubation/incubation.service.js';

export class TenancyView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '孵化载体编号', format: 'uuid' }) incubatorOrganizationId!: string;
  @ApiProperty({ description: '企业编号', format: 'uuid' }) enterpriseOrganizationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(tenancyTransitions) }) state!: string;
  @ApiProperty({ description: '入驻计划' }) plan!: string;
  @ApiProperty({ description: '申请日', format: 'date' }) appliedOn!: string;
  @ApiProperty({ description: '入驻日', type: 'string', format: 'date', nullable: true }) admittedOn!: string | null;
  @ApiProperty({ description: '约定的截止日', type: 'string', format: 'date', nullable: true }) plannedUntil!:
    string | null;
  @ApiProperty({ description: '结束日', type: 'string', format: 'date', nullable: true }) endedOn!: string | null;
  @ApiProperty({ description: '版本' }) version!: number;
}

export class TenancyMilestoneView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '种类', enum: milestoneKinds }) kind!: string;
  @ApiProperty({ description: '说明' }) note!: string;
  @ApiProperty({ description: '达到日', format: 'date' }) reachedOn!: string;
}

export class FullTenancyView extends TenancyView {
  @ApiProperty({ description: '里程碑', type: [TenancyMilestoneView] }) milestones!: TenancyMilestoneView[];
}

export class IncubatorView {
  @ApiProperty({ description: '单位编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '名称' }) name!: string;
  @ApiProperty({ description: '县区代码' }) countyCode!: string;
  @ApiProperty({ description: '在孵企业数' }) admitted!: number;
  @ApiProperty({ description: '累计毕业企业数' }) graduated!: number;
  @ApiProperty({ description: '累计退出企业数' }) left!: number;
}

export const tenancyView = (tenancy: Tenancy): TenancyView => ({
  id: tenancy.id,
  incubatorOrganizationId: tenancy.incubatorOrganizationId,
  enterpriseOrganizationId: tenancy.enterpriseOrganizationId,
  state: tenancy.state,
  plan: tenancy.plan,
  appliedOn: tenancy.appliedOn,
  admittedOn: tenancy.admittedOn,
  plannedUntil: tenancy.plannedUntil,
  endedOn: tenancy.endedOn,
  version: tenancy.version,
});

export const milestoneView = ({ id, kind, note, reachedOn }: TenancyMilestone): TenancyMilestoneView => ({
  id,
  kind,
  note,
  reachedOn,
});

export const fullTenancyView = ({ tenancy, milestones }: FullTenancy): FullTenancyView => ({
  ...tenancyView(tenancy),
  milestones: milestones.map(milestoneView),
});

export const incubatorView = (incubator: IncubatorCount): IncubatorView => ({
  id: incubator.id,
  name: incubator.name,
  countyCode: incubator.countyCode,
  admitted: incubator.admitted,
  graduated: incubator.graduated,
  left: incubator.left,
});
