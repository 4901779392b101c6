import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { DemandFilingService } from '#application/demand-filing/demand-filing.service.js';
import { contentOf } from '../demand/demand.content.js';
import { demandView, DemandView } from '../demand/demand.view.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { FileDemandDto, TakeOverDto, WithdrawConsentDto } from './demand-filing.dto.js';
import {
  demandFilingView,
  DemandFilingView,
  filedDemandView,
  FiledDemandView,
  HandoverCodeView,
} from './demand-filing.view.js';

const filers = ['countyOfficer', 'broker'] as const;
const closed = ['demand.notFound', 'demandFiling.takenOver', 'demandFiling.consentWithdrawn'] as const;

@ApiTags('代填需求')
@Controller('v1')
export class DemandFilingController {
  constructor(private readonly filings: DemandFilingService) {}

  @Post('demand-filings')
  @Operation({
    summary: '为合作社或农户代填技术需求（草稿），记录其同意，联系方式受保护',
    access: filers,
    scope: 'demand.write',
    status: 201,
    answer: FiledDemandView,
    errors: [
      'demandFiling.consentDate',
      'demandFiling.otherCounty',
      'demandFiling.mandateNeeded',
      'demandFiling.principalUnknown',
      'demand.externalKeyTaken',
      'demand.templateUnknown',
      'demand.answerUnknown',
      'demand.answerMalformed',
    ],
    idempotency: 'required',
  })
  async file(@CurrentPerson() actor: PersonActor, @Body() body: FileDemandDto): Promise<FiledDemandView> {
    const { principal, consent } = body;
    const given = {
      content: contentOf(body.demand),
      principal: { kind: principal.kind, name: principal.name, organizationId: principal.organizationId ?? null },
      contact: { name: principal.contactName, phone: principal.contactPhone },
      consent: { how: consent.how, givenOn: consent.givenOn, givenBy: consent.givenBy, note: consent.note },
      mandateId: body.mandateId ?? null,
    };
    return filedDemandView(unwrap(await this.filings.file(actor, given)));
  }

  @Get('demand-filings')
  @Operation({
    summary: '查看本单位代填的需求',
    access: filers,
    scope: 'demand.read',
    answer: PageOf(DemandFilingView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    const read = async (after: string | null, limit: number) =>
      (await this.filings.list(actor, after, limit)).map((filing) => ({ id: filing.demandId, filing }));
    return pageOf(query, read, ({ filing }) => demandFilingView(filing));
  }

  @Get('demands/:id/filing')
  @Operation({
    summary: '查看一条需求的代填记录（联系方式只有代填单位和接手后的需求方可见）',
    access: 'signedIn',
    scope: 'demand.read',
    answer: FiledDemandView,
    errors: ['demand.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<FiledDemandView> {
    return filedDemandView(unwrap(await this.filings.get(actor, id)));
  }

  @Post('demands/:id/filing/handover-code')
  @Operation({
    summary: '签发交接码，告知需求方本人；只显示一次，再次签发则前一个失效',
    access: filers,
    scope: 'demand.write',
    status: 201,
    answer: HandoverCodeView,
    errors: closed,
    idempotency: 'required',
  })
  async handover(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<HandoverCodeView> {
    return { demandId: id, code: unwrap(await this.filings.issueHandover(actor, id)).code };
  }

  @Post('demands/:id/filing/takeover')
  @Operation({
    summary: '需求方接手他人代填的需求（登记的单位本身，或持有交接码的单位）',
    access: ['enterprise', 'researchUnit'],
    scope: 'demand.write',
    status: 201,
    answer: DemandView,
    errors: ['organization.unverified', ...closed, 'demandFiling.underWay'],
    idempotency: 'required',
  })
  async takeOver(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { code }: TakeOverDto,
  ): Promise<DemandView> {
    return demandView(unwrap(await this.filings.takeOver(actor, id, code ?? null)));
  }

  @Post('demands/:id/filing/consent-withdrawal')
  @Operation({
    summary: '按需求方意愿撤回同意：立即删除联系方式，需求下架',
    description: '个人信息保护法第十五条：个人有权撤回其同意。',
    access: filers,
    scope: 'demand.write',
    status: 201,
    answer: FiledDemandView,
    errors: [...closed, 'state.notAllowed'],
    idempotency: 'required',
  })
  async withdrawConsent(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: WithdrawConsentDto,
  ): Promise<FiledDemandView> {
    return filedDemandView(unwrap(await this.filings.withdrawConsent(actor, id, reason)));
  }
}
