import { mayReadMetrics } from './metrics.access.js';

describe('who may read the metrics', () => {
  const call = (remoteAddress: string, headers: Record<string, string> = {}) =>
    ({ headers, socket: { remoteAddress } }) as never;

  it.each([
    ['the machine itself', call('127.0.0.1'), null, true],
    ['the machine itself by IPv6', call('::1'), 'secret', true],
    ['a stranger', call('10.0.0.7'), null, false],
    ['a stranger through a proxy on this machine', call('127.0.0.1', { 'x-forwarded-for': '10.0.0.7' }), null, false],
    ['a stranger with the token', call('10.0.0.7', { 'x-metrics-token': 'secret' }), 'secret', true],
    ['a stranger with another token', call('10.0.0.7', { 'x-metrics-token': 'Secret' }), 'secret', false],
    ['a stranger with a token where none is set', call('10.0.0.7', { 'x-metrics-token': '' }), null, false],
  ])('%s', (_name, request, token, expected) => expect(mayReadMetrics(request, token)).toBe(expected));
});
