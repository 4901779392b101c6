import { materialKindCodes } from '#domain/attachment/material-kinds.policy.js';
import { roles, type Role } from '#domain/shared/actor.js';
import { statesOf } from '#domain/shared/state-machine.js';
import {
  ballots,
  priceMethods,
  transferProcedureTransitions,
  transferWays,
  type Ballot,
  type PriceMethod,
  type TransferWay,
} from '#domain/transfer-procedure/transfer-procedure.js';
import { majorities, stages, type Majority, type Stage } from '#domain/transfer-procedure/transfer-rule.js';
import {
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  IntegerField,
  ListField,
  PatternField,
  TextField,
  TextListField,
  YuanField,
} from '../http/fields.js';
import { PageQuery } from '../http/paging.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const exampleId = '0193f0a2-7c1e-7000-8000-000000000000';

export class StageRuleDto {
  @ChoiceField({
    title: '环节：发起、初审、评估、论证、决策、公示、实施',
    values: stages,
    example: 'decision',
  })
  stage!: Stage;
  @TextListField({
    title: '办理人（账号）',
    pattern: uuid,
    shape: 'UUID',
    max: 50,
    optional: true,
    example: [exampleId],
  })
  personIds?: string[];
  @TextListField({
    title: '或：本单位具有这些角色的人员',
    pattern: new RegExp(`^(${roles.join('|')})$`),
    shape: '角色',
    max: roles.length,
    optional: true,
    example: ['researchUnit'],
  })
  roles?: Role[];
  @IntegerField({ title: '须参加的人数', min: 1, max: 50, optional: true, example: 2 }) quorum?: number;
  @ChoiceField({
    title: '通过的比例：moreThanHalf 超过半数，twoThirds 三分之二以上，unanimous 一致同意',
    values: majorities,
    optional: true,
    example: 'moreThanHalf',
  })
  majority?: Majority;
  @TextListField({
    title: '须有的材料种类',
    pattern: new RegExp(`^(${materialKindCodes.join('|')})$`),
    shape: '材料种类代码',
    max: 20,
    optional: true,
    example: ['feasibilityReport'],
  })
  documents?: string[];
  @IntegerField({ title: '期限（日）；公示环节为公示期', min: 1, max: 365, optional: true, example: 15 }) days?: number;
  @FlagField({ title: '须形成会议纪要', optional: true, example: true }) minutes?: boolean;
}

export class SaveRuleDto {
  @ListField({ title: '七个环节的规定', of: () => StageRuleDto, min: 1, max: 20 }) stages!: StageRuleDto[];
  @TextField({ title: '说明（依据哪次会议、哪份文件）', min: 2, max: 500, example: '经校长办公会审议通过。' })
  note!: string;
}

export class BeginProcedureDto {
  @IdField({ title: '成果编号' }) achievementId!: string;
  @ChoiceField({ title: '转化方式（转化法第十六条）', values: transferWays, example: 'transfer' }) way!: TransferWay;
  @TextField({
    title: '转化的缘由与方案概要',
    min: 10,
    max: 5000,
    example: '企业有明确需求，拟整体转让并提供两年技术服务。',
  })
  summary!: string;
  @IdField({ title: '受让方或合作方单位', optional: true }) counterpartyId?: string;
  @TextField({ title: '受让方或合作方名称', max: 200, optional: true, example: '示例羊业有限公司' })
  counterpartyName?: string;
  @FlagField({ title: '受让方是否为完成人或其关联方', example: false }) relatedParty!: boolean;
  @TextField({ title: '关联情况说明', min: 5, max: 500, optional: true, example: '完成人甲持有受让方 20% 股份。' })
  relatedNote?: string;
}

export class PricingDto {
  @ChoiceField({ title: '定价方式：协议定价、挂牌交易、拍卖', values: priceMethods, example: 'negotiated' })
  method!: PriceMethod;
  @YuanField({ title: '拟交易价格（元）', example: '1200000.00' }) priceYuan!: string;
  @TextField({ title: '定价依据', min: 10, max: 2000, example: '参照近两年三项同类成果的成交价，并考虑剩余保护期。' })
  basis!: string;
  @ChoiceField({ title: '是否进行资产评估', values: ['appraised', 'notAppraised'], example: 'notAppraised' })
  appraisal!: 'appraised' | 'notAppraised';
  @TextField({
    title: '评估结论，或不评估的理由',
    min: 5,
    max: 1000,
    example: '转让给非国有全资企业，经集体研究决定不评估。',
  })
  appraisalReason!: string;
}

export class VoteDto {
  @ChoiceField({ title: '表决：同意、不同意、弃权', values: ballots, example: 'approve' }) vote!: Ballot;
  @TextField({ title: '意见', min: 2, max: 2000, example: '方案可行，价格有依据，同意。' }) opinion!: string;
}

export class RecuseDto {
  @IdField({ title: '回避的人员；本人回避时不填', optional: true }) personId?: string;
  @TextField({ title: '回避原因', min: 2, max: 500, example: '与受让方负责人为近亲属。' }) reason!: string;
}

export class DraftMinutesDto {
  @DateField({ title: '会议日期', example: '2026-11-23' }) heldOn!: string;
  @TextField({ title: '会议地点', max: 100, example: '行政楼 301 会议室' }) place!: string;
  @TextField({ title: '纪要正文', min: 10, max: 20_000, example: '会议听取了评估情况，逐项讨论了价格依据，一致同意。' })
  text!: string;
}

export class SignMinutesDto {
  @PatternField({ title: '所签纪要的散列', pattern: /^[0-9a-f]{64}$/, shape: '64 位十六进制', example: 'a'.repeat(64) })
  contentHash!: string;
}

export class PassDto {
  @TextField({ title: '备注', max: 500, optional: true, example: '材料齐全。' }) remark?: string;
}

export class SendBackDto {
  @ChoiceField({ title: '退回到', values: stages, example: 'evaluation' }) stage!: Stage;
  @TextField({ title: '退回理由', min: 5, max: 1000, example: '定价依据不足，请补充可比交易。' }) reason!: string;
}

export class ProcedureReasonDto {
  @TextField({ title: '理由', min: 5, max: 1000, example: '市场条件变化，暂不转化。' }) reason!: string;
}

export class LinkDto {
  @IdField({ title: '洽谈编号', optional: true }) dealId?: string;
  @IdField({ title: '合同编号', optional: true }) contractId?: string;
  @IdField({ title: '奖酬方案编号', optional: true }) rewardPlanId?: string;
  @TextField({
    title: '合同金额与决策价格不一致的原因',
    min: 5,
    max: 500,
    optional: true,
    example: '含税口径不同，不含税金额一致。',
  })
  priceDifference?: string;
}

export class CompleteDto {
  @TextField({ title: '实施结果', min: 5, max: 2000, example: '合同已生效并完成技术交底。' }) outcome!: string;
}

export class ProcedureQuery extends PageQuery {
  @ChoiceField({
    title: '状态或环节',
    values: statesOf(transferProcedureTransitions),
    optional: true,
    example: 'decision',
  })
  state?: string;
  @IdField({ title: '成果编号', optional: true }) achievementId?: string;
}
