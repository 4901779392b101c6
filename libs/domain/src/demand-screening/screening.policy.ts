import type { LocalDate } from '../calendar/local-date.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';

interface ScreeningPolicy {
  /** Kinds of organizations that answer for their own words: verified legal persons with needs of their own. */
  readonly exemptKinds: readonly string[];
  /** Experts who must have given their opinion. */
  readonly minExperts: number;
  readonly maxExperts: number;
  readonly source: string;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
}

/**
 * Experts look at a need before it is published, as the China Innovation Challenge does (of 260 collected, 110 published).
 * No law asks for it; whom it binds is the market's own rule. What somebody files for another is always screened.
 */
const screeningPolicies: readonly ScreeningPolicy[] = [
  {
    exemptKinds: ['enterprise', 'cooperative', 'university', 'institute', 'incubator', 'bank', 'evaluationAgency'],
    minExperts: 1,
    maxExperts: 9,
    source: '平台规则：技术需求发布前的专家筛选',
    effectiveFrom: '2020-01-01',
    effectiveTo: null,
  },
];

export function screeningPolicyOn(on: LocalDate): ScreeningPolicy {
  const inForce = screeningPolicies.find(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom <= on && (effectiveTo === null || on <= effectiveTo),
  );
  return inForce ?? screeningPolicies[0]!;
}

/** What decides whether a demand may be published without experts. */
export interface DemandStanding {
  readonly ownerKind: string;
  /** Filed by an officer or a broker for somebody who has not taken it over yet. */
  readonly onBehalf: boolean;
  /** Hash of the content that experts recommended last; null when they never did. */
  readonly recommendedHash: string | null;
  /** Hash of the content as it is. */
  readonly hash: string;
}

export const screeningNeeded = ({ ownerKind, onBehalf }: DemandStanding, on: LocalDate): boolean =>
  onBehalf || !screeningPolicyOn(on).exemptKinds.includes(ownerKind);

/** Published is what experts recommended, word for word, or what needs no experts. */
export function mayPublish(standing: DemandStanding, on: LocalDate): Result<true, Refusal<'demand.screeningNeeded'>> {
  if (!screeningNeeded(standing, on) || standing.recommendedHash === standing.hash) return ok(true);
  const why =
    standing.recommendedHash !== null
      ? '筛选通过后内容又有改动'
      : standing.onBehalf
        ? '代他人填报'
        : '本类单位发布需先筛选';
  return refuse('demand.screeningNeeded', { why });
}
