import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseYuan } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ContractTextService } from '#application/contract/contract-text.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { AnswersDto, CompareQuery, TaxPackQuery } from './contract-text.dto.js';
import {
  clauseCheckView,
  ClauseCheckView,
  comparisonView,
  ComparisonView,
  contractVersionView,
  ContractVersionView,
  keptSuggestionView,
  KeptSuggestionView,
} from './contract-text.view.js';
import { answersOf } from './contract-reference.controller.js';
import { taxPackView, TaxPackView } from './tax-pack.view.js';

@ApiTags('技术合同')
@Controller('v1/contracts/:id')
export class ContractTextController {
  constructor(private readonly texts: ContractTextService) {}

  @Get('versions')
  @Operation({
    summary: '查看合同文本的各个版本',
    access: 'signedIn',
    scope: 'contract.read',
    answer: PageOf(ContractVersionView),
    errors: ['contract.notFound'],
  })
  async versions(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    const read = async (after: string | null, limit: number) =>
      unwrap(await this.texts.versions(actor, id, after, limit));
    return pageOf(query, read, contractVersionView);
  }

  @Get('versions/comparison')
  @Operation({
    summary: '对照合同文本的两个版本',
    description: '逐项列出不同之处、金额差额与文字红线。',
    access: 'signedIn',
    scope: 'contract.read',
    answer: ComparisonView,
    errors: ['contract.notFound', 'contract.versionUnknown'],
  })
  async compare(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Query() { from, to }: CompareQuery,
  ): Promise<ComparisonView> {
    return comparisonView(from, to, unwrap(await this.texts.compare(actor, id, from, to)));
  }

  @Get('clause-check')
  @Operation({
    summary: '预检合同条款',
    description: '缺少的条款、非法垄断技术的六种情形、不公平条款、登记表缺项与提醒，各附依据与改法。',
    access: 'signedIn',
    scope: 'contract.read',
    answer: ClauseCheckView,
    errors: ['contract.notFound'],
  })
  async checkClauses(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<ClauseCheckView> {
    return clauseCheckView(unwrap(await this.texts.checkClauses(actor, id)));
  }

  @Post('type-suggestions')
  @Operation({
    summary: '回答问卷，建议合同类型',
    description: '建议与登记机构的认定都留存；类型由登记员认定。',
    access: ['enterprise', 'researchUnit', 'agencyManager'],
    scope: 'contract.write',
    status: 201,
    answer: KeptSuggestionView,
    errors: ['contract.notFound', 'contract.answerUnknown'],
    idempotency: 'required',
  })
  async suggest(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { answers }: AnswersDto,
  ): Promise<KeptSuggestionView> {
    return keptSuggestionView(unwrap(await this.texts.suggest(actor, id, answersOf(answers))), null);
  }

  @Get('type-suggestions')
  @Operation({
    summary: '查看合同类型的建议与认定',
    access: 'signedIn',
    scope: 'contract.read',
    answer: PageOf(KeptSuggestionView),
    errors: ['contract.notFound'],
  })
  async suggestions(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    let decided: string | null = null;
    const read = async (after: string | null, limit: number) => {
      const { kept, decidedType } = unwrap(await this.texts.suggestions(actor, id, after, limit));
      decided = decidedType;
      return kept;
    };
    return pageOf(query, read, (kept) => keptSuggestionView(kept, decided));
  }

  @Get('tax-pack')
  @Operation({
    summary: '查看合同的税收优惠资料清单',
    description: '各项优惠需要什么、已有什么、依据与期限；供参考，不是税务意见。',
    access: 'signedIn',
    scope: 'contract.read',
    answer: TaxPackView,
    errors: ['contract.notFound'],
  })
  async taxPack(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Query() { on, transferIncomeYuan }: TaxPackQuery,
  ): Promise<TaxPackView> {
    const income = transferIncomeYuan === undefined ? null : unwrap(parseYuan(transferIncomeYuan));
    return taxPackView(unwrap(await this.texts.taxPack(actor, id, on ?? null)), income);
  }
}
