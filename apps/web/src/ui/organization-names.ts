import { useQueries } from '@tanstack/react-query';
import { api } from '../api/client.ts';

/** The names of organizations by their ids, for choices; the id while a name is loading. */
export function useOrganizationNames(ids: readonly string[]): (id: string) => string {
  const distinct = [...new Set(ids)];
  const found = useQueries({
    queries: distinct.map((id) =>
      api.queryOptions('get', '/v1/organizations/{id}', { params: { path: { id } } }, { staleTime: 300_000 }),
    ),
  });
  return (id) => found[distinct.indexOf(id)]?.data?.name ?? id;
}
