import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { MatchAllocationService } from '#application/matching/match-allocation.service.js';
import { MatchFeedbackService } from '#application/matching/match-feedback.service.js';
import { Operation } from '../http/operation.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { PlanMeetingsDto } from './match.dto.js';
import {
  fieldFeedbackListView,
  FieldFeedbackListView,
  matchFeedbackView,
  MatchFeedbackView,
  meetingPlanView,
  MeetingPlanView,
} from './match-feedback.view.js';

@ApiTags('撮合')
@Controller('v1')
export class MatchFeedbackController {
  constructor(
    private readonly feedback: MatchFeedbackService,
    private readonly allocations: MatchAllocationService,
  ) {}

  @Get('achievements/:id/match-feedback')
  @Operation({
    summary: '查看一项成果得到的答复统计与改进建议',
    access: 'signedIn',
    scope: 'match.read',
    answer: MatchFeedbackView,
    errors: ['achievement.notFound'],
  })
  async ofAchievement(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<MatchFeedbackView> {
    return matchFeedbackView(unwrap(await this.feedback.ofAchievement(actor, id)));
  }

  @Get('match-feedback')
  @Operation({
    summary: '查看各技术领域的答复统计',
    access: ['registrar', 'reviewer', 'rewardOfficer', 'auditor'],
    scope: 'match.read',
    answer: FieldFeedbackListView,
  })
  async byField(@CurrentPerson() actor: PersonActor): Promise<FieldFeedbackListView> {
    return fieldFeedbackListView(await this.feedback.byField(actor));
  }

  @Post('match-allocations')
  @Operation({
    summary: '为对接日拟定洽谈安排：谁也不超过上限，总体最合适',
    description: '只作计算，不保存。同一场次中谁也不会有两场洽谈。',
    access: ['registrar', 'broker'],
    scope: 'match.read',
    answer: MeetingPlanView,
    idempotency: 'none',
  })
  async plan(@CurrentPerson() actor: PersonActor, @Body() body: PlanMeetingsDto): Promise<MeetingPlanView> {
    const { meetingsPerDemand, meetingsPerTeam, team, demandIds } = body;
    const request = { meetingsPerDemand, meetingsPerTeam, team: team ?? 'organization', demandIds: demandIds ?? [] };
    return meetingPlanView(await this.allocations.plan(actor, request));
  }
}
