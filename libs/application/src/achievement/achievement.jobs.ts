/** Topic of an achievement that became public or whose public layer changed. Payload: `achievementId`. */
export const achievementPublished = 'achievement.published';
/** Topic of an achievement that is no longer public. Payload: `achievementId`. */
export const achievementClosed = 'achievement.closed';
