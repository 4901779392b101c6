import { ApiProperty } from '@nestjs/swagger';
import { secondmentPolicy, secondmentTransitions } from '#domain/secondment/secondment.js';
import type { StandingSecondment } from '#application/secondment/secondment.service.js';

export class SecondmentView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '人员编号', format: 'uuid' }) personId!: string;
  @ApiProperty({ description: '派出单位', format: 'uuid' }) homeOrganizationId!: string;
  @ApiProperty({ description: '接收单位', format: 'uuid' }) hostOrganizationId!: string;
  @ApiProperty({ description: '原职级、岗位' }) post!: string;
  @ApiProperty({ description: '派出日', format: 'date' }) startsOn!: string;
  @ApiProperty({ description: '待遇保留至（含当日）', format: 'date' }) keptUntil!: string;
  @ApiProperty({ description: '状态', enum: Object.keys(secondmentTransitions) }) state!: string;
  @ApiProperty({
    description: '待遇：kept 保留，endsSoon 将满三年，over 已满三年，returned 已返回',
    enum: ['kept', 'endsSoon', 'over', 'returned'],
  })
  standing!: string;
  @ApiProperty({ description: '还剩几天（含最后一天）' }) daysLeft!: number;
  @ApiProperty({ description: '返回日', type: 'string', format: 'date', nullable: true }) returnedOn!: string | null;
  @ApiProperty({ description: '方案原文' }) wording!: string;
  @ApiProperty({ description: '口径说明' }) reading!: string;
}

export const secondmentView = ({ version: _, ...secondment }: StandingSecondment): SecondmentView => ({
  ...secondment,
  wording: secondmentPolicy.wording,
  reading: secondmentPolicy.reading,
});
