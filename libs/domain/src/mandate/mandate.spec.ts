import { unreachableStates } from '../shared/state-machine.js';
import {
  acceptMandate,
  checkTerms,
  dualAgency,
  inForce,
  mandateTransitions,
  tailEnd,
  type Mandate,
} from './mandate.js';

const now = new Date('2026-11-23T02:00:00Z');
const today = '2026-11-23';
const mandate: Mandate = {
  id: 'one',
  brokerPersonId: 'broker',
  agencyOrganizationId: 'agency',
  principalOrganizationId: 'principal',
  subject: { kind: 'demand', id: 'demand' },
  matchId: null,
  state: 'proposed',
  fee: { kind: 'percent', basisPoints: 300, base: 'received' },
  exclusive: false,
  expiresOn: '2026-12-31',
  tailDays: 60,
  interestNote: null,
  closeReason: null,
  version: 1,
  createdAt: now,
  updatedAt: now,
  acceptedAt: null,
  endedAt: null,
};
const standing: Mandate = { ...mandate, id: 'other', state: 'accepted' };

describe('mandate', () => {
  it.each<[string, Mandate, Mandate, boolean]>([
    ['two that are not exclusive', mandate, standing, true],
    ['a second beside an exclusive one', mandate, { ...standing, exclusive: true }, false],
    ['an exclusive one beside another', { ...mandate, exclusive: true }, standing, false],
    [
      'an exclusive one after the other expired',
      { ...mandate, exclusive: true },
      { ...standing, expiresOn: '2026-11-22' },
      true,
    ],
  ])('%s', (_case, proposed, other, accepted) => {
    expect(acceptMandate(proposed, [other], now, today).ok).toBe(accepted);
  });

  it('is in force through its last day; the tail ends the agreed days later', () => {
    expect(inForce({ ...standing, expiresOn: today }, today)).toBe(true);
    expect(inForce({ ...standing, expiresOn: '2026-11-22' }, today)).toBe(false);
    expect(inForce(mandate, today)).toBe(false);
    expect(tailEnd(mandate)).toBe('2027-03-01');
  });

  it('needs a fee and a term that is not past', () => {
    expect(checkTerms({ ...mandate, fee: { kind: 'fixed', amount: 0n } }, today)).toMatchObject({
      refusal: { code: 'mandate.feeZero' },
    });
    expect(checkTerms({ ...mandate, expiresOn: '2026-11-22' }, today)).toMatchObject({
      refusal: { code: 'mandate.expired' },
    });
  });

  it('for both sides needs both consents, each from its own side', () => {
    const consents = [{ principalOrganizationId: 'a' }];
    expect(dualAgency(['a', 'b'], consents)).toMatchObject({ refusal: { params: { missing: '1' } } });
    expect(dualAgency(['a', 'b'], [...consents, { principalOrganizationId: 'c' }]).ok).toBe(false);
    expect(dualAgency(['a', 'b'], [...consents, { principalOrganizationId: 'b' }]).ok).toBe(true);
  });

  it('has no unreachable state', () => {
    expect(unreachableStates(mandateTransitions, 'proposed')).toEqual([]);
  });
});
