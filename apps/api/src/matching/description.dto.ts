import { ChoiceField, TextField } from '../http/fields.js';

export const descriptionKinds = ['demand', 'achievement'] as const;

export class CheckDescriptionDto {
  @ChoiceField({ title: '类别：demand 技术需求，achievement 科技成果', values: descriptionKinds, example: 'demand' })
  kind!: (typeof descriptionKinds)[number];
  @TextField({ title: '名称', max: 200, example: '羔羊断奶后腹泻多' }) title!: string;
  @TextField({ title: '描述或公开摘要', max: 5000, optional: true, example: '存栏湖羊很多，断奶后死得多。' })
  summary?: string;
  @TextField({ title: '技术领域', max: 40, optional: true, example: '畜牧' }) field?: string;
}
