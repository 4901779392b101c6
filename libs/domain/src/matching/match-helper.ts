/** Who may help with a need beside the achievements themselves: people who agreed to be named, agencies, research units. */
export interface Helper {
  readonly kind: HelperKind;
  /** Of an expert: the profile that he consented to. */
  readonly profileId: string | null;
  readonly organizationId: string;
  readonly organizationName: string;
  /** Of an expert, as he wishes to be named. Nobody else is named. */
  readonly name: string | null;
  readonly introduction: string | null;
  /** Whole points 0–100: the sum of the reasons. */
  readonly score: number;
  readonly reasons: readonly HelperReason[];
}

export const helperKinds = ['expert', 'broker', 'institution'] as const;
export type HelperKind = (typeof helperKinds)[number];

export interface HelperReason {
  readonly text: string;
  readonly points: number;
}

/** An achievement that was matched with the need. */
export interface FittingAchievement {
  readonly id: string;
  readonly title: string;
  readonly organizationId: string;
  readonly score: number;
}

export interface ExpertFacts {
  readonly profileId: string;
  readonly name: string;
  readonly introduction: string;
  readonly fields: readonly string[];
  readonly organizationId: string;
  readonly organizationName: string;
  /** Fitting achievements that name him among their inventors. */
  readonly achievementIds: readonly string[];
}

export interface AgencyFacts {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly countyCode: string;
  /** What it was entrusted with in the need's field, and whom it brought together: counts only. */
  readonly mandatesInField: number;
  readonly introductionsMade: number;
}

export interface InstitutionFacts {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly countyCode: string;
}

export interface NeedFacts {
  readonly field: string | null;
  readonly countyCode: string;
}

const maxScore = 100;
const furtherPoints = 3;
const maxFurtherPoints = 12;
const fieldPoints = 6;
const countyPoints = 5;
/** A colleague of the inventors knows less of the matter than they do. */
const colleagueShare = 0.5;

export function expertHelper(
  need: NeedFacts,
  expert: ExpertFacts,
  fitting: readonly FittingAchievement[],
): Helper | null {
  const own = fitting.filter(({ id }) => expert.achievementIds.includes(id));
  const unit = fitting.filter(({ organizationId }) => organizationId === expert.organizationId);
  const reasons = [
    ...(own.length > 0 ? achievementReasons(own, '完成过') : colleagueReasons(unit)),
    ...(need.field !== null && expert.fields.includes(need.field)
      ? [{ text: `研究方向包括「${need.field}」`, points: fieldPoints }]
      : []),
  ];
  const { profileId, organizationId, organizationName, name, introduction } = expert;
  return helper({ kind: 'expert', profileId, organizationId, organizationName, name, introduction }, reasons);
}

export function institutionHelper(
  need: NeedFacts,
  institution: InstitutionFacts,
  fitting: readonly FittingAchievement[],
): Helper | null {
  const own = fitting.filter(({ organizationId }) => organizationId === institution.organizationId);
  if (own.length === 0) return null;
  return organizationHelper('institution', institution, [
    ...achievementReasons(own, '持有'),
    ...countyReasons(need, institution.countyCode),
  ]);
}

export function agencyHelper(need: NeedFacts, agency: AgencyFacts): Helper | null {
  const reasons: HelperReason[] = [];
  if (agency.mandatesInField > 0)
    reasons.push({
      text: `在「${need.field ?? ''}」领域受过 ${agency.mandatesInField} 次委托`,
      points: Math.min(50, 15 + 5 * agency.mandatesInField),
    });
  if (agency.introductionsMade > 0)
    reasons.push({
      text: `促成过 ${agency.introductionsMade} 次引荐`,
      points: Math.min(40, 10 + 3 * agency.introductionsMade),
    });
  reasons.push(...countyReasons(need, agency.countyCode));
  return organizationHelper('broker', agency, reasons);
}

/** Best first, equal ones by name of their organization. */
export const byScore = (a: Helper, b: Helper): number =>
  b.score - a.score || (a.organizationName < b.organizationName ? -1 : Number(a.organizationName > b.organizationName));

function achievementReasons(own: readonly FittingAchievement[], verb: string): HelperReason[] {
  const sorted = [...own].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const best = sorted[0];
  if (!best) return [];
  const further = sorted.length - 1;
  return [
    { text: `${verb}《${best.title}》，与本需求匹配 ${best.score} 分`, points: best.score },
    ...(further > 0
      ? [{ text: `另有 ${further} 项匹配的成果`, points: Math.min(maxFurtherPoints, further * furtherPoints) }]
      : []),
  ];
}

function colleagueReasons(unit: readonly FittingAchievement[]): HelperReason[] {
  const best = Math.max(0, ...unit.map(({ score }) => score));
  if (best === 0) return [];
  return [{ text: '所在单位有匹配的成果', points: Math.round(best * colleagueShare) }];
}

const countyReasons = (need: NeedFacts, countyCode: string): HelperReason[] =>
  need.countyCode === countyCode ? [{ text: '与需求在同一县区', points: countyPoints }] : [];

const organizationHelper = (
  kind: HelperKind,
  { organizationId, organizationName }: InstitutionFacts,
  reasons: readonly HelperReason[],
): Helper | null =>
  helper({ kind, profileId: null, organizationId, organizationName, name: null, introduction: null }, reasons);

/** Null without a reason. What is over the top goes off the last reason, so that what is shown sums up. */
function helper(who: Omit<Helper, 'score' | 'reasons'>, reasons: readonly HelperReason[]): Helper | null {
  let left = maxScore;
  const shown = reasons.map(({ text, points }) => {
    const given = Math.min(left, points);
    left -= given;
    return { text, points: given };
  });
  return shown.length === 0 ? null : { ...who, score: maxScore - left, reasons: shown };
}
