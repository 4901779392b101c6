import { FlagField, TextField, TextListField } from '../http/fields.js';

export class ExpertProfileDto {
  @TextField({ title: '公开的姓名或称谓', min: 2, max: 40, example: '示例专家' }) name!: string;
  @TextListField({
    title: '研究方向',
    pattern: /^[\p{L}\p{N}、·（）()\- ]{1,40}$/u,
    shape: '1 至 40 个字的文本',
    min: 1,
    max: 5,
    example: ['畜牧'],
  })
  fields!: string[];
  @TextField({ title: '公开的简介，不含联系方式', min: 2, max: 500, example: '从事羔羊营养与早期断奶研究。' })
  introduction!: string;
  @FlagField({ title: '同意任何人在公开检索中找到这张名片；不填为不同意', optional: true, example: false })
  publicSearch?: boolean;
}
