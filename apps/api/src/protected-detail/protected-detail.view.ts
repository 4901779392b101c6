import { ApiProperty } from '@nestjs/swagger';
import type { DetailVersion } from '#application/protected-detail/protected-detail.repository.js';
import { layeredKinds, type Detail, type Face } from '#application/protected-detail/protected-detail.service.js';
import { agreementTextView, AgreementTextView } from '../non-disclosure/non-disclosure.view.js';

const accesses = ['owner', 'bureau', 'agreed', 'asked', 'notAsked', 'signInFirst'] as const;

/** How to get to read on, by where the caller stands. */
const ways = {
  owner: '本单位的资料，可直接查看。',
  bureau: '可依职权查看，查看会被记录。',
  agreed: '已达成保密协议，可直接查看，查看会被记录。',
  asked: '保密协议待对方答复。',
  notAsked: '请阅读协议全文后发起保密协议，对方接受后即可查看。',
  signInFirst: '请先以经核验单位的身份登录，再发起保密协议。',
} as const satisfies Record<Face['access'], string>;

export class ProtectedFaceView {
  @ApiProperty({ description: '种类', enum: layeredKinds }) subjectKind!: string;
  @ApiProperty({ description: '编号', format: 'uuid' }) subjectId!: string;
  @ApiProperty({ description: '名称' }) title!: string;
  @ApiProperty({ description: '披露方单位编号', format: 'uuid' }) ownerOrganizationId!: string;
  @ApiProperty({ description: '公开内容以外是否还有详细资料' }) holdsDetails!: boolean;
  @ApiProperty({ description: '当前身份能否查看', enum: accesses }) access!: string;
  @ApiProperty({ description: '如何查看' }) howTo!: string;
  @ApiProperty({ description: '本单位的保密协议编号', type: 'string', format: 'uuid', nullable: true }) agreementId!:
    string | null;
  @ApiProperty({ description: '需要接受的保密协议', type: AgreementTextView }) agreement!: AgreementTextView;
}

export const protectedFaceView = (face: Face): ProtectedFaceView => ({
  subjectKind: face.subject.kind,
  subjectId: face.subject.id,
  title: face.title,
  ownerOrganizationId: face.ownerOrganizationId,
  holdsDetails: face.holdsDetails,
  access: face.access,
  howTo: face.holdsDetails ? ways[face.access] : '公开内容以外没有其他资料。',
  agreementId: face.agreementId,
  agreement: agreementTextView(face.text),
});

export class ProtectedContentView {
  @ApiProperty({ description: '种类', enum: layeredKinds }) subjectKind!: string;
  @ApiProperty({ description: '编号', format: 'uuid' }) subjectId!: string;
  @ApiProperty({ description: '详细资料' }) detail!: string;
  @ApiProperty({ description: '版次；成果的披露内容没有版次', type: 'integer', nullable: true }) serial!: number | null;
  @ApiProperty({ description: '内容摘要（SHA-256）' }) hash!: string;
}

export const protectedContentView = ({ subject, detail, serial, hash }: Detail): ProtectedContentView => ({
  ...{ subjectKind: subject.kind, subjectId: subject.id, detail, serial, hash },
});

export class DetailVersionView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '版次' }) serial!: number;
  @ApiProperty({ description: '详细资料' }) detail!: string;
  @ApiProperty({ description: '内容摘要（SHA-256）' }) hash!: string;
  @ApiProperty({ description: '写入时间', format: 'date-time' }) createdAt!: string;
}

export const detailVersionView = (version: DetailVersion): DetailVersionView => ({
  id: version.id,
  serial: version.serial,
  detail: version.detail,
  hash: version.hash,
  createdAt: version.createdAt.toISOString(),
});
