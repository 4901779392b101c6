import { OmitType, PartialType } from '@nestjs/swagger';
import { declineReasons, type DeclineReason } from '#domain/matching/match.js';
import {
  licencesBack,
  ownerships,
  secretUses,
  type LicenceBack,
  type Ownership,
  type SecretUse,
} from '#domain/open-challenge/challenge.policy.js';
import { sealAlgorithms, type SealAlgorithm } from '#domain/open-challenge/sealed-bid.js';
import {
  ChoiceField,
  DateField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  PatternField,
  TextField,
  TextListField,
  YuanField,
} from '../http/fields.js';
import { IdParam } from '../http/params.js';

const hash = { pattern: /^[0-9a-f]{64}$/, shape: '64 位小写十六进制摘要' } as const;
const code = { pattern: /^[a-z][A-Za-z0-9]{0,29}$/, shape: '字母开头、30 位以内的代码' } as const;
const exampleHash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

export class IpTermsDto {
  @ChoiceField({
    title: '成果归属：bidder 揭榜方，caller 征集方，joint 共有（民法典第 859、860 条允许约定）',
    values: ownerships,
    example: 'bidder',
  })
  ownership!: Ownership;
  @ChoiceField({
    title: '征集方的实施权：callerFree 免费实施，callerPaid 有偿实施，none 不作约定',
    values: licencesBack,
    example: 'callerFree',
  })
  licenceBack!: LicenceBack;
  @ChoiceField({
    title: '技术秘密的使用与转让：both 双方，callerOnly 征集方，bidderOnly 揭榜方（民法典第 861 条）',
    values: secretUses,
    example: 'both',
  })
  secretUse!: SecretUse;
  @TextField({ title: '说明', min: 5, max: 2000, example: '揭榜方申请专利，征集方在本企业内免费实施。' }) note!: string;
  @IntegerField({ title: '详细资料的保密月数', min: 1, max: 120, example: 24 }) confidentialityMonths!: number;
}

export class ChallengeCriterionDto {
  @PatternField({ title: '评分项代码', ...code, example: 'feasibility' }) code!: string;
  @TextField({ title: '评分项名称', min: 2, max: 60, example: '技术可行性' }) title!: string;
  @IntegerField({ title: '权重（各项合计 100）', min: 1, max: 100, example: 50 }) weight!: number;
}

export class CreateOpenChallengeDto {
  @TextField({ title: '难题名称', min: 4, max: 200, example: '油井结蜡周期延长一倍的清防蜡技术' }) title!: string;
  @TextField({
    title: '公开简介',
    min: 10,
    max: 5000,
    example: '六十口油井结蜡严重，检泵周期 180 天，征集能延长到 360 天以上的清防蜡技术方案。',
  })
  summary!: string;
  @TextField({
    title: '详细资料（接受条款后可见）',
    min: 10,
    max: 20_000,
    example: '井深 2100 米，含水 85%，原油含蜡量 18%，凝点 23℃；历年检泵记录见附表。',
  })
  details!: string;
  @TextField({ title: '技术领域', max: 40, optional: true, example: '石油化工' }) field?: string | null;
  @PatternField({ title: '县区代码', pattern: /^\d{6}$/, shape: '六位行政区划代码', example: '621022' })
  countyCode!: string;
  @IdField({ title: '所依据的技术需求编号（单独征集的不填）', optional: true }) demandId?: string | null;
  @YuanField({ title: '项目预算（元）', optional: true, example: '500000.00' }) budgetYuan?: string | null;
  @ObjectField({ title: '知识产权条款（发布前必须写明）', of: () => IpTermsDto, optional: true })
  ipTerms?: IpTermsDto | null;
  @ListField({ title: '评分项', of: () => ChallengeCriterionDto, min: 1, max: 12 })
  criteria!: ChallengeCriterionDto[];
  @TextListField({
    title: '奖金（元），按名次；几项即奖励几名',
    pattern: /^\d{1,11}(\.\d{1,2})?$/,
    shape: '以元为单位的金额',
    max: 10,
    min: 1,
    example: ['100000.00'],
  })
  prizesYuan!: string[];
  @IntegerField({ title: '获奖的最低分（百分制）', min: 0, max: 100, optional: true, example: 60 })
  passMark?: number | null;
  @InstantField({ title: '提问截止', example: '2026-12-10T18:00:00+08:00' }) questionsUntil!: string;
  @InstantField({ title: '提交承诺截止', example: '2026-12-20T18:00:00+08:00' }) commitUntil!: string;
  @InstantField({ title: '揭示截止', example: '2026-12-25T18:00:00+08:00' }) revealUntil!: string;
  @DateField({ title: '评审截止日', example: '2027-01-10' }) scoringUntil!: string;
}

/** Null clears what may be left out; what must be there refuses null. */
export class AmendOpenChallengeDto extends PartialType(OmitType(CreateOpenChallengeDto, ['demandId']), {
  skipNullProperties: false,
}) {}

export class AcceptTermsDto {
  @PatternField({ title: '所接受条款的摘要（征集公告中的 termsHash）', ...hash, example: exampleHash })
  termsHash!: string;
}

export class AskQuestionDto {
  @TextField({ title: '问题（答复公开，不公开提问人）', min: 4, max: 1000, example: '能否提供原油含蜡量检测报告？' })
  text!: string;
}

export class AnswerQuestionDto {
  @TextField({ title: '答复（对所有人公开）', min: 2, max: 2000, example: '可以，已补充在详细资料中。' })
  answer!: string;
}

export class CommitBidDto {
  @ChoiceField({ title: '摘要算法：sha256，或国密 sm3', values: sealAlgorithms, example: 'sha256' })
  algorithm!: SealAlgorithm;
  @PatternField({ title: '密封承诺', ...hash, example: exampleHash }) commitment!: string;
}

export class SealedAttachmentDto {
  @TextField({ title: '文件名', max: 200, example: '技术方案.pdf' }) fileName!: string;
  @IntegerField({ title: '字节数', min: 0, max: 20_971_520, example: 204800 }) sizeBytes!: number;
  @PatternField({ title: '文件的 SHA-256', ...hash, example: exampleHash }) sha256!: string;
}

export class BidContentDto {
  @TextField({
    title: '方案',
    min: 20,
    max: 20_000,
    example: '采用固体防蜡剂与井下磁防蜡器组合，先在五口井试验三个月。',
  })
  plan!: string;
  @YuanField({ title: '报价（元）', example: '380000.00' }) priceYuan!: string;
  @IntegerField({ title: '工期（月）', min: 1, max: 120, example: 12 }) termMonths!: number;
  @TextField({ title: '团队（评审时隐去）', min: 2, max: 5000, example: '示例研究所采油工艺组，五人。' }) team!: string;
  @ListField({ title: '附件（先报摘要，揭示后上传原件）', of: () => SealedAttachmentDto, max: 20 })
  attachments!: SealedAttachmentDto[];
}

export class RevealBidDto {
  @ObjectField({ title: '方案内容', of: () => BidContentDto }) content!: BidContentDto;
  @PatternField({
    title: '随机数（32 至 128 位小写十六进制）',
    pattern: /^[0-9a-f]{32,128}$/,
    shape: '32 至 128 位小写十六进制',
    example: '00112233445566778899aabbccddeeff',
  })
  nonce!: string;
}

export class AppointChallengeJudgeDto {
  @IdField({ title: '评审人员编号' }) personId!: string;
}

export class BidCriterionScoreDto {
  @PatternField({ title: '评分项代码', ...code, example: 'feasibility' }) criterion!: string;
  @IntegerField({ title: '得分', min: 0, max: 100, example: 85 }) points!: number;
}

export class ScoreBidDto {
  @ListField({ title: '各项得分', of: () => BidCriterionScoreDto, min: 1, max: 12 }) scores!: BidCriterionScoreDto[];
  @TextField({ title: '评语', max: 2000, optional: true, example: '试验安排具体，成本偏高。' }) comment?: string | null;
}

export class ChallengeReasonDto {
  @TextField({ title: '原因', min: 5, max: 1000, example: '方案之间没有达到最低分的。' }) reason!: string;
}

export class DecideChallengeTieDto {
  @TextListField({
    title: '并列方案的次序，先者为胜',
    pattern: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
    shape: '方案编号',
    max: 500,
    min: 2,
    example: ['0193f0a2-7c1e-7000-8000-000000000000', '0193f0a2-7c1e-7000-8000-000000000001'],
  })
  order!: string[];
  @TextField({ title: '评审组会议纪要', min: 10, max: 5000, example: '评审组复议，认为方案 002 的现场条件更成熟。' })
  minutes!: string;
}

export class CriterionFeedbackDto {
  @PatternField({ title: '评分项代码', ...code, example: 'feasibility' }) criterion!: string;
  @TextField({ title: '这一项差在哪里、怎样改进', min: 5, max: 1000, example: '没有说明含水 85% 时的药剂用量。' })
  text!: string;
}

export class LoserFeedbackDto {
  @ChoiceField({
    title:
      '主要原因：wrongField 领域不符，immature 不够成熟，tooDear 价格高，ipUnclear 权属不清，tooFar 距离远，alreadyHave 已有，descriptionUnclear 说明不清，other 其他',
    values: declineReasons,
    example: 'immature',
  })
  reason!: DeclineReason;
  @ListField({ title: '逐项意见（每个评分项都要写）', of: () => CriterionFeedbackDto, min: 1, max: 12 })
  texts!: CriterionFeedbackDto[];
}

export class PrizePaymentDto {
  @TextField({ title: '付款凭证', min: 2, max: 200, example: '2027年第12号凭证' }) document!: string;
  @DateField({ title: '付款日期', example: '2027-02-01' }) paidOn!: string;
}

export class BidParam extends IdParam {
  @IdField({ title: '方案编号' }) bidId!: string;
}

export class QuestionParam extends IdParam {
  @IdField({ title: '问题编号' }) questionId!: string;
}
