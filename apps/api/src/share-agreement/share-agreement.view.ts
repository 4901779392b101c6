import { ApiProperty } from '@nestjs/swagger';
import {
  leaders,
  shareAgreementTransitions,
  shareBases,
  silentInventors,
  type ShareAgreement,
} from '#domain/share-agreement/share-agreement.js';
import { statesOf } from '#domain/shared/state-machine.js';

const text = { type: 'string', nullable: true } as const;

export class AgreedInventorView {
  @ApiProperty({ description: '完成人姓名' }) name!: string;
  @ApiProperty({ description: '完成人的账号', ...text, format: 'uuid' }) personId!: string | null;
  @ApiProperty({ description: '是否领导人员', enum: leaders }) leader!: string;
  @ApiProperty({ description: '实际贡献', ...text }) contribution!: string | null;
  @ApiProperty({ description: '份额（万分之一）' }) shareBasisPoints!: number;
  @ApiProperty({ description: '答复；未答复为 null（沉默不等于同意）', ...text, enum: ['agreed', 'declined'] })
  answer!: string | null;
  @ApiProperty({ description: '签署方式：account 本人账号，paper 书面', ...text, enum: ['account', 'paper'] })
  manner!: string | null;
  @ApiProperty({ description: '签名件', ...text, format: 'uuid' }) attachmentId!: string | null;
  @ApiProperty({ description: '不同意的理由', ...text }) reason!: string | null;
  @ApiProperty({ description: '答复时间', ...text, format: 'date-time' }) answeredAt!: string | null;
}

export class ShareAgreementView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '成果编号', format: 'uuid' }) achievementId!: string;
  @ApiProperty({ description: '单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '第几轮' }) round!: number;
  @ApiProperty({ description: '依据', enum: shareBases }) basis!: string;
  @ApiProperty({ description: '说明' }) statement!: string;
  @ApiProperty({ description: '状态', enum: statesOf(shareAgreementTransitions) }) state!: string;
  @ApiProperty({ description: '所签内容的散列', example: 'a'.repeat(64) }) contentHash!: string;
  @ApiProperty({ description: '完成人、份额与签署情况', type: [AgreedInventorView] }) inventors!: AgreedInventorView[];
  @ApiProperty({ description: '尚未答复的完成人', type: [String] }) silent!: string[];
  @ApiProperty({ description: '版本' }) version!: number;
  @ApiProperty({ description: '发起时间', format: 'date-time' }) createdAt!: string;
  @ApiProperty({ description: '全体签署时间', ...text, format: 'date-time' }) agreedAt!: string | null;
}

export const shareAgreementView = (agreement: ShareAgreement): ShareAgreementView => ({
  id: agreement.id,
  achievementId: agreement.achievementId,
  organizationId: agreement.organizationId,
  round: agreement.round,
  basis: agreement.basis,
  statement: agreement.statement,
  state: agreement.state,
  contentHash: agreement.contentHash,
  inventors: agreement.inventors.map((inventor, index) => {
    const word = agreement.confirmations.find(({ position }) => position === index);
    return {
      ...inventor,
      answer: word?.answer ?? null,
      manner: word?.manner ?? null,
      attachmentId: word?.attachmentId ?? null,
      reason: word?.reason ?? null,
      answeredAt: word?.at.toISOString() ?? null,
    };
  }),
  silent: silentInventors(agreement).map(({ name }) => name),
  version: agreement.version,
  createdAt: agreement.createdAt.toISOString(),
  agreedAt: agreement.agreedAt?.toISOString() ?? null,
});
