import { ApiProperty } from '@nestjs/swagger';
import {
  competitionEntryTransitions,
  competitionTransitions,
  type Competition,
  type CompetitionEntry,
  type RankedEntry,
} from '#domain/competition/competition.js';
import { judgePolicy } from '#domain/competition/scoring.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type { EntryFeedback, JudgesDesk } from '#application/competition/competition-entry.service.js';
import { ruleWords } from '#application/competition/competition.service.js';
import { CriterionDto, PrizeDto } from './competition.dto.js';

const stages = ['preliminary', 'final'];

export class CompetitionRulesView {
  @ApiProperty({ description: '赛道', type: [String] }) tracks!: readonly string[];
  @ApiProperty({ description: '评分标准', type: [CriterionDto] }) criteria!: CriterionDto[];
  @ApiProperty({ description: '排名方法', enum: ['mean', 'zScore'] }) method!: string;
  @ApiProperty({ description: '排名规则' }) rule!: string;
  @ApiProperty({ description: '每件作品的评委数' }) judgesPerEntry!: number;
  @ApiProperty({ description: '每个赛道的入围数' }) finalists!: number;
  @ApiProperty({ description: '奖项', type: [PrizeDto] }) prizes!: PrizeDto[];
  @ApiProperty({ description: '企业成立不超过（月）', type: 'integer', nullable: true }) oldestMonths!: number | null;
  @ApiProperty({ description: '是否限庆阳市注册的单位' }) countiesOnly!: boolean;
}
export class CompetitionView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '组织单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(competitionTransitions) }) state!: string;
  @ApiProperty({ description: '名称' }) title!: string;
  @ApiProperty({ description: '说明' }) description!: string;
  @ApiProperty({ description: '报名截止日', format: 'date' }) entriesUntil!: string;
  @ApiProperty({ description: '规则', type: CompetitionRulesView }) rules!: CompetitionRulesView;
  @ApiProperty({ description: '规则公布时的摘要（SHA-256）', type: 'string', nullable: true }) rulesHash!:
    string | null;
  @ApiProperty({ description: '公示编号', type: 'string', format: 'uuid', nullable: true }) noticeId!: string | null;
  @ApiProperty({ description: '奖励说明：方案没有为大赛设立资金，奖项只作记录' }) prizeNote!: string;
  @ApiProperty({ description: '版本' }) version!: number;
}
export class RankedEntryView {
  @ApiProperty({ description: '作品编号', format: 'uuid' }) entryId!: string;
  @ApiProperty({ description: '匿名代号' }) code!: string;
  @ApiProperty({ description: '赛道' }) track!: string;
  @ApiProperty({ description: '名次；同分并列' }) place!: number;
  @ApiProperty({ description: '得分（百万分之一分，或百万分之一标准差）' }) score!: number;
  @ApiProperty({ description: '有效评分表数' }) sheets!: number;
  @ApiProperty({ description: '奖项', type: 'string', nullable: true }) prize!: string | null;
}
export class JudgeReportView {
  @ApiProperty({ description: '评委编号', format: 'uuid' }) personId!: string;
  @ApiProperty({ description: '评分表数' }) sheets!: number;
  @ApiProperty({
    description: '与同件作品其他评委的平均差（百分之一分，正为偏宽）；份数不足为 null',
    type: 'integer',
    nullable: true,
  })
  lenience!: number | null;
  @ApiProperty({ description: '后半程与前半程之差（百分之一分）；份数不足为 null', type: 'integer', nullable: true })
  drift!: number | null;
  @ApiProperty({
    description: '提示：偏宽、偏严、前后不一、没有区分；只提示，不改分',
    type: [String],
    example: ['severe'],
  })
  flags!: readonly string[];
}
export class StageView {
  @ApiProperty({ description: '阶段', enum: stages }) stage!: string;
  @ApiProperty({ description: '排名', type: [RankedEntryView] }) ranked!: RankedEntryView[];
  @ApiProperty({ description: '待裁定的并列作品', type: [String], format: 'uuid' }) openTie!: readonly string[];
  @ApiProperty({ description: '评委一致性', type: [JudgeReportView] }) judges!: JudgeReportView[];
}
export class CompetitionResultView {
  @ApiProperty({ description: '提示的界限' }) judgeNote!: string;
  @ApiProperty({ description: '各阶段', type: [StageView] }) stages!: StageView[];
}
export class CompetitionEntryView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '大赛编号', format: 'uuid' }) competitionId!: string;
  @ApiProperty({ description: '参赛单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(competitionEntryTransitions) }) state!: string;
  @ApiProperty({ description: '赛道' }) track!: string;
  @ApiProperty({ description: '作品名称' }) title!: string;
  @ApiProperty({ description: '作品简介' }) summary!: string;
  @ApiProperty({ description: '企业成立日', type: 'string', format: 'date', nullable: true }) foundedOn!: string | null;
  @ApiProperty({ description: '匿名代号', type: 'string', nullable: true }) code!: string | null;
  @ApiProperty({ description: '同意时间', format: 'date-time' }) consentedAt!: string;
  @ApiProperty({ description: '最近一次办理的理由', type: 'string', nullable: true }) reason!: string | null;
  @ApiProperty({ description: '版本' }) version!: number;
}
export class EntryCriterionMeanView {
  @ApiProperty({ description: '评分标准' }) title!: string;
  @ApiProperty({ description: '平均分' }) mean!: number;
}
export class StageFeedbackView {
  @ApiProperty({ description: '阶段', enum: stages }) stage!: string;
  @ApiProperty({ description: '名次' }) place!: number;
  @ApiProperty({ description: '参评作品数' }) of!: number;
  @ApiProperty({ description: '奖项', type: 'string', nullable: true }) prize!: string | null;
  @ApiProperty({ description: '各项平均分', type: [EntryCriterionMeanView] }) criteria!: EntryCriterionMeanView[];
  @ApiProperty({ description: '评委评语（不署名）', type: [String] }) comments!: readonly string[];
}
export class EntryFeedbackView {
  @ApiProperty({ description: '作品', type: CompetitionEntryView }) entry!: CompetitionEntryView;
  @ApiProperty({ description: '各阶段的反馈；结果排定前为空', type: [StageFeedbackView] }) stages!: StageFeedbackView[];
}
export class BlindEntryView {
  @ApiProperty({ description: '作品编号', format: 'uuid' }) entryId!: string;
  @ApiProperty({ description: '匿名代号' }) code!: string;
  @ApiProperty({ description: '赛道' }) track!: string;
  @ApiProperty({ description: '作品名称' }) title!: string;
  @ApiProperty({ description: '作品简介' }) summary!: string;
  @ApiProperty({ description: '是否已评分' }) scored!: boolean;
  @ApiProperty({ description: '是否已回避' }) recused!: boolean;
}
export class JudgesDeskView {
  @ApiProperty({ description: '大赛名称' }) title!: string;
  @ApiProperty({ description: '阶段', enum: stages }) stage!: string;
  @ApiProperty({ description: '评分标准', type: [CriterionDto] }) criteria!: CriterionDto[];
  @ApiProperty({ description: '分派给本人的作品（匿名）', type: [BlindEntryView] }) entries!: BlindEntryView[];
}
export class SheetWrittenView {
  @ApiProperty({ description: '作品编号', format: 'uuid' }) entryId!: string;
  @ApiProperty({ description: '是否已评分' }) scored!: boolean;
  @ApiProperty({ description: '是否已回避' }) recused!: boolean;
}

export const competitionView = ({ rules, ...competition }: Competition): CompetitionView => ({
  id: competition.id,
  organizationId: competition.organizationId,
  state: competition.state,
  title: competition.title,
  description: competition.description,
  entriesUntil: competition.entriesUntil,
  rules: { ...rules, criteria: [...rules.criteria], prizes: [...rules.prizes], rule: ruleWords(rules) },
  rulesHash: competition.rulesHash,
  noticeId: competition.noticeId,
  prizeNote: '方案没有为创新创业大赛设立资金，奖项只作记录，不经奖补账户发放。',
  version: competition.version,
});

export const competitionResultView = ({ preliminary, final }: Competition): CompetitionResultView => ({
  judgeNote: `与其他评委平均相差 ${judgePolicy.lenience / 100} 分以上提示偏宽或偏严，前后相差 ${judgePolicy.drift / 100} 分以上提示前后不一；少于 ${judgePolicy.leastSheets} 份不作判断。提示不改变得分。`,
  stages: [
    { stage: 'preliminary', result: preliminary },
    { stage: 'final', result: final },
  ].flatMap(({ stage, result }) =>
    result === null
      ? []
      : [{ stage, ranked: result.ranked.map(rankedView), openTie: result.openTie, judges: [...result.judges] }],
  ),
});

const rankedView = ({ entryId, code, track, place, score, sheets, prize }: RankedEntry): RankedEntryView => ({
  entryId,
  code,
  track,
  place,
  score,
  sheets,
  prize,
});

export const competitionEntryView = (entry: CompetitionEntry): CompetitionEntryView => ({
  id: entry.id,
  competitionId: entry.competitionId,
  organizationId: entry.organizationId,
  state: entry.state,
  track: entry.track,
  title: entry.title,
  summary: entry.summary,
  foundedOn: entry.foundedOn,
  code: entry.code,
  consentedAt: entry.consentedAt.toISOString(),
  reason: entry.reason,
  version: entry.version,
});

export const entryFeedbackView = ({ entry, stages: told }: EntryFeedback): EntryFeedbackView => ({
  entry: competitionEntryView(entry),
  stages: told.map(({ stage, place, of, prize, criteria, comments }) => ({
    stage,
    place,
    of,
    prize,
    criteria: criteria.map(({ title, mean }) => ({ title, mean })),
    comments,
  })),
});

export const judgesDeskView = ({ competition, stage, entries }: JudgesDesk): JudgesDeskView => ({
  title: competition.title,
  stage,
  criteria: [...competition.rules.criteria],
  entries: entries.map(({ entryId, code, track, title, summary, sheet }) => ({
    entryId,
    code,
    track,
    title,
    summary,
    scored: sheet.scores !== null,
    recused: sheet.recusedReason !== null,
  })),
});
