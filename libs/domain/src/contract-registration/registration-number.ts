import type { LocalDate } from '../calendar/local-date.js';
import { registrationPlace } from './rule-set.policy.js';

export const maxSerial = 999_999;

/** 16 digits: year 4, place 4 (庆阳 6210), office 2, serial 6. The 4-4-2-6 reading is inferred from two forms, not official. */
export function registrationNumber(registeredOn: LocalDate, office: string, serial: number): string {
  if (!/^\d{2}$/.test(office) || !Number.isInteger(serial) || serial < 1 || serial > maxSerial) {
    throw new RangeError(`not a registration number: office ${office}, serial ${serial}`);
  }
  return numberPrefix(registeredOn, office) + String(serial).padStart(6, '0');
}

/** What all numbers of an office and year begin with. */
export const numberPrefix = (registeredOn: LocalDate, office: string): string =>
  `${registeredOn.slice(0, 4)}${registrationPlace}${office}`;
