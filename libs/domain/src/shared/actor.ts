/** Roles of people in an organization. Nobody holds two of systemAdmin, securityAdmin and auditor (separation of powers). */
export const roles = [
  'enterprise',
  'researchUnit',
  'broker',
  'agencyManager',
  'incubatorManager',
  'financeManager',
  'registrar',
  'reviewer',
  'rewardOfficer',
  'auditor',
  'countyOfficer',
  'systemAdmin',
  'securityAdmin',
] as const;
export type Role = (typeof roles)[number];

/** Roles that only the science bureau's own staff may hold. */
export const staffRoles = [
  'registrar',
  'reviewer',
  'rewardOfficer',
  'auditor',
  'countyOfficer',
  'systemAdmin',
  'securityAdmin',
] as const satisfies readonly Role[];

/** Where a call came from; travels through log, audit, outbox and job. */
export interface Origin {
  readonly requestId: string;
  /** Network address of the caller, empty for the system. */
  readonly address: string;
}

/** A person acting for one organization, by a session or by an API key. */
export interface PersonActor {
  readonly kind: 'person';
  readonly personId: string;
  readonly organizationId: string;
  readonly roles: readonly Role[];
  /** Six-digit county code of the organization (GB/T 2260). */
  readonly countyCode: string;
  readonly via: 'session' | 'apiKey';
  /** Scopes of the API key; null for a session, which has all of its roles' powers. */
  readonly scopes: readonly string[] | null;
  readonly origin: Origin;
}

export interface AnonymousActor {
  readonly kind: 'anonymous';
  readonly origin: Origin;
}

/** The worker, a command or the launcher. `name` says which job or command. */
export interface SystemActor {
  readonly kind: 'system';
  readonly name: string;
  /** Works within the sandboxes; left out: in the market, or where its caller is. */
  readonly sandbox?: true;
  readonly origin: Origin;
}

export type Actor = PersonActor | AnonymousActor | SystemActor;

export const systemActor = (name: string, requestId: string): SystemActor => ({
  kind: 'system',
  name,
  origin: { requestId, address: '' },
});

export const hasRole = (actor: Actor, ...wanted: readonly Role[]): boolean =>
  actor.kind === 'person' && actor.roles.some((role) => wanted.includes(role));

/** True when the actor acts for this organization. */
export const actsFor = (actor: Actor, organizationId: string): boolean =>
  actor.kind === 'person' && actor.organizationId === organizationId;
