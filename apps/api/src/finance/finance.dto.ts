import { financeKinds, packContents, type FinanceKind, type PackContent } from '#domain/finance/finance.js';
import {
  ChoiceField,
  FlagField,
  IdField,
  IntegerField,
  ObjectField,
  TextField,
  TextListField,
  YuanField,
} from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

const kind = {
  title: '种类（知识产权质押、科技信贷、投贷联动、担保、保险、风险补偿贷款）',
  values: financeKinds,
  example: 'ipPledge',
};
const listOf = (values: readonly string[]) => ({
  pattern: new RegExp(`^(${values.join('|')})$`),
  shape: values.join('、'),
  max: values.length,
});

export class FinanceConditionsDto {
  @FlagField({ title: '限庆阳市企业（不填为否）', optional: true, example: true }) cityOnly?: boolean;
  @IntegerField({ title: '已登记技术合同至少（项）', min: 1, max: 1000, optional: true, example: 1 })
  leastRegisteredContracts?: number;
  @YuanField({ title: '已登记技术交易额至少（元）', optional: true, example: '500000.00' })
  leastTechnologyValueYuan?: string;
  @IntegerField({ title: '未质押的有效专利至少（件）', min: 1, max: 1000, optional: true, example: 1 })
  leastFreePatents?: number;
  @FlagField({ title: '限在孵企业（不填为否）', optional: true, example: false }) tenantOnly?: boolean;
}
export class CreateProductDto {
  @ChoiceField(kind) kind!: FinanceKind;
  @TextField({ title: '产品名称', min: 2, max: 100, example: '专利质押贷' }) title!: string;
  @TextField({ title: '说明', min: 2, max: 2000, example: '以有效发明专利质押，随借随还。' }) description!: string;
  @TextField({ title: '利率或费率（文字，仅供参考）', min: 1, max: 200, example: 'LPR+50 个基点' }) rateText!: string;
  @YuanField({ title: '最低金额（元）', example: '100000.00' }) minYuan!: string;
  @YuanField({ title: '最高金额（元）', example: '5000000.00' }) maxYuan!: string;
  @IntegerField({ title: '最长期限（月）', min: 1, max: 360, example: 36 }) longestMonths!: number;
  @ObjectField({ title: '硬性条件', of: () => FinanceConditionsDto, optional: true, example: { cityOnly: true } })
  conditions?: FinanceConditionsDto;
}
export class ProductQuery extends PageQuery {
  @ChoiceField({ ...kind, optional: true }) kind?: FinanceKind;
}
export class CreateNeedDto {
  @YuanField({ title: '所求金额（元）', example: '1000000.00' }) amountYuan!: string;
  @IntegerField({ title: '期限（月）', min: 1, max: 360, example: 24 }) months!: number;
  @TextListField({
    title: '可接受的种类（不限则不填）',
    ...listOf(financeKinds),
    optional: true,
    example: ['ipPledge'],
  })
  kinds?: FinanceKind[];
  @TextField({ title: '用途', min: 2, max: 1000, example: '采购羔羊代乳料中试生产线。' }) purpose!: string;
}
export class FinanceReasonDto {
  @TextField({ title: '理由', min: 2, max: 1000, example: '资料齐全，符合授信条件。' }) reason!: string;
}
export class EndNeedDto {
  @ChoiceField({ title: '结果（已满足、撤回）', values: ['meet', 'withdraw'], example: 'meet' }) outcome!:
    'meet' | 'withdraw';
}
export class ApplyFinanceDto {
  @IdField({ title: '融资需求编号' }) needId!: string;
  @IdField({ title: '产品编号' }) productId!: string;
}
export class DecideFinanceDto extends FinanceReasonDto {
  @ChoiceField({
    title: '事项（受理审查、批准、不批准、放款登记、批准失效）',
    values: ['examine', 'approve', 'refuse', 'disburse', 'lapse'],
    example: 'approve',
  })
  decision!: 'examine' | 'approve' | 'refuse' | 'disburse' | 'lapse';
  @YuanField({ title: '金额（元；批准、放款时必填）', optional: true, example: '800000.00' }) amountYuan?: string;
}
export class GrantPackDto {
  @TextListField({
    title: '资料内容（已登记技术合同、专利及质押状态、获奖、载体称号与在孵）',
    ...listOf(packContents),
    min: 1,
    example: ['contracts', 'patents'],
  })
  contents!: PackContent[];
  @IntegerField({ title: '授权天数', min: 1, max: 180, example: 30 }) days!: number;
  @TextField({ title: '授权说明', min: 5, max: 500, example: '同意本行为审查本次融资申请查阅所列资料。' })
  consent!: string;
}
