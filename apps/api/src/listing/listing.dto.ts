import { OmitType, PartialType } from '@nestjs/swagger';
import { transferModes } from '#domain/achievement/achievement.js';
import { pricingMethods } from '#domain/listing/listing.js';
import { maxNoticeDays } from '#domain/public-notice/notice-period.js';
import { ChoiceField, DateField, FlagField, IdField, IntegerField, YuanField } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

/** Who negotiates about an achievement asks for its listings. */
export class ListingsQuery extends PageQuery {
  @IdField({ title: '只看这项成果的挂牌', optional: true }) achievementId?: string;
}

export class CreateListingDto {
  @IdField({ title: '成果编号' }) achievementId!: string;
  @ChoiceField({
    title: '定价方式（协议定价、挂牌交易、拍卖）；国家设立的研发机构、高等院校必填',
    values: pricingMethods,
    optional: true,
    example: 'negotiated',
  })
  pricingMethod?: (typeof pricingMethods)[number];
  @ChoiceField({
    title: '转化方式（转让、许可、作价投资、合作实施、技术服务）',
    values: transferModes,
    example: 'transfer',
  })
  transferMode!: (typeof transferModes)[number];
  @YuanField({ title: '拟交易价格（元）', optional: true, example: '1200000.00' }) priceYuan?: string;
  @FlagField({ title: '拟受让方与完成人有关联关系', optional: true, example: false }) relatedParty?: boolean;
  @IntegerField({
    title: '公示日数（少于法定日数时按法定日数）',
    min: 1,
    max: maxNoticeDays,
    optional: true,
    example: 15,
  })
  noticeDays?: number;
  @DateField({ title: '挂牌有效期至', optional: true, example: '2027-06-30' }) validUntil?: string;
}

/** Null clears what may be left out; what must be there refuses null. */
export class AmendListingDto extends PartialType(OmitType(CreateListingDto, ['achievementId']), {
  skipNullProperties: false,
}) {}
