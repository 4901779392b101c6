import { ApiProperty } from '@nestjs/swagger';
import { applyDecorators, type Type } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsOptional, ValidateBy } from 'class-validator';

const maxPageSize = 100;
const defaultPageSize = 20;
const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The field `limit` of a list. */
export function PageSizeField(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      description: `每页条数，1 至 ${maxPageSize}`,
      required: false,
      type: 'integer',
      minimum: 1,
      maximum: maxPageSize,
      default: defaultPageSize,
    }),
    IsOptional(),
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : value,
    ),
    ValidateBy({
      name: 'pageSize',
      validator: {
        validate: (value: unknown) =>
          typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= maxPageSize,
        defaultMessage: () => `limit 应为 1 至 ${maxPageSize} 的整数`,
      },
    }),
  );
}

/** The field `cursor` of a list whose cursors `isOurs` knows. */
export function CursorField(maxLength: number, isOurs: (cursor: string) => boolean): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ description: '上一页答复中的 nextCursor', required: false, type: 'string', maxLength }),
    IsOptional(),
    ValidateBy({
      name: 'cursor',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isOurs(value),
        defaultMessage: () => 'cursor 应为上一页答复中的 nextCursor 原文',
      },
    }),
  );
}

/** Query of every list. The cursor is opaque to callers: the id of the last row, in base64url. */
export class PageQuery {
  @PageSizeField() limit?: number;
  @CursorField(64, (cursor) => cursorId(cursor) !== null) cursor?: string;
}

/** A query that is plainly right, or null. */
export function plainPageQuery(value: unknown): PageQuery | null {
  const { limit, cursor, ...unknown } = value as Record<string, unknown>;
  for (const _name in unknown) return null;
  const query = new PageQuery();
  if (limit !== undefined) {
    if (typeof limit !== 'string' || !/^[1-9]\d?$/.test(limit)) return null;
    query.limit = Number(limit);
  }
  if (cursor !== undefined) {
    if (typeof cursor !== 'string' || cursorId(cursor) === null) return null;
    query.cursor = cursor;
  }
  return query;
}

const cursorId = (cursor: string): string | null => {
  const id = Buffer.from(cursor, 'base64url').toString('utf8');
  return uuidPattern.test(id) ? id : null;
};

export interface Page<T> {
  readonly items: T[];
  /** Cursor of the next page; null on the last one. */
  readonly nextCursor: string | null;
}

/** Reads one row more than asked to know whether there is a next page. */
export async function pageOf<R extends { readonly id: string }, V>(
  query: PageQuery,
  read: (after: string | null, limit: number) => Promise<readonly R[]>,
  view: (row: R) => V,
): Promise<Page<V>> {
  const limit = query.limit ?? defaultPageSize;
  const rows = await read(query.cursor === undefined ? null : cursorId(query.cursor), limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(view),
    nextCursor: rows.length > limit && last ? Buffer.from(last.id).toString('base64url') : null,
  };
}

const pages = new Map<Type, Type>();

/** The documented class of a page of a view: `answer: PageOf(DemandView)`. */
export function PageOf(view: Type): Type {
  const known = pages.get(view);
  if (known) return known;
  class PageView {
    @ApiProperty({ description: '本页内容', type: [view] }) items!: unknown[];
    @ApiProperty({ description: '下一页的 cursor，最后一页为 null', type: 'string', nullable: true }) nextCursor!:
      string | null;
  }
  Object.defineProperty(PageView, 'name', { value: `${view.name.replace(/View$/, '')}Page` });
  pages.set(view, PageView);
  return PageView;
}
