import { ApiProperty } from '@nestjs/swagger';
import {
  declineReasons,
  introductionSuggested,
  matchGrades,
  matchTransitions,
  type Match,
} from '#domain/matching/match.js';
import { statesOf } from '#domain/shared/state-machine.js';
import { ineligibleText, type Ineligible } from '#matching/rank/eligibility.js';
import type { SignalName } from '#matching/rank/signal.js';
import type { AchievementMatches, MatchWithTitles } from '#application/matching/matching.service.js';

const signalTitles: Readonly<Record<string, string>> = {
  text: '内容吻合',
  object: '对象',
  process: '工艺与做法',
  effect: '要达到的效果',
  field: '技术领域',
  zone: '示范区',
  county: '县区',
  readiness: '成熟度',
  price: '价格与预算',
  freshness: '新近程度',
  promoted: '主推技术',
  mode: '合作方式',
  deadline: '时限',
  ip: '知识产权',
  record: '单位业绩',
} satisfies Record<SignalName, string>;

export class PlaceView {
  @ApiProperty({ description: '所在部分', enum: ['title', 'summary'] }) part!: string;
  @ApiProperty({ description: '起（UTF-16 字符序号，含）' }) start!: number;
  @ApiProperty({ description: '止（不含）' }) end!: number;
}

export class AgreementView {
  @ApiProperty({ description: '指什么：object 对象，process 工艺，effect 效果', type: 'string', nullable: true })
  kind!: string | null;
  @ApiProperty({ description: '需求中的词', example: '代乳料' }) needTerm!: string;
  @ApiProperty({ description: '成果中与之相应的词', example: '代乳粉' }) offerTerm!: string;
  @ApiProperty({ description: '在需求中的位置', type: [PlaceView] }) needPlaces!: PlaceView[];
  @ApiProperty({ description: '在成果中的位置', type: [PlaceView] }) offerPlaces!: PlaceView[];
}

export class GapView {
  @ApiProperty({ description: '类别', example: 'readiness' }) kind!: string;
  @ApiProperty({ description: '说明', example: '成果未说明成熟度' }) text!: string;
}

export class MatchSignalView {
  @ApiProperty({ description: '代码', example: 'text' }) name!: string;
  @ApiProperty({ description: '名称', example: '内容吻合' }) title!: string;
  @ApiProperty({ description: '分值，可为负；各项之和等于总分', example: 36 }) points!: number;
}

export class MatchView {
  @ApiProperty({ description: '编号', format: 'uuid' }) id!: string;
  @ApiProperty({ description: '需求编号', format: 'uuid' }) demandId!: string;
  @ApiProperty({ description: '成果编号', format: 'uuid' }) achievementId!: string;
  @ApiProperty({ description: '状态', enum: statesOf(matchTransitions) }) state!: string;
  @ApiProperty({ description: '总分，0–100', example: 52 }) score!: number;
  @ApiProperty({ description: '等级：strong 内容高度吻合，related 无直接对应、可改造', enum: matchGrades })
  grade!: string;
  @ApiProperty({ description: '一句话说明' }) summary!: string;
  @ApiProperty({ description: '双方文字相合之处', type: [AgreementView] }) agreements!: AgreementView[];
  @ApiProperty({ description: '不足，至少一项', type: [GapView] }) gaps!: GapView[];
  @ApiProperty({ description: '得分构成', type: [MatchSignalView] }) signals!: MatchSignalView[];
  @ApiProperty({ description: '所用模型版本', example: 'lexical-1' }) modelVersion!: string;
  @ApiProperty({
    description: '婉拒原因，仅供需双方和管理部门可见',
    enum: declineReasons,
    type: String,
    nullable: true,
  })
  declineReason!: string | null;
  @ApiProperty({ description: '婉拒的补充说明，仅供需双方和管理部门可见', type: String, nullable: true })
  declineText!: string | null;
  @ApiProperty({ description: '已接受的一方', enum: ['demand', 'achievement'], isArray: true }) acceptedBy!: string[];
  @ApiProperty({ description: '双方都已接受，建议引荐：POST /v1/introductions，填写 matchId' })
  introductionSuggested!: boolean;
  @ApiProperty({ description: '提出时间', format: 'date-time' }) createdAt!: string;
}

export class TitledMatchView extends MatchView {
  @ApiProperty({ description: '需求名称' }) demandTitle!: string;
  @ApiProperty({ description: '成果名称' }) achievementTitle!: string;
}

/** What a whole answer says; `verdictTexts` in words. */
const verdicts = ['solved', 'adaptable', 'none'] as const;
type Verdict = (typeof verdicts)[number];

export class MatchListView {
  @ApiProperty({ description: '撮合结果，按得分从高到低，最多 50 条', type: [TitledMatchView] })
  items!: TitledMatchView[];
  @ApiProperty({
    description: '整体结论：solved 有直接对应的成果，adaptable 无直接对应、可改造，none 暂无可用成果；已婉拒的不计',
    enum: verdicts,
    example: 'adaptable',
  })
  verdict!: Verdict;
  @ApiProperty({
    description: '对结果的说明；没有直接对应时在此写明',
    type: 'string',
    nullable: true,
    example: '无直接对应成果，以下可改造。',
  })
  notice!: string | null;
}

export class AchievementMatchListView {
  @ApiProperty({ description: '撮合结果，按得分从高到低，最多 50 条', type: [TitledMatchView] })
  items!: TitledMatchView[];
  @ApiProperty({
    description: '不参与撮合的原因；null 为参与撮合',
    enum: Object.keys(ineligibleText),
    type: 'string',
    nullable: true,
    example: 'patentPledged',
  })
  barred!: string | null;
  @ApiProperty({
    description: '对结果的说明；不参与撮合时写明原因',
    type: 'string',
    nullable: true,
    example: '专利已质押，质权人未同意转让或许可',
  })
  notice!: string | null;
}

export const matchView = (match: Match): MatchView => ({
  id: match.id,
  demandId: match.demandId,
  achievementId: match.achievementId,
  state: match.state,
  score: match.score,
  grade: match.grade,
  summary: match.reasons.summary,
  agreements: match.reasons.agreements.map((agreement) => ({
    kind: agreement.kind ?? null,
    needTerm: agreement.needTerm,
    offerTerm: agreement.offerTerm,
    needPlaces: [...agreement.needPlaces],
    offerPlaces: [...agreement.offerPlaces],
  })),
  gaps: [...match.reasons.gaps],
  signals: match.reasons.signals.map(({ name, points }) => ({ name, title: signalTitles[name] ?? name, points })),
  modelVersion: match.modelVersion,
  declineReason: match.decline?.reason ?? null,
  declineText: match.decline?.text ?? null,
  acceptedBy: match.acceptedBy.map((id) => (id === match.demandOrganizationId ? 'demand' : 'achievement')),
  introductionSuggested: introductionSuggested(match),
  createdAt: match.createdAt.toISOString(),
});

export const matchListView = (rows: readonly MatchWithTitles[]): MatchListView => {
  const verdict = verdictOf(rows);
  return { items: rows.map(titledView), verdict, notice: verdictTexts[verdict] };
};

export const achievementMatchesView = ({ matches, barred }: AchievementMatches): AchievementMatchListView => ({
  items: matches.map(titledView),
  barred,
  notice: noticeOf(barred, matches.length),
});

const titledView = ({ match, demandTitle, achievementTitle }: MatchWithTitles): TitledMatchView => ({
  ...matchView(match),
  demandTitle,
  achievementTitle,
});

function noticeOf(barred: Ineligible | null, found: number): string | null {
  if (barred) return ineligibleText[barred];
  return found === 0 ? '目前没有对应的需求；有新需求时会自动再次撮合。' : null;
}

const verdictTexts: Readonly<Record<Verdict, string | null>> = {
  solved: null,
  adaptable: '无直接对应成果，以下可改造。',
  none: '目前没有可用的成果；有新成果时会自动再次撮合。',
};

function verdictOf(rows: readonly MatchWithTitles[]): Verdict {
  const open = rows.filter(({ match }) => match.state !== 'declined');
  if (open.some(({ match }) => match.grade === 'strong')) return 'solved';
  return open.length > 0 ? 'adaptable' : 'none';
}
