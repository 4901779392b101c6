import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { BrokerTrainingService } from '#application/broker-recognition/broker-training.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { DecideTrainingDto, MarkCasebookDto, SubmitTrainingDto } from './broker-recognition.dto.js';
import { BrokerTrainingView, CasebookSheetView, sheetView, trainingView } from './broker-recognition.view.js';

const applicants = ['broker', 'agencyManager', 'enterprise', 'researchUnit'] as const;
const readers = [...applicants, 'reviewer', 'auditor'] as const;
const write = { scope: 'brokerRecognition.write', status: 201, idempotency: 'required' } as const;

@ApiTags('技术经纪人')
@Controller('v1')
export class BrokerTrainingController {
  constructor(private readonly trainings: BrokerTrainingService) {}

  @Post('broker-trainings')
  @Operation({
    ...write,
    summary: '申报一次培训',
    access: applicants,
    answer: BrokerTrainingView,
    errors: ['brokerTraining.inFuture', 'brokerTraining.recordedAlready'],
  })
  async submit(@CurrentPerson() actor: PersonActor, @Body() body: SubmitTrainingDto): Promise<BrokerTrainingView> {
    return trainingView(unwrap(await this.trainings.submit(actor, body)));
  }

  @Get('broker-trainings')
  @Operation({
    summary: '查看培训记录（本人的；科技部门看全部）',
    access: readers,
    scope: 'brokerRecognition.read',
    answer: PageOf(BrokerTrainingView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.trainings.list(actor, after, limit), trainingView);
  }

  @Get('broker-trainings/:id')
  @Operation({
    summary: '查看一次培训',
    access: readers,
    scope: 'brokerRecognition.read',
    answer: BrokerTrainingView,
    errors: ['brokerTraining.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<BrokerTrainingView> {
    return trainingView(unwrap(await this.trainings.get(actor, id)));
  }

  @Post('broker-trainings/:id/decision')
  @Operation({
    ...write,
    summary: '核对培训证明，确认或者不予确认学时',
    access: ['reviewer'],
    answer: BrokerTrainingView,
    errors: ['brokerTraining.notFound', 'brokerRecognition.conflict', 'state.notAllowed'],
  })
  async decide(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { decision, reason }: DecideTrainingDto,
  ): Promise<BrokerTrainingView> {
    return trainingView(unwrap(await this.trainings.decide(actor, id, decision, reason)));
  }

  @Post('broker-recognitions/:id/casebook-marks')
  @Operation({
    ...write,
    summary: '为案例考核评分（各考评人互不可见）',
    access: ['reviewer'],
    answer: CasebookSheetView,
    errors: ['brokerRecognition.notFound', 'brokerRecognition.conflict', 'casebook.notDue', 'casebook.writtenAlready'],
  })
  async mark(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() body: MarkCasebookDto,
  ): Promise<CasebookSheetView> {
    return sheetView(unwrap(await this.trainings.mark(actor, id, body)));
  }
}
