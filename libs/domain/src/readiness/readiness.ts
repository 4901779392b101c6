import type { FarmStage } from '../achievement/achievement.js';
import { addMonths } from '../calendar/period.js';
import type { LocalDate } from '../calendar/local-date.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import type { EventOf, StateOf, TransitionTable } from '../shared/state-machine.js';
import { farmStageAt, type ReadinessEvidenceKind, type ReadinessPolicy } from './readiness.policy.js';

/** One piece of evidence for one level. */
export interface ReadinessEvidence {
  readonly level: number;
  readonly kind: ReadinessEvidenceKind;
  readonly description: string;
  /** Day of the test, trial or certificate. */
  readonly provenOn: LocalDate;
  readonly attachmentId: string | null;
}

/** That an achievement has reached a level (成熟度申报): told by its owner, decided by the bureau. */
export interface ReadinessClaim {
  readonly id: string;
  readonly achievementId: string;
  readonly organizationId: string;
  readonly state: ReadinessClaimState;
  readonly level: number;
  /** A crop or livestock technology: its stage follows the level. */
  readonly farming: boolean;
  readonly evidence: readonly ReadinessEvidence[];
  /** Gate of a pilot project that raised it. */
  readonly pilotGateId: string | null;
  readonly policyVersion: string;
  readonly decidedBy: string | null;
  readonly decisionReason: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const readinessClaimTransitions = {
  draft: { submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { prove: 'proven', reject: 'rejected', withdraw: 'withdrawn' },
  proven: {},
  rejected: {},
  withdrawn: {},
} as const satisfies TransitionTable;
export type ReadinessClaimState = StateOf<typeof readinessClaimTransitions>;
export type ReadinessClaimEvent = EventOf<typeof readinessClaimTransitions>;

/** That a level was proven, once: append-only. A false one is revoked where everybody sees it. */
export interface ReadinessProof {
  readonly id: string;
  readonly achievementId: string;
  readonly level: number;
  readonly provenOn: LocalDate;
  readonly revokedOn: LocalDate | null;
}

export interface LevelStanding {
  readonly level: number;
  readonly lastProvenOn: LocalDate;
  /** Last day on which the proof counts; null: it stays. */
  readonly provenUntil: LocalDate | null;
  readonly stale: boolean;
}

export interface ReadinessStanding {
  /** The highest level that is proven with all below it, whenever that was. */
  readonly provenLevel: number | null;
  /** The highest level whose proof still counts. */
  readonly currentLevel: number | null;
  readonly farmStage: FarmStage | null;
  readonly levels: readonly LevelStanding[];
}

const maxLevel = 9;

/**
 * What proofs say on a day. A level stands only on all below it, and whoever proves a higher one again has shown the
 * lower ones again. Periods never grow with the level, so a level that counts stands on levels that count.
 */
export function readinessStanding(
  proofs: readonly Pick<ReadinessProof, 'level' | 'provenOn' | 'revokedOn'>[],
  today: LocalDate,
  policy: ReadinessPolicy,
): ReadinessStanding {
  const valid = proofs.filter(({ revokedOn }) => revokedOn === null);
  const provenLevel = unbroken(new Set(valid.map(({ level }) => level)));
  const levels = policy.levels
    .filter(({ level }) => level <= provenLevel)
    .map(({ level, provenForMonths }): LevelStanding => {
      const days = valid.filter((proof) => proof.level >= level && proof.level <= provenLevel);
      const lastProvenOn =
        days
          .map(({ provenOn }) => provenOn)
          .sort()
          .at(-1) ?? today;
      const provenUntil = provenForMonths === null ? null : addMonths(lastProvenOn, provenForMonths);
      return { level, lastProvenOn, provenUntil, stale: provenUntil !== null && provenUntil < today };
    });
  const currentLevel = levels.filter(({ stale }) => !stale).at(-1)?.level ?? null;
  return {
    provenLevel: provenLevel === 0 ? null : provenLevel,
    currentLevel,
    farmStage: farmStageAt(policy, currentLevel),
    levels,
  };
}

/** The highest n such that 1 … n are all there; 0 when 1 is not. */
function unbroken(levels: ReadonlySet<number>): number {
  let level = 0;
  while (level < maxLevel && levels.has(level + 1)) level += 1;
  return level;
}

export type ClaimRefusal = Refusal<
  'readinessClaim.levelsMissing' | 'readinessClaim.evidenceAhead' | 'readinessClaim.evidenceUnfit'
>;

/** The levels that evidence proves, each with its newest day; refused while the claimed level, or one below it, stands on nothing. */
export function provenBy(
  claim: Pick<ReadinessClaim, 'level' | 'evidence'>,
  proofs: readonly Pick<ReadinessProof, 'level' | 'revokedOn'>[],
  today: LocalDate,
  policy: ReadinessPolicy,
): Result<ReadonlyMap<number, LocalDate>, ClaimRefusal> {
  const proven = new Map<number, LocalDate>();
  for (const [at, { level, kind, provenOn }] of claim.evidence.entries()) {
    const rule = policy.levels.find((each) => each.level === level);
    if (!rule?.anyOf.includes(kind) || level > claim.level) {
      return refuse('readinessClaim.evidenceUnfit', { level: String(level) }, `/evidence/${at}/kind`);
    }
    if (provenOn > today) return refuse('readinessClaim.evidenceAhead', { today }, `/evidence/${at}/provenOn`);
    if (provenOn > (proven.get(level) ?? '')) proven.set(level, provenOn);
  }
  const known = new Set(proofs.filter(({ revokedOn }) => revokedOn === null).map(({ level }) => level));
  const missing = policy.levels
    .map(({ level }) => level)
    .filter((level) => level <= claim.level && !proven.has(level) && (level === claim.level || !known.has(level)));
  if (missing.length > 0) return refuse('readinessClaim.levelsMissing', { levels: missing.join('、') }, '/evidence');
  return ok(proven);
}
