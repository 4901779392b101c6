import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { entryKinds } from '#domain/ledger/journal-entry.js';
import type { PersonActor } from '#domain/shared/actor.js';
import {
  LedgerService,
  type LedgerAccount,
  type LedgerEntry,
  type LedgerProof,
} from '#application/ledger/ledger.service.js';
import { IntegerField, PatternField } from '../http/fields.js';
import { moneyView, MoneyView } from '../http/money.view.js';
import { Operation } from '../http/operation.js';
import { CursorField, PageOf, pageOf, PageQuery, PageSizeField } from '../http/paging.js';
import { CurrentPerson } from '../http/params.js';

const accountPattern = /^[A-Za-z0-9/-]{1,200}$/;

export class FiscalYearParam {
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{4}$/.test(value) ? Number(value) : value,
  )
  @IntegerField({ title: '年度', min: 2016, max: 2099, example: 2026 })
  fiscalYear!: number;
}

export class AccountPageQuery {
  @PageSizeField() limit?: number;
  @CursorField(280, (cursor) => accountPattern.test(codeOf(cursor))) cursor?: string;
}

export class EntryPageQuery extends PageQuery {
  @PatternField({
    title: '科目',
    pattern: accountPattern,
    shape: '科目代码',
    optional: true,
    example: 'conversionFund/2026/available',
  })
  account?: string;
}

export class LedgerAccountView {
  @ApiProperty({ description: '科目代码：基金/年度/类别[/奖补项目/受益人类别/受益人编号]' }) code!: string;
  @ApiProperty({ description: '余额', type: MoneyView }) balance!: MoneyView;
}

export class LedgerPostingView {
  @ApiProperty({ description: '科目代码' }) account!: string;
  @ApiProperty({ description: '金额：借方为正，贷方为负', type: MoneyView }) amount!: MoneyView;
}

export class LedgerEntryView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '种类', enum: entryKinds }) kind!: string;
  @ApiProperty({ description: '事由' }) reason!: string;
  @ApiProperty({ description: '冲销的分录', type: 'string', format: 'uuid', nullable: true }) reverses!: string | null;
  @ApiProperty({ description: '时间', format: 'date-time' }) at!: string;
  @ApiProperty({ description: '借贷各笔，合计为零', type: [LedgerPostingView] }) postings!: LedgerPostingView[];
}

export class LedgerProofView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '核对时间', format: 'date-time' }) at!: string;
  @ApiProperty({ description: '分录数' }) entries!: number;
  @ApiProperty({ description: '科目数' }) accounts!: number;
  @ApiProperty({ description: '不一致之处，一致则为空', type: [String] }) problems!: string[];
}

const readers = ['rewardOfficer', 'auditor'] as const;
const codeOf = (cursor: string): string => Buffer.from(cursor, 'base64url').toString('utf8');
const defaultPageSize = 20;

@ApiTags('奖补')
@Controller('v1')
export class LedgerController {
  constructor(private readonly ledger: LedgerService) {}

  @Get('budget-lines/:fiscalYear/accounts')
  @Operation({
    summary: '查看某年度的会计科目与余额',
    access: readers,
    scope: 'budget.read',
    answer: PageOf(LedgerAccountView),
  })
  async accounts(
    @CurrentPerson() actor: PersonActor,
    @Param() { fiscalYear }: FiscalYearParam,
    @Query() { cursor, limit = defaultPageSize }: AccountPageQuery,
  ) {
    const rows = await this.ledger.accounts(actor, fiscalYear, cursor === undefined ? '' : codeOf(cursor), limit + 1);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return { items: shown.map(accountView), nextCursor: last ? Buffer.from(last.code).toString('base64url') : null };
  }

  @Get('budget-lines/:fiscalYear/entries')
  @Operation({
    summary: '查看某年度（或其中一个科目）的分录',
    access: readers,
    scope: 'budget.read',
    answer: PageOf(LedgerEntryView),
  })
  async entries(
    @CurrentPerson() actor: PersonActor,
    @Param() { fiscalYear }: FiscalYearParam,
    @Query() query: EntryPageQuery,
  ) {
    const which = { fiscalYear, account: query.account ?? null };
    return pageOf(query, (after, limit) => this.ledger.entries(actor, which, after, limit), entryView);
  }

  @Get('ledger-proofs')
  @Operation({
    summary: '查看账簿历次自动核对的结果',
    access: readers,
    scope: 'budget.read',
    answer: PageOf(LedgerProofView),
  })
  async proofs(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.ledger.proofs(actor, after, limit), proofView);
  }
}

const accountView = ({ code, balance }: LedgerAccount): LedgerAccountView => ({ code, balance: moneyView(balance) });

const entryView = ({ postings, at, ...entry }: LedgerEntry): LedgerEntryView => ({
  ...entry,
  at: at.toISOString(),
  postings: postings.map(({ account, amount }) => ({ account, amount: moneyView(amount) })),
});

const proofView = ({ at, problems, ...proof }: LedgerProof): LedgerProofView => ({
  ...proof,
  at: at.toISOString(),
  problems: [...problems],
});
