import { DateField, PatternField, TextField } from '../http/fields.js';

export class VerificationCodeParam {
  @PatternField({
    title: '核验码',
    pattern: /^[0-9A-HJKMNP-TV-Z]{26}$/,
    shape: '26 位数字与大写字母',
    example: '7Q2M9X4KD1RB8VH3TN6EFC5W0Z',
  })
  verificationCode!: string;
}

/** A code as somebody typed it: a wrong one is answered by a page, not by a problem. */
export class CodeText {
  @TextField({ title: '核验码', max: 200, example: '7Q2M9X4KD1RB8VH3TN6EFC5W0Z' }) verificationCode!: string;
}

export class CertificateDayQuery {
  @DateField({ title: '查询的日期（今天或以前）', optional: true, example: '2026-11-20' }) on?: string;
}

export class EditionQuery {
  @PatternField({
    title: '版次，缺省为最新一版',
    pattern: /^[1-9]\d{0,3}$/,
    shape: '1 至 9999 的整数',
    optional: true,
    example: '1',
  })
  edition?: string;
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
