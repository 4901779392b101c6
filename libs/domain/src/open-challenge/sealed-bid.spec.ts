import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { unreachableStates } from '../shared/state-machine.js';
import {
  advanceBid,
  commitAgain,
  openChallengeBidTransitions,
  revealBid,
  sealedText,
  type BidContent,
  type OpenChallengeBid,
  type Reveal,
  type SealAlgorithm,
} from './sealed-bid.js';

const now = new Date('2026-12-21T02:00:00Z');
/** Members in their order, as RFC 8785 has them. */
const canonical = ({ attachments, plan, priceYuan, team, termMonths }: BidContent): string =>
  JSON.stringify({
    attachments: attachments.map(({ fileName, sha256, sizeBytes }) => ({ fileName, sha256, sizeBytes })),
    plan,
    priceYuan,
    team,
    termMonths,
  });
type Sealer = Pick<OpenChallengeBid, 'challengeId' | 'organizationId'>;
const seal = (by: Sealer, algorithm: SealAlgorithm, { content, nonce }: Reveal): string =>
  createHash(algorithm)
    .update(sealedText(by, nonce, canonical(content)))
    .digest('hex');

const hex = (length: number) =>
  fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength: length, maxLength: length }).map((all) => all.join(''));
const attachment = fc.record({ fileName: fc.string({ minLength: 1 }), sizeBytes: fc.nat(), sha256: hex(64) });
const content: fc.Arbitrary<BidContent> = fc.record({
  plan: fc.string({ minLength: 1, maxLength: 60 }),
  priceYuan: fc.nat(1_000_000).map(String),
  termMonths: fc.integer({ min: 1, max: 120 }),
  team: fc.string({ minLength: 1, maxLength: 30 }),
  attachments: fc.array(attachment, { maxLength: 3 }),
});
const reveals: fc.Arbitrary<Reveal> = fc.record({ content, nonce: hex(32) });
const algorithms = fc.constantFrom<SealAlgorithm>('sha256', 'sm3');

function committed(reveal: Reveal, algorithm: SealAlgorithm, by: Sealer = { challengeId: 'c', organizationId: 'o' }) {
  const bid: OpenChallengeBid = {
    ...by,
    id: 'b',
    personId: 'p',
    state: 'committed',
    algorithm,
    commitment: seal(by, algorithm, reveal),
    content: null,
    nonce: null,
    code: null,
    outReason: null,
    failedReveals: 0,
    version: 1,
    committedAt: now,
    updatedAt: now,
    revealedAt: null,
  };
  return bid;
}
const open = (bid: OpenChallengeBid, reveal: Reveal) =>
  revealBid(bid, reveal, (algorithm, given) => seal(bid, algorithm, given), now);

describe('a sealed bid', () => {
  it('has no state that nothing leads to', () => {
    expect(unreachableStates(openChallengeBidTransitions, 'committed')).toEqual([]);
  });

  it('opens with exactly what was sealed', () => {
    fc.assert(
      fc.property(reveals, algorithms, (reveal, algorithm) => {
        const opened = open(committed(reveal, algorithm), reveal);
        expect(opened).toMatchObject({ ok: true, value: { state: 'revealed', content: reveal.content } });
      }),
    );
  });

  it('opens with nothing else: any change of any member, or of the nonce, is refused', () => {
    fc.assert(
      fc.property(reveals, reveals, algorithms, (sealed, other, algorithm) => {
        const bid = committed(sealed, algorithm);
        const members = Object.keys(sealed.content) as (keyof BidContent)[];
        const changed: Reveal[] = [
          { ...sealed, nonce: other.nonce },
          ...members.map((name) => ({ ...sealed, content: { ...sealed.content, [name]: other.content[name] } })),
        ];
        for (const reveal of changed) {
          const same = canonical(reveal.content) === canonical(sealed.content) && reveal.nonce === sealed.nonce;
          expect(open(bid, reveal).ok).toBe(same);
        }
      }),
    );
  });

  it('keeps nothing of what did not match', () => {
    fc.assert(
      fc.property(reveals, reveals, (sealed, other) => {
        fc.pre(canonical(sealed.content) !== canonical(other.content));
        const bid = committed(sealed, 'sha256');
        expect(open(bid, other)).toMatchObject({ ok: false, refusal: { code: 'openChallenge.revealMismatch' } });
        expect(bid.content).toBeNull();
      }),
    );
  });

  it('is of one bidder and one challenge: a commitment copied from somebody else can never be opened', () => {
    fc.assert(
      fc.property(reveals, (reveal) => {
        const original = committed(reveal, 'sha256', { challengeId: 'c', organizationId: 'author' });
        for (const by of [
          { challengeId: 'c', organizationId: 'copier' },
          { challengeId: 'another', organizationId: 'author' },
        ]) {
          expect(open({ ...original, ...by }, reveal).ok).toBe(false);
        }
      }),
    );
  });

  it('does not depend on the order in which bids are opened', () => {
    fc.assert(
      fc.property(fc.array(reveals, { minLength: 2, maxLength: 5 }), fc.infiniteStream(fc.nat()), (all, random) => {
        const bids = all.map((reveal, i) => ({
          bid: committed(reveal, 'sha256', { challengeId: 'c', organizationId: `${i}` }),
          reveal,
        }));
        const opened = (order: typeof bids) =>
          new Map(order.map(({ bid, reveal }) => [bid.organizationId, JSON.stringify(open(bid, reveal))]));
        const shuffled = bids
          .map((one) => ({ one, key: random.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const [forwards, mixed] = [opened(bids), opened(shuffled)];
        for (const [name, value] of forwards) expect(mixed.get(name)).toBe(value);
      }),
    );
  });

  it.each([
    ['committed', true],
    ['withdrawn', true],
    ['revealed', false],
    ['lapsed', false],
    ['lost', false],
  ] as const)('%s: another commitment is taken: %s', (state, taken) => {
    const bid = { ...committed({ content: example, nonce: '00' }, 'sha256'), state };
    expect(commitAgain(bid, { algorithm: 'sm3', commitment: 'x', personId: 'p' }, now).ok).toBe(taken);
  });

  it('that was withdrawn or lapsed is not opened', () => {
    const reveal = { content: example, nonce: '00' };
    for (const event of ['withdraw', 'lapse'] as const) {
      const out = advanceBid(committed(reveal, 'sha256'), event, now);
      if (!out.ok) throw new Error('not out');
      expect(open(out.value, reveal)).toMatchObject({ ok: false, refusal: { code: 'state.notAllowed' } });
    }
  });
});

const example: BidContent = { plan: '方案', priceYuan: '1', termMonths: 1, team: '组', attachments: [] };
