import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { foldIdentifier } from './text.js';

/**
 * 统一社会信用代码, GB 32100-2015: 18 characters of an alphabet without I O S V Z.
 * 1 registering department, 1 kind, 6 place, 9 organization code (GB 11714), 1 check character.
 */
export interface CreditCode {
  readonly code: string;
  /** By the first two characters; null for a pair not in our table: accepted. */
  readonly kind: CreditCodeKind | null;
  readonly placeCode: string;
  readonly organizationCode: string;
  readonly warnings: readonly CreditCodeWarning[];
}

export type CreditCodeKind =
  | 'stateOrgan'
  | 'publicInstitution'
  | 'socialOrganization'
  | 'privateNonEnterprise'
  | 'foundation'
  | 'enterprise'
  | 'individualBusiness'
  | 'farmerCooperative';

/** A warning needs a documented override: the early pilot codes of Xiamen and Fuzhou are real and fail the check. */
export type CreditCodeWarning = 'creditCode.checkCharacter' | 'creditCode.organizationCode';

export type CreditCodeRefusal = Refusal<'creditCode.malformed'>;

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const organizationWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/** GB 32100-2015 table 1, with 93 for the cooperatives of 农民专业合作社登记. */
const kinds: Readonly<Record<string, CreditCodeKind>> = {
  '11': 'stateOrgan',
  '12': 'publicInstitution',
  '51': 'socialOrganization',
  '52': 'privateNonEnterprise',
  '53': 'foundation',
  '91': 'enterprise',
  '92': 'individualBusiness',
  '93': 'farmerCooperative',
};

/** Full-width and lower-case letters folded, spaces and hyphens removed. Checks nothing. */
export const normalizeCreditCode = (text: string): string => foldIdentifier(text).replaceAll('-', '');

/** A wrong shape is an error; a wrong check character is a warning, see CreditCodeWarning. */
export function parseCreditCode(text: string): Result<CreditCode, CreditCodeRefusal> {
  const code = normalizeCreditCode(text);
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/u.test(code)) {
    return refuse('creditCode.malformed', { value: text.slice(0, 40) });
  }
  const organizationCode = code.slice(8, 17);
  const warnings: CreditCodeWarning[] = [];
  if (creditCodeCheckCharacter(code) !== code[17]) warnings.push('creditCode.checkCharacter');
  if (organizationCheckCharacter(organizationCode) !== organizationCode[8])
    warnings.push('creditCode.organizationCode');
  return ok({
    code,
    kind: kinds[code.slice(0, 2)] ?? null,
    placeCode: code.slice(2, 8),
    organizationCode,
    warnings,
  });
}

/** (31 − Σ vᵢ·3ⁱ mod 31) mod 31 over the first 17 characters. */
export function creditCodeCheckCharacter(code: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * valueOf(code, index), 0);
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/** GB 11714: 11 − Σ vᵢ·wᵢ mod 11 over 8 characters (0–9 A–Z = 0–35); 10 is X, 11 is 0. */
export function organizationCheckCharacter(organizationCode: string): string {
  const sum = organizationWeights.reduce(
    (total, weight, index) => total + weight * parseInt(organizationCode.charAt(index), 36),
    0,
  );
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

const valueOf = (code: string, index: number): number => alphabet.indexOf(code.charAt(index));
