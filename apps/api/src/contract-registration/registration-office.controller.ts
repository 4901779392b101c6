import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { RegistrationOfficeService } from '#application/contract-registration/registration-office.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, YearQuery } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { OfficeParam, StaffingDto } from './registration-procedure.dto.js';
import {
  deskCountsView,
  DeskCountsView,
  groundsView,
  GroundsView,
  numbersUsedView,
  NumbersUsedListView,
  registrationOfficesView,
  RegistrationOfficesView,
  registrationReminderView,
  RegistrationReminderView,
  RegistrationRuleSetsView,
  ruleSetsView,
  staffingView,
  StaffingView,
} from './registration-office.view.js';

@ApiTags('技术合同登记机构')
@Controller('v1')
export class RegistrationOfficeController {
  constructor(private readonly offices: RegistrationOfficeService) {}

  @Get('registration-offices')
  @Operation({ summary: '查看登记机构与服务的县区', access: 'public', answer: RegistrationOfficesView })
  list(): RegistrationOfficesView {
    return registrationOfficesView();
  }

  @Get('registration-rule-sets')
  @Operation({ summary: '查看认定登记的规则、期限与大额标准', access: 'public', answer: RegistrationRuleSetsView })
  ruleSets(): RegistrationRuleSetsView {
    return ruleSetsView();
  }

  @Get('registration-refusal-grounds')
  @Operation({ summary: '查看不予登记的全部理由、所需依据与改正办法', access: 'public', answer: GroundsView })
  grounds(): GroundsView {
    return groundsView();
  }

  @Get('registration-offices/:code/staffing')
  @Operation({
    summary: '查看登记机构的岗位与提示',
    access: ['registrar', 'reviewer', 'auditor', 'systemAdmin'],
    scope: 'contractRegistration.read',
    answer: StaffingView,
    errors: ['registrationOffice.notFound'],
  })
  async staffing(@CurrentPerson() actor: PersonActor, @Param() { code }: OfficeParam) {
    return staffingView(unwrap(await this.offices.staffing(actor, code)));
  }

  @Post('registration-offices/:code/staffing')
  @Operation({
    summary: '设置登记机构的全部岗位（负责人、B 角）',
    access: ['systemAdmin'],
    status: 201,
    idempotency: 'required',
    answer: StaffingView,
    errors: ['registrationOffice.notFound', 'registrationOffice.notOfficer', 'registrationOffice.postRepeated'],
  })
  async staff(@CurrentPerson() actor: PersonActor, @Param() { code }: OfficeParam, @Body() body: StaffingDto) {
    const posts = body.posts.map(({ personId, head, backupPersonId }) => ({
      personId,
      head,
      backupPersonId: backupPersonId ?? null,
    }));
    return staffingView(unwrap(await this.offices.staff(actor, code, posts)));
  }

  @Get('registration-reminders')
  @Operation({
    summary: '查看发给我的期限提醒（经办人与负责人）',
    access: ['registrar', 'reviewer'],
    scope: 'contractRegistration.read',
    answer: PageOf(RegistrationReminderView),
  })
  async reminders(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.offices.reminders(actor, after, limit), registrationReminderView);
  }

  @Get('registration-counts')
  @Operation({
    summary: '清点在办登记：在谁手里、多少临期、多少超期',
    access: ['registrar', 'reviewer', 'rewardOfficer', 'auditor'],
    scope: 'contractRegistration.read',
    answer: DeskCountsView,
  })
  async counts(@CurrentPerson() actor: PersonActor) {
    return deskCountsView(await this.offices.deskCounts(actor));
  }

  @Get('registration-numbers')
  @Operation({
    summary: '核对某年度登记编号的使用',
    access: ['registrar', 'reviewer', 'auditor'],
    scope: 'contractRegistration.read',
    answer: NumbersUsedListView,
  })
  async numbers(@CurrentPerson() actor: PersonActor, @Query() { year }: YearQuery) {
    return numbersUsedView(await this.offices.numbersUsed(actor, Number(year)));
  }
}
