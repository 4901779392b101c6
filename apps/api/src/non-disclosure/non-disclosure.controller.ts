import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { NonDisclosureTextService } from '#application/non-disclosure/non-disclosure-text.service.js';
import { NonDisclosureService } from '#application/non-disclosure/non-disclosure.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import {
  AcceptNonDisclosureDto,
  EndNonDisclosureDto,
  NonDisclosureTextDto,
  RefuseNonDisclosureDto,
  RequestNonDisclosureDto,
} from './non-disclosure.dto.js';
import { nonDisclosureView, NonDisclosureView, ownTextView, OwnTextView } from './non-disclosure.view.js';

/** People who may bind their organization. */
const signers = ['enterprise', 'researchUnit', 'broker', 'agencyManager'] as const;

@ApiTags('保密协议')
@Controller('v1')
export class NonDisclosureController {
  constructor(
    private readonly agreements: NonDisclosureService,
    private readonly texts: NonDisclosureTextService,
  ) {}

  @Post('non-disclosures')
  @Operation({
    summary: '发起保密协议并签署',
    description:
      '接收方申请查看，或披露方邀请一家单位；发起即签署所读文本，由对方接受或拒绝。全文、摘要、人员、时间和网络地址留作凭据。',
    access: signers,
    scope: 'nonDisclosure.write',
    status: 201,
    answer: NonDisclosureView,
    errors: [
      'organization.unverified',
      'nonDisclosure.subjectNotFound',
      'nonDisclosure.nothingProtected',
      'nonDisclosure.recipientMissing',
      'nonDisclosure.textChanged',
      'nonDisclosure.alreadyOpen',
    ],
    idempotency: 'required',
  })
  async request(
    @CurrentPerson() actor: PersonActor,
    @Body() body: RequestNonDisclosureDto,
  ): Promise<NonDisclosureView> {
    const { subjectKind, subjectId, textHash, purpose, recipientOrganizationId } = body;
    const made = await this.agreements.request(actor, {
      subject: { kind: subjectKind, id: subjectId },
      ...{ textHash, purpose, recipientOrganizationId: recipientOrganizationId ?? null },
    });
    return nonDisclosureView(unwrap(made));
  }

  @Get('non-disclosures')
  @Operation({
    summary: '查看本单位的保密协议',
    access: 'signedIn',
    scope: 'nonDisclosure.read',
    answer: PageOf(NonDisclosureView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.agreements.list(actor, after, limit), nonDisclosureView);
  }

  @Get('non-disclosures/:id')
  @Operation({
    summary: '查看一份保密协议',
    access: 'signedIn',
    scope: 'nonDisclosure.read',
    answer: NonDisclosureView,
    errors: ['nonDisclosure.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<NonDisclosureView> {
    return nonDisclosureView(unwrap(await this.agreements.get(actor, id)));
  }

  @Post('non-disclosures/:id/acceptance')
  @Operation({
    summary: '接受对方发起的保密协议',
    access: signers,
    scope: 'nonDisclosure.write',
    status: 201,
    answer: NonDisclosureView,
    errors: ['nonDisclosure.notFound', 'nonDisclosure.ownRequest', 'nonDisclosure.textChanged', 'state.notAllowed'],
    idempotency: 'required',
  })
  async accept(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { textHash }: AcceptNonDisclosureDto,
  ): Promise<NonDisclosureView> {
    return nonDisclosureView(unwrap(await this.agreements.accept(actor, id, textHash)));
  }

  @Post('non-disclosures/:id/refusal')
  @Operation({
    summary: '拒绝对方发起的保密协议',
    access: signers,
    scope: 'nonDisclosure.write',
    status: 201,
    answer: NonDisclosureView,
    errors: ['nonDisclosure.notFound', 'nonDisclosure.ownRequest', 'state.notAllowed'],
    idempotency: 'required',
  })
  async refuse(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reasonCode, reason }: RefuseNonDisclosureDto,
  ): Promise<NonDisclosureView> {
    return nonDisclosureView(unwrap(await this.agreements.refuse(actor, id, reasonCode, reason)));
  }

  @Post('non-disclosures/:id/withdrawal')
  @Operation({
    summary: '撤回本单位尚未得到答复的申请',
    access: signers,
    scope: 'nonDisclosure.write',
    status: 201,
    answer: NonDisclosureView,
    errors: ['nonDisclosure.notFound', 'nonDisclosure.notRequester', 'state.notAllowed'],
    idempotency: 'required',
  })
  async withdraw(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: EndNonDisclosureDto,
  ): Promise<NonDisclosureView> {
    return nonDisclosureView(unwrap(await this.agreements.end(actor, id, 'withdraw', reason)));
  }

  @Post('non-disclosures/:id/closure')
  @Operation({
    summary: '停止向对方展示（保密义务继续）',
    access: signers,
    scope: 'nonDisclosure.write',
    status: 201,
    answer: NonDisclosureView,
    errors: ['nonDisclosure.notFound', 'nonDisclosure.notOwner', 'state.notAllowed'],
    idempotency: 'required',
  })
  async close(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: EndNonDisclosureDto,
  ): Promise<NonDisclosureView> {
    return nonDisclosureView(unwrap(await this.agreements.end(actor, id, 'close', reason)));
  }

  @Post('non-disclosure-texts')
  @Operation({
    summary: '制定本单位的保密协议文本（新版次）',
    access: signers,
    scope: 'nonDisclosure.write',
    status: 201,
    answer: OwnTextView,
    idempotency: 'required',
  })
  async addText(@CurrentPerson() actor: PersonActor, @Body() body: NonDisclosureTextDto): Promise<OwnTextView> {
    const { title, body: text, confidentialMonths } = body;
    return ownTextView(await this.texts.add(actor, { title, body: text, confidentialMonths }));
  }

  @Get('non-disclosure-texts')
  @Operation({
    summary: '查看本单位的保密协议文本',
    access: 'signedIn',
    scope: 'nonDisclosure.read',
    answer: PageOf(OwnTextView),
  })
  async listTexts(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.texts.list(actor, after, limit), ownTextView);
  }

  @Post('non-disclosure-texts/:id/retirement')
  @Operation({
    summary: '停用本单位的一版保密协议文本',
    access: signers,
    scope: 'nonDisclosure.write',
    status: 201,
    answer: OwnTextView,
    errors: ['nonDisclosure.textNotFound'],
    idempotency: 'required',
  })
  async retireText(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<OwnTextView> {
    return ownTextView(unwrap(await this.texts.retire(actor, id)));
  }
}
