import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { ConsentService, type NewConsent } from '#application/right/consent.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { rightOwners, rightParties } from './right.controller.js';
import { AddCoOwnerDto, AgreeCoOwnershipDto, ConsentsQuery, GiveConsentDto, RightReasonDto } from './right.dto.js';
import {
  CoOwnedRightView,
  coOwnedView,
  coOwnershipView,
  CoOwnershipView,
  coOwnerView,
  CoOwnerView,
  consentView,
  RightConsentView,
} from './right.view.js';

@ApiTags('知识产权')
@Controller('v1')
export class RightConsentController {
  constructor(private readonly consents: ConsentService) {}

  @Get('rights/:id/co-ownership')
  @Operation({
    summary: '查看共有人及其约定',
    access: 'signedIn',
    scope: 'right.read',
    answer: CoOwnershipView,
    errors: ['right.notFound'],
  })
  async coOwnership(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<CoOwnershipView> {
    return coOwnershipView(unwrap(await this.consents.coOwnership(actor, id)));
  }

  @Post('rights/:id/co-owners')
  @Operation({
    summary: '登记共有人',
    access: rightOwners,
    scope: 'right.write',
    status: 201,
    answer: CoOwnerView,
    errors: ['right.notFound', 'right.holderUnknown', 'right.holderIsOwner', 'right.coOwnerTwice'],
    idempotency: 'required',
  })
  async addCoOwner(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { organizationId, name }: AddCoOwnerDto,
  ): Promise<CoOwnerView> {
    const given = { organizationId: organizationId ?? null, name: name ?? null };
    return coOwnerView(unwrap(await this.consents.addCoOwner(actor, id, given)));
  }

  @Post('rights/:id/co-ownership-agreement')
  @Operation({
    summary: '登记共有人之间关于处分的约定',
    description: '有约定的从其约定；没有约定的，专利可单独以普通许可方式许可他人实施，其他处分须取得全体共有人同意。',
    access: rightOwners,
    scope: 'right.write',
    status: 201,
    answer: CoOwnershipView,
    errors: ['right.notFound', 'right.evidenceMissing', 'right.evidenceUnknown'],
    idempotency: 'required',
  })
  async agree(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { soloActs, evidenceId }: AgreeCoOwnershipDto,
  ): Promise<CoOwnershipView> {
    const given = { soloActs: soloActs ?? null, evidenceId: evidenceId ?? null };
    return coOwnershipView(unwrap(await this.consents.agree(actor, id, given)));
  }

  @Get('co-owned-rights')
  @Operation({
    summary: '查看本单位与他人共有、由他人登记的知识产权',
    access: 'signedIn',
    scope: 'right.read',
    answer: PageOf(CoOwnedRightView),
  })
  async coOwned(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.consents.coOwnedBy(actor, after, limit), coOwnedView);
  }

  @Post('right-overlays/:id/consents')
  @Operation({
    summary: '质权人同意转让或许可',
    description: '质权人自行表示的立即生效；由权利人代为声明的，须有书面文件并经登记机构核对。',
    access: rightOwners,
    scope: 'right.write',
    status: 201,
    answer: RightConsentView,
    errors: ['right.overlayNotFound', 'right.noPledge', 'right.notFound', 'right.evidenceUnknown'],
    idempotency: 'required',
  })
  async ofPledgee(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: GiveConsentDto,
  ): Promise<RightConsentView> {
    return consentView(unwrap(await this.consents.ofPledgee(actor, id, givenOf(body))));
  }

  @Post('right-co-owners/:id/consents')
  @Operation({
    summary: '共有人同意处分',
    description: '共有人自行表示的立即生效；由登记的权利人代为声明的，须有书面文件并经登记机构核对。',
    access: rightOwners,
    scope: 'right.write',
    status: 201,
    answer: RightConsentView,
    errors: ['right.coOwnerNotFound', 'right.notFound', 'right.evidenceUnknown'],
    idempotency: 'required',
  })
  async ofCoOwner(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: GiveConsentDto,
  ): Promise<RightConsentView> {
    return consentView(unwrap(await this.consents.ofCoOwner(actor, id, givenOf(body))));
  }

  @Post('rights/:id/export-approvals')
  @Operation({
    summary: '声明已取得向境外转让或许可的批准或登记',
    access: rightOwners,
    scope: 'right.write',
    status: 201,
    answer: RightConsentView,
    errors: ['right.notFound', 'right.evidenceUnknown'],
    idempotency: 'required',
  })
  async ofAuthority(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: GiveConsentDto,
  ): Promise<RightConsentView> {
    return consentView(unwrap(await this.consents.ofAuthority(actor, id, givenOf(body))));
  }

  @Get('right-consents')
  @Operation({
    summary: '查看与本单位有关的同意',
    access: 'signedIn',
    scope: 'right.read',
    answer: PageOf(RightConsentView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() { rightId, ...page }: ConsentsQuery) {
    return pageOf(page, (after, limit) => this.consents.list(actor, rightId ?? null, after, limit), consentView);
  }

  @Post('right-consents/:id/confirmation')
  @Operation({
    summary: '由登记机构核对代为声明的同意',
    access: ['registrar', 'reviewer'],
    scope: 'right.write',
    status: 201,
    answer: RightConsentView,
    errors: [
      'right.consentNotFound',
      'right.freeingNeedsHolder',
      'right.samePerson',
      'right.evidenceMissing',
      'state.notAllowed',
    ],
    idempotency: 'required',
  })
  async confirm(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<RightConsentView> {
    return consentView(unwrap(await this.consents.confirm(actor, id)));
  }

  @Post('right-consents/:id/withdrawal')
  @Operation({
    summary: '撤回同意',
    description: '撤回不影响已经签订的合同。',
    access: rightParties,
    scope: 'right.write',
    status: 201,
    answer: RightConsentView,
    errors: ['right.consentNotFound', 'right.freeingNeedsHolder', 'state.notAllowed'],
    idempotency: 'required',
  })
  async withdraw(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: RightReasonDto,
  ): Promise<RightConsentView> {
    return consentView(unwrap(await this.consents.withdraw(actor, id, reason)));
  }
}

const givenOf = ({ acts, validUntil, basis, evidenceId }: GiveConsentDto): NewConsent => ({
  acts,
  validUntil: validUntil ?? null,
  basis,
  evidenceId: evidenceId ?? null,
});
