import { IntegerField, PatternField, TextField, YuanField } from '../http/fields.js';

export class RecordScienceSpendingDto {
  @IntegerField({ title: '年度', min: 2020, max: 2098, example: 2026 }) fiscalYear!: number;
  @PatternField({
    title: '行政区划代码',
    pattern: /^6210(00|02|2[1-7])$/,
    shape: '621000（市本级）或本市县区代码',
    example: '621000',
  })
  unitCode!: string;
  @YuanField({ title: '财政科技经费投入（元）', example: '150000000.00' }) scienceYuan!: string;
  @YuanField({ title: '当年本级财政支出（元）', example: '10000000000.00' }) expenditureYuan!: string;
  @TextField({ title: '数字的依据（决算报告等）', min: 2, max: 200, example: '（示例）2026年财政决算报告' })
  document!: string;
}
