import { Transform } from 'class-transformer';
import { maxOffersPerDeal } from '#domain/deal/deal.js';
import { dealDocumentKinds, maxVersionsPerDocument, type DealDocumentKind } from '#domain/deal-room/deal-room.js';
import { ChoiceField, DateField, FlagField, IdField, IntegerField, TextField } from '../http/fields.js';

/** A whole number in the path or the query, which arrives as text. */
const Whole = () =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value,
  );

export class NoteDto {
  @TextField({ title: '留言', max: 5000, example: '请补充三批次检验报告；价格按批次支付是否可以？' }) text!: string;
}

export class NewDealDocumentDto {
  @TextField({ title: '文件名称', min: 2, max: 200, example: '技术许可合同草案' }) title!: string;
  @ChoiceField({ title: '种类', values: dealDocumentKinds, example: 'contractDraft' }) kind!: DealDocumentKind;
  @FlagField({ title: '对方是否须先就本文件达成保密协议（默认须）', optional: true, example: true }) gated?: boolean;
}

export class NewDocumentVersionDto {
  @IdField({ title: '附件编号（先以 subjectKind=dealDocument 上传）', optional: true }) attachmentId?: string;
  @TextField({
    title: '文本（可与前一版逐字比对）',
    max: 60_000,
    optional: true,
    example: '第一条 标的：羔羊代乳料配方。\n第二条 价款：三十万元。',
  })
  body?: string;
  @TextField({ title: '本版说明', max: 500, optional: true, example: '按对方意见调整价款' }) note?: string;
}

export class WithdrawDocumentDto {
  @TextField({ title: '原因', min: 2, max: 500, example: '上传有误' }) reason!: string;
}

export class DocumentVersionParam {
  @IdField({ title: '文件编号' }) id!: string;
  @Whole()
  @IntegerField({ title: '版次', min: 1, max: maxVersionsPerDocument, example: 1 })
  serial!: number;
}

export class VersionsQuery {
  @Whole()
  @IntegerField({ title: '原版次', min: 1, max: maxVersionsPerDocument, example: 1 })
  from!: number;
  @Whole()
  @IntegerField({ title: '新版次', min: 1, max: maxVersionsPerDocument, example: 2 })
  to!: number;
}

export class OffersQuery {
  @Whole()
  @IntegerField({ title: '原报价序号', min: 1, max: maxOffersPerDeal, example: 1 })
  from!: number;
  @Whole()
  @IntegerField({ title: '新报价序号', min: 1, max: maxOffersPerDeal, example: 2 })
  to!: number;
}

export class ReasonSpanQuery {
  @DateField({ title: '起始日', example: '2026-01-01' }) from!: string;
  @DateField({ title: '截止日', example: '2026-12-31' }) to!: string;
}
