import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { relationKinds, type RelationKind, type RelationNode } from '#domain/relation/relation.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { RelationService, type DeclaredRelation } from '#application/relation/relation.service.js';
import { ChoiceField, IdField, TextField } from '../http/fields.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';

const nodeKinds = ['person', 'organization'] as const;

export class DeclareRelationDto {
  @ChoiceField({ title: '一方类别', values: nodeKinds, example: 'person' }) fromKind!: RelationNode['kind'];
  @IdField({ title: '一方编号' }) fromId!: string;
  @ChoiceField({ title: '另一方类别', values: nodeKinds, example: 'organization' }) toKind!: RelationNode['kind'];
  @IdField({ title: '另一方编号' }) toId!: string;
  @ChoiceField({
    title: '关系：member 任职，relative 近亲属，shareholder 持股，adviser 顾问，project 合作项目，other 其他',
    values: relationKinds,
    example: 'adviser',
  })
  kind!: RelationKind;
  @TextField({ title: '说明', min: 2, max: 500, example: '2024年起任技术顾问' }) note!: string;
}

export class RelationView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '一方类别', enum: nodeKinds }) fromKind!: string;
  @ApiProperty({ description: '一方编号', format: 'uuid' }) fromId!: string;
  @ApiProperty({ description: '另一方类别', enum: nodeKinds }) toKind!: string;
  @ApiProperty({ description: '另一方编号', format: 'uuid' }) toId!: string;
  @ApiProperty({ description: '关系', enum: relationKinds }) kind!: string;
  @ApiProperty({ description: '说明' }) note!: string;
  @ApiProperty({ description: '申报时间', format: 'date-time' }) at!: string;
  @ApiProperty({ description: '终止时间', type: 'string', format: 'date-time', nullable: true }) endedAt!:
    string | null;
}

const relationView = ({ id, from, to, kind, note, at, endedAt }: DeclaredRelation): RelationView => ({
  id,
  fromKind: from.kind,
  fromId: from.id,
  toKind: to.kind,
  toId: to.id,
  kind,
  note,
  at: at.toISOString(),
  endedAt: endedAt?.toISOString() ?? null,
});

@ApiTags('奖补')
@Controller('v1/relations')
export class RelationController {
  constructor(private readonly relations: RelationService) {}

  @Get()
  @Operation({
    summary: '查看申报的利害关系（本人申报的；奖补、登记与审计人员看全部）',
    access: 'signedIn',
    scope: 'relation.read',
    answer: PageOf(RelationView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.relations.list(actor, after, limit), relationView);
  }

  @Post()
  @Operation({
    summary: '申报利害关系，评审与登记据此回避',
    access: 'signedIn',
    scope: 'relation.write',
    status: 201,
    answer: RelationView,
    errors: ['relation.unknownParty', 'relation.withItself'],
    idempotency: 'required',
  })
  async declare(@CurrentPerson() actor: PersonActor, @Body() body: DeclareRelationDto): Promise<RelationView> {
    const relation = {
      from: { kind: body.fromKind, id: body.fromId },
      to: { kind: body.toKind, id: body.toId },
      kind: body.kind,
      note: body.note,
    };
    return relationView(unwrap(await this.relations.declare(actor, relation)));
  }

  @Post(':id/end')
  @Operation({
    summary: '终止一条利害关系',
    access: 'signedIn',
    scope: 'relation.write',
    status: 204,
    errors: ['relation.notFound'],
    idempotency: 'required',
  })
  async end(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<void> {
    unwrap(await this.relations.end(actor, id));
  }
}
