import type { PersonActor, Role } from '../shared/actor.js';
import { unreachableStates } from '../shared/state-machine.js';
import {
  amendOrganization,
  changeOrganization,
  mayVerify,
  organizationTransitions,
  type Organization,
} from './organization.js';

const now = new Date('2026-11-23T02:00:00Z');
const organization: Organization = {
  id: 'o',
  kind: 'enterprise',
  name: '示例公司',
  creditCode: '91621002MA71ABC01J',
  creditCodeOverride: null,
  countyCode: '621022',
  state: 'unverified',
  stateReason: null,
  version: 1,
  createdAt: now,
  updatedAt: now,
};
const actor = (role: Role, countyCode: string, organizationId = 'bureau'): PersonActor => ({
  kind: 'person',
  personId: 'p',
  organizationId,
  roles: [role],
  countyCode,
  via: 'session',
  scopes: null,
  origin: { requestId: '', address: '' },
});

describe('organization', () => {
  it('reaches every state', () => {
    expect(unreachableStates(organizationTransitions, 'unverified')).toEqual([]);
  });

  it.each<[string, PersonActor, boolean]>([
    ['the registrar of the city', actor('registrar', '621000'), true],
    ['the county officer of the same county', actor('countyOfficer', '621022'), true],
    ['the county officer of another county', actor('countyOfficer', '621002'), false],
    ['the security administrator', actor('securityAdmin', '621000'), true],
    ['the auditor', actor('auditor', '621000'), false],
    ['itself', actor('registrar', '621022', 'o'), false],
  ])('is verified by: %s → %s', (_name, by, allowed) => {
    expect(mayVerify(by, organization)).toBe(allowed);
  });

  it('comes back for verification after a correction, and is fixed once verified', () => {
    const rejected = changeOrganization(organization, 'reject', '代码与名称不符', now);
    if (!rejected.ok) throw new Error('not rejected');
    expect(amendOrganization(rejected.value, { name: '示例农业公司' }, now)).toMatchObject({
      ok: true,
      value: { state: 'unverified', stateReason: null, name: '示例农业公司', version: 3 },
    });
    const verified = changeOrganization(organization, 'verify', null, now);
    if (!verified.ok) throw new Error('not verified');
    expect(amendOrganization(verified.value, { name: '另一家' }, now)).toMatchObject({ ok: false });
    expect(changeOrganization(verified.value, 'verify', null, now)).toMatchObject({ ok: false });
  });
});
