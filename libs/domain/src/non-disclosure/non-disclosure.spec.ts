import fc from 'fast-check';
import { statesOf, unreachableStates } from '../shared/state-machine.js';
import { marketTextOn, marketTexts } from './market-texts.policy.js';
import {
  acceptAgreement,
  closeAgreement,
  expireAgreement,
  nonDisclosureTransitions,
  opensOn,
  refuseAgreement,
  withdrawAgreement,
  type NonDisclosure,
} from './non-disclosure.js';

const now = new Date('2026-11-23T02:00:00Z');
const by = (organizationId: string) => ({ organizationId, personId: 'person', address: '192.0.2.1', at: now });
const requested: NonDisclosure = {
  id: 'agreement',
  subject: { kind: 'achievement', id: 'achievement' },
  subjectTitle: '羔羊代乳料',
  ownerOrganizationId: 'owner',
  recipientOrganizationId: 'reader',
  state: 'requested',
  text: { source: 'market', version: 1, title: '保密协议', body: '保密', confidentialMonths: 36, hash: 'hash' },
  purpose: '评估是否引进',
  requested: by('reader'),
  accepted: null,
  confidentialUntil: null,
  refusalReason: null,
  closeReason: null,
  version: 1,
  createdAt: now,
  updatedAt: now,
};
const value = <T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const accepted = value(acceptAgreement(requested, by('owner'), 'hash', '2026-11-23'));

describe('non-disclosure agreement', () => {
  it.each([
    ['the side that asked', 'reader', 'hash', 'nonDisclosure.ownRequest'],
    ['another text than was read', 'owner', 'other', 'nonDisclosure.textChanged'],
    ['the side that was asked', 'owner', 'hash', null],
  ])('acceptance by %s', (_case, organizationId, hash, code) => {
    const given = acceptAgreement(requested, by(organizationId), hash, '2026-11-23');
    expect(given.ok ? null : given.refusal.code).toBe(code);
  });

  it('binds from the day of acceptance for the agreed months, and opens no day longer', () => {
    expect(accepted.confidentialUntil).toBe('2029-11-23');
    expect(opensOn(accepted, '2029-11-23')).toBe(true);
    expect(opensOn(accepted, '2029-11-24')).toBe(false);
  });

  it('shows nothing once the owner closed it, though the duty goes on', () => {
    const closed = value(closeAgreement(accepted, 'owner', '洽谈结束', now));
    expect(opensOn(closed, '2026-11-24')).toBe(false);
    expect(closed.confidentialUntil).toBe('2029-11-23');
    expect(closeAgreement(accepted, 'reader', '洽谈结束', now).ok).toBe(false);
  });

  it('opens in no state but accepted', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...statesOf(nonDisclosureTransitions)),
        fc.integer({ min: 0, max: 60 }),
        (state, day) => {
          const today = new Date(Date.UTC(2029, 10, 1 + day)).toISOString().slice(0, 10);
          const opens = opensOn({ ...accepted, state: state as NonDisclosure['state'] }, today);
          expect(opens).toBe(state === 'accepted' && today <= '2029-11-23');
        },
      ),
    );
  });

  it('is refused by the other side and withdrawn by its own only', () => {
    expect(refuseAgreement(requested, 'reader', 'other', '不愿', now).ok).toBe(false);
    expect(value(refuseAgreement(requested, 'owner', 'competitor', '有竞争', now)).state).toBe('refused');
    expect(withdrawAgreement(requested, 'owner', '不再需要', now).ok).toBe(false);
    expect(value(withdrawAgreement(requested, 'reader', '不再需要', now)).state).toBe('withdrawn');
    expect(value(expireAgreement(accepted, now)).state).toBe('expired');
  });

  it('has no unreachable state, and the market has a text for every day', () => {
    expect(unreachableStates(nonDisclosureTransitions, 'requested')).toEqual([]);
    expect(marketTextOn('2026-11-23')).toBe(marketTexts[0]);
  });
});
