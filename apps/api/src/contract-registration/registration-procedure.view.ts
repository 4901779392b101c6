import { ApiProperty } from '@nestjs/swagger';
import { caseClock } from '#domain/contract-registration/case-clock.js';
import type { ExpertPanel } from '#domain/contract-registration/expert-panel.js';
import { expertPanelTransitions } from '#domain/contract-registration/expert-panel.js';
import {
  objectors,
  reexaminationOutcomes,
  reexaminationTransitions,
  type Reexamination,
} from '#domain/contract-registration/reexamination.js';
import {
  registrationChangeTransitions,
  type RegistrationChange,
} from '#domain/contract-registration/registration-change.js';
import { contractTypes } from '#domain/contract/contract.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type { Duplicate } from '#application/contract-registration/registration-precheck.js';
import type {
  RegistrationHistory,
  RegistrationOnDay,
} from '#application/contract-registration/registration-history.service.js';
import type { RegistrationRevision } from '#application/contract-registration/registration-revision.repository.js';
import { moneyView, MoneyView } from '../http/money.view.js';

const uuidOrNull = { type: 'string', format: 'uuid', nullable: true } as const;
const textOrNull = { type: 'string', nullable: true } as const;
const instantOrNull = { type: 'string', format: 'date-time', nullable: true } as const;
const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null;

export class RegistrationChangeView {
  @ApiProperty({ description: '变更申请编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '登记编号（平台内部）', format: 'uuid' }) registrationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(registrationChangeTransitions) }) state!: string;
  @ApiProperty({ description: '变更后的项目名称', ...textOrNull }) title!: string | null;
  @ApiProperty({ description: '变更后的成交额', type: MoneyView, nullable: true }) contractValue!: MoneyView | null;
  @ApiProperty({ description: '变更后申报的技术交易额', type: MoneyView, nullable: true })
  declaredTechnologyValue!: MoneyView | null;
  @ApiProperty({ description: '变更后的有效期至', type: 'string', format: 'date', nullable: true }) validUntil!:
    string | null;
  @ApiProperty({ description: '变更后是否关联交易', type: 'boolean', nullable: true }) relatedParty!: boolean | null;
  @ApiProperty({ description: '变更理由' }) reason!: string;
  @ApiProperty({ description: '变更证明', type: [String] }) evidence!: string[];
  @ApiProperty({ description: '重新核定的技术交易额', type: MoneyView, nullable: true })
  verifiedTechnologyValue!: MoneyView | null;
  @ApiProperty({ description: '核定合同类型', type: 'string', enum: contractTypes, nullable: true }) verifiedType!:
    string | null;
  @ApiProperty({ description: '核定或不予变更的理由', ...textOrNull }) decisionReason!: string | null;
  @ApiProperty({ description: '申请时间', format: 'date-time' }) requestedAt!: string;
  @ApiProperty({ description: '办结时间', ...instantOrNull }) decidedAt!: string | null;
}

export const registrationChangeView = (change: RegistrationChange): RegistrationChangeView => ({
  id: change.id,
  registrationId: change.registrationId,
  state: change.state,
  title: change.terms.title,
  contractValue: change.terms.contractValue === null ? null : moneyView(change.terms.contractValue),
  declaredTechnologyValue:
    change.terms.declaredTechnologyValue === null ? null : moneyView(change.terms.declaredTechnologyValue),
  validUntil: change.terms.validUntil,
  relatedParty: change.terms.relatedParty,
  reason: change.reason,
  evidence: [...change.evidence],
  verifiedTechnologyValue: change.verifiedTechnologyValue === null ? null : moneyView(change.verifiedTechnologyValue),
  verifiedType: change.verifiedType,
  decisionReason: change.decisionReason,
  requestedAt: change.requestedAt.toISOString(),
  decidedAt: iso(change.decidedAt),
});

export class RegistrationChangesView {
  @ApiProperty({ description: '历次变更申请', type: [RegistrationChangeView] }) items!: RegistrationChangeView[];
}

export class ReexaminationView {
  @ApiProperty({ description: '异议编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '登记编号（平台内部）', format: 'uuid' }) registrationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(reexaminationTransitions) }) state!: string;
  @ApiProperty({ description: '异议人', enum: objectors }) objector!: string;
  @ApiProperty({ description: '来函机关与文号', ...textOrNull }) letter!: string | null;
  @ApiProperty({ description: '异议理由' }) reason!: string;
  @ApiProperty({ description: '结论', type: 'string', enum: reexaminationOutcomes, nullable: true }) outcome!:
    string | null;
  @ApiProperty({ description: '结论的理由', ...textOrNull }) decisionReason!: string | null;
  @ApiProperty({ description: '提出时间', format: 'date-time' }) requestedAt!: string;
  @ApiProperty({ description: '办结时间', ...instantOrNull }) decidedAt!: string | null;
}

export const reexaminationView = (made: Reexamination): ReexaminationView => ({
  id: made.id,
  registrationId: made.registrationId,
  state: made.state,
  objector: made.objector,
  letter: made.letter,
  reason: made.reason,
  outcome: made.outcome,
  decisionReason: made.decisionReason,
  requestedAt: made.requestedAt.toISOString(),
  decidedAt: iso(made.decidedAt),
});

export class ReexaminationsView {
  @ApiProperty({ description: '历次异议', type: [ReexaminationView] }) items!: ReexaminationView[];
}

export class OpinionView {
  @ApiProperty({ description: '意见', enum: ['register', 'refuse'] }) stance!: string;
  @ApiProperty({ description: '意见内容' }) text!: string;
  @ApiProperty({ description: '建议的技术交易额', type: MoneyView, nullable: true }) technologyValue!: MoneyView | null;
  @ApiProperty({ description: '发表时间', format: 'date-time' }) givenAt!: string;
}

export class ExpertView {
  @ApiProperty({ description: '姓名' }) name!: string;
  @ApiProperty({ description: '工作单位' }) workUnit!: string;
  @ApiProperty({ description: '回避理由', ...textOrNull }) recusal!: string | null;
  @ApiProperty({ description: '意见', type: OpinionView, nullable: true }) opinion!: OpinionView | null;
}

export class PanelResultView {
  @ApiProperty({ description: '结论', enum: ['register', 'refuse', 'divided'] }) stance!: string;
  @ApiProperty({ description: '赞成人数' }) inFavour!: number;
  @ApiProperty({ description: '反对人数' }) against!: number;
}

export class ExpertPanelView {
  @ApiProperty({ description: '专家审核编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '状态', enum: statesOf(expertPanelTransitions) }) state!: string;
  @ApiProperty({ description: '请专家回答的问题' }) question!: string;
  @ApiProperty({ description: '专家', type: [ExpertView] }) experts!: ExpertView[];
  @ApiProperty({ description: '多数意见', type: PanelResultView, nullable: true }) result!: PanelResultView | null;
  @ApiProperty({ description: '组织时间', format: 'date-time' }) calledAt!: string;
  @ApiProperty({ description: '结束时间', ...instantOrNull }) concludedAt!: string | null;
}

export const expertPanelView = (panel: ExpertPanel): ExpertPanelView => ({
  id: panel.id,
  state: panel.state,
  question: panel.question,
  experts: panel.experts.map(({ name, workUnit, recusal, opinion }) => ({
    name,
    workUnit,
    recusal,
    opinion: opinion && {
      ...opinion,
      technologyValue: opinion.technologyValue === null ? null : moneyView(opinion.technologyValue),
    },
  })),
  result: panel.result && { ...panel.result },
  calledAt: panel.calledAt.toISOString(),
  concludedAt: iso(panel.concludedAt),
});

export class ExpertPanelsView {
  @ApiProperty({ description: '历次专家审核', type: [ExpertPanelView] }) items!: ExpertPanelView[];
}

export class RevisionView {
  @ApiProperty({ description: '版次' }) revision!: number;
  @ApiProperty({ description: '类别', enum: ['registered', 'changed', 'cancelled'] }) kind!: string;
  @ApiProperty({ description: '生效日', format: 'date' }) effectiveOn!: string;
  @ApiProperty({ description: '项目名称' }) title!: string;
  @ApiProperty({ description: '核定合同类型', enum: contractTypes }) type!: string;
  @ApiProperty({ description: '成交额', type: MoneyView }) contractValue!: MoneyView;
  @ApiProperty({ description: '核定技术交易额', type: MoneyView }) technologyValue!: MoneyView;
  @ApiProperty({ description: '理由', ...textOrNull }) reason!: string | null;
  @ApiProperty({ description: '时间', format: 'date-time' }) at!: string;
}

const revisionView = (revision: RegistrationRevision): RevisionView => ({
  revision: revision.revision,
  kind: revision.kind,
  effectiveOn: revision.effectiveOn,
  title: revision.title,
  type: revision.type,
  contractValue: moneyView(revision.contractValue),
  technologyValue: moneyView(revision.technologyValue),
  reason: revision.reason,
  at: revision.at.toISOString(),
});

export class PastStepView {
  @ApiProperty({ description: '步骤' }) event!: string;
  @ApiProperty({ description: '原状态', ...textOrNull }) fromState!: string | null;
  @ApiProperty({ description: '新状态' }) toState!: string;
  @ApiProperty({ description: '理由', ...textOrNull }) reason!: string | null;
  @ApiProperty({ description: '经办人（仅登记机构与审计可见）', ...uuidOrNull }) personId!: string | null;
  @ApiProperty({ description: '时间', format: 'date-time' }) at!: string;
}

export class RegistrationHistoryView {
  @ApiProperty({ description: '办理步骤', type: [PastStepView] }) steps!: PastStepView[];
  @ApiProperty({ description: '登记版次', type: [RevisionView] }) revisions!: RevisionView[];
}

export const registrationHistoryView = ({ steps, revisions }: RegistrationHistory): RegistrationHistoryView => ({
  steps: steps.map((step) => ({ ...step, at: step.at.toISOString() })),
  revisions: revisions.map(revisionView),
});

export class RegistrationOnDayView {
  @ApiProperty({ description: '日期', format: 'date' }) on!: string;
  @ApiProperty({ description: '当日终了时的办理状态；尚未申请为 null', ...textOrNull }) state!: string | null;
  @ApiProperty({ description: '当日有效或最后的登记内容', type: RevisionView, nullable: true })
  revision!: RevisionView | null;
}

export const registrationOnDayView = ({ on, state, revision }: RegistrationOnDay): RegistrationOnDayView => ({
  on,
  state,
  revision: revision && revisionView(revision),
});

export class DuplicateAgreementView {
  @ApiProperty({ description: '相同之处', enum: ['textHash', 'parties', 'title', 'amount', 'signedOn'] }) kind!: string;
  @ApiProperty({ description: '相同程度（百分比）' }) percent!: number;
  @ApiProperty({ description: '说明' }) text!: string;
}

export class DuplicateView {
  @ApiProperty({ description: '登记编号（平台内部）', format: 'uuid' }) registrationId!: string;
  @ApiProperty({ description: '平台编号' }) provisionalNumber!: string;
  @ApiProperty({ description: '16 位登记编号', ...textOrNull }) registrationNumber!: string | null;
  @ApiProperty({ description: '项目名称' }) title!: string;
  @ApiProperty({ description: '登记点代码' }) office!: string;
  @ApiProperty({ description: '状态' }) state!: string;
  @ApiProperty({ description: '现由谁办理' }) holder!: string;
  @ApiProperty({ description: '判断：same 为同一合同，near 为疑似', enum: ['same', 'near'] }) verdict!: string;
  @ApiProperty({ description: '依据', type: [DuplicateAgreementView] }) agreements!: DuplicateAgreementView[];
}

export class DuplicatesView {
  @ApiProperty({ description: '疑似重复的登记', type: [DuplicateView] }) items!: DuplicateView[];
}

export const duplicatesView = (duplicates: readonly Duplicate[], now: Date): DuplicatesView => ({
  items: duplicates.map(({ registration, verdict, agreements }) => ({
    registrationId: registration.id,
    provisionalNumber: registration.provisionalNumber,
    registrationNumber: registration.registrationNumber,
    title: registration.contract.title,
    office: registration.office,
    state: registration.state,
    holder: caseClock(registration, now).holder,
    verdict,
    agreements: agreements.map((agreement) => ({ ...agreement })),
  })),
});
