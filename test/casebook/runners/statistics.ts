import { yearOnYear } from '#domain/statistics/figures.js';
import { parsePeriod } from '#domain/statistics/period.js';
import { directionsOf, placeOf } from '#domain/statistics/place.js';
import { countsIn } from '#domain/statistics/registration-entry.js';
import { sizeBandOf } from '#domain/statistics/size-bands.policy.js';
import { fen } from './runner.js';

type Side = readonly [country: string, placeCode: string | null];
type Facts =
  | { kind: 'count'; period: string; registeredOn: string; cancelledOn: string | null; cutOff: string }
  | { kind: 'band'; contractValueYuan: string; registeredOn: string }
  | { kind: 'direction'; seller: Side; buyer: Side }
  | { kind: 'yearOnYear'; currentYuan: string; previousYuan: string };

/** The counting rules: what counts when, in which band, in which direction, and against what. */
export function statistics(facts: Facts): Readonly<Record<string, unknown>> {
  switch (facts.kind) {
    case 'count': {
      const period = parsePeriod(facts.period);
      if (!period.ok) throw new Error(facts.period);
      const { registeredOn, cancelledOn, cutOff } = facts;
      const entry = { registeredOn, validFrom: registeredOn, validTo: cancelledOn };
      return { counted: countsIn(entry, period.value, cutOff) };
    }
    case 'band':
      return { band: sizeBandOf(fen(facts.contractValueYuan), facts.registeredOn).code };
    case 'direction':
      return { directions: directionsOf(placeOf(...facts.seller), placeOf(...facts.buyer)) };
    case 'yearOnYear':
      return { basisPoints: yearOnYear(fen(facts.currentYuan), fen(facts.previousYuan)) };
  }
}
