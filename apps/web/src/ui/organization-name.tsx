import { Link } from 'react-router';
import { api } from '../api/client.ts';

/** The name of an organization by its id, leading to its page. */
export function OrganizationName({ id }: { readonly id: string }) {
  const { data } = api.useQuery('get', '/v1/organizations/{id}', { params: { path: { id } } }, { staleTime: 300_000 });
  return data ? <Link to={`/organizations/${id}`}>{data.name}</Link> : <span className="none">…</span>;
}
