import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { CatalogueService } from '#application/catalogue/catalogue.service.js';
import { EditionService } from '#application/statistics/edition.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import {
  changedLineView,
  ChangesView,
  editionView,
  EditionView,
  fullEditionView,
  FullEditionView,
  VerificationView,
} from './edition.view.js';
import { ChangesQueryDto, EditionListQueryDto, FreezeDto, LinesQueryDto } from './statistics.dto.js';
import { registrationEntryView, RegistrationEntryView, type CountyNames } from './statistics.view.js';

const bureau = ['registrar', 'reviewer', 'rewardOfficer', 'auditor'] as const;
const changesPerPage = 100;

@ApiTags('技术合同统计')
@Controller('v1/statistics-editions')
export class StatisticsEditionController {
  constructor(
    private readonly editions: EditionService,
    private readonly catalogue: CatalogueService,
  ) {}

  @Post()
  @Operation({
    summary: '统计期报定稿（已有定稿时为修订）',
    description: '冻结截止日的清单与数字，任何人不能再改。再次定稿是修订：须写明原因，并显示与上一版的差异。',
    access: ['registrar', 'reviewer'],
    scope: 'statistics.write',
    status: 201,
    answer: FullEditionView,
    errors: [
      'statistics.periodUnknown',
      'statistics.periodOpen',
      'statistics.cutOffAhead',
      'statistics.cutOffBefore',
      'statistics.reasonMissing',
      'statistics.nothingToRestate',
    ],
    idempotency: 'required',
  })
  async freeze(@CurrentPerson() actor: PersonActor, @Body() body: FreezeDto): Promise<FullEditionView> {
    const edition = unwrap(await this.editions.freeze(actor, { ...body, reason: body.reason ?? null }));
    return fullEditionView(edition, await this.countyNames());
  }

  @Get()
  @Operation({
    summary: '浏览统计期报（公开视图，小单元不公开）',
    access: 'public',
    scope: 'statistics.read',
    answer: PageOf(EditionView),
  })
  async list(@Query() query: EditionListQueryDto) {
    const names = await this.countyNames();
    return pageOf(
      query,
      (after, limit) => this.editions.listPublic(query.period ?? null, after, limit),
      (edition) => editionView(edition, names),
    );
  }

  @Get(':id')
  @Operation({
    summary: '查看一份统计期报（公开视图，小单元不公开）',
    access: 'public',
    scope: 'statistics.read',
    answer: EditionView,
    errors: ['statistics.editionNotFound'],
  })
  async get(@Param() { id }: IdParam): Promise<EditionView> {
    return editionView(unwrap(await this.editions.getPublic(id)), await this.countyNames());
  }

  @Get(':id/figures')
  @Operation({
    summary: '查看一份统计期报的全部数字及与上一版的差异',
    access: bureau,
    scope: 'statistics.read',
    answer: FullEditionView,
    errors: ['statistics.editionNotFound'],
  })
  async figures(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<FullEditionView> {
    return fullEditionView(unwrap(await this.editions.get(actor, id)), await this.countyNames());
  }

  @Get(':id/lines')
  @Operation({
    summary: '打开统计期报中一个数字的清单（定稿时的内容）',
    access: bureau,
    scope: 'statistics.read',
    answer: PageOf(RegistrationEntryView),
    errors: ['statistics.editionNotFound'],
  })
  async lines(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: LinesQueryDto) {
    const { side = 'current', limit: _limit, cursor: _cursor, ...filter } = query;
    const read = async (after: string | null, limit: number) =>
      unwrap(await this.editions.lines(actor, id, side, filter, after, limit));
    return pageOf(query, read, registrationEntryView);
  }

  @Get(':id/changes')
  @Operation({
    summary: '逐项查看修订版与上一版的差异',
    access: bureau,
    scope: 'statistics.read',
    answer: ChangesView,
    errors: ['statistics.editionNotFound'],
  })
  async changes(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Query() { after }: ChangesQueryDto,
  ): Promise<ChangesView> {
    const lines = unwrap(await this.editions.changes(actor, id, after ?? null, changesPerPage));
    return { items: lines.map(changedLineView) };
  }

  @Get(':id/verification')
  @Operation({
    summary: '重新计算统计期报的清单与数字并核对',
    access: bureau,
    scope: 'statistics.read',
    answer: VerificationView,
    errors: ['statistics.editionNotFound'],
  })
  async verify(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<VerificationView> {
    return unwrap(await this.editions.verify(actor, id));
  }

  private async countyNames(): Promise<CountyNames> {
    return new Map((await this.catalogue.counties()).records.map((county) => [county.code, county.name]));
  }
}
