import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { SimulatedAccruals } from '#application/sandbox/simulated-accruals.js';
import { SimulationService } from '#application/sandbox/simulation.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { SimulateDto } from './simulation.dto.js';
import { simulatedAccrualView, SimulatedAccrualView, SimulatedStepView } from './simulation.view.js';

const holders = ['broker', 'agencyManager', 'enterprise', 'researchUnit'] as const;

@ApiTags('沙箱')
@Controller('v1/sandbox')
export class SimulationController {
  constructor(
    private readonly simulation: SimulationService,
    private readonly accruals: SimulatedAccruals,
  ) {}

  @Post('simulated-steps')
  @Operation({
    summary: '请沙箱的模拟对方、经纪人或登记机构办下一步',
    description:
      '只在沙箱中可用。撮合：经纪人先提出委托，接受后再引荐；对接：对方接受；洽谈：对方报价或接受本单位的报价；合同：对方签署，生效后由模拟卖方申请登记；登记：登记机构受理、认定、复核，登记后按规则模拟计提奖补。对方的每一步走同样的规则，不该办时答复 sandbox.notTheirTurn，规则不允许时答复 sandbox.stepRefused 并写明代码。',
    access: holders,
    scope: 'sandbox.write',
    status: 201,
    answer: SimulatedStepView,
    errors: ['sandbox.outside', 'sandbox.subjectNotFound', 'sandbox.notTheirTurn', 'sandbox.stepRefused'],
    idempotency: 'required',
  })
  async step(@CurrentPerson() actor: PersonActor, @Body() { subject }: SimulateDto): Promise<SimulatedStepView> {
    return unwrap(await this.simulation.step(actor, subject.kind, subject.id));
  }

  @Get('reward-accruals')
  @Operation({
    summary: '查看沙箱中登记的合同按规则可计提的奖补',
    description: '与真实市场同样的规则和算法，不记账、不占预算、不发放。',
    access: holders,
    scope: 'sandbox.read',
    answer: PageOf(SimulatedAccrualView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.accruals.list(actor, after, limit), simulatedAccrualView);
  }
}
