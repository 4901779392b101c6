import type { Schemas } from '../../api/client.ts';

/** What a negotiation is about: the achievement, or the need that a solver's plan answers. */
export const subjectOf = ({
  achievementId,
  demandId,
}: Pick<Schemas['DealView'], 'achievementId' | 'demandId'>): { kind: 'achievement' | 'demand'; id: string } =>
  achievementId !== null ? { kind: 'achievement', id: achievementId } : { kind: 'demand', id: demandId ?? '' };
