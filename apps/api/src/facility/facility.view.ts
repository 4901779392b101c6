import { ApiProperty } from '@nestjs/swagger';
import {
  bookingTransitions,
  facilityKinds,
  facilityTransitions,
  type Booking,
  type Facility,
} from '#domain/facility/facility.js';
import type { Span } from '#domain/facility/opening.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type { Usage } from '#application/facility/facility.service.js';
import { moneyView, MoneyView } from '../http/money.view.js';
import { OpeningSpanDto } from './facility.dto.js';

export class FacilityView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '提供单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(facilityTransitions) }) state!: string;
  @ApiProperty({ description: '种类', enum: facilityKinds }) kind!: string;
  @ApiProperty({ description: '名称' }) name!: string;
  @ApiProperty({ description: '说明' }) description!: string;
  @ApiProperty({ description: '地点' }) place!: string;
  @ApiProperty({ description: '县区代码' }) countyCode!: string;
  @ApiProperty({ description: '相同的数量' }) capacity!: number;
  @ApiProperty({ description: '预约方式', enum: ['instant', 'approval'] }) mode!: string;
  @ApiProperty({ description: '价格（仅供参考）', type: MoneyView, nullable: true }) price!: MoneyView | null;
  @ApiProperty({ description: '计价单位', type: 'string', nullable: true }) priceUnit!: string | null;
  @ApiProperty({ description: '开放时间', type: [OpeningSpanDto] }) opening!: OpeningSpanDto[];
  @ApiProperty({ description: '一个时段的分钟数' }) slotMinutes!: number;
  @ApiProperty({ description: '一次最长分钟数' }) longestMinutes!: number;
  @ApiProperty({ description: '最多提前天数' }) aheadDays!: number;
  @ApiProperty({ description: '免记录取消的提前小时数' }) cancellationHours!: number;
  @ApiProperty({ description: '版本，用于 If-Match' }) version!: number;
}

export class HeldSpanView {
  @ApiProperty({ description: '第几个' }) unit!: number;
  @ApiProperty({ description: '开始', format: 'date-time' }) startsAt!: string;
  @ApiProperty({ description: '结束', format: 'date-time' }) endsAt!: string;
}
export class AvailabilityView {
  @ApiProperty({ description: '相同的数量' }) capacity!: number;
  @ApiProperty({ description: '已占用的时段，不含预约单位', type: [HeldSpanView] }) held!: HeldSpanView[];
}

export class UsageView {
  @ApiProperty({ description: '开放分钟数（数量 × 开放时间）' }) openMinutes!: number;
  @ApiProperty({ description: '占用分钟数' }) heldMinutes!: number;
  @ApiProperty({ description: '利用率（万分比）；无开放时间为 null', type: 'integer', nullable: true })
  utilisationBasisPoints!: number | null;
  @ApiProperty({ description: '占用的预约数' }) held!: number;
  @ApiProperty({ description: '已使用' }) completed!: number;
  @ApiProperty({ description: '未到场' }) missed!: number;
  @ApiProperty({ description: '取消或收回' }) cancelled!: number;
  @ApiProperty({ description: '逾时取消' }) lateCancelled!: number;
  @ApiProperty({ description: '候补未成或未获同意' }) turnedAway!: number;
}

export class BookingView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '空间或仪器编号', format: 'uuid' }) facilityId!: string;
  @ApiProperty({ description: '提供单位编号', format: 'uuid' }) providerOrganizationId!: string;
  @ApiProperty({ description: '预约单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(bookingTransitions) }) state!: string;
  @ApiProperty({ description: '占用第几个；未占用为 null', type: 'integer', nullable: true }) unit!: number | null;
  @ApiProperty({ description: '开始', format: 'date-time' }) startsAt!: string;
  @ApiProperty({ description: '结束', format: 'date-time' }) endsAt!: string;
  @ApiProperty({ description: '用途' }) purpose!: string;
  @ApiProperty({ description: '是否逾时取消' }) lateCancellation!: boolean;
  @ApiProperty({ description: '最近一次办理的理由', type: 'string', nullable: true }) reason!: string | null;
  @ApiProperty({ description: '版本' }) version!: number;
}

const clockText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export const facilityView = (facility: Facility): FacilityView => ({
  id: facility.id,
  organizationId: facility.organizationId,
  state: facility.state,
  kind: facility.kind,
  name: facility.name,
  description: facility.description,
  place: facility.place,
  countyCode: facility.countyCode,
  capacity: facility.capacity,
  mode: facility.mode,
  price: facility.price === null ? null : moneyView(facility.price),
  priceUnit: facility.priceUnit,
  opening: facility.opening.map(({ weekday, from, until }) => ({
    weekday,
    from: clockText(from),
    until: clockText(until),
  })),
  slotMinutes: facility.slotMinutes,
  longestMinutes: facility.longestMinutes,
  aheadDays: facility.aheadDays,
  cancellationHours: facility.cancellationHours,
  version: facility.version,
});

const spanView = ({ startsAt, endsAt }: Span) => ({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() });

export const availabilityView = (
  facility: Facility,
  held: readonly (Span & { readonly unit: number })[],
): AvailabilityView => ({
  capacity: facility.capacity,
  held: held.map((one) => ({ unit: one.unit, ...spanView(one) })),
});

export const usageView = (usage: Usage): UsageView => ({
  ...usage,
  utilisationBasisPoints: usage.openMinutes === 0 ? null : Math.round((usage.heldMinutes * 10_000) / usage.openMinutes),
});

export const bookingView = (booking: Booking): BookingView => ({
  id: booking.id,
  facilityId: booking.facilityId,
  providerOrganizationId: booking.providerOrganizationId,
  organizationId: booking.organizationId,
  state: booking.state,
  unit: booking.unit,
  ...spanView(booking),
  purpose: booking.purpose,
  lateCancellation: booking.lateCancellation,
  reason: booking.reason,
  version: booking.version,
});
