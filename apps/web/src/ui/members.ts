import { api } from '../api/client.ts';
import { useMe } from './me.ts';

/** The people of the caller's own organization, as choices. */
export function useMembers(): { value: string; label: string }[] {
  const me = useMe();
  const id = me.data?.organizationId;
  const { data } = api.useQuery(
    'get',
    '/v1/organizations/{id}/members',
    { params: { path: { id: id ?? '' }, query: { limit: 100 } } },
    { enabled: id !== undefined, staleTime: 60_000 },
  );
  return (
    data?.items
      .filter(({ personState }) => personState === 'active')
      .map(({ personId, displayName }) => ({ value: personId, label: displayName })) ?? []
  );
}
