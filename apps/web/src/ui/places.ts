import { api } from '../api/client.ts';

const forever = { staleTime: Infinity };

/** The counties of the city, as choices. */
export function useCounties(): { value: string; label: string }[] {
  const { data } = api.useQuery('get', '/v1/counties', {}, forever);
  return data?.items.map(({ code, name }) => ({ value: code, label: name })) ?? [];
}

/** The name of a county by its code; the code while names are loading, and for places elsewhere. */
export function useCountyName(): (code: string | null | undefined) => string {
  const counties = useCounties();
  return (code) => counties.find(({ value }) => value === code)?.label ?? code ?? '—';
}

/** The twelve zones, as choices. */
export function useZones(): { value: string; label: string }[] {
  const { data } = api.useQuery('get', '/v1/zones', {}, forever);
  return data?.items.map(({ code, name }) => ({ value: code, label: name })) ?? [];
}

export function useZoneName(): (code: string | null | undefined) => string | null {
  const zones = useZones();
  return (code) => zones.find(({ value }) => value === code)?.label ?? code ?? null;
}
