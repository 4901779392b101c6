import { Lexicon } from '../lexicon/lexicon.js';
import { findSpans, normalise, normaliseWithOrigin } from './normalise.js';
import { bigrams } from './tokens.js';

describe('normal form', () => {
  it.each([
    ['ＴＭＲ日粮', 'tmr日粮'],
    ['５㎡', '5m2'],
    ['CO₂', 'co2'],
  ])('%s → %s', (text, plain) => {
    expect(normalise(text)).toBe(plain);
  });

  it('finds a word in the original although the forms differ in length', () => {
    const original = '面积５㎡，用ＴＭＲ饲喂🐑';
    const [span] = findSpans(normaliseWithOrigin(original), 'tmr', 3);
    expect(original.slice(span?.start, span?.end)).toBe('ＴＭＲ');
    expect(findSpans(normaliseWithOrigin(original), '', 3)).toEqual([]);
  });
});

describe('pairs of characters', () => {
  it('keep Latin words and numbers whole and do not cross punctuation', () => {
    expect(bigrams('羔羊，tmr 7.5 断奶')).toEqual(['羔羊', 'tmr', '7.5', '断奶']);
  });
});

describe('lexicon', () => {
  const lexicon = new Lexicon(
    { groups: [{ kind: 'object', same: ['代乳料', '代乳粉'], related: ['开食料'] }] },
    { notObjects: ['马铃薯片机'], objects: [{ class: 'plant', name: '马铃薯', terms: ['马铃薯', '土豆'] }] },
    { terms: ['技术'] },
  );

  it('puts in the other word, both ways, and none that stands there already', () => {
    expect(lexicon.expand('求代乳料').map(({ term }) => term)).toEqual(['代乳粉', '开食料']);
    expect(lexicon.expand('代乳粉').map(({ term }) => term)).toEqual(['代乳料', '开食料']);
    expect(lexicon.expand('代乳料或代乳粉').map(({ term }) => term)).toEqual(['开食料']);
  });

  it('knows an object by any of its words, but not inside a longer one that means something else', () => {
    expect(lexicon.objects('土豆储藏')).toMatchObject([{ class: 'plant', name: '马铃薯' }]);
    expect(lexicon.objects('马铃薯片机维修')).toEqual([]);
  });
});
