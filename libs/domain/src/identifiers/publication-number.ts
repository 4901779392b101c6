import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import type { PatentKind } from './patent-number.js';
import { foldIdentifier } from './text.js';

export interface PublicationNumber {
  readonly number: string;
  readonly kind: PatentKind;
  /** False for the publication of an application (A): nothing is granted by it. */
  readonly granted: boolean;
}

const codes: Readonly<Record<string, { readonly kind: PatentKind; readonly granted: boolean }>> = {
  A: { kind: 'invention', granted: false },
  B: { kind: 'invention', granted: true },
  C: { kind: 'invention', granted: true },
  U: { kind: 'utilityModel', granted: true },
  Y: { kind: 'utilityModel', granted: true },
  S: { kind: 'design', granted: true },
  D: { kind: 'design', granted: true },
};
const digitOf: Readonly<Record<PatentKind, string>> = { invention: '1', utilityModel: '2', design: '3' };

/**
 * Publication and announcement numbers (公布号、公告号): another thing than the application number, of seven or nine
 * digits whose first tells the kind, and a kind code (ZC 0007-2012). They have no check character.
 */
export function parsePublicationNumber(
  text: string,
): Result<PublicationNumber, Refusal<'publicationNumber.malformed'>> {
  const number = foldIdentifier(text).replace(/[.·。．]/gu, '');
  const match = /^CN(\d)(?:\d{6}|\d{8})([ABCUYSD])\d?$/u.exec(number);
  const code = codes[match?.[2] ?? ''];
  if (!match || !code || match[1] !== digitOf[code.kind]) {
    return refuse('publicationNumber.malformed', { value: text }, '/publicationNumber');
  }
  return ok({ number, ...code });
}
