import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HallService } from '#application/hall/hall.service.js';
import { Operation } from '../http/operation.js';
import { unwrap } from '../http/refusal.exception.js';
import { HallStreams } from './hall.streams.js';
import { hallView, HallView } from './hall.view.js';

const versionShape = /^[0-9a-f]{32}$/;

@ApiTags('展示大厅')
@Controller('v1/hall')
export class HallController {
  constructor(
    private readonly hall: HallService,
    private readonly streams: HallStreams,
  ) {}

  @Get()
  @Operation({
    summary: '查看展示大厅的全部数字',
    description:
      '交易额按季度、县区流向、十二个示范区的需求与成果、附表1 的 21 项指标、最近公开的事项；每个数字附截止日。尚无定稿的季度按每 3 项合同一组计入，避免推算单个合同；不足 3 项的单元不公开，为 null。',
    access: 'public',
    scope: 'statistics.read',
    answer: HallView,
  })
  async show(@Res({ passthrough: true }) reply: FastifyReply): Promise<HallView> {
    reply.header('cache-control', 'public, max-age=2');
    return hallView(await this.hall.snapshot());
  }

  @Get('events')
  @Operation({
    summary: '实时接收展示大厅的数字（text/event-stream）',
    description:
      '事件 snapshot 的 data 同 GET /v1/hall，id 为版本，仅在内容有变化时发送；断线后以 Last-Event-ID 请求头续接，版本未变的不重发。每 10 秒一次 heartbeat，data 为版本与计算时刻。每个网络地址最多同时 20 路。',
    access: 'public',
    errors: ['hall.tooManyStreams'],
  })
  @ApiProduces('text/event-stream')
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: '已收到的版本', schema: { type: 'string' } })
  events(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    unwrap(this.streams.admit(request.ip));
    const last = request.headers['last-event-id'];
    const known = typeof last === 'string' && versionShape.test(last) ? last : '';
    const headers = { ...reply.getHeaders(), 'content-type': 'text/event-stream', 'cache-control': 'no-store' };
    reply.hijack();
    reply.raw.writeHead(200, { ...(headers as Record<string, string>), 'x-accel-buffering': 'no' });
    this.streams.watch(reply.raw, request.ip, known);
  }
}
