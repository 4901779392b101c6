import { importKinds, type ImportKind } from '#domain/import/import.js';
import { ChoiceField } from '../http/fields.js';

const flagTexts = ['true', 'false'] as const;

export class ImportQuery {
  @ChoiceField({ title: '内容：成果、需求或历史登记', values: importKinds, example: 'achievements' }) kind!: ImportKind;
  @ChoiceField({ title: '试运行：只报告结果，不写入', values: flagTexts, optional: true, example: 'true' })
  dryRun?: (typeof flagTexts)[number];
  @ChoiceField({ title: '导入后即发布', values: flagTexts, optional: true, example: 'true' })
  publish?: (typeof flagTexts)[number];
}
