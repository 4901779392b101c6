import { Controller, Get, Param, Req, Res, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CatalogueService, type CatalogueList } from '#application/catalogue/catalogue.service.js';
import { PatternField } from '../http/fields.js';
import { Operation } from '../http/operation.js';
import { PageOf, type Page } from '../http/paging.js';
import { unwrap } from '../http/refusal.exception.js';
import {
  CountyView,
  DemonstrationTaskView,
  DepartmentView,
  IndicatorView,
  JointConferenceView,
  ProcedureStageView,
  SeedConflictView,
  TaskView,
  ZoneDetailView,
  ZoneView,
} from './catalogue.view.js';

class ZoneCodeParam {
  @PatternField({
    title: '示范区代码',
    pattern: /^[a-z0-9-]{1,40}$/,
    shape: '小写字母与连字符的代码',
    example: 'apple',
  })
  code!: string;
}

/** A whole list of the plan: small and closed, so always one page. */
const wholeList = (summary: string, view: Type): MethodDecorator =>
  Operation({ summary, access: 'public', scope: 'catalogue.read', answer: PageOf(view) });

@ApiTags('方案目录')
@Controller('v1')
export class CatalogueController {
  constructor(private readonly catalogue: CatalogueService) {}

  @Get('counties')
  @wholeList('查看全市八县区', CountyView)
  async counties(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return fresh(request, reply, await this.catalogue.counties());
  }

  @Get('zones')
  @wholeList('查看四区四带四园与主推技术', ZoneView)
  async zones(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return fresh(request, reply, await this.catalogue.zones());
  }

  @Get('zones/:code')
  @Operation({
    summary: '查看一个示范区及其任务目标',
    access: 'public',
    scope: 'catalogue.read',
    answer: ZoneDetailView,
    errors: ['zone.notFound'],
  })
  async zone(
    @Param() { code }: ZoneCodeParam,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ZoneDetailView | undefined> {
    const { zone, tasks, etag } = unwrap(await this.catalogue.zone(code));
    return unchanged(request, reply, etag) ? undefined : { ...zone, tasks };
  }

  @Get('indicators')
  @wholeList('查看附表1 的 21 项指标', IndicatorView)
  async indicators(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return fresh(request, reply, await this.catalogue.indicators());
  }

  @Get('tasks')
  @wholeList('查看附表2 的重点任务（17 项 26 行）', TaskView)
  async tasks(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return fresh(request, reply, await this.catalogue.tasks());
  }

  @Get('demonstration-tasks')
  @wholeList('查看 16 项示范任务及责任部门', DemonstrationTaskView)
  async demonstrationTasks(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return fresh(request, reply, await this.catalogue.demonstrationTasks());
  }

  @Get('departments')
  @wholeList('查看部门及其别名', DepartmentView)
  async departments(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return fresh(request, reply, await this.catalogue.departments());
  }

  @Get('seed-conflicts')
  @wholeList('查看方案中不一致之处（并列读法）', SeedConflictView)
  async seedConflicts(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return fresh(request, reply, await this.catalogue.seedConflicts());
  }

  @Get('procedure-stages')
  @wholeList('查看科技成果转移转化流程的七个环节', ProcedureStageView)
  async procedureStages(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return fresh(request, reply, await this.catalogue.procedureStages());
  }

  @Get('joint-conferences')
  @wholeList('查看联席会议的组成', JointConferenceView)
  async jointConferences(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return fresh(request, reply, await this.catalogue.jointConferences());
  }
}

function fresh<T>(request: FastifyRequest, reply: FastifyReply, list: CatalogueList<T>): Page<T> | undefined {
  return unchanged(request, reply, list.etag) ? undefined : { items: [...list.records], nextCursor: null };
}

/** Sets the ETag; true, with status 304, when the caller has this version already. */
function unchanged(request: FastifyRequest, reply: FastifyReply, etag: string): boolean {
  reply.header('etag', `"${etag}"`).header('cache-control', 'public, no-cache');
  const known = (request.headers['if-none-match'] ?? '').split(',').map((entry) => entry.trim().replace(/^W\//, ''));
  if (!known.includes(`"${etag}"`)) return false;
  reply.status(304);
  return true;
}
