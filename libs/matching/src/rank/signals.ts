import type { MatchModel } from './model.js';
import type { ObjectRelation } from './objects.js';
import type { Signal } from './signal.js';
import type { Need, Offer } from './subject.js';

const dayMs = 86_400_000;

/** Every signal of a pair, exact; those that are unknown or neutral are left out. */
export function signalsOf(
  need: Need,
  offer: Offer,
  agreement: number,
  objects: ObjectRelation,
  model: MatchModel,
  now: Date,
): Signal[] {
  const { points } = model;
  const text = points.text * Math.min(1, agreement / model.fullAgreement);
  const all: Signal[] = [
    { name: 'text', points: text },
    { name: 'object', points: objectPoints(objects, text, model) },
    { name: 'field', points: same(known(need.field), known(offer.field), points.field, points.otherField) },
    { name: 'zone', points: same(need.zoneCode, offer.zoneCode, points.zone, 0) },
    { name: 'county', points: same(need.countyCode, offer.countyCode, points.county, 0) },
    { name: 'readiness', points: readinessPoints(offer.readinessLevel, points.readiness) },
    { name: 'price', points: pricePoints(need.budgetFen, offer.priceFen, points.price) },
    { name: 'freshness', points: freshnessPoints(offer.publishedAt, now, points.freshness) },
  ];
  return all.filter((signal) => signal.points !== 0);
}

/** 其他 is what a catalogue calls what it could not place. */
const known = (field: string | null): string | null => (field === '其他' ? null : field);

function same(a: string | null, b: string | null, equal: number, different: number): number {
  if (a === null || b === null) return 0;
  return a === b ? equal : different;
}

function objectPoints(objects: ObjectRelation, text: number, model: MatchModel): number {
  if (objects.kind === 'shared') return Math.min(model.points.object, text);
  if (objects.kind === 'otherObject') return -text * (1 - model.otherObject);
  if (objects.kind === 'otherTrade') return -text * (1 - model.otherTrade);
  return 0;
}

/** TRL 7 is a prototype in its real surroundings (GB/T 22900-2022): from there on it can be used at once. */
function readinessPoints(level: number | null, most: number): number {
  if (level === null) return 0;
  if (level >= 7) return most;
  return level <= 3 ? -most : 0;
}

function pricePoints(budget: bigint | null, price: bigint | null, most: number): number {
  if (budget === null || price === null) return 0;
  if (price <= budget) return most;
  return price > budget * 2n ? -2 * most : -most;
}

function freshnessPoints(publishedAt: Date | null, now: Date, most: number): number {
  if (publishedAt === null) return 0;
  const days = (now.getTime() - publishedAt.getTime()) / dayMs;
  if (days <= 365) return most;
  return days > 5 * 365 ? -most : 0;
}

/** Whole points by largest remainder, so that what is shown sums to the shown score. Bounded to 0–100. */
export function wholeSignals(signals: readonly Signal[]): { readonly score: number; readonly signals: Signal[] } {
  const exact = signals.reduce((sum, signal) => sum + signal.points, 0);
  const score = Math.max(0, Math.min(100, Math.round(exact)));
  const floored = signals.map((signal) => ({ ...signal, points: Math.floor(signal.points) }));
  let rest = score - floored.reduce((sum, signal) => sum + signal.points, 0);
  const byRemainder = signals
    .map((signal, place) => ({ place, remainder: signal.points - Math.floor(signal.points) }))
    .sort((a, b) => b.remainder - a.remainder || a.place - b.place);
  for (const { place } of byRemainder) {
    const signal = floored[place];
    if (rest <= 0 || !signal) break;
    floored[place] = { ...signal, points: signal.points + 1 };
    rest -= 1;
  }
  const first = floored[0];
  if (rest !== 0 && first) floored[0] = { ...first, points: first.points + rest };
  return { score, signals: floored.filter((signal) => signal.points !== 0) };
}
