import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { contentHash } from '../text/canonical.js';

/** Headers a reverse proxy adds: behind one, everybody seems to call from loopback. */
const forwarded = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'x-forwarded-host'];
const loopback = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/** Metrics are for this machine's own callers, or for who holds the token. */
export function mayReadMetrics(request: Pick<IncomingMessage, 'headers' | 'socket'>, token: string | null): boolean {
  const given = request.headers['x-metrics-token'];
  if (token !== null && typeof given === 'string') return equal(given, token);
  const direct = forwarded.every((name) => request.headers[name] === undefined);
  return direct && loopback.test(request.socket.remoteAddress ?? '');
}

/** Compares digests, so that the time taken tells nothing of the token. */
const equal = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(contentHash(a)), Buffer.from(contentHash(b)));
