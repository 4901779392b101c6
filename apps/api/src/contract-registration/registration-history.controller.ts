import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { RegistrationHistoryService } from '#application/contract-registration/registration-history.service.js';
import { RegistrationPrecheck } from '#application/contract-registration/registration-precheck.js';
import { Clock } from '#platform/clock/clock.js';
import { Operation } from '../http/operation.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { StandingDayQuery } from './registration-procedure.dto.js';
import {
  duplicatesView,
  DuplicatesView,
  registrationHistoryView,
  RegistrationHistoryView,
  registrationOnDayView,
  RegistrationOnDayView,
} from './registration-procedure.view.js';

const read = {
  access: 'signedIn',
  scope: 'contractRegistration.read',
  errors: ['contractRegistration.notFound'],
} as const;

@ApiTags('技术合同认定登记')
@Controller('v1/contract-registrations/:id')
export class RegistrationHistoryController {
  constructor(
    private readonly histories: RegistrationHistoryService,
    private readonly prechecks: RegistrationPrecheck,
    private readonly clock: Clock,
  ) {}

  @Get('history')
  @Operation({ ...read, summary: '查看登记的全部步骤与版次', answer: RegistrationHistoryView })
  async history(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam) {
    return registrationHistoryView(unwrap(await this.histories.history(actor, id)));
  }

  @Get('standing')
  @Operation({ ...read, summary: '查看登记在某日的状态与金额', answer: RegistrationOnDayView })
  async standing(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() { on }: StandingDayQuery) {
    return registrationOnDayView(unwrap(await this.histories.onDay(actor, id, on)));
  }

  @Get('duplicates')
  @Operation({ ...read, summary: '查看疑似重复的登记及依据', answer: DuplicatesView })
  async duplicates(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam) {
    return duplicatesView(unwrap(await this.prechecks.duplicates(actor, id)), this.clock.now());
  }
}
