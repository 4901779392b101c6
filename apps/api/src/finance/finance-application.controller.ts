import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseYuan } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { FinanceService } from '#application/finance/finance.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { ApplyFinanceDto, DecideFinanceDto, FinanceReasonDto, GrantPackDto } from './finance.dto.js';
import {
  FinanceApplicationView,
  financeApplicationView,
  FinancePackView,
  financePackView,
  FullFinanceApplicationView,
  PackReadingView,
  packReadingView,
} from './finance.view.js';

const companies = ['enterprise'] as const;
const step = { scope: 'finance.write', status: 201, idempotency: 'required' } as const;

@ApiTags('科技金融')
@Controller('v1')
export class FinanceApplicationController {
  constructor(private readonly finance: FinanceService) {}

  @Post('finance-applications')
  @Operation({
    ...step,
    summary: '申请金融产品（须符合全部硬性条件）',
    access: companies,
    answer: FinanceApplicationView,
    errors: ['finance.needNotFound', 'finance.productNotFound', 'finance.notFitting', 'finance.appliedAlready'],
  })
  async apply(
    @CurrentPerson() actor: PersonActor,
    @Body() { needId, productId }: ApplyFinanceDto,
  ): Promise<FinanceApplicationView> {
    return financeApplicationView(unwrap(await this.finance.apply(actor, needId, productId)));
  }

  @Get('finance-applications')
  @Operation({
    summary: '查看本单位提出或收到的融资申请',
    access: 'signedIn',
    scope: 'finance.read',
    answer: PageOf(FinanceApplicationView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.finance.listApplications(actor, after, limit), financeApplicationView);
  }

  @Get('finance-applications/:id')
  @Operation({
    summary: '查看一条融资申请',
    access: 'signedIn',
    scope: 'finance.read',
    answer: FullFinanceApplicationView,
    errors: ['finance.applicationNotFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<FullFinanceApplicationView> {
    const application = unwrap(await this.finance.getApplication(actor, id));
    const pack = await this.finance.packOf(actor, id);
    return { ...financeApplicationView(application), packId: pack?.id ?? null };
  }

  @Post('finance-applications/:id/decision')
  @Operation({
    ...step,
    summary: '金融机构办理申请，写明理由',
    access: ['financeManager'],
    answer: FinanceApplicationView,
    errors: ['finance.applicationNotFound', 'finance.approvedAmount', 'money.malformed', 'state.notAllowed'],
  })
  async decide(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { decision, reason, amountYuan }: DecideFinanceDto,
  ): Promise<FinanceApplicationView> {
    const amount = (amountYuan ?? null) === null ? null : unwrap(parseYuan(amountYuan ?? ''));
    return financeApplicationView(unwrap(await this.finance.decide(actor, id, { event: decision, reason, amount })));
  }

  @Post('finance-applications/:id/withdrawal')
  @Operation({
    ...step,
    summary: '撤回融资申请',
    access: companies,
    answer: FinanceApplicationView,
    errors: ['finance.applicationNotFound', 'state.notAllowed'],
  })
  async withdraw(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: FinanceReasonDto,
  ): Promise<FinanceApplicationView> {
    return financeApplicationView(unwrap(await this.finance.withdraw(actor, id, reason)));
  }

  @Post('finance-applications/:id/pack')
  @Operation({
    ...step,
    summary: '授权一家金融机构查阅所选资料（冻结、签名、限期）',
    access: companies,
    answer: FinancePackView,
    errors: ['finance.applicationNotFound', 'finance.packExists', 'finance.packDays', 'state.notAllowed'],
  })
  async grantPack(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { contents, days, consent }: GrantPackDto,
  ): Promise<FinancePackView> {
    return financePackView(unwrap(await this.finance.grantPack(actor, id, contents, days, consent)));
  }

  @Get('finance-packs/:id')
  @Operation({
    summary: '查阅资料包；金融机构的每次查阅都有记录',
    access: ['enterprise', 'financeManager'],
    scope: 'finance.read',
    answer: FinancePackView,
    errors: ['finance.packNotFound', 'finance.packClosed'],
  })
  async readPack(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<FinancePackView> {
    return financePackView(unwrap(await this.finance.readPack(actor, id)));
  }

  @Get('finance-packs/:id/readings')
  @Operation({
    summary: '企业查看资料包的查阅记录',
    access: companies,
    scope: 'finance.read',
    answer: PageOf(PackReadingView),
    errors: ['finance.packNotFound'],
  })
  async readings(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    return pageOf(
      query,
      async (after, limit) => unwrap(await this.finance.readings(actor, id, after, limit)),
      packReadingView,
    );
  }

  @Post('finance-packs/:id/withdrawal')
  @Operation({
    ...step,
    summary: '撤回资料授权，立即生效',
    access: companies,
    answer: FinancePackView,
    errors: ['finance.packNotFound', 'state.notAllowed'],
  })
  async withdrawPack(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: FinanceReasonDto,
  ): Promise<FinancePackView> {
    return financePackView(unwrap(await this.finance.withdrawPack(actor, id, reason)));
  }
}
