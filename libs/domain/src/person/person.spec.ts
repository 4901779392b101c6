import fc from 'fast-check';
import { roles, staffRoles, type Role } from '../shared/actor.js';
import { organizationKinds, rolesOfKind, isBureau } from '../organization/organization.js';
import { changePerson, checkRoles, separatedRoles } from './person.js';

const codeOf = (result: ReturnType<typeof checkRoles>): string => (result.ok ? 'ok' : result.refusal.code);

describe('roles of people', () => {
  it.each<[string, Parameters<typeof checkRoles>, string]>([
    ['an enterprise member', ['enterprise', ['enterprise'], []], 'ok'],
    ['a broker of an agency', ['transferAgency', ['broker'], []], 'ok'],
    ['a broker of an enterprise', ['enterprise', ['broker'], []], 'member.roleNotOfKind'],
    ['an auditor in an enterprise', ['enterprise', ['auditor'], []], 'member.roleNotOfKind'],
    ['a county officer in a county bureau', ['countyBureau', ['countyOfficer'], []], 'ok'],
    ['a registrar in a county bureau', ['countyBureau', ['registrar'], []], 'member.roleNotOfKind'],
    ['two powers at once', ['cityBureau', ['systemAdmin', 'auditor'], []], 'member.powersNotSeparated'],
    ['a second power elsewhere', ['cityBureau', ['auditor'], ['securityAdmin']], 'member.powersNotSeparated'],
    ['the same power twice', ['cityBureau', ['auditor'], ['auditor']], 'ok'],
    ['two other staff roles', ['cityBureau', ['registrar', 'reviewer'], ['auditor']], 'ok'],
  ])('%s', (_name, args, code) => {
    expect(codeOf(checkRoles(...args))).toBe(code);
  });

  it('never lets anybody hold two separated powers, nor a staff role outside a bureau', () => {
    const someRoles = fc.uniqueArray(fc.constantFrom(...roles));
    fc.assert(
      fc.property(fc.constantFrom(...organizationKinds), someRoles, someRoles, (kind, wanted, held) => {
        const result = checkRoles(kind, wanted, held);
        if (!result.ok) return;
        const all = new Set<Role>([...result.value, ...held]);
        const before = separatedRoles.filter((role) => held.includes(role)).length;
        if (before <= 1) expect(separatedRoles.filter((role) => all.has(role)).length).toBeLessThanOrEqual(1);
        if (!isBureau(kind))
          expect(result.value.filter((role) => (staffRoles as readonly Role[]).includes(role))).toEqual([]);
      }),
    );
  });

  it('gives every kind a principal role of its own', () => {
    for (const kind of organizationKinds) expect(rolesOfKind[kind].length).toBeGreaterThan(0);
  });

  it('disables once', () => {
    const person = { id: 'p', displayName: '某', state: 'active', version: 1 } as const;
    expect(changePerson(person, 'disable')).toMatchObject({ ok: true, value: { state: 'disabled', version: 2 } });
    expect(changePerson({ ...person, state: 'disabled' }, 'disable')).toMatchObject({ ok: false });
  });
});
