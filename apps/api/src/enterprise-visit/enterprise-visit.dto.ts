import {
  consentManners,
  findingKinds,
  type ConsentManner,
  type FindingKind,
} from '#domain/enterprise-visit/enterprise-visit.js';
import {
  ChoiceField,
  DateField,
  IdField,
  ListField,
  ObjectField,
  PatternField,
  TextField,
  TextListField,
} from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const county = { pattern: /^\d{6}$/, shape: '六位行政区划代码' };

export class PlanVisitsDto {
  @TextField({ title: '名称', min: 2, max: 200, example: '2026 年环县企业大走访' }) title!: string;
  @PatternField({ title: '县区代码', ...county, example: '621022' }) countyCode!: string;
  @DateField({ title: '开始日期', example: '2026-11-01' }) startsOn!: string;
  @DateField({ title: '结束日期', example: '2026-12-31' }) endsOn!: string;
  @TextListField({
    title: '走访对象（企业编号）',
    pattern: uuidPattern,
    shape: 'UUID',
    max: 1000,
    optional: true,
    example: [],
  })
  targetIds?: string[];
}

export class FindingDto {
  @IdField({ title: '编号，由客户端生成', example: '0193f0a2-7c1e-7000-8000-000000000011' }) id!: string;
  @ChoiceField({
    title: '类别：technologyNeed 技术需求，talent 人才，finance 融资，policy 政策，equipment 设备，other 其他',
    values: findingKinds,
    example: 'technologyNeed',
  })
  kind!: FindingKind;
  @TextField({ title: '内容', min: 4, max: 3000, example: '羔羊断奶后腹泻多，死亡率约 12%' }) text!: string;
}

export class SubmitVisitDto {
  @IdField({ title: '走访计划编号', optional: true }) planId?: string;
  @IdField({ title: '走访的企业编号' }) visitedOrganizationId!: string;
  @DateField({ title: '走访日期', example: '2026-11-20' }) visitedOn!: string;
  @TextField({ title: '走访人', min: 2, max: 200, example: '示例人员甲、示例人员乙' }) visitors!: string;
  @TextField({ title: '企业接待人', min: 2, max: 200, example: '示例人员丙' }) receivedBy!: string;
  @TextField({ title: '走访情况', min: 4, max: 5000, example: '存栏湖羊 800 只，现场查看了羔羊舍。' }) summary!: string;
  @ListField({ title: '发现事项', of: () => FindingDto, max: 100 }) findings!: FindingDto[];
}

export class FindingConsentDto {
  @TextField({ title: '企业何人同意', min: 2, max: 100, example: '示例人员丙（总经理）' }) givenBy!: string;
  @DateField({ title: '同意日期', example: '2026-11-20' }) givenOn!: string;
  @ChoiceField({ title: '方式：written 书面，onSite 当面，telephone 电话', values: consentManners, example: 'onSite' })
  manner!: ConsentManner;
}

export class DraftFindingDemandDto {
  @TextField({ title: '需求名称', min: 2, max: 200, example: '羔羊早期断奶死亡率偏高，求代乳料与饲喂方案' })
  title!: string;
  @TextField({
    title: '需求描述；不填用发现事项的内容',
    min: 4,
    max: 5000,
    optional: true,
    example: '羔羊 35 日龄断奶后腹泻多，死亡率约 12%，希望降到 5% 以下。',
  })
  summary?: string;
  @TextField({ title: '技术领域', max: 40, optional: true, example: '农业' }) field?: string;
  @PatternField({ title: '县区代码', ...county, example: '621022' }) countyCode!: string;
  @ObjectField({ title: '企业的同意', of: () => FindingConsentDto }) consent!: FindingConsentDto;
}

export class SettleFindingDto {
  @TextField({ title: '办理情况', min: 2, max: 1000, example: '已转市金融办，安排银企对接' }) note!: string;
}

export class CoverageQuery extends PageQuery {
  @PatternField({ title: '年度', pattern: /^20\d{2}$/, shape: '四位年份', example: '2026' }) year!: string;
  @PatternField({ title: '县区代码；县区人员只看本县区', ...county, optional: true, example: '621022' })
  countyCode?: string;
}
