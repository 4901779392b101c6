import { hasRole, type PersonActor, type Role } from '../shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';

/** An organization that takes part in the market. */
export interface Organization {
  readonly id: string;
  readonly kind: OrganizationKind;
  readonly name: string;
  /** 统一社会信用代码, normalised. */
  readonly creditCode: string;
  /** Why a code that fails its check is the real one; null when it passes. */
  readonly creditCodeOverride: string | null;
  /** Six-digit place code (GB/T 2260). */
  readonly countyCode: string;
  readonly state: OrganizationState;
  /** Why it was rejected or suspended. */
  readonly stateReason: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const organizationKinds = [
  'enterprise',
  'cooperative',
  'university',
  'institute',
  'transferAgency',
  'incubator',
  'cityBureau',
  'countyBureau',
  'bank',
  'evaluationAgency',
  'insurer',
  'guarantor',
  'village',
] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

/** Kinds that may sign up by themselves; the science bureaus are set up by the security administrator. */
export const signUpKinds = organizationKinds.filter((kind) => kind !== 'cityBureau' && kind !== 'countyBureau');

export const organizationTransitions = {
  unverified: { verify: 'verified', reject: 'rejected' },
  rejected: { resubmit: 'unverified' },
  verified: { suspend: 'suspended' },
  suspended: { restore: 'verified' },
} as const satisfies TransitionTable;

export type OrganizationState = StateOf<typeof organizationTransitions>;
export type OrganizationEvent = EventOf<typeof organizationTransitions>;

/** Roles that people of an organization may hold; the first is its principal role, whose holders manage its members. */
export const rolesOfKind: Readonly<Record<OrganizationKind, readonly [Role, ...Role[]]>> = {
  enterprise: ['enterprise'],
  cooperative: ['enterprise'],
  university: ['researchUnit'],
  institute: ['researchUnit'],
  transferAgency: ['agencyManager', 'broker'],
  incubator: ['incubatorManager', 'enterprise'],
  bank: ['financeManager', 'enterprise'],
  insurer: ['financeManager'],
  guarantor: ['financeManager'],
  village: ['enterprise'],
  evaluationAgency: ['enterprise'],
  cityBureau: ['securityAdmin', 'systemAdmin', 'auditor', 'registrar', 'reviewer', 'rewardOfficer', 'countyOfficer'],
  countyBureau: ['countyOfficer', 'reviewer'],
};

export const principalRole = (kind: OrganizationKind): Role => rolesOfKind[kind][0];
export const isBureau = (kind: OrganizationKind): boolean => kind === 'cityBureau' || kind === 'countyBureau';

/** Changes the state; `reason` is kept where the next state needs one. */
export function changeOrganization(
  organization: Organization,
  event: OrganizationEvent,
  reason: string | null,
  now: Date,
): Result<Organization, Refusal<'state.notAllowed'>> {
  const next = transition(organizationTransitions, organization.state, event);
  if (!next.ok) return next;
  return ok({
    ...organization,
    state: next.value,
    stateReason: reason,
    version: organization.version + 1,
    updatedAt: now,
  });
}

/** What was verified stays as it was verified; before that the organization corrects itself, and a rejected one comes back. */
export function amendOrganization(
  organization: Organization,
  change: Partial<Pick<Organization, 'name' | 'creditCode' | 'creditCodeOverride' | 'countyCode'>>,
  now: Date,
): Result<Organization, Refusal<'organization.fixed'>> {
  if (organization.state === 'verified' || organization.state === 'suspended') {
    return refuse('organization.fixed', { state: organization.state });
  }
  return ok({
    ...organization,
    ...change,
    state: 'unverified',
    stateReason: null,
    version: organization.version + 1,
    updatedAt: now,
  });
}

/** The city's registrar and the security administrator judge any organization, a county officer those of the same county; nobody their own. */
export function mayVerify(actor: PersonActor, organization: Organization): boolean {
  if (actor.organizationId === organization.id) return false;
  if (hasRole(actor, 'registrar', 'securityAdmin')) return true;
  return hasRole(actor, 'countyOfficer') && actor.countyCode === organization.countyCode;
}
