import { api, type Schemas } from '../api/client.ts';
import { useSignedIn } from '../api/session.ts';

export type Role = Schemas['MeView']['roles'][number];

/** Who is signed in, and for which organization and roles. */
export function useMe() {
  const enabled = useSignedIn();
  return api.useQuery('get', '/v1/me', {}, { enabled, staleTime: 60_000 });
}

export const hasRole = (me: Schemas['MeView'] | undefined, ...roles: Role[]): boolean =>
  me?.roles.some((role) => roles.includes(role)) ?? false;
