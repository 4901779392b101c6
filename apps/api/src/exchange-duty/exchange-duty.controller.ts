import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#domain/shared/actor.js';
import { ExchangeDutyService } from '#application/exchange-duty/exchange-duty.service.js';
import { Operation } from '../http/operation.js';
import { CurrentActor, YearQuery } from '../http/params.js';
import { exchangeDutyListView, ExchangeDutyListView } from './exchange-duty.view.js';

@ApiTags('院（校）企对接')
@Controller('v1/exchange-duties')
export class ExchangeDutyController {
  constructor(private readonly duties: ExchangeDutyService) {}

  @Get()
  @Operation({
    summary: '查看某年企业大走访与院（校）企对接会的次数',
    access: 'public',
    answer: ExchangeDutyListView,
  })
  async ofYear(@CurrentActor() actor: Actor, @Query() { year }: YearQuery): Promise<ExchangeDutyListView> {
    return exchangeDutyListView(Number(year), await this.duties.ofYear(actor, Number(year)));
  }
}
