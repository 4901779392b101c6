import { PatternField } from '../http/fields.js';

export class YearQuery {
  @PatternField({ title: '年度', pattern: /^20\d{2}$/, shape: '四位年份', example: '2026' }) year!: string;
}
