import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { vitalSubjects } from '#domain/vitality/vitality.js';
import type { Actor, PersonActor } from '#domain/shared/actor.js';
import { VitalityService, type AliveReminder, type Vitality } from '#application/vitality/vitality.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentActor, CurrentPerson } from '../http/params.js';

export class AliveReminderView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '对象：demand 需求，listing 挂牌', enum: vitalSubjects }) subjectKind!: string;
  @ApiProperty({ description: '对象编号', format: 'uuid' }) subjectId!: string;
  @ApiProperty({ description: '名称' }) title!: string;
  @ApiProperty({ description: '在架至（含当日），其后冻结', format: 'date' }) aliveUntil!: string;
  @ApiProperty({ description: '到期前多少日的提醒', example: 30 }) daysBefore!: number;
  @ApiProperty({ description: '提醒时间', format: 'date-time' }) at!: string;
}

export class VitalityView {
  @ApiProperty({ description: '在架', example: 17 }) alive!: number;
  @ApiProperty({ description: '到期冻结（可续期）', example: 3 }) frozen!: number;
  @ApiProperty({ description: '已满足或已成交', example: 5 }) fulfilled!: number;
  @ApiProperty({ description: '已撤回或终止', example: 2 }) withdrawn!: number;
}

export class VitalityReportView {
  @ApiProperty({ description: '技术需求', type: VitalityView }) demand!: Vitality;
  @ApiProperty({ description: '挂牌', type: VitalityView }) listing!: Vitality;
}

const reminderView = (reminder: AliveReminder): AliveReminderView => ({
  id: reminder.id,
  subjectKind: reminder.subjectKind,
  subjectId: reminder.subjectId,
  title: reminder.title,
  aliveUntil: reminder.aliveUntil,
  daysBefore: reminder.daysBefore,
  at: reminder.at.toISOString(),
});

@ApiTags('在架与续期')
@Controller('v1')
export class VitalityController {
  constructor(private readonly vitality: VitalityService) {}

  @Get('vitality')
  @Operation({
    summary: '如实计数：在架、冻结、已成、撤回各多少',
    access: 'public',
    scope: 'demand.read',
    answer: VitalityReportView,
  })
  async counts(@CurrentActor() actor: Actor): Promise<VitalityReportView> {
    return this.vitality.counts(actor);
  }

  @Get('alive-reminders')
  @Operation({
    summary: '查看本单位需求与挂牌的到期提醒',
    access: 'signedIn',
    scope: 'demand.read',
    answer: PageOf(AliveReminderView),
  })
  async reminders(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.vitality.reminders(actor, after, limit), reminderView);
  }
}
