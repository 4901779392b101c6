import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { pipelineStages, type PipelineStage } from '#domain/introduction/pipeline.js';
import type { PersonActor } from '#domain/shared/actor.js';
import {
  BrokerPipelineService,
  type PipelineFilter,
  type PipelineItem,
} from '#application/broker-pipeline/broker-pipeline.service.js';
import { ChoiceField, TextField } from '../http/fields.js';
import { MoneyView, moneyView } from '../http/money.view.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson } from '../http/params.js';

class PipelineQuery extends PageQuery {
  @ChoiceField({ title: '只看这一步', values: pipelineStages, optional: true, example: 'deal' }) stage?: PipelineStage;
  @TextField({ title: '名称包含', max: 100, optional: true, example: '羔羊' }) find?: string;
  @ChoiceField({ title: '只看本人经手的（yes）', values: ['yes'], optional: true, example: 'yes' }) mine?: 'yes';
}

class PipelineTotalQuery {
  @TextField({ title: '名称包含', max: 100, optional: true, example: '羔羊' }) find?: string;
  @ChoiceField({ title: '只看本人经手的（yes）', values: ['yes'], optional: true, example: 'yes' }) mine?: 'yes';
}

export class PipelineItemView {
  @ApiProperty({ description: '编号（撮合、引荐、洽谈、合同或登记的）', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '到了哪一步（撮合、引荐、洽谈、合同、登记）', enum: pipelineStages }) stage!: string;
  @ApiProperty({ description: '名称' }) title!: string;
  @ApiProperty({ description: '这一步的时间', format: 'date-time' }) at!: string;
  @ApiProperty({ description: '报价、合同额或计入奖补的基数；没有的为 null', type: MoneyView, nullable: true })
  amount!: MoneyView | null;
  @ApiProperty({ description: '是否本人经手' }) mine!: boolean;
  @ApiProperty({ description: '需求编号', type: 'string', format: 'uuid', nullable: true }) demandId!: string | null;
  @ApiProperty({ description: '引荐编号', type: 'string', format: 'uuid', nullable: true }) introductionId!:
    string | null;
  @ApiProperty({ description: '计入的奖补编号', type: 'string', format: 'uuid', nullable: true }) accrualId!:
    string | null;
}

export class PipelineTotalView {
  @ApiProperty({ description: '步骤', enum: pipelineStages }) stage!: string;
  @ApiProperty({ description: '件数', example: 3 }) count!: number;
  @ApiProperty({ description: '金额合计；没有金额的为 null', type: MoneyView, nullable: true }) sum!: MoneyView | null;
}

export class PipelineTotalsView {
  @ApiProperty({ description: '各步骤', type: [PipelineTotalView] }) items!: PipelineTotalView[];
}

@ApiTags('经纪委托')
@Controller('v1/broker-pipeline')
export class BrokerPipelineController {
  constructor(private readonly pipeline: BrokerPipelineService) {}

  @Get()
  @Operation({
    summary: '查看本机构经手的每一件到了哪一步',
    access: ['broker', 'agencyManager'],
    scope: 'mandate.read',
    answer: PageOf(PipelineItemView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PipelineQuery) {
    const filter = filterOf(query);
    return pageOf(query, (after, limit) => this.pipeline.list(actor, filter, after, limit), itemView);
  }

  @Get('totals')
  @Operation({
    summary: '查看本机构经手的各步骤件数与金额',
    access: ['broker', 'agencyManager'],
    scope: 'mandate.read',
    answer: PipelineTotalsView,
  })
  async totals(@CurrentPerson() actor: PersonActor, @Query() query: PipelineTotalQuery): Promise<PipelineTotalsView> {
    const items = await this.pipeline.totals(actor, filterOf(query));
    return { items: items.map(({ sum, ...rest }) => ({ ...rest, sum: sum === null ? null : moneyView(sum) })) };
  }
}

const filterOf = ({ stage, find, mine }: Pick<PipelineQuery, 'stage' | 'find' | 'mine'>): PipelineFilter => ({
  stage: stage ?? null,
  find: find ?? null,
  mine: mine === 'yes',
});

const itemView = ({ amount, at, ...item }: PipelineItem): PipelineItemView => ({
  ...item,
  at: at.toISOString(),
  amount: amount === null ? null : moneyView(amount),
});
