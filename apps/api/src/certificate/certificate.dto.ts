import { PatternField, TextField } from '../http/fields.js';

export class VerificationCodeParam {
  @PatternField({
    title: '核验码',
    pattern: /^[0-9A-HJKMNP-TV-Z]{26}$/,
    shape: '26 位数字与大写字母',
    example: '7Q2M9X4KD1RB8VH3TN6EFC5W0Z',
  })
  verificationCode!: string;
}

export class VerifyCertificateDto {
  @TextField({ title: '签名原文（signedText，逐字不改）', max: 20_000, example: '{"kind":"技术合同登记证明"}' })
  signedText!: string;
  @PatternField({
    title: '签名',
    pattern: /^[A-Za-z0-9_-]{86}$/,
    shape: '86 位 base64url 文本',
    example: 'A'.repeat(86),
  })
  signature!: string;
  @PatternField({
    title: '公钥编号',
    pattern: /^[0-9a-f]{16}$/,
    shape: '16 位十六进制文本',
    example: '0123456789abcdef',
  })
  keyId!: string;
}
