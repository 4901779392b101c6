import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseYuan } from '#domain/money/money.js';
import type { Actor, PersonActor } from '#domain/shared/actor.js';
import { ScienceSpendingService } from '#application/science-spending/science-spending.service.js';
import { Operation } from '../http/operation.js';
import { CurrentActor, CurrentPerson, YearQuery } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { RecordScienceSpendingDto } from './science-spending.dto.js';
import { scienceSpendingView, ScienceSpendingListView, ScienceSpendingView } from './science-spending.view.js';

@ApiTags('奖补')
@Controller('v1/science-spendings')
export class ScienceSpendingController {
  constructor(private readonly spendings: ScienceSpendingService) {}

  @Get()
  @Operation({
    summary: '查看某年市、县（区）财政科技经费投入占财政支出的比例',
    access: 'public',
    answer: ScienceSpendingListView,
  })
  async ofYear(@CurrentActor() actor: Actor, @Query() { year }: YearQuery): Promise<ScienceSpendingListView> {
    const items = await this.spendings.ofYear(actor, Number(year));
    return { year: Number(year), items: items.map(scienceSpendingView) };
  }

  @Post()
  @Operation({
    summary: '登记一个单位某年的财政科技经费投入与财政支出；再次登记即为更正，原数留存',
    access: ['rewardOfficer'],
    scope: 'reward.write',
    status: 201,
    answer: ScienceSpendingView,
    errors: ['scienceSpending.yearAhead', 'scienceSpending.notAPart', 'scienceSpending.noRule', 'money.malformed'],
    idempotency: 'required',
  })
  async record(
    @CurrentPerson() actor: PersonActor,
    @Body() { scienceYuan, expenditureYuan, ...told }: RecordScienceSpendingDto,
  ): Promise<ScienceSpendingView> {
    const science = unwrap(parseYuan(scienceYuan));
    const expenditure = unwrap(parseYuan(expenditureYuan));
    return scienceSpendingView(unwrap(await this.spendings.record(actor, { ...told, science, expenditure })));
  }
}
