import { ApiProperty } from '@nestjs/swagger';
import type { ClockReading } from '#application/sandbox-clock/sandbox-clock.service.js';
import { beijingDate } from '#domain/calendar/local-date.js';

export class ClockView {
  @ApiProperty({ description: '市场时间', format: 'date-time' }) now!: string;
  @ApiProperty({ description: '市场日期（北京时间）', format: 'date' }) date!: string;
  @ApiProperty({ description: '比机器时间早走的毫秒数', example: '1296000000' }) offsetMs!: string;
}

export const clockView = ({ now, offsetMs }: ClockReading): ClockView => ({
  now: now.toISOString(),
  date: beijingDate(now),
  offsetMs: offsetMs.toString(),
});
