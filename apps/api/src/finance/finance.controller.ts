import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseYuan } from '#domain/money/money.js';
import type { Actor, PersonActor } from '#domain/shared/actor.js';
import { FinanceService } from '#application/finance/finance.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentActor, CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { CreateNeedDto, CreateProductDto, EndNeedDto, ProductQuery } from './finance.dto.js';
import {
  FinanceNeedView,
  financeNeedView,
  FinanceProductView,
  financeProductView,
  ProductMatchListView,
  productMatchView,
} from './finance.view.js';

const providers = ['financeManager'] as const;
const companies = ['enterprise'] as const;
const step = { scope: 'finance.write', status: 201, idempotency: 'required' } as const;

@ApiTags('科技金融')
@Controller('v1')
export class FinanceController {
  constructor(private readonly finance: FinanceService) {}

  @Post('finance-schemes')
  @Operation({
    ...step,
    summary: '登记金融产品（草稿）',
    access: providers,
    answer: FinanceProductView,
    errors: ['finance.amounts', 'money.malformed'],
  })
  async createProduct(
    @CurrentPerson() actor: PersonActor,
    @Body() body: CreateProductDto,
  ): Promise<FinanceProductView> {
    const { minYuan, maxYuan, conditions, ...rest } = body;
    const content = {
      ...rest,
      min: unwrap(parseYuan(minYuan)),
      max: unwrap(parseYuan(maxYuan)),
      conditions: {
        cityOnly: conditions?.cityOnly ?? false,
        leastRegisteredContracts: conditions?.leastRegisteredContracts ?? null,
        leastTechnologyValueYuan: conditions?.leastTechnologyValueYuan ?? null,
        leastFreePatents: conditions?.leastFreePatents ?? null,
        tenantOnly: conditions?.tenantOnly ?? false,
      },
    };
    return financeProductView(unwrap(await this.finance.createProduct(actor, content)));
  }

  @Get('finance-schemes')
  @Operation({ summary: '浏览金融产品', access: 'public', scope: 'finance.read', answer: PageOf(FinanceProductView) })
  async products(@CurrentActor() actor: Actor, @Query() query: ProductQuery) {
    const { kind } = query;
    return pageOf(
      query,
      (after, limit) => this.finance.listProducts(actor, kind ?? null, after, limit),
      financeProductView,
    );
  }

  @Get('finance-schemes/mine')
  @Operation({
    summary: '查看本机构的金融产品',
    access: 'signedIn',
    scope: 'finance.read',
    answer: PageOf(FinanceProductView),
  })
  async ownProducts(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.finance.ownProducts(actor, after, limit), financeProductView);
  }

  @Get('finance-schemes/:id')
  @Operation({
    summary: '查看一个金融产品',
    access: 'public',
    scope: 'finance.read',
    answer: FinanceProductView,
    errors: ['finance.productNotFound'],
  })
  async product(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<FinanceProductView> {
    return financeProductView(unwrap(await this.finance.getProduct(actor, id)));
  }

  @Post('finance-schemes/:id/publication')
  @Operation({
    ...step,
    summary: '发布金融产品',
    access: providers,
    answer: FinanceProductView,
    errors: ['finance.productNotFound', 'state.notAllowed'],
  })
  async publish(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<FinanceProductView> {
    return financeProductView(unwrap(await this.finance.moveProduct(actor, id, 'publish')));
  }

  @Post('finance-schemes/:id/closure')
  @Operation({
    ...step,
    summary: '停办金融产品',
    access: providers,
    answer: FinanceProductView,
    errors: ['finance.productNotFound', 'state.notAllowed'],
  })
  async close(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<FinanceProductView> {
    return financeProductView(unwrap(await this.finance.moveProduct(actor, id, 'close')));
  }

  @Post('finance-needs')
  @Operation({
    ...step,
    summary: '登记融资需求',
    access: companies,
    answer: FinanceNeedView,
    errors: ['finance.amounts', 'money.malformed'],
  })
  async createNeed(
    @CurrentPerson() actor: PersonActor,
    @Body() { amountYuan, months, kinds, purpose }: CreateNeedDto,
  ): Promise<FinanceNeedView> {
    const given = { amount: unwrap(parseYuan(amountYuan)), months, kinds: kinds ?? [], purpose };
    return financeNeedView(unwrap(await this.finance.createNeed(actor, given)));
  }

  @Get('finance-needs')
  @Operation({
    summary: '查看本单位的融资需求',
    access: 'signedIn',
    scope: 'finance.read',
    answer: PageOf(FinanceNeedView),
  })
  async needs(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.finance.ownNeeds(actor, after, limit), financeNeedView);
  }

  @Get('finance-needs/:id')
  @Operation({
    summary: '查看一条融资需求',
    access: 'signedIn',
    scope: 'finance.read',
    answer: FinanceNeedView,
    errors: ['finance.needNotFound'],
  })
  async need(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<FinanceNeedView> {
    return financeNeedView(unwrap(await this.finance.getNeed(actor, id)));
  }

  @Get('finance-needs/:id/matches')
  @Operation({
    summary: '按硬性条件匹配金融产品，逐项说明理由',
    access: companies,
    scope: 'finance.read',
    answer: ProductMatchListView,
    errors: ['finance.needNotFound'],
  })
  async matches(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<ProductMatchListView> {
    return { items: unwrap(await this.finance.matches(actor, id)).map(productMatchView) };
  }

  @Post('finance-needs/:id/end')
  @Operation({
    ...step,
    summary: '结束融资需求',
    access: companies,
    answer: FinanceNeedView,
    errors: ['finance.needNotFound', 'state.notAllowed'],
  })
  async endNeed(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { outcome }: EndNeedDto,
  ): Promise<FinanceNeedView> {
    return financeNeedView(unwrap(await this.finance.endNeed(actor, id, outcome)));
  }
}
