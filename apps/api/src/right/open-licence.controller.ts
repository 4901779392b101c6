import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseYuan } from '#domain/money/money.js';
import type { Actor, PersonActor } from '#domain/shared/actor.js';
import { OpenLicenceService } from '#application/right/open-licence.service.js';
import { OpenLicenceUptakeService } from '#application/right/open-licence-uptake.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentActor, CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import {
  openLicenceView,
  OpenLicenceView,
  statementCheckView,
  StatementCheckView,
  uptakeView,
  OpenLicenceUptakeView,
} from './open-licence.view.js';
import { rightOwners } from './right.controller.js';
import { ContestUptakeDto, DraftOpenLicenceDto, ReportUptakePaymentDto, RightReasonDto } from './right.dto.js';
import { rightGuardErrors } from './right.errors.js';

@ApiTags('专利开放许可')
@Controller('v1')
export class OpenLicenceController {
  constructor(
    private readonly statements: OpenLicenceService,
    private readonly uptakes: OpenLicenceUptakeService,
  ) {}

  @Post('open-licences')
  @Operation({
    summary: '起草专利开放许可声明',
    access: rightOwners,
    scope: 'right.write',
    status: 201,
    answer: OpenLicenceView,
    errors: ['right.notFound', 'openLicence.patentsOnly', 'right.evidenceUnknown'],
    idempotency: 'required',
  })
  async draft(@CurrentPerson() actor: PersonActor, @Body() body: DraftOpenLicenceDto): Promise<OpenLicenceView> {
    const { patentId, feeManner, feeYuan, feeBasis, from, until, contact } = body;
    const terms = {
      feeManner,
      fee: typeof feeYuan === 'string' ? unwrap(parseYuan(feeYuan)) : null,
      royaltyBasisPoints: body.royaltyBasisPoints ?? null,
      feeBasis,
      from,
      until,
      territory: body.territory ?? [],
      otherTerms: body.otherTerms ?? null,
      contact,
    };
    return openLicenceView(
      unwrap(await this.statements.draft(actor, patentId, terms, body.evaluationReportId ?? null)),
    );
  }

  @Get('open-licences')
  @Operation({
    summary: '浏览实行开放许可的专利',
    access: 'public',
    scope: 'right.read',
    answer: PageOf(OpenLicenceView),
  })
  async list(@Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.statements.listPublic(after, limit), openLicenceView);
  }

  @Get('open-licences/mine')
  @Operation({
    summary: '查看本单位的开放许可声明',
    access: 'signedIn',
    scope: 'right.read',
    answer: PageOf(OpenLicenceView),
  })
  async mine(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.statements.listOwn(actor, after, limit), openLicenceView);
  }

  @Get('open-licences/:id')
  @Operation({
    summary: '查看一份开放许可声明',
    access: 'public',
    scope: 'right.read',
    answer: OpenLicenceView,
    errors: ['openLicence.notFound'],
  })
  async get(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<OpenLicenceView> {
    return openLicenceView(unwrap(await this.statements.get(actor.kind === 'person' ? actor : null, id)));
  }

  @Get('open-licences/:id/check')
  @Operation({
    summary: '检查开放许可声明的内容与障碍',
    description: '逐条指出不符合专利法和实施细则之处，并说明权利状况是否允许。',
    access: 'signedIn',
    scope: 'right.read',
    answer: StatementCheckView,
    errors: ['openLicence.notFound'],
  })
  async check(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<StatementCheckView> {
    return statementCheckView(unwrap(await this.statements.check(actor, id)));
  }

  @Post('open-licences/:id/publication')
  @Operation({
    summary: '公开开放许可声明（由起草人以外的人办理）',
    access: rightOwners,
    scope: 'right.write',
    status: 201,
    answer: OpenLicenceView,
    errors: [
      'openLicence.notFound',
      'openLicence.statementWrong',
      'openLicence.twice',
      'right.samePerson',
      'state.notAllowed',
      ...rightGuardErrors,
    ],
    idempotency: 'required',
  })
  async publish(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<OpenLicenceView> {
    return openLicenceView(unwrap(await this.statements.publish(actor, id)));
  }

  @Post('open-licences/:id/withdrawal')
  @Operation({
    summary: '撤回开放许可声明',
    description: '撤回不影响在先给予的许可。',
    access: rightOwners,
    scope: 'right.write',
    status: 201,
    answer: OpenLicenceView,
    errors: ['openLicence.notFound', 'state.notAllowed'],
    idempotency: 'required',
  })
  async withdraw(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: RightReasonDto,
  ): Promise<OpenLicenceView> {
    return openLicenceView(unwrap(await this.statements.withdraw(actor, id, reason)));
  }

  @Post('open-licences/:id/uptakes')
  @Operation({
    summary: '书面通知专利权人实施其开放许可的专利',
    description: '依公告的方式、标准支付使用费后即获得许可；无需预付的，自通知之日获得。',
    access: rightOwners,
    scope: 'right.write',
    status: 201,
    answer: OpenLicenceUptakeView,
    errors: [
      'openLicence.notFound',
      'openLicence.over',
      'openLicence.ownPatent',
      'openLicence.takenUp',
      ...rightGuardErrors,
    ],
    idempotency: 'required',
  })
  async takeUp(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<OpenLicenceUptakeView> {
    return uptakeView(unwrap(await this.uptakes.takeUp(actor, id)));
  }

  @Get('open-licence-uptakes')
  @Operation({
    summary: '查看本单位发出或收到的开放许可实施通知',
    access: 'signedIn',
    scope: 'right.read',
    answer: PageOf(OpenLicenceUptakeView),
  })
  async listUptakes(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.uptakes.listUptakes(actor, after, limit), uptakeView);
  }

  @Get('open-licence-uptakes/:id')
  @Operation({
    summary: '查看一份开放许可实施通知',
    access: 'signedIn',
    scope: 'right.read',
    answer: OpenLicenceUptakeView,
    errors: ['openLicence.uptakeNotFound'],
  })
  async getUptake(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<OpenLicenceUptakeView> {
    return uptakeView(unwrap(await this.uptakes.getUptake(actor, id)));
  }

  @Post('open-licence-uptakes/:id/payment')
  @Operation({
    summary: '登记已依公告支付使用费',
    access: rightOwners,
    scope: 'right.write',
    status: 201,
    answer: OpenLicenceUptakeView,
    errors: [
      'openLicence.uptakeNotFound',
      'openLicence.notFound',
      'openLicence.over',
      'openLicence.payDay',
      'right.evidenceUnknown',
      'state.notAllowed',
      ...rightGuardErrors,
    ],
    idempotency: 'required',
  })
  async pay(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { paidOn, evidenceId }: ReportUptakePaymentDto,
  ): Promise<OpenLicenceUptakeView> {
    return uptakeView(unwrap(await this.uptakes.reportPayment(actor, id, { paidOn, evidenceId })));
  }

  @Post('open-licence-uptakes/:id/contest')
  @Operation({
    summary: '专利权人对付款提出争议或说明已解决',
    description: '争议不使许可失效；协商不成的，可以请求国务院专利行政部门调解，也可以起诉（专利法第五十二条）。',
    access: rightOwners,
    scope: 'right.write',
    status: 201,
    answer: OpenLicenceUptakeView,
    errors: ['openLicence.uptakeNotFound', 'state.notAllowed'],
    idempotency: 'required',
  })
  async contest(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { settled, reason }: ContestUptakeDto,
  ): Promise<OpenLicenceUptakeView> {
    return uptakeView(unwrap(await this.uptakes.contest(actor, id, settled, reason)));
  }
}
