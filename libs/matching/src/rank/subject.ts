import type { NeedText } from './query.js';

/** A need as the matcher sees it. Whatever is null or left out is unknown, and unknown is neutral. */
export interface Need extends NeedText {
  readonly id: string;
  readonly organizationId: string;
  readonly field: string | null;
  readonly zoneCode: string | null;
  readonly countyCode: string | null;
  readonly budgetFen: bigint | null;
  /** Ways of cooperation that it accepts, in the words of the offers' modes. */
  readonly modes?: readonly string[] | null;
  /** When the solution must run. */
  readonly neededBy?: Date | null;
  /** Technology readiness level that it wants at least. */
  readonly leastReadiness?: number | null;
  /** Regions that it will not work with, by GB/T 2260: 610000 is all of a province, 610100 all of a city. */
  readonly excludedRegionCodes?: readonly string[] | null;
}

/** An achievement as the matcher sees it: its public layer only. */
export interface Offer extends NeedText {
  readonly id: string;
  readonly organizationId: string;
  readonly keywords: readonly string[];
  readonly field: string | null;
  readonly zoneCode: string | null;
  readonly countyCode: string | null;
  readonly readinessLevel: number | null;
  readonly priceFen: bigint | null;
  readonly publishedAt: Date | null;
  /** Ways of cooperation that it is offered in. */
  readonly modes?: readonly string[] | null;
  readonly rights?: OfferRights | null;
  readonly record?: InstitutionRecord | null;
}

/** An achievement without its texts. */
export type OfferFacts = Omit<Offer, 'title' | 'summary' | 'keywords'>;

/** What stands in the way of using the achievement, as far as its owner told. */
export interface OfferRights {
  /** `granted`: at least one patent in force. `ended`: it had patents, and none is in force or pending. */
  readonly patents: 'granted' | 'pending' | 'ended' | 'none';
  /** Pledged, and the pledgee has not agreed (专利权质押, 民法典 art. 444). */
  readonly pledged: boolean;
  readonly licence: 'none' | 'ordinary' | 'sole' | 'exclusive';
}

/** How the institution's introduced pairs ended. */
export interface InstitutionRecord {
  readonly introduced: number;
  readonly contracted: number;
}
