import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HealthService } from '#application/health/health.service.js';
import { CONFIG, type Config } from '#platform/config/config.js';
import { mayReadMetrics } from '#platform/telemetry/metrics.access.js';
import { Metrics } from '#platform/telemetry/metrics.js';
import { Operation } from '../http/operation.js';
import { RefusalException } from '../http/refusal.exception.js';
import { HealthQuery } from './health.dto.js';
import { healthView, HealthView, stateView, StateView } from './health.view.js';

@ApiTags('运行状态')
@Controller()
export class HealthController {
  constructor(
    private readonly health: HealthService,
    private readonly metrics: Metrics,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('livez')
  @Operation({ summary: '查看进程是否存活', access: 'public', answer: StateView })
  live(): StateView {
    return stateView('ok');
  }

  @Get('readyz')
  @Operation({
    summary: '查看能否接受请求（只看 PostgreSQL）',
    access: 'public',
    answer: StateView,
    errors: ['service.unavailable'],
  })
  async ready(): Promise<StateView> {
    if (!(await this.health.ready())) throw new RefusalException({ code: 'service.unavailable' });
    return stateView('ok');
  }

  @Get('healthz')
  @Operation({
    summary: '查看各部分是否正常',
    description: '加 ?verbose 列出数据库、队列、检索、发件箱和审计封存。degraded 表示迟缓或已改用后备，服务仍可用。',
    access: 'public',
    answer: HealthView,
    errors: ['service.unavailable'],
  })
  async report(@Query() query: HealthQuery): Promise<HealthView> {
    const report = await this.health.report();
    if (report.state === 'down' && query.verbose === undefined)
      throw new RefusalException({ code: 'service.unavailable' });
    return healthView(report, query.verbose !== undefined);
  }

  @Get('metrics')
  @ApiProduces('text/plain')
  @Operation({
    summary: '读取 Prometheus 指标',
    description: '只回答本机的直接请求，或请求头 X-Metrics-Token 等于 METRICS_TOKEN 的请求。',
    access: 'public',
    errors: ['access.forbidden'],
  })
  async read(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    if (!mayReadMetrics(request.raw, this.config.metricsToken))
      throw new RefusalException({ code: 'access.forbidden' });
    reply.header('content-type', this.metrics.contentType).header('cache-control', 'no-store');
    return this.metrics.render();
  }
}
