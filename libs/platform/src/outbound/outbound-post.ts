import { request as requestPlainly, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as requestSecurely } from 'node:https';
import { isIP } from 'node:net';
import { checkedLookup, ForbiddenAddress, isLoopback, isPublicAddress, type Resolve } from './public-address.js';

/** What became of a POST to an address that somebody else chose. */
export interface Posted {
  readonly status: number | null;
  readonly error:
    'timeout' | 'addressForbidden' | 'unresolved' | 'connection' | 'tls' | 'answerTooLarge' | 'answerMalformed' | null;
  /** The first bytes of the answer, as text. */
  readonly answer: string;
  readonly durationMs: number;
}

export interface PostLimits {
  readonly timeoutMs: number;
  readonly maxAnswerBytes: number;
  readonly keptAnswerBytes: number;
}

export interface OutboundOptions {
  /** Lets in http and the machine itself: for a market that is tried out on one machine. */
  readonly loopback: boolean;
  readonly resolve?: Resolve;
}

/** True when the address itself may be asked for; what its name resolves to is checked when it is called. */
export function mayPostTo(address: string, { loopback }: OutboundOptions): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || url.username !== '' || url.password !== '' || url.hash !== '') return false;
  const host = bareHost(url);
  const here = isLoopback(host) || host === 'localhost' || host.endsWith('.localhost');
  if (here) return loopback && (url.protocol === 'http:' || url.protocol === 'https:');
  if (url.protocol !== 'https:') return false;
  return isIP(host) === 0
    ? host.includes('.') && !/\.(local|internal|lan|home|corp|intranet|invalid|test|onion)\.?$/.test(host)
    : isPublicAddress(host);
}

/**
 * Posts a body to an address that a user chose. Nothing but public addresses is connected to (checked after the name
 * was resolved, and connected to as checked), redirects are not followed, time and answer are bounded.
 */
export async function postOutbound(
  address: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  limits: PostLimits,
  options: OutboundOptions,
): Promise<Posted> {
  const started = performance.now();
  const ended = (posted: Omit<Posted, 'durationMs'>): Posted => ({
    ...posted,
    durationMs: Math.round(performance.now() - started),
  });
  if (!mayPostTo(address, options)) return ended({ status: null, error: 'addressForbidden', answer: '' });
  try {
    const { status, answer } = await send(new URL(address), headers, body, limits, options);
    return ended({ status, error: null, answer });
  } catch (error) {
    return ended({ status: null, error: kindOf(error), answer: '' });
  }
}

function send(
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
  limits: PostLimits,
  { loopback, resolve }: OutboundOptions,
): Promise<{ readonly status: number; readonly answer: string }> {
  const isAllowed = (address: string): boolean => isPublicAddress(address) || (loopback && isLoopback(address));
  const signal = AbortSignal.timeout(limits.timeoutMs);
  return new Promise((done, failed) => {
    const options = {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)), connection: 'close' },
      lookup: checkedLookup(isAllowed, resolve),
      agent: false as const, // no socket of an earlier call: its address was checked for that call
      signal,
      maxHeaderSize: 16_384,
    };
    const request: ClientRequest =
      url.protocol === 'https:' ? requestSecurely(url, options) : requestPlainly(url, options);
    request.on('error', failed);
    request.on('response', (response) => {
      head(response, limits).then((answer) => done({ status: response.statusCode ?? 0, answer }), failed);
    });
    request.end(body);
  });
}

class AnswerTooLarge extends Error {}

/** The beginning of an answer; the rest is read and dropped, up to a limit. */
async function head(response: IncomingMessage, { maxAnswerBytes, keptAnswerBytes }: PostLimits): Promise<string> {
  const kept: Buffer[] = [];
  let keptBytes = 0;
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxAnswerBytes) {
      response.destroy();
      throw new AnswerTooLarge();
    }
    if (keptBytes < keptAnswerBytes) {
      kept.push(chunk.subarray(0, keptAnswerBytes - keptBytes));
      keptBytes += chunk.length;
    }
  }
  return Buffer.concat(kept).toString('utf8');
}

function kindOf(error: unknown): NonNullable<Posted['error']> {
  if (error instanceof ForbiddenAddress) return 'addressForbidden';
  if (error instanceof AnswerTooLarge) return 'answerTooLarge';
  const { name, code = '', cause } = error as { name?: string; code?: string; cause?: { name?: string } };
  if (name === 'TimeoutError' || cause?.name === 'TimeoutError' || name === 'AbortError') return 'timeout';
  if (/^(ENOTFOUND|EAI_|ENODATA)/.test(code)) return 'unresolved';
  if (/^HPE_/.test(code)) return 'answerMalformed';
  return /CERT|TLS|SSL|SIGNATURE|ALTNAME|EPROTO/.test(code) ? 'tls' : 'connection';
}

/** A host without the brackets of IPv6. */
const bareHost = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase();
