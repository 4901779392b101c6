import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { MatchingService } from '#application/matching/matching.service.js';
import { Operation } from '../http/operation.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { DeclineMatchDto } from './match.dto.js';
import {
  AchievementMatchListView,
  achievementMatchesView,
  matchListView,
  MatchListView,
  matchView,
  MatchView,
} from './match.view.js';

@ApiTags('撮合')
@Controller('v1')
export class MatchingController {
  constructor(private readonly matching: MatchingService) {}

  @Get('demands/:id/matches')
  @Operation({
    summary: '查看一条需求的撮合结果及理由',
    access: 'signedIn',
    scope: 'match.read',
    answer: MatchListView,
    errors: ['demand.notFound', 'achievement.notFound'],
  })
  async ofDemand(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<MatchListView> {
    return matchListView(unwrap(await this.matching.ofDemand(actor, id)));
  }

  @Get('achievements/:id/matches')
  @Operation({
    summary: '查看一项成果的撮合结果及理由',
    access: 'signedIn',
    scope: 'match.read',
    answer: AchievementMatchListView,
    errors: ['demand.notFound', 'achievement.notFound'],
  })
  async ofAchievement(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
  ): Promise<AchievementMatchListView> {
    return achievementMatchesView(unwrap(await this.matching.ofAchievement(actor, id)));
  }

  @Post('matches/:id/acceptance')
  @Operation({
    summary: '接受一条撮合结果；双方都接受后建议引荐',
    access: 'signedIn',
    scope: 'match.write',
    status: 201,
    answer: MatchView,
    errors: ['match.notFound', 'match.alreadyAccepted', 'state.notAllowed'],
    idempotency: 'required',
  })
  async accept(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<MatchView> {
    return matchView(unwrap(await this.matching.accept(actor, id)));
  }

  @Post('matches/:id/decline')
  @Operation({
    summary: '婉拒一条撮合结果并说明原因',
    access: 'signedIn',
    scope: 'match.write',
    status: 201,
    answer: MatchView,
    errors: ['match.notFound', 'match.declineTextMissing', 'state.notAllowed'],
    idempotency: 'required',
  })
  async decline(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: DeclineMatchDto,
  ): Promise<MatchView> {
    return matchView(unwrap(await this.matching.decline(actor, id, body.reason, body.text ?? null)));
  }
}
