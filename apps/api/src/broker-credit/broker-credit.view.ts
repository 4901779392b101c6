import { ApiProperty } from '@nestjs/swagger';
import { brokerCreditEventTransitions, type BrokerCreditEvent } from '#domain/broker-credit/broker-credit.js';
import { creditEventKinds, creditEventTitles, creditPolicies } from '#domain/broker-credit/broker-credit.policy.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type { CreditStatement } from '#application/broker-credit/broker-credit.service.js';

const nullableText = { type: 'string', nullable: true } as const;

export class CreditEventView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '经纪人编号', format: 'uuid' }) personId!: string;
  @ApiProperty({ description: '事项', enum: creditEventKinds }) kind!: string;
  @ApiProperty({ description: '事项名称' }) title!: string;
  @ApiProperty({ description: '状态', enum: statesOf(brokerCreditEventTransitions) }) state!: string;
  @ApiProperty({ description: '记录时的分值' }) points!: number;
  @ApiProperty({ description: '分值的依据' }) basis!: string;
  @ApiProperty({ description: '发生日期', format: 'date' }) occurredOn!: string;
  @ApiProperty({ description: '来源的种类' }) sourceKind!: string;
  @ApiProperty({ description: '来源的编号', format: 'uuid' }) sourceId!: string;
  @ApiProperty({ description: '事实与理由' }) reason!: string;
  @ApiProperty({ ...nullableText, description: '申诉的理由' }) appealReason!: string | null;
  @ApiProperty({ ...nullableText, description: '裁定的理由' }) decisionReason!: string | null;
}

export const creditEventView = (event: BrokerCreditEvent): CreditEventView => ({
  id: event.id,
  personId: event.personId,
  kind: event.kind,
  title: creditEventTitles[event.kind],
  state: event.state,
  points: event.points,
  basis: creditPolicies.find(({ id }) => id === event.policyId)?.source ?? event.policyId,
  occurredOn: event.occurredOn,
  sourceKind: event.sourceKind,
  sourceId: event.sourceId,
  reason: event.reason,
  appealReason: event.appealReason,
  decisionReason: event.decisionReason,
});

export class WeighedEventView extends CreditEventView {
  @ApiProperty({ description: '现在的分量（两位小数）', example: '-12.50' }) weight!: string;
}

export class CreditStatementView {
  @ApiProperty({ description: '经纪人编号', format: 'uuid' }) personId!: string;
  @ApiProperty({ description: '信用分（两位小数）', example: '104.25' }) score!: string;
  @ApiProperty({ description: '等级', enum: ['A', 'B', 'C', 'D'] }) level!: string;
  @ApiProperty({ description: '有未决的申诉' }) contested!: boolean;
  @ApiProperty({ description: '说明' }) note!: string;
  @ApiProperty({ description: '事项', type: [WeighedEventView] }) events!: WeighedEventView[];
}

export const creditStatementView = ({ personId, credit, events }: CreditStatement): CreditStatementView => ({
  personId,
  score: hundredths(credit.score),
  level: credit.level,
  contested: credit.contested,
  note: '信用分只供参考，不自动产生任何处分；暂停、撤销认定由科技部门另行决定。',
  events: events.map((event) => ({
    ...creditEventView(event),
    weight: hundredths(credit.weights.get(event.id) ?? 0),
  })),
});

/** 1234 → 12.34, by digits: a score is no floating point. */
const hundredths = (value: number): string => {
  const digits = String(Math.abs(Math.round(value))).padStart(3, '0');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
