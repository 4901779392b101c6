import createFetchClient from 'openapi-fetch';
import createQueryClient from 'openapi-react-query';
import { problemOf } from './problem.ts';
import type { components, paths } from './schema.d.ts';
import { currentToken, renew } from './session.ts';

export type Schemas = components['schemas'];

/** Headers the portal sets by itself; the hooks need not be told. */
type OwnHeaders = 'Idempotency-Key' | 'X-Portal';
type HeaderOf<H> = [H] extends [never]
  ? { header?: never }
  : [Exclude<keyof H, OwnHeaders>] extends [never]
    ? { header?: never }
    : { header: Omit<H, OwnHeaders> };
type Eased<O> = O extends { parameters: { header?: infer H } & infer P }
  ? Omit<O, 'parameters'> & { parameters: Omit<P, 'header'> & HeaderOf<NonNullable<H>> }
  : O;
type PortalPaths = {
  [P in keyof paths]: { [M in keyof paths[P]]: M extends 'parameters' ? paths[P][M] : Eased<paths[P][M]> };
};

/** Keys of writes whose outcome is not known yet: the same write again carries the same key, and happens once. */
const openKeys = new Map<string, string>();

/** Sends with the caller's token, renews it once when refused, and throws what the API refused as ApiProblem. */
async function marketFetch(request: Request): Promise<Response> {
  const write = request.method === 'POST' ? `${request.url} ${await request.clone().text()}` : null;
  if (write !== null && !request.headers.has('idempotency-key')) {
    const key = openKeys.get(write) ?? crypto.randomUUID();
    openKeys.set(write, key);
    request.headers.set('idempotency-key', key);
  }
  const token = await currentToken();
  let response = await fetch(withToken(request.clone(), token));
  if (response.status === 401 && token !== null) {
    const renewed = await renew(token);
    if (renewed !== null) response = await fetch(withToken(request, renewed));
  }
  if (write !== null && response.status < 500) openKeys.delete(write);
  if (!response.ok) throw await problemOf(response);
  return response;
}

function withToken(request: Request, token: string | null): Request {
  if (token !== null) request.headers.set('authorization', `Bearer ${token}`);
  return request;
}

const client = createFetchClient<PortalPaths>({ fetch: marketFetch, baseUrl: location.origin });

/** Typed hooks: `api.useQuery('get', '/v1/zones')`, `api.useMutation('post', …)`. Errors are ApiProblem or TypeError. */
export const api = createQueryClient(client);

/** A file of the API that needs the caller's token, handed to the browser as a download. */
export async function download(path: string, fileName: string): Promise<void> {
  const response = await marketFetch(new Request(new URL(path, location.origin)));
  const url = URL.createObjectURL(await response.blob());
  const link = Object.assign(document.createElement('a'), { href: url, download: fileName });
  link.click();
  URL.revokeObjectURL(url);
}
