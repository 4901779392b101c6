import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { funds, type Fund } from '#domain/ledger/accounts.js';
import { budgetPolicies } from '#domain/ledger/budget.policy.js';
import { parseYuan } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { LedgerService } from '#application/ledger/ledger.service.js';
import { ChoiceField, IntegerField, TextField, YuanField } from '../http/fields.js';
import { moneyView, MoneyView } from '../http/money.view.js';
import { Operation } from '../http/operation.js';
import { CurrentPerson } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';

export class AppropriateDto {
  @ChoiceField({
    title: '基金（缺省 conversionFund 专项引导基金；envoyFund 科技特派员补助）',
    values: funds,
    optional: true,
    example: 'conversionFund',
  })
  fund?: Fund;
  @IntegerField({ title: '年度', min: 2020, max: 2099, example: 2026 }) fiscalYear!: number;
  @YuanField({ title: '下达金额（元）', example: '3000000.00' }) amountYuan!: string;
  @TextField({ title: '批复文号', min: 2, max: 100, example: '庆财教〔2026〕1号（示例）' }) documentNumber!: string;
}

export class BudgetLineView {
  @ApiProperty({ description: '基金', enum: funds }) fund!: string;
  @ApiProperty({ description: '基金名称' }) title!: string;
  @ApiProperty({ description: '年度' }) fiscalYear!: number;
  @ApiProperty({ description: '已下达', type: MoneyView }) appropriated!: MoneyView;
  @ApiProperty({ description: '已暂计', type: MoneyView }) committed!: MoneyView;
  @ApiProperty({ description: '已兑付', type: MoneyView }) paid!: MoneyView;
  @ApiProperty({ description: '应收回', type: MoneyView }) receivable!: MoneyView;
  @ApiProperty({ description: '是否低于方案规定的每年最低预算' }) belowMinimum!: boolean;
  @ApiProperty({ description: '可用', type: MoneyView }) available!: MoneyView;
}

export class BudgetLinesView {
  @ApiProperty({ description: '各年度预算，新的在前', type: [BudgetLineView] }) items!: BudgetLineView[];
}

type Line = Awaited<ReturnType<LedgerService['budgets']>>[number];

const budgetView = ({ fund, fiscalYear, appropriated, committed, paid, receivable }: Line): BudgetLineView => ({
  fund,
  title: budgetPolicies[fund].title,
  fiscalYear,
  appropriated: moneyView(appropriated),
  committed: moneyView(committed),
  paid: moneyView(paid),
  receivable: moneyView(receivable),
  belowMinimum: appropriated < budgetPolicies[fund].minimumPerYear,
  available: moneyView(appropriated - committed - paid - receivable),
});

@ApiTags('奖补')
@Controller('v1/budget-lines')
export class BudgetController {
  constructor(private readonly ledger: LedgerService) {}

  @Get()
  @Operation({
    summary: '查看各基金各年度预算',
    access: ['rewardOfficer', 'auditor'],
    scope: 'budget.read',
    answer: BudgetLinesView,
  })
  async list(@CurrentPerson() actor: PersonActor): Promise<BudgetLinesView> {
    return { items: (await this.ledger.budgets(actor)).map(budgetView) };
  }

  @Post()
  @Operation({
    summary: '下达或追加年度预算',
    access: ['rewardOfficer'],
    scope: 'budget.write',
    status: 201,
    answer: BudgetLineView,
    errors: ['ledger.belowMinimum', 'ledger.budgetTooLarge', 'money.malformed'],
    idempotency: 'required',
  })
  async appropriate(@CurrentPerson() actor: PersonActor, @Body() body: AppropriateDto): Promise<BudgetLineView> {
    const { fund = 'conversionFund', fiscalYear, documentNumber } = body;
    const amount = unwrap(parseYuan(body.amountYuan));
    return budgetView(unwrap(await this.ledger.appropriate(actor, { fund, fiscalYear, amount, documentNumber })));
  }
}
