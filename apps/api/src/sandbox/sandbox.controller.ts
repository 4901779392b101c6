import { Controller, Delete, Get, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '#domain/shared/actor.js';
import { SandboxService } from '#application/sandbox/sandbox.service.js';
import { Operation } from '../http/operation.js';
import { CurrentPerson } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { ScopeRegistry } from '../http/scope.registry.js';
import { magicListView, MagicListView, OpenedSandboxView, sandboxView, SandboxView } from './sandbox.view.js';

const holders = ['broker', 'agencyManager', 'enterprise', 'researchUnit'] as const;

@ApiTags('沙箱')
@Controller('v1/sandbox')
export class SandboxController {
  constructor(
    private readonly sandboxes: SandboxService,
    private readonly scopes: ScopeRegistry,
  ) {}

  // No Idempotency-Key: the stored answer would hold the key. A repeat gives the same sandbox with a new key.
  @Post()
  @Operation({
    summary: '开设沙箱，或更换沙箱密钥',
    description:
      '沙箱是本单位的另一个自己：同类单位、同样角色，数据与真实市场互不可见，不进检索、统计、公示和资金，30 天后自动清除。用返回的 qytt_test_ 密钥调用同一套接口；魔法值见 GET /v1/sandbox/magic-values。',
    access: holders,
    status: 201,
    answer: OpenedSandboxView,
    errors: ['sandbox.within'],
  })
  async open(
    @CurrentPerson() actor: PersonActor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OpenedSandboxView> {
    const opened = unwrap(await this.sandboxes.open(actor, this.scopes.all()));
    reply.header('cache-control', 'no-store');
    return { ...sandboxView(opened), key: opened.key };
  }

  @Get()
  @Operation({ summary: '查看本单位的沙箱', access: holders, answer: SandboxView, errors: ['sandbox.notFound'] })
  async get(@CurrentPerson() actor: PersonActor): Promise<SandboxView> {
    return sandboxView(unwrap(await this.sandboxes.get(actor)));
  }

  @Delete()
  @Operation({ summary: '清除本单位的沙箱', access: holders, status: 204, errors: ['sandbox.notFound'] })
  async remove(@CurrentPerson() actor: PersonActor): Promise<void> {
    unwrap(await this.sandboxes.remove(actor));
  }

  @Get('magic-values')
  @Operation({ summary: '查看沙箱的魔法值', access: 'public', answer: MagicListView })
  magic(): MagicListView {
    return magicListView;
  }
}
