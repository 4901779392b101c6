import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { CommissionService, type ContractCommission } from '#application/commission/commission.service.js';
import { TextField } from '../http/fields.js';
import { moneyView, MoneyView } from '../http/money.view.js';
import { Operation } from '../http/operation.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';

export class ConductFindingDto {
  @TextField({ title: '认定的事实与依据', min: 5, max: 1000, example: '隐瞒技术已被宣告无效的事实，有来往函件为证' })
  reason!: string;
}

export class CommissionLineView {
  @ApiProperty({ description: '收款编号', type: 'string', format: 'uuid', nullable: true }) receiptId!: string | null;
  @ApiProperty({ description: '到账日', format: 'date' }) on!: string;
  @ApiProperty({ description: '到账金额', type: MoneyView }) received!: MoneyView;
  @ApiProperty({ description: '本笔到期佣金', type: MoneyView }) due!: MoneyView;
  @ApiProperty({ description: '累计到期佣金', type: MoneyView }) total!: MoneyView;
}

export class CommissionPartView {
  @ApiProperty({ description: '经纪人', format: 'uuid' }) brokerPersonId!: string;
  @ApiProperty({ description: '应得', type: MoneyView }) amount!: MoneyView;
}

export class CommissionView {
  @ApiProperty({ description: '合同编号', type: 'string', format: 'uuid', nullable: true }) contractId!: string | null;
  @ApiProperty({ description: '合同名称', type: 'string', nullable: true }) title!: string | null;
  @ApiProperty({ description: '已到期佣金', type: MoneyView }) due!: MoneyView;
  @ApiProperty({ description: '全部到账后的佣金（按实际到账计的为 null）', type: MoneyView, nullable: true })
  expected!: MoneyView | null;
  @ApiProperty({ description: '逐笔', type: [CommissionLineView] }) lines!: CommissionLineView[];
  @ApiProperty({ description: '按约定份额分给经纪人', type: [CommissionPartView] }) parts!: CommissionPartView[];
  @ApiProperty({ description: '留机构', type: MoneyView }) agency!: MoneyView;
  @ApiProperty({ description: '理由与条文', type: [String] }) reasons!: string[];
}

export class CommissionsView {
  @ApiProperty({ description: '逐份合同', type: [CommissionView] }) items!: CommissionView[];
}

const commissionView = ({ statement, parts, agency, ...contract }: ContractCommission): CommissionView => ({
  ...contract,
  due: moneyView(statement.due),
  expected: statement.expected === null ? null : moneyView(statement.expected),
  lines: statement.lines.map(({ receiptId, on, received, due, total }) => ({
    receiptId,
    on,
    received: moneyView(received),
    due: moneyView(due),
    total: moneyView(total),
  })),
  parts: parts.map(({ brokerPersonId, amount }) => ({ brokerPersonId, amount: moneyView(amount) })),
  agency: moneyView(agency),
  reasons: [...statement.reasons],
});

@ApiTags('经纪')
@Controller('v1/mandates/:id')
export class CommissionController {
  constructor(private readonly commissions: CommissionService) {}

  @Get('commission')
  @Operation({
    summary: '查看委托的佣金：逐笔到账、计算与条文',
    access: 'signedIn',
    scope: 'mandate.read',
    answer: CommissionsView,
    errors: ['mandate.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<CommissionsView> {
    return { items: unwrap(await this.commissions.ofMandate(actor, id)).map(commissionView) };
  }

  @Post('conduct-finding')
  @Operation({
    summary: '认定经纪人隐瞒或虚报重要事实（不得请求报酬）',
    access: ['reviewer'],
    scope: 'mandate.write',
    status: 204,
    errors: ['mandate.notFound', 'commission.foundAlready', 'commission.conflict'],
    idempotency: 'required',
  })
  async find(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: ConductFindingDto,
  ): Promise<void> {
    unwrap(await this.commissions.find(actor, id, reason));
  }
}
