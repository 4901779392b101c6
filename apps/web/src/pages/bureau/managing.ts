import type { Schemas } from '../../api/client.ts';
import { hasRole, type Role } from '../../ui/me.ts';

type Organization = Schemas['OrganizationView'];

/** Roles that people of a kind of organization may hold; holders of the first manage its members. The API decides. */
export const rolesOfKind: Readonly<Record<Organization['kind'], readonly [Role, ...Role[]]>> = {
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

/** Whether whoever is signed in manages the members of the organization, so that what would be refused is not offered. */
export function managesMembers(me: Schemas['MeView'] | undefined, { id, kind }: Organization): boolean {
  if (kind === 'cityBureau' || kind === 'countyBureau') return hasRole(me, 'securityAdmin');
  return me?.organizationId === id && hasRole(me, rolesOfKind[kind][0]);
}
