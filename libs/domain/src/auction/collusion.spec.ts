import type { Relation } from '../relation/relation.js';
import type { AuctionRegistration } from './auction.js';
import { collusionSignals, type SignalInput } from './collusion.js';

const registration = (paddle: number, change: Partial<AuctionRegistration> = {}): AuctionRegistration => ({
  id: `r${paddle}`,
  auctionId: 'a',
  organizationId: `o${paddle}`,
  personId: `p${paddle}`,
  state: 'qualified',
  paddle,
  contactName: `联系人${paddle}`,
  contactPhone: `0934-000000${paddle}`,
  statement: '',
  address: `10.0.0.${paddle}`,
  decisionReason: null,
  deposit: null,
  createdAt: new Date(0),
  decidedAt: null,
  ...change,
});
const bids = (...paddles: number[]): SignalInput['entries'] =>
  paddles.map((paddle, index) => ({ kind: 'bid', paddle, amount: BigInt(100 + index) }));
const signals = (change: Partial<SignalInput>) =>
  collusionSignals({
    sellerOrganizationId: 'seller',
    registrations: [registration(1), registration(2), registration(3)],
    entries: bids(1, 2, 3),
    relations: [],
    minimumAt: (index) => BigInt(100 + index),
    ...change,
  }).map(({ kind, registrationIds }) => [kind, registrationIds.join()]);
const unit = (id: string) => ({ kind: 'organization', id }) as const;
const tie = (from: string, to: string): Relation => ({ from: unit(from), to: unit(to), kind: 'shareholder' });

describe('signals of collusion', () => {
  it('are none where nothing is shared and all bid', () => expect(signals({})).toEqual([]));

  it.each([
    [
      'one address',
      { registrations: [registration(1), registration(2, { address: '10.0.0.1' })] },
      [['sharedAddress', 'r1,r2']],
    ],
    ['no address known', { registrations: [registration(1, { address: '' }), registration(2, { address: '' })] }, []],
    [
      'one telephone, written otherwise',
      { registrations: [registration(1), registration(2, { contactPhone: '(0934) 0000001' })] },
      [['sharedContact', 'r1,r2']],
    ],
    [
      'one contact',
      { registrations: [registration(1), registration(2, { contactName: '联系人1' })] },
      [['sharedContact', 'r1,r2']],
    ],
    [
      'one that was turned away',
      { registrations: [registration(1), registration(2, { address: '10.0.0.1', state: 'rejected' })] },
      [],
    ],
    [
      'a tie between two',
      { registrations: [registration(1), registration(2)], relations: [tie('o1', 'o2')] },
      [['relatedOrganizations', 'r1,r2']],
    ],
    [
      'a tie to the seller that came later',
      { registrations: [registration(1)], relations: [tie('o1', 'seller')], entries: bids(1) },
      [['relatedToSeller', 'r1']],
    ],
    [
      'three steps to the seller',
      {
        registrations: [registration(1)],
        relations: [tie('o1', 'x'), tie('x', 'y'), tie('y', 'seller')],
        entries: bids(1),
      },
      [],
    ],
    [
      'two in turns by the least step while others watch',
      { entries: bids(1, 2, 1, 2, 1, 2) },
      [
        ['takingTurns', 'r1,r2'],
        ['silentCompanion', 'r3'],
      ],
    ],
    [
      'the same turns, but one jump',
      { entries: bids(1, 2, 1, 2, 1, 2), minimumAt: () => 100n },
      [['silentCompanion', 'r3']],
    ],
    ['nobody bids', { entries: [] }, []],
  ] as const)('with %s', (_name, change, expected) => {
    expect(
      signals(change as Partial<SignalInput>).filter(([kind, ids]) => !(kind === 'silentCompanion' && ids !== 'r3')),
    ).toEqual(expected);
  });
});
