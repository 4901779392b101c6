import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { statementFields } from '#domain/listing-quality/listing-quality.policy.js';
import type { Actor, PersonActor } from '#domain/shared/actor.js';
import { ListingQualityService, type JudgedStatement } from '#application/listing-quality/listing-quality.service.js';
import { TextField } from '../http/fields.js';
import { Operation } from '../http/operation.js';
import { CurrentActor, CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';

export class ListingStatementDto {
  @TextField({ title: '解决什么问题', max: 1000, optional: true, example: '羔羊 35 日龄断奶后腹泻多，死亡率约 12%' })
  problem?: string;
  @TextField({ title: '改进多少', max: 1000, optional: true, example: '死亡率降到 4%，日增重提高 15%' })
  improvement?: string;
  @TextField({ title: '与什么相比', max: 500, optional: true, example: '与现用全乳饲喂相比' }) comparedWith?: string;
  @TextField({ title: '验证材料', max: 1000, optional: true, example: '三个批次第三方检验报告，两家羊场示范' })
  evidence?: string;
  @TextField({ title: '投入与效益', max: 1000, optional: true, example: '每只羔羊增加成本 18 元，少损失 60 元' })
  economics?: string;
}

export class ListingStatementFindingView {
  @ApiProperty({ description: '栏目', enum: statementFields }) field!: string;
  @ApiProperty({ description: '栏目名称' }) title!: string;
  @ApiProperty({ description: '清楚、不清楚或未填', enum: ['clear', 'unclear', 'missing'] }) verdict!: string;
  @ApiProperty({ description: '写法建议' }) advice!: string;
}

export class ListingQualityView {
  @ApiProperty({ description: '挂牌编号', format: 'uuid' }) listingId!: string;
  @ApiProperty({ description: '解决什么问题', type: 'string', nullable: true }) problem!: string | null;
  @ApiProperty({ description: '改进多少', type: 'string', nullable: true }) improvement!: string | null;
  @ApiProperty({ description: '与什么相比', type: 'string', nullable: true }) comparedWith!: string | null;
  @ApiProperty({ description: '验证材料', type: 'string', nullable: true }) evidence!: string | null;
  @ApiProperty({ description: '投入与效益', type: 'string', nullable: true }) economics!: string | null;
  @ApiProperty({ description: '说明质量，0 至 100' }) score!: number;
  @ApiProperty({ description: '各栏目的情况', type: [ListingStatementFindingView] })
  findings!: ListingStatementFindingView[];
}

const listingQualityView = ({ listingId, statement, quality }: JudgedStatement): ListingQualityView => ({
  listingId,
  problem: statement.problem,
  improvement: statement.improvement,
  comparedWith: statement.comparedWith,
  evidence: statement.evidence,
  economics: statement.economics,
  score: quality.score,
  findings: quality.findings.map(({ field, title, verdict, advice }) => ({ field, title, verdict, advice })),
});

@ApiTags('挂牌')
@Controller('v1/listings')
export class ListingQualityController {
  constructor(private readonly quality: ListingQualityService) {}

  @Get(':id/quality')
  @Operation({
    summary: '查看挂牌说明及其质量',
    access: 'public',
    scope: 'listing.read',
    answer: ListingQualityView,
    errors: ['listing.notFound'],
  })
  async get(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<ListingQualityView> {
    return listingQualityView(unwrap(await this.quality.get(actor, id)));
  }

  @Post(':id/statements')
  @Operation({
    summary: '填写挂牌说明（新版次）',
    description: '填了而说不清的栏目会使挂牌不能发布；未填的栏目只作提示。',
    access: ['enterprise', 'researchUnit'],
    scope: 'listing.write',
    status: 201,
    answer: ListingQualityView,
    errors: ['listing.notFound', 'listing.posted'],
    idempotency: 'required',
  })
  async write(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: ListingStatementDto,
  ): Promise<ListingQualityView> {
    const { problem = null, improvement = null, comparedWith = null, evidence = null, economics = null } = body;
    const statement = { problem, improvement, comparedWith, evidence, economics };
    return listingQualityView(unwrap(await this.quality.write(actor, id, statement)));
  }
}
