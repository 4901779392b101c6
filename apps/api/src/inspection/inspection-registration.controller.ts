import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseYuan } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import {
  InspectionRegistrationService,
  type CaseQuery,
} from '#application/inspection/inspection-registration.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf } from '../http/paging.js';
import { CurrentPerson } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { CaseQueryDto } from './inspection-registration.dto.js';
import { FoundCaseView, foundCaseView } from './inspection-registration.view.js';

@ApiTags('登记抽查')
@Controller('v1/inspection-registrations')
export class InspectionRegistrationController {
  constructor(private readonly cases: InspectionRegistrationService) {}

  @Get()
  @Operation({
    summary: '稽核检索全部登记案件（含退回、不予登记、撤回与注销）',
    description: '按提交先后倒序。已登记合同的金额与分类检索见 GET /v1/registration-entries。',
    access: ['registrar', 'reviewer', 'auditor'],
    scope: 'inspection.read',
    answer: PageOf(FoundCaseView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: CaseQueryDto) {
    const asked = caseQuery(query);
    return pageOf(query, (after, limit) => this.cases.list(actor, asked, after, limit), foundCaseView);
  }
}

function caseQuery({ minValueYuan, maxValueYuan, limit: _limit, cursor: _cursor, ...rest }: CaseQueryDto): CaseQuery {
  return {
    ...(rest as CaseQuery),
    ...(minValueYuan !== undefined && { minValue: unwrap(parseYuan(minValueYuan)) }),
    ...(maxValueYuan !== undefined && { maxValue: unwrap(parseYuan(maxValueYuan)) }),
  };
}
