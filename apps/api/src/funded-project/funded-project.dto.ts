import {
  measureKinds,
  projectLevels,
  resultKinds,
  type MeasureKind,
  type ProjectLevel,
  type ResultKind,
} from '#domain/funded-project/funded-project.js';
import {
  ChoiceField,
  DateField,
  IdField,
  IntegerField,
  ListField,
  PatternField,
  TextField,
  TextListField,
  YuanField,
} from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export class AgreedResultDto {
  @ChoiceField({ title: '种类：成果、专利、论文、标准、品种、其他', values: resultKinds, example: 'achievement' })
  kind!: ResultKind;
  @IntegerField({ title: '数量', min: 1, max: 1000, example: 1 }) count!: number;
}

export class RegisterProjectDto {
  @IdField({ title: '承担单位' }) organizationId!: string;
  @TextField({ title: '项目编号', max: 60, example: 'QYKJ-2024-001' }) number!: string;
  @TextField({ title: '项目名称', min: 2, max: 200, example: '湖羊羔羊早期断奶关键技术研究' }) title!: string;
  @ChoiceField({ title: '级别：国家、部门、省、市、县', values: projectLevels, example: 'city' }) level!: ProjectLevel;
  @TextField({ title: '资助机构', min: 2, max: 200, example: '庆阳市科技局' }) funder!: string;
  @YuanField({ title: '财政资金（元）', example: '300000.00' }) fiscalYuan!: string;
  @DateField({ title: '开始日期', example: '2024-01-01' }) startsOn!: string;
  @DateField({ title: '结束日期', example: '2026-06-30' }) endsOn!: string;
  @DateField({ title: '汇交期限（任务书另有约定时填写）', optional: true, example: '2026-12-31' }) dueOn?: string;
  @ListField({ title: '任务书约定的成果', of: () => AgreedResultDto, min: 1, max: 20 }) agreed!: AgreedResultDto[];
}

export class SubmitResultsDto {
  @TextField({ title: '科技报告编号', max: 100, optional: true, example: 'KJBG-2026-0001' }) reportNumber?: string;
  @TextListField({
    title: '成果编号',
    pattern: uuid,
    shape: 'UUID',
    max: 100,
    example: ['0193f0a2-7c1e-7000-8000-000000000000'],
  })
  achievementIds!: string[];
  @ListField({ title: '其他成果（专利、论文等）', of: () => AgreedResultDto, max: 20, optional: true })
  others?: AgreedResultDto[];
  @TextField({
    title: '少于约定的原因',
    min: 5,
    max: 1000,
    optional: true,
    example: '试验受极端天气影响，一项成果延期。',
  })
  shortfallReason?: string;
}

export class ProjectReasonDto {
  @TextField({ title: '意见', min: 2, max: 1000, example: '材料齐全，同意。' }) reason!: string;
}

export class TakeMeasureDto {
  @ChoiceField({ title: '措施：责令改正、通报批评、禁止承担', values: measureKinds, example: 'order' })
  kind!: MeasureKind;
  @TextField({ title: '事由', min: 5, max: 1000, example: '逾期未汇交科技报告和成果。' }) reason!: string;
  @DateField({ title: '期限（责令改正、禁止承担必填）', optional: true, example: '2027-06-30' }) until?: string;
}

export class ProjectQuery extends PageQuery {
  @ChoiceField({
    title: '只看逾期未汇交的，逾期最久的在前',
    values: ['true', 'false'],
    optional: true,
    example: 'true',
  })
  overdue?: 'true' | 'false';
}

export class WriteReportDto {
  @IntegerField({ title: '年度', min: 2015, max: 2199, example: 2025 }) year!: number;
  @TextField({
    title: '转化情况、收入分配情况',
    min: 10,
    max: 20_000,
    example: '本年度转化成果 3 项，奖励科研人员 12 人次。',
  })
  narrative!: string;
}

export class OwedReportsQuery extends PageQuery {
  @PatternField({ title: '年度', pattern: /^(20|21)\d{2}$/, shape: '四位年份', example: '2025' }) year!: string;
}
