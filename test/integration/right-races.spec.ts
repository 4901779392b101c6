import type { Caller } from '../support/caller.js';
import { startMarket, type TestMarket } from '../support/market.js';
import { draftContract, draftListing, newPatent, newPatentNumber, pledgeTo } from '../support/rights.js';

const rounds = Number(process.env['RIGHT_RACE_ROUNDS'] ?? '6');

/** Two at the same time on one patent: there is always an order, and never both. */
describe('同一项专利上的竞争', () => {
  let market: TestMarket;
  let owner: Caller;
  let buyer: Caller;
  let other: Caller;
  let bank: Caller;

  beforeAll(async () => {
    market = await startMarket();
    const firm = () => market.member({ roles: ['enterprise'] });
    [owner, buyer, other, bank] = [await firm(), await firm(), await firm(), await firm()];
  });
  afterAll(() => market.close());

  const pledge = (patent: string) =>
    owner.post(`/v1/rights/${patent}/overlays`, { ...pledgeTo(bank), from: '2026-11-23', basis: '质押登记（示例）' });
  const freezes = async (listing: string): Promise<{ code: string; liftedAt: string | null }[]> =>
    (await market.anonymous.get(`/v1/listings/${listing}/freezes`).expect(200)).body.items;
  /** A moment later in some rounds, so that either may be first. */
  const moment = (round: number, stepMs = 12): Promise<void> =>
    new Promise((resolve) => setTimeout(resolve, (round % 3) * stepMs));
  const tally = new Map<string, number>();
  const count = (name: string): void => void tally.set(name, (tally.get(name) ?? 0) + 1);

  it('a listing goes out before the pledge and is frozen by it, or after it and is refused', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const { id, achievementId } = await draftListing(owner);
      const patent = await newPatent(owner, { achievementId });
      const [published, pledged] = await Promise.all([owner.post(`/v1/listings/${id}/publication`), pledge(patent)]);
      expect(pledged.status).toBe(201);
      if (published.status === 201) {
        expect(await freezes(id)).toMatchObject([{ code: 'right.pledged', liftedAt: null }]);
        expect((await buyer.get(`/v1/listings/${id}/signability`).expect(422)).body.code).toBe('right.pledged');
        count('listed first');
      } else {
        expect([published.status, published.body.code]).toEqual([422, 'right.pledged']);
        expect(await freezes(id)).toEqual([]);
        count('pledged first');
      }
    }
  });

  it('a patent is linked to an achievement before its listing goes out, or freezes it', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const { id, achievementId } = await draftListing(owner);
      const patent = await newPatent(owner);
      await pledge(patent).expect(201);
      const { version } = (await owner.get(`/v1/patents/${patent}`).expect(200)).body;
      const [published, linked] = await Promise.all([
        owner.post(`/v1/listings/${id}/publication`),
        owner.patch(`/v1/patents/${patent}`, version, { achievementId }),
      ]);
      expect(linked.status).toBe(200);
      if (published.status === 201)
        expect(await freezes(id)).toMatchObject([{ code: 'right.pledged', liftedAt: null }]);
      else expect([published.status, published.body.code]).toEqual([422, 'right.pledged']);
    }
  });

  it('a sale is signed or the patent is pledged, never both', async () => {
    for (let round = 0; round < Math.ceil(rounds / 2); round += 1) {
      const number = newPatentNumber(2017, 1);
      const patent = await newPatent(owner, { number });
      const { id, textHash } = await draftContract(market, owner, buyer, { mode: 'transfer', number });
      await owner.post(`/v1/contracts/${id}/signatures`, { textHash }).expect(201);
      const [signed, pledged] = await Promise.all([
        buyer.post(`/v1/contracts/${id}/signatures`, { textHash }),
        moment(round, 90).then(() => pledge(patent)),
      ]);
      const outcome = [signed.status, signed.body.code ?? null, pledged.status, pledged.body.code ?? null];
      expect([
        [201, null, 422, 'right.assignmentPending'],
        [422, 'right.pledged', 201, null],
      ]).toContainEqual(outcome);
      count(signed.status === 201 ? 'signed first' : 'pledged before signature');
    }
  });

  it('of two exclusive licences signed at once one takes effect', async () => {
    for (let round = 0; round < Math.ceil(rounds / 3); round += 1) {
      const number = newPatentNumber(2017, 1);
      await newPatent(owner, { number });
      const licence = { manner: 'exclusive', until: '2030-12-31' };
      const drafts = [];
      for (const taker of [buyer, other]) {
        const draft = await draftContract(market, owner, taker, { mode: 'licence', number, licence });
        await owner.post(`/v1/contracts/${draft.id}/signatures`, { textHash: draft.textHash }).expect(201);
        drafts.push({ taker, ...draft });
      }
      const answers = await Promise.all(
        drafts.map(({ taker, id, textHash }) => taker.post(`/v1/contracts/${id}/signatures`, { textHash })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
      expect(answers.find(({ status }) => status === 422)?.body.code).toBe('right.licensedExclusively');
    }
  });

  afterAll(() => {
    if (process.env['RIGHT_RACE_ROUNDS']) process.stdout.write(`${JSON.stringify([...tally])}\n`);
  });
});
