import { ApiProperty } from '@nestjs/swagger';
import { licenceManners } from '#domain/contract/contract-terms.js';
import type { Fen } from '#domain/money/money.js';
import {
  consentGivers,
  rightConsentTransitions,
  type CoOwner,
  type CoOwnership,
  type RightConsent,
} from '#domain/right/co-ownership.js';
import { rightFlags, type RightFlag, type RightGuardRefusal } from '#domain/right/disposal.js';
import { overlayKinds, rightOverlayTransitions, type RightOverlay } from '#domain/right/overlay.js';
import { registeredKinds, type Right } from '#domain/right/right.js';
import { rightStates } from '#domain/contract/contract-terms.js';
import type { Result } from '#domain/shared/result.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type { CoOwned } from '#application/right/consent.service.js';
import type { RightInFull, RightVerification } from '#application/right/right.service.js';
import { problemCatalog } from '../http/problem.catalog.js';
import { moneyView, MoneyView } from '../http/money.view.js';

const moneyOrNull = (fen: Fen | null): MoneyView | null => (fen === null ? null : moneyView(fen));

export class RightView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '种类', enum: [...registeredKinds] }) kind!: string;
  @ApiProperty({ description: '权利人单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '所保护的成果编号', type: 'string', format: 'uuid', nullable: true }) achievementId!:
    string | null;
  @ApiProperty({ description: '号码' }) number!: string;
  @ApiProperty({ description: '名称' }) title!: string;
  @ApiProperty({ description: '状态' }) state!: string;
  @ApiProperty({ description: '权利现状（申请中、有效、已终止、无效）', enum: [...rightStates] }) standing!: string;
  @ApiProperty({ description: '申请日或完成日', format: 'date' }) filedOn!: string;
  @ApiProperty({ description: '授权或登记日', type: 'string', format: 'date', nullable: true }) grantedOn!:
    string | null;
  @ApiProperty({
    description: '期限的最后一日；法律或事实不能确定时为 null',
    type: 'string',
    format: 'date',
    nullable: true,
  })
  expiresOn!: string | null;
  @ApiProperty({ description: '保密' }) secret!: boolean;
  @ApiProperty({ description: '版本，用于 If-Match', type: 'integer' }) version!: number;
}
export class RightOverlayView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '知识产权编号', format: 'uuid' }) rightId!: string;
  @ApiProperty({ description: '权利种类', enum: [...registeredKinds] }) rightKind!: string;
  @ApiProperty({ description: '号码' }) rightNumber!: string;
  @ApiProperty({ description: '名称' }) rightTitle!: string;
  @ApiProperty({ description: '权利人单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '负担种类', enum: [...overlayKinds] }) kind!: string;
  @ApiProperty({ description: '状态', enum: statesOf(rightOverlayTransitions) }) state!: string;
  @ApiProperty({ description: '质权人、被许可人等的单位编号', type: 'string', format: 'uuid', nullable: true })
  holderOrganizationId!: string | null;
  @ApiProperty({ description: '质权人、被许可人等的名称' }) holderName!: string;
  @ApiProperty({ description: '许可方式', enum: [...licenceManners], type: 'string', nullable: true }) manner!:
    string | null;
  @ApiProperty({ description: '地域（空为全国）', type: [String] }) territory!: readonly string[];
  @ApiProperty({ description: '起始日', format: 'date' }) from!: string;
  @ApiProperty({ description: '截止日', type: 'string', format: 'date', nullable: true }) until!: string | null;
  @ApiProperty({ description: '被担保的金额', type: MoneyView, nullable: true }) securedAmount!: MoneyView | null;
  @ApiProperty({ description: '登记号或文号', type: 'string', nullable: true }) reference!: string | null;
  @ApiProperty({ description: '依据' }) basis!: string;
  @ApiProperty({ description: '证明材料的附件编号', type: 'string', format: 'uuid', nullable: true }) evidenceId!:
    string | null;
  @ApiProperty({ description: '合同编号', type: 'string', format: 'uuid', nullable: true }) contractId!: string | null;
  @ApiProperty({ description: '已由第二人核对' }) confirmed!: boolean;
  @ApiProperty({ description: '解除依据', type: 'string', nullable: true }) releaseBasis!: string | null;
  @ApiProperty({ description: '解除材料的附件编号', type: 'string', format: 'uuid', nullable: true })
  releaseEvidenceId!: string | null;
  @ApiProperty({ description: '结束日', type: 'string', format: 'date', nullable: true }) endedOn!: string | null;
  @ApiProperty({ description: '版本', type: 'integer' }) version!: number;
  @ApiProperty({ description: '登记时间', format: 'date-time' }) createdAt!: string;
}
export class CoOwnerView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '知识产权编号', format: 'uuid' }) rightId!: string;
  @ApiProperty({ description: '共有人单位编号', type: 'string', format: 'uuid', nullable: true }) organizationId!:
    string | null;
  @ApiProperty({ description: '共有人名称' }) name!: string;
}
export class CoOwnershipView {
  @ApiProperty({ description: '登记的权利人以外的共有人', type: [CoOwnerView] }) owners!: CoOwnerView[];
  @ApiProperty({ description: '约定可单独作的处分；null 为没有约定', type: [String], nullable: true }) soloActs!:
    readonly string[] | null;
}
export class CoOwnedRightView {
  @ApiProperty({ description: '共有人编号，表示同意时使用', format: 'uuid' }) coOwnerId!: string;
  @ApiProperty({ description: '共有的知识产权', type: RightView }) right!: RightView;
}
export class RightConsentView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '知识产权编号', format: 'uuid' }) rightId!: string;
  @ApiProperty({ description: '同意人（质权人、共有人、主管机关）', enum: [...consentGivers] }) giver!: string;
  @ApiProperty({ description: '质押编号', type: 'string', format: 'uuid', nullable: true }) overlayId!: string | null;
  @ApiProperty({ description: '共有人编号', type: 'string', format: 'uuid', nullable: true }) coOwnerId!: string | null;
  @ApiProperty({
    description: '自行表示同意的单位；由权利人代为声明的为 null',
    type: 'string',
    format: 'uuid',
    nullable: true,
  })
  givenByOrganizationId!: string | null;
  @ApiProperty({ description: '同意的处分', type: [String] }) acts!: readonly string[];
  @ApiProperty({ description: '有效期', type: 'string', format: 'date', nullable: true }) validUntil!: string | null;
  @ApiProperty({ description: '状态（已声明待核对、已同意、已撤回）', enum: statesOf(rightConsentTransitions) })
  state!: string;
  @ApiProperty({ description: '依据' }) basis!: string;
  @ApiProperty({ description: '书面文件的附件编号', type: 'string', format: 'uuid', nullable: true }) evidenceId!:
    string | null;
  @ApiProperty({ description: '时间', format: 'date-time' }) createdAt!: string;
}
export class RightVerificationView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '知识产权编号', format: 'uuid' }) rightId!: string;
  @ApiProperty({ description: '所依据的材料', enum: ['certificate', 'registerCopy', 'officialQuery'] }) source!: string;
  @ApiProperty({ description: '与登记一致' }) agrees!: boolean;
  @ApiProperty({ description: '说明', type: 'string', nullable: true }) note!: string | null;
  @ApiProperty({ description: '材料的附件编号', format: 'uuid' }) evidenceId!: string;
  @ApiProperty({ description: '核对时间', format: 'date-time' }) verifiedAt!: string;
}
export class RightInFullView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '种类', enum: [...registeredKinds] }) kind!: string;
  @ApiProperty({ description: '权利人单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '所保护的成果编号', type: 'string', format: 'uuid', nullable: true }) achievementId!:
    string | null;
  @ApiProperty({ description: '号码' }) number!: string;
  @ApiProperty({ description: '名称' }) title!: string;
  @ApiProperty({ description: '状态' }) state!: string;
  @ApiProperty({ description: '权利现状（申请中、有效、已终止、无效）', enum: [...rightStates] }) standing!: string;
  @ApiProperty({ description: '申请日或完成日', format: 'date' }) filedOn!: string;
  @ApiProperty({ description: '授权或登记日', type: 'string', format: 'date', nullable: true }) grantedOn!:
    string | null;
  @ApiProperty({
    description: '期限的最后一日；法律或事实不能确定时为 null',
    type: 'string',
    format: 'date',
    nullable: true,
  })
  expiresOn!: string | null;
  @ApiProperty({ description: '保密' }) secret!: boolean;
  @ApiProperty({ description: '版本，用于 If-Match', type: 'integer' }) version!: number;
  @ApiProperty({ description: '现有的权利负担', type: [RightOverlayView] }) overlays!: RightOverlayView[];
  @ApiProperty({ description: '共有情况', type: CoOwnershipView }) coOwnership!: CoOwnershipView;
  @ApiProperty({ description: '有效的同意', type: [RightConsentView] }) consents!: RightConsentView[];
  @ApiProperty({ description: '年费处于滞纳期' }) feeOverdue!: boolean;
  @ApiProperty({ description: '最近一次核对', type: RightVerificationView, nullable: true })
  verification!: RightVerificationView | null;
}
export class DisposalAnswerView {
  @ApiProperty({ description: '依法可以' }) allowed!: boolean;
  @ApiProperty({ description: '须告知对方的事项', enum: [...rightFlags], isArray: true }) flags!: readonly string[];
  @ApiProperty({ description: '不可以的原因代码', type: 'string', nullable: true }) code!: string | null;
  @ApiProperty({ description: '原因', type: 'string', nullable: true }) title!: string | null;
  @ApiProperty({ description: '说明', type: 'string', nullable: true }) detail!: string | null;
  @ApiProperty({ description: '如何办理', type: 'string', nullable: true }) repair!: string | null;
  @ApiProperty({ description: '依据', type: 'string', nullable: true }) article!: string | null;
}
export const rightView = (right: Right): RightView => ({
  id: right.id,
  kind: right.kind,
  organizationId: right.organizationId,
  achievementId: right.achievementId,
  number: right.number,
  title: right.title,
  state: right.state,
  standing: right.standing,
  filedOn: right.filedOn,
  grantedOn: right.grantedOn,
  expiresOn: right.expiresOn,
  secret: right.secret,
  version: right.version,
});

export const overlayView = (overlay: RightOverlay): RightOverlayView => ({
  id: overlay.id,
  rightId: overlay.rightId,
  rightKind: overlay.rightKind,
  rightNumber: overlay.rightNumber,
  rightTitle: overlay.rightTitle,
  organizationId: overlay.organizationId,
  kind: overlay.kind,
  state: overlay.state,
  holderOrganizationId: overlay.holderOrganizationId,
  holderName: overlay.holderName,
  manner: overlay.manner,
  territory: overlay.territory,
  from: overlay.from,
  until: overlay.until,
  reference: overlay.reference,
  basis: overlay.basis,
  evidenceId: overlay.evidenceId,
  contractId: overlay.contractId,
  releaseBasis: overlay.releaseBasis,
  releaseEvidenceId: overlay.releaseEvidenceId,
  endedOn: overlay.endedOn,
  version: overlay.version,
  securedAmount: moneyOrNull(overlay.securedAmount),
  confirmed: overlay.confirmedBy !== null || overlay.registeredBy === null,
  createdAt: overlay.createdAt.toISOString(),
});

export const coOwnerView = (owner: CoOwner): CoOwnerView => ({
  id: owner.id,
  rightId: owner.rightId,
  organizationId: owner.coOwnerOrganizationId,
  name: owner.name,
});

export const coOwnershipView = ({ owners, soloActs }: CoOwnership): CoOwnershipView => ({
  owners: owners.map(coOwnerView),
  soloActs,
});

export const coOwnedView = ({ coOwner, right }: CoOwned): CoOwnedRightView => ({
  coOwnerId: coOwner.id,
  right: rightView(right),
});

export const consentView = (consent: RightConsent): RightConsentView => ({
  id: consent.id,
  rightId: consent.rightId,
  giver: consent.giver,
  overlayId: consent.overlayId,
  coOwnerId: consent.coOwnerId,
  givenByOrganizationId: consent.givenByOrganizationId,
  acts: consent.acts,
  validUntil: consent.validUntil,
  state: consent.state,
  basis: consent.basis,
  evidenceId: consent.evidenceId,
  createdAt: consent.createdAt.toISOString(),
});

export const verificationView = (verification: RightVerification): RightVerificationView => ({
  id: verification.id,
  rightId: verification.rightId,
  source: verification.source,
  agrees: verification.agrees,
  note: verification.note,
  evidenceId: verification.evidenceId,
  verifiedAt: verification.verifiedAt.toISOString(),
});

export const rightInFullView = ({ right, situation, verification }: RightInFull): RightInFullView => ({
  ...rightView(right),
  overlays: situation.overlays.map(overlayView),
  coOwnership: coOwnershipView(situation.coOwnership),
  consents: situation.consents.map(consentView),
  feeOverdue: situation.feeOverdue,
  verification: verification && verificationView(verification),
});

/** A refusal is told in the words of the catalog, as an act would be refused with it. */
export function answerView(answer: Result<readonly RightFlag[], RightGuardRefusal>): DisposalAnswerView {
  if (answer.ok) {
    return { allowed: true, flags: answer.value, code: null, title: null, detail: null, repair: null, article: null };
  }
  const { code, params = {} } = answer.refusal;
  const { title, detail, repair, article = null } = problemCatalog[code];
  const told = detail.replace(/\{(\w+)\}/gu, (_match, name: string) => params[name] ?? '');
  return { allowed: false, flags: [], code, title, detail: told, repair, article };
}
