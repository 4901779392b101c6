import { ApiProperty } from '@nestjs/swagger';
import {
  auctionDepositTransitions,
  auctionMethods,
  auctionOutcomes,
  auctionRegistrationTransitions,
  auctionTransitions,
  type Auction,
  type AuctionDeposit,
  type AuctionRegistration,
} from '#domain/auction/auction.js';
import { recordKinds, type AuctionRecordEntry } from '#domain/auction/auction-record.js';
import { minimumBid } from '#domain/auction/bidding.js';
import { signalKinds, signalTitles, type CollusionSignal } from '#domain/auction/collusion.js';
import type { MarketRule } from '#domain/auction/market-rule.policy.js';
import type { ReserveAdvice } from '#domain/auction/reserve-advice.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type { AcceptedBid } from '#application/auction/bidding.service.js';
import { moneyView, MoneyView } from '../http/money.view.js';

export class IncrementStepView {
  @ApiProperty({ description: '自该价格起', type: MoneyView }) from!: MoneyView;
  @ApiProperty({ description: '加价幅度', type: MoneyView }) step!: MoneyView;
}

export class AntiSnipingView {
  @ApiProperty({ description: '截止前多少秒内有应价即延时', example: 300 }) windowSeconds!: number;
  @ApiProperty({ description: '截止时刻改为该次应价后多少秒', example: 300 }) extensionSeconds!: number;
  @ApiProperty({ description: '最多延时次数', example: 60 }) maxExtensions!: number;
}

export class AuctionView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '转让方单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '挂牌编号', format: 'uuid' }) listingId!: string;
  @ApiProperty({ description: '成果编号', format: 'uuid' }) achievementId!: string;
  @ApiProperty({ description: '竞价方式：listed 挂牌交易，auction 拍卖', enum: auctionMethods }) method!: string;
  @ApiProperty({ description: '状态', enum: statesOf(auctionTransitions) }) state!: string;
  @ApiProperty({ description: '标的名称' }) title!: string;
  @ApiProperty({ description: '交易条件' }) conditions!: string;
  @ApiProperty({ description: '资格条件' }) qualification!: string;
  @ApiProperty({ description: '起拍价或挂牌价', type: MoneyView }) startPrice!: MoneyView;
  @ApiProperty({ description: '保证金', type: MoneyView }) deposit!: MoneyView;
  @ApiProperty({ description: '加价幅度', type: [IncrementStepView] }) increments!: IncrementStepView[];
  @ApiProperty({ description: '延时规则', type: AntiSnipingView }) antiSniping!: AntiSnipingView;
  @ApiProperty({ description: '已延时次数' }) extensions!: number;
  @ApiProperty({ description: '报名截止时刻', format: 'date-time' }) registrationClosesAt!: string;
  @ApiProperty({ description: '竞价开始时刻', format: 'date-time' }) opensAt!: string;
  @ApiProperty({ description: '竞价截止时刻（不含），延时后为新的时刻', format: 'date-time' }) closesAt!: string;
  @ApiProperty({ description: '少于此数即延期' }) minimumBidders!: number;
  @ApiProperty({ description: '每次延长的自然日数' }) periodExtensionDays!: number;
  @ApiProperty({ description: '最多延长次数' }) periodExtensionsMax!: number;
  @ApiProperty({ description: '已延长次数' }) periodExtensions!: number;
  @ApiProperty({ description: '平台竞价规则版本', example: '2026-1' }) ruleVersion!: string;
  @ApiProperty({ description: '是否有保留价（拍卖法第二十八条）' }) hasReserve!: boolean;
  @ApiProperty({ description: '保留价的承诺摘要（加盐 SHA-256），没有保留价为 null', type: 'string', nullable: true })
  reserveCommitment!: string | null;
  @ApiProperty({ description: '当前最高报价', type: MoneyView, nullable: true }) highest!: MoneyView | null;
  @ApiProperty({ description: '当前最高报价的竞买号', type: 'integer', nullable: true }) highestPaddle!: number | null;
  @ApiProperty({ description: '下一次应价的最低金额', type: MoneyView }) minimumBid!: MoneyView;
  @ApiProperty({ description: '竞价记录的最后序号' }) lastSequence!: number;
  @ApiProperty({ description: '结果', enum: auctionOutcomes, type: 'string', nullable: true }) outcome!: string | null;
  @ApiProperty({ description: '买受人应签约的最后一日', type: 'string', format: 'date', nullable: true }) signBy!:
    string | null;
  @ApiProperty({ description: '公告时间', type: 'string', format: 'date-time', nullable: true }) announcedAt!:
    string | null;
  @ApiProperty({ description: '了结时间', type: 'string', format: 'date-time', nullable: true }) closedAt!:
    string | null;
  @ApiProperty({ description: '创建时间', format: 'date-time' }) createdAt!: string;
}

export const auctionView = (auction: Auction): AuctionView => ({
  id: auction.id,
  organizationId: auction.organizationId,
  listingId: auction.listingId,
  achievementId: auction.achievementId,
  method: auction.method,
  state: auction.state,
  title: auction.title,
  conditions: auction.conditions,
  qualification: auction.qualification,
  startPrice: moneyView(auction.startPrice),
  deposit: moneyView(auction.deposit),
  increments: auction.increments.map(({ from, step }) => ({ from: moneyView(from), step: moneyView(step) })),
  antiSniping: auction.antiSniping,
  extensions: auction.extensions,
  registrationClosesAt: auction.registrationClosesAt.toISOString(),
  opensAt: auction.opensAt.toISOString(),
  closesAt: auction.closesAt.toISOString(),
  minimumBidders: auction.minimumBidders,
  periodExtensionDays: auction.periodExtensionDays,
  periodExtensionsMax: auction.periodExtensionsMax,
  periodExtensions: auction.periodExtensions,
  ruleVersion: auction.ruleVersion,
  hasReserve: auction.reserveCommitment !== null,
  reserveCommitment: auction.reserveCommitment,
  highest: auction.highestAmount === null ? null : moneyView(auction.highestAmount),
  highestPaddle: auction.highestPaddle,
  minimumBid: moneyView(minimumBid(auction)),
  lastSequence: auction.lastSequence,
  outcome: auction.outcome,
  signBy: auction.signBy,
  announcedAt: auction.announcedAt?.toISOString() ?? null,
  closedAt: auction.closedAt?.toISOString() ?? null,
  createdAt: auction.createdAt.toISOString(),
});

export class ReserveCommitmentView {
  @ApiProperty({ description: '保留价的承诺摘要（加盐 SHA-256）' }) commitment!: string;
}

export class ReserveView extends ReserveCommitmentView {
  @ApiProperty({ description: '保留价', type: MoneyView }) reserve!: MoneyView;
  @ApiProperty({ description: '盐：与保留价一起可由他人核对承诺摘要' }) salt!: string;
}

export class ComparableDealView {
  @ApiProperty({ description: '挂牌编号', format: 'uuid' }) listingId!: string;
  @ApiProperty({ description: '成果名称' }) title!: string;
  @ApiProperty({ description: '转化方式' }) transferMode!: string;
  @ApiProperty({ description: '成交额', type: MoneyView }) price!: MoneyView;
  @ApiProperty({ description: '签订日期', format: 'date' }) signedOn!: string;
}

export class ReserveAdviceView {
  @ApiProperty({ description: '参考区间下限（四分之一位）', type: MoneyView }) low!: MoneyView;
  @ApiProperty({ description: '中位', type: MoneyView }) middle!: MoneyView;
  @ApiProperty({ description: '参考区间上限（四分之三位）', type: MoneyView }) high!: MoneyView;
  @ApiProperty({ description: '所依据的成交', type: [ComparableDealView] }) deals!: ComparableDealView[];
}

export const reserveAdviceView = ({ low, middle, high, deals }: ReserveAdvice): ReserveAdviceView => ({
  low: moneyView(low),
  middle: moneyView(middle),
  high: moneyView(high),
  deals: deals.map(({ listingId, title, transferMode, price, signedOn }) => ({
    listingId,
    title,
    transferMode,
    price: moneyView(price),
    signedOn,
  })),
});

export class AuctionDepositView {
  @ApiProperty({ description: '状态', enum: statesOf(auctionDepositTransitions) }) state!: string;
  @ApiProperty({ description: '金额', type: MoneyView }) amount!: MoneyView;
  @ApiProperty({ description: '银行回单号' }) reference!: string;
  @ApiProperty({ description: '到账日期', format: 'date' }) receivedOn!: string;
  @ApiProperty({ description: '了结时间', type: 'string', format: 'date-time', nullable: true }) settledAt!:
    string | null;
  @ApiProperty({ description: '了结理由', type: 'string', nullable: true }) settleReason!: string | null;
}

export class AuctionRegistrationView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '竞价编号', format: 'uuid' }) auctionId!: string;
  @ApiProperty({ description: '报名单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(auctionRegistrationTransitions) }) state!: string;
  @ApiProperty({ description: '竞买号，资格确认后有', type: 'integer', nullable: true }) paddle!: number | null;
  @ApiProperty({ description: '联系人' }) contactName!: string;
  @ApiProperty({ description: '联系电话' }) contactPhone!: string;
  @ApiProperty({ description: '怎样符合资格条件' }) statement!: string;
  @ApiProperty({ description: '不予确认的理由', type: 'string', nullable: true }) decisionReason!: string | null;
  @ApiProperty({ description: '保证金', type: AuctionDepositView, nullable: true }) deposit!: AuctionDepositView | null;
  @ApiProperty({ description: '报名时间', format: 'date-time' }) createdAt!: string;
  @ApiProperty({ description: '处理时间', type: 'string', format: 'date-time', nullable: true }) decidedAt!:
    string | null;
}

const depositView = ({
  amount,
  state,
  reference,
  receivedOn,
  settledAt,
  settleReason,
}: AuctionDeposit): AuctionDepositView => ({
  state,
  amount: moneyView(amount),
  reference,
  receivedOn,
  settledAt: settledAt?.toISOString() ?? null,
  settleReason,
});

export const auctionRegistrationView = (one: AuctionRegistration): AuctionRegistrationView => ({
  id: one.id,
  auctionId: one.auctionId,
  organizationId: one.organizationId,
  state: one.state,
  paddle: one.paddle,
  contactName: one.contactName,
  contactPhone: one.contactPhone,
  statement: one.statement,
  decisionReason: one.decisionReason,
  deposit: one.deposit && depositView(one.deposit),
  createdAt: one.createdAt.toISOString(),
  decidedAt: one.decidedAt?.toISOString() ?? null,
});

export class AcceptedBidView {
  @ApiProperty({ description: '竞价记录的序号' }) sequence!: number;
  @ApiProperty({ description: 'offer 挂牌期内的报价，bid 竞价中的应价', enum: ['offer', 'bid'] }) kind!: string;
  @ApiProperty({ description: '竞买号' }) paddle!: number;
  @ApiProperty({ description: '金额', type: MoneyView }) amount!: MoneyView;
  @ApiProperty({ description: '服务器时刻', format: 'date-time' }) at!: string;
  @ApiProperty({ description: '竞价截止时刻', format: 'date-time' }) closesAt!: string;
  @ApiProperty({ description: '下一次应价的最低金额', type: MoneyView }) minimumBid!: MoneyView;
}

export const acceptedBidView = ({ auction, sequence, kind, paddle, amount, at }: AcceptedBid): AcceptedBidView => ({
  sequence,
  kind,
  paddle,
  amount: moneyView(amount),
  at: at.toISOString(),
  closesAt: auction.closesAt.toISOString(),
  minimumBid: moneyView(minimumBid(auction)),
});

export class RecordEntryView {
  @ApiProperty({ description: '序号' }) sequence!: number;
  @ApiProperty({ description: '事项', enum: recordKinds }) kind!: string;
  @ApiProperty({ description: '竞买号', type: 'integer', nullable: true }) paddle!: number | null;
  @ApiProperty({ description: '金额', type: MoneyView, nullable: true }) amount!: MoneyView | null;
  @ApiProperty({ description: '服务器时刻', format: 'date-time' }) at!: string;
  @ApiProperty({ description: '此后的竞价截止时刻', format: 'date-time' }) closesAt!: string;
  @ApiProperty({ description: '公告条件的摘要、结果或理由', type: 'string', nullable: true }) detail!: string | null;
  @ApiProperty({ description: '前一条的摘要', type: 'string', nullable: true }) previousHash!: string | null;
  @ApiProperty({ description: '本条的摘要（SHA-256）' }) hash!: string;
}

export const recordEntryView = (entry: AuctionRecordEntry): RecordEntryView => ({
  sequence: entry.sequence,
  kind: entry.kind,
  paddle: entry.paddle,
  amount: entry.amount === null ? null : moneyView(entry.amount),
  at: entry.at.toISOString(),
  closesAt: entry.closesAt.toISOString(),
  detail: entry.detail,
  previousHash: entry.previousHash,
  hash: entry.hash,
});

export class RecordView {
  @ApiProperty({ description: '竞价记录，先后有序', type: [RecordEntryView] }) items!: RecordEntryView[];
  @ApiProperty({ description: '下一页的 after，没有更多为 null', type: 'integer', nullable: true }) nextAfter!:
    number | null;
}

export class CollusionSignalView {
  @ApiProperty({ description: '线索种类', enum: signalKinds }) kind!: string;
  @ApiProperty({ description: '线索名称' }) title!: string;
  @ApiProperty({ description: '看到了什么；只是线索，不是结论' }) seen!: string;
  @ApiProperty({ description: '涉及的报名', type: [String] }) registrationIds!: string[];
}

export class SignalsView {
  @ApiProperty({ description: '线索', type: [CollusionSignalView] }) items!: CollusionSignalView[];
  @ApiProperty({ description: '提示', example: '以下仅为供核查的线索，不构成对任何单位的认定。' }) note!: string;
}

export const signalsView = (signals: readonly CollusionSignal[]): SignalsView => ({
  items: signals.map(({ kind, seen, registrationIds }) => ({
    kind,
    title: signalTitles[kind],
    seen,
    registrationIds: [...registrationIds],
  })),
  note: '以下仅为供核查的线索，不构成对任何单位的认定。',
});

export class RuleClauseView {
  @ApiProperty({ description: '条号' }) number!: number;
  @ApiProperty({ description: '内容' }) text!: string;
  @ApiProperty({ description: 'law 法定，market 本平台规则（法律没有规定）', enum: ['law', 'market'] }) source!: string;
  @ApiProperty({ description: '依据条文', type: 'string', nullable: true }) article!: string | null;
}

export class AuctionRuleView {
  @ApiProperty({ description: '版本' }) version!: string;
  @ApiProperty({ description: '施行日', format: 'date' }) effectiveFrom!: string;
  @ApiProperty({ description: '停止施行日', type: 'string', format: 'date', nullable: true }) effectiveTo!:
    string | null;
  @ApiProperty({ description: '拍卖公告日数' }) auctionNoticeDays!: number;
  @ApiProperty({ description: '挂牌期日数' }) listedPeriodDays!: number;
  @ApiProperty({ description: '签约日数' }) signWithinDays!: number;
  @ApiProperty({ description: '保证金上限（起拍价的百分之几）' }) maxDepositPercent!: number;
  @ApiProperty({ description: '延时规则', type: AntiSnipingView }) antiSniping!: AntiSnipingView;
  @ApiProperty({ description: '默认加价幅度', type: [IncrementStepView] }) increments!: IncrementStepView[];
  @ApiProperty({ description: '条文', type: [RuleClauseView] }) clauses!: RuleClauseView[];
}

export class AuctionRulesView {
  @ApiProperty({ description: '各版本', type: [AuctionRuleView] }) items!: AuctionRuleView[];
}

export const auctionRuleView = (rule: MarketRule): AuctionRuleView => ({
  version: rule.version,
  effectiveFrom: rule.effectiveFrom,
  effectiveTo: rule.effectiveTo,
  auctionNoticeDays: rule.auctionNoticeDays,
  listedPeriodDays: rule.listedPeriodDays,
  signWithinDays: rule.signWithinDays,
  maxDepositPercent: rule.maxDepositPercent,
  antiSniping: rule.antiSniping,
  increments: rule.increments.map(({ from, step }) => ({ from: moneyView(from), step: moneyView(step) })),
  clauses: rule.clauses.map((clause) => ({ ...clause })),
});
