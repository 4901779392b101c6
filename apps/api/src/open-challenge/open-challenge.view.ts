import { ApiProperty } from '@nestjs/swagger';
import { licencesBack, ownerships, secretUses, statutoryDefaults } from '#domain/open-challenge/challenge.policy.js';
import { losersRights, openChallengeTransitions, type OpenChallenge } from '#domain/open-challenge/open-challenge.js';
import { statesOf } from '#domain/shared/state-machine.js';
import type { ChallengeQuestion, ChallengeStatistics } from '#application/open-challenge/open-challenge.service.js';
import { moneyView, MoneyView } from '../http/money.view.js';

export class IpTermsView {
  @ApiProperty({ description: '成果归属', enum: ownerships }) ownership!: string;
  @ApiProperty({ description: '征集方的实施权', enum: licencesBack }) licenceBack!: string;
  @ApiProperty({ description: '技术秘密的使用与转让', enum: secretUses }) secretUse!: string;
  @ApiProperty({ description: '说明' }) note!: string;
  @ApiProperty({ description: '详细资料的保密月数' }) confidentialityMonths!: number;
}

export class StatutoryDefaultView {
  @ApiProperty({ description: '事项' }) subject!: string;
  @ApiProperty({ description: '没有约定时的法律规定' }) rule!: string;
  @ApiProperty({ description: '条文' }) article!: string;
}

export class ChallengeCriterionView {
  @ApiProperty({ description: '代码' }) code!: string;
  @ApiProperty({ description: '名称' }) title!: string;
  @ApiProperty({ description: '权重' }) weight!: number;
}

export class OpenChallengeView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '征集单位编号', format: 'uuid' }) organizationId!: string;
  @ApiProperty({ description: '所依据的技术需求', type: 'string', format: 'uuid', nullable: true }) demandId!:
    string | null;
  @ApiProperty({ description: '状态', enum: statesOf(openChallengeTransitions) }) state!: string;
  @ApiProperty({ description: '难题名称' }) title!: string;
  @ApiProperty({ description: '公开简介' }) summary!: string;
  @ApiProperty({ description: '详细资料怎样取得' }) detailsNote!: string;
  @ApiProperty({ description: '技术领域', type: 'string', nullable: true }) field!: string | null;
  @ApiProperty({ description: '县区代码' }) countyCode!: string;
  @ApiProperty({ description: '项目预算', type: MoneyView, nullable: true }) budget!: MoneyView | null;
  @ApiProperty({ description: '知识产权条款', type: IpTermsView, nullable: true }) ipTerms!: IpTermsView | null;
  @ApiProperty({ description: '未获奖方案的权利' }) losersRights!: string;
  @ApiProperty({ description: '没有约定时的法律规定，供对照', type: [StatutoryDefaultView] })
  statutoryDefaults!: StatutoryDefaultView[];
  @ApiProperty({ description: '评分项', type: [ChallengeCriterionView] }) criteria!: ChallengeCriterionView[];
  @ApiProperty({ description: '奖金，按名次', type: [MoneyView] }) prizes!: MoneyView[];
  @ApiProperty({ description: '获奖的最低分' }) passMark!: number;
  @ApiProperty({ description: '提问截止', format: 'date-time' }) questionsUntil!: string;
  @ApiProperty({ description: '提交承诺截止', format: 'date-time' }) commitUntil!: string;
  @ApiProperty({ description: '揭示截止', format: 'date-time' }) revealUntil!: string;
  @ApiProperty({ description: '评审截止日', format: 'date' }) scoringUntil!: string;
  @ApiProperty({ description: '条款摘要；发布后不再变化', type: 'string', nullable: true }) termsHash!: string | null;
  @ApiProperty({ description: '公示编号', type: 'string', format: 'uuid', nullable: true }) noticeId!: string | null;
  @ApiProperty({ description: '流标或取消的原因', type: 'string', nullable: true }) outcomeReason!: string | null;
  @ApiProperty({ description: '版本，用于 If-Match' }) version!: number;
  @ApiProperty({ description: '发布时间', type: 'string', format: 'date-time', nullable: true }) publishedAt!:
    string | null;
}

export const openChallengeView = (challenge: OpenChallenge): OpenChallengeView => ({
  id: challenge.id,
  organizationId: challenge.organizationId,
  demandId: challenge.demandId,
  state: challenge.state,
  title: challenge.title,
  summary: challenge.summary,
  detailsNote: '详细资料在接受条款（POST …/entries）后可见。',
  field: challenge.field,
  countyCode: challenge.countyCode,
  budget: challenge.budget === null ? null : moneyView(challenge.budget),
  ipTerms: challenge.ipTerms,
  losersRights,
  statutoryDefaults: statutoryDefaults.map(({ subject, rule, article }) => ({ subject, rule, article })),
  criteria: challenge.criteria.map((criterion) => ({ ...criterion })),
  prizes: challenge.prizes.map(moneyView),
  passMark: challenge.passMark,
  questionsUntil: challenge.questionsUntil.toISOString(),
  commitUntil: challenge.commitUntil.toISOString(),
  revealUntil: challenge.revealUntil.toISOString(),
  scoringUntil: challenge.scoringUntil,
  termsHash: challenge.termsHash,
  noticeId: challenge.noticeId,
  outcomeReason: challenge.outcomeReason,
  version: challenge.version,
  publishedAt: challenge.publishedAt?.toISOString() ?? null,
});

export class ChallengeDetailsView {
  @ApiProperty({ description: '征集编号', format: 'uuid' }) challengeId!: string;
  @ApiProperty({ description: '详细资料' }) details!: string;
}

export class ChallengeQuestionView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '问题' }) text!: string;
  @ApiProperty({ description: '提问时间', format: 'date-time' }) askedAt!: string;
  @ApiProperty({ description: '答复；尚未答复为 null', type: 'string', nullable: true }) answer!: string | null;
  @ApiProperty({ description: '答复时间', type: 'string', format: 'date-time', nullable: true }) answeredAt!:
    string | null;
}

/** Who asked is never told. */
export const challengeQuestionView = (question: ChallengeQuestion): ChallengeQuestionView => ({
  id: question.id,
  text: question.text,
  askedAt: question.askedAt.toISOString(),
  answer: question.answer,
  answeredAt: question.answeredAt?.toISOString() ?? null,
});

export class ChallengeTrendView {
  @ApiProperty({ description: '日期', format: 'date' }) day!: string;
  @ApiProperty({ description: '当日报名' }) joined!: number;
  @ApiProperty({ description: '当日提交承诺；截止前不公布', type: 'integer', nullable: true }) committed!:
    number | null;
}

export class ChallengeStatisticsView {
  @ApiProperty({ description: '征集编号', format: 'uuid' }) challengeId!: string;
  @ApiProperty({ description: '报名（接受条款）' }) joined!: number;
  @ApiProperty({ description: '提问' }) questions!: number;
  @ApiProperty({ description: '已答复' }) answered!: number;
  @ApiProperty({ description: '提交承诺；截止前不公布', type: 'integer', nullable: true }) committed!: number | null;
  @ApiProperty({ description: '撤回；截止前不公布', type: 'integer', nullable: true }) withdrawn!: number | null;
  @ApiProperty({ description: '已揭示；截止前不公布', type: 'integer', nullable: true }) revealed!: number | null;
  @ApiProperty({ description: '未揭示或不一致而出局；截止前不公布', type: 'integer', nullable: true }) lapsed!:
    number | null;
  @ApiProperty({ description: '已评分；截止前不公布', type: 'integer', nullable: true }) scored!: number | null;
  @ApiProperty({ description: '逐日', type: [ChallengeTrendView] }) trend!: ChallengeTrendView[];
}

export function challengeStatisticsView({
  challenge,
  counts,
  trend,
  sealed,
}: ChallengeStatistics): ChallengeStatisticsView {
  const open = (n: number): number | null => (sealed ? null : n);
  return {
    challengeId: challenge.id,
    joined: counts.joined,
    questions: counts.questions,
    answered: counts.answered,
    committed: open(counts.committed),
    withdrawn: open(counts.withdrawn),
    revealed: open(counts.revealed),
    lapsed: open(counts.lapsed),
    scored: open(counts.scored),
    trend: trend
      .filter(({ joined }) => !sealed || joined > 0)
      .map(({ day, joined, committed }) => ({ day, joined, committed: open(committed) })),
  };
}
