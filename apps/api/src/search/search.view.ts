import { ApiProperty } from '@nestjs/swagger';
import { searchKinds, type SearchHit } from '#application/search/search.service.js';

export class SearchHitView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '类别', enum: searchKinds }) kind!: string;
  @ApiProperty({ description: '单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '名称' }) title!: string;
  @ApiProperty({ description: '简介', type: 'string', nullable: true }) summary!: string | null;
  @ApiProperty({ description: '技术领域', type: 'string', nullable: true }) field!: string | null;
  @ApiProperty({ description: '县区代码', type: 'string', nullable: true }) countyCode!: string | null;
  @ApiProperty({ description: '示范区代码', type: 'string', nullable: true }) zoneCode!: string | null;
  @ApiProperty({ description: '发布时间', type: 'string', format: 'date-time', nullable: true }) publishedAt!:
    string | null;
}

/** A demand to post when nothing was found, filled in with what was asked. */
export class PrefilledDemandView {
  @ApiProperty({ description: '需求名称' }) title!: string;
  @ApiProperty({ description: '需求描述' }) summary!: string;
  @ApiProperty({ description: '技术领域', type: 'string', nullable: true }) field!: string | null;
  @ApiProperty({ description: '县区代码', type: 'string', nullable: true }) countyCode!: string | null;
  @ApiProperty({ description: '示范区代码', type: 'string', nullable: true }) zoneCode!: string | null;
}

export class NextStepView {
  @ApiProperty({ description: '建议', example: '没有找到合适的成果。可以把它发布为技术需求，系统会自动撮合。' })
  advice!: string;
  @ApiProperty({ description: '方法', example: 'POST' }) method!: string;
  @ApiProperty({ description: '地址', example: '/v1/demands' }) path!: string;
  @ApiProperty({ description: '已预填的内容', type: PrefilledDemandView }) body!: PrefilledDemandView;
}

export class SearchView {
  @ApiProperty({ description: '由哪个引擎答复', enum: ['postgres', 'meilisearch'] }) engine!: string;
  @ApiProperty({ description: '结果，最相关的在前', type: [SearchHitView] }) items!: SearchHitView[];
  @ApiProperty({ description: '下一页的 cursor，最后一页为 null', type: 'string', nullable: true }) nextCursor!:
    string | null;
  @ApiProperty({ description: '什么也没找到时，下一步可以做什么', type: NextStepView, nullable: true })
  next!: NextStepView | null;
}

export const searchHitView = (hit: SearchHit): SearchHitView => ({
  ...hit,
  publishedAt: hit.publishedAt?.toISOString() ?? null,
});
