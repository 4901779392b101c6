import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { CompetitionEntryService } from '#application/competition/competition-entry.service.js';
import { CompetitionService } from '#application/competition/competition.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { CheckEntryDto, CompetitionReasonDto, ScoreEntryDto, SubmitEntryDto } from './competition.dto.js';
import {
  CompetitionEntryView,
  competitionEntryView,
  EntryFeedbackView,
  entryFeedbackView,
  JudgesDeskView,
  judgesDeskView,
  SheetWrittenView,
} from './competition.view.js';

const entrants = ['enterprise', 'researchUnit'] as const;
const step = { scope: 'competition.write', status: 201, idempotency: 'required' } as const;

@ApiTags('创新创业大赛')
@Controller('v1')
export class CompetitionEntryController {
  constructor(
    private readonly entries: CompetitionEntryService,
    private readonly competitions: CompetitionService,
  ) {}

  @Post('competitions/:id/entries')
  @Operation({
    ...step,
    summary: '报名参赛',
    access: entrants,
    answer: CompetitionEntryView,
    errors: [
      'competition.notFound',
      'competitionEntry.over',
      'competitionEntry.track',
      'competitionEntry.notBlind',
      'competitionEntry.notEligible',
      'competitionEntry.taken',
      'organization.unverified',
    ],
  })
  async submit(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { track, title, summary, foundedOn }: SubmitEntryDto,
  ): Promise<CompetitionEntryView> {
    const given = { track, title, summary, foundedOn: foundedOn ?? null };
    return competitionEntryView(unwrap(await this.entries.submit(actor, id, given)));
  }

  @Get('competition-entries')
  @Operation({
    summary: '查看本单位的参赛作品',
    access: 'signedIn',
    scope: 'competition.read',
    answer: PageOf(CompetitionEntryView),
  })
  async mine(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.entries.listOwn(actor, after, limit), competitionEntryView);
  }

  @Get('competition-entries/:id')
  @Operation({
    summary: '查看一件作品及评审反馈',
    access: 'signedIn',
    scope: 'competition.read',
    answer: EntryFeedbackView,
    errors: ['competitionEntry.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<EntryFeedbackView> {
    return entryFeedbackView(unwrap(await this.entries.feedback(actor, id)));
  }

  @Post('competition-entries/:id/withdrawal')
  @Operation({
    ...step,
    summary: '撤回参赛作品（报名期内）',
    access: entrants,
    answer: CompetitionEntryView,
    errors: ['competitionEntry.notFound', 'competitionEntry.over', 'state.notAllowed'],
  })
  async withdraw(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: CompetitionReasonDto,
  ): Promise<CompetitionEntryView> {
    return competitionEntryView(unwrap(await this.entries.withdraw(actor, id, reason)));
  }

  @Post('competition-entries/:id/check')
  @Operation({
    ...step,
    summary: '组织单位审核参赛资格',
    access: ['reviewer', 'incubatorManager'],
    answer: CompetitionEntryView,
    errors: ['competitionEntry.notFound', 'competitionEntry.over', 'state.notAllowed'],
  })
  async check(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { decision, reason }: CheckEntryDto,
  ): Promise<CompetitionEntryView> {
    return competitionEntryView(unwrap(await this.competitions.checkEntry(actor, id, decision, reason)));
  }

  @Get('competitions/:id/desk')
  @Operation({
    summary: '评委查看分派给本人的作品（匿名）',
    access: 'signedIn',
    scope: 'competition.read',
    answer: JudgesDeskView,
    errors: ['competition.notFound'],
  })
  async desk(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<JudgesDeskView> {
    return judgesDeskView(unwrap(await this.entries.desk(actor, id)));
  }

  @Post('competition-entries/:id/sheet')
  @Operation({
    ...step,
    summary: '评委提交评分表；提交后不能更改',
    access: 'signedIn',
    answer: SheetWrittenView,
    errors: [
      'competitionEntry.notAssigned',
      'competitionEntry.scoredAlready',
      'competitionEntry.sheetIncomplete',
      'competitionEntry.related',
    ],
  })
  async score(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { scores, comment }: ScoreEntryDto,
  ): Promise<SheetWrittenView> {
    const given = Object.fromEntries(scores.map(({ code, score }) => [code, score]));
    unwrap(await this.entries.score(actor, id, given, comment));
    return { entryId: id, scored: true, recused: false };
  }

  @Post('competition-entries/:id/recusal')
  @Operation({
    ...step,
    summary: '评委对一件作品回避',
    access: 'signedIn',
    answer: SheetWrittenView,
    errors: ['competitionEntry.notAssigned', 'competitionEntry.scoredAlready'],
  })
  async recuse(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: CompetitionReasonDto,
  ): Promise<SheetWrittenView> {
    unwrap(await this.entries.recuse(actor, id, reason));
    return { entryId: id, scored: false, recused: true };
  }
}
