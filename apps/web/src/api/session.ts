import { useSyncExternalStore } from 'react';
import type { components } from './schema.d.ts';
import { problemOf } from './problem.ts';

type Opened = components['schemas']['PortalSessionView'];
export type SignIn = components['schemas']['SignInDto'];

/** The access token lives in this variable and nowhere else; the refresh token in a cookie that no script reads. */
let access: { readonly token: string; readonly until: number } | null = null;
let renewing: Promise<string | null> | null = null;
const listeners = new Set<() => void>();
const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('market.session') : null;

/** Says only that there may be a cookie to renew from, so that a visitor who never signed in asks for nothing. */
const hintKey = 'market.signedIn';
const earlySeconds = 30;
const headers = { 'x-portal': '1' };

channel?.addEventListener('message', ({ data }) => {
  if (data === 'signedOut') become(null);
});

const hinted = (): boolean => localStorage.getItem(hintKey) === '1';

function become(opened: Opened | null): void {
  access = opened && { token: opened.accessToken, until: Date.now() + (opened.expiresIn - earlySeconds) * 1000 };
  if (opened) localStorage.setItem(hintKey, '1');
  else {
    localStorage.removeItem(hintKey);
    sessionStorage.clear(); // drafts of forms
  }
  for (const listener of listeners) listener();
}

/** Signs in; the API's problem when it refuses. */
export async function signIn(wanted: SignIn): Promise<void> {
  const response = await fetch('/v1/portal-sessions', {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(wanted),
  });
  if (!response.ok) throw await problemOf(response);
  become((await response.json()) as Opened);
}

/** Ends the session on the server; here it ends whatever the server says. */
export async function signOut(): Promise<void> {
  const token = await currentToken();
  if (token !== null) {
    await fetch('/v1/portal-sessions/current', {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}` },
    }).catch(
      () => undefined, // offline: the cookie ends with the browser, the session after its idle time
    );
  }
  become(null);
  channel?.postMessage('signedOut');
}

/** The token to send, renewed when it is about to end; null for a visitor who is not signed in. */
export async function currentToken(): Promise<string | null> {
  if (access && Date.now() < access.until) return access.token;
  return access || hinted() ? renew(access?.token ?? null) : null;
}

/** A new token in place of `refused`; one renewal at a time in this tab, and one tab at a time. */
export async function renew(refused: string | null): Promise<string | null> {
  if (access && access.token !== refused && Date.now() < access.until) return access.token;
  renewing ??= locked(askAnew).finally(() => (renewing = null));
  return renewing;
}

async function askAnew(): Promise<string | null> {
  const response = await fetch('/v1/portal-sessions/refresh', { method: 'POST', headers });
  if (response.ok) become((await response.json()) as Opened);
  else if (response.status === 401 || response.status === 403) become(null);
  else throw await problemOf(response);
  return access?.token ?? null;
}

/** Two tabs that show the same cookie would look like a thief and his victim. */
const locked = <T>(work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request('market.renew', work) : work();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** True while somebody is signed in, or may be. */
export const useSignedIn = (): boolean => useSyncExternalStore(subscribe, () => access !== null || hinted());
