import { createPublicKey } from 'node:crypto';
import { ApiProperty } from '@nestjs/swagger';
import { certificateTransitions, type CertificateContent } from '#domain/certificate/certificate.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type {
  Certificate,
  CertificateKey,
  PublicCertificate,
} from '#application/certificate/certificate.repository.js';
import type { CertificateOnDay, Verdict } from '#application/certificate/certificate.service.js';

export class CertificatePartyView {
  @ApiProperty({ description: '名称' }) name!: string;
  @ApiProperty({ description: '统一社会信用代码' }) creditCode!: string;
}

export class CertificateAmountView {
  @ApiProperty({ description: '小写（元）', example: '850000.00' }) yuan!: string;
  @ApiProperty({ description: '大写', example: '捌拾伍万元整' }) capitals!: string;
}

export class CertificateContentView {
  @ApiProperty({ description: '证明名称' }) kind!: string;
  @ApiProperty({ description: '登记编号' }) registrationNumber!: string;
  @ApiProperty({ description: '项目名称' }) title!: string;
  @ApiProperty({ description: '合同类型' }) contractType!: string;
  @ApiProperty({ description: '卖方', type: [CertificatePartyView] }) sellers!: CertificatePartyView[];
  @ApiProperty({ description: '买方', type: [CertificatePartyView] }) buyers!: CertificatePartyView[];
  @ApiProperty({ description: '签订日期', type: 'string', format: 'date', nullable: true }) signedOn!: string | null;
  @ApiProperty({ description: '有效期至', type: 'string', format: 'date', nullable: true }) validUntil!: string | null;
  @ApiProperty({ description: '成交额', type: CertificateAmountView }) contractValue!: CertificateAmountView;
  @ApiProperty({ description: '核定技术交易额', type: CertificateAmountView }) technologyValue!: CertificateAmountView;
  @ApiProperty({ description: '登记机构' }) office!: string;
  @ApiProperty({ description: '登记员' }) registrar!: string;
  @ApiProperty({ description: '复核员', type: 'string', nullable: true }) reviewer!: string | null;
  @ApiProperty({ description: '登记日期', format: 'date' }) registeredOn!: string;
  @ApiProperty({ description: '核验码' }) verificationCode!: string;
  @ApiProperty({ description: '版次', example: '1' }) edition!: string;
  @ApiProperty({ description: '所取代的前一版的核验码', type: 'string', nullable: true }) replaces!: string | null;
}

const stateMeaning = '状态：valid 有效，changed 已变更（以新版为准），cancelled 已注销';

export class PublicCertificateView {
  @ApiProperty({ description: stateMeaning, enum: statesOf(certificateTransitions) }) state!: string;
  @ApiProperty({ description: '核验码' }) verificationCode!: string;
  @ApiProperty({ description: '登记编号' }) registrationNumber!: string;
  @ApiProperty({ description: '合同类型' }) contractType!: string;
  @ApiProperty({ description: '卖方（部分隐去）', type: [String] }) sellers!: string[];
  @ApiProperty({ description: '买方（部分隐去）', type: [String] }) buyers!: string[];
  @ApiProperty({ description: '登记日期', format: 'date' }) registeredOn!: string;
  @ApiProperty({ description: '登记机构' }) office!: string;
  @ApiProperty({ description: '内容的 SHA-256' }) contentHash!: string;
  @ApiProperty({ description: '公钥编号' }) keyId!: string;
  @ApiProperty({ description: '版次', example: 1 }) edition!: number;
  @ApiProperty({ description: '签发时间', format: 'date-time' }) issuedAt!: string;
  @ApiProperty({ description: '变更时间', type: 'string', format: 'date-time', nullable: true }) changedAt!:
    string | null;
  @ApiProperty({ description: '注销时间', type: 'string', format: 'date-time', nullable: true }) cancelledAt!:
    string | null;
}

export class DatedCertificateView extends PublicCertificateView {
  @ApiProperty({ description: '查询的日期（北京时间当日结束时）', format: 'date' }) on!: string;
  @ApiProperty({
    description: '当日的状态：notIssued 当日尚未签发，其余同 state',
    enum: ['notIssued', ...statesOf(certificateTransitions)],
  })
  stateOn!: string;
}

export class CertificateView {
  @ApiProperty({ description: stateMeaning, enum: statesOf(certificateTransitions) }) state!: string;
  @ApiProperty({ description: '版次', example: 1 }) edition!: number;
  @ApiProperty({ description: '证明内容', type: CertificateContentView }) content!: CertificateContentView;
  @ApiProperty({ description: '签名原文：内容的规范 JSON（RFC 8785）' }) signedText!: string;
  @ApiProperty({ description: '内容的 SHA-256' }) contentHash!: string;
  @ApiProperty({ description: 'Ed25519 签名（base64url）' }) signature!: string;
  @ApiProperty({ description: '公钥编号' }) keyId!: string;
}

export class CertificateKeyView {
  @ApiProperty({ description: '公钥编号' }) id!: string;
  @ApiProperty({ description: '算法', example: 'Ed25519' }) algorithm!: string;
  @ApiProperty({ description: '公钥（PEM，SPKI）' }) publicKey!: string;
}

export class CertificateKeysView {
  @ApiProperty({ description: '曾经使用的全部公钥', type: [CertificateKeyView] }) items!: CertificateKeyView[];
}

export class JsonWebKeyView {
  @ApiProperty({ description: '密钥类型', example: 'OKP' }) kty!: string;
  @ApiProperty({ description: '曲线', example: 'Ed25519' }) crv!: string;
  @ApiProperty({ description: '公钥（base64url）' }) x!: string;
  @ApiProperty({ description: '公钥编号' }) kid!: string;
  @ApiProperty({ description: '用途', example: 'sig' }) use!: string;
  @ApiProperty({ description: '算法', example: 'EdDSA' }) alg!: string;
}

export class KeySetView {
  @ApiProperty({ description: '曾经使用的全部公钥（JWK Set，RFC 7517）', type: [JsonWebKeyView] })
  keys!: JsonWebKeyView[];
}

export class CertificateVerdictView {
  @ApiProperty({ description: '签名是否成立，即内容一字未改' }) signatureValid!: boolean;
  @ApiProperty({ description: '证明的现状', type: PublicCertificateView, nullable: true })
  certificate!: PublicCertificateView | null;
}

export const certificateView = (certificate: Certificate): CertificateView => ({
  state: certificate.state,
  edition: certificate.edition,
  content: contentView(certificate.content),
  signedText: certificate.signedText,
  contentHash: certificate.contentHash,
  signature: certificate.signature,
  keyId: certificate.keyId,
});

const contentView = (content: CertificateContent): CertificateContentView => ({
  ...content,
  edition: content.edition ?? '1',
  replaces: content.replaces ?? null,
  sellers: [...content.sellers],
  buyers: [...content.buyers],
});

export const publicCertificateView = (certificate: PublicCertificate): PublicCertificateView => ({
  state: certificate.state,
  verificationCode: certificate.verificationCode,
  registrationNumber: certificate.registrationNumber,
  contractType: certificate.contractType,
  sellers: [...certificate.maskedSellers],
  buyers: [...certificate.maskedBuyers],
  registeredOn: certificate.registeredOn,
  office: certificate.office,
  contentHash: certificate.contentHash,
  keyId: certificate.keyId,
  edition: certificate.edition,
  issuedAt: certificate.createdAt.toISOString(),
  changedAt: certificate.changedAt?.toISOString() ?? null,
  cancelledAt: certificate.cancelledAt?.toISOString() ?? null,
});

export const datedCertificateView = (certificate: CertificateOnDay): DatedCertificateView => ({
  ...publicCertificateView(certificate),
  on: certificate.on,
  stateOn: certificate.stateOn,
});

/** RFC 7517 with the key type of RFC 8037: what other programs read. */
export const keySetView = (keys: readonly CertificateKey[]): KeySetView => ({
  keys: keys.map(({ id, publicKey }) => ({
    kty: 'OKP',
    crv: 'Ed25519',
    x: createPublicKey(publicKey).export({ format: 'jwk' }).x ?? '',
    kid: id,
    use: 'sig',
    alg: 'EdDSA',
  })),
});

export const certificateKeysView = (keys: readonly CertificateKey[]): CertificateKeysView => ({
  items: keys.map(({ id, publicKey }) => ({ id, algorithm: 'Ed25519', publicKey })),
});

export const certificateVerdictView = ({ signatureValid, certificate }: Verdict): CertificateVerdictView => ({
  signatureValid,
  certificate: certificate === null ? null : publicCertificateView(certificate),
});
