import { Body, Controller, Delete, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor, PersonActor } from '#domain/shared/actor.js';
import { SessionService, type OpenedSession } from '#application/identity/session.service.js';
import { CONFIG, type Config } from '#platform/config/config.js';
import { Operation } from '../http/operation.js';
import { CurrentActor, CurrentPerson, CurrentSession, type MarketRequest } from '../http/params.js';
import { RefusalException, unwrap } from '../http/refusal.exception.js';
import { SignInDto } from './identity.dto.js';
import { PortalSessionView, portalSessionView } from './identity.view.js';
import { cookieOf, fromOwnPages, refreshCookie } from './portal-session.js';
import { waitable } from './session.controller.js';
import { TokenIssuer } from './token.issuer.js';

/** A page that is reloaded while its answer is on the way shows the same cookie again. */
const reloadLeewaySeconds = 10;

const OwnPagesOnly = (): MethodDecorator =>
  ApiHeader({
    name: 'X-Portal',
    required: true,
    description: '固定为 1；表明请求出自本站网页',
    schema: { enum: ['1'] },
  });

/** Sessions of the portal: the refresh token stays in a cookie that no script reads. */
@ApiTags('登录')
@Controller('v1/portal-sessions')
export class PortalSessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly tokens: TokenIssuer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post()
  @OwnPagesOnly()
  @Operation({
    summary: '在网页登录；刷新令牌只放在脚本读不到的 Cookie 里',
    access: 'public',
    status: 201,
    answer: PortalSessionView,
    limit: 'signIn',
    errors: [
      'session.foreignPage',
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
    @Req() request: MarketRequest,
    @Body() body: SignInDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PortalSessionView> {
    requireOwnPages(request);
    const { account, password, organizationId = null, newPassword = null } = body;
    const anonymous = { kind: 'anonymous', origin: actor.origin } as const;
    const wanted = { account, password, organizationId, newPassword };
    return this.opened(request, reply, waitable(await this.sessions.signIn(anonymous, wanted)));
  }

  @Post('refresh')
  @OwnPagesOnly()
  @Operation({
    summary: '网页续期：凭 Cookie 换取新的访问令牌',
    access: 'public',
    status: 201,
    answer: PortalSessionView,
    errors: ['session.foreignPage', 'session.refused'],
  })
  async refresh(
    @CurrentActor() actor: Actor,
    @Req() request: MarketRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PortalSessionView> {
    requireOwnPages(request);
    const token = cookieOf(request.headers.cookie);
    if (token === null) throw new RefusalException({ code: 'session.refused' });
    const outcome = await this.sessions.refresh(actor.origin, token, reloadLeewaySeconds);
    if (!outcome.ok) reply.header('set-cookie', refreshCookie(null, this.secure(request)));
    return this.opened(request, reply, unwrap(outcome));
  }

  @Delete('current')
  @Operation({ summary: '在网页退出登录', access: 'signedIn', status: 204, errors: ['session.notFound'] })
  async signOut(
    @CurrentPerson() actor: PersonActor,
    @CurrentSession() sessionId: string,
    @Req() request: MarketRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    unwrap(await this.sessions.signOut(actor, sessionId));
    reply
      .header('set-cookie', refreshCookie(null, this.secure(request)))
      .header('clear-site-data', '"cache", "storage"');
  }

  private opened(request: MarketRequest, reply: FastifyReply, opened: OpenedSession): PortalSessionView {
    reply
      .header('cache-control', 'no-store')
      .header('set-cookie', refreshCookie(opened.refreshToken, this.secure(request)));
    return portalSessionView(opened, this.tokens.sign(opened));
  }

  /** In production always, whatever a proxy in front forgets to say. */
  private secure(request: MarketRequest): boolean {
    return this.config.mode === 'production' || request.protocol === 'https';
  }
}

/** A form or script of another site cannot set this header without asking first, and nobody is allowed to ask. */
function requireOwnPages(request: MarketRequest): void {
  if (!fromOwnPages(request.headers)) throw new RefusalException({ code: 'session.foreignPage' });
}
