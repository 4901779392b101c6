import { Link } from 'react-router';
import { api } from '../../api/client.ts';

/** The name of an achievement by its id, leading to `to` or to its own page. */
export function AchievementTitle({ id, to }: { readonly id: string; readonly to?: string }) {
  const { data, isError } = api.useQuery(
    'get',
    '/v1/achievements/{id}',
    { params: { path: { id } } },
    { staleTime: 300_000, retry: false },
  );
  // An achievement that is no longer public keeps its listing's page reachable by the number.
  return <Link to={to ?? `/achievements/${id}`}>{data?.title ?? (isError ? `№ ${id.slice(-8)}` : '…')}</Link>;
}
