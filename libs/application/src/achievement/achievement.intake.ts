import { v7 as uuid } from 'uuid';
import { publishAchievement, type Achievement, type AchievementContent } from '#domain/achievement/achievement.js';
import type { JournalEntry } from '#platform/journal/journal.js';

/** An achievement of another source as it is known first, and as it is stored. */
export interface Intake {
  readonly collected: Achievement;
  readonly stored: Achievement;
}

export function takeIn(organizationId: string, content: AchievementContent, publish: boolean, now: Date): Intake {
  const collected = newAchievement(organizationId, content, 'collected', now);
  const published = publish ? publishAchievement(collected, now) : null;
  return { collected, stored: published?.ok ? { ...published.value, version: 1 } : collected };
}

export const entryOf = (event: string, before: Achievement | null, after: Achievement): JournalEntry => ({
  subjectKind: 'achievement',
  subjectId: after.id,
  parties: [after.organizationId],
  event,
  from: before?.state ?? null,
  to: after.state,
  ...(before && { before }),
  after,
});

export const newAchievement = (
  organizationId: string,
  content: AchievementContent,
  state: 'disclosed' | 'collected',
  now: Date,
): Achievement => ({
  ...content,
  id: uuid(),
  organizationId,
  state,
  kind: null,
  registrationNumber: null,
  version: 1,
  createdAt: now,
  updatedAt: now,
  publishedAt: null,
});
