import { tradingCertificateNumberPattern } from '#domain/trading-certificate/trading-certificate.js';
import { DateField, IdField, PatternField, TextField } from '../http/fields.js';

export class IssueTradingCertificateDto {
  @IdField({ title: '合同编号' }) contractId!: string;
}

export class RevokeTradingCertificateDto {
  @TextField({ title: '撤销理由', max: 1000, example: '所鉴证的合同已被判决无效。' }) reason!: string;
}

export class TradingCertificateParam {
  @PatternField({
    title: '鉴证编号',
    pattern: tradingCertificateNumberPattern,
    shape: 'QYJZ-年份-六位流水号',
    example: 'QYJZ-2026-000001',
  })
  number!: string;
}

export class StateDayQuery {
  @DateField({ title: '查询这一日结束时的状态，不填为今天', optional: true, example: '2026-12-31' }) on?: string;
}
