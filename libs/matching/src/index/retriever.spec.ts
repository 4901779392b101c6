import { Lexicon } from '../lexicon/lexicon.js';
import type { Offer } from '../rank/subject.js';
import { bigrams, type Tokenizer } from '../text/tokens.js';
import { Retriever } from './retriever.js';

const lexicon = new Lexicon(
  { groups: [{ kind: 'object', same: ['代乳料', '代乳粉'] }] },
  { notObjects: [], objects: [] },
  { terms: [] },
);
const tokenizer: Tokenizer = { forIndex: bigrams, forQuery: bigrams };
const offer = (id: string, title: string): Offer => ({
  id,
  title,
  organizationId: `o${id}`,
  summary: null,
  keywords: [],
  field: null,
  zoneCode: null,
  countyCode: null,
  readinessLevel: null,
  priceFen: null,
  publishedAt: null,
});

describe('the agreement of a need and a text', () => {
  const offers = [
    offer('a', '羔羊代乳粉'),
    offer('b', '羔羊早期断奶技术'),
    offer('c', '苹果采后保鲜'),
    offer('d', '肉羊代乳料配方与断奶'),
  ];

  it('is the same for a text by itself as among all, also after the market has changed', () => {
    const retriever = new Retriever(lexicon, tokenizer);
    const query = retriever.query({ title: '羔羊断奶代乳料', summary: '降低应激' });
    const compare = (expected: number): void => {
      const found = retriever.candidates(query);
      expect(found).toHaveLength(expected);
      for (const candidate of found) {
        const one = retriever.offerAt(candidate);
        expect(one).toEqual(offers.find(({ id }) => id === candidate.id));
        expect(retriever.agreementOf(query, one)).toBeCloseTo(candidate.agreement, 6);
      }
    };
    for (const one of offers) retriever.add(one);
    compare(3);
    // What a word is worth depends on how many texts hold it: nothing of before may be remembered.
    retriever.remove('b');
    compare(2);
    for (const at of [1, 2, 3, 4]) retriever.add(offer(`x${at}`, '苹果贮藏'));
    compare(2);
  });
});
