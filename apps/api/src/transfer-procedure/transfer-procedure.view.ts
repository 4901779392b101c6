import { ApiProperty } from '@nestjs/swagger';
import { beijingDate, epochDay, type LocalDate } from '#domain/calendar/local-date.js';
import { statesOf } from '#domain/shared/state-machine.js';
import {
  isSealed,
  priceMethods,
  tally,
  transferProcedureTransitions,
  transferWays,
  type TransferProcedure,
} from '#domain/transfer-procedure/transfer-procedure.js';
import {
  majorities,
  stages,
  stageTitles,
  type StageRule,
  type TransferRule,
} from '#domain/transfer-procedure/transfer-rule.js';
import type { BoardLine } from '#application/transfer-procedure/transfer-procedure.repository.js';
import type { ProcedureDetail } from '#application/transfer-procedure/transfer-procedure.service.js';
import { moneyView, MoneyView } from '../http/money.view.js';

const text = { type: 'string', nullable: true } as const;
const idOrNull = { ...text, format: 'uuid' } as const;
const dayOrNull = { ...text, format: 'date' } as const;
const timeOrNull = { ...text, format: 'date-time' } as const;

export class StageRuleView {
  @ApiProperty({ description: '环节', enum: stages }) stage!: string;
  @ApiProperty({ description: '环节名称', example: '决策' }) title!: string;
  @ApiProperty({ description: '办理人', type: [String] }) personIds!: readonly string[];
  @ApiProperty({ description: '或具有这些角色的人员', type: [String] }) roles!: readonly string[];
  @ApiProperty({ description: '须参加的人数' }) quorum!: number;
  @ApiProperty({ description: '通过的比例', enum: majorities }) majority!: string;
  @ApiProperty({ description: '须有的材料', type: [String] }) documents!: readonly string[];
  @ApiProperty({ description: '期限（日）', type: 'integer', nullable: true }) days!: number | null;
  @ApiProperty({ description: '须形成会议纪要' }) minutes!: boolean;
}

export class TransferRuleView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '第几次修订' }) revision!: number;
  @ApiProperty({ description: '各环节', type: [StageRuleView] }) stages!: StageRuleView[];
  @ApiProperty({ description: '说明' }) note!: string;
  @ApiProperty({ description: '保存时间', format: 'date-time' }) createdAt!: string;
}

export class PricingView {
  @ApiProperty({ description: '定价方式', enum: priceMethods }) method!: string;
  @ApiProperty({ description: '拟交易价格', type: MoneyView }) price!: MoneyView;
  @ApiProperty({ description: '定价依据' }) basis!: string;
  @ApiProperty({ description: '是否资产评估', enum: ['appraised', 'notAppraised'] }) appraisal!: string;
  @ApiProperty({ description: '评估结论或不评估的理由' }) appraisalReason!: string;
}

export class TransferProcedureView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '成果编号', format: 'uuid' }) achievementId!: string;
  @ApiProperty({ description: '成果名称' }) title!: string;
  @ApiProperty({ description: '转化方式', enum: transferWays }) way!: string;
  @ApiProperty({ description: '缘由与方案概要' }) summary!: string;
  @ApiProperty({ description: '受让方或合作方单位', ...idOrNull }) counterpartyId!: string | null;
  @ApiProperty({ description: '受让方或合作方名称', ...text }) counterpartyName!: string | null;
  @ApiProperty({ description: '是否关联交易' }) relatedParty!: boolean;
  @ApiProperty({ description: '关联说明', ...text }) relatedNote!: string | null;
  @ApiProperty({ description: '定价', type: PricingView, nullable: true }) pricing!: PricingView | null;
  @ApiProperty({ description: '状态：七个环节之一，或终态', enum: statesOf(transferProcedureTransitions) })
  state!: string;
  @ApiProperty({ description: '公示编号', ...idOrNull }) noticeId!: string | null;
  @ApiProperty({ description: '洽谈编号', ...idOrNull }) dealId!: string | null;
  @ApiProperty({ description: '合同编号', ...idOrNull }) contractId!: string | null;
  @ApiProperty({ description: '奖酬方案编号', ...idOrNull }) rewardPlanId!: string | null;
  @ApiProperty({ description: '结果或终止原因', ...text }) outcome!: string | null;
  @ApiProperty({ description: '版本' }) version!: number;
  @ApiProperty({ description: '发起时间', format: 'date-time' }) createdAt!: string;
}

export class ProcedureVoteView {
  @ApiProperty({ description: '办理人', format: 'uuid' }) personId!: string;
  @ApiProperty({ description: '姓名' }) name!: string;
  @ApiProperty({ description: '表决', enum: ['approve', 'object', 'abstain', 'recused'] }) vote!: string;
  @ApiProperty({ description: '意见或回避原因' }) opinion!: string;
  @ApiProperty({ description: '时间', format: 'date-time' }) at!: string;
}

export class TallyView {
  @ApiProperty({ description: '同意' }) approve!: number;
  @ApiProperty({ description: '不同意' }) object!: number;
  @ApiProperty({ description: '弃权' }) abstain!: number;
  @ApiProperty({ description: '回避' }) recused!: number;
  @ApiProperty({ description: '参加' }) present!: number;
  @ApiProperty({ description: '达到法定人数' }) quorumMet!: boolean;
  @ApiProperty({ description: '获得通过' }) carried!: boolean;
}

export class MinutesSignatureView {
  @ApiProperty({ description: '签署人', format: 'uuid' }) personId!: string;
  @ApiProperty({ description: '姓名' }) name!: string;
  @ApiProperty({ description: '签署时间', format: 'date-time' }) at!: string;
}

export class MinutesView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '会议日期', format: 'date' }) heldOn!: string;
  @ApiProperty({ description: '会议地点' }) place!: string;
  @ApiProperty({ description: '正文' }) text!: string;
  @ApiProperty({ description: '散列（正文、表决与人员），签署即签此值', example: 'a'.repeat(64) }) contentHash!: string;
  @ApiProperty({ description: '签署', type: [MinutesSignatureView] }) signatures!: MinutesSignatureView[];
  @ApiProperty({ description: '已封存（参加人员全部签署）' }) sealed!: boolean;
}

export class ProcedureStepView {
  @ApiProperty({ description: '序号' }) serial!: number;
  @ApiProperty({ description: '环节', enum: stages }) stage!: string;
  @ApiProperty({ description: '环节名称' }) title!: string;
  @ApiProperty({ description: '进入时间', format: 'date-time' }) enteredAt!: string;
  @ApiProperty({ description: '期限', ...dayOrNull }) dueOn!: string | null;
  @ApiProperty({ description: '离开时间', ...timeOrNull }) leftAt!: string | null;
  @ApiProperty({ description: '如何离开（通过、退回到哪一环节、公示期满等）', ...text }) event!: string | null;
  @ApiProperty({ description: '理由', ...text }) reason!: string | null;
  @ApiProperty({ description: '表决', type: [ProcedureVoteView] }) votes!: ProcedureVoteView[];
  @ApiProperty({ description: '计票', type: TallyView }) tally!: TallyView;
  @ApiProperty({ description: '会议纪要', type: MinutesView, nullable: true }) minutes!: MinutesView | null;
}

export class TransferProcedureDetailView extends TransferProcedureView {
  @ApiProperty({ description: '发起时所依的规定', type: [StageRuleView] }) stages!: StageRuleView[];
  @ApiProperty({ description: '逐次经过的环节', type: [ProcedureStepView] }) steps!: ProcedureStepView[];
}

export class BoardCaseView {
  @ApiProperty({ description: '流程编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '成果名称' }) title!: string;
  @ApiProperty({ description: '进入本环节的日期', format: 'date' }) enteredOn!: string;
  @ApiProperty({ description: '在本环节的日数' }) days!: number;
  @ApiProperty({ description: '期限', ...dayOrNull }) dueOn!: string | null;
  @ApiProperty({ description: '已超期' }) overdue!: boolean;
}

export class BoardStageView {
  @ApiProperty({ description: '环节', enum: stages }) stage!: string;
  @ApiProperty({ description: '环节名称' }) title!: string;
  @ApiProperty({ description: '件数' }) count!: number;
  @ApiProperty({ description: '超期件数' }) overdue!: number;
  @ApiProperty({ description: '流程，停留最久的在前', type: [BoardCaseView] }) cases!: BoardCaseView[];
}

export class BoardView {
  @ApiProperty({ description: '七个环节', type: [BoardStageView] }) items!: BoardStageView[];
}

const stageRuleView = (rule: StageRule): StageRuleView => ({ ...rule, title: stageTitles[rule.stage] });

export const transferRuleView = (rule: TransferRule): TransferRuleView => ({
  id: rule.id,
  organizationId: rule.organizationId,
  revision: rule.revision,
  stages: rule.stages.map(stageRuleView),
  note: rule.note,
  createdAt: rule.createdAt.toISOString(),
});

export const transferProcedureView = (procedure: TransferProcedure): TransferProcedureView => ({
  id: procedure.id,
  organizationId: procedure.organizationId,
  achievementId: procedure.achievementId,
  title: procedure.title,
  way: procedure.way,
  summary: procedure.summary,
  counterpartyId: procedure.counterpartyId,
  counterpartyName: procedure.counterpartyName,
  relatedParty: procedure.relatedParty,
  relatedNote: procedure.relatedNote,
  pricing: procedure.pricing && { ...procedure.pricing, price: moneyView(procedure.pricing.price) },
  state: procedure.state,
  noticeId: procedure.noticeId,
  dealId: procedure.dealId,
  contractId: procedure.contractId,
  rewardPlanId: procedure.rewardPlanId,
  outcome: procedure.outcome,
  version: procedure.version,
  createdAt: procedure.createdAt.toISOString(),
});

export function transferProcedureDetailView({
  procedure,
  steps,
  minutes,
  names,
}: ProcedureDetail): TransferProcedureDetailView {
  const nameOf = (id: string): string => names.get(id) ?? '';
  return {
    ...transferProcedureView(procedure),
    stages: procedure.stages.map(stageRuleView),
    steps: steps.map((step) => {
      const rule = procedure.stages.find(({ stage }) => stage === step.stage) as StageRule;
      const written = minutes.find(({ stepId }) => stepId === step.id) ?? null;
      return {
        serial: step.serial,
        stage: step.stage,
        title: stageTitles[step.stage],
        enteredAt: step.enteredAt.toISOString(),
        dueOn: step.dueOn,
        leftAt: step.leftAt?.toISOString() ?? null,
        event: step.event,
        reason: step.reason,
        votes: step.votes.map((vote) => ({ ...vote, name: nameOf(vote.personId), at: vote.at.toISOString() })),
        tally: tally(rule, step.votes),
        minutes: written && {
          id: written.id,
          heldOn: written.content.heldOn,
          place: written.content.place,
          text: written.content.text,
          contentHash: written.contentHash,
          signatures: written.signatures.map(({ personId, at }) => ({
            personId,
            name: nameOf(personId),
            at: at.toISOString(),
          })),
          sealed: isSealed(written, step.votes),
        },
      };
    }),
  };
}

export function boardView(lines: readonly BoardLine[], today: LocalDate): BoardView {
  const caseOf = (line: BoardLine): BoardCaseView => {
    const enteredOn = beijingDate(line.enteredAt);
    const { id, organizationId, title, dueOn } = line;
    const overdue = dueOn !== null && dueOn < today;
    return { id, organizationId, title, enteredOn, days: epochDay(today) - epochDay(enteredOn), dueOn, overdue };
  };
  return {
    items: stages.map((stage) => {
      const cases = lines.filter((line) => line.stage === stage).map(caseOf);
      const overdue = cases.filter((one) => one.overdue).length;
      return { stage, title: stageTitles[stage], count: cases.length, overdue, cases };
    }),
  };
}
