import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseYuan } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { MilestoneService, type FullPlan } from '#application/performance/milestone.service.js';
import { OverdueService } from '#application/performance/overdue.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { DeliveryDto, MilestonePlanDto, PlanReasonDto } from './performance.dto.js';
import {
  deliveriesView,
  DeliveriesView,
  deliveryView,
  DeliveryView,
  milestonePlanView,
  MilestonePlanView,
  milestoneView,
  MilestoneView,
  overdueStepView,
  OverdueStepView,
} from './performance.view.js';

const sides = ['enterprise', 'researchUnit'] as const;
const planErrors = [
  'contract.notEffective',
  'milestone.amountsAboveContract',
  'milestone.dueOutsideContract',
  'milestone.empty',
] as const;
const decisionErrors = [
  'milestone.notFound',
  'milestone.otherSideDecides',
  'milestone.ownSideWithdraws',
  'state.notAllowed',
  ...planErrors,
] as const;
const deciding = {
  access: sides,
  scope: 'performance.write',
  status: 201,
  answer: MilestonePlanView,
  errors: decisionErrors,
  idempotency: 'required',
} as const;
const answering = {
  access: sides,
  scope: 'performance.write',
  status: 201,
  answer: DeliveryView,
  errors: ['milestone.notFound', 'milestone.buyerAccepts', 'state.notAllowed'],
  idempotency: 'required',
} as const;

@ApiTags('履约')
@Controller('v1')
export class MilestoneController {
  constructor(
    private readonly milestones: MilestoneService,
    private readonly overdue: OverdueService,
  ) {}

  @Post('contracts/:id/milestone-plans')
  @Operation({
    summary: '提出合同的里程碑计划',
    access: sides,
    scope: 'performance.write',
    status: 201,
    answer: MilestonePlanView,
    errors: ['contract.notFound', 'milestone.planOpen', ...planErrors],
    idempotency: 'required',
  })
  async propose(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: MilestonePlanDto,
  ): Promise<MilestonePlanView> {
    const milestones = body.milestones.map(({ title, deliverable, dueOn, amountYuan }) => ({
      ...{ title, deliverable, dueOn, amount: unwrap(parseYuan(amountYuan)) },
    }));
    const plan = { milestones, silenceDays: body.silenceDays ?? null, withEscrow: body.withEscrow ?? false };
    return milestonePlanView(unwrap(await this.milestones.propose(actor, id, plan)));
  }

  @Get('contracts/:id/milestone-plans')
  @Operation({
    summary: '查看合同的里程碑计划',
    access: 'signedIn',
    scope: 'performance.read',
    answer: PageOf(MilestonePlanView),
    errors: ['contract.notFound'],
  })
  async plans(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    return pageOf(
      query,
      async (after, limit) =>
        unwrap(await this.milestones.plans(actor, id, after, limit)).map((full) => ({ ...full, id: full.plan.id })),
      (full: FullPlan & { readonly id: string }) => milestonePlanView(full),
    );
  }

  @Post('milestone-plans/:id/agreement')
  @Operation({ ...deciding, summary: '同意对方提出的里程碑计划' })
  async agree(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<MilestonePlanView> {
    return milestonePlanView(unwrap(await this.milestones.decide(actor, id, 'agree', null)));
  }

  @Post('milestone-plans/:id/refusal')
  @Operation({ ...deciding, summary: '不同意对方提出的里程碑计划' })
  async decline(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: PlanReasonDto,
  ): Promise<MilestonePlanView> {
    return milestonePlanView(unwrap(await this.milestones.decide(actor, id, 'decline', reason)));
  }

  @Post('milestone-plans/:id/withdrawal')
  @Operation({ ...deciding, summary: '撤回本方提出的里程碑计划' })
  async withdraw(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: PlanReasonDto,
  ): Promise<MilestonePlanView> {
    return milestonePlanView(unwrap(await this.milestones.decide(actor, id, 'withdraw', reason)));
  }

  @Get('milestones/:id')
  @Operation({
    summary: '查看一项里程碑',
    access: 'signedIn',
    scope: 'performance.read',
    answer: MilestoneView,
    errors: ['milestone.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<MilestoneView> {
    return milestoneView(unwrap(await this.milestones.get(actor, id)));
  }

  @Post('milestones/:id/deliveries')
  @Operation({
    summary: '提交里程碑的全部或部分交付',
    access: sides,
    scope: 'performance.write',
    status: 201,
    answer: DeliveryView,
    errors: [
      'milestone.notFound',
      'milestone.sellerDelivers',
      'milestone.attachmentNotFound',
      'milestone.deliveryAboveMilestone',
      'milestone.empty',
      'milestone.tooManyDeliveries',
      'state.notAllowed',
    ],
    idempotency: 'required',
  })
  async deliver(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { description, amountYuan, attachmentIds }: DeliveryDto,
  ): Promise<DeliveryView> {
    const given = { description, amount: unwrap(parseYuan(amountYuan)), attachmentIds: attachmentIds ?? [] };
    return deliveryView(unwrap(await this.milestones.deliver(actor, id, given)));
  }

  @Get('milestones/:id/deliveries')
  @Operation({
    summary: '查看里程碑的全部交付',
    access: 'signedIn',
    scope: 'performance.read',
    answer: DeliveriesView,
    errors: ['milestone.notFound'],
  })
  async deliveries(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<DeliveriesView> {
    return deliveriesView(unwrap(await this.milestones.deliveries(actor, id)));
  }

  @Post('deliveries/:id/acceptance')
  @Operation({ ...answering, summary: '验收通过一次交付' })
  async accept(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<DeliveryView> {
    return deliveryView(unwrap(await this.milestones.answer(actor, id, 'accept', null)));
  }

  @Post('deliveries/:id/return')
  @Operation({ ...answering, summary: '退回一次交付并说明原因' })
  async returnDelivery(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: PlanReasonDto,
  ): Promise<DeliveryView> {
    return deliveryView(unwrap(await this.milestones.answer(actor, id, 'return', reason)));
  }

  @Get('contracts/:id/overdue-steps')
  @Operation({
    summary: '查看合同的到期提醒、逾期通知与催告',
    access: 'signedIn',
    scope: 'performance.read',
    answer: PageOf(OverdueStepView),
    errors: ['contract.notFound'],
  })
  async steps(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    return pageOf(
      query,
      async (after, limit) => unwrap(await this.overdue.list(actor, id, after, limit)),
      overdueStepView,
    );
  }
}
