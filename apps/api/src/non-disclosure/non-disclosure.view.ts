import { ApiProperty } from '@nestjs/swagger';
import {
  nonDisclosureTransitions,
  protectedKinds,
  type AgreementText,
  type NonDisclosure,
  type Signature,
} from '#domain/non-disclosure/non-disclosure.js';
import { refusalReasons } from '#domain/non-disclosure/refusal-reasons.policy.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type { OwnText, Reading } from '#application/non-disclosure/non-disclosure.repository.js';

export class AgreementTextView {
  @ApiProperty({ description: '来源：平台示范文本或披露方文本', enum: ['market', 'owner'] }) source!: string;
  @ApiProperty({ description: '版次' }) version!: number;
  @ApiProperty({ description: '名称' }) title!: string;
  @ApiProperty({ description: '全文' }) body!: string;
  @ApiProperty({ description: '保密期限（月），自接受之日起算' }) confidentialMonths!: number;
  @ApiProperty({ description: '名称、全文与期限的摘要（SHA-256）；接受时原样填写' }) hash!: string;
}

export const agreementTextView = (text: AgreementText): AgreementTextView => ({
  source: text.source,
  version: text.version,
  title: text.title,
  body: text.body,
  confidentialMonths: text.confidentialMonths,
  hash: text.hash,
});

export class SignatureView {
  @ApiProperty({ description: '单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '人员编号', format: 'uuid' }) personId!: string;
  @ApiProperty({ description: '网络地址' }) address!: string;
  @ApiProperty({ description: '时间', format: 'date-time' }) at!: string;
}

const signatureView = ({ organizationId, personId, address, at }: Signature): SignatureView => ({
  ...{ organizationId, personId, address, at: at.toISOString() },
});

export class NonDisclosureView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '标的种类', enum: protectedKinds }) subjectKind!: string;
  @ApiProperty({ description: '标的编号', format: 'uuid' }) subjectId!: string;
  @ApiProperty({ description: '标的名称（申请时）' }) subjectTitle!: string;
  @ApiProperty({ description: '披露方单位编号', format: 'uuid' }) ownerOrganizationId!: string;
  @ApiProperty({ description: '接收方单位编号', format: 'uuid' }) recipientOrganizationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(nonDisclosureTransitions) }) state!: string;
  @ApiProperty({ description: '协议文本', type: AgreementTextView }) text!: AgreementTextView;
  @ApiProperty({ description: '查看用途' }) purpose!: string;
  @ApiProperty({ description: '发起方签署', type: SignatureView }) requested!: SignatureView;
  @ApiProperty({ description: '对方签署', type: SignatureView, nullable: true }) accepted!: SignatureView | null;
  @ApiProperty({ description: '保密义务至', type: 'string', format: 'date', nullable: true }) confidentialUntil!:
    string | null;
  @ApiProperty({ description: '拒绝原因代码', type: 'string', nullable: true }) refusalReason!: string | null;
  @ApiProperty({ description: '拒绝原因', type: 'string', nullable: true }) refusalReasonTitle!: string | null;
  @ApiProperty({ description: '拒绝、撤回或停止开放的说明', type: 'string', nullable: true }) closeReason!:
    string | null;
  @ApiProperty({ description: '版本' }) version!: number;
  @ApiProperty({ description: '发起时间', format: 'date-time' }) createdAt!: string;
}

export const nonDisclosureView = (agreement: NonDisclosure): NonDisclosureView => ({
  id: agreement.id,
  subjectKind: agreement.subject.kind,
  subjectId: agreement.subject.id,
  subjectTitle: agreement.subjectTitle,
  ownerOrganizationId: agreement.ownerOrganizationId,
  recipientOrganizationId: agreement.recipientOrganizationId,
  state: agreement.state,
  text: agreementTextView(agreement.text),
  purpose: agreement.purpose,
  requested: signatureView(agreement.requested),
  accepted: agreement.accepted && signatureView(agreement.accepted),
  confidentialUntil: agreement.confidentialUntil,
  refusalReason: agreement.refusalReason,
  refusalReasonTitle: agreement.refusalReason && refusalReasons.nonDisclosure[agreement.refusalReason],
  closeReason: agreement.closeReason,
  version: agreement.version,
  createdAt: agreement.createdAt.toISOString(),
});

export class OwnTextView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '版次' }) version!: number;
  @ApiProperty({ description: '名称' }) title!: string;
  @ApiProperty({ description: '全文' }) body!: string;
  @ApiProperty({ description: '保密期限（月）' }) confidentialMonths!: number;
  @ApiProperty({ description: '摘要（SHA-256）' }) hash!: string;
  @ApiProperty({ description: '制定时间', format: 'date-time' }) createdAt!: string;
  @ApiProperty({ description: '停用时间', type: 'string', format: 'date-time', nullable: true }) retiredAt!:
    string | null;
}

export const ownTextView = (text: OwnText): OwnTextView => ({
  id: text.id,
  version: text.version,
  title: text.title,
  body: text.body,
  confidentialMonths: text.confidentialMonths,
  hash: text.hash,
  createdAt: text.createdAt.toISOString(),
  retiredAt: text.retiredAt?.toISOString() ?? null,
});

export class ReadingView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '所看内容' }) part!: string;
  @ApiProperty({ description: '内容摘要（SHA-256）' }) contentHash!: string;
  @ApiProperty({ description: '查看单位编号', format: 'uuid' }) readerOrganizationId!: string;
  @ApiProperty({ description: '查看人员编号', format: 'uuid' }) personId!: string;
  @ApiProperty({ description: '依据：协议、披露方开放、主管部门职权', enum: ['agreement', 'open', 'bureau'] })
  basis!: string;
  @ApiProperty({ description: '保密协议编号', type: 'string', format: 'uuid', nullable: true }) agreementId!:
    string | null;
  @ApiProperty({ description: '网络地址' }) address!: string;
  @ApiProperty({ description: '查看时间', format: 'date-time' }) readAt!: string;
}

export const readingView = (reading: Reading): ReadingView => ({
  id: reading.id,
  part: reading.part,
  contentHash: reading.contentHash,
  readerOrganizationId: reading.readerOrganizationId,
  personId: reading.personId,
  basis: reading.basis,
  agreementId: reading.agreementId,
  address: reading.address,
  readAt: reading.readAt.toISOString(),
});
