import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseYuan } from '#domain/money/money.js';
import type { Actor, PersonActor } from '#domain/shared/actor.js';
import { EvaluationService } from '#application/evaluation/evaluation.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentActor, CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { CommissionEvaluationDto, ConcludeEvaluationDto, EvaluationReasonDto } from './evaluation.dto.js';
import { evaluationView, EvaluationView, publicEvaluationView, PublicEvaluationView } from './evaluation.view.js';

const commissioners = ['enterprise', 'researchUnit', 'reviewer', 'registrar'] as const;
const evaluators = ['enterprise', 'researchUnit', 'agencyManager'] as const;
const write = { scope: 'evaluation.write', status: 201, answer: EvaluationView, idempotency: 'required' } as const;

@ApiTags('第三方评价')
@Controller('v1')
export class EvaluationController {
  constructor(private readonly evaluations: EvaluationService) {}

  @Post('evaluations')
  @Operation({
    ...write,
    summary: '委托第三方评价',
    description: '评价机构须有有效资质，且与成果持有人、委托人没有利害关系。评价费在委托时确定，不因结论而变。',
    access: commissioners,
    errors: [
      'achievement.notFound',
      'evaluation.evaluatorUnknown',
      'evaluation.evaluatorUnqualified',
      'evaluation.conflict',
      'evaluation.supersedesUnknown',
      'evaluation.duePast',
      'money.malformed',
    ],
  })
  async commission(
    @CurrentPerson() actor: PersonActor,
    @Body() { feeYuan, supersedesId, ...body }: CommissionEvaluationDto,
  ): Promise<EvaluationView> {
    const given = { ...body, fee: unwrap(parseYuan(feeYuan)), supersedesId: supersedesId ?? null };
    return evaluationView(unwrap(await this.evaluations.commission(actor, given)));
  }

  @Get('evaluations')
  @Operation({
    summary: '查看第三方评价（本单位持有、委托或承担的；科技主管部门看全部）',
    access: 'signedIn',
    scope: 'evaluation.read',
    answer: PageOf(EvaluationView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.evaluations.list(actor, after, limit), evaluationView);
  }

  @Get('evaluations/:id')
  @Operation({
    summary: '查看一项第三方评价',
    access: 'signedIn',
    scope: 'evaluation.read',
    answer: EvaluationView,
    errors: ['evaluation.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<EvaluationView> {
    return evaluationView(unwrap(await this.evaluations.get(actor, id)));
  }

  @Get('achievements/:id/evaluations')
  @Operation({
    summary: '查看一项成果的第三方评价（公开部分）',
    access: 'public',
    scope: 'evaluation.read',
    answer: PageOf(PublicEvaluationView),
    errors: ['achievement.notFound'],
  })
  async ofAchievement(@CurrentActor() actor: Actor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    return pageOf(
      query,
      async (after, limit) => unwrap(await this.evaluations.ofAchievement(actor, id, after, limit)),
      publicEvaluationView,
    );
  }

  @Post('evaluations/:id/acceptance')
  @Operation({
    ...write,
    summary: '评价机构接受委托',
    access: evaluators,
    errors: ['evaluation.notFound', 'evaluation.evaluatorUnqualified', 'evaluation.conflict', 'state.notAllowed'],
  })
  async accept(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<EvaluationView> {
    return evaluationView(unwrap(await this.evaluations.accept(actor, id)));
  }

  @Post('evaluations/:id/declination')
  @Operation({
    ...write,
    summary: '评价机构谢绝委托',
    access: evaluators,
    errors: ['evaluation.notFound', 'state.notAllowed'],
  })
  async decline(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: EvaluationReasonDto,
  ): Promise<EvaluationView> {
    return evaluationView(unwrap(await this.evaluations.decline(actor, id, reason)));
  }

  @Post('evaluations/:id/cancellation')
  @Operation({
    ...write,
    summary: '委托单位取消评价',
    access: commissioners,
    errors: ['evaluation.notFound', 'state.notAllowed'],
  })
  async cancel(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: EvaluationReasonDto,
  ): Promise<EvaluationView> {
    return evaluationView(unwrap(await this.evaluations.cancel(actor, id, reason)));
  }

  @Post('evaluations/:id/conclusion')
  @Operation({
    ...write,
    summary: '评价机构出具结论',
    description: '先上传报告。结论出具后不能修改，只能由新的评价替代。',
    access: evaluators,
    errors: [
      'evaluation.notFound',
      'evaluation.evaluatorUnqualified',
      'evaluation.conflict',
      'evaluation.valuesIncomplete',
      'evaluation.nothingAssessed',
      'evaluation.inventorJudges',
      'evaluation.concludedAhead',
      'evaluation.reportMissing',
      'state.notAllowed',
    ],
  })
  async conclude(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: ConcludeEvaluationDto,
  ): Promise<EvaluationView> {
    const conclusion = {
      ...body,
      readinessLevel: body.readinessLevel ?? null,
      values: body.values.map(({ value, grade, grounds }) => ({ value, grade, grounds })),
      experts: body.experts.map(({ name, unit, personId, namesakeNote }) => ({
        name,
        unit,
        personId: personId ?? null,
        namesakeNote: namesakeNote ?? null,
      })),
    };
    return evaluationView(unwrap(await this.evaluations.conclude(actor, id, conclusion)));
  }
}
