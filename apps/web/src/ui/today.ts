import { api } from '../api/client.ts';

const dayMs = 86_400_000;

/** The market's own day: terms are counted by it, not by the clock of the visitor's computer. Null while it is read. */
export function useToday(): string | null {
  const { data } = api.useQuery('get', '/v1/business-date', {}, { staleTime: 60_000 });
  return data?.today ?? null;
}

/** Calendar days from `today` to `day`, which counts until its midnight; 0 on the day itself. */
export const daysBetween = (today: string, day: string): number =>
  Math.round((Date.parse(day) - Date.parse(today)) / dayMs);

/** Days left until `day`; null while the market's day is being read. */
export function useDaysLeft(): (day: string) => number | null {
  const today = useToday();
  return (day) => (today === null ? null : daysBetween(today, day));
}
