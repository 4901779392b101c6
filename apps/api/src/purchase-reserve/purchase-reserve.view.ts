import { ApiProperty } from '@nestjs/swagger';
import {
  placementModes,
  purchaseReserveTransitions,
  reserveKinds,
  reservePlacementTransitions,
  type PurchaseReserve,
  type ReservePlacement,
} from '#domain/purchase-reserve/purchase-reserve.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type { ReserveDetail, StockItem } from '#application/purchase-reserve/purchase-reserve.service.js';
import { moneyView, MoneyView } from '../http/money.view.js';

export class ReserveMoneyView {
  @ApiProperty({ description: '已批准', type: MoneyView }) approved!: MoneyView;
  @ApiProperty({ description: '待支付', type: MoneyView }) committed!: MoneyView;
  @ApiProperty({ description: '已支付、未收回', type: MoneyView }) paid!: MoneyView;
  @ApiProperty({ description: '应收回', type: MoneyView }) receivable!: MoneyView;
  @ApiProperty({ description: '已收回', type: MoneyView }) recovered!: MoneyView;
  @ApiProperty({ description: '已释放', type: MoneyView }) released!: MoneyView;
  @ApiProperty({ description: '高于成本的收入（上缴财政）', type: MoneyView }) surplus!: MoneyView;
}

export class PurchaseReserveView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '成果编号', format: 'uuid' }) achievementId!: string;
  @ApiProperty({ description: '成果单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(purchaseReserveTransitions) }) state!: string;
  @ApiProperty({ description: '方式', enum: reserveKinds }) kind!: string;
  @ApiProperty({ description: '储备目的' }) purpose!: string;
  @ApiProperty({ description: '价格或期权费', type: MoneyView }) price!: MoneyView;
  @ApiProperty({ description: '行权价', type: MoneyView }) exercisePrice!: MoneyView;
  @ApiProperty({ description: '行权期限', type: 'string', format: 'date', nullable: true }) optionUntil!: string | null;
  @ApiProperty({ description: '预算年度' }) fiscalYear!: number;
  @ApiProperty({ description: '第三方评价编号', type: 'string', format: 'uuid', nullable: true }) evaluationId!:
    string | null;
  @ApiProperty({ description: '账目：批准 = 待支付 + 已支付 + 应收回 + 已收回 + 已释放', type: ReserveMoneyView })
  money!: ReserveMoneyView;
  @ApiProperty({ description: '最近一步的理由或凭证', type: 'string', nullable: true }) stateReason!: string | null;
  @ApiProperty({ description: '版本' }) version!: number;
  @ApiProperty({ description: '创建时间', format: 'date-time' }) createdAt!: string;
}

export class ReservePlacementView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '储备编号', format: 'uuid' }) reserveId!: string;
  @ApiProperty({ description: '受让或被许可企业编号', format: 'uuid' }) buyerOrganizationId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(reservePlacementTransitions) }) state!: string;
  @ApiProperty({ description: '方式', enum: placementModes }) mode!: string;
  @ApiProperty({ description: '价款', type: MoneyView }) price!: MoneyView;
  @ApiProperty({ description: '其中收回成本的部分', type: MoneyView }) claimed!: MoneyView;
  @ApiProperty({ description: '已收', type: MoneyView }) received!: MoneyView;
  @ApiProperty({ description: '技术合同编号', type: 'string', format: 'uuid', nullable: true }) contractId!:
    string | null;
  @ApiProperty({ description: '最近一步的理由', type: 'string', nullable: true }) stateReason!: string | null;
}

export class ReserveDetailView extends PurchaseReserveView {
  @ApiProperty({ description: '转出', type: [ReservePlacementView] }) placements!: ReservePlacementView[];
}

export const purchaseReserveView = (reserve: PurchaseReserve): PurchaseReserveView => ({
  id: reserve.id,
  achievementId: reserve.achievementId,
  organizationId: reserve.organizationId,
  state: reserve.state,
  kind: reserve.kind,
  purpose: reserve.purpose,
  price: moneyView(reserve.price),
  exercisePrice: moneyView(reserve.exercisePrice),
  optionUntil: reserve.optionUntil,
  fiscalYear: reserve.fiscalYear,
  evaluationId: reserve.evaluationId,
  money: {
    approved: moneyView(reserve.money.approved),
    committed: moneyView(reserve.money.committed),
    paid: moneyView(reserve.money.paid),
    receivable: moneyView(reserve.money.receivable),
    recovered: moneyView(reserve.money.recovered),
    released: moneyView(reserve.money.released),
    surplus: moneyView(reserve.money.surplus),
  },
  stateReason: reserve.stateReason,
  version: reserve.version,
  createdAt: reserve.createdAt.toISOString(),
});

export const reservePlacementView = (placement: ReservePlacement): ReservePlacementView => ({
  id: placement.id,
  reserveId: placement.reserveId,
  buyerOrganizationId: placement.buyerOrganizationId,
  state: placement.state,
  mode: placement.mode,
  price: moneyView(placement.price),
  claimed: moneyView(placement.claimed),
  received: moneyView(placement.received),
  contractId: placement.contractId,
  stateReason: placement.stateReason,
});

export const reserveDetailView = ({ reserve, placements }: ReserveDetail): ReserveDetailView => ({
  ...purchaseReserveView(reserve),
  placements: placements.map(reservePlacementView),
});

export class StockItemView {
  @ApiProperty({ description: '储备编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '成果编号', format: 'uuid' }) achievementId!: string;
  @ApiProperty({ description: '成果名称' }) achievementTitle!: string;
  @ApiProperty({ description: '成果单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '方式', enum: reserveKinds }) kind!: string;
  @ApiProperty({ description: '储备目的' }) purpose!: string;
}

export const stockItemView = (item: StockItem): StockItemView => ({ ...item });
