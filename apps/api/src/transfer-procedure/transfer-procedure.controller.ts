import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { beijingDate } from '#domain/calendar/local-date.js';
import { parseYuan } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import type { StageRule } from '#domain/transfer-procedure/transfer-rule.js';
import { TransferProcedureService } from '#application/transfer-procedure/transfer-procedure.service.js';
import { TransferRuleService } from '#application/transfer-procedure/transfer-rule.service.js';
import { Clock } from '#platform/clock/clock.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import {
  BeginProcedureDto,
  CompleteDto,
  LinkDto,
  PricingDto,
  ProcedureQuery,
  ProcedureReasonDto,
  SaveRuleDto,
  type StageRuleDto,
} from './transfer-procedure.dto.js';
import {
  boardView,
  BoardView,
  transferProcedureDetailView,
  TransferProcedureDetailView,
  transferProcedureView,
  TransferProcedureView,
  transferRuleView,
  TransferRuleView,
} from './transfer-procedure.view.js';

const units = ['researchUnit', 'enterprise'] as const;
const write = { scope: 'transferProcedure.write', status: 201, idempotency: 'required' } as const;
const change = { ...write, answer: TransferProcedureView } as const;

@ApiTags('成果转化流程')
@Controller('v1')
export class TransferProcedureController {
  constructor(
    private readonly rules: TransferRuleService,
    private readonly procedures: TransferProcedureService,
    private readonly clock: Clock,
  ) {}

  @Post('transfer-rules')
  @Operation({
    ...write,
    summary: '保存本单位的转化流程规定（新的修订，只约束此后发起的流程）',
    description:
      '规定七个环节的办理人、人数与比例、材料、期限、会议纪要；保存时检查缺人、人数不足、一人兼任不相容环节等，一次列出全部问题。',
    access: units,
    answer: TransferRuleView,
    errors: ['transferRule.unsound', 'transferRule.unknownPerson', 'transferRule.savedMeanwhile'],
  })
  async saveRule(
    @CurrentPerson() actor: PersonActor,
    @Body() { stages, note }: SaveRuleDto,
  ): Promise<TransferRuleView> {
    return transferRuleView(unwrap(await this.rules.save(actor, stages.map(ruleOf), note)));
  }

  @Get('transfer-rules')
  @Operation({
    summary: '查看转化流程规定及历次修订',
    access: 'signedIn',
    scope: 'transferProcedure.read',
    answer: PageOf(TransferRuleView),
  })
  async listRules(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.rules.list(actor, after, limit), transferRuleView);
  }

  @Post('transfer-procedures')
  @Operation({
    ...change,
    summary: '发起科技成果转化流程',
    access: units,
    errors: [
      'achievement.notFound',
      'achievement.closed',
      'achievement.secret',
      'shareAgreement.notAgreed',
      'transferRule.none',
      'transferProcedure.openAlready',
      'transferProcedure.unknownParty',
      'transferProcedure.relatedUnexplained',
    ],
  })
  async begin(@CurrentPerson() actor: PersonActor, @Body() body: BeginProcedureDto): Promise<TransferProcedureView> {
    const given = {
      ...body,
      counterpartyId: body.counterpartyId ?? null,
      counterpartyName: body.counterpartyName ?? null,
      relatedNote: body.relatedNote ?? null,
    };
    return transferProcedureView(unwrap(await this.procedures.begin(actor, given)));
  }

  @Get('transfer-procedures')
  @Operation({
    summary: '查看转化流程（本单位的、本人参与的；主管部门看全部）',
    access: 'signedIn',
    scope: 'transferProcedure.read',
    answer: PageOf(TransferProcedureView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() { state, achievementId, ...page }: ProcedureQuery) {
    const filter = { state: state ?? null, achievementId: achievementId ?? null };
    return pageOf(page, (after, limit) => this.procedures.list(actor, filter, after, limit), transferProcedureView);
  }

  @Get('transfer-procedures/board')
  @Operation({
    summary: '转化流程看板：各环节有哪些流程、停留几日、是否超期（至多 500 件）',
    access: 'signedIn',
    scope: 'transferProcedure.read',
    answer: BoardView,
  })
  async board(@CurrentPerson() actor: PersonActor): Promise<BoardView> {
    return boardView(await this.procedures.board(actor), beijingDate(this.clock.now()));
  }

  @Get('transfer-procedures/:id')
  @Operation({
    summary: '查看一个转化流程：环节、表决、纪要、期限',
    access: 'signedIn',
    scope: 'transferProcedure.read',
    answer: TransferProcedureDetailView,
    errors: ['transferProcedure.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<TransferProcedureDetailView> {
    return transferProcedureDetailView(unwrap(await this.procedures.get(actor, id)));
  }

  @Post('transfer-procedures/:id/pricing')
  @Operation({
    ...change,
    summary: '评估环节确定价格及依据',
    access: 'signedIn',
    errors: [
      'transferProcedure.notFound',
      'transferProcedure.over',
      'transferProcedure.notHere',
      'transferProcedure.notActor',
      'money.malformed',
    ],
  })
  async price(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { priceYuan, ...pricing }: PricingDto,
  ): Promise<TransferProcedureView> {
    const given = { ...pricing, price: unwrap(parseYuan(priceYuan)) };
    return transferProcedureView(unwrap(await this.procedures.price(actor, id, given)));
  }

  @Post('transfer-procedures/:id/links')
  @Operation({
    ...change,
    summary: '实施环节关联洽谈、合同、奖酬方案',
    access: 'signedIn',
    errors: [
      'transferProcedure.notFound',
      'transferProcedure.over',
      'transferProcedure.notHere',
      'transferProcedure.notActor',
      'transferProcedure.notYourDeal',
      'transferProcedure.notYourContract',
      'transferProcedure.notYourPlan',
      'transferProcedure.priceDiffers',
    ],
  })
  async link(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { dealId, contractId, rewardPlanId, priceDifference }: LinkDto,
  ): Promise<TransferProcedureView> {
    const links = {
      ...(dealId && { dealId }),
      ...(contractId && { contractId }),
      ...(rewardPlanId && { rewardPlanId }),
      priceDifference: priceDifference ?? null,
    };
    return transferProcedureView(unwrap(await this.procedures.link(actor, id, links)));
  }

  @Post('transfer-procedures/:id/completion')
  @Operation({
    ...change,
    summary: '办结转化流程',
    access: 'signedIn',
    errors: [
      'transferProcedure.notFound',
      'transferProcedure.over',
      'transferProcedure.notHere',
      'transferProcedure.notActor',
      'transferProcedure.contractMissing',
      'state.notAllowed',
    ],
  })
  async complete(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { outcome }: CompleteDto,
  ): Promise<TransferProcedureView> {
    return transferProcedureView(unwrap(await this.procedures.complete(actor, id, outcome)));
  }

  @Post('transfer-procedures/:id/withdrawal')
  @Operation({
    ...change,
    summary: '撤回或终止转化流程',
    access: units,
    errors: ['transferProcedure.notFound', 'transferProcedure.over', 'state.notAllowed'],
  })
  async withdraw(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: ProcedureReasonDto,
  ): Promise<TransferProcedureView> {
    return transferProcedureView(unwrap(await this.procedures.withdraw(actor, id, reason)));
  }
}

const ruleOf = (rule: StageRuleDto): StageRule => ({
  stage: rule.stage,
  personIds: rule.personIds ?? [],
  roles: rule.roles ?? [],
  quorum: rule.quorum ?? 1,
  majority: rule.majority ?? 'moreThanHalf',
  documents: rule.documents ?? [],
  days: rule.days ?? null,
  minutes: rule.minutes ?? false,
});
