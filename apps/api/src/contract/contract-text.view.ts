import { ApiProperty } from '@nestjs/swagger';
import { clauseFindingGroups, type ClauseFinding } from '#domain/contract/clause-check.js';
import type { VersionChange } from '#domain/contract/compare-versions.js';
import { clauseKinds } from '#domain/contract/contract-terms.js';
import { contractTypes } from '#domain/contract/contract.js';
import type { TypeSuggestion } from '#domain/contract/suggest-type.js';
import type { ContractVersion } from '#application/contract/contract-version.repository.js';
import type { KeptSuggestion } from '#application/contract/contract-text.service.js';
import { moneyView, MoneyView } from '../http/money.view.js';

const nullableText = { type: 'string', nullable: true } as const;

export class ContractVersionView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '版本', type: 'integer' }) version!: number;
  @ApiProperty({ description: '文本摘要（SHA-256）' }) textHash!: string;
  @ApiProperty({ description: '撰写单位', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '撰写时间', format: 'date-time' }) writtenAt!: string;
  @ApiProperty({ description: '全文（金额以分为单位的文本）', type: 'object', additionalProperties: true })
  content!: object;
}

export const contractVersionView = (version: ContractVersion): ContractVersionView => ({
  id: version.id,
  version: version.version,
  textHash: version.textHash,
  organizationId: version.organizationId,
  writtenAt: version.writtenAt.toISOString(),
  content: version.content,
});

export class RunView {
  @ApiProperty({ description: '相同、删去、加入', enum: ['same', 'removed', 'added'] }) kind!: string;
  @ApiProperty({ description: '文字' }) text!: string;
}

export class AmountChangeView {
  @ApiProperty({ description: '原金额', type: MoneyView }) before!: MoneyView;
  @ApiProperty({ description: '新金额', type: MoneyView }) after!: MoneyView;
  @ApiProperty({ description: '差额', type: MoneyView }) difference!: MoneyView;
}

export class VersionChangeView {
  @ApiProperty({ description: '位置', example: '/clauses/acceptance/text' }) path!: string;
  @ApiProperty({ description: '所在部分' }) label!: string;
  @ApiProperty({ description: '加入、删去、修改', enum: ['added', 'removed', 'changed'] }) kind!: string;
  @ApiProperty({ description: '原文', ...nullableText }) before!: string | null;
  @ApiProperty({ description: '新文', ...nullableText }) after!: string | null;
  @ApiProperty({ description: '金额差异', type: AmountChangeView, nullable: true }) amount!: AmountChangeView | null;
  @ApiProperty({ description: '红线对照（较长文字）', type: [RunView], nullable: true }) redLine!: RunView[] | null;
}

export class ComparisonView {
  @ApiProperty({ description: '较早的版本', type: 'integer' }) from!: number;
  @ApiProperty({ description: '较晚的版本', type: 'integer' }) to!: number;
  @ApiProperty({ description: '不同之处', type: [VersionChangeView] }) changes!: VersionChangeView[];
}

export const comparisonView = (from: number, to: number, changes: readonly VersionChange[]): ComparisonView => ({
  from,
  to,
  changes: changes.map(({ amount, redLine, ...change }) => ({
    ...change,
    amount: amount && {
      before: moneyView(amount.before),
      after: moneyView(amount.after),
      difference: moneyView(amount.difference),
    },
    redLine: redLine && redLine.map((run) => ({ ...run })),
  })),
});

export class ClauseFindingView {
  @ApiProperty({ description: '代码', example: 'improvementRestricted' }) code!: string;
  @ApiProperty({ description: '种类（缺少条款、非法垄断、不公平、登记表缺项、提醒）', enum: clauseFindingGroups })
  group!: string;
  @ApiProperty({ description: '事项' }) title!: string;
  @ApiProperty({ description: '所在条款', enum: clauseKinds, nullable: true }) clause!: string | null;
  @ApiProperty({ description: '有关原文', ...nullableText }) excerpt!: string | null;
  @ApiProperty({ description: '依据' }) article!: string;
  @ApiProperty({ description: '如何改正' }) repair!: string;
}

export class ClauseCheckView {
  @ApiProperty({ description: '说明' }) note!: string;
  @ApiProperty({ description: '需要留意之处', type: [ClauseFindingView] }) findings!: ClauseFindingView[];
}

const advice = '按条款用语自动提示，供当事人和登记员参考，不是审查结论；未提示不表示条款有效。';

export const clauseCheckView = (findings: readonly ClauseFinding[]): ClauseCheckView => ({
  note: advice,
  findings: findings.map((finding) => ({ ...finding })),
});

export class TypeReasonView {
  @ApiProperty({ description: '理由' }) text!: string;
  @ApiProperty({ description: '依据' }) article!: string;
}

export class TypeKindView {
  @ApiProperty({ description: '合同类型', enum: contractTypes, nullable: true }) type!: string | null;
  @ApiProperty({ description: '合同子类', ...nullableText }) subType!: string | null;
}

export class TypeSuggestionView extends TypeKindView {
  @ApiProperty({
    description: '结果（建议、不是技术合同、回答不足）',
    enum: ['suggested', 'notTechnology', 'undecided'],
  })
  standing!: string;
  @ApiProperty({ description: '理由与依据', type: [TypeReasonView] }) reasons!: TypeReasonView[];
  @ApiProperty({ description: '其他可能的类型', type: [TypeKindView] }) alternatives!: TypeKindView[];
  @ApiProperty({ description: '回答后即可判断的问题', type: [String] }) openQuestions!: string[];
}

export const typeSuggestionView = (suggestion: TypeSuggestion): TypeSuggestionView => ({
  type: suggestion.type,
  subType: suggestion.subType,
  standing: suggestion.standing,
  reasons: suggestion.reasons.map((reason) => ({ ...reason })),
  alternatives: suggestion.alternatives.map(({ type, subType }) => ({ type, subType })),
  openQuestions: [...suggestion.openQuestions],
});

export class KeptSuggestionView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '问卷', example: 'type-2026' }) questionnaire!: string;
  @ApiProperty({ description: '回答', type: 'object', additionalProperties: { type: 'string' } }) answers!: object;
  @ApiProperty({ description: '建议', type: TypeSuggestionView }) suggestion!: TypeSuggestionView;
  @ApiProperty({ description: '登记机构认定的类型，未认定时为空', enum: contractTypes, nullable: true }) decidedType!:
    string | null;
  @ApiProperty({ description: '回答单位', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '回答时间', format: 'date-time' }) suggestedAt!: string;
}

export const keptSuggestionView = (kept: KeptSuggestion, decidedType: string | null): KeptSuggestionView => ({
  id: kept.id,
  questionnaire: kept.questionnaire,
  answers: kept.answers,
  suggestion: typeSuggestionView(kept.suggestion),
  decidedType,
  organizationId: kept.organizationId,
  suggestedAt: kept.suggestedAt.toISOString(),
});
