import type { Achievement } from '#domain/achievement/achievement.js';
import { addDays, startOfBeijingDay } from '#domain/calendar/local-date.js';
import type { Demand } from '#domain/demand/demand.js';
import type { Need, Offer } from '#matching/rank/subject.js';
import { noFacts, type OfferFacts } from './offer-facts.js';

/** The public layer of an achievement as the matcher sees it, with what is known of its rights and its institution. */
export const offerOf = (achievement: Achievement, { rights, record }: OfferFacts = noFacts): Offer => ({
  id: achievement.id,
  organizationId: achievement.organizationId,
  title: achievement.title,
  summary: achievement.summary,
  keywords: achievement.keywords,
  field: achievement.field,
  zoneCode: achievement.zoneCode,
  countyCode: achievement.countyCode,
  readinessLevel: achievement.readinessLevel,
  priceFen: achievement.price,
  publishedAt: achievement.publishedAt,
  modes: achievement.transferModes.length > 0 ? achievement.transferModes : null,
  rights,
  record,
});

export const needOf = (demand: Demand): Need => ({
  id: demand.id,
  organizationId: demand.organizationId,
  title: demand.title,
  summary: demand.summary,
  field: demand.field,
  zoneCode: demand.zoneCode,
  countyCode: demand.countyCode,
  budgetFen: demand.budget,
  modes: demand.transferModes,
  neededBy: demand.neededBy === null ? null : startOfBeijingDay(addDays(demand.neededBy, 1)),
  leastReadiness: demand.leastReadinessLevel,
  excludedRegionCodes: demand.excludedRegionCodes,
});
