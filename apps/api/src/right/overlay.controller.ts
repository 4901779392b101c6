import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseYuan } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { OverlayService } from '#application/right/overlay.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { rightOwners, rightParties } from './right.controller.js';
import {
  CreateOverlayDto,
  DecideReleaseDto,
  HeldOverlaysQuery,
  RequestReleaseDto,
  RightReasonDto,
} from './right.dto.js';
import { rightGuardErrors } from './right.errors.js';
import { overlayView, RightOverlayView } from './right.view.js';

@ApiTags('知识产权')
@Controller('v1')
export class RightOverlayController {
  constructor(private readonly overlays: OverlayService) {}

  @Post('rights/:id/overlays')
  @Operation({
    summary: '登记质押、许可、保全等权利负担',
    description: '登记后立即生效，相关挂牌在同一事务中冻结。质押和许可依法不能办理的，不予登记。',
    access: rightOwners,
    scope: 'right.write',
    status: 201,
    answer: RightOverlayView,
    errors: [
      'right.notFound',
      'right.overlayIncomplete',
      'right.overlayPeriod',
      'right.preservationTooLong',
      'right.holderUnknown',
      'right.holderIsOwner',
      'right.evidenceUnknown',
      ...rightGuardErrors,
    ],
    idempotency: 'required',
  })
  async register(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: CreateOverlayDto,
  ): Promise<RightOverlayView> {
    const { kind, from, basis, securedAmountYuan } = body;
    const given = {
      holderOrganizationId: body.holderOrganizationId ?? null,
      holderName: body.holderName ?? null,
      manner: body.manner ?? null,
      territory: body.territory ?? [],
      until: body.until ?? null,
      securedAmount: typeof securedAmountYuan === 'string' ? unwrap(parseYuan(securedAmountYuan)) : null,
      reference: body.reference ?? null,
      evidenceId: body.evidenceId ?? null,
    };
    return overlayView(unwrap(await this.overlays.register(actor, id, { kind, from, basis, ...given })));
  }

  @Get('rights/:id/overlays')
  @Operation({
    summary: '查看一项知识产权历来的负担',
    access: 'signedIn',
    scope: 'right.read',
    answer: PageOf(RightOverlayView),
    errors: ['right.notFound'],
  })
  async history(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    return pageOf(
      query,
      async (after, limit) => unwrap(await this.overlays.history(actor, id, after, limit)),
      overlayView,
    );
  }

  @Get('right-overlays')
  @Operation({
    summary: '查看本单位作为质权人、被许可人等持有的权利负担',
    access: 'signedIn',
    scope: 'right.read',
    answer: PageOf(RightOverlayView),
  })
  async held(@CurrentPerson() actor: PersonActor, @Query() { kind, ...page }: HeldOverlaysQuery) {
    return pageOf(page, (after, limit) => this.overlays.held(actor, kind ?? null, after, limit), overlayView);
  }

  @Get('right-overlays/:id')
  @Operation({
    summary: '查看一项权利负担',
    access: 'signedIn',
    scope: 'right.read',
    answer: RightOverlayView,
    errors: ['right.overlayNotFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<RightOverlayView> {
    return overlayView(unwrap(await this.overlays.get(actor, id)));
  }

  @Post('right-overlays/:id/confirmation')
  @Operation({
    summary: '由第二人依据证明材料核对权利负担',
    access: rightParties,
    scope: 'right.write',
    status: 201,
    answer: RightOverlayView,
    errors: ['right.overlayNotFound', 'right.samePerson', 'right.evidenceMissing', 'state.notAllowed'],
    idempotency: 'required',
  })
  async confirm(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<RightOverlayView> {
    return overlayView(unwrap(await this.overlays.confirm(actor, id)));
  }

  @Post('right-overlays/:id/annulment')
  @Operation({
    summary: '撤销录入有误、尚未核对的权利负担',
    access: rightParties,
    scope: 'right.write',
    status: 201,
    answer: RightOverlayView,
    errors: ['right.overlayNotFound', 'right.freeingNeedsHolder', 'right.samePerson', 'state.notAllowed'],
    idempotency: 'required',
  })
  async annul(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: RightReasonDto,
  ): Promise<RightOverlayView> {
    return overlayView(unwrap(await this.overlays.annul(actor, id, reason)));
  }

  @Post('right-overlays/:id/release-request')
  @Operation({
    summary: '申请解除权利负担',
    access: rightParties,
    scope: 'right.write',
    status: 201,
    answer: RightOverlayView,
    errors: ['right.overlayNotFound', 'right.evidenceUnknown', 'state.notAllowed'],
    idempotency: 'required',
  })
  async requestRelease(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { basis, evidenceId }: RequestReleaseDto,
  ): Promise<RightOverlayView> {
    return overlayView(unwrap(await this.overlays.requestRelease(actor, id, { basis, evidenceId })));
  }

  @Post('right-overlays/:id/release')
  @Operation({
    summary: '由质权人等或登记机构决定解除权利负担',
    description: '解除后相关挂牌在同一事务中解冻。权利人不能自行解除。',
    access: rightParties,
    scope: 'right.write',
    status: 201,
    answer: RightOverlayView,
    errors: ['right.overlayNotFound', 'right.freeingNeedsHolder', 'right.samePerson', 'state.notAllowed'],
    idempotency: 'required',
  })
  async release(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { agreed, reason }: DecideReleaseDto,
  ): Promise<RightOverlayView> {
    return overlayView(unwrap(await this.overlays.decideRelease(actor, id, agreed, reason)));
  }
}
