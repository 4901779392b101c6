import type { Role } from '../shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type StateOf, type TransitionTable } from '../shared/state-machine.js';
import { rolesOfKind, type OrganizationKind } from '../organization/organization.js';

export const personTransitions = {
  active: { disable: 'disabled' },
  disabled: { enable: 'active' },
} as const satisfies TransitionTable;

export type PersonState = StateOf<typeof personTransitions>;

export interface Person {
  readonly id: string;
  readonly displayName: string;
  readonly state: PersonState;
  readonly version: number;
}

/** A person's place in one organization. */
export interface Membership {
  readonly personId: string;
  readonly organizationId: string;
  readonly roles: readonly Role[];
  readonly version: number;
}

/** Separation of powers, GB/T 22239-2019 三级「三员分立」: one person holds one of these at most, over all organizations. */
export const separatedRoles = ['systemAdmin', 'securityAdmin', 'auditor'] as const satisfies readonly Role[];

export type RolesRefusal = Refusal<'member.roleNotOfKind' | 'member.powersNotSeparated'>;

/** Roles wanted in one organization, beside the roles held in others. Repeated roles are folded. */
export function checkRoles(
  kind: OrganizationKind,
  wanted: readonly Role[],
  heldElsewhere: readonly Role[],
): Result<readonly Role[], RolesRefusal> {
  const foreign = wanted.filter((role) => !rolesOfKind[kind].includes(role));
  if (foreign.length > 0) {
    return refuse(
      'member.roleNotOfKind',
      { roles: foreign.join('、'), allowed: rolesOfKind[kind].join('、') },
      '/roles',
    );
  }
  const powers = separatedRoles.filter((role) => wanted.includes(role) || heldElsewhere.includes(role));
  if (powers.length > 1) return refuse('member.powersNotSeparated', { roles: powers.join('、') }, '/roles');
  return ok([...new Set(wanted)]);
}

export function changePerson(person: Person, event: 'disable' | 'enable'): Result<Person, Refusal<'state.notAllowed'>> {
  const next = transition(personTransitions, person.state, event);
  if (!next.ok) return next;
  return ok({ ...person, state: next.value, version: person.version + 1 });
}
