import { searchKinds, type SearchKind } from '#application/search/search.service.js';
import { maxSearchDepth } from '#platform/search/search.engine.js';
import { ChoiceField, PatternField, TextField } from '../http/fields.js';
import { CursorField, PageSizeField } from '../http/paging.js';

/** Query of the search. The cursor says where the page before ended. */
export class SearchQueryDto {
  @TextField({ title: '要找什么，可以是词，也可以是一段话', max: 500, example: '羔羊 早期断奶' }) q!: string;
  @ChoiceField({ title: '在哪里找', values: searchKinds, optional: true, example: 'achievements' }) kind?: SearchKind;
  @TextField({ title: '示范区代码', max: 40, optional: true, example: 'mutton-sheep-dairy-goat' }) zone?: string;
  @PatternField({
    title: '县区代码',
    pattern: /^\d{6}$/,
    shape: '六位行政区划代码',
    optional: true,
    example: '621022',
  })
  county?: string;
  @TextField({ title: '技术领域', max: 40, optional: true, example: '肉羊奶山羊' }) field?: string;

  @PageSizeField() limit?: number;
  @CursorField(16, (cursor) => offsetOf(cursor) !== null) cursor?: string;
}

export const cursorOf = (offset: number): string => Buffer.from(`at:${offset}`).toString('base64url');

export function offsetOf(cursor: string): number | null {
  const match = /^at:(\d{1,4})$/.exec(Buffer.from(cursor.slice(0, 16), 'base64url').toString('utf8'));
  const offset = Number(match?.[1]);
  return match && offset <= maxSearchDepth ? offset : null;
}
