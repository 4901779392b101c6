import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { declineReasons } from '#domain/matching/match.js';
import { adviceTexts, topicAdvices, type ResearchTopic } from '#domain/research-topic/research-topic.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ResearchTopicService } from '#application/research-topic/research-topic.service.js';
import { DateField } from '../http/fields.js';
import { Operation } from '../http/operation.js';
import { CurrentPerson } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';

class TopicQuery {
  @DateField({ title: '自（含）', example: '2026-01-01' }) from!: string;
  @DateField({ title: '至（含）', example: '2026-12-31' }) to!: string;
}

export class TopicReasonView {
  @ApiProperty({ description: '原因', enum: declineReasons }) reason!: string;
  @ApiProperty({ description: '次数；太少时为 null，以免认出是谁', type: 'integer', nullable: true }) count!:
    number | null;
}

export class TopicAdviceView {
  @ApiProperty({ description: '建议', enum: topicAdvices }) code!: string;
  @ApiProperty({ description: '说明' }) text!: string;
}

export class ResearchTopicView {
  @ApiProperty({ description: '技术领域；未填写的为 null', type: 'string', nullable: true }) field!: string | null;
  @ApiProperty({ description: '发布后没有引荐的需求', example: 4 }) unanswered!: number;
  @ApiProperty({ description: '已满足的需求', example: 2 }) met!: number;
  @ApiProperty({ description: '筛选退回或不予发布', example: 1 }) returned!: number;
  @ApiProperty({ description: '流标的征集', example: 1 }) failedChallenges!: number;
  @ApiProperty({ description: '各种拒绝合计：撮合婉拒、揭榜落选、洽谈拒绝', example: 12 }) refusals!: number;
  @ApiProperty({ description: '拒绝的原因', type: [TopicReasonView] }) reasons!: TopicReasonView[];
  @ApiProperty({ description: '建议', type: [TopicAdviceView] }) advice!: TopicAdviceView[];
}

export class ResearchTopicListView {
  @ApiProperty({ description: '各技术领域，最急的在前', type: [ResearchTopicView] }) items!: ResearchTopicView[];
}

const topicView = (topic: ResearchTopic): ResearchTopicView => ({
  ...topic,
  reasons: topic.reasons.map((reason) => ({ ...reason })),
  advice: topic.advice.map((code) => ({ code, text: adviceTexts[code] })),
});

@ApiTags('技术攻关选题')
@Controller('v1/research-topics')
export class ResearchTopicController {
  constructor(private readonly topics: ResearchTopicService) {}

  @Get()
  @Operation({
    summary: '按领域查看需求为何没有解决：拒绝原因、流标、退回，及攻关选题建议',
    access: ['registrar', 'reviewer', 'rewardOfficer', 'auditor'],
    scope: 'match.read',
    answer: ResearchTopicListView,
    errors: ['researchTopic.spanMalformed'],
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() { from, to }: TopicQuery): Promise<ResearchTopicListView> {
    return { items: unwrap(await this.topics.list(actor, { from, to })).map(topicView) };
  }
}
