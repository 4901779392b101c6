import type { Coverage } from './concepts.js';
import type { MatchModel } from './model.js';
import type { ObjectRelation } from './objects.js';
import { signalNames, type Signal } from './signal.js';
import type { InstitutionRecord, Need, OfferFacts, OfferRights } from './subject.js';

const dayMs = 86_400_000;

/** What the texts of a pair say to each other. */
export interface TextFacts {
  /** Share of the need that the offer's words answer, 0–1. */
  readonly agreement: number;
  readonly coverage: Coverage;
  readonly objects: ObjectRelation;
  /** Both speak of a technology that the need's zone promotes (主推技术). */
  readonly promoted: boolean;
}

/** Every signal of a pair, exact; those that are unknown or neutral are left out. */
export function signalsOf(need: Need, offer: OfferFacts, facts: TextFacts, model: MatchModel, now: Date): Signal[] {
  const points = new Float64Array(signalNames.length);
  layPoints(points, need, offer, facts, model, now);
  return signalNames.flatMap((name, at) => (points[at] === 0 ? [] : [{ name, points: points[at] ?? 0 }]));
}

const sheet = new Float64Array(signalNames.length);

/** The sum of all signals, without making them: five hundred candidates are told apart by it, twenty are shown. */
export function exactScore(need: Need, offer: OfferFacts, facts: TextFacts, model: MatchModel, now: Date): number {
  layPoints(sheet, need, offer, facts, model, now);
  return sheet.reduce((sum, points) => sum + points, 0);
}

/** In the order of `signalNames`. */
function layPoints(
  sheet: Float64Array,
  need: Need,
  offer: OfferFacts,
  facts: TextFacts,
  model: MatchModel,
  now: Date,
): void {
  const { points } = model;
  const { coverage } = facts;
  // A word of a kind that the dictionary does not know is a word of the text.
  const text = points.text * Math.min(1, facts.agreement / model.fullAgreement) + points.object * coverage.other;
  const process = points.process * coverage.process;
  const effect = points.effect * coverage.effect;
  const object = points.object * coverage.object;
  sheet[0] = text;
  sheet[1] = object + objectPoints(facts.objects, text + object + process + effect, model);
  sheet[2] = process;
  sheet[3] = effect;
  sheet[4] = facts.promoted ? points.promoted : 0;
  sheet[5] = same(known(need.field), known(offer.field), points.field, points.otherField);
  sheet[6] = same(need.zoneCode, offer.zoneCode, points.zone, 0);
  sheet[7] = same(need.countyCode, offer.countyCode, points.county, 0);
  sheet[8] = readinessPoints(offer.readinessLevel, need.leastReadiness ?? null, points.readiness);
  sheet[9] = pricePoints(need.budgetFen, offer.priceFen, points.price);
  sheet[10] = modePoints(need.modes ?? [], offer.modes ?? [], points.mode);
  sheet[11] = deadlinePoints(need.neededBy ?? null, offer.readinessLevel, now, points.deadline);
  sheet[12] = ipPoints(offer.rights ?? null, points.ip);
  sheet[13] = recordPoints(offer.record ?? null, points.record);
  sheet[14] = freshnessPoints(offer.publishedAt, now, points.freshness);
}

/** 其他 is what a catalogue calls what it could not place. */
const known = (field: string | null): string | null => (field === '其他' ? null : field);

function same(a: string | null, b: string | null, equal: number, different: number): number {
  if (a === null || b === null) return 0;
  return a === b ? equal : different;
}

function objectPoints(objects: ObjectRelation, text: number, model: MatchModel): number {
  if (objects.kind === 'shared') return Math.min(model.points.sharedObject, text);
  if (objects.kind === 'otherObject') return -text * (1 - model.otherObject);
  if (objects.kind === 'otherTrade') return -text * (1 - model.otherTrade);
  return 0;
}

/**
 * Held against what the need wants. Where it does not say: TRL 7 is a prototype in its real surroundings
 * (GB/T 22900-2022), from there on it can be used at once.
 */
function readinessPoints(level: number | null, least: number | null, most: number): number {
  if (level === null) return 0;
  if (least !== null) return level >= least ? most : -most;
  if (level >= 7) return most;
  return level <= 3 ? -most : 0;
}

function pricePoints(budget: bigint | null, price: bigint | null, most: number): number {
  if (budget === null || price === null) return 0;
  if (price <= budget) return most;
  return price > budget * 2n ? -2 * most : -most;
}

function modePoints(wanted: readonly string[], offered: readonly string[], most: number): number {
  if (wanted.length === 0 || offered.length === 0) return 0;
  return wanted.some((mode) => offered.includes(mode)) ? most : -most;
}

/** Within a year only what already runs somewhere (TRL 8, 9) is sure to be there; a laboratory's result is not. */
function deadlinePoints(neededBy: Date | null, level: number | null, now: Date, most: number): number {
  if (neededBy === null || level === null) return 0;
  const days = (neededBy.getTime() - now.getTime()) / dayMs;
  if (days > 365) return 0;
  if (level >= 8) return most;
  return level <= 5 ? -most : 0;
}

function ipPoints(rights: OfferRights | null, most: number): number {
  if (rights === null) return 0;
  if (rights.pledged || rights.licence === 'sole' || rights.licence === 'exclusive' || rights.patents === 'ended')
    return -most;
  return rights.patents === 'granted' ? most : 0;
}

/** One in five introduced pairs ends in a contract, until an institution has shown otherwise with many. */
const usualSuccess = 0.2;
const shrinkage = 10;

/** The institution's share of success, shrunk towards the usual one (James & Stein 1961): few cases say little. */
function recordPoints(record: InstitutionRecord | null, most: number): number {
  if (record === null || record.introduced <= 0) return 0;
  const success = Math.min(Math.max(0, record.contracted), record.introduced);
  const shrunk = (success + usualSuccess * shrinkage) / (record.introduced + shrinkage);
  return shrunk >= usualSuccess
    ? (most * (shrunk - usualSuccess)) / (1 - usualSuccess)
    : (most * (shrunk - usualSuccess)) / usualSuccess;
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
