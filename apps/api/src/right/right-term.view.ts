import { ApiProperty } from '@nestjs/swagger';
import type { Fen } from '#domain/money/money.js';
import { feeStates } from '#domain/right/annual-fee.js';
import { filingKinds, reminderThresholds, rightFilingTransitions, type RightFiling } from '#domain/right/filing.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type { FeeOverview, FeePayment, RightReminder } from '#application/right/annual-fee.service.js';
import type { ListingFreeze } from '#application/listing/listing-freeze.service.js';
import { moneyView, MoneyView } from '../http/money.view.js';
import { problemCatalog } from '../http/problem.catalog.js';
import { rightView, RightView } from './right.view.js';

const moneyOrNull = (fen: Fen | null): MoneyView | null => (fen === null ? null : moneyView(fen));

export class FeeYearView {
  @ApiProperty({ description: '年度', type: 'integer' }) year!: number;
  @ApiProperty({ description: '状态（已缴、未到期、可缴、滞纳期、逾期）', enum: [...feeStates] }) state!: string;
  @ApiProperty({ description: '缴费期限', format: 'date' }) dueOn!: string;
  @ApiProperty({ description: '补缴期限', format: 'date' }) graceUntil!: string;
  @ApiProperty({ description: '年费（未计费减）；表外为 null', type: MoneyView, nullable: true })
  amount!: MoneyView | null;
  @ApiProperty({ description: '今天补缴的滞纳金', type: MoneyView }) surcharge!: MoneyView;
  @ApiProperty({ description: '标准的出处', type: 'string', nullable: true }) source!: string | null;
}

export class FeeHintView {
  @ApiProperty({ description: '建议（维持、许可他人、放弃）', enum: ['keep', 'license', 'drop'] }) advice!: string;
  @ApiProperty({ description: '剩余各年年费合计', type: MoneyView }) remainingCost!: MoneyView;
  @ApiProperty({ description: '剩余年数', type: 'integer' }) yearsLeft!: number;
  @ApiProperty({ description: '每年收益达到此数即可覆盖', type: MoneyView }) breakEvenPerYear!: MoneyView;
  @ApiProperty({ description: '说明' }) note!: string;
}

export class FeeOverviewView {
  @ApiProperty({ description: '专利', type: RightView }) right!: RightView;
  @ApiProperty({ description: '各年度', type: [FeeYearView] }) years!: FeeYearView[];
  @ApiProperty({ description: '下一个未缴年度', type: FeeYearView, nullable: true }) next!: FeeYearView | null;
  @ApiProperty({ description: '算账', type: FeeHintView }) hint!: FeeHintView;
}

export class FeePaymentView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '专利编号', format: 'uuid' }) patentId!: string;
  @ApiProperty({ description: '年度', type: 'integer' }) year!: number;
  @ApiProperty({ description: '缴纳日期', format: 'date' }) paidOn!: string;
  @ApiProperty({ description: '实缴金额', type: MoneyView }) amount!: MoneyView;
  @ApiProperty({ description: '票据号' }) receiptNumber!: string;
  @ApiProperty({ description: '登记时间', format: 'date-time' }) createdAt!: string;
}

export class RightReminderView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '事项（年费、许可备案、期限）', enum: ['annualFee', 'licenceFiling', 'term'] })
  kind!: string;
  @ApiProperty({ description: '知识产权编号', format: 'uuid' }) rightId!: string;
  @ApiProperty({ description: '事项编号', format: 'uuid' }) subjectId!: string;
  @ApiProperty({ description: '期限', format: 'date' }) dueOn!: string;
  @ApiProperty({ description: '提醒的时点', enum: [...reminderThresholds] }) threshold!: string;
  @ApiProperty({ description: '权利' }) title!: string;
  @ApiProperty({ description: '内容' }) detail!: string;
  @ApiProperty({ description: '提醒时间', format: 'date-time' }) sentAt!: string;
}

export class RightFilingView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '事项（许可备案、转让登记）', enum: [...filingKinds] }) kind!: string;
  @ApiProperty({ description: '状态（待办、已申报待核对、已办结、已取消）', enum: statesOf(rightFilingTransitions) })
  state!: string;
  @ApiProperty({ description: '知识产权编号', format: 'uuid' }) rightId!: string;
  @ApiProperty({ description: '号码' }) rightNumber!: string;
  @ApiProperty({ description: '名称' }) rightTitle!: string;
  @ApiProperty({ description: '许可人、转让人单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '被许可人、受让人单位编号', format: 'uuid' }) counterpartOrganizationId!: string;
  @ApiProperty({ description: '合同编号', type: 'string', format: 'uuid', nullable: true }) contractId!: string | null;
  @ApiProperty({ description: '开放许可实施通知编号', type: 'string', format: 'uuid', nullable: true }) uptakeId!:
    string | null;
  @ApiProperty({ description: '权利负担编号', format: 'uuid' }) overlayId!: string;
  @ApiProperty({ description: '起算日', format: 'date' }) startedOn!: string;
  @ApiProperty({ description: '最后一日；没有法定期限为 null', type: 'string', format: 'date', nullable: true })
  dueOn!: string | null;
  @ApiProperty({ description: '届满年份的节假日尚未公布，最后一日未顺延' }) provisional!: boolean;
  @ApiProperty({ description: '备案或登记日期', type: 'string', format: 'date', nullable: true }) filedOn!:
    string | null;
  @ApiProperty({ description: '备案号或登记号', type: 'string', nullable: true }) filingNumber!: string | null;
  @ApiProperty({ description: '证明材料的附件编号', type: 'string', format: 'uuid', nullable: true }) evidenceId!:
    string | null;
  @ApiProperty({ description: '版本', type: 'integer' }) version!: number;
}

export class ListingFreezeView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '挂牌编号', format: 'uuid' }) listingId!: string;
  @ApiProperty({ description: '冻结原因代码' }) code!: string;
  @ApiProperty({ description: '冻结原因' }) title!: string;
  @ApiProperty({ description: '冻结时间', format: 'date-time' }) frozenAt!: string;
  @ApiProperty({ description: '解冻时间', type: 'string', format: 'date-time', nullable: true }) liftedAt!:
    string | null;
}

export const feeOverviewView = ({ right, years, next, hint }: FeeOverview): FeeOverviewView => ({
  right: rightView(right),
  years: years.map(feeYearView),
  next: next && feeYearView(next),
  hint: {
    advice: hint.advice,
    remainingCost: moneyView(hint.remainingCost),
    yearsLeft: hint.yearsLeft,
    breakEvenPerYear: moneyView(hint.breakEvenPerYear),
    note: '按公布标准的算术结果，未计费减与期限补偿的年费，仅供参考，不是价值评估。',
  },
});

const feeYearView = (fee: FeeOverview['years'][number]): FeeYearView => ({
  year: fee.year,
  state: fee.state,
  dueOn: fee.dueOn,
  graceUntil: fee.graceUntil,
  source: fee.source,
  amount: moneyOrNull(fee.amount),
  surcharge: moneyView(fee.surcharge),
});

export const feePaymentView = (payment: FeePayment): FeePaymentView => ({
  id: payment.id,
  patentId: payment.patentId,
  year: payment.year,
  paidOn: payment.paidOn,
  amount: moneyView(payment.amount),
  receiptNumber: payment.receiptNumber,
  createdAt: payment.createdAt.toISOString(),
});

export const reminderView = (reminder: RightReminder): RightReminderView => ({
  id: reminder.id,
  kind: reminder.kind,
  rightId: reminder.rightId,
  subjectId: reminder.subjectId,
  dueOn: reminder.dueOn,
  threshold: reminder.threshold,
  title: reminder.title,
  detail: reminder.detail,
  sentAt: reminder.sentAt.toISOString(),
});

export const filingView = (filing: RightFiling): RightFilingView => ({
  id: filing.id,
  kind: filing.kind,
  state: filing.state,
  rightId: filing.rightId,
  rightNumber: filing.rightNumber,
  rightTitle: filing.rightTitle,
  organizationId: filing.organizationId,
  counterpartOrganizationId: filing.counterpartOrganizationId,
  contractId: filing.contractId,
  uptakeId: filing.uptakeId,
  overlayId: filing.overlayId,
  startedOn: filing.startedOn,
  dueOn: filing.dueOn,
  provisional: filing.provisional,
  filedOn: filing.filedOn,
  filingNumber: filing.filingNumber,
  evidenceId: filing.evidenceId,
  version: filing.version,
});

export const freezeView = ({ id, listingId, code, frozenAt, liftedAt }: ListingFreeze): ListingFreezeView => ({
  id,
  listingId,
  code,
  title: (problemCatalog as Readonly<Record<string, { readonly title: string } | undefined>>)[code]?.title ?? '',
  frozenAt: frozenAt.toISOString(),
  liftedAt: liftedAt?.toISOString() ?? null,
});
