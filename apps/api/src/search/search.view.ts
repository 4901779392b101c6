import { ApiProperty } from '@nestjs/swagger';
import type { MarkedHit, SearchPage } from '#application/search/search.service.js';
import { searchKinds } from '#application/search/search.kinds.js';
import type { FacetCounts } from '#platform/search/search.engine.js';
import { moneyView, MoneyView } from '../http/money.view.js';

/** A stretch of a text. A page that shows it marks it itself: the API never sends markup. */
export class MarkView {
  @ApiProperty({ description: '起始位置（UTF-16 单元，从 0 起）', example: 0 }) start!: number;
  @ApiProperty({ description: '结束位置（不含）', example: 2 }) end!: number;
}

export class SnippetView {
  @ApiProperty({ description: '简介中与检索词相关的一段', example: '…羔羊 35 日龄断奶…' }) text!: string;
  @ApiProperty({ description: '这段文字中命中的位置', type: [MarkView] }) marks!: MarkView[];
}

export class SearchHitView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '类别', enum: searchKinds }) kind!: string;
  @ApiProperty({
    description: '单位编号（经纪人为执业机构）；政策和案例为 null',
    type: 'string',
    format: 'uuid',
    nullable: true,
  })
  organizationId!: string | null;
  @ApiProperty({ description: '名称' }) title!: string;
  @ApiProperty({ description: '名称中命中的位置', type: [MarkView] }) titleMarks!: MarkView[];
  @ApiProperty({ description: '简介', type: 'string', nullable: true }) summary!: string | null;
  @ApiProperty({ description: '简介中命中的一段', type: SnippetView, nullable: true }) snippet!: SnippetView | null;
  @ApiProperty({ description: '技术领域', type: 'string', nullable: true }) field!: string | null;
  @ApiProperty({ description: '县区代码', type: 'string', nullable: true }) countyCode!: string | null;
  @ApiProperty({ description: '示范区代码', type: 'string', nullable: true }) zoneCode!: string | null;
  @ApiProperty({ description: '报价或预算', type: MoneyView, nullable: true }) price!: MoneyView | null;
  @ApiProperty({ description: '技术成熟度（1–9）', type: 'integer', nullable: true }) readinessLevel!: number | null;
  @ApiProperty({ description: '单位类型', type: 'string', nullable: true }) institutionKind!: string | null;
  @ApiProperty({ description: '出处（政策）', type: 'string', nullable: true }) source!: string | null;
  @ApiProperty({ description: '在哪里查看全文', example: '/v1/achievements/0193f0a2-7c1e-7000-8000-000000000000' })
  path!: string;
  @ApiProperty({ description: '发布时间', type: 'string', format: 'date-time', nullable: true }) publishedAt!:
    string | null;
}

export class FacetValueView {
  @ApiProperty({ description: '取值', example: '621022' }) value!: string;
  @ApiProperty({ description: '按其他条件筛选后的条数', example: 12 }) count!: number;
}

export class FacetView {
  @ApiProperty({ description: '条件', example: 'county' }) name!: string;
  @ApiProperty({ description: '取值，多的在前', type: [FacetValueView] }) values!: FacetValueView[];
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
  @ApiProperty({ description: '由哪个检索引擎给出', enum: ['postgres', 'meilisearch'] }) engine!: string;
  @ApiProperty({ description: '本页内容', type: [SearchHitView] }) items!: SearchHitView[];
  @ApiProperty({ description: '下一页的 cursor，最后一页为 null', type: 'string', nullable: true }) nextCursor!:
    string | null;
  @ApiProperty({ description: '命中条数', example: 37 }) total!: number;
  @ApiProperty({ description: '可筛选的条件及条数；只在第一页给出', type: [FacetView] }) facets!: FacetView[];
  @ApiProperty({ description: '原文无命中时改按什么检索', type: 'string', nullable: true, example: '代乳料' })
  corrected!: string | null;
  @ApiProperty({ description: '没有字面命中，以下只是读音相近' }) soundsAlike!: boolean;
  @ApiProperty({ description: '没有结果时的下一步', type: NextStepView, nullable: true }) next!: NextStepView | null;
}

export class SuggestionsView {
  @ApiProperty({ description: '建议的检索词，至多 10 个', type: [String], example: ['羔羊', '羔羊代乳料'] })
  items!: string[];
}

export const searchHitView = ({ price, publishedAt, snippet, titleMarks, ...hit }: MarkedHit): SearchHitView => ({
  ...hit,
  titleMarks: [...titleMarks],
  snippet: snippet === null ? null : { text: snippet.text, marks: [...snippet.marks] },
  price: price === null ? null : moneyView(price),
  publishedAt: publishedAt?.toISOString() ?? null,
});

export const facetViews = (facets: FacetCounts): FacetView[] =>
  Object.entries(facets).map(([name, counts]) => ({
    name,
    values: Object.entries(counts)
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
  }));

export const searchView = (page: SearchPage, nextCursor: string | null, next: NextStepView | null): SearchView => ({
  engine: page.engine,
  items: page.hits.map(searchHitView),
  nextCursor,
  total: page.total,
  facets: facetViews(page.facets),
  corrected: page.corrected,
  soundsAlike: page.soundsAlike,
  next,
});
