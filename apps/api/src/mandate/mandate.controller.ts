import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseYuan } from '#domain/money/money.js';
import type { Fee, MandateTerms } from '#domain/mandate/mandate.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { MandateService } from '#application/mandate/mandate.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { RefusalException, unwrap } from '../http/refusal.exception.js';
import { CloseMandateDto, DualAgencyConsentDto, FeeDto, ProposeMandateDto } from './mandate.dto.js';
import { dualAgencyConsentView, DualAgencyConsentView, mandateView, MandateView } from './mandate.view.js';

const principals = ['enterprise', 'researchUnit'] as const;

@ApiTags('经纪委托')
@Controller('v1')
export class MandateController {
  constructor(private readonly mandates: MandateService) {}

  @Post('mandates')
  @Operation({
    summary: '经纪人提出委托',
    access: ['broker'],
    scope: 'mandate.write',
    status: 201,
    answer: MandateView,
    errors: [
      'organization.unverified',
      'mandate.subjectNotFound',
      'mandate.matchNotFound',
      'mandate.ownSubject',
      'mandate.otherAgency',
      'mandate.conflictOfInterest',
      'mandate.expired',
      'mandate.feeZero',
      'mandate.proposedAlready',
      'mandate.dualConsentMissing',
    ],
    idempotency: 'required',
  })
  async propose(@CurrentPerson() actor: PersonActor, @Body() body: ProposeMandateDto): Promise<MandateView> {
    return mandateView(unwrap(await this.mandates.propose(actor, termsOf(body))));
  }

  @Get('mandates')
  @Operation({ summary: '查看本单位的委托', access: 'signedIn', scope: 'mandate.read', answer: PageOf(MandateView) })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.mandates.list(actor, after, limit), mandateView);
  }

  @Get('mandates/:id')
  @Operation({
    summary: '查看一份委托',
    access: 'signedIn',
    scope: 'mandate.read',
    answer: MandateView,
    errors: ['mandate.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<MandateView> {
    return mandateView(unwrap(await this.mandates.get(actor, id)));
  }

  @Post('mandates/:id/acceptance')
  @Operation({
    summary: '委托单位接受委托',
    access: principals,
    scope: 'mandate.write',
    status: 201,
    answer: MandateView,
    errors: [
      'mandate.notFound',
      'mandate.matchNotFound',
      'mandate.expired',
      'mandate.exclusiveTaken',
      'mandate.conflictOfInterest',
      'mandate.interestChanged',
      'mandate.dualConsentMissing',
      'state.notAllowed',
    ],
    idempotency: 'required',
  })
  async accept(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<MandateView> {
    return mandateView(unwrap(await this.mandates.accept(actor, id)));
  }

  @Post('mandates/:id/refusal')
  @Operation({
    summary: '委托单位谢绝委托',
    access: principals,
    scope: 'mandate.write',
    status: 201,
    answer: MandateView,
    errors: ['mandate.notFound', 'state.notAllowed'],
    idempotency: 'required',
  })
  async decline(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: CloseMandateDto,
  ): Promise<MandateView> {
    return mandateView(unwrap(await this.mandates.decline(actor, id, reason)));
  }

  @Post('mandates/:id/termination')
  @Operation({
    summary: '任一方终止委托',
    access: [...principals, 'broker', 'agencyManager'],
    scope: 'mandate.write',
    status: 201,
    answer: MandateView,
    errors: ['mandate.notFound', 'state.notAllowed'],
    idempotency: 'required',
  })
  async end(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: CloseMandateDto,
  ): Promise<MandateView> {
    return mandateView(unwrap(await this.mandates.end(actor, id, reason)));
  }

  @Post('dual-agency-consents')
  @Operation({
    summary: '书面同意同一机构代理供需双方',
    access: principals,
    scope: 'mandate.write',
    status: 201,
    answer: DualAgencyConsentView,
    errors: ['mandate.matchNotFound', 'mandate.agencyNotFound', 'mandate.consentedAlready'],
    idempotency: 'required',
  })
  async consent(
    @CurrentPerson() actor: PersonActor,
    @Body() body: DualAgencyConsentDto,
  ): Promise<DualAgencyConsentView> {
    return dualAgencyConsentView(unwrap(await this.mandates.consent(actor, body)));
  }
}

const termsOf = (body: ProposeMandateDto): MandateTerms => ({
  subject: { kind: body.subject.kind, id: body.subject.id },
  matchId: body.matchId ?? null,
  fee: feeOf(body.fee),
  exclusive: body.exclusive ?? false,
  expiresOn: body.expiresOn,
  tailDays: body.tailDays ?? 0,
});

/** The members a kind needs and no others: a fee with both would be two agreements. */
function feeOf({ kind, amountYuan, basisPoints, base }: FeeDto): Fee {
  if (kind === 'fixed' && amountYuan !== undefined && basisPoints === undefined && base === undefined) {
    return { kind, amount: unwrap(parseYuan(amountYuan)) };
  }
  if (kind === 'percent' && basisPoints !== undefined && base !== undefined && amountYuan === undefined) {
    return { kind, basisPoints, base };
  }
  const detail = '定额佣金只填 amountYuan；比例佣金填 basisPoints 和 base';
  throw new RefusalException({ code: 'request.invalid', params: { count: '1' } }, [{ pointer: '/fee', detail }]);
}
