import { Controller, Get } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { columnKinds, columns, freshnessPolicy, standings } from '#domain/freshness/freshness.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { FreshnessService } from '#application/freshness/freshness.service.js';
import { Operation } from '../http/operation.js';
import { CurrentPerson } from '../http/params.js';

export class HomeFreshnessView {
  @ApiProperty({ description: '最近更新日', type: 'string', format: 'date', nullable: true }) lastOn!: string | null;
  @ApiProperty({ description: '最迟再更新日', type: 'string', format: 'date', nullable: true }) freshUntil!:
    string | null;
  @ApiProperty({ description: '还有几天（负数为已逾期）', type: 'integer', nullable: true }) daysLeft!: number | null;
  @ApiProperty({ description: '状况（正常、快到期、逾期、空白）', enum: standings }) standing!: string;
}

export class ColumnFreshnessView extends HomeFreshnessView {
  @ApiProperty({ description: '栏目', enum: columns.map(({ code }) => code) }) code!: string;
  @ApiProperty({ description: '类别（动态、公告、其他）', enum: columnKinds }) kind!: string;
  @ApiProperty({ description: '栏目名称', example: '技术需求' }) title!: string;
  @ApiProperty({ description: '门户内的路径', example: '/demands' }) path!: string;
  @ApiProperty({ description: '公开的条数', example: 12 }) count!: number;
}

export class WaitingMistakesView {
  @ApiProperty({ description: '未答复的找错', example: 2 }) count!: number;
  @ApiProperty({ description: '最早到期的答复日', type: 'string', format: 'date', nullable: true }) dueOn!:
    string | null;
  @ApiProperty({ description: '自哪一日起单项否决', type: 'string', format: 'date', nullable: true }) failsOn!:
    string | null;
}

export class FreshnessView {
  @ApiProperty({ description: '统计日', format: 'date' }) asOf!: string;
  @ApiProperty({ description: '依据' }) source!: string;
  @ApiProperty({ description: '首页', type: HomeFreshnessView }) home!: HomeFreshnessView;
  @ApiProperty({ description: '各栏目', type: [ColumnFreshnessView] }) columns!: ColumnFreshnessView[];
  @ApiProperty({ description: '逾期的动态、公告类栏目', example: 1 }) staleNewsAndNotices!: number;
  @ApiProperty({ description: '逾期的其他栏目', example: 0 }) staleOthers!: number;
  @ApiProperty({ description: '空白栏目', example: 0 }) empty!: number;
  @ApiProperty({ description: '现在检查即单项否决的事项', type: [String] }) failing!: string[];
  @ApiProperty({ description: '找错的办理', type: WaitingMistakesView }) mistakes!: WaitingMistakesView;
}

@ApiTags('我要找错')
@Controller('v1/site-freshness')
export class FreshnessController {
  constructor(private readonly freshness: FreshnessService) {}

  @Get()
  @Operation({
    summary: '查看门户各栏目的更新状况与未答复的找错（政府网站检查指标）',
    access: ['registrar', 'reviewer', 'rewardOfficer', 'auditor', 'systemAdmin'],
    scope: 'mistakeReport.read',
    answer: FreshnessView,
  })
  async board(@CurrentPerson() actor: PersonActor): Promise<FreshnessView> {
    const { board, waiting } = await this.freshness.board(actor);
    return {
      ...board,
      home: { ...board.home },
      columns: board.columns.map((column) => ({ ...column })),
      failing: [...board.failing],
      source: freshnessPolicy.source,
      mistakes: { ...waiting },
    };
  }
}
