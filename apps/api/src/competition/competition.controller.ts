import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, PersonActor } from '#domain/shared/actor.js';
import { CompetitionService } from '#application/competition/competition.service.js';
import { actsFor } from '#domain/shared/actor.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentActor, CurrentPerson, IdParam } from '../http/params.js';
import { RefusalException, unwrap } from '../http/refusal.exception.js';
import {
  AppointCompetitionJudgeDto,
  CompetitionReasonDto,
  CreateCompetitionDto,
  DecideCompetitionTieDto,
} from './competition.dto.js';
import {
  CompetitionEntryView,
  competitionEntryView,
  CompetitionResultView,
  competitionResultView,
  CompetitionView,
  competitionView,
} from './competition.view.js';

const organizers = ['reviewer', 'incubatorManager'] as const;
const step = {
  access: organizers,
  scope: 'competition.write',
  status: 201,
  answer: CompetitionView,
  idempotency: 'required',
} as const;

@ApiTags('创新创业大赛')
@Controller('v1/competitions')
export class CompetitionController {
  constructor(private readonly competitions: CompetitionService) {}

  @Post()
  @Operation({ ...step, summary: '起草大赛及其规则', errors: ['competition.rules'] })
  async create(@CurrentPerson() actor: PersonActor, @Body() body: CreateCompetitionDto): Promise<CompetitionView> {
    const { title, description, entriesUntil } = body;
    const { oldestMonths, countiesOnly, ...named } = body.rules;
    const rules = { ...named, oldestMonths: oldestMonths ?? null, countiesOnly: countiesOnly ?? false };
    return competitionView(unwrap(await this.competitions.create(actor, { title, description, entriesUntil, rules })));
  }

  @Get()
  @Operation({
    summary: '浏览创新创业大赛',
    access: 'public',
    scope: 'competition.read',
    answer: PageOf(CompetitionView),
  })
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.competitions.list(actor, after, limit), competitionView);
  }

  @Get('mine')
  @Operation({
    summary: '查看本单位组织的大赛',
    access: 'signedIn',
    scope: 'competition.read',
    answer: PageOf(CompetitionView),
  })
  async mine(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.competitions.listOwn(actor, after, limit), competitionView);
  }

  @Get(':id')
  @Operation({
    summary: '查看一项大赛及公布的规则',
    access: 'public',
    scope: 'competition.read',
    answer: CompetitionView,
    errors: ['competition.notFound'],
  })
  async get(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<CompetitionView> {
    return competitionView(unwrap(await this.competitions.get(actor, id)));
  }

  @Get(':id/results')
  @Operation({
    summary: '组织单位查看排名与评委一致性',
    access: organizers,
    scope: 'competition.read',
    answer: CompetitionResultView,
    errors: ['competition.notFound'],
  })
  async results(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<CompetitionResultView> {
    const competition = unwrap(await this.competitions.get(actor, id));
    if (!actsFor(actor, competition.organizationId)) throw new RefusalException({ code: 'competition.notFound' });
    return competitionResultView(competition);
  }

  @Get(':id/entries')
  @Operation({
    summary: '组织单位查看报名作品',
    access: organizers,
    scope: 'competition.read',
    answer: PageOf(CompetitionEntryView),
    errors: ['competition.notFound'],
  })
  async entries(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    return pageOf(
      query,
      async (after, limit) => unwrap(await this.competitions.entries(actor, id, after, limit)),
      competitionEntryView,
    );
  }

  @Post(':id/judges')
  @Operation({
    ...step,
    summary: '指定评委',
    errors: ['competition.notFound', 'competition.notScoring', 'competition.unknownPerson', 'competition.judgeAlready'],
  })
  async appoint(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { personId }: AppointCompetitionJudgeDto,
  ): Promise<CompetitionView> {
    return competitionView(unwrap(await this.competitions.appoint(actor, id, personId)));
  }

  @Post(':id/opening')
  @Operation({
    ...step,
    summary: '公布规则并开始报名；规则自此不能更改',
    errors: ['competition.notFound', 'competition.entriesUntil', 'state.notAllowed'],
  })
  async open(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<CompetitionView> {
    return competitionView(unwrap(await this.competitions.open(actor, id)));
  }

  @Post(':id/preliminary')
  @Operation({
    ...step,
    summary: '报名截止，编号并分派初评（均衡、回避）',
    errors: [
      'competition.notFound',
      'competition.stillOpen',
      'competition.entriesUnchecked',
      'competition.noEntries',
      'competition.tooFewJudges',
      'state.notAllowed',
    ],
  })
  async close(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<CompetitionView> {
    return competitionView(unwrap(await this.competitions.close(actor, id)));
  }

  @Post(':id/shortlist')
  @Operation({
    ...step,
    summary: '按初评排名确定入围；末位同分的一并入围',
    errors: ['competition.notFound', 'competition.sheetsMissing', 'state.notAllowed'],
  })
  async shortlist(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<CompetitionView> {
    return competitionView(unwrap(await this.competitions.shortlist(actor, id)));
  }

  @Post(':id/final')
  @Operation({
    ...step,
    summary: '分派终评',
    errors: ['competition.notFound', 'competition.tooFewJudges', 'state.notAllowed'],
  })
  async beginFinal(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<CompetitionView> {
    return competitionView(unwrap(await this.competitions.beginFinal(actor, id)));
  }

  @Post(':id/ranking')
  @Operation({
    ...step,
    summary: '终评排名；奖项上的并列等待裁定',
    errors: ['competition.notFound', 'competition.sheetsMissing', 'state.notAllowed'],
  })
  async rank(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<CompetitionView> {
    return competitionView(unwrap(await this.competitions.rank(actor, id)));
  }

  @Post(':id/tie-decision')
  @Operation({
    ...step,
    summary: '由起草人之外的人裁定奖项上的并列',
    errors: [
      'competition.notFound',
      'competition.sameOfficer',
      'competition.tieIncomplete',
      'competition.conflict',
      'state.notAllowed',
    ],
  })
  async decideTie(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { order, minutes }: DecideCompetitionTieDto,
  ): Promise<CompetitionView> {
    return competitionView(unwrap(await this.competitions.decideTie(actor, id, order, minutes)));
  }

  @Post(':id/notice')
  @Operation({ ...step, summary: '公示获奖名单', errors: ['competition.notFound', 'state.notAllowed'] })
  async publicize(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<CompetitionView> {
    return competitionView(unwrap(await this.competitions.publicize(actor, id)));
  }

  @Post(':id/void')
  @Operation({ ...step, summary: '终止大赛', errors: ['competition.notFound', 'state.notAllowed'] })
  async voidIt(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: CompetitionReasonDto,
  ): Promise<CompetitionView> {
    return competitionView(unwrap(await this.competitions.voidIt(actor, id, reason)));
  }
}
