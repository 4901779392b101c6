import { PartialType } from '@nestjs/swagger';
import { facilityKinds, type FacilityKind } from '#domain/facility/facility.js';
import {
  ChoiceField,
  DateField,
  FlagField,
  InstantField,
  IntegerField,
  ListField,
  PatternField,
  TextField,
  YuanField,
} from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

const time = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
const county = { title: '县区代码', pattern: /^\d{6}$/, shape: '六位行政区划代码', example: '621002' };

export class OpeningSpanDto {
  @IntegerField({ title: '星期（1 为星期一，7 为星期日）', min: 1, max: 7, example: 1 }) weekday!: number;
  @PatternField({ title: '开始时刻', pattern: time, shape: 'HH:MM', example: '08:30' }) from!: string;
  @PatternField({ title: '结束时刻（24:00 为午夜）', pattern: time, shape: 'HH:MM', example: '18:00' }) until!: string;
}

export class CreateFacilityDto {
  @ChoiceField({
    title: '种类（工位、会议室、实验室、仪器、中试线、场馆、其他）',
    values: facilityKinds,
    example: 'instrument',
  })
  kind!: FacilityKind;
  @TextField({ title: '名称', min: 2, max: 100, example: '近红外饲料成分分析仪' }) name!: string;
  @TextField({ title: '说明', min: 2, max: 2000, example: '可测粗蛋白、粗纤维与水分，须自备样品。' })
  description!: string;
  @TextField({ title: '地点', min: 2, max: 200, example: '西峰区兰州路 12 号 3 楼' }) place!: string;
  @PatternField(county) countyCode!: string;
  @IntegerField({ title: '相同的数量', min: 1, max: 200, example: 2 }) capacity!: number;
  @ChoiceField({ title: '预约方式（即时确认、须经同意）', values: ['instant', 'approval'], example: 'instant' })
  mode!: 'instant' | 'approval';
  @YuanField({ title: '价格（元，仅供参考，平台不收费）', optional: true, example: '50.00' }) priceYuan?: string;
  @TextField({ title: '计价单位', max: 40, optional: true, example: '每小时' }) priceUnit?: string;
  @ListField({
    title: '开放时间',
    of: () => OpeningSpanDto,
    min: 1,
    max: 28,
    example: [{ weekday: 1, from: '08:30', until: '18:00' }],
  })
  opening!: OpeningSpanDto[];
  @IntegerField({ title: '一个时段的分钟数', min: 5, max: 1440, example: 30 }) slotMinutes!: number;
  @IntegerField({ title: '一次最长分钟数', min: 5, max: 20160, example: 240 }) longestMinutes!: number;
  @IntegerField({ title: '最多提前天数', min: 1, max: 365, example: 60 }) aheadDays!: number;
  @IntegerField({ title: '免记录取消的提前小时数', min: 0, max: 720, example: 24 }) cancellationHours!: number;
}

/** Null clears what may be left out; what must be there refuses null. */
export class AmendFacilityDto extends PartialType(CreateFacilityDto, { skipNullProperties: false }) {}

export class FacilityQuery extends PageQuery {
  @ChoiceField({ title: '种类', values: facilityKinds, optional: true, example: 'instrument' }) kind?: FacilityKind;
  @PatternField({ ...county, optional: true }) countyCode?: string;
}

export class FacilitySpanQuery {
  @DateField({ title: '起始日', example: '2026-11-23' }) from!: string;
  @DateField({ title: '截止日（含）', example: '2026-11-29' }) until!: string;
}

export class BookFacilityDto {
  @InstantField({ title: '开始', example: '2026-11-24T09:00:00+08:00' }) startsAt!: string;
  @InstantField({ title: '结束', example: '2026-11-24T11:00:00+08:00' }) endsAt!: string;
  @TextField({ title: '用途', min: 2, max: 500, example: '测定苜蓿青贮样品 12 个。' }) purpose!: string;
  @FlagField({ title: '满员时是否候补（不填为否）', optional: true, example: true }) wait?: boolean;
}

export class BookingReasonDto {
  @TextField({ title: '理由', min: 2, max: 500, example: '样品推迟到货。' }) reason!: string;
}

export class DecideBookingDto extends BookingReasonDto {
  @ChoiceField({
    title: '事项（同意、不同意、收回、已使用、未到场）',
    values: ['approve', 'refuse', 'revoke', 'complete', 'miss'],
    example: 'approve',
  })
  decision!: 'approve' | 'refuse' | 'revoke' | 'complete' | 'miss';
}
