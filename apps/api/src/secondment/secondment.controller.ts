import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { SecondmentService } from '#application/secondment/secondment.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { ReturnPersonDto, SecondPersonDto } from './secondment.dto.js';
import { secondmentView, SecondmentView } from './secondment.view.js';

const units = ['researchUnit', 'enterprise', 'agencyManager'] as const;
const write = { access: units, scope: 'secondment.write', status: 201, idempotency: 'required' } as const;

@ApiTags('人才互派')
@Controller('v1/secondments')
export class SecondmentController {
  constructor(private readonly secondments: SecondmentService) {}

  @Get()
  @Operation({
    summary: '查看人才互派与待遇保留期限（本人的、本单位派出或接收的；奖补与审计人员看全部）',
    access: 'signedIn',
    scope: 'secondment.read',
    answer: PageOf(SecondmentView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.secondments.list(actor, after, limit), secondmentView);
  }

  @Post()
  @Operation({
    ...write,
    summary: '登记本单位人员派往另一单位，三年内保留原待遇',
    answer: SecondmentView,
    errors: ['secondment.notAMember', 'secondment.unknownHost', 'secondment.ownUnit', 'secondment.secondedAlready'],
  })
  async second(@CurrentPerson() actor: PersonActor, @Body() body: SecondPersonDto): Promise<SecondmentView> {
    return secondmentView(unwrap(await this.secondments.second(actor, body)));
  }

  @Post(':id/return')
  @Operation({
    ...write,
    summary: '登记互派人员返回',
    answer: SecondmentView,
    errors: ['secondment.notFound', 'secondment.returnBeforeStart', 'state.notAllowed'],
  })
  async return(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { returnedOn }: ReturnPersonDto,
  ): Promise<SecondmentView> {
    return secondmentView(unwrap(await this.secondments.return(actor, id, returnedOn)));
  }
}
