import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { EvaluatorQualificationService } from '#application/evaluation/evaluator-qualification.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { EvaluationReasonDto, RecordQualificationDto } from './evaluation.dto.js';
import { evaluatorQualificationView, EvaluatorQualificationView } from './evaluation.view.js';

const officers = ['reviewer', 'registrar'] as const;

@ApiTags('第三方评价')
@Controller('v1/evaluator-qualifications')
export class EvaluatorQualificationController {
  constructor(private readonly qualifications: EvaluatorQualificationService) {}

  @Get()
  @Operation({ summary: '查看评价机构资质', access: 'public', answer: PageOf(EvaluatorQualificationView) })
  async list(@Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.qualifications.list(after, limit), evaluatorQualificationView);
  }

  @Post()
  @Operation({
    summary: '登记评价机构资质',
    access: officers,
    scope: 'evaluation.write',
    status: 201,
    answer: EvaluatorQualificationView,
    errors: [
      'evaluatorQualification.organizationUnknown',
      'evaluatorQualification.recordedAlready',
      'evaluatorQualification.endBeforeStart',
    ],
    idempotency: 'required',
  })
  async record(
    @CurrentPerson() actor: PersonActor,
    @Body() body: RecordQualificationDto,
  ): Promise<EvaluatorQualificationView> {
    return evaluatorQualificationView(unwrap(await this.qualifications.record(actor, body)));
  }

  @Post(':id/revocation')
  @Operation({
    summary: '撤销评价机构资质',
    access: officers,
    scope: 'evaluation.write',
    status: 201,
    answer: EvaluatorQualificationView,
    errors: ['evaluatorQualification.notFound', 'evaluatorQualification.revokedAlready'],
    idempotency: 'required',
  })
  async revoke(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: EvaluationReasonDto,
  ): Promise<EvaluatorQualificationView> {
    return evaluatorQualificationView(unwrap(await this.qualifications.revoke(actor, id, reason)));
  }
}
