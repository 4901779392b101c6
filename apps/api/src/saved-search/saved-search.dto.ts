import { savedKinds } from '#application/search/search.kinds.js';
import { ChoiceField, PatternField, TextField } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

export class SaveSearchDto {
  @TextField({ title: '名称，便于自己辨认', max: 60, example: '羔羊断奶的新成果' }) name!: string;
  @TextField({ title: '要找什么，与检索时相同', max: 500, example: '羔羊 早期断奶' }) q!: string;
  @ChoiceField({ title: '在哪里找；经纪人和专家不能订阅', values: savedKinds, example: 'achievements' })
  kind!: (typeof savedKinds)[number];
  @TextField({ title: '示范区代码', max: 40, optional: true, example: 'mutton-sheep-dairy-goat' }) zone?: string;
  @PatternField({
    title: '县区代码',
    pattern: /^\d{6}$/,
    shape: '六位行政区划代码',
    optional: true,
    example: '621022',
  })
  county?: string;
  @TextField({ title: '技术领域', max: 40, optional: true, example: '畜牧' }) field?: string;
}

export class AlertQuery extends PageQuery {
  @ChoiceField({ title: '只看未读：yes', values: ['yes', 'no'], optional: true, example: 'yes' }) unread?: 'yes' | 'no';
}
