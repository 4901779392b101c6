import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '#domain/shared/actor.js';
import { ContractService } from '#application/contract/contract.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam, IfMatch, withEtag } from '../http/params.js';
import type { ErrorCode } from '../http/problem.catalog.js';
import { unwrap } from '../http/refusal.exception.js';
import { rightGuardErrors } from '../right/right.errors.js';
import { AmendContractDto, CancelContractDto, DraftContractDto, SignContractDto } from './contract.dto.js';
import { changeOf, contentOf } from './contract.input.js';
import { contractView, ContractView } from './contract.view.js';

const sides = ['enterprise', 'researchUnit'] as const;
/** An agency signs where it is a party as intermediary. */
const signers = [...sides, 'agencyManager'] as const;

const rightsErrors = [
  'contract.patentNumberWrong',
  'contract.patentKindMismatch',
  'contract.patentTermTooLong',
  'contract.patentEnded',
  'contract.patentNotGranted',
  'contract.licenceNotOfType',
  'contract.licenceOutlastsPatent',
] as const satisfies readonly ErrorCode[];

const contentErrors = [
  'contract.subTypeUnknown',
  'contract.typeNotAgreed',
  'contract.priceNotAgreed',
  'contract.noTechnologyValue',
  'contract.technologyValueAboveSplit',
  'contract.validityReversed',
  'contract.brokerUnknown',
  'contract.brokerMissing',
  'contract.brokerageTooMuch',
  'contract.listingMissing',
  'contract.modeNotListed',
  'contract.priceBelowNotice',
  'contract.secretNotOnline',
  'contract.clauseTwice',
  'contract.sideMissing',
  'contract.partyTwice',
  'contract.partyUnknown',
  'contract.foreignUnstated',
  'contract.codeUnknown',
  'contract.instalmentsWrong',
  'contract.royaltyMissing',
  'contract.royaltyNotAgreed',
  'contract.royaltyStepsWrong',
  'contract.currencyRateWrong',
  'contract.currencyEquivalentWrong',
  'contract.rateInFuture',
  ...rightsErrors,
] as const satisfies readonly ErrorCode[];

@ApiTags('技术合同')
@Controller('v1/contracts')
export class ContractController {
  constructor(private readonly contracts: ContractService) {}

  @Post()
  @Operation({
    summary: '就达成一致的洽谈起草技术合同',
    access: sides,
    scope: 'contract.write',
    status: 201,
    answer: ContractView,
    errors: ['contract.dealNotFound', 'contract.dealNotAgreed', ...contentErrors],
    idempotency: 'required',
  })
  async draft(@CurrentPerson() actor: PersonActor, @Body() body: DraftContractDto): Promise<ContractView> {
    return contractView(unwrap(await this.contracts.draft(actor, body.dealId, contentOf(body))));
  }

  @Get()
  @Operation({
    summary: '查看与本单位有关的合同',
    access: 'signedIn',
    scope: 'contract.read',
    answer: PageOf(ContractView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.contracts.list(actor, after, limit), contractView);
  }

  @Get(':id')
  @Operation({
    summary: '查看一份合同',
    access: 'signedIn',
    scope: 'contract.read',
    answer: ContractView,
    errors: ['contract.notFound'],
  })
  async get(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ContractView> {
    return withEtag(reply, contractView(unwrap(await this.contracts.get(actor, id))));
  }

  @Patch(':id')
  @Operation({
    summary: '修改合同草稿',
    access: sides,
    scope: 'contract.write',
    answer: ContractView,
    errors: [
      'contract.notFound',
      'contract.notDraft',
      'version.required',
      'version.stale',
      'contract.partiesFixed',
      ...contentErrors,
    ],
  })
  async amend(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @IfMatch() version: number,
    @Body() body: AmendContractDto,
  ): Promise<ContractView> {
    return contractView(unwrap(await this.contracts.amend(actor, id, version, changeOf(body))));
  }

  @Post(':id/signatures')
  @Operation({
    summary: '签署合同',
    description: '每一方各签一次，须引用所签文本的摘要；双方签齐即生效，挂牌随之成交。公示未满或有异议时不能签署。',
    access: signers,
    scope: 'contract.write',
    status: 201,
    answer: ContractView,
    errors: [
      'contract.notFound',
      'contract.notParty',
      'contract.alreadySigned',
      'contract.textChanged',
      'contract.priceBelowNotice',
      'listing.notFound',
      'listing.notOpen',
      'listing.soldByBids',
      'publicNotice.stillRunning',
      'publicNotice.objectionOpen',
      'publicNotice.stopped',
      ...rightsErrors,
      ...rightGuardErrors,
      'state.notAllowed',
    ],
    idempotency: 'required',
  })
  async sign(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { textHash }: SignContractDto,
  ): Promise<ContractView> {
    return contractView(unwrap(await this.contracts.sign(actor, id, textHash)));
  }

  @Post(':id/cancellation')
  @Operation({
    summary: '取消或解除合同',
    description: '生效前任一方可以取消；生效后须双方都同意解除，后同意者使其解除。',
    access: signers,
    scope: 'contract.write',
    status: 201,
    answer: ContractView,
    errors: ['contract.notFound', 'contract.notParty', 'state.notAllowed'],
    idempotency: 'required',
  })
  async cancel(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: CancelContractDto,
  ): Promise<ContractView> {
    return contractView(unwrap(await this.contracts.cancel(actor, id, reason)));
  }
}
