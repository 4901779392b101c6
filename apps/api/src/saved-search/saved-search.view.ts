import { ApiProperty } from '@nestjs/swagger';
import type { SavedSearch, SearchAlert } from '#application/saved-search/saved-search.repository.js';

export class SavedFilterView {
  @ApiProperty({ description: '条件', example: 'county' }) name!: string;
  @ApiProperty({ description: '值', example: '621022' }) value!: string;
}

export class SavedSearchView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '名称' }) name!: string;
  @ApiProperty({ description: '要找什么' }) q!: string;
  @ApiProperty({ description: '在哪里找', example: 'achievements' }) kind!: string;
  @ApiProperty({ description: '筛选条件', type: [SavedFilterView] }) filters!: SavedFilterView[];
  @ApiProperty({ description: '未读的新结果数', example: 2 }) unread!: number;
  @ApiProperty({ description: '保存时间', format: 'date-time' }) createdAt!: string;
}

export const savedSearchView = (saved: SavedSearch): SavedSearchView => ({
  id: saved.id,
  name: saved.name,
  q: saved.query,
  kind: saved.kind,
  filters: Object.entries(saved.filters).map(([name, value]) => ({ name, value })),
  unread: saved.unread,
  createdAt: saved.createdAt.toISOString(),
});

export class SearchAlertView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '所属的已存检索', format: 'uuid' }) savedSearchId!: string;
  @ApiProperty({ description: '已存检索的名称' }) savedSearchName!: string;
  @ApiProperty({ description: '类别', example: 'achievements' }) kind!: string;
  @ApiProperty({ description: '新结果的编号', format: 'uuid' }) subjectId!: string;
  @ApiProperty({ description: '新结果的名称' }) title!: string;
  @ApiProperty({ description: '发现时间', format: 'date-time' }) foundAt!: string;
  @ApiProperty({ description: '阅读时间，未读为 null', type: 'string', format: 'date-time', nullable: true }) readAt!:
    string | null;
}

export const searchAlertView = (alert: SearchAlert): SearchAlertView => ({
  id: alert.id,
  savedSearchId: alert.savedSearchId,
  savedSearchName: alert.name,
  kind: alert.kind,
  subjectId: alert.subjectId,
  title: alert.title,
  foundAt: alert.foundAt.toISOString(),
  readAt: alert.readAt?.toISOString() ?? null,
});
