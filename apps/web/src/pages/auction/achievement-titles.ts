import { useQueries } from '@tanstack/react-query';
import { api } from '../../api/client.ts';

/** The titles of achievements by their ids, for choices; the id while a title is loading. */
export function useAchievementTitles(ids: readonly string[]): (id: string) => string {
  const distinct = [...new Set(ids)];
  const found = useQueries({
    queries: distinct.map((id) =>
      api.queryOptions('get', '/v1/achievements/{id}', { params: { path: { id } } }, { staleTime: 60_000 }),
    ),
  });
  return (id) => found[distinct.indexOf(id)]?.data?.title ?? id;
}
