import { organizationKinds } from '#domain/organization/organization.js';
import { transferModes } from '#domain/achievement/achievement.js';
import { ipStates, maturityBands, priceBands, searchKinds, type SearchKind } from '#application/search/search.kinds.js';
import { searchSorts, type FacetName, type SearchFacets, type SearchSort } from '#platform/search/search.engine.js';
import { ChoiceField, PatternField, TextField } from '../http/fields.js';
import { CursorField, PageSizeField } from '../http/paging.js';
import { maxCursorLength, positionOf } from './search.cursor.js';

const maxValues = 10;

/** One value of a closed list, or several with commas between. */
function Values(title: string, values: readonly string[]): PropertyDecorator {
  const one = `(?:${values.join('|')})`;
  return PatternField({
    title: `${title}，可用半角逗号并列多个：${values.join('、')}`,
    pattern: new RegExp(`^${one}(,${one}){0,${maxValues - 1}}$`),
    shape: `${values.join('、')}，多个以半角逗号分隔`,
    optional: true,
    example: values[0],
  });
}

/** Query of the search. The cursor says where the page before ended. */
export class SearchQueryDto {
  @TextField({
    title: '要找什么，可以是词，也可以是一段话；不填则浏览',
    max: 500,
    optional: true,
    example: '羔羊 早期断奶',
  })
  q?: string;
  @ChoiceField({ title: '在哪里找', values: searchKinds, optional: true, example: 'achievements' }) kind?: SearchKind;
  @TextField({
    title: '示范区代码，可用半角逗号并列多个',
    max: 200,
    optional: true,
    example: 'mutton-sheep-dairy-goat',
  })
  zone?: string;
  @PatternField({
    title: '县区代码，可用半角逗号并列多个',
    pattern: /^\d{6}(,\d{6}){0,9}$/,
    shape: '六位行政区划代码，多个以半角逗号分隔',
    optional: true,
    example: '621022',
  })
  county?: string;
  @TextField({ title: '技术领域，可用半角逗号并列多个', max: 200, optional: true, example: '畜牧' }) field?: string;
  @Values('成熟度（研发、中试、可应用）', maturityBands) maturity?: string;
  @Values('合作方式', transferModes) mode?: string;
  @Values('价格段（元；未报价为 negotiable）', priceBands) priceBand?: string;
  @Values('知识产权状态', ipStates) ipState?: string;
  @Values('单位类型', organizationKinds) institutionKind?: string;
  @PatternField({
    title: '发布年份，可用半角逗号并列多个',
    pattern: /^(19|20)\d{2}(,(19|20)\d{2}){0,9}$/,
    shape: '四位年份，多个以半角逗号分隔',
    optional: true,
    example: '2026',
  })
  year?: string;
  @ChoiceField({ title: '排序', values: searchSorts, optional: true, example: 'relevance' }) sort?: SearchSort;

  @PageSizeField() limit?: number;
  @CursorField(maxCursorLength, (cursor) => positionOf(cursor) !== null) cursor?: string;
}

export class SuggestionQueryDto {
  @TextField({ title: '已经输入的文字，可以是汉字、拼音或拼音首字母', max: 40, example: 'gaoyang' }) q!: string;
  @ChoiceField({ title: '在哪里找', values: searchKinds, optional: true, example: 'achievements' }) kind?: SearchKind;
}

const filterNames = [
  'zone',
  'county',
  'field',
  'maturity',
  'mode',
  'priceBand',
  'ipState',
  'institutionKind',
  'year',
] as const satisfies readonly FacetName[];

export const filtersOf = (query: SearchQueryDto): SearchFacets =>
  Object.fromEntries(
    filterNames.flatMap((name) => {
      const values = (query[name] ?? '').split(',').map((value) => value.trim());
      const given = [...new Set(values)].filter((value) => value !== '').slice(0, maxValues);
      return given.length === 0 ? [] : [[name, given] as const];
    }),
  );
