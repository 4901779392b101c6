import type { FiledContract } from './filed-contract.js';
import { partiesOf } from './filed-contract.js';

/** Where the contract is carried out (在示范区转化落地), with what shows it. */
export interface Landing {
  readonly countyCode: string;
  readonly zoneCode: string | null;
  readonly site: string | null;
  readonly evidence: readonly string[];
}

export type LandingGround = 'buyerInCity' | 'siteInZone';

/** Codes of the city and its counties begin so (GB/T 2260). */
const cityPrefix = '6210';

/**
 * Why the contract counts as landed in the demonstration zone, or null. A buyer of the city is enough; else a named site
 * in a zone of the city with evidence that the registrar confirmed. An outside buyer without a site does not count.
 */
export function landingGround(
  contract: Pick<FiledContract, 'parties'>,
  landing: Landing,
  confirmed: boolean,
): LandingGround | null {
  if (partiesOf(contract, 'buyer').some((buyer) => buyer.countyCode.startsWith(cityPrefix))) return 'buyerInCity';
  const named = landing.zoneCode !== null && landing.site !== null && landing.evidence.length > 0;
  return named && confirmed && landing.countyCode.startsWith(cityPrefix) ? 'siteInZone' : null;
}
