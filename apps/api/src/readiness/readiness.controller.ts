import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, PersonActor } from '#domain/shared/actor.js';
import { ReadinessService } from '#application/readiness/readiness.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentActor, CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import {
  DecideReadinessClaimDto,
  DraftReadinessClaimDto,
  RevokeProofDto,
  SubmitReadinessClaimDto,
} from './readiness.dto.js';
import {
  readinessClaimView,
  ReadinessClaimView,
  readinessPolicyListView,
  ReadinessPolicyListView,
  readinessStandingView,
  ReadinessStandingView,
} from './readiness.view.js';

const owners = ['enterprise', 'researchUnit'] as const;
const deciders = ['reviewer'] as const;
const write = { scope: 'readiness.write', status: 201, idempotency: 'required' } as const;
const claimErrors = [
  'readinessClaim.levelsMissing',
  'readinessClaim.evidenceUnfit',
  'readinessClaim.evidenceAhead',
] as const;

@ApiTags('成熟度')
@Controller('v1')
export class ReadinessController {
  constructor(private readonly readiness: ReadinessService) {}

  @Get('readiness-policy')
  @Operation({
    summary: '查看各级成熟度所需证据、有效期限和农业阶段对照',
    access: 'public',
    answer: ReadinessPolicyListView,
  })
  policy(): ReadinessPolicyListView {
    return readinessPolicyListView();
  }

  @Get('achievements/:id/readiness')
  @Operation({
    summary: '查看一项成果已证明的成熟度',
    access: 'public',
    scope: 'readiness.read',
    answer: ReadinessStandingView,
    errors: ['achievement.notFound'],
  })
  async ofAchievement(@CurrentActor() actor: Actor, @Param() { id }: IdParam): Promise<ReadinessStandingView> {
    return readinessStandingView(unwrap(await this.readiness.ofAchievement(actor, id)));
  }

  @Post('readiness-claims')
  @Operation({
    ...write,
    summary: '起草成熟度申报',
    description: '起草后可上传附件，再连同逐级证据提交。',
    access: owners,
    answer: ReadinessClaimView,
    errors: ['achievement.notFound'],
  })
  async draft(@CurrentPerson() actor: PersonActor, @Body() body: DraftReadinessClaimDto): Promise<ReadinessClaimView> {
    const { achievementId, level, farming } = body;
    return readinessClaimView(
      unwrap(await this.readiness.draft(actor, { achievementId, level, farming: farming ?? false })),
    );
  }

  @Get('readiness-claims')
  @Operation({
    summary: '查看成熟度申报（本单位的；科技主管部门看已提交的）',
    access: 'signedIn',
    scope: 'readiness.read',
    answer: PageOf(ReadinessClaimView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.readiness.list(actor, after, limit), readinessClaimView);
  }

  @Get('readiness-claims/:id')
  @Operation({
    summary: '查看一份成熟度申报',
    access: 'signedIn',
    scope: 'readiness.read',
    answer: ReadinessClaimView,
    errors: ['readinessClaim.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<ReadinessClaimView> {
    return readinessClaimView(unwrap(await this.readiness.get(actor, id)));
  }

  @Post('readiness-claims/:id/submission')
  @Operation({
    ...write,
    summary: '提交成熟度申报及逐级证据',
    access: owners,
    answer: ReadinessClaimView,
    errors: ['readinessClaim.notFound', 'readinessClaim.attachmentUnknown', ...claimErrors, 'state.notAllowed'],
  })
  async submit(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { evidence }: SubmitReadinessClaimDto,
  ): Promise<ReadinessClaimView> {
    const given = evidence.map(({ attachmentId, ...item }) => ({ ...item, attachmentId: attachmentId ?? null }));
    return readinessClaimView(unwrap(await this.readiness.submit(actor, id, given)));
  }

  @Post('readiness-claims/:id/withdrawal')
  @Operation({
    ...write,
    summary: '撤回成熟度申报',
    access: owners,
    answer: ReadinessClaimView,
    errors: ['readinessClaim.notFound', 'state.notAllowed'],
  })
  async withdraw(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<ReadinessClaimView> {
    return readinessClaimView(unwrap(await this.readiness.withdraw(actor, id)));
  }

  @Post('readiness-claims/:id/decision')
  @Operation({
    ...write,
    summary: '审定成熟度申报',
    description: '与申报单位有利害关系的人员不能审定。认可后成果的成熟度随之更新，检索与撮合即按新等级。',
    access: deciders,
    answer: ReadinessClaimView,
    errors: ['readinessClaim.notFound', 'readinessClaim.conflict', ...claimErrors, 'state.notAllowed'],
  })
  async decide(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { outcome, reason }: DecideReadinessClaimDto,
  ): Promise<ReadinessClaimView> {
    return readinessClaimView(unwrap(await this.readiness.decide(actor, id, outcome, reason)));
  }

  @Post('readiness-proofs/:id/revocation')
  @Operation({
    ...write,
    summary: '撤销一项等级认可',
    access: deciders,
    answer: ReadinessStandingView,
    errors: ['readinessProof.notFound', 'readinessProof.revokedAlready'],
  })
  async revoke(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: RevokeProofDto,
  ): Promise<ReadinessStandingView> {
    return readinessStandingView(unwrap(await this.readiness.revoke(actor, id, reason)));
  }
}
