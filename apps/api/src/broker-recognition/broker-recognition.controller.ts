import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { beijingDate } from '#domain/calendar/local-date.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { BrokerRecognitionService } from '#application/broker-recognition/broker-recognition.service.js';
import { RecognizedBrokerService } from '#application/broker-recognition/recognized-broker.service.js';
import { Clock } from '#platform/clock/clock.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import {
  DecideRecognitionDto,
  DraftRecognitionDto,
  ExamineRecognitionDto,
  RecognitionConsentDto,
  RecognitionQuery,
  RecognitionReasonDto,
  RuleRecognitionDto,
} from './broker-recognition.dto.js';
import {
  BrokerCountView,
  BrokerPolicyView,
  BrokerRecognitionView,
  countView,
  policyView,
  RecognitionDetailView,
  recognitionView,
  RegisteredBrokerView,
  registeredView,
} from './broker-recognition.view.js';

const applicants = ['broker', 'agencyManager', 'enterprise', 'researchUnit'] as const;
const readers = [...applicants, 'reviewer', 'auditor'] as const;
const write = {
  scope: 'brokerRecognition.write',
  status: 201,
  answer: BrokerRecognitionView,
  idempotency: 'required',
} as const;
const bySomebody = ['brokerRecognition.notFound', 'state.notAllowed'] as const;
const byOfficer = [...bySomebody, 'brokerRecognition.conflict'] as const;

@ApiTags('技术经纪人')
@Controller('v1')
export class BrokerRecognitionController {
  constructor(
    private readonly recognitions: BrokerRecognitionService,
    private readonly registered: RecognizedBrokerService,
    private readonly clock: Clock,
  ) {}

  @Get('brokers')
  @Operation({
    summary: '浏览技术经纪人名册（本人同意公布的）',
    access: 'public',
    scope: 'brokerRecognition.read',
    answer: PageOf(RegisteredBrokerView),
  })
  async listPublic(@Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.registered.list(after, limit), registeredView);
  }

  @Get('brokers/:id')
  @Operation({
    summary: '查看名册上的一位技术经纪人',
    access: 'public',
    scope: 'brokerRecognition.read',
    answer: RegisteredBrokerView,
    errors: ['brokerRecognition.notFound'],
  })
  async getPublic(@Param() { id }: IdParam): Promise<RegisteredBrokerView> {
    return registeredView(unwrap(await this.registered.get(id)));
  }

  @Get('broker-count')
  @Operation({
    summary: '有效技术经纪人人数（对照方案的目标，两种读法）',
    access: 'public',
    scope: 'brokerRecognition.read',
    answer: BrokerCountView,
  })
  async count(): Promise<BrokerCountView> {
    return countView(await this.registered.counts());
  }

  @Get('broker-policy')
  @Operation({
    summary: '认定的等级与条件',
    access: 'public',
    scope: 'brokerRecognition.read',
    answer: BrokerPolicyView,
  })
  policy(): BrokerPolicyView {
    return policyView(this.today());
  }

  @Post('broker-recognitions')
  @Operation({
    ...write,
    summary: '起草技术经纪人认定申请（首次、续期、升级）',
    access: applicants,
    errors: [
      'brokerRecognition.openAlready',
      'brokerRecognition.standsAlready',
      'brokerRecognition.nothingToRenew',
      'brokerRecognition.gradeNotHigher',
      'brokerRecognition.gradeDiffers',
      'brokerRecognition.certificateInFuture',
    ],
  })
  async draft(@CurrentPerson() actor: PersonActor, @Body() body: DraftRecognitionDto): Promise<BrokerRecognitionView> {
    return this.view(unwrap(await this.recognitions.draft(actor, body)));
  }

  @Get('broker-recognitions')
  @Operation({
    summary: '查看认定申请与认定（本人的；科技部门看已提交的全部）',
    access: readers,
    scope: 'brokerRecognition.read',
    answer: PageOf(BrokerRecognitionView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: RecognitionQuery) {
    return pageOf(
      query,
      (after, limit) => this.recognitions.list(actor, query.state ?? null, after, limit),
      recognitionView(this.today()),
    );
  }

  @Get('broker-recognitions/:id')
  @Operation({
    summary: '查看一项认定',
    access: readers,
    scope: 'brokerRecognition.read',
    answer: RecognitionDetailView,
    errors: ['brokerRecognition.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<RecognitionDetailView> {
    const { recognition, casebookScore } = unwrap(await this.recognitions.get(actor, id));
    return { ...this.view(recognition), casebookScore };
  }

  @Post('broker-recognitions/:id/submission')
  @Operation({ ...write, summary: '提交认定申请', access: applicants, errors: bySomebody })
  async submit(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<BrokerRecognitionView> {
    return this.view(unwrap(await this.recognitions.submit(actor, id)));
  }

  @Post('broker-recognitions/:id/withdrawal')
  @Operation({ ...write, summary: '撤回认定申请', access: applicants, errors: bySomebody })
  async withdraw(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: RecognitionReasonDto,
  ): Promise<BrokerRecognitionView> {
    return this.view(unwrap(await this.recognitions.withdraw(actor, id, reason)));
  }

  @Post('broker-recognitions/:id/consent')
  @Operation({
    ...write,
    summary: '同意或者收回同意公布姓名与信用等级',
    access: applicants,
    errors: ['brokerRecognition.notFound'],
  })
  async consent(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { publicConsent, creditConsent }: RecognitionConsentDto,
  ): Promise<BrokerRecognitionView> {
    return this.view(unwrap(await this.recognitions.consent(actor, id, { publicConsent, creditConsent })));
  }

  @Post('broker-recognitions/:id/examination')
  @Operation({
    ...write,
    summary: '审查认定申请',
    access: ['reviewer'],
    errors: [
      ...byOfficer,
      'brokerRecognition.hoursMissing',
      'brokerRecognition.casebookPending',
      'brokerRecognition.casebookFailed',
      'brokerRecognition.nothingToRenew',
    ],
  })
  async examine(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { decision, reason }: ExamineRecognitionDto,
  ): Promise<BrokerRecognitionView> {
    return this.view(unwrap(await this.recognitions.examine(actor, id, decision, reason)));
  }

  @Post('broker-recognitions/:id/decision')
  @Operation({
    ...write,
    summary: '决定公示拟认定的技术经纪人，或者退回审查（不得由审查人决定）',
    access: ['reviewer'],
    errors: [...byOfficer, 'brokerRecognition.sameEyes'],
  })
  async decide(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { decision, reason }: DecideRecognitionDto,
  ): Promise<BrokerRecognitionView> {
    return this.view(unwrap(await this.recognitions.decide(actor, id, decision, reason)));
  }

  @Post('broker-recognitions/:id/ruling')
  @Operation({ ...write, summary: '暂停、恢复或者撤销认定', access: ['reviewer'], errors: byOfficer })
  async rule(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { decision, reason }: RuleRecognitionDto,
  ): Promise<BrokerRecognitionView> {
    return this.view(unwrap(await this.recognitions.rule(actor, id, decision, reason)));
  }

  private today(): string {
    return beijingDate(this.clock.now());
  }

  private view(found: Parameters<ReturnType<typeof recognitionView>>[0]): BrokerRecognitionView {
    return recognitionView(this.today())(found);
  }
}
