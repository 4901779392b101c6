import type { Need, Offer } from './subject.js';

/** Why a pair is never proposed, whatever its text says. */
export type Ineligible = 'ownOrganization' | 'declined' | 'notPublic';

export interface PairFacts {
  readonly offerIsPublic: boolean;
  /** One of both sides declined this pair before. */
  readonly declined: boolean;
}

/** The reason to leave a pair out, or null when it may be proposed. */
export function ineligible(need: Need, offer: Offer, facts: PairFacts): Ineligible | null {
  if (!facts.offerIsPublic) return 'notPublic';
  if (need.organizationId === offer.organizationId) return 'ownOrganization';
  return facts.declined ? 'declined' : null;
}
