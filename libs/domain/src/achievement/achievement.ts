import type { Fen } from '../money/money.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';

/** A scientific or technological achievement (科技成果) of an organization, in two layers: public, and disclosed. */
export interface Achievement {
  readonly id: string;
  readonly organizationId: string;
  readonly state: AchievementState;
  readonly title: string;
  /** Public summary; null when an import did not know it. Published without trade secrets (促进科技成果转化法 art. 11). */
  readonly summary: string | null;
  readonly field: string | null;
  readonly keywords: readonly string[];
  /** Technology readiness level 1–9; null when unknown. */
  readonly readinessLevel: number | null;
  /** Stage of a crop or livestock technology, beside the readiness level. */
  readonly farmStage: FarmStage | null;
  readonly countyCode: string | null;
  readonly zoneCode: string | null;
  readonly transferModes: readonly TransferMode[];
  /** Price asked; null when open or unknown. */
  readonly price: Fen | null;
  /** A secret achievement is never published and is registered elsewhere (科技成果登记办法). */
  readonly secret: boolean;
  /** Type for registration (成果登记); null until it was taken into the library (入库). */
  readonly kind: AchievementKind | null;
  /** Registration number (批准登记号), 12 characters, issued by the bureau after its review; null until then. */
  readonly registrationNumber: string | null;
  /** The importer's own key, unique within the organization. */
  readonly externalKey: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly publishedAt: Date | null;
}

/** The layer that only the owner and the bureau read. */
export interface AchievementDisclosure {
  readonly detail: string | null;
  readonly contact: string | null;
  readonly inventors: readonly Inventor[];
}

/** An inventor (完成人) and the share agreed at disclosure, in basis points. */
export interface Inventor {
  readonly name: string;
  readonly shareBasisPoints: number;
}

export const achievementKinds = ['applied', 'basic', 'softScience'] as const;
/** 应用技术, 基础理论, 软科学. */
export type AchievementKind = (typeof achievementKinds)[number];

export const transferModes = ['transfer', 'licence', 'equityContribution', 'cooperation', 'service'] as const;
/** 转让, 许可, 作价投资, 合作实施, 技术服务 (促进科技成果转化法 art. 16). */
export type TransferMode = (typeof transferModes)[number];

/** As a notice or a certificate prints them. */
export const transferModeNames = {
  transfer: '转让',
  licence: '许可',
  equityContribution: '作价投资',
  cooperation: '合作实施',
  service: '技术服务',
} as const satisfies Record<TransferMode, string>;

export const farmStages = ['smallTrial', 'regionalTrial', 'demonstration', 'extension'] as const;
/** 小试, 区域试验, 示范, 推广. */
export type FarmStage = (typeof farmStages)[number];

/**
 * `disclosed`: told by its inventors to their unit. `collected`: taken in from another source, without inventors.
 * A published one that was collected may be registered later and stays published.
 */
export const achievementTransitions = {
  disclosed: { register: 'registered', withdraw: 'withdrawn' },
  collected: { register: 'registered', publish: 'published', withdraw: 'withdrawn' },
  registered: { publish: 'published', withdraw: 'withdrawn' },
  published: { register: 'published', withdraw: 'withdrawn', transfer: 'transferred' },
  withdrawn: { publish: 'published' },
  transferred: {},
} as const satisfies TransitionTable;

export type AchievementState = StateOf<typeof achievementTransitions>;
export type AchievementEvent = EventOf<typeof achievementTransitions>;

/** Public content that the owner writes. */
export type AchievementContent = Pick<
  Achievement,
  | 'title'
  | 'summary'
  | 'field'
  | 'keywords'
  | 'readinessLevel'
  | 'farmStage'
  | 'countyCode'
  | 'zoneCode'
  | 'transferModes'
  | 'price'
  | 'secret'
  | 'externalKey'
>;

const wholeBasisPoints = 10_000;
const maxKeywords = 3;

export type ContentRefusal = Refusal<'achievement.keywordsTooMany' | 'achievement.readinessLevelUnknown'>;

/** What every source must satisfy; what is unknown stays null. 登记表: at most three keywords. */
export function checkContent<C extends Pick<AchievementContent, 'keywords' | 'readinessLevel'>>(
  content: C,
): Result<C, ContentRefusal> {
  if (content.keywords.length > maxKeywords) {
    return refuse('achievement.keywordsTooMany', { max: String(maxKeywords) }, '/keywords');
  }
  const level = content.readinessLevel;
  if (level !== null && (!Number.isInteger(level) || level < 1 || level > 9)) {
    return refuse('achievement.readinessLevelUnknown', { level: String(level) }, '/readinessLevel');
  }
  return ok(content);
}

/** Shares are agreed when the inventors disclose: they add up to exactly 100 %, and each inventor has some. */
export function checkInventors(
  inventors: readonly Inventor[],
): Result<
  readonly Inventor[],
  Refusal<'achievement.inventorsMissing' | 'achievement.sharesNotWhole' | 'achievement.inventorTwice'>
> {
  if (inventors.length === 0) return refuse('achievement.inventorsMissing', {}, '/inventors');
  if (new Set(inventors.map(({ name }) => name)).size < inventors.length) {
    return refuse('achievement.inventorTwice', {}, '/inventors');
  }
  const sum = inventors.reduce((total, { shareBasisPoints }) => total + shareBasisPoints, 0);
  if (sum !== wholeBasisPoints || inventors.some(({ shareBasisPoints }) => shareBasisPoints <= 0)) {
    return refuse('achievement.sharesNotWhole', { sum: `${sum / 100}` }, '/inventors');
  }
  return ok(inventors);
}

/** Code of Gansu (省码) in registration numbers as the national list has it. */
const placeCode = '962';
const kindLetters = { applied: 'Y', basic: 'J', softScience: 'R' } as const satisfies Record<AchievementKind, string>;
export const maxRegistrationSerial = 9999;

/** 12 characters: 省码 3, year 4, type letter, serial 4. 《科技成果登记办法》 (国科发计字〔2000〕542号), registration form. */
export const registrationNumber = (year: number, kind: AchievementKind, serial: number): string =>
  `${placeCode}${year}${kindLetters[kind]}${String(serial).padStart(4, '0')}`;

export type RegisterRefusal = Refusal<
  'state.notAllowed' | 'achievement.secret' | 'achievement.alreadyRegistered' | 'achievement.incomplete'
>;

/** May this achievement be taken into the library (入库)? The number of the register comes from the bureau's review. */
export function registrable(
  achievement: Achievement,
  inventors: readonly Inventor[],
): Result<AchievementState, RegisterRefusal> {
  if (achievement.secret) return refuse('achievement.secret', {}, '/secret');
  if (achievement.kind !== null || achievement.registrationNumber !== null) {
    return refuse('achievement.alreadyRegistered', { number: achievement.registrationNumber ?? '尚未编发' });
  }
  const missing = [
    ...(achievement.summary === null ? ['公开摘要'] : []),
    ...(inventors.length === 0 ? ['完成人及份额'] : []),
  ];
  if (missing.length > 0) return refuse('achievement.incomplete', { missing: missing.join('、') });
  return transition(achievementTransitions, achievement.state, 'register');
}

export const takenIn = (
  achievement: Achievement,
  state: AchievementState,
  kind: AchievementKind,
  now: Date,
): Achievement => ({ ...touched(achievement, now), state, kind });

/** The bureau has reviewed it (or revoked its review): the number is issued (or taken away). One not in the library yet enters it. */
export function withNumber(
  achievement: Achievement,
  kind: AchievementKind,
  number: string | null,
  now: Date,
): Achievement {
  const entered = number === null ? null : transition(achievementTransitions, achievement.state, 'register');
  const state = entered?.ok ? entered.value : achievement.state;
  return { ...touched(achievement, now), state, kind, registrationNumber: number };
}

export type PublishRefusal = Refusal<'state.notAllowed' | 'achievement.secret'>;

/** Published: anybody may read the public layer. A withdrawn one comes back only when it was public before. */
export function publishAchievement(achievement: Achievement, now: Date): Result<Achievement, PublishRefusal> {
  if (achievement.secret) return refuse('achievement.secret', {}, '/secret');
  if (achievement.state === 'withdrawn' && achievement.publishedAt === null) {
    return refuse('state.notAllowed', { state: 'withdrawn', event: 'publish', allowed: '无' });
  }
  const next = transition(achievementTransitions, achievement.state, 'publish');
  if (!next.ok) return next;
  return ok({ ...touched(achievement, now), state: next.value, publishedAt: achievement.publishedAt ?? now });
}

/** Content may change until the achievement left the market; making a published one secret needs its withdrawal first. */
export function amendAchievement(
  achievement: Achievement,
  change: Partial<AchievementContent>,
  now: Date,
): Result<Achievement, ContentRefusal | Refusal<'achievement.closed' | 'achievement.secret'>> {
  if (achievement.state === 'withdrawn' || achievement.state === 'transferred') {
    return refuse('achievement.closed', { state: achievement.state });
  }
  const amended = { ...touched(achievement, now), ...change };
  if (amended.secret && achievement.state === 'published') return refuse('achievement.secret', {}, '/secret');
  return checkContent(amended);
}

export function closeAchievement(
  achievement: Achievement,
  event: 'withdraw' | 'transfer',
  now: Date,
): Result<Achievement, Refusal<'state.notAllowed'>> {
  const next = transition(achievementTransitions, achievement.state, event);
  return next.ok ? ok({ ...touched(achievement, now), state: next.value }) : next;
}

const touched = (achievement: Achievement, now: Date): Achievement => ({
  ...achievement,
  updatedAt: now,
  version: achievement.version + 1,
});
