import { Body, Controller, Get, Param, Post, Put, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '#domain/shared/actor.js';
import { AchievementRegistrationService } from '#application/achievement-registration/achievement-registration.service.js';
import { RegistrationReceipt } from '#application/achievement-registration/registration-receipt.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam, IfMatch, withEtag } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import {
  AcceptRegistrationDto,
  AskFormChangeDto,
  DecideFormChangeDto,
  DraftRegistrationDto,
  FindingsDto,
  formOf,
  NumberParam,
  RefuseRegistrationDto,
  RegistrationQuery,
  RegistrationReasonDto,
  RewriteFormDto,
} from './achievement-registration.dto.js';
import {
  achievementRegistrationDetailView,
  AchievementRegistrationDetailView,
  achievementRegistrationView,
  AchievementRegistrationView,
  registerLineView,
  RegisterLineView,
  registrationFormChangeView,
  RegistrationFormChangeView,
  registrationRulesView,
  RegistrationRulesView,
} from './achievement-registration.view.js';

const units = ['enterprise', 'researchUnit'] as const;
const bureau = ['registrar', 'reviewer'] as const;
const write = { scope: 'achievementRegistration.write', status: 201, idempotency: 'required' } as const;
const move = { ...write, answer: AchievementRegistrationView } as const;
const soundness = [
  'shareAgreement.notAgreed',
  'achievementRegistration.inventorsDiffer',
  'achievementRegistration.evaluationNegative',
  'achievementRegistration.incomplete',
  'achievementRegistration.datesWrong',
] as const;
const reviewErrors = [
  'achievementRegistration.notFound',
  'achievementRegistration.recused',
  'state.notAllowed',
] as const;

@ApiTags('成果登记')
@Controller('v1')
export class AchievementRegistrationController {
  constructor(
    private readonly registrations: AchievementRegistrationService,
    private readonly receipts: RegistrationReceipt,
  ) {}

  @Get('achievement-registration-rules')
  @Operation({ summary: '查看成果登记各类型的要求与不予登记的情形', access: 'public', answer: RegistrationRulesView })
  rules(): RegistrationRulesView {
    return registrationRulesView();
  }

  @Get('registered-achievements')
  @Operation({
    summary: '浏览成果登记簿（公开）',
    access: 'public',
    scope: 'achievementRegistration.read',
    answer: PageOf(RegisterLineView),
  })
  async register(@Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.registrations.register(after, limit), registerLineView);
  }

  @Get('registered-achievements/:number')
  @Operation({
    summary: '按登记号查询成果登记（公开）',
    access: 'public',
    scope: 'achievementRegistration.read',
    answer: RegisterLineView,
    errors: ['achievementRegistration.notFound'],
  })
  async find(@Param() { number }: NumberParam): Promise<RegisterLineView> {
    return registerLineView(unwrap(await this.registrations.findPublic(number)));
  }

  @Post('achievement-registrations')
  @Operation({
    ...move,
    summary: '起草成果登记',
    description:
      '三种类型的必填项与材料不同，见 GET /v1/achievement-registration-rules；提交前完成人须已签署份额约定。',
    access: units,
    errors: ['achievement.notFound', 'achievement.secret', 'achievementRegistration.openAlready'],
  })
  async draft(
    @CurrentPerson() actor: PersonActor,
    @Body() { achievementId, kind, form }: DraftRegistrationDto,
  ): Promise<AchievementRegistrationView> {
    return achievementRegistrationView(
      unwrap(await this.registrations.draft(actor, achievementId, kind, formOf(form))),
    );
  }

  @Get('achievement-registrations')
  @Operation({
    summary: '查看成果登记（本单位的；主管部门看全部）',
    access: 'signedIn',
    scope: 'achievementRegistration.read',
    answer: PageOf(AchievementRegistrationView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() { state, ...page }: RegistrationQuery) {
    const read = (after: string | null, limit: number) => this.registrations.list(actor, state ?? null, after, limit);
    return pageOf(page, read, achievementRegistrationView);
  }

  @Get('achievement-registrations/:id')
  @Operation({
    summary: '查看一项成果登记：还缺什么、有无同名',
    access: 'signedIn',
    scope: 'achievementRegistration.read',
    answer: AchievementRegistrationDetailView,
    errors: ['achievementRegistration.notFound'],
  })
  async get(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AchievementRegistrationDetailView> {
    return withEtag(reply, achievementRegistrationDetailView(unwrap(await this.registrations.get(actor, id))));
  }

  @Put('achievement-registrations/:id/form')
  @Operation({
    summary: '修改登记表（草稿或退回后）',
    access: units,
    scope: 'achievementRegistration.write',
    answer: AchievementRegistrationView,
    errors: [
      'achievementRegistration.notFound',
      'achievementRegistration.notOpen',
      'version.required',
      'version.stale',
    ],
  })
  async rewrite(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @IfMatch() version: number,
    @Body() { kind, form }: RewriteFormDto,
  ): Promise<AchievementRegistrationView> {
    return achievementRegistrationView(
      unwrap(await this.registrations.rewrite(actor, id, version, kind, formOf(form))),
    );
  }

  @Post('achievement-registrations/:id/submission')
  @Operation({
    ...move,
    summary: '提交成果登记',
    access: units,
    errors: ['achievementRegistration.notFound', ...soundness, 'state.notAllowed'],
  })
  async submit(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<AchievementRegistrationView> {
    return achievementRegistrationView(unwrap(await this.registrations.submit(actor, id)));
  }

  @Post('achievement-registrations/:id/withdrawal')
  @Operation({
    ...move,
    summary: '撤回成果登记申请',
    access: units,
    errors: ['achievementRegistration.notFound', 'state.notAllowed'],
  })
  async withdraw(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<AchievementRegistrationView> {
    return achievementRegistrationView(unwrap(await this.registrations.withdraw(actor, id)));
  }

  @Post('achievement-registrations/:id/return')
  @Operation({ ...move, summary: '退回补正，逐条写明', access: bureau, errors: reviewErrors })
  async sendBack(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { findings }: FindingsDto,
  ): Promise<AchievementRegistrationView> {
    return achievementRegistrationView(unwrap(await this.registrations.sendBack(actor, id, findings)));
  }

  @Post('achievement-registrations/:id/refusal')
  @Operation({ ...move, summary: '不予登记', access: bureau, errors: reviewErrors })
  async refuse(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { ground, reason }: RefuseRegistrationDto,
  ): Promise<AchievementRegistrationView> {
    return achievementRegistrationView(unwrap(await this.registrations.refuse(actor, id, ground, reason)));
  }

  @Post('achievement-registrations/:id/acceptance')
  @Operation({
    ...move,
    summary: '审核通过，编发 12 位成果登记号（同年同类型连续不断号）',
    access: bureau,
    errors: [
      ...reviewErrors,
      ...soundness,
      'achievementRegistration.duplicateUnexplained',
      'achievement.numbersExhausted',
    ],
  })
  async accept(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { duplicateNote }: AcceptRegistrationDto,
  ): Promise<AchievementRegistrationView> {
    return achievementRegistrationView(unwrap(await this.registrations.accept(actor, id, duplicateNote ?? null)));
  }

  @Post('achievement-registrations/:id/revocation')
  @Operation({ ...move, summary: '撤销成果登记（登记号不再使用）', access: bureau, errors: reviewErrors })
  async revoke(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: RegistrationReasonDto,
  ): Promise<AchievementRegistrationView> {
    return achievementRegistrationView(unwrap(await this.registrations.revoke(actor, id, reason)));
  }

  @Post('achievement-registrations/:id/changes')
  @Operation({
    ...write,
    summary: '申请变更登记事项（登记号不变）',
    access: units,
    answer: RegistrationFormChangeView,
    errors: [
      'achievementRegistration.notFound',
      'achievementRegistration.notOpen',
      'achievementRegistration.changeOpen',
      ...soundness,
    ],
  })
  async askChange(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { form, reason }: AskFormChangeDto,
  ): Promise<RegistrationFormChangeView> {
    return registrationFormChangeView(unwrap(await this.registrations.askChange(actor, id, formOf(form), reason)));
  }

  @Get('achievement-registrations/:id/changes')
  @Operation({
    summary: '查看登记事项的变更',
    access: 'signedIn',
    scope: 'achievementRegistration.read',
    answer: PageOf(RegistrationFormChangeView),
    errors: ['achievementRegistration.notFound'],
  })
  async changes(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    return pageOf(
      query,
      async (after, limit) => unwrap(await this.registrations.changes(actor, id, after, limit)),
      registrationFormChangeView,
    );
  }

  @Post('registration-form-changes/:id/decision')
  @Operation({
    ...write,
    summary: '对变更申请作出决定',
    access: bureau,
    answer: RegistrationFormChangeView,
    errors: [
      'achievementRegistration.changeNotFound',
      'achievementRegistration.notOpen',
      'achievementRegistration.recused',
      'state.notAllowed',
    ],
  })
  async decideChange(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { decision, reason }: DecideFormChangeDto,
  ): Promise<RegistrationFormChangeView> {
    return registrationFormChangeView(unwrap(await this.registrations.decideChange(actor, id, decision, reason)));
  }

  @Get('achievement-registrations/:id/receipt.pdf')
  @Operation({
    summary: '打印成果登记回执',
    access: 'signedIn',
    scope: 'achievementRegistration.read',
    errors: ['achievementRegistration.notFound', 'achievementRegistration.notRegistered', 'document.glyphMissing'],
  })
  @ApiProduces('application/pdf')
  async receipt(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<StreamableFile> {
    return new StreamableFile(unwrap(await this.receipts.pdf(actor, id)), {
      type: 'application/pdf',
      disposition: `attachment; filename="achievement-registration-${id}.pdf"`,
    });
  }
}
