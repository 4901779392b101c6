import {
  carrierKinds,
  carrierLevels,
  type CarrierFacts,
  type CarrierKind,
  type CarrierLevel,
} from '#domain/carrier/carrier-title.js';
import { reviewResults, type CarrierFigures, type ReviewResult } from '#domain/carrier/carrier-review.js';
import {
  ChoiceField,
  DateField,
  IdField,
  IntegerField,
  ObjectField,
  PatternField,
  TextField,
  YuanField,
} from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

const county = { title: '县区代码', pattern: /^\d{6}$/, shape: '六位行政区划代码', example: '621022' };
const kind = {
  title: '称号种类（众创空间、孵化器、星创天地、科技示范村、专家工作站、示范基地）',
  values: carrierKinds,
  example: 'makerSpace',
};
const count = { min: 0, max: 1_000_000 };

export class CarrierFactsDto {
  @IntegerField({ title: '可自主支配场地面积（平方米）', ...count, optional: true, example: 1200 })
  areaSquareMetres?: number;
  @IntegerField({ title: '在孵企业使用面积占比（%）', min: 0, max: 100, optional: true, example: 76 })
  tenantAreaPercent?: number;
  @DateField({ title: '开始运营日', optional: true, example: '2023-05-01' }) operatingSince?: string;
  @YuanField({ title: '种子资金或孵化资金（元）', optional: true, example: '1000000.00' }) seedFundYuan?: string;
  @IntegerField({ title: '服务人员数', ...count, optional: true, example: 8 }) staff?: number;
  @IntegerField({ title: '专业孵化服务人员占比（%）', min: 0, max: 100, optional: true, example: 80 })
  professionalStaffPercent?: number;
  @IntegerField({ title: '创业导师数', ...count, optional: true, example: 6 }) mentors?: number;
}

class TitleContentDto {
  @ChoiceField(kind) kind!: CarrierKind;
  @ChoiceField({ title: '级别（国家、省、市、县）', values: carrierLevels, example: 'city' }) level!: CarrierLevel;
  @TextField({ title: '载体名称', min: 2, max: 100, example: '陇东装备制造众创空间' }) name!: string;
  @PatternField(county) countyCode!: string;
  @TextField({ title: '专业化方向（综合型不填）', max: 100, optional: true, example: '装备制造' })
  professionalField?: string;
  @TextField({
    title: '情况说明',
    min: 10,
    max: 5000,
    example: '场地 1200 平方米，服务团队 8 人，围绕装备制造提供中试与检测。',
  })
  statement!: string;
  @ObjectField({ title: '基本数据', of: () => CarrierFactsDto, optional: true, example: { staff: 8, mentors: 6 } })
  facts?: CarrierFactsDto;
}

export class ApplyCarrierTitleDto extends TitleContentDto {}

export class RecordCarrierTitleDto extends TitleContentDto {
  @IdField({ title: '运营单位编号' }) organizationId!: string;
  @TextField({ title: '认定文件号', min: 2, max: 100, example: '甘科创〔2024〕12号' }) document!: string;
  @DateField({ title: '认定日', example: '2024-09-30' }) recognizedOn!: string;
  @DateField({ title: '有效期至', optional: true, example: '2027-09-29' }) validUntil?: string;
}

export class ResubmitCarrierTitleDto {
  @TextField({ title: '情况说明', min: 10, max: 5000, example: '补充了场地证明与导师名单。' }) statement!: string;
  @TextField({ title: '专业化方向（综合型不填）', max: 100, optional: true, example: '装备制造' })
  professionalField?: string;
  @ObjectField({ title: '基本数据', of: () => CarrierFactsDto, optional: true, example: { staff: 8, mentors: 6 } })
  facts?: CarrierFactsDto;
}

export class CarrierReasonDto {
  @TextField({ title: '理由', min: 2, max: 1000, example: '材料齐全，符合条件。' }) reason!: string;
}

export class ExamineCarrierTitleDto extends CarrierReasonDto {
  @ChoiceField({
    title: '审查意见（通过、退回补正、不予认定）',
    values: ['examine', 'return', 'refuse'],
    example: 'examine',
  })
  opinion!: 'examine' | 'return' | 'refuse';
}

export class DecideCarrierTitleDto extends CarrierReasonDto {
  @ChoiceField({
    title: '决定（公示、退回审查、不予认定；登记的称号用 confirm 确认）',
    values: ['publicize', 'sendBack', 'refuse', 'confirm'],
    example: 'publicize',
  })
  decision!: 'publicize' | 'sendBack' | 'refuse' | 'confirm';
  @IntegerField({ title: '有效年数（不填为 3 年）', min: 1, max: 10, optional: true, example: 3 }) years?: number;
}

export class CarrierFiguresDto implements CarrierFigures {
  @IntegerField({ title: '在孵企业数', ...count, example: 12 }) tenants!: number;
  @IntegerField({ title: '当年毕业企业数', ...count, example: 2 }) graduates!: number;
  @IntegerField({ title: '带动就业人数', ...count, example: 96 }) jobs!: number;
  @IntegerField({ title: '服务活动次数', ...count, example: 24 }) serviceEvents!: number;
  @IntegerField({ title: '在孵企业新增知识产权件数', ...count, example: 9 }) intellectualProperty!: number;
  @YuanField({ title: '在孵企业当年获得投资（元）', example: '3000000.00' }) investmentYuan!: string;
  @YuanField({ title: '在孵企业当年营业收入（元）', example: '18000000.00' }) tenantRevenueYuan!: string;
}

export class SubmitCarrierReviewDto {
  @TextField({ title: '自评报告', min: 10, max: 5000, example: '全年在孵 12 家，毕业 2 家，组织对接活动 24 次。' })
  report!: string;
  @ObjectField({ title: '年度数据', of: () => CarrierFiguresDto }) figures!: CarrierFiguresDto;
}

export class ExamineCarrierReviewDto extends CarrierReasonDto {
  @ChoiceField({
    title: '初审意见（合格、限期整改、撤销、退回重报）',
    values: [...reviewResults, 'return'],
    example: 'pass',
  })
  proposal!: ReviewResult | 'return';
}

export class DecideCarrierReviewDto extends CarrierReasonDto {
  @ChoiceField({
    title: '考核结果（合格、限期整改、撤销、退回初审）',
    values: [...reviewResults, 'sendBack'],
    example: 'pass',
  })
  decision!: ReviewResult | 'sendBack';
  @DateField({ title: '整改截止日（限期整改时必填）', optional: true, example: '2027-06-30' }) rectifyUntil?: string;
}

export class CarrierTitleQuery extends PageQuery {
  @ChoiceField({ ...kind, optional: true }) kind?: CarrierKind;
  @PatternField({ ...county, optional: true }) countyCode?: string;
}

export class CarrierCountQuery {
  @DateField({ title: '统计日（不填为今天）', optional: true, example: '2026-11-23' }) asOf?: string;
}

export const factsOf = (dto: CarrierFactsDto | undefined): CarrierFacts => ({
  areaSquareMetres: dto?.areaSquareMetres ?? null,
  tenantAreaPercent: dto?.tenantAreaPercent ?? null,
  operatingSince: dto?.operatingSince ?? null,
  seedFundYuan: dto?.seedFundYuan ?? null,
  staff: dto?.staff ?? null,
  professionalStaffPercent: dto?.professionalStaffPercent ?? null,
  mentors: dto?.mentors ?? null,
});
