import {
  allOf,
  anyOf,
  exactQuery,
  facetQueries,
  indexQuery,
  isChinese,
  lengthOf,
  soundQuery,
  wordQuery,
} from './lexemes.js';
import type { QueryPlan, QueryTerm } from './query-plan.js';
import { unknownKey, type SearchQuery } from './search.engine.js';

/** A statement with its parameters. The name tells its shape: one name, one text. */
export interface Statement {
  readonly name: string;
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** A page, its total and its facets, as one statement answers them. */
export interface FoundPage {
  readonly total: number;
  readonly hits: readonly { readonly id: string; readonly key: number }[] | null;
  readonly facets: readonly { readonly value: string; readonly count: number }[] | null;
}

/** A word in the title counts 1; as a part of other words, in the text, or by another word for it, it counts less. */
const gains = { title: 1, partOfTitle: 0.7, text: 0.6, otherInTitle: 0.5, partOfText: 0.4, otherInText: 0.3 } as const;
const wholeQueryInTitle = 0.2;
/** A relaxed query must still find this much of what the words say. */
const leastScore = 0.12;

/** How far a query is relaxed: all words; all but little; the most telling ones; what sounds alike. */
export const steps = { all: 0, most: 1, any: 2, sound: 3 } as const;
const mostTerms = 6;
const anyTerms = 4;

/** The documents of a step, as a tsquery; null when the step adds nothing to the one before. */
export function matchQuery(plan: QueryPlan, step: number): string | null {
  const { terms } = plan;
  if (step === steps.sound)
    return plan.sounds.length === 0 ? null : allOf(plan.sounds.map((sound) => soundQuery(sound, plan.typedSound)));
  if (step === steps.all) return allOf(terms.map(termQuery));
  if (terms.length < 2) return null;
  // One character alone stands in too many words to say anything by itself.
  const words = terms.filter(({ word }) => !isChinese(word) || lengthOf(word) > 1);
  const telling = (words.length > 0 ? words : terms).slice(0, mostTerms);
  if (step === steps.any) return anyOf(telling.slice(0, anyTerms).map(termQuery));
  // Of two words one alone is "any"; of three two must be there; of more, two of the most telling.
  if (telling.length < 3) return null;
  return anyOf(pairsOf(telling).map(([one, other]) => allOf([termQuery(one), termQuery(other)])));
}

const termQuery = ({ word, others }: QueryTerm): string =>
  anyOf([word, ...others].map((each) => wordQuery(each, 'any')));
const pairsOf = <T>(list: readonly T[]): (readonly [T, T])[] =>
  list.flatMap((one, at) => list.slice(at + 1).map((other) => [one, other] as const));

/**
 * One statement for a page: the documents that match and miss at most one facet filter come from the index, are scored,
 * and give the page, the total, and each facet's counts under the filters of the others.
 *
 * A vector is stored outside its row: `|| ''` reads it once for all words of the score. As a subquery the search is no
 * constant to the planner, which would otherwise guess that reading every row is cheaper than the index.
 */
export function pageStatement(
  query: SearchQuery,
  plan: QueryPlan,
  step: number,
  match: string | null,
  among: readonly string[] | null = null,
): Statement {
  const filters = facetQueries(query.filters);
  const terms = step === steps.sound ? [] : plan.terms;
  const wanted = [
    indexQuery(query.index),
    ...(match === null ? [] : [match]),
    ...almostAll(filters.map((f) => f.tsquery)),
  ];
  const score = terms.length === 0 ? '0' : scoreOf(terms.length);
  const key = query.sort === 'relevance' ? 'm.score' : sortColumns[query.sort];
  const sql = `
    WITH matched AS MATERIALIZED (
      SELECT d.id, d.facet_values, d.published_ms, d.price_fen, d.maturity,
        round((${score})::numeric, 6)::float8 AS score,
        ARRAY(SELECT f.name FROM unnest($2::text[], $3::tsquery[]) AS f (name, q) WHERE NOT d.words @@ f.q) AS failed
      FROM (SELECT s.*, s.tsv || ''::tsvector AS words FROM search_document s
        WHERE s.tsv @@ (SELECT $1::tsquery)${among === null ? '' : ' AND s.id = ANY ($14::uuid[])'} OFFSET 0) AS d),
    kept AS (SELECT * FROM matched WHERE $4::text[] = '{}' OR score >= ${leastScore}),
    hit AS (SELECT m.id, (${key})::float8 AS key FROM kept m WHERE m.failed = '{}')
    SELECT (SELECT count(*)::int FROM hit) AS total,
      (SELECT json_agg(json_build_object('id', p.id, 'key', p.key)) FROM (
         SELECT id, key FROM hit WHERE $9::float8 IS NULL OR (key, id) < ($9, $10::uuid)
         ORDER BY key DESC, id DESC LIMIT $11) AS p) AS hits,
      (SELECT json_agg(json_build_object('value', c.value, 'count', c.n)) FROM (
         SELECT v.value, count(*)::int AS n FROM kept m CROSS JOIN LATERAL unnest(m.facet_values) AS v (value)
         WHERE $12::boolean
           AND (m.failed = '{}' OR (cardinality(m.failed) = 1 AND split_part(v.value, '=', 1) = m.failed[1]))
         GROUP BY v.value) AS c) AS facets
    FROM (SELECT $5::tsquery[], $6::tsquery[], $7::tsquery[], $8::text, $13::float8[]) AS unused`;
  const others = terms.map(({ others: list }) => (list.length === 0 ? null : list));
  return {
    name: `search.page.${query.sort}.${terms.length}${among === null ? '' : '.among'}`,
    sql,
    params: [
      allOf(wanted),
      filters.map(({ name }) => name),
      filters.map(({ tsquery }) => tsquery),
      terms.map(({ word }) => word),
      terms.map(({ word }) => exactQuery(word, 'A')),
      terms.flatMap(({ word }) => [wordQuery(word, 'AC'), exactQuery(word, 'AB'), wordQuery(word, 'any')]),
      others.flatMap((list) => [
        list === null ? '' : anyOf(list.map((other) => wordQuery(other, 'AC'))),
        list === null ? '' : anyOf(list.map((other) => wordQuery(other, 'any'))),
      ]),
      plan.text,
      query.after?.key ?? null,
      query.after?.id ?? null,
      query.limit + 1,
      query.facets.length > 0,
      terms.map(({ weight }) => weight),
      ...(among === null ? [] : [among]),
    ],
  };
}

/** All filters but one, each in turn: what a facet's counts need. With one filter or none, nothing is required. */
function almostAll(filters: readonly string[]): string[] {
  if (filters.length < 2) return [];
  return [anyOf(filters.map((_, left) => allOf(filters.filter((_filter, at) => at !== left))))];
}

/** The words found, by weight. A word in the title is found in the text too: the first that holds counts. */
function scoreOf(terms: number): string {
  const parts = Array.from({ length: terms }, (_, index) => {
    const at = index + 1;
    return `($13::float8[])[${at}] * CASE
      WHEN d.words @@ ($5::tsquery[])[${at}] THEN ${gains.title}
      WHEN d.words @@ ($6::tsquery[])[${3 * at - 2}] THEN ${gains.partOfTitle}
      WHEN d.words @@ ($6::tsquery[])[${3 * at - 1}] THEN ${gains.text}
      WHEN d.words @@ ($7::tsquery[])[${2 * at - 1}] THEN ${gains.otherInTitle}
      WHEN d.words @@ ($6::tsquery[])[${3 * at}] THEN ${gains.partOfText}
      WHEN d.words @@ ($7::tsquery[])[${2 * at}] THEN ${gains.otherInText} ELSE 0 END`;
  });
  return `${parts.join(' + ')}
    + CASE WHEN strpos(lower(normalize(d.title, NFKC)), $8) > 0 THEN ${wholeQueryInTitle} ELSE 0 END
    + 0.4 / (20 + length(d.title))`;
}

const sortColumns = {
  newest: `coalesce(m.published_ms, ${unknownKey})`,
  priceAscending: `coalesce(-m.price_fen, ${unknownKey})`,
  priceDescending: `coalesce(m.price_fen, ${unknownKey})`,
  maturity: `coalesce(m.maturity, ${unknownKey})`,
} as const;
