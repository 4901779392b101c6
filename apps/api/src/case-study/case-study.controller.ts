import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { CaseStudyService } from '#application/case-study/case-study.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { CaseReasonDto, CaseTextDto, CheckCaseDto, ConsentCaseDto, DraftCaseDto } from './case-study.dto.js';
import { caseStudyView, CaseStudyView, publicCaseView, PublicCaseView } from './case-study.view.js';

const authors = ['enterprise', 'researchUnit', 'registrar', 'reviewer'] as const;
const parties = ['enterprise', 'researchUnit', 'agencyManager', 'broker'] as const;
const write = { scope: 'caseStudy.write', status: 201, answer: CaseStudyView, idempotency: 'required' } as const;

@ApiTags('优秀案例')
@Controller('v1')
export class CaseStudyController {
  constructor(private readonly cases: CaseStudyService) {}

  @Get('published-cases')
  @Operation({ summary: '浏览优秀案例', access: 'public', scope: 'caseStudy.read', answer: PageOf(PublicCaseView) })
  async listPublic(@Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.cases.listPublic(after, limit), publicCaseView);
  }

  @Get('published-cases/:id')
  @Operation({
    summary: '查看一个优秀案例',
    access: 'public',
    scope: 'caseStudy.read',
    answer: PublicCaseView,
    errors: ['caseStudy.notFound'],
  })
  async getPublic(@Param() { id }: IdParam): Promise<PublicCaseView> {
    return publicCaseView(unwrap(await this.cases.getPublic(id)));
  }

  @Post('case-studies')
  @Operation({
    ...write,
    summary: '起草优秀案例',
    description: '须有已认定登记的技术合同作证明。',
    access: authors,
    errors: ['caseStudy.contractUnknown', 'caseStudy.unproved'],
  })
  async draft(
    @CurrentPerson() actor: PersonActor,
    @Body() { contractId, title, story, effect }: DraftCaseDto,
  ): Promise<CaseStudyView> {
    return caseStudyView(unwrap(await this.cases.draft(actor, contractId, { title, story, effect })));
  }

  @Get('case-studies')
  @Operation({
    summary: '查看案例（本单位起草的、本单位合同的；科技部门看全部）',
    access: 'signedIn',
    scope: 'caseStudy.read',
    answer: PageOf(CaseStudyView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.cases.list(actor, after, limit), caseStudyView);
  }

  @Get('case-studies/:id')
  @Operation({
    summary: '查看一个案例的办理情况',
    access: 'signedIn',
    scope: 'caseStudy.read',
    answer: CaseStudyView,
    errors: ['caseStudy.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<CaseStudyView> {
    return caseStudyView(unwrap(await this.cases.get(actor, id)));
  }

  @Post('case-studies/:id/submission')
  @Operation({
    ...write,
    summary: '定稿并请各方同意',
    access: authors,
    errors: ['caseStudy.notFound', 'state.notAllowed'],
  })
  async submit(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: CaseTextDto,
  ): Promise<CaseStudyView> {
    return caseStudyView(unwrap(await this.cases.submit(actor, id, body)));
  }

  @Post('case-studies/:id/consent')
  @Operation({
    ...write,
    summary: '当事人同意公开（同意的是这一版文字）',
    access: parties,
    errors: ['caseStudy.notFound', 'caseStudy.textChanged', 'caseStudy.consentedAlready', 'state.notAllowed'],
  })
  async consent(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { textHash }: ConsentCaseDto,
  ): Promise<CaseStudyView> {
    return caseStudyView(unwrap(await this.cases.consent(actor, id, textHash)));
  }

  @Post('case-studies/:id/declination')
  @Operation({
    ...write,
    summary: '当事人不同意公开',
    access: parties,
    errors: ['caseStudy.notFound', 'state.notAllowed'],
  })
  async decline(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: CaseReasonDto,
  ): Promise<CaseStudyView> {
    return caseStudyView(unwrap(await this.cases.decline(actor, id, reason)));
  }

  @Post('case-studies/:id/secrecy-check')
  @Operation({
    ...write,
    summary: '保密审查：准予公开或退回',
    access: ['reviewer'],
    errors: [
      'caseStudy.notFound',
      'caseStudy.sameEyes',
      'caseStudy.conflict',
      'caseStudy.unproved',
      'state.notAllowed',
    ],
  })
  async check(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { outcome, note }: CheckCaseDto,
  ): Promise<CaseStudyView> {
    return caseStudyView(unwrap(await this.cases.check(actor, id, outcome === 'publish', note)));
  }

  @Post('case-studies/:id/withdrawal')
  @Operation({
    ...write,
    summary: '撤回案例，或收回同意',
    access: [...parties, 'registrar', 'reviewer'],
    errors: ['caseStudy.notFound', 'state.notAllowed'],
  })
  async withdraw(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: CaseReasonDto,
  ): Promise<CaseStudyView> {
    return caseStudyView(unwrap(await this.cases.withdraw(actor, id, reason)));
  }
}
