import type { ArgumentsHost } from '@nestjs/common';
import { pino } from 'pino';
import { QueryFailedError } from 'typeorm';
import { ProblemFilter } from './problem.filter.js';

/** What a caller gets for something thrown. */
function answerTo(error: unknown) {
  const headers: Record<string, string> = {};
  let status = 0;
  let body = '';
  const reply = {
    sent: false,
    header: (name: string, value: string) => ((headers[name] = value), reply),
    status: (code: number) => ((status = code), reply),
    send: (text: string) => ((body = text), reply),
  };
  const http = { getRequest: () => ({ id: 'r-1', method: 'POST', url: '/v1/demands' }), getResponse: () => reply };
  new ProblemFilter(pino({ level: 'silent' })).catch(error, { switchToHttp: () => http } as unknown as ArgumentsHost);
  return { status, headers, problem: JSON.parse(body) as { code: string; detail: string; repair: string } };
}

const sqlError = (code: string): Error =>
  new QueryFailedError('SELECT 1', undefined, Object.assign(new Error('内部细节'), { code }));

describe('problems of a database that others keep busy', () => {
  it.each([
    ['a lock that was not had in time', '55P03'],
    ['a statement that was not done in time', '57014'],
    ['a deadlock', '40P01'],
    ['transactions that no order fits', '40001'],
    ['a server that is going away', '57P01'],
  ])('%s (%s) may be tried again', (_what, code) => {
    const { status, headers, problem } = answerTo(sqlError(code));
    expect(status).toBe(503);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(problem).toMatchObject({ code: 'service.unavailable', repair: expect.stringContaining('幂等键') });
    expect(JSON.stringify(problem)).not.toContain('内部细节');
  });

  it.each([['22P02'], ['23505'], ['42601']])('our own mistake (%s) is told as one', (code) => {
    const { status, headers } = answerTo(sqlError(code));
    expect(status).toBe(500);
    expect(headers['retry-after']).toBeUndefined();
  });
});
