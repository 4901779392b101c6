import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { BrokerCreditService } from '#application/broker-credit/broker-credit.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { CreditQuery, CreditReasonDto, DecideCreditDto, RecordCreditDto } from './broker-credit.dto.js';
import { creditEventView, CreditEventView, CreditStatementView, creditStatementView } from './broker-credit.view.js';

const practice = ['broker', 'agencyManager', 'enterprise', 'researchUnit'] as const;
const read = { scope: 'brokerCredit.read' } as const;
const write = {
  scope: 'brokerCredit.write',
  status: 201,
  answer: CreditEventView,
  idempotency: 'required',
} as const;

@ApiTags('技术经纪人')
@Controller('v1')
export class BrokerCreditController {
  constructor(private readonly credit: BrokerCreditService) {}

  @Get('broker-credit')
  @Operation({
    ...read,
    summary: '查看本人的信用：分值、每件事项现在的分量、理由与来源',
    access: practice,
    answer: CreditStatementView,
  })
  async mine(@CurrentPerson() actor: PersonActor): Promise<CreditStatementView> {
    return creditStatementView(await this.credit.mine(actor));
  }

  @Get('broker-credits/:id')
  @Operation({
    ...read,
    summary: '科技部门查看一位经纪人的信用（编号为人员编号）',
    access: ['reviewer', 'auditor'],
    answer: CreditStatementView,
    errors: ['brokerCredit.notFound'],
  })
  async of(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<CreditStatementView> {
    return creditStatementView(unwrap(await this.credit.of(actor, id)));
  }

  @Get('broker-credit-events')
  @Operation({
    ...read,
    summary: '查看信用事项（本人的；科技部门看全部）',
    access: [...practice, 'reviewer', 'auditor'],
    answer: PageOf(CreditEventView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: CreditQuery) {
    const contested = query.contested === 'yes';
    return pageOf(query, (after, limit) => this.credit.list(actor, contested, after, limit), creditEventView);
  }

  @Get('broker-credit-events/:id')
  @Operation({
    ...read,
    summary: '查看一件信用事项',
    access: [...practice, 'reviewer', 'auditor'],
    answer: CreditEventView,
    errors: ['brokerCredit.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<CreditEventView> {
    return creditEventView(unwrap(await this.credit.get(actor, id)));
  }

  @Post('broker-credit-events')
  @Operation({
    ...write,
    summary: '记录经查实的信用事项（写明来源，本人可见）',
    access: ['reviewer'],
    errors: [
      'brokerCredit.notBroker',
      'brokerCredit.recordedAlready',
      'brokerCredit.inFuture',
      'brokerCredit.conflict',
    ],
  })
  async record(@CurrentPerson() actor: PersonActor, @Body() body: RecordCreditDto): Promise<CreditEventView> {
    return creditEventView(unwrap(await this.credit.record(actor, body)));
  }

  @Post('broker-credit-events/:id/appeal')
  @Operation({
    ...write,
    summary: '对一件信用事项提出申诉',
    access: practice,
    errors: ['brokerCredit.notFound', 'brokerCredit.appealLate', 'state.notAllowed'],
  })
  async contest(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: CreditReasonDto,
  ): Promise<CreditEventView> {
    return creditEventView(unwrap(await this.credit.contest(actor, id, reason)));
  }

  @Post('broker-credit-events/:id/decision')
  @Operation({
    ...write,
    summary: '裁定申诉（不得由记录人裁定）',
    access: ['reviewer'],
    errors: ['brokerCredit.notFound', 'brokerCredit.sameEyes', 'brokerCredit.conflict', 'state.notAllowed'],
  })
  async decide(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { decision, reason }: DecideCreditDto,
  ): Promise<CreditEventView> {
    return creditEventView(unwrap(await this.credit.decide(actor, id, decision, reason)));
  }
}
