import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { ShareAgreementService } from '#application/share-agreement/share-agreement.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import {
  ConfirmSharesDto,
  PaperConfirmationDto,
  ProposeSharesDto,
  ShareAgreementQuery,
} from './share-agreement.dto.js';
import { shareAgreementView, ShareAgreementView } from './share-agreement.view.js';

const units = ['enterprise', 'researchUnit'] as const;
const write = { scope: 'achievement.write', status: 201, answer: ShareAgreementView, idempotency: 'required' } as const;

@ApiTags('职务科技成果披露')
@Controller('v1')
export class ShareAgreementController {
  constructor(private readonly agreements: ShareAgreementService) {}

  @Post('achievements/:id/share-agreements')
  @Operation({
    ...write,
    summary: '发起完成人份额约定（改变份额即发起新的一轮）',
    description:
      '每名完成人本人确认（账号）或由单位上传其签名件；合计恰为 10000；沉默不等于同意；上一轮随之失效，全体重新签署。',
    access: units,
    errors: [
      'achievement.notFound',
      'achievement.closed',
      'shareAgreement.shareMissing',
      'shareAgreement.shareWithDefault',
      'shareAgreement.sharesNotWhole',
      'shareAgreement.inventorTwice',
      'shareAgreement.leaderUnexplained',
      'shareAgreement.unknownPerson',
    ],
  })
  async propose(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { basis, statement, inventors }: ProposeSharesDto,
  ): Promise<ShareAgreementView> {
    const proposed = inventors.map((one) => ({
      name: one.name,
      personId: one.personId ?? null,
      leader: one.leader ?? ('none' as const),
      contribution: one.contribution ?? null,
      shareBasisPoints: one.shareBasisPoints ?? null,
    }));
    return shareAgreementView(
      unwrap(await this.agreements.propose(actor, id, { basis, statement, inventors: proposed })),
    );
  }

  @Get('share-agreements')
  @Operation({
    summary: '查看份额约定（本单位的、本人为完成人的；主管部门看全部）',
    access: 'signedIn',
    scope: 'achievement.read',
    answer: PageOf(ShareAgreementView),
  })
  async list(@CurrentPerson() actor: PersonActor, @Query() { state, ...page }: ShareAgreementQuery) {
    return pageOf(page, (after, limit) => this.agreements.list(actor, state ?? null, after, limit), shareAgreementView);
  }

  @Get('share-agreements/:id')
  @Operation({
    summary: '查看一轮份额约定及签署情况',
    access: 'signedIn',
    scope: 'achievement.read',
    answer: ShareAgreementView,
    errors: ['shareAgreement.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<ShareAgreementView> {
    return shareAgreementView(unwrap(await this.agreements.get(actor, id)));
  }

  @Post('share-agreements/:id/confirmations')
  @Operation({
    ...write,
    summary: '完成人本人签署或不同意份额约定',
    access: 'signedIn',
    errors: [
      'shareAgreement.notFound',
      'shareAgreement.notInventor',
      'shareAgreement.answered',
      'shareAgreement.otherContent',
      'shareAgreement.reasonMissing',
      'state.notAllowed',
    ],
  })
  async confirm(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { answer, contentHash, reason }: ConfirmSharesDto,
  ): Promise<ShareAgreementView> {
    const given = { answer, contentHash, reason: reason ?? null };
    return shareAgreementView(unwrap(await this.agreements.confirm(actor, id, given)));
  }

  @Post('share-agreements/:id/paper-confirmations')
  @Operation({
    ...write,
    summary: '录入没有账号的完成人的书面签署',
    access: units,
    errors: [
      'shareAgreement.notFound',
      'shareAgreement.notInventor',
      'shareAgreement.answered',
      'shareAgreement.paperMissing',
      'shareAgreement.ownPaper',
      'shareAgreement.otherContent',
      'shareAgreement.reasonMissing',
      'state.notAllowed',
    ],
  })
  async recordPaper(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { name, attachmentId }: PaperConfirmationDto,
  ): Promise<ShareAgreementView> {
    return shareAgreementView(unwrap(await this.agreements.recordPaper(actor, id, name, attachmentId)));
  }

  @Post('share-agreements/:id/withdrawal')
  @Operation({
    ...write,
    summary: '撤回一轮未签完的份额约定',
    access: units,
    errors: ['shareAgreement.notFound', 'state.notAllowed'],
  })
  async withdraw(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<ShareAgreementView> {
    return shareAgreementView(unwrap(await this.agreements.withdraw(actor, id)));
  }
}
