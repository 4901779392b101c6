import { ApiProperty } from '@nestjs/swagger';
import type { DutyStanding } from '#application/exchange-duty/exchange-duty.service.js';

export class OrganizationCountView {
  @ApiProperty({ description: '单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '单位名称' }) organizationName!: string;
  @ApiProperty({ description: '县区代码' }) countyCode!: string;
  @ApiProperty({ description: '次数' }) count!: number;
  @ApiProperty({ description: '达到' }) met!: boolean;
}
export class CountyCountView {
  @ApiProperty({ description: '县区代码' }) countyCode!: string;
  @ApiProperty({ description: '次数' }) count!: number;
  @ApiProperty({ description: '达到' }) met!: boolean;
}
export class ExchangeDutyView {
  @ApiProperty({ description: '代码', example: 'matchmakingEvents' }) code!: string;
  @ApiProperty({ description: '名称' }) title!: string;
  @ApiProperty({ description: '每年至少几次（含本数）' }) leastPerYear!: number;
  @ApiProperty({ description: '方案原文' }) wording!: string;
  @ApiProperty({ description: '出处' }) source!: string;
  @ApiProperty({ description: '对应的示范任务', example: 'demonstration-task-04' }) demonstrationTask!: string;
  @ApiProperty({ description: '口径说明' }) reading!: string;
  @ApiProperty({ description: '全市次数' }) count!: number;
  @ApiProperty({ description: '全市达到' }) met!: boolean;
  @ApiProperty({ description: '按主办单位', type: [OrganizationCountView] }) byOrganization!: OrganizationCountView[];
  @ApiProperty({ description: '按县区', type: [CountyCountView] }) byCounty!: CountyCountView[];
}
export class ExchangeDutyListView {
  @ApiProperty({ description: '年度' }) year!: number;
  @ApiProperty({ description: '各项', type: [ExchangeDutyView] }) items!: ExchangeDutyView[];
}

export const exchangeDutyListView = (year: number, standings: readonly DutyStanding[]): ExchangeDutyListView => ({
  year,
  items: standings.map(({ duty, count, met, byOrganization, byCounty }) => ({
    code: duty.code,
    title: duty.title,
    leastPerYear: duty.leastPerYear,
    wording: duty.wording,
    source: duty.source,
    demonstrationTask: duty.demonstrationTask,
    reading: duty.reading,
    count,
    met,
    byOrganization: byOrganization.map((each) => ({ ...each })),
    byCounty: byCounty.map((each) => ({ ...each })),
  })),
});
