import type { LocalDate } from '../calendar/local-date.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import type { EventOf, StateOf, TransitionTable } from '../shared/state-machine.js';

/**
 * Rules are frozen and published with the opening; entries are scored blind in two stages; a tie on which a prize hangs is decided
 * with minutes; the result is posted and stands when nobody's objection was upheld.
 */
export const competitionTransitions = {
  draft: { open: 'open', void: 'void' },
  open: { close: 'preliminary', void: 'void' },
  preliminary: { shortlist: 'shortlisted', void: 'void' },
  shortlisted: { beginFinal: 'final', void: 'void' },
  final: { rank: 'ranked', tie: 'tied', void: 'void' },
  tied: { decideTie: 'ranked' },
  ranked: { publicize: 'publicized' },
  publicized: { endNotice: 'concluded', stopNotice: 'ranked' },
  concluded: {},
  void: {},
} as const satisfies TransitionTable;
export type CompetitionState = StateOf<typeof competitionTransitions>;
export type CompetitionEvent = EventOf<typeof competitionTransitions>;

export const competitionEntryTransitions = {
  submitted: { accept: 'accepted', refuse: 'refused', withdraw: 'withdrawn' },
  accepted: { shortlist: 'shortlisted', drop: 'notShortlisted', withdraw: 'withdrawn' },
  shortlisted: {},
  notShortlisted: {},
  refused: {},
  withdrawn: {},
} as const satisfies TransitionTable;
export type CompetitionEntryState = StateOf<typeof competitionEntryTransitions>;
export type CompetitionEntryEvent = EventOf<typeof competitionEntryTransitions>;

export interface CompetitionCriterion {
  readonly code: string;
  readonly title: string;
  /** Percent; all sum to 100. */
  readonly weight: number;
}
export interface Prize {
  readonly title: string;
  readonly count: number;
  /** In words; nothing is paid here: the plan names no fund for competitions. */
  readonly words: string;
}
export interface CompetitionRules {
  readonly tracks: readonly string[];
  readonly criteria: readonly CompetitionCriterion[];
  /** How judges' scores become one: the plain mean, or the mean after each judge's scores are brought to one scale. */
  readonly method: 'mean' | 'zScore';
  readonly judgesPerEntry: number;
  readonly finalists: number;
  readonly prizes: readonly Prize[];
  /** An entrant may not be older than so many months on the last day of entries; null: any age. */
  readonly oldestMonths: number | null;
  readonly countiesOnly: boolean;
}

export interface Competition {
  readonly id: string;
  readonly organizationId: string;
  readonly state: CompetitionState;
  readonly title: string;
  readonly description: string;
  readonly rules: CompetitionRules;
  /** Of the rules as they were published. */
  readonly rulesHash: string | null;
  readonly entriesUntil: LocalDate;
  readonly openedBy: string;
  readonly preliminary: StageResult | null;
  readonly final: StageResult | null;
  readonly tieDecision: { readonly order: readonly string[]; readonly minutes: string } | null;
  readonly noticeId: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface CompetitionEntry {
  readonly id: string;
  readonly competitionId: string;
  readonly organizationId: string;
  readonly submittedBy: string;
  readonly state: CompetitionEntryState;
  readonly track: string;
  readonly title: string;
  readonly summary: string;
  readonly foundedOn: LocalDate | null;
  /** What judges see in place of a name. */
  readonly code: string | null;
  readonly consentedAt: Date;
  readonly reason: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface RankedEntry {
  readonly entryId: string;
  readonly code: string;
  readonly track: string;
  /** Equal ones share a place. */
  readonly place: number;
  /** In millionths of a point (mean) or of a standard deviation (zScore). */
  readonly score: number;
  readonly sheets: number;
  readonly prize: string | null;
}
export interface StageResult {
  readonly ranked: readonly RankedEntry[];
  readonly openTie: readonly string[];
  readonly judges: readonly JudgeReport[];
}
export interface JudgeReport {
  readonly personId: string;
  readonly sheets: number;
  /** Mean difference to the other judges of the same entries, in hundredths of a point: above zero is lenient. */
  readonly lenience: number | null;
  /** The same difference later minus earlier, in the order in which the sheets were written. */
  readonly drift: number | null;
  readonly flags: readonly ('lenient' | 'severe' | 'drifting' | 'flat')[];
}

export type RulesRefusal = Refusal<'competition.rules'>;

export function checkRules({
  criteria,
  tracks,
  prizes,
  finalists,
  judgesPerEntry,
}: CompetitionRules): Result<true, RulesRefusal> {
  const codes = criteria.map(({ code }) => code);
  const prizeCount = prizes.reduce((sum, { count }) => sum + count, 0);
  if (criteria.reduce((sum, { weight }) => sum + weight, 0) !== 100)
    return wrong('各项评分标准的权重合计应为 100', '/criteria');
  if (new Set(codes).size !== codes.length) return wrong('评分标准的代码不能重复', '/criteria');
  if (new Set(tracks).size !== tracks.length) return wrong('赛道不能重复', '/tracks');
  if (judgesPerEntry < 2) return wrong('每件作品至少由 2 名评委评分', '/judgesPerEntry');
  return prizeCount > finalists ? wrong('奖项总数不能多于入围数', '/prizes') : ok(true);
}
const wrong = (problem: string, pointer: string) => refuse('competition.rules', { problem }, pointer);

/** 0–10000 of one sheet; null when it does not score exactly the criteria with whole numbers from 0 to 100. */
export function weightedScore(
  criteria: readonly CompetitionCriterion[],
  scores: Readonly<Record<string, number>>,
): number | null {
  const sound =
    Object.keys(scores).length === criteria.length &&
    criteria.every(({ code }) => {
      const score = Object.hasOwn(scores, code) ? scores[code] : undefined;
      return score !== undefined && Number.isInteger(score) && score >= 0 && score <= 100;
    });
  return sound ? criteria.reduce((sum, { code, weight }) => sum + (scores[code] ?? 0) * weight, 0) : null;
}

/** A summary that names its own entrant is not blind. Names are compared without spaces and marks. */
export function namesEntrant(text: string, name: string): boolean {
  const plain = (value: string) => value.replaceAll(/[\s\p{P}]/gu, '').toLowerCase();
  return plain(name).length >= 2 && plain(text).includes(plain(name));
}
