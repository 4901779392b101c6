import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Dictionary } from '#application/matching/dictionary.js';
import { mean, ndcg, reciprocalRank } from '#matching/evaluation/metrics.js';
import { Lexicon } from '#matching/lexicon/lexicon.js';
import { Matcher } from '#matching/matcher.js';
import type { Need, Offer } from '#matching/rank/subject.js';
import { JiebaTokenizer } from '#platform/search/jieba.js';

interface Golden {
  readonly achievements: readonly { readonly id: string; readonly title: string; readonly summary: string }[];
  readonly needs: readonly {
    readonly title: string;
    readonly summary: string;
    readonly grades: Record<string, number>;
    /** Why it was judged so. */
    readonly note: string;
  }[];
}

const golden = JSON.parse(readFileSync(join(__dirname, 'matching.json'), 'utf8')) as Golden;
const dictionary = new Dictionary();
const tokenizer = new JiebaTokenizer(() => dictionary.words());
const now = new Date('2026-11-23T00:00:00Z');
const unknown = { field: null, zoneCode: null, countyCode: null };
const offers = golden.achievements.map((achievement): Offer => ({
  ...achievement,
  ...unknown,
  organizationId: 'offering',
  keywords: [],
  readinessLevel: null,
  priceFen: null,
  publishedAt: null,
}));
const needs = golden.needs.map((need, at): Need & { grades: Map<string, number> } => ({
  ...unknown,
  id: `need-${at}`,
  organizationId: 'needing',
  title: need.title,
  summary: need.summary,
  budgetFen: null,
  grades: new Map(Object.entries(need.grades)),
}));
const solvable = needs.filter(({ grades }) => grades.size > 0);

/** It reaches .98; without the dictionary .90. */
const mark = 0.96;

/** The matcher on a market of our own making, judged by the trades' common sense. */
describe('golden needs', () => {
  const matcher = new Matcher(dictionary.lexicon, tokenizer);
  for (const offer of offers) matcher.add(offer);
  const ranking = (need: Need) => matcher.rank(need, now).map(({ offer }) => offer.id);

  it('finds what solves them', () => {
    expect(solvable.length).toBeGreaterThanOrEqual(60);
    expect(mean(solvable.map((need) => ndcg(ranking(need), need.grades, 10)))).toBeGreaterThanOrEqual(mark);
    expect(mean(solvable.map((need) => reciprocalRank(ranking(need), need.grades, 10)))).toBeGreaterThanOrEqual(0.93);
  });

  it('says of every judgment why', () => {
    expect(golden.needs.filter(({ note }) => note.trim() === '').map(({ title }) => title)).toEqual([]);
  });

  it('would miss its mark without the dictionary, and see no wrong object without the taxonomy', () => {
    const bare = new Matcher(new Lexicon({ groups: [] }, { notObjects: [], objects: [] }, { terms: [] }), tokenizer);
    for (const offer of offers) bare.add(offer);
    const found = solvable.map((need) => {
      const ids = bare.rank(need, now).map(({ offer }) => offer.id);
      return ndcg(ids, need.grades, 10);
    });
    expect(mean(found)).toBeLessThan(mark);
    const piglets = offers.filter(({ title }) => title.includes('仔猪'));
    const lambs = needs.filter(({ title, summary }) => /羔|羊/.test(title + summary));
    const grades = (one: Matcher) =>
      lambs.flatMap((need) => piglets.map((offer) => one.assess(need, offer, now).explanation.gaps[0]?.kind));
    expect(grades(matcher)).toContain('object');
    expect(grades(bare)).not.toContain('object');
  });

  it('puts nothing first that does not help, but for a few', () => {
    const wrong = solvable.filter((need) => !need.grades.has(ranking(need)[0] ?? ''));
    expect(wrong.length).toBeLessThanOrEqual(3);
  });

  it.each(needs.filter(({ grades }) => grades.size === 0))('says that nothing solves 「$title」', (need) => {
    const { verdict, text, proposals } = matcher.answer(need, now, 20);
    expect(proposals.filter(({ grade }) => grade === 'strong')).toEqual([]);
    expect(['无直接对应成果，以下可改造', '暂无可用成果，可发布为需求征集']).toContain(text);
    expect(verdict).not.toBe('solved');
  });

  it('tells what agrees: objects, processes and effects', () => {
    const kinds = solvable.flatMap((need) =>
      matcher.match(need, now, 3).flatMap(({ explanation }) => explanation.agreements.map(({ kind }) => kind)),
    );
    expect(new Set(kinds)).toEqual(new Set(['object', 'process', 'effect', 'other']));
    expect(kinds.filter((kind) => kind !== 'other').length / kinds.length).toBeGreaterThan(0.5);
  });

  it('never calls a wrong object a strong match', () => {
    for (const need of needs)
      for (const { grade, explanation } of matcher.match(need, now, 20))
        if (explanation.gaps.some(({ kind }) => kind === 'object' || kind === 'trade'))
          expect(grade).not.toBe('strong');
  });

  it('gives every match a gap, words that stand in both texts, and signals that sum to its score', () => {
    for (const need of needs) {
      for (const { offerId, score, explanation } of matcher.match(need, now, 20)) {
        const offer = offers.find(({ id }) => id === offerId);
        expect(explanation.gaps.length).toBeGreaterThan(0);
        expect(explanation.signals.reduce((sum, { points }) => sum + points, 0)).toBe(score);
        for (const { offerTerm, offerPlaces } of explanation.agreements)
          for (const { part, start, end } of offerPlaces)
            expect(offer?.[part]?.slice(start, end).toLowerCase()).toBe(offerTerm);
      }
    }
  });

  it('cites faithfully: without the cited words the score drops in at least 90 % of the cases', () => {
    const drops = solvable.flatMap((need) =>
      matcher.match(need, now, 3).map(({ offerId, score, explanation }) => {
        const offer = offers.find(({ id }) => id === offerId);
        if (!offer) throw new Error('unknown offer');
        const strip = (text: string) =>
          explanation.agreements.reduce((left, { offerTerm }) => left.replaceAll(offerTerm, '某'), text.toLowerCase());
        const without = { ...offer, id: 'stripped', title: strip(offer.title), summary: strip(offer.summary ?? '') };
        return matcher.assess(need, without, now).score < score ? 1 : 0;
      }),
    );
    expect(drops.length).toBeGreaterThan(30);
    expect(mean(drops)).toBeGreaterThanOrEqual(0.9);
  });

  it('assesses a pair alone as it ranks it among others', () => {
    for (const need of solvable) {
      const [first] = matcher.match(need, now, 1);
      const offer = offers.find(({ id }) => id === first?.offerId);
      if (first && offer) expect(matcher.assess(need, offer, now)).toEqual(first);
    }
  });

  it('leads from an achievement back to the needs it may solve', () => {
    for (const need of solvable) matcher.addNeed(need);
    const missed = solvable.filter((need) => {
      const best = [...need.grades].find(([, grade]) => grade === 3)?.[0];
      const offer = offers.find(({ id }) => id === best);
      return offer && !matcher.needsFor(offer, 50).some(({ id }) => id === need.id);
    });
    expect(missed.map(({ title }) => title)).toEqual([]);
  });
});
