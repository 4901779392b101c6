import { findingGrades, inspectionFindingTransitions, type FindingGrade } from '#domain/inspection/inspection.js';
import { statesOf } from '#domain/shared/state-machine.js';
import { periodPattern } from '#domain/statistics/period.js';
import {
  ChoiceField,
  DateField,
  IdField,
  IntegerField,
  PatternField,
  TextField,
  TextListField,
} from '../http/fields.js';
import { PageQuery, PageSizeField } from '../http/paging.js';

const number = {
  title: '登记编号',
  pattern: /^[0-9A-Za-z-]{6,32}$/,
  shape: '6 至 32 位数字、字母或连字符',
  example: '2026621001000001',
};

export class FreezePlanDto {
  @TextField({ title: '名称', min: 2, max: 200, example: '2026年第三季度登记抽查' }) title!: string;
  @PatternField({ title: '统计期', pattern: periodPattern, shape: '2026、2026Q3 或 2026Q1-Q3', example: '2026Q3' })
  period!: string;
  @IntegerField({ title: '大额以外抽取的项数', min: 0, max: 10_000, example: 20 }) smallCount!: number;
  @TextField({
    title: '种子来源（事先公布，届时才知道的数字）',
    min: 4,
    max: 300,
    example: '2026年12月1日双色球第2026139期开奖号码，空格分隔',
  })
  seedSource!: string;
}

export class DrawDto {
  @TextField({ title: '种子', min: 4, max: 200, example: '03 09 12 18 27 31 06' }) seed!: string;
}

export class PopulationQueryDto {
  @PageSizeField() limit?: number;
  @PatternField({ ...number, title: '从这个登记编号之后', optional: true }) after?: string;
}

export class RaiseFindingDto {
  @PatternField(number) registrationNumber!: string;
  @ChoiceField({ title: '等级：轻微、一般、严重', values: findingGrades, example: 'major' }) grade!: FindingGrade;
  @TextField({ title: '发现的问题', min: 5, max: 5000, example: '合同列有设备款三十五万元，未从技术交易额中扣除。' })
  text!: string;
  @TextListField({
    title: '证据（材料名称、页码或文件哈希）',
    pattern: /^[^\p{Cc}\p{Cs}]{1,500}$/u,
    shape: '1 至 500 个字符的文本',
    min: 1,
    max: 50,
    example: ['合同第三条第二款', '附件二设备清单'],
  })
  evidence!: string[];
}

export class AnswerDto {
  @TextField({ title: '答复', min: 2, max: 5000, example: '设备为样机，数量合理，见附件二。' }) text!: string;
}

export class DecideFindingDto {
  @ChoiceField({ title: '决定：属实或不属实', values: ['uphold', 'dismiss'], example: 'uphold' })
  decision!: 'uphold' | 'dismiss';
  @TextField({ title: '理由', min: 2, max: 5000, example: '设备款不属于技术性款项。' }) reason!: string;
  @TextField({ title: '整改要求', max: 2000, optional: true, example: '办理变更登记，重新核定技术交易额' })
  measure?: string;
  @DateField({ title: '整改期限', optional: true, example: '2026-12-31' }) dueOn?: string;
}

export class ConcludeFindingDto {
  @ChoiceField({ title: '决定：确认整改或退回', values: ['confirm', 'sendBack'], example: 'confirm' })
  decision!: 'confirm' | 'sendBack';
  @TextField({ title: '理由', min: 2, max: 5000, example: '变更登记已办结。' }) reason!: string;
  @DateField({ title: '退回时的新期限', optional: true, example: '2027-01-15' }) dueOn?: string;
}

export class FindingQueryDto extends PageQuery {
  @IdField({ title: '抽查计划编号', optional: true }) planId?: string;
  @ChoiceField({ title: '状态', values: statesOf(inspectionFindingTransitions), optional: true, example: 'rectifying' })
  state?: string;
}
