import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { brokerAffiliationTransitions, type BrokerAffiliation } from '#domain/broker-affiliation/broker-affiliation.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { statesOf } from '#domain/shared/state-machine.js';
import { BrokerAffiliationService } from '#application/broker-affiliation/broker-affiliation.service.js';
import { TextField } from '../http/fields.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';

export class AffiliationReasonDto {
  @TextField({ title: '理由', min: 2, max: 500, example: '个人原因离职' }) reason!: string;
}

const nullableTime = { type: 'string', format: 'date-time', nullable: true } as const;
export class BrokerAffiliationView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '经纪人编号', format: 'uuid' }) personId!: string;
  @ApiProperty({ description: '执业机构编号', format: 'uuid' }) agencyOrganizationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(brokerAffiliationTransitions) }) state!: string;
  @ApiProperty({ ...nullableTime, description: '执业自' }) since!: string | null;
  @ApiProperty({ ...nullableTime, description: '执业至' }) endedAt!: string | null;
  @ApiProperty({ type: 'string', nullable: true, description: '理由' }) reason!: string | null;
}

const affiliationView = (found: BrokerAffiliation): BrokerAffiliationView => ({
  id: found.id,
  personId: found.personId,
  agencyOrganizationId: found.agencyOrganizationId,
  state: found.state,
  since: found.since?.toISOString() ?? null,
  endedAt: found.endedAt?.toISOString() ?? null,
  reason: found.reason,
});

const write = {
  scope: 'brokerAffiliation.write',
  status: 201,
  answer: BrokerAffiliationView,
  idempotency: 'required',
} as const;
const errors = ['brokerAffiliation.notFound', 'state.notAllowed'] as const;
const practice = ['broker', 'agencyManager'] as const;

@ApiTags('技术经纪人')
@Controller('v1/broker-affiliations')
export class BrokerAffiliationController {
  constructor(private readonly affiliations: BrokerAffiliationService) {}

  @Post()
  @Operation({
    ...write,
    summary: '申请在本机构执业（在别的机构执业的，确认之时即转来）',
    access: practice,
    errors: ['brokerAffiliation.notMember', 'brokerAffiliation.sameAgency', 'brokerAffiliation.requestedAlready'],
  })
  async request(@CurrentPerson() actor: PersonActor): Promise<BrokerAffiliationView> {
    return affiliationView(unwrap(await this.affiliations.request(actor)));
  }

  @Get()
  @Operation({
    summary: '查看执业记录（本人的、本机构的；科技部门看全部）',
    access: [...practice, 'reviewer', 'auditor'],
    scope: 'brokerAffiliation.read',
    answer: PageOf(BrokerAffiliationView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.affiliations.list(actor, after, limit), affiliationView);
  }

  @Get(':id')
  @Operation({
    summary: '查看一项执业记录',
    access: [...practice, 'reviewer', 'auditor'],
    scope: 'brokerAffiliation.read',
    answer: BrokerAffiliationView,
    errors: ['brokerAffiliation.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<BrokerAffiliationView> {
    return affiliationView(unwrap(await this.affiliations.get(actor, id)));
  }

  @Post(':id/confirmation')
  @Operation({
    ...write,
    summary: '机构确认执业',
    access: ['agencyManager'],
    errors: [...errors, 'brokerAffiliation.ownRequest'],
  })
  async confirm(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<BrokerAffiliationView> {
    return affiliationView(unwrap(await this.affiliations.confirm(actor, id)));
  }

  @Post(':id/refusal')
  @Operation({ ...write, summary: '机构谢绝执业申请', access: ['agencyManager'], errors })
  async refuse(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: AffiliationReasonDto,
  ): Promise<BrokerAffiliationView> {
    return affiliationView(unwrap(await this.affiliations.refuse(actor, id, reason)));
  }

  @Post(':id/withdrawal')
  @Operation({ ...write, summary: '撤回执业申请', access: practice, errors })
  async withdraw(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: AffiliationReasonDto,
  ): Promise<BrokerAffiliationView> {
    return affiliationView(unwrap(await this.affiliations.withdraw(actor, id, reason)));
  }

  @Post(':id/end')
  @Operation({ ...write, summary: '终止执业（本人或者机构）', access: practice, errors })
  async end(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: AffiliationReasonDto,
  ): Promise<BrokerAffiliationView> {
    return affiliationView(unwrap(await this.affiliations.end(actor, id, reason)));
  }
}
