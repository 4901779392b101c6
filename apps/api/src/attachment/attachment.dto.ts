import { attachmentSubjects, type AttachmentSubject } from '#domain/attachment/attachment.js';
import { materialKindCodes, type MaterialKind } from '#domain/attachment/material-kinds.policy.js';
import { ChoiceField, IdField, TextField } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

const subjectTitle =
  '所属对象：contract 合同，contractRegistration 认定登记，achievement 科技成果，transferProcedure 转化流程，fundedProject 财政资金项目，evaluation 第三方评价，readinessClaim 成熟度申报，pilotProject 中试项目';

export class NewAttachmentQuery {
  @ChoiceField({ title: subjectTitle, values: attachmentSubjects, example: 'contract' })
  subjectKind!: AttachmentSubject;
  @IdField({ title: '所属对象的编号' }) subjectId!: string;
  @ChoiceField({ title: '材料种类', values: materialKindCodes, example: 'contractText' }) materialKind!: MaterialKind;
  @TextField({ title: '文件名', max: 200, example: '技术开发合同.pdf' }) fileName!: string;
}

export class AttachmentsQuery extends PageQuery {
  @ChoiceField({ title: subjectTitle, values: attachmentSubjects, example: 'contract' })
  subjectKind!: AttachmentSubject;
  @IdField({ title: '所属对象的编号' }) subjectId!: string;
}

export class RemovalDto {
  @TextField({ title: '移除原因', min: 2, max: 500, example: '传错了文件' }) reason!: string;
}
