import { auctionMethods } from '#domain/auction/auction.js';
import {
  ChoiceField,
  DateField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  PatternField,
  TextField,
  YuanField,
} from '../http/fields.js';
import { PageSizeField } from '../http/paging.js';
import { IdParam } from '../http/params.js';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional, ValidateBy } from 'class-validator';

export class IncrementStepDto {
  @YuanField({ title: '自该价格起（元）', example: '0.00' }) fromYuan!: string;
  @YuanField({ title: '加价幅度（元）', example: '1000.00' }) stepYuan!: string;
}

export class DraftAuctionDto {
  @IdField({ title: '挂牌编号' }) listingId!: string;
  @ChoiceField({
    title: '竞价方式（listed 挂牌交易、auction 拍卖），与挂牌的定价方式相同',
    values: auctionMethods,
    example: 'auction',
  })
  method!: (typeof auctionMethods)[number];
  @TextField({ title: '交易条件', max: 4000, example: '一次性付清，转让后 3 个月内完成技术交底。' })
  conditions!: string;
  @TextField({ title: '受让方（竞买人）资格条件', max: 2000, example: '依法设立的企业，具备饲料生产许可。' })
  qualification!: string;
  @YuanField({ title: '起拍价或挂牌价（元）', example: '600000.00' }) startPriceYuan!: string;
  @YuanField({ title: '保证金（元），0 为不收', optional: true, example: '60000.00' }) depositYuan?: string;
  @ListField({
    title: '加价幅度，按价格分段；不填用平台规则的分段',
    of: () => IncrementStepDto,
    optional: true,
    min: 1,
    max: 10,
  })
  increments?: IncrementStepDto[];
  @InstantField({ title: '报名截止（挂牌期满）时刻', example: '2026-12-07T17:00:00+08:00' })
  registrationClosesAt!: string;
  @InstantField({ title: '竞价开始时刻', example: '2026-12-08T10:00:00+08:00' }) opensAt!: string;
  @InstantField({ title: '竞价截止时刻（不含）', example: '2026-12-08T11:00:00+08:00' }) closesAt!: string;
  @IntegerField({ title: '挂牌交易：少于此数的合格意向受让方即延期', min: 1, max: 5, optional: true, example: 1 })
  minimumBidders?: number;
  @IntegerField({ title: '挂牌交易：每次延长的自然日数', min: 1, max: 20, optional: true, example: 5 })
  periodExtensionDays?: number;
  @IntegerField({ title: '挂牌交易：最多延长次数', min: 0, max: 6, optional: true, example: 2 })
  periodExtensionsMax?: number;
}

export class SetReserveDto {
  @YuanField({ title: '保留价（元），只有转让方可见', example: '800000.00' }) reserveYuan!: string;
}

export class AuctionReasonDto {
  @TextField({ title: '理由', max: 1000, example: '标的权属出现争议。' }) reason!: string;
}

export class RegisterBidderDto {
  @TextField({ title: '联系人', max: 50, example: '示例联系人' }) contactName!: string;
  @PatternField({
    title: '联系电话',
    pattern: /^[0-9+()\- ]{5,30}$/,
    shape: '5 至 30 位的电话号码',
    example: '0934-0000000',
  })
  contactPhone!: string;
  @TextField({ title: '怎样符合资格条件', max: 2000, example: '持有饲料生产许可证。' }) statement!: string;
}

export class RecordDepositDto {
  @YuanField({ title: '到账金额（元）', example: '60000.00' }) amountYuan!: string;
  @TextField({ title: '银行回单号', max: 100, example: '回单-2026-0001' }) reference!: string;
  @DateField({ title: '到账日期', example: '2026-11-30' }) receivedOn!: string;
}

export class BidDto {
  @YuanField({ title: '报价或应价（元）', example: '610000.00' }) amountYuan!: string;
}

export class RegistrationParam extends IdParam {
  @IdField({ title: '报名编号' }) registrationId!: string;
}

/** After this entry of the record; 0 for the first page. */
export class RecordQuery {
  @PageSizeField() limit?: number;
  @ApiProperty({
    description: '从这一序号之后开始，0 为从头',
    required: false,
    type: 'integer',
    minimum: 0,
    maximum: 2_000_000_000,
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value,
  )
  @ValidateBy({
    name: 'sequence',
    validator: {
      validate: (value: unknown) =>
        Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 2_000_000_000,
      defaultMessage: () => 'after 应为 0 至 2000000000 的整数',
    },
  })
  after?: number;
}
