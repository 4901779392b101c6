import type { NeedText } from './query.js';

/** A need as the matcher sees it. Whatever is null is unknown, and unknown is neutral. */
export interface Need extends NeedText {
  readonly id: string;
  readonly organizationId: string;
  readonly field: string | null;
  readonly zoneCode: string | null;
  readonly countyCode: string | null;
  readonly budgetFen: bigint | null;
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
}
