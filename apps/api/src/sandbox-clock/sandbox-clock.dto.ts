import { maxAdvanceDays } from '#domain/sandbox-clock/sandbox-clock.js';
import { IntegerField, InstantField } from '../http/fields.js';

export class MoveClockDto {
  @IntegerField({ title: '向前的天数', example: 15, min: 1, max: maxAdvanceDays, optional: true }) advanceDays?: number;
  @InstantField({ title: '拨到的时刻', example: '2027-01-04T09:00:00+08:00', optional: true }) moveTo?: string;
}
