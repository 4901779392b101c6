import { ApiProperty } from '@nestjs/swagger';
import { codeListIds, type CodeList } from '#domain/contract/code-lists.policy.js';
import type { Questionnaire } from '#domain/contract/questionnaire.policy.js';

export class CodeView {
  @ApiProperty({ description: '代码', example: '09' }) code!: string;
  @ApiProperty({ description: '名称', example: '农业' }) name!: string;
}

export class CodeListView {
  @ApiProperty({ description: '代码表', enum: codeListIds }) id!: string;
  @ApiProperty({ description: '名称' }) title!: string;
  @ApiProperty({ description: '来源' }) source!: string;
  @ApiProperty({ description: '核对程度（读过原文、转载、未读到）', enum: ['read', 'secondary', 'unread'] })
  evidence!: string;
  @ApiProperty({ description: '只列常用代码，其他代码也接受' }) open!: boolean;
  @ApiProperty({ description: '适用自', format: 'date' }) effectiveFrom!: string;
  @ApiProperty({ description: '适用至', type: 'string', format: 'date', nullable: true }) effectiveTo!: string | null;
  @ApiProperty({ description: '代码', type: [CodeView] }) codes!: CodeView[];
}

export class CodeListsView {
  @ApiProperty({ description: '代码表', type: [CodeListView] }) items!: CodeListView[];
}

export const codeListsView = (lists: readonly CodeList[]): CodeListsView => ({
  items: lists.map((list) => ({ ...list, codes: list.codes.map((code) => ({ ...code })) })),
});

export class OptionView {
  @ApiProperty({ description: '选项编号' }) id!: string;
  @ApiProperty({ description: '选项' }) text!: string;
}

export class QuestionView {
  @ApiProperty({ description: '问题编号' }) id!: string;
  @ApiProperty({ description: '问题' }) text!: string;
  @ApiProperty({ description: '提示', type: 'string', nullable: true }) help!: string | null;
  @ApiProperty({ description: '依据' }) article!: string;
  @ApiProperty({ description: '选项', type: [OptionView] }) options!: OptionView[];
}

export class QuestionnaireView {
  @ApiProperty({ description: '问卷' }) id!: string;
  @ApiProperty({ description: '说明' }) note!: string;
  @ApiProperty({ description: '适用自', format: 'date' }) effectiveFrom!: string;
  @ApiProperty({ description: '问题', type: [QuestionView] }) questions!: QuestionView[];
}

export const questionnaireView = ({ id, note, effectiveFrom, questions }: Questionnaire): QuestionnaireView => ({
  id,
  note,
  effectiveFrom,
  questions: questions.map((question) => ({ ...question, options: question.options.map((option) => ({ ...option })) })),
});
