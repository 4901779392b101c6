import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { depositAccountNames, depositAccounts } from '#domain/auction/deposit-posting.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { DepositService, type DepositEntry, type DepositLedger } from '#application/auction/deposit.service.js';
import { moneyView, MoneyView } from '../http/money.view.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';

const bureau = ['registrar', 'reviewer', 'auditor'] as const;
const names = depositAccounts.map((account) => `${account} ${depositAccountNames[account]}`).join('、');

export class DepositLedgerView {
  @ApiProperty({ description: '竞买人缴纳的合计', type: MoneyView }) received!: MoneyView;
  @ApiProperty({ description: '仍暂存', type: MoneyView }) held!: MoneyView;
  @ApiProperty({ description: '已退还', type: MoneyView }) returned!: MoneyView;
  @ApiProperty({ description: '已没收', type: MoneyView }) forfeited!: MoneyView;
  @ApiProperty({ description: '已抵作价款', type: MoneyView }) appliedToPrice!: MoneyView;
  @ApiProperty({ description: '各科目余额与分录之和、与各笔保证金的状态是否一致' }) balanced!: boolean;
}

export class DepositPostingView {
  @ApiProperty({ description: `科目：${names}`, enum: depositAccounts }) account!: string;
  @ApiProperty({ description: '金额：借方为正，贷方为负', type: MoneyView }) amount!: MoneyView;
}

export class DepositEntryView {
  @ApiProperty({ description: '分录编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '所属保证金', format: 'uuid' }) depositId!: string;
  @ApiProperty({ description: '记账时间', format: 'date-time' }) at!: string;
  @ApiProperty({ description: '借贷各笔，合计为零', type: [DepositPostingView] }) postings!: DepositPostingView[];
}
class DepositEntryPage extends PageOf(DepositEntryView) {}

@ApiTags('竞价（拍卖、挂牌交易）')
@Controller('v1/auctions/:id')
export class DepositLedgerController {
  constructor(private readonly deposits: DepositService) {}

  @Get('deposit-ledger')
  @Operation({
    summary: '查看一场竞价的保证金台账（科技主管部门）',
    description:
      '复式记账的台账，不是资金账户：收、退、没收、抵价各记一笔，借贷相等；余额由分录算出，并与各笔保证金核对。',
    access: bureau,
    answer: DepositLedgerView,
    errors: ['auction.notFound'],
  })
  async balances(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<DepositLedgerView> {
    return ledgerView(unwrap(await this.deposits.ledger(actor, id)));
  }

  @Get('deposit-entries')
  @Operation({
    summary: '列出保证金台账的分录（科技主管部门）',
    access: bureau,
    answer: DepositEntryPage,
    errors: ['auction.notFound'],
  })
  async entries(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Query() query: PageQuery,
  ): Promise<DepositEntryPage> {
    const read = async (after: string | null, limit: number) =>
      unwrap(await this.deposits.entries(actor, id, after, limit));
    return pageOf(query, read, entryView);
  }
}

const ledgerView = ({ balances, balanced }: DepositLedger): DepositLedgerView => ({
  received: moneyView(-balances.bidder),
  held: moneyView(balances.held),
  returned: moneyView(balances.returned),
  forfeited: moneyView(balances.forfeited),
  appliedToPrice: moneyView(balances.appliedToPrice),
  balanced,
});

const entryView = ({ id, depositId, at, postings }: DepositEntry): DepositEntryView => ({
  id,
  depositId,
  at: at.toISOString(),
  postings: postings.map(({ account, amount }) => ({ account, amount: moneyView(amount) })),
});
