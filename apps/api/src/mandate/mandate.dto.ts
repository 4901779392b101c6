import { feeBases, feeKinds } from '#domain/mandate/mandate.js';
import {
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  IntegerField,
  ObjectField,
  TextField,
  YuanField,
} from '../http/fields.js';

export class MandateSubjectDto {
  @ChoiceField({ title: '标的种类', values: ['demand', 'achievement'], example: 'demand' }) kind!:
    'demand' | 'achievement';
  @IdField({ title: '需求或成果编号' }) id!: string;
}

export class FeeDto {
  @ChoiceField({ title: '佣金方式（fixed 定额、percent 比例）', values: feeKinds, example: 'percent' })
  kind!: (typeof feeKinds)[number];
  @YuanField({ title: '定额佣金（元），方式为 fixed 时必填', optional: true, example: '20000.00' }) amountYuan?: string;
  @IntegerField({
    title: '佣金比例（万分之几），方式为 percent 时必填',
    min: 1,
    max: 10_000,
    optional: true,
    example: 300,
  })
  basisPoints?: number;
  @ChoiceField({
    title: '计算基数（contractValue 成交额、technologyValue 技术交易额、received 实际到账），方式为 percent 时必填',
    values: feeBases,
    optional: true,
    example: 'technologyValue',
  })
  base?: (typeof feeBases)[number];
}

export class ProposeMandateDto {
  @ObjectField({ title: '委托标的', of: () => MandateSubjectDto }) subject!: MandateSubjectDto;
  @IdField({ title: '所为的撮合编号', optional: true }) matchId?: string;
  @ObjectField({ title: '佣金', of: () => FeeDto }) fee!: FeeDto;
  @FlagField({ title: '是否独家', optional: true, example: false }) exclusive?: boolean;
  @DateField({ title: '委托期限至', example: '2027-06-30' }) expiresOn!: string;
  @IntegerField({ title: '尾款期（天）：到期后与引荐对象成交仍付佣金', min: 0, max: 730, optional: true, example: 180 })
  tailDays?: number;
}

export class CloseMandateDto {
  @TextField({ title: '原因', min: 2, max: 500, example: '已与其他机构合作' }) reason!: string;
}

export class DualAgencyConsentDto {
  @IdField({ title: '撮合编号' }) matchId!: string;
  @IdField({ title: '同时代理双方的服务机构编号' }) agencyOrganizationId!: string;
  @TextField({
    title: '书面同意的内容',
    min: 10,
    max: 2000,
    example: '我单位知悉该机构同时接受对方委托，同意其为双方提供中介服务，并如实向双方报告。',
  })
  statement!: string;
}
