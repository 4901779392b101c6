import type { Achievement } from '#domain/achievement/achievement.js';
import type { Demand } from '#domain/demand/demand.js';
import type { Need, Offer } from '#matching/rank/subject.js';

/** The public layer of an achievement as the matcher sees it. */
export const offerOf = (achievement: Achievement): Offer => ({
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
});
