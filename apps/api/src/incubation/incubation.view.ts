import { ApiProperty } from '@nestjs/swagger';
import {
  supportKinds,
  tenancyTransitions,
  type Tenancy,
  type TenancyMilestone,
  type TenancySupport,
} from '#domain/incubation/tenancy.js';
import { graduationGroundCodes, milestoneKinds } from '#domain/incubation/tenancy.policy.js';
import { moneyView, MoneyView } from '../http/money.view.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type { CohortTable, FullTenancy, IncubatorCount } from '#application/incubation/incubation.service.js';

export class TenancyView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '孵化载体编号', format: 'uuid' }) incubatorOrganizationId!: string;
  @ApiProperty({ description: '企业编号', format: 'uuid' }) enterpriseOrganizationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(tenancyTransitions) }) state!: string;
  @ApiProperty({ description: '入驻计划' }) plan!: string;
  @ApiProperty({ description: '是否技术型企业' }) technologyBased!: boolean;
  @ApiProperty({ description: '企业成立日', type: 'string', format: 'date', nullable: true }) foundedOn!: string | null;
  @ApiProperty({ description: '领域', type: 'string', nullable: true }) field!: string | null;
  @ApiProperty({ description: '是否在载体场地内' }) onPremises!: boolean;
  @ApiProperty({ description: '是否符合在孵企业的定义' }) byDefinition!: boolean;
  @ApiProperty({ description: '不符合定义仍准予入驻的理由', type: 'string', nullable: true }) exceptionReason!:
    string | null;
  @ApiProperty({ description: '毕业依据', enum: graduationGroundCodes, nullable: true }) graduationGround!:
    string | null;
  @ApiProperty({ description: '最近一次办理的理由', type: 'string', nullable: true }) decisionReason!: string | null;
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

export class TenancySupportView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '种类', enum: supportKinds }) kind!: string;
  @ApiProperty({ description: '金额', type: MoneyView, nullable: true }) amount!: MoneyView | null;
  @ApiProperty({ description: '提供日', format: 'date' }) givenOn!: string;
  @ApiProperty({ description: '说明' }) note!: string;
}

export class FullTenancyView extends TenancyView {
  @ApiProperty({ description: '里程碑', type: [TenancyMilestoneView] }) milestones!: TenancyMilestoneView[];
  @ApiProperty({ description: '获得的支持', type: [TenancySupportView] }) supports!: TenancySupportView[];
}

export class IncubatorView {
  @ApiProperty({ description: '单位编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '名称' }) name!: string;
  @ApiProperty({ description: '县区代码' }) countyCode!: string;
  @ApiProperty({ description: '在孵企业数' }) admitted!: number;
  @ApiProperty({ description: '累计毕业企业数' }) graduated!: number;
  @ApiProperty({ description: '累计退出企业数' }) left!: number;
  @ApiProperty({ description: '累计失败注销企业数' }) failed!: number;
  @ApiProperty({ description: '失联企业数' }) lost!: number;
}

export const tenancyView = (tenancy: Tenancy): TenancyView => ({
  id: tenancy.id,
  incubatorOrganizationId: tenancy.incubatorOrganizationId,
  enterpriseOrganizationId: tenancy.enterpriseOrganizationId,
  state: tenancy.state,
  plan: tenancy.plan,
  technologyBased: tenancy.technologyBased,
  foundedOn: tenancy.foundedOn,
  field: tenancy.field,
  onPremises: tenancy.onPremises,
  byDefinition: tenancy.byDefinition,
  exceptionReason: tenancy.exceptionReason,
  graduationGround: tenancy.graduationGround,
  decisionReason: tenancy.decisionReason,
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

export const supportView = ({ id, kind, amount, givenOn, note }: TenancySupport): TenancySupportView => ({
  id,
  kind,
  amount: amount === null ? null : moneyView(amount),
  givenOn,
  note,
});

export const fullTenancyView = ({ tenancy, milestones, supports }: FullTenancy): FullTenancyView => ({
  ...tenancyView(tenancy),
  milestones: milestones.map(milestoneView),
  supports: supports.map(supportView),
});

export const incubatorView = (incubator: IncubatorCount): IncubatorView => ({
  id: incubator.id,
  name: incubator.name,
  countyCode: incubator.countyCode,
  admitted: incubator.admitted,
  graduated: incubator.graduated,
  left: incubator.left,
  failed: incubator.failed,
  lost: incubator.lost,
});

export class CohortView {
  @ApiProperty({ description: '入驻年度', example: 2024 }) year!: number;
  @ApiProperty({ description: '当年入驻' }) entered!: number;
  @ApiProperty({ description: '仍在孵' }) inIncubation!: number;
  @ApiProperty({ description: '已毕业' }) graduated!: number;
  @ApiProperty({ description: '已退出' }) left!: number;
  @ApiProperty({ description: '失败注销' }) failed!: number;
  @ApiProperty({ description: '去向不明（失联）' }) unknown!: number;
  @ApiProperty({ description: '右删失：未观察到失败，只跟踪到统计日或离开之日' }) censored!: number;
  @ApiProperty({
    description: '满 1、2、3 年的存活率（万分比，Kaplan–Meier 估计）；跟踪不足的为 null',
    type: [Number],
    example: [9200, 8500, null],
  })
  survivalBasisPoints!: readonly (number | null)[];
}

export class CohortTableView {
  @ApiProperty({ description: '统计日', format: 'date' }) asOf!: string;
  @ApiProperty({ description: '说明' }) note!: string;
  @ApiProperty({ description: '按入驻年度', type: [CohortView] }) cohorts!: CohortView[];
}

export const cohortTableView = ({ asOf, cohorts }: CohortTable): CohortTableView => ({
  asOf,
  note: '失败注销计为事件；毕业、退出、失联和仍在孵的企业只计到离开之日或统计日（右删失），其后情况不作推断。',
  cohorts: cohorts.map(({ survival, ...cohort }) => ({ ...cohort, survivalBasisPoints: survival })),
});
