import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '#domain/shared/actor.js';
import { MemberService } from '#application/identity/member.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam, IfMatch, withEtag } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { InviteDto, MemberParam, OrganizationReasonDto, RolesDto } from './identity.dto.js';
import {
  InvitedMemberView,
  invitedMemberView,
  meView,
  MeView,
  MemberView,
  memberView,
  personView,
  PersonView,
} from './identity.view.js';

const managing = ['organization.notFound', 'member.notManaged', 'member.notFound'] as const;

@ApiTags('成员')
@Controller('v1/organizations/:id/members')
export class MemberController {
  constructor(private readonly members: MemberService) {}

  @Get()
  @Operation({
    summary: '查看单位成员',
    access: 'signedIn',
    answer: PageOf(MemberView),
    errors: ['organization.notFound'],
  })
  async list(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    return pageOf(query, async (after, limit) => unwrap(await this.members.list(actor, id, after, limit)), memberView);
  }

  // No Idempotency-Key: the stored answer would hold the initial secret. The account makes a repeat harmless.
  @Post()
  @Operation({
    summary: '邀请成员',
    access: 'signedIn',
    status: 201,
    answer: InvitedMemberView,
    errors: [...managing, 'member.exists', 'member.roleNotOfKind', 'member.powersNotSeparated'],
  })
  async invite(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: InviteDto,
  ): Promise<InvitedMemberView> {
    return invitedMemberView(unwrap(await this.members.invite(actor, id, body)));
  }

  @Patch(':personId')
  @Operation({
    summary: '调整成员角色',
    access: 'signedIn',
    answer: MemberView,
    errors: [
      ...managing,
      'member.self',
      'member.lastPrincipal',
      'member.roleNotOfKind',
      'member.powersNotSeparated',
      'version.required',
      'version.stale',
    ],
  })
  async changeRoles(
    @CurrentPerson() actor: PersonActor,
    @Param() { id, personId }: MemberParam,
    @IfMatch() version: number,
    @Body() body: RolesDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MemberView> {
    return withEtag(
      reply,
      memberView(unwrap(await this.members.changeRoles(actor, id, personId, version, body.roles))),
    );
  }

  @Post(':personId/ending')
  @Operation({
    summary: '结束成员身份',
    access: 'signedIn',
    status: 201,
    answer: MemberView,
    errors: [...managing, 'member.self', 'member.lastPrincipal'],
    idempotency: 'required',
  })
  async end(@CurrentPerson() actor: PersonActor, @Param() { id, personId }: MemberParam): Promise<MemberView> {
    return memberView(unwrap(await this.members.end(actor, id, personId)));
  }

  // No Idempotency-Key: see invite.
  @Post(':personId/initial-secret')
  @Operation({
    summary: '重置成员密码为一次性密码',
    access: 'signedIn',
    status: 201,
    answer: InvitedMemberView,
    errors: [...managing, 'member.self', 'member.sharedAccount'],
  })
  async resetSecret(
    @CurrentPerson() actor: PersonActor,
    @Param() { id, personId }: MemberParam,
  ): Promise<InvitedMemberView> {
    return invitedMemberView(unwrap(await this.members.resetSecret(actor, id, personId)));
  }
}

@ApiTags('成员')
@Controller('v1/people')
export class PersonController {
  constructor(private readonly members: MemberService) {}

  @Post(':id/disablement')
  @Operation({
    summary: '停用人员账号并立即结束其全部会话',
    access: ['securityAdmin'],
    status: 201,
    answer: PersonView,
    errors: ['member.notFound', 'member.self', 'state.notAllowed'],
    idempotency: 'required',
  })
  async disable(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: OrganizationReasonDto,
  ): Promise<PersonView> {
    return personView(unwrap(await this.members.disable(actor, id, body.reason)));
  }

  @Post(':id/enablement')
  @Operation({
    summary: '恢复人员账号',
    access: ['securityAdmin'],
    status: 201,
    answer: PersonView,
    errors: ['member.notFound', 'member.self', 'state.notAllowed'],
    idempotency: 'required',
  })
  async enable(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: OrganizationReasonDto,
  ): Promise<PersonView> {
    return personView(unwrap(await this.members.enable(actor, id, body.reason)));
  }
}

@ApiTags('登录')
@Controller('v1/me')
export class MeController {
  constructor(private readonly members: MemberService) {}

  @Get()
  @Operation({ summary: '查看我是谁', access: 'signedIn', answer: MeView })
  async me(@CurrentPerson() actor: PersonActor): Promise<MeView> {
    const { person, memberships } = await this.members.ofPerson(actor);
    return meView(actor, person, memberships);
  }
}
