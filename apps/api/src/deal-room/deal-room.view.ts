import { ApiProperty } from '@nestjs/swagger';
import { transferModeNames } from '#domain/achievement/achievement.js';
import {
  dealDocumentKinds,
  dealDocumentTransitions,
  dealEntryKinds,
  type DealDocument,
  type DealEntry,
  type DocumentVersion,
} from '#domain/deal-room/deal-room.js';
import { refusalReasons } from '#domain/non-disclosure/refusal-reasons.policy.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type { ChainReport, OfferComparison } from '#application/deal-room/deal-chain.service.js';
import type { ShownVersion } from '#application/deal-room/deal-document.service.js';
import type { RedLine } from '#application/deal-room/red-line.js';
import { moneyView, MoneyView } from '../http/money.view.js';

export class DealEntryView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '序号' }) serial!: number;
  @ApiProperty({ description: '种类', enum: dealEntryKinds }) kind!: string;
  @ApiProperty({ description: '单位编号；平台自身所为的为空', type: 'string', format: 'uuid', nullable: true })
  organizationId!: string | null;
  @ApiProperty({ description: '时间', format: 'date-time' }) at!: string;
  @ApiProperty({ description: '内容', type: 'object', additionalProperties: true })
  content!: Readonly<Record<string, unknown>>;
  @ApiProperty({ description: '上一条的摘要', type: 'string', nullable: true }) previousHash!: string | null;
  @ApiProperty({ description: '本条的摘要（SHA-256）' }) hash!: string;
}

export const dealEntryView = (entry: DealEntry): DealEntryView => ({
  id: entry.id,
  serial: entry.serial,
  kind: entry.kind,
  organizationId: entry.organizationId,
  at: entry.at.toISOString(),
  content: entry.content,
  previousHash: entry.previousHash,
  hash: entry.hash,
});

export class ChainReportView {
  @ApiProperty({ description: '记录条数' }) entries!: number;
  @ApiProperty({ description: '最后一条的摘要', type: 'string', nullable: true }) headHash!: string | null;
  @ApiProperty({ description: '记录链是否完整' }) whole!: boolean;
  @ApiProperty({ description: '第一条不符的序号', type: 'integer', nullable: true }) brokenAt!: number | null;
  @ApiProperty({ description: '报价链是否完整' }) offersWhole!: boolean;
  @ApiProperty({ description: '每份报价是否都在记录中' }) offersLogged!: boolean;
}

export const chainReportView = (report: ChainReport): ChainReportView => ({ ...report });

export class DealDocumentView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '洽谈编号', format: 'uuid' }) dealId!: string;
  @ApiProperty({ description: '提供单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(dealDocumentTransitions) }) state!: string;
  @ApiProperty({ description: '文件名称' }) title!: string;
  @ApiProperty({ description: '种类', enum: dealDocumentKinds }) kind!: string;
  @ApiProperty({ description: '对方是否须先就本文件达成保密协议' }) gated!: boolean;
  @ApiProperty({ description: '放入时间', format: 'date-time' }) createdAt!: string;
}

export const dealDocumentView = (document: DealDocument): DealDocumentView => ({
  id: document.id,
  dealId: document.dealId,
  organizationId: document.organizationId,
  state: document.state,
  title: document.title,
  kind: document.kind,
  gated: document.gated,
  createdAt: document.createdAt.toISOString(),
});

export class DocumentVersionView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '版次' }) serial!: number;
  @ApiProperty({ description: '有无文件' }) hasFile!: boolean;
  @ApiProperty({ description: '本版说明', type: 'string', nullable: true }) note!: string | null;
  @ApiProperty({ description: '内容摘要（SHA-256）' }) contentHash!: string;
  @ApiProperty({ description: '时间', format: 'date-time' }) createdAt!: string;
}

export const documentVersionView = (version: DocumentVersion): DocumentVersionView => ({
  id: version.id,
  serial: version.serial,
  hasFile: version.attachmentId !== null,
  note: version.note,
  contentHash: version.contentHash,
  createdAt: version.createdAt.toISOString(),
});

export class VersionFileView {
  @ApiProperty({ description: '文件名' }) fileName!: string;
  @ApiProperty({ description: '类型' }) mediaType!: string;
  @ApiProperty({ description: '字节数' }) sizeBytes!: number;
  @ApiProperty({ description: '摘要（SHA-256）' }) sha256!: string;
}

export class ShownVersionView extends DocumentVersionView {
  @ApiProperty({ description: '文本', type: 'string', nullable: true }) body!: string | null;
  @ApiProperty({ description: '文件', type: VersionFileView, nullable: true }) file!: VersionFileView | null;
}

export const shownVersionView = ({ version, file }: ShownVersion): ShownVersionView => ({
  ...documentVersionView(version),
  body: version.body,
  file: file && {
    ...{ fileName: file.fileName, mediaType: file.mediaType, sizeBytes: file.sizeBytes, sha256: file.sha256 },
  },
});

export class RedLinePartView {
  @ApiProperty({ description: '未变、新增或删去', enum: ['same', 'added', 'removed'] }) change!: string;
  @ApiProperty({ description: '文字' }) text!: string;
}

export class RedLineView {
  @ApiProperty({ description: '逐段比对', type: [RedLinePartView] }) parts!: RedLinePartView[];
  @ApiProperty({ description: '新增字数' }) addedCharacters!: number;
  @ApiProperty({ description: '删去字数' }) removedCharacters!: number;
}

export const redLineView = (line: RedLine): RedLineView => ({
  parts: line.parts.map(({ change, text }) => ({ change, text })),
  addedCharacters: line.addedCharacters,
  removedCharacters: line.removedCharacters,
});

export class OfferComparisonView {
  @ApiProperty({ description: '原报价', type: MoneyView }) fromPrice!: MoneyView;
  @ApiProperty({ description: '新报价', type: MoneyView }) toPrice!: MoneyView;
  @ApiProperty({ description: '价格之差（负数为降价）', type: MoneyView }) priceDifference!: MoneyView;
  @ApiProperty({ description: '转化方式的变化；未变为空', type: 'string', nullable: true }) modeChange!: string | null;
  @ApiProperty({ description: '条件的比对', type: RedLineView }) terms!: RedLineView;
}

export const offerComparisonView = (comparison: OfferComparison): OfferComparisonView => ({
  fromPrice: moneyView(comparison.from.price),
  toPrice: moneyView(comparison.to.price),
  priceDifference: moneyView(comparison.priceDifference),
  modeChange:
    comparison.modeChanged &&
    `${transferModeNames[comparison.modeChanged.from]}改为${transferModeNames[comparison.modeChanged.to]}`,
  terms: redLineView(comparison.terms),
});

export class RefusalReasonCountView {
  @ApiProperty({ description: '报价与洽谈，或保密协议', enum: ['deal', 'nonDisclosure'] }) of!: string;
  @ApiProperty({ description: '原因代码' }) reasonCode!: string;
  @ApiProperty({ description: '原因' }) title!: string;
  @ApiProperty({ description: '次数' }) count!: number;
}

export class ReasonCountsView {
  @ApiProperty({ description: '各原因及次数，由多到少', type: [RefusalReasonCountView] })
  items!: RefusalReasonCountView[];
}

interface Count {
  readonly of: 'deal' | 'nonDisclosure';
  readonly reasonCode: string;
  readonly count: number;
}
const titles: Readonly<Record<Count['of'], Readonly<Record<string, string>>>> = refusalReasons;

export const reasonCountsView = (counts: readonly Count[]): ReasonCountsView => ({
  items: counts.map(({ of, reasonCode, count }) => ({
    ...{ of, reasonCode, title: titles[of][reasonCode] ?? reasonCode, count },
  })),
});
