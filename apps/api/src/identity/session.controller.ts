import { Body, Controller, Delete, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor, PersonActor } from '#domain/shared/actor.js';
import type { Refusal, Result } from '#domain/shared/result.js';
import { SessionService, type OpenedSession } from '#application/identity/session.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentActor, CurrentPerson, CurrentSession, IdParam } from '../http/params.js';
import type { ErrorCode } from '../http/problem.catalog.js';
import { RefusalException, unwrap } from '../http/refusal.exception.js';
import { ChangePasswordDto, RefreshDto, SignInDto } from './identity.dto.js';
import { OpenedSessionView, openedSessionView, SessionView, sessionView } from './identity.view.js';
import { TokenIssuer } from './token.issuer.js';

@ApiTags('登录')
@Controller('v1')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly tokens: TokenIssuer,
  ) {}

  @Post('sessions')
  @Operation({
    summary: '登录',
    access: 'public',
    status: 201,
    answer: OpenedSessionView,
    limit: 'signIn',
    errors: [
      'session.refused',
      'session.locked',
      'session.passwordChangeRequired',
      'password.length',
      'password.tooCommon',
      'password.containsName',
      'password.classes',
    ],
  })
  async signIn(
    @CurrentActor() actor: Actor,
    @Body() body: SignInDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OpenedSessionView> {
    const { account, password, organizationId = null, newPassword = null } = body;
    const anonymous = { kind: 'anonymous', origin: actor.origin } as const;
    const wanted = { account, password, organizationId, newPassword };
    return this.opened(reply, waitable(await this.sessions.signIn(anonymous, wanted)));
  }

  @Post('sessions/refresh')
  @Operation({
    summary: '用刷新令牌续期',
    description: '每个刷新令牌只能用一次；重复使用视为被盗，整个会话立即结束。',
    access: 'public',
    status: 201,
    answer: OpenedSessionView,
    errors: ['session.refused'],
  })
  async refresh(
    @CurrentActor() actor: Actor,
    @Body() body: RefreshDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OpenedSessionView> {
    return this.opened(reply, unwrap(await this.sessions.refresh(actor.origin, body.refreshToken)));
  }

  @Get('sessions')
  @Operation({ summary: '查看我的登录会话', access: 'signedIn', answer: PageOf(SessionView) })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.sessions.listOwn(actor, after, limit), sessionView);
  }

  @Delete('sessions/current')
  @Operation({ summary: '退出登录', access: 'signedIn', status: 204, errors: ['session.notFound'] })
  async signOut(
    @CurrentPerson() actor: PersonActor,
    @CurrentSession() sessionId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    unwrap(await this.sessions.signOut(actor, sessionId));
    reply.header('clear-site-data', '"cache", "storage"');
  }

  @Delete('sessions/:id')
  @Operation({ summary: '结束我的一个会话', access: 'signedIn', status: 204, errors: ['session.notFound'] })
  async end(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<void> {
    unwrap(await this.sessions.signOut(actor, id));
  }

  @Put('me/password')
  @Operation({
    summary: '修改密码并结束其他会话',
    access: 'signedIn',
    status: 204,
    limit: 'signIn',
    errors: [
      'password.wrong',
      'password.length',
      'password.tooCommon',
      'password.containsName',
      'password.classes',
      'session.locked',
    ],
  })
  async changePassword(
    @CurrentPerson() actor: PersonActor,
    @CurrentSession() sessionId: string,
    @Body() body: ChangePasswordDto,
  ): Promise<void> {
    const passwords = { current: body.currentPassword, wanted: body.newPassword };
    waitable(await this.sessions.changePassword(actor, sessionId, passwords));
  }

  private opened(reply: FastifyReply, opened: OpenedSession): OpenedSessionView {
    reply.header('cache-control', 'no-store');
    return openedSessionView(opened, this.tokens.sign(opened));
  }
}

/** Like unwrap; a refusal that names seconds to wait says so in Retry-After. */
export function waitable<T>(result: Result<T, Refusal<ErrorCode>>): T {
  if (!result.ok && result.refusal.code === 'session.locked')
    throw new RefusalException(result.refusal, [], { 'retry-after': result.refusal.params?.['seconds'] ?? '60' });
  return unwrap(result);
}
