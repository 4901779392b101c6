import type { Coverage } from './concepts.js';
import type { MatchModel } from './model.js';
import type { ObjectRelation } from './objects.js';
import type { Signal } from './signal.js';
import type { InstitutionRecord, Need, Offer, OfferRights } from './subject.js';

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
export function signalsOf(need: Need, offer: Offer, facts: TextFacts, model: MatchModel, now: Date): Signal[] {
  const { points } = model;
  const { coverage } = facts;
  // A word of a kind that the dictionary does not know is a word of the text.
  const text = points.text * Math.min(1, facts.agreement / model.fullAgreement) + points.object * coverage.other;
  const process = points.process * coverage.process;
  const effect = points.effect * coverage.effect;
  const object = points.object * coverage.object;
  const all: Signal[] = [
    { name: 'text', points: text },
    { name: 'object', points: object + objectPoints(facts.objects, text + object + process + effect, model) },
    { name: 'process', points: process },
    { name: 'effect', points: effect },
    { name: 'promoted', points: facts.promoted ? points.promoted : 0 },
    { name: 'field', points: same(known(need.field), known(offer.field), points.field, points.otherField) },
    { name: 'zone', points: same(need.zoneCode, offer.zoneCode, points.zone, 0) },
    { name: 'county', points: same(need.countyCode, offer.countyCode, points.county, 0) },
    { name: 'readiness', points: readinessPoints(offer.readinessLevel, need.leastReadiness ?? null, points.readiness) },
    { name: 'price', points: pricePoints(need.budgetFen, offer.priceFen, points.price) },
    { name: 'mode', points: modePoints(need.modes ?? [], offer.modes ?? [], points.mode) },
    { name: 'deadline', points: deadlinePoints(need.neededBy ?? null, offer.readinessLevel, now, points.deadline) },
    { name: 'ip', points: ipPoints(offer.rights ?? null, points.ip) },
    { name: 'record', points: recordPoints(offer.record ?? null, points.record) },
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
