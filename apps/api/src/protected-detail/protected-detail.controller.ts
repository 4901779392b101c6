import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, PersonActor } from '#domain/shared/actor.js';
import { ProtectedDetailService } from '#application/protected-detail/protected-detail.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentActor, CurrentPerson } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { readingView, ReadingView } from '../non-disclosure/non-disclosure.view.js';
import { LayeredParam, WriteDetailDto, WrittenParam } from './protected-detail.dto.js';
import {
  detailVersionView,
  DetailVersionView,
  protectedContentView,
  ProtectedContentView,
  protectedFaceView,
  ProtectedFaceView,
} from './protected-detail.view.js';

const writers = ['enterprise', 'researchUnit', 'broker', 'countyOfficer'] as const;

@ApiTags('保密协议')
@Controller('v1/protected-details')
export class ProtectedDetailController {
  constructor(private readonly details: ProtectedDetailService) {}

  @Get(':kind/:id')
  @Operation({
    summary: '查看公开内容以外有无详细资料、如何查看',
    access: 'public',
    scope: 'protectedDetail.read',
    answer: ProtectedFaceView,
    errors: ['protectedDetail.notFound'],
  })
  async face(@CurrentActor() actor: Actor, @Param() { kind, id }: LayeredParam): Promise<ProtectedFaceView> {
    return protectedFaceView(unwrap(await this.details.face(actor, { kind, id })));
  }

  @Get(':kind/:id/content')
  @Operation({
    summary: '查看详细资料（留下查看记录）',
    access: 'signedIn',
    scope: 'protectedDetail.read',
    answer: ProtectedContentView,
    errors: ['protectedDetail.notFound', 'protectedDetail.agreementNeeded', 'protectedDetail.empty'],
  })
  async content(
    @CurrentPerson() actor: PersonActor,
    @Param() { kind, id }: LayeredParam,
  ): Promise<ProtectedContentView> {
    return protectedContentView(unwrap(await this.details.read(actor, { kind, id })));
  }

  @Get(':kind/:id/readings')
  @Operation({
    summary: '查看谁在何时看过哪一版详细资料',
    description: '披露方和审计人员看到全部记录，接收方看到本单位的记录。',
    access: 'signedIn',
    scope: 'protectedDetail.read',
    answer: PageOf(ReadingView),
    errors: ['protectedDetail.notFound'],
  })
  async readings(@CurrentPerson() actor: PersonActor, @Param() { kind, id }: LayeredParam, @Query() query: PageQuery) {
    return pageOf(
      query,
      async (after, limit) => unwrap(await this.details.readings(actor, { kind, id }, after, limit)),
      readingView,
    );
  }

  @Post(':kind/:id/versions')
  @Operation({
    summary: '写入挂牌或需求的详细资料（新版次）',
    access: writers,
    scope: 'protectedDetail.write',
    status: 201,
    answer: DetailVersionView,
    errors: ['protectedDetail.notFound'],
    idempotency: 'required',
  })
  async write(
    @CurrentPerson() actor: PersonActor,
    @Param() { kind, id }: WrittenParam,
    @Body() { detail }: WriteDetailDto,
  ): Promise<DetailVersionView> {
    return detailVersionView(unwrap(await this.details.write(actor, { kind, id }, detail)));
  }

  @Get(':kind/:id/versions')
  @Operation({
    summary: '查看本单位详细资料的各版次',
    access: writers,
    scope: 'protectedDetail.read',
    answer: PageOf(DetailVersionView),
    errors: ['protectedDetail.notFound'],
  })
  async versions(@CurrentPerson() actor: PersonActor, @Param() { kind, id }: WrittenParam, @Query() query: PageQuery) {
    return pageOf(
      query,
      async (after, limit) => unwrap(await this.details.versions(actor, { kind, id }, after, limit)),
      detailVersionView,
    );
  }
}
