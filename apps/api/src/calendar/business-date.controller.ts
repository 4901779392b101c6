import { Controller, Get } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { beijingDate } from '#domain/calendar/local-date.js';
import { isDayOff } from '#domain/calendar/statutory-holidays.js';
import { Clock } from '#platform/clock/clock.js';
import { Operation } from '../http/operation.js';

export class BusinessDateView {
  @ApiProperty({ description: '平台今天的日期（北京时间）', format: 'date' }) today!: string;
  @ApiProperty({ description: '平台现在的时刻', format: 'date-time' }) now!: string;
  @ApiProperty({ description: '今天是否工作日；放假安排尚未公布的为 null', type: 'boolean', nullable: true })
  workingDay!: boolean | null;
}

/** Terms are counted by the market's clock; a page that counts days asks it, not the visitor's computer. */
@ApiTags('方案目录')
@Controller('v1/business-date')
export class BusinessDateController {
  constructor(private readonly clock: Clock) {}

  @Get()
  @Operation({
    summary: '查看平台今天的日期（期限按它计算）',
    access: 'public',
    scope: 'catalogue.read',
    answer: BusinessDateView,
  })
  read(): BusinessDateView {
    const now = this.clock.now();
    const today = beijingDate(now);
    const off = isDayOff(today);
    return { today, now: now.toISOString(), workingDay: off === null ? null : !off };
  }
}
