import type { IncomingHttpHeaders } from 'node:http';

const cookieName = 'market_refresh';
const cookiePath = '/v1/portal-sessions';
const tokenPattern = /^[A-Za-z0-9_-]{43}$/;

/** Set-Cookie of the refresh token, gone when the browser closes; null removes it at once. */
export const refreshCookie = (token: string | null, secure: boolean): string =>
  `${cookieName}=${token ?? ''}; Path=${cookiePath}; HttpOnly; SameSite=Strict` +
  `${token === null ? '; Max-Age=0' : ''}${secure ? '; Secure' : ''}`;

/** The refresh token among the cookies of a request; null when there is none of our form. */
export function cookieOf(header: string | undefined): string | null {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='));
  const value = pairs.find(([name]) => name === cookieName)?.[1];
  return value !== undefined && tokenPattern.test(value) ? value : null;
}

/** True when the request comes from the portal's own pages: the header they set, and what the browser says of the origin. */
export function fromOwnPages(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  return headers['x-portal'] === '1' && (site === undefined || site === 'same-origin');
}
