import { api } from '../../api/client.ts';
import { useMe } from '../../ui/me.ts';

/** The names of the officers of one's own department by their ids; null for people of elsewhere. */
export function useOfficers(): readonly { readonly value: string; readonly label: string }[] {
  const me = useMe();
  const members = api.useQuery(
    'get',
    '/v1/organizations/{id}/members',
    { params: { path: { id: me.data?.organizationId ?? '' }, query: { limit: 100 } } },
    { enabled: me.data !== undefined, staleTime: 300_000 },
  );
  return members.data?.items.map(({ personId, displayName }) => ({ value: personId, label: displayName })) ?? [];
}

export function useOfficerName(): (id: string | null | undefined) => string | null {
  const officers = useOfficers();
  return (id) => officers.find(({ value }) => value === id)?.label ?? null;
}
