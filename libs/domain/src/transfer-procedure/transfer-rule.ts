import { minimumNoticeDays, maxNoticeDays } from '../public-notice/notice-period.js';
import type { LocalDate } from '../calendar/local-date.js';

/** 发起、初审、评估、论证、决策、公示、实施: 方案 三-2, in this order. */
export const stages = [
  'initiation',
  'preliminaryReview',
  'evaluation',
  'argumentation',
  'decision',
  'publicity',
  'implementation',
] as const;
export type Stage = (typeof stages)[number];
export const stageTitles: Readonly<Record<Stage, string>> = {
  initiation: '发起',
  preliminaryReview: '初审',
  evaluation: '评估',
  argumentation: '论证',
  decision: '决策',
  publicity: '公示',
  implementation: '实施',
};
export const stagesSource = '《庆阳市省级科技成果转移转化示范区建设方案（征求意见稿）》三-2';

export const majorities = ['moreThanHalf', 'twoThirds', 'unanimous'] as const;
/** 超过半数, 三分之二以上 (including it: 民法典 art. 1259), 一致同意; of those present. */
export type Majority = (typeof majorities)[number];

/** How one unit handles one stage. */
export interface StageRule {
  readonly stage: Stage;
  /** Who acts: named people (of the unit or outside experts), or anybody of the unit with one of these roles. */
  readonly personIds: readonly string[];
  readonly roles: readonly string[];
  /** How many must take part. */
  readonly quorum: number;
  readonly majority: Majority;
  /** Kinds of material that must be attached before the stage is left. */
  readonly documents: readonly string[];
  /** Days within which the stage should be over; of 公示: how long the notice stands. Null: no term. */
  readonly days: number | null;
  /** Written minutes, signed by everybody present. */
  readonly minutes: boolean;
}

/** A unit's rule for its procedures (转化流程规定). A new revision binds later cases only. */
export interface TransferRule {
  readonly id: string;
  readonly organizationId: string;
  readonly revision: number;
  readonly stages: readonly StageRule[];
  readonly note: string;
  readonly createdBy: string;
  readonly createdAt: Date;
}

/** Stages that one person may not both hold in one case: who proposes or examines does not decide (four eyes). Ours. */
export const incompatibleStages: readonly (readonly [Stage, Stage])[] = [
  ['initiation', 'preliminaryReview'],
  ['initiation', 'decision'],
  ['preliminaryReview', 'decision'],
  ['evaluation', 'decision'],
];

/** Stages that are a meeting: several people, minutes. Least numbers are ours; the plan names the stages only. */
const meetings: Readonly<Partial<Record<Stage, number>>> = { argumentation: 3, decision: 2 };

export type RuleFindingCode =
  | 'stageMissing'
  | 'stageTwice'
  | 'actorMissing'
  | 'quorumTooLarge'
  | 'quorumTooSmall'
  | 'rolesNotCountable'
  | 'minutesMissing'
  | 'personAlone'
  | 'noticeTooShort'
  | 'noticeTooLong';

export interface RuleFinding {
  readonly code: RuleFindingCode;
  readonly stage: Stage;
  /** In Chinese, for the person who writes the rule. */
  readonly text: string;
}

/** Everything that is wrong with a rule, so that it is found when the rule is saved and not when a case is stuck. */
export function checkRule(rules: readonly StageRule[], today: LocalDate): readonly RuleFinding[] {
  const found = (code: RuleFindingCode, stage: Stage, text: string): RuleFinding => ({
    code,
    stage,
    text: `${stageTitles[stage]}：${text}`,
  });
  const complete = stages.flatMap((stage) => {
    const count = rules.filter((rule) => rule.stage === stage).length;
    if (count === 0) return [found('stageMissing', stage, '没有规定')];
    return count > 1 ? [found('stageTwice', stage, '规定了两次')] : [];
  });
  const single = rules.flatMap((rule) => stageFindings(rule, today, found));
  const alone = incompatibleStages.flatMap(([first, second]) => {
    const [one, other] = [soleActor(rules, first), soleActor(rules, second)];
    if (one === null || one !== other) return [];
    return [found('personAlone', second, `只有一人可办理，且与${stageTitles[first]}是同一人`)];
  });
  return [...complete, ...single, ...alone];
}

function stageFindings(
  rule: StageRule,
  today: LocalDate,
  found: (code: RuleFindingCode, stage: Stage, text: string) => RuleFinding,
): RuleFinding[] {
  const { stage, personIds, roles, quorum, days, minutes } = rule;
  const findings: RuleFinding[] = [];
  if (stage === 'publicity') {
    const least = minimumNoticeDays(today);
    if (days === null || days < least) findings.push(found('noticeTooShort', stage, `公示期不得少于 ${least} 日`));
    else if (days > maxNoticeDays) findings.push(found('noticeTooLong', stage, `公示期不得超过 ${maxNoticeDays} 日`));
    return findings;
  }
  if (personIds.length === 0 && roles.length === 0) findings.push(found('actorMissing', stage, '没有办理人'));
  const meeting = meetings[stage];
  if (roles.length === 0 && quorum > new Set(personIds).size) {
    findings.push(found('quorumTooLarge', stage, `法定人数 ${quorum} 超过办理人数 ${new Set(personIds).size}`));
  }
  if (meeting === undefined) return findings;
  if (quorum < meeting) findings.push(found('quorumTooSmall', stage, `至少应有 ${meeting} 人参加`));
  if (roles.length > 0) findings.push(found('rolesNotCountable', stage, '须指定参加人员，不能只写角色'));
  if (!minutes) findings.push(found('minutesMissing', stage, '须形成会议纪要'));
  return findings;
}

/** The one person who can act in a stage; null when there are more, or roles. */
function soleActor(rules: readonly StageRule[], stage: Stage): string | null {
  const rule = rules.find((one) => one.stage === stage);
  const [person, ...others] = [...new Set(rule?.personIds ?? [])];
  return rule && rule.roles.length === 0 && person !== undefined && others.length === 0 ? person : null;
}
