import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { components, paths } from './schema.js';

export type Market = Client<paths>;
export type Problem = components['schemas']['ProblemView'];

export interface MarketOptions {
  /** 服务地址，例如 https://market.example.cn */
  readonly baseUrl: string;
  /** API 密钥：`qytt_live_…`，或沙箱的 `qytt_test_…`。 */
  readonly apiKey?: string;
  /** 登录得到的 accessToken。 */
  readonly token?: string;
  /** Times a call is made again after 429, 503 or a lost connection. */
  readonly maxRetries?: number;
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** A refusal as an error, for callers who rather catch than look. */
export class MarketError extends Error {
  constructor(
    readonly problem: Problem,
    readonly status: number,
  ) {
    super(`${problem.title}：${problem.detail}${problem.repair}`);
    this.name = 'MarketError';
  }
}

/** The answer's data; throws the refusal. */
export async function must<T>(call: Promise<{ data?: T; error?: Problem; response: Response }>): Promise<T> {
  const { data, error, response } = await call;
  if (error !== undefined) throw new MarketError(error, response.status);
  return data as T;
}

const writes = new Set(['POST', 'PUT', 'DELETE']);
const retried = new Set([429, 503]);
const longestWaitMs = 60_000;

/**
 * A typed client. Every write gets an Idempotency-Key, and keeps it when it is made again after 429, 503 or a lost
 * connection: what took effect the first time is not done twice.
 */
export function createMarket(options: MarketOptions): Market {
  const client = createClient<paths>({
    baseUrl: options.baseUrl.replace(/\/+$/, ''),
    fetch: (request: Request) => patiently(request, options),
  });
  client.use(credentials(options));
  return client;
}

function credentials({ apiKey, token }: MarketOptions): Middleware {
  return {
    onRequest({ request }) {
      if (apiKey !== undefined) request.headers.set('X-API-Key', apiKey);
      else if (token !== undefined) request.headers.set('Authorization', `Bearer ${token}`);
      if (writes.has(request.method) && !request.headers.has('Idempotency-Key'))
        request.headers.set('Idempotency-Key', crypto.randomUUID());
      return request;
    },
  };
}

async function patiently(request: Request, { maxRetries = 4, fetch: call = fetch }: MarketOptions): Promise<Response> {
  for (let attempt = 0; ; attempt += 1) {
    const last = attempt >= maxRetries;
    const answer = await call(request.clone()).catch((error: unknown) => {
      if (last) throw error;
      return null;
    });
    if (answer !== null && (last || !retried.has(answer.status))) return answer;
    await new Promise((resolve) => setTimeout(resolve, waitMs(answer, attempt)));
  }
}

/** What the server asks for, or longer at each attempt. */
function waitMs(answer: Response | null, attempt: number): number {
  const asked = Number(answer?.headers.get('retry-after') ?? '');
  return Math.min(longestWaitMs, asked > 0 ? asked * 1000 : 250 * 2 ** attempt);
}
