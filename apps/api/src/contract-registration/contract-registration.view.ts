import { ApiProperty } from '@nestjs/swagger';
import { caseClock } from '#domain/contract-registration/case-clock.js';
import {
  cancellationDue,
  changeDue,
  contractRegistrationTransitions,
  standingOf,
  type ContractRegistration,
} from '#domain/contract-registration/contract-registration.js';
import { holders } from '#domain/contract-registration/holder.js';
import { refusalGrounds } from '#domain/contract-registration/refusal-grounds.policy.js';
import type { Finding } from '#domain/contract-registration/precheck.js';
import { ruleSets } from '#domain/contract-registration/rule-set.policy.js';
import { contractTypes } from '#domain/contract/contract.js';
import { statesOf } from '#domain/shared/state-machine.js';
import { moneyView, MoneyView } from '../http/money.view.js';

export class LandingView {
  @ApiProperty({ description: '实施地县区代码' }) countyCode!: string;
  @ApiProperty({ description: '示范区代码', type: 'string', nullable: true }) zoneCode!: string | null;
  @ApiProperty({ description: '实施地点', type: 'string', nullable: true }) site!: string | null;
  @ApiProperty({ description: '落地证明', type: [String] }) evidence!: string[];
}

export class RuleSetView {
  @ApiProperty({ description: '规则编号', enum: ruleSets.map((set) => set.id) }) id!: string;
  @ApiProperty({ description: '名称' }) title!: string;
  @ApiProperty({ description: '来源' }) source!: string;
  @ApiProperty({ description: '文本可靠程度', enum: ['read', 'secondary', 'draft'] }) evidence!: string;
  @ApiProperty({ description: '说明' }) note!: string;
}

export class SupplementView {
  @ApiProperty({ description: '补正时间', format: 'date-time' }) suppliedAt!: string;
  @ApiProperty({ description: '补正说明' }) note!: string;
  @ApiProperty({ description: '补正材料', type: [String] }) documents!: string[];
}

export class StatedGroundView {
  @ApiProperty({ description: '理由代码', enum: refusalGrounds.map((ground) => ground.code) }) code!: string;
  @ApiProperty({ description: '理由' }) title!: string;
  @ApiProperty({ description: '依据的事实' }) evidence!: string;
  @ApiProperty({ description: '如何改正' }) repair!: string;
}

export class CodeConfirmationView {
  @ApiProperty({ description: '统一社会信用代码' }) creditCode!: string;
  @ApiProperty({ description: '核实依据' }) evidence!: string;
  @ApiProperty({ description: '核实时间', format: 'date-time' }) confirmedAt!: string;
}

export class ContractRegistrationView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '技术合同编号', format: 'uuid' }) contractId!: string;
  @ApiProperty({ description: '申请单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(contractRegistrationTransitions) }) state!: string;
  @ApiProperty({ description: '平台编号（QY-年份-序号-校验码，不是登记编号）；凭它可不登录查进度' })
  provisionalNumber!: string;
  @ApiProperty({ description: '现由谁办理', enum: holders }) holder!: string;
  @ApiProperty({ description: '经办登记员编号', type: 'string', format: 'uuid', nullable: true })
  holderPersonId!: string | null;
  @ApiProperty({ description: '现办理方自何时起办理', format: 'date-time' }) heldSince!: string;
  @ApiProperty({ description: '距期限天数（按期限自身的单位；负数为逾期）', type: 'integer', nullable: true })
  daysLeft!: number | null;
  @ApiProperty({ description: '期限单位', type: 'string', enum: ['day', 'workingDay'], nullable: true })
  daysLeftUnit!: string | null;
  @ApiProperty({ description: '是否逾期' }) overdue!: boolean;
  @ApiProperty({ description: '登记效力', type: 'string', enum: ['valid', 'changed', 'cancelled'], nullable: true })
  standing!: string | null;
  @ApiProperty({ description: '登记版次：0 为尚未登记，1 为首次登记，此后每变更一次加一' }) revision!: number;
  @ApiProperty({ description: '最近一次变更登记的时间', type: 'string', format: 'date-time', nullable: true })
  changedAt!: string | null;
  @ApiProperty({ description: '是否技术进口合同（由境内买方申请）' }) technologyImport!: boolean;
  @ApiProperty({ description: '合同文本的 SHA-256', type: 'string', nullable: true }) contractTextSha256!:
    string | null;
  @ApiProperty({ description: '经核实的统一社会信用代码', type: [CodeConfirmationView] })
  codeConfirmations!: CodeConfirmationView[];
  @ApiProperty({ description: '项目名称' }) title!: string;
  @ApiProperty({ description: '登记点代码' }) office!: string;
  @ApiProperty({ description: '落地情况', type: LandingView }) landing!: LandingView;
  @ApiProperty({ description: '是否有争议' }) disputed!: boolean;
  @ApiProperty({ description: '适用规则（按受理日）', type: RuleSetView, nullable: true }) ruleSet!: RuleSetView | null;
  @ApiProperty({ description: '受理日（补正后重新起算）', type: 'string', format: 'date', nullable: true })
  acceptedOn!: string | null;
  @ApiProperty({ description: '办结期限', type: 'string', format: 'date', nullable: true }) dueOn!: string | null;
  @ApiProperty({ description: '期限说明', type: 'string', nullable: true }) dueNote!: string | null;
  @ApiProperty({ description: '需补正的内容', type: 'string', nullable: true }) supplementRequest!: string | null;
  @ApiProperty({ description: '历次补正', type: [SupplementView] }) supplements!: SupplementView[];
  @ApiProperty({ description: '成交额', type: MoneyView }) contractValue!: MoneyView;
  @ApiProperty({ description: '申报技术交易额', type: MoneyView }) declaredTechnologyValue!: MoneyView;
  @ApiProperty({ description: '核定技术交易额', type: MoneyView, nullable: true })
  verifiedTechnologyValue!: MoneyView | null;
  @ApiProperty({ description: '申报合同类型', enum: contractTypes }) declaredType!: string;
  @ApiProperty({ description: '核定合同类型', type: 'string', enum: contractTypes, nullable: true }) verifiedType!:
    string | null;
  @ApiProperty({ description: '核定理由', type: 'string', nullable: true }) determinationReason!: string | null;
  @ApiProperty({ description: '登记编号（16 位）', type: 'string', nullable: true }) registrationNumber!: string | null;
  @ApiProperty({ description: '登记时间', type: 'string', format: 'date-time', nullable: true }) registeredAt!:
    string | null;
  @ApiProperty({ description: '不予登记的理由', type: [StatedGroundView] }) refusalGrounds!: StatedGroundView[];
  @ApiProperty({ description: '退回或注销的理由', type: 'string', nullable: true }) closingReason!: string | null;
  @ApiProperty({ description: '合同已解除，待登记机构注销登记' }) cancellationDue!: boolean;
  @ApiProperty({ description: '合同解除时间', type: 'string', format: 'date-time', nullable: true })
  contractEndedAt!: string | null;
  @ApiProperty({ description: '金额尚未确定（提成合同），核定后仍须补充' }) amountsOpen!: boolean;
  @ApiProperty({ description: '双方已确认金额，待登记主体申请变更登记' }) changeDue!: boolean;
  @ApiProperty({ description: '双方确认的成交总额', type: MoneyView, nullable: true })
  settledContractValue!: MoneyView | null;
  @ApiProperty({ description: '双方确认的技术交易额', type: MoneyView, nullable: true })
  settledTechnologyValue!: MoneyView | null;
  @ApiProperty({ description: '在办的变更申请', type: 'string', enum: ['requested', 'verified'], nullable: true })
  openChange!: string | null;
  @ApiProperty({ description: '版本' }) version!: number;
  @ApiProperty({ description: '申请时间', format: 'date-time' }) createdAt!: string;
}

export function contractRegistrationView(registration: ContractRegistration, now: Date): ContractRegistrationView {
  const { contract, determination } = registration;
  const clock = caseClock(registration, now);
  return {
    id: registration.id,
    contractId: registration.contractId,
    organizationId: registration.organizationId,
    state: registration.state,
    provisionalNumber: registration.provisionalNumber,
    holder: clock.holder,
    holderPersonId: clock.holderPersonId,
    heldSince: clock.since.toISOString(),
    daysLeft: clock.daysLeft,
    daysLeftUnit: clock.unit,
    overdue: clock.overdue,
    standing: standingOf(registration),
    revision: registration.revision,
    changedAt: registration.changedAt?.toISOString() ?? null,
    technologyImport: registration.technologyImport,
    contractTextSha256: registration.contractTextHash,
    codeConfirmations: registration.codeConfirmations.map(({ creditCode, evidence, confirmedAt }) => ({
      creditCode,
      evidence,
      confirmedAt,
    })),
    title: contract.title,
    office: registration.office,
    landing: { ...registration.landing, evidence: [...registration.landing.evidence] },
    disputed: registration.disputed,
    ruleSet: ruleSetView(registration.ruleSetId),
    acceptedOn: registration.acceptedOn,
    dueOn: registration.dueOn,
    dueNote: registration.dueNote,
    supplementRequest: registration.supplementRequest,
    supplements: registration.supplements.map((one) => ({ ...one, documents: [...one.documents] })),
    contractValue: moneyView(contract.contractValue),
    declaredTechnologyValue: moneyView(contract.declaredTechnologyValue),
    verifiedTechnologyValue: determination ? moneyView(determination.technologyValue) : null,
    declaredType: contract.type,
    verifiedType: determination?.type ?? null,
    determinationReason: determination?.reason ?? null,
    registrationNumber: registration.registrationNumber,
    registeredAt: registration.registeredAt?.toISOString() ?? null,
    refusalGrounds: registration.refusalGrounds.map(({ code, evidence }) => {
      const ground = refusalGrounds.find((candidate) => candidate.code === code);
      return { code, title: ground?.title ?? code, evidence, repair: ground?.repair ?? '' };
    }),
    closingReason: registration.closingReason,
    cancellationDue: cancellationDue(registration),
    contractEndedAt: registration.contractEndedAt?.toISOString() ?? null,
    amountsOpen: contract.amountsOpen,
    changeDue: changeDue(registration),
    settledContractValue: registration.settled && moneyView(registration.settled.contractValue),
    settledTechnologyValue: registration.settled && moneyView(registration.settled.technologyValue),
    openChange: registration.openChange,
    version: registration.version,
    createdAt: registration.createdAt.toISOString(),
  };
}

function ruleSetView(id: string | null): RuleSetView | null {
  const found = ruleSets.find((set) => set.id === id);
  if (!found) return null;
  return { id: found.id, title: found.title, source: found.source, evidence: found.evidence, note: found.note };
}

export class PrecheckFindingView {
  @ApiProperty({ description: '事项代码' }) code!: string;
  @ApiProperty({ description: '是否妨碍登记', enum: ['blocking', 'notice'] }) severity!: string;
  @ApiProperty({ description: '说明' }) text!: string;
  @ApiProperty({ description: '如何改正' }) repair!: string;
}

export class PrecheckView {
  @ApiProperty({ description: '现在申请是否会被接收' }) ready!: boolean;
  @ApiProperty({ description: '逐项结果', type: [PrecheckFindingView] }) findings!: PrecheckFindingView[];
}

export const precheckView = (findings: readonly Finding[]): PrecheckView => ({
  ready: findings.every((finding) => finding.severity !== 'blocking'),
  findings: findings.map((finding) => ({ ...finding })),
});
