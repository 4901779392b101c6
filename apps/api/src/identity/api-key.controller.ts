import { Body, Controller, Delete, Get, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { isAddressRange } from '#domain/shared/address-range.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ApiKeyService } from '#application/identity/api-key.service.js';
import { Operation } from '../http/operation.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { RefusalException, unwrap } from '../http/refusal.exception.js';
import { ScopeRegistry } from '../http/scope.registry.js';
import { expandScopes, platformScopes } from './platform.scopes.js';
import { CreateApiKeyDto } from './identity.dto.js';
import { ApiKeyListView, apiKeyView, NewApiKeyView, ScopeListView } from './identity.view.js';

/** The bureau's staff decide in person, not by key. */
const holders = [
  'broker',
  'agencyManager',
  'enterprise',
  'researchUnit',
  'incubatorManager',
  'financeManager',
] as const;

@ApiTags('API 密钥')
@Controller('v1/api-keys')
export class ApiKeyController {
  constructor(
    private readonly keys: ApiKeyService,
    private readonly scopes: ScopeRegistry,
  ) {}

  // No Idempotency-Key: the stored answer would hold the key. At most two live keys bound what a repeat can do.
  @Post()
  @Operation({
    summary: '创建 API 密钥',
    access: holders,
    status: 201,
    answer: NewApiKeyView,
    errors: ['apiKey.tooMany', 'apiKey.lifeTooLong', 'apiKey.unknownScope', 'apiKey.addressMalformed'],
  })
  async create(
    @CurrentPerson() actor: PersonActor,
    @Body() body: CreateApiKeyDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NewApiKeyView> {
    const scopes = expandScopes(body.scopes, this.scopes.all());
    const unknown = scopes.find((scope) => !this.scopes.all().includes(scope));
    if (unknown !== undefined)
      throw new RefusalException({ code: 'apiKey.unknownScope', params: { scope: unknown }, pointer: '/scopes' });
    const addresses = body.addresses ?? [];
    const wrong = addresses.find((address) => !isAddressRange(address));
    if (wrong !== undefined)
      throw new RefusalException({
        code: 'apiKey.addressMalformed',
        params: { address: wrong },
        pointer: '/addresses',
      });
    const made = unwrap(await this.keys.create(actor, { ...body, scopes, addresses }));
    reply.header('cache-control', 'no-store');
    return { ...apiKeyView(made), key: made.key };
  }

  @Get()
  @Operation({ summary: '查看我的 API 密钥', access: holders, answer: ApiKeyListView })
  async list(@CurrentPerson() actor: PersonActor): Promise<ApiKeyListView> {
    return { items: (await this.keys.listOwn(actor)).map(apiKeyView) };
  }

  @Get('scopes')
  @Operation({ summary: '查看密钥可用的权限范围', access: 'public', answer: ScopeListView })
  known(): ScopeListView {
    return { items: [...this.scopes.all()], platforms: platformScopes(this.scopes.all()) };
  }

  @Delete(':id')
  @Operation({ summary: '作废 API 密钥', access: holders, status: 204, errors: ['apiKey.notFound'] })
  async revoke(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<void> {
    unwrap(await this.keys.revoke(actor, id));
  }
}
