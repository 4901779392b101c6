import { parseCreditCode } from '../identifiers/credit-code.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { partiesOf, type FiledContract, type FiledParty } from './filed-contract.js';

/**
 * Who files. 卖方登记 (国科发政字〔2000〕063号 art. 8; draft of 2026 art. 11: the research side, assignor, licensor,
 * consultant, provider); of a technology import contract the domestic buyer (draft of 2026, art. 11).
 */
export function checkRegistrant(
  contract: Pick<FiledContract, 'parties'>,
  technologyImport: boolean,
  actsForParty: (organizationId: string) => boolean,
): Result<
  true,
  Refusal<'contractRegistration.notSeller' | 'contractRegistration.notBuyer' | 'contractRegistration.notImport'>
> {
  const sellers = partiesOf(contract, 'seller');
  const acts = (parties: readonly FiledParty[]): boolean => parties.some((party) => actsForParty(party.organizationId));
  if (!technologyImport) return acts(sellers) ? ok(true) : refuse('contractRegistration.notSeller');
  if (sellers.some(isDomestic)) return refuse('contractRegistration.notImport', {}, '/technologyImport');
  return acts(partiesOf(contract, 'buyer')) ? ok(true) : refuse('contractRegistration.notBuyer');
}

/** A place of the mainland by GB/T 2260: provinces 11 to 65. Hong Kong, Macao, Taiwan and abroad are none. */
const isDomestic = ({ countyCode }: FiledParty): boolean => {
  const province = Number(countyCode.slice(0, 2));
  return /^\d{6}$/.test(countyCode) && province >= 11 && province <= 65;
};

/** Parties whose code has the right shape and fails a check, and that nobody has confirmed. */
export const unconfirmedCodes = (
  contract: Pick<FiledContract, 'parties'>,
  confirmed: readonly string[],
): readonly FiledParty[] =>
  contract.parties.filter((party) => {
    const code = parseCreditCode(party.creditCode);
    return code.ok && code.value.warnings.length > 0 && !confirmed.includes(party.creditCode);
  });
