import { importKinds, type ImportKind } from '#domain/import/import.js';
import { exportKinds, type ExportKind } from '#domain/import/export-columns.js';
import { ChoiceField } from '../http/fields.js';

const flagTexts = ['true', 'false'] as const;

export class ImportQuery {
  @ChoiceField({ title: '内容：成果、需求或历史登记', values: importKinds, example: 'achievements' }) kind!: ImportKind;
  @ChoiceField({ title: '试运行：只报告结果，不写入', values: flagTexts, optional: true, example: 'true' })
  dryRun?: (typeof flagTexts)[number];
  @ChoiceField({ title: '导入后即发布', values: flagTexts, optional: true, example: 'true' })
  publish?: (typeof flagTexts)[number];
}

const formats = ['csv', 'xlsx'] as const;

export class FileQuery {
  @ChoiceField({ title: '格式', values: formats, example: 'xlsx' }) format!: (typeof formats)[number];
}

export class ExportQuery extends FileQuery {
  @ChoiceField({ title: '内容：成果或需求', values: exportKinds, example: 'achievements' }) kind!: ExportKind;
}

export class TemplateQuery extends FileQuery {
  @ChoiceField({ title: '内容：成果、需求或历史登记', values: importKinds, example: 'achievements' }) kind!: ImportKind;
}
