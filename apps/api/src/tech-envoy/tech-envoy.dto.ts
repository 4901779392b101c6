import { ChoiceField, DateField, IdField, PatternField, TextField, TextListField } from '../http/fields.js';

const monthPattern = /^20[0-9]{2}-(0[1-9]|1[0-2])$/;

export class PostEnvoyDto {
  @IdField({ title: '人员编号' }) personId!: string;
  @PatternField({ title: '县区代码', pattern: /^6210(02|2[1-7])$/, shape: '本市县区代码', example: '621022' })
  countyCode!: string;
  @TextListField({
    title: '服务的村',
    pattern: /^[^\r\n]{2,50}$/u,
    shape: '2 至 50 字的村名',
    min: 1,
    max: 20,
    example: ['甜水堡村'],
  })
  villages!: string[];
  @TextField({ title: '服务领域', min: 2, max: 50, example: '肉羊' }) field!: string;
  @DateField({ title: '上岗日', example: '2026-03-10' }) postedFrom!: string;
  @TextField({ title: '选派文号', min: 2, max: 100, example: '（示例）庆科农〔2026〕1号' }) documentNumber!: string;
}

export class EndEnvoyDto {
  @DateField({ title: '离岗日（最后在岗的一天）', example: '2026-12-31' }) postedTo!: string;
}

export class LogServiceDto {
  @DateField({ title: '服务日期', example: '2026-04-01' }) servedOn!: string;
  @TextField({ title: '村', min: 2, max: 50, example: '甜水堡村' }) village!: string;
  @TextField({ title: '服务内容', min: 5, max: 1000, example: '指导羔羊早期断奶与代乳料饲喂' }) content!: string;
}

export class DecideLogDto {
  @ChoiceField({ title: '结果：confirm 确认，reject 不予确认', values: ['confirm', 'reject'], example: 'confirm' })
  outcome!: 'confirm' | 'reject';
  @TextField({ title: '意见', min: 2, max: 500, example: '属实' }) reason!: string;
}

export class RunMonthDto {
  @PatternField({ title: '月份', pattern: monthPattern, shape: '形如 2026-04 的月份', example: '2026-04' })
  month!: string;
}

export class PayMonthDto extends RunMonthDto {
  @TextField({ title: '支付凭证号', min: 2, max: 100, example: '（示例）庆财支〔2026〕8号' }) documentNumber!: string;
  @DateField({ title: '支付日期', example: '2026-05-10' }) paidOn!: string;
}
