import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor, AnonymousActor, PersonActor } from '#domain/shared/actor.js';
import { OrganizationService } from '#application/identity/organization.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentActor, CurrentPerson, IdParam, IfMatch, withEtag } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { AmendOrganizationDto, OrganizationReasonDto, SignUpDto } from './identity.dto.js';
import { organizationView, OrganizationView } from './identity.view.js';

const judges = ['registrar', 'countyOfficer', 'securityAdmin'] as const;

@ApiTags('单位')
@Controller('v1/organizations')
export class OrganizationController {
  constructor(private readonly organizations: OrganizationService) {}

  // No Idempotency-Key: its input hash would be a fast hash of the password. The credit code makes a repeat harmless.
  @Post()
  @Operation({
    summary: '注册单位及首个账号',
    access: 'public',
    status: 201,
    answer: OrganizationView,
    limit: 'signUp',
    errors: [
      'organization.exists',
      'account.taken',
      'creditCode.malformed',
      'creditCode.overrideNeeded',
      'password.length',
      'password.tooCommon',
      'password.containsName',
    ],
  })
  async signUp(@CurrentActor() actor: Actor, @Body() body: SignUpDto): Promise<OrganizationView> {
    const anonymous: AnonymousActor = { kind: 'anonymous', origin: actor.origin };
    const wanted = { ...body, creditCodeOverride: body.creditCodeOverride ?? null };
    return organizationView(unwrap(await this.organizations.signUp(anonymous, wanted)), anonymous);
  }

  @Get()
  @Operation({
    summary: '浏览已核验的单位',
    access: 'public',
    scope: 'organization.read',
    answer: PageOf(OrganizationView),
  })
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery) {
    return pageOf(
      query,
      (after, limit) => this.organizations.listPublic(after, limit),
      (organization) => organizationView(organization, actor),
    );
  }

  @Get('unverified')
  @Operation({ summary: '查看待核验的单位', access: judges, answer: PageOf(OrganizationView) })
  async unverified(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(
      query,
      (after, limit) => this.organizations.listUnverified(actor, after, limit),
      (organization) => organizationView(organization, actor),
    );
  }

  @Get(':id')
  @Operation({
    summary: '查看一个单位',
    access: 'public',
    scope: 'organization.read',
    answer: OrganizationView,
    errors: ['organization.notFound'],
  })
  async get(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrganizationView> {
    return withEtag(reply, organizationView(unwrap(await this.organizations.get(actor, id)), actor));
  }

  @Patch(':id')
  @Operation({
    summary: '修改本单位信息（核验前）',
    access: 'signedIn',
    answer: OrganizationView,
    errors: [
      'organization.notFound',
      'organization.notYours',
      'organization.fixed',
      'organization.exists',
      'creditCode.malformed',
      'creditCode.overrideNeeded',
      'version.required',
      'version.stale',
    ],
  })
  async amend(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @IfMatch() version: number,
    @Body() body: AmendOrganizationDto,
  ): Promise<OrganizationView> {
    return organizationView(unwrap(await this.organizations.amend(actor, id, version, body)), actor);
  }

  @Post(':id/verification')
  @Operation({
    summary: '通过单位核验',
    access: judges,
    status: 201,
    answer: OrganizationView,
    errors: ['organization.notFound', 'organization.notYours', 'state.notAllowed'],
    idempotency: 'required',
  })
  async verify(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<OrganizationView> {
    return organizationView(unwrap(await this.organizations.verify(actor, id)), actor);
  }

  @Post(':id/rejection')
  @Operation({
    summary: '退回单位核验',
    access: judges,
    status: 201,
    answer: OrganizationView,
    errors: ['organization.notFound', 'organization.notYours', 'state.notAllowed'],
    idempotency: 'required',
  })
  async reject(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: OrganizationReasonDto,
  ): Promise<OrganizationView> {
    return organizationView(unwrap(await this.organizations.reject(actor, id, body.reason)), actor);
  }

  @Post(':id/suspension')
  @Operation({
    summary: '停用单位',
    access: ['securityAdmin'],
    status: 201,
    answer: OrganizationView,
    errors: ['organization.notFound', 'organization.notYours', 'state.notAllowed'],
    idempotency: 'required',
  })
  async suspend(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: OrganizationReasonDto,
  ): Promise<OrganizationView> {
    return organizationView(unwrap(await this.organizations.suspend(actor, id, body.reason)), actor);
  }

  @Post(':id/restoration')
  @Operation({
    summary: '恢复单位',
    access: ['securityAdmin'],
    status: 201,
    answer: OrganizationView,
    errors: ['organization.notFound', 'organization.notYours', 'state.notAllowed'],
    idempotency: 'required',
  })
  async restore(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<OrganizationView> {
    return organizationView(unwrap(await this.organizations.restore(actor, id)), actor);
  }
}
