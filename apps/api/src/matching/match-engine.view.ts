import { ApiProperty } from '@nestjs/swagger';
import { matchModelTransitions, type MatchModelVersion } from '#domain/matching/match-model.js';
import { matchRunReasons, matchRunScopes, matchRunTransitions, type MatchRun } from '#domain/matching/match-run.js';
import { statesOf } from '#domain/shared/state-machine.js';

export class MatchRunView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '范围：full 全部需求，incremental 只处理有变化的', enum: matchRunScopes }) scope!: string;
  @ApiProperty({
    description: '缘由：night 夜间，modelSwitched 切换模型，command 命令，requested 人工发起',
    enum: matchRunReasons,
  })
  reason!: string;
  @ApiProperty({ description: '状态', enum: statesOf(matchRunTransitions) }) state!: string;
  @ApiProperty({ description: '应处理的需求数', example: 1200 }) total!: number;
  @ApiProperty({ description: '已处理的需求数', example: 300 }) done!: number;
  @ApiProperty({ description: '所用引擎（模型与词典），开始后才有', type: 'string', nullable: true }) engine!:
    string | null;
  @ApiProperty({ description: '失败原因', type: 'string', nullable: true }) error!: string | null;
  @ApiProperty({ description: '排队时间', format: 'date-time' }) createdAt!: string;
  @ApiProperty({ description: '开始时间', type: 'string', format: 'date-time', nullable: true }) startedAt!:
    string | null;
  @ApiProperty({ description: '结束时间', type: 'string', format: 'date-time', nullable: true }) endedAt!:
    string | null;
}

export const matchRunView = (run: MatchRun): MatchRunView => ({
  id: run.id,
  scope: run.scope,
  reason: run.reason,
  state: run.state,
  total: run.total,
  done: run.done,
  engine: run.engine,
  error: run.error,
  createdAt: run.createdAt.toISOString(),
  startedAt: run.startedAt?.toISOString() ?? null,
  endedAt: run.endedAt?.toISOString() ?? null,
});

export class SignalWeightView {
  @ApiProperty({ description: '信号代码', example: 'price' }) name!: string;
  @ApiProperty({ description: '权重，1 为出厂值', example: 1.12 }) weight!: number;
}

export class MatchModelView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '版本', example: 'lexical-1+0a1b2c3d4e5f' }) version!: string;
  @ApiProperty({ description: '所依据的出厂模型', example: 'lexical-1' }) baseVersion!: string;
  @ApiProperty({ description: '状态', enum: statesOf(matchModelTransitions) }) state!: string;
  @ApiProperty({ description: '各信号的权重', type: [SignalWeightView] }) weights!: SignalWeightView[];
  @ApiProperty({ description: '学习所用的反馈数', example: 240 }) trainedOn!: number;
  @ApiProperty({ description: '在判例集上的 nDCG@10', example: 0.951 }) ndcg!: number;
  @ApiProperty({ description: '出厂模型在同一判例集上的 nDCG@10', example: 0.948 }) referenceNdcg!: number;
  @ApiProperty({ description: '学成时间', format: 'date-time' }) createdAt!: string;
}

export const matchModelView = (model: MatchModelVersion): MatchModelView => ({
  id: model.id,
  version: model.version,
  baseVersion: model.baseVersion,
  state: model.state,
  weights: Object.entries(model.weights).map(([name, weight]) => ({ name, weight })),
  trainedOn: model.trainedOn,
  ndcg: model.ndcg,
  referenceNdcg: model.referenceNdcg,
  createdAt: model.createdAt.toISOString(),
});
