import { transferModes, type TransferMode } from '#domain/achievement/achievement.js';
import { maxOffersPerDeal } from '#domain/deal/deal.js';
import { dealRefusalReasons, type DealRefusalReason } from '#domain/non-disclosure/refusal-reasons.policy.js';
import { ChoiceField, IdField, IntegerField, TextField, YuanField } from '../http/fields.js';

export class OpenDealDto {
  @IdField({ title: '引荐编号' }) introductionId!: string;
  @IdField({ title: '供方就该成果的挂牌编号', optional: true }) listingId?: string;
}

export class OfferDto {
  @YuanField({ title: '报价（元）', example: '1200000.00' }) priceYuan!: string;
  @ChoiceField({
    title: '转化方式（转让、许可、作价投资、合作实施、技术服务）',
    values: transferModes,
    example: 'transfer',
  })
  mode!: TransferMode;
  @TextField({ title: '条件', min: 2, max: 5000, example: '一次总算、分两期支付；含关键设备一套及两批次技术培训。' })
  terms!: string;
}

export class AgreeDto {
  @IntegerField({ title: '所接受报价的序号', min: 1, max: maxOffersPerDeal, example: 2 }) serial!: number;
}

export class RefuseOfferDto {
  @IntegerField({ title: '所拒绝报价的序号', min: 1, max: maxOffersPerDeal, example: 1 }) serial!: number;
  @ChoiceField({ title: '拒绝原因', values: dealRefusalReasons, example: 'priceTooHigh' })
  reasonCode!: DealRefusalReason;
  @TextField({ title: '说明', min: 2, max: 500, example: '超出本场预算，如分三期支付可以再谈。' }) reason!: string;
}

export class BreakOffDto {
  @ChoiceField({ title: '终止原因', values: dealRefusalReasons, example: 'otherChosen' })
  reasonCode!: DealRefusalReason;
  @TextField({ title: '说明', min: 2, max: 500, example: '已采用本地另一家的方案' }) reason!: string;
}
