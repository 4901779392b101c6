import { ApiProperty } from '@nestjs/swagger';
import { statesOf } from '#domain/shared/state-machine.js';
import {
  tradingCertificateTransitions,
  type TradingCertificateContent,
} from '#domain/trading-certificate/trading-certificate.js';
import type {
  PublicTradingCertificate,
  TradingCertificate,
  TradingCertificateOnDay,
} from '#application/trading-certificate/trading-certificate.service.js';
import { CertificateAmountView, CertificatePartyView } from '../certificate/certificate.view.js';

export class PublicTradingCertificateView {
  @ApiProperty({ description: '鉴证编号', example: 'QYJZ-2026-000001' }) number!: string;
  @ApiProperty({ description: '现状：valid 有效，revoked 已撤销', enum: statesOf(tradingCertificateTransitions) })
  state!: string;
  @ApiProperty({ description: '定价方式' }) method!: string;
  @ApiProperty({ description: '转让方（部分隐去）', type: [String] }) sellers!: string[];
  @ApiProperty({ description: '受让方（部分隐去）', type: [String] }) buyers!: string[];
  @ApiProperty({ description: '鉴证日期', format: 'date' }) issuedOn!: string;
  @ApiProperty({ description: '鉴证机构' }) office!: string;
  @ApiProperty({ description: '内容的 SHA-256' }) contentHash!: string;
  @ApiProperty({ description: '公钥编号' }) keyId!: string;
  @ApiProperty({ description: '出具时间', format: 'date-time' }) issuedAt!: string;
  @ApiProperty({ description: '撤销时间', type: 'string', format: 'date-time', nullable: true }) revokedAt!:
    string | null;
}

export class DatedTradingCertificateView extends PublicTradingCertificateView {
  @ApiProperty({ description: '所问的日期', format: 'date' }) on!: string;
  @ApiProperty({
    description: '该日结束时的状态；notIssued 尚未出具',
    enum: [...statesOf(tradingCertificateTransitions), 'notIssued'],
  })
  stateOn!: string;
}

export class TradingCertificateContentView {
  @ApiProperty({ description: '名称', example: '交易鉴证书' }) kind!: string;
  @ApiProperty({ description: '鉴证编号' }) number!: string;
  @ApiProperty({ description: '项目名称' }) title!: string;
  @ApiProperty({ description: '定价方式' }) method!: string;
  @ApiProperty({ description: '转化方式' }) transferMode!: string;
  @ApiProperty({ description: '转让方', type: [CertificatePartyView] }) sellers!: CertificatePartyView[];
  @ApiProperty({ description: '受让方', type: [CertificatePartyView] }) buyers!: CertificatePartyView[];
  @ApiProperty({ description: '成交价格', type: CertificateAmountView }) price!: CertificateAmountView;
  @ApiProperty({ description: '合同签订日期', format: 'date' }) signedOn!: string;
  @ApiProperty({ description: '公示或公告首日', type: 'string', format: 'date', nullable: true }) announcedOn!:
    string | null;
  @ApiProperty({ description: '公示或公告末日', type: 'string', format: 'date', nullable: true }) announcedUntil!:
    string | null;
  @ApiProperty({ description: '符合条件的竞买人数', type: 'string', nullable: true }) bidders!: string | null;
  @ApiProperty({ description: '成交日期', format: 'date' }) concludedOn!: string;
  @ApiProperty({ description: '合同文本摘要' }) contractHash!: string;
  @ApiProperty({ description: '定价证据的种类' }) evidenceKind!: string;
  @ApiProperty({ description: '定价证据的摘要' }) evidenceHash!: string;
  @ApiProperty({ description: '鉴证机构' }) office!: string;
  @ApiProperty({ description: '经办人' }) officer!: string;
  @ApiProperty({ description: '鉴证日期', format: 'date' }) issuedOn!: string;
  @ApiProperty({ description: '核验码' }) verificationCode!: string;
}

export class TradingCertificateView extends PublicTradingCertificateView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '合同编号', format: 'uuid' }) contractId!: string;
  @ApiProperty({ description: '签名的内容', type: TradingCertificateContentView }) content!: TradingCertificateContent;
  @ApiProperty({ description: '签名原文（规范 JSON）' }) signedText!: string;
  @ApiProperty({ description: 'Ed25519 签名（base64url）' }) signature!: string;
  @ApiProperty({ description: '撤销理由', type: 'string', nullable: true }) revokeReason!: string | null;
}

const publicView = (one: PublicTradingCertificate): PublicTradingCertificateView => ({
  number: one.number,
  state: one.state,
  method: one.method,
  sellers: [...one.maskedSellers],
  buyers: [...one.maskedBuyers],
  issuedOn: one.issuedOn,
  office: one.office,
  contentHash: one.contentHash,
  keyId: one.keyId,
  issuedAt: one.issuedAt.toISOString(),
  revokedAt: one.revokedAt?.toISOString() ?? null,
});

export const datedTradingCertificateView = (one: TradingCertificateOnDay): DatedTradingCertificateView => ({
  ...publicView(one),
  on: one.on,
  stateOn: one.stateOn,
});

export const tradingCertificateView = (one: TradingCertificate): TradingCertificateView => ({
  ...publicView(one),
  id: one.id,
  contractId: one.contractId,
  content: one.content,
  signedText: one.signedText,
  signature: one.signature,
  revokeReason: one.revokeReason,
});
