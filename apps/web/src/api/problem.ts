import type { components } from './schema.d.ts';

export type Problem = components['schemas']['ProblemView'];

/** What the API refused, in its own words: what happened, and how to repair it. */
export class ApiProblem extends Error {
  constructor(
    readonly problem: Problem,
    /** Seconds after which to try again, when the API names them. */
    readonly retryAfterSeconds: number | null,
  ) {
    super(problem.detail);
    this.name = 'ApiProblem';
  }
}

/** The answer as a problem; a server in between that does not speak our form gets one too. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const retryAfter = Number(response.headers.get('retry-after'));
  const body: unknown = await response.json().catch(() => null);
  const seconds = Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null;
  if (typeof body === 'object' && body !== null && 'code' in body) return new ApiProblem(body as Problem, seconds);
  return new ApiProblem(
    {
      type: 'about:blank',
      title: '服务暂时不可用',
      status: response.status,
      code: 'portal.unexpectedAnswer',
      detail: `服务器答复了 ${response.status}，但没有说明原因。`,
      repair: '请稍后重试；仍不行的，请联系市场管理人员。',
      requestId: response.headers.get('x-request-id') ?? '',
    },
    seconds,
  );
}

/** True when the request never reached the server: the network is down, or the server is. */
export const isOffline = (error: unknown): boolean => error instanceof TypeError;

/** The problem's words for the fields of a form, by the field's name (`/budgetYuan` → `budgetYuan`). */
export function fieldProblems(error: unknown): ReadonlyMap<string, string> {
  if (!(error instanceof ApiProblem)) return new Map();
  return new Map((error.problem.errors ?? []).map(({ pointer, detail }) => [pointer.slice(1), detail]));
}
