import fc from 'fast-check';
import { unreachableStates } from '../shared/state-machine.js';
import {
  checkLog,
  envoyLogTransitions,
  envoyPolicy,
  lastDayOfMonth,
  monthlySubsidy,
  techEnvoyTransitions,
  type EnvoyLog,
  type TechEnvoy,
} from './tech-envoy.js';

const post = (over: Partial<TechEnvoy> = {}): TechEnvoy => ({
  id: 'post',
  personId: 'person',
  countyCode: '621022',
  villages: ['甲村', '乙村'],
  field: '肉羊',
  state: 'serving',
  postedFrom: '2026-03-10',
  postedTo: null,
  documentNumber: '测试',
  version: 1,
  ...over,
});
const log = (servedOn: string, over: Partial<EnvoyLog> = {}): EnvoyLog => ({
  id: servedOn,
  envoyId: 'post',
  personId: 'person',
  countyCode: '621022',
  servedOn,
  village: '甲村',
  content: '',
  state: 'confirmed',
  decisionReason: null,
  ...over,
});

describe('technology envoys', () => {
  it.each<[string, readonly TechEnvoy[], readonly EnvoyLog[], bigint]>([
    ['a confirmed day', [post()], [log('2026-04-01')], 30_000n],
    ['no service', [post()], [], 0n],
    ['service that nobody confirmed', [post()], [log('2026-04-01', { state: 'submitted' })], 0n],
    ['service of another month', [post()], [log('2026-05-01')], 0n],
    ['two villages the same day', [post()], [log('2026-04-01'), log('2026-04-01', { village: '乙村' })], 30_000n],
    [
      'two posts',
      [post(), post({ id: 'second', countyCode: '621023' })],
      [log('2026-04-01'), log('2026-04-02', { envoyId: 'second' })],
      30_000n,
    ],
    ['a day after leaving', [post({ state: 'ended', postedTo: '2026-03-31' })], [log('2026-04-01')], 0n],
    ['the last day on post', [post({ state: 'ended', postedTo: '2026-04-01' })], [log('2026-04-01')], 30_000n],
  ])('are paid once a person and month: %s', (_name, posts, logs, expected) => {
    expect(monthlySubsidy(posts, logs, '2026-04')).toBe(expected);
  });

  it('are never paid more than once a month, whatever is logged', () => {
    const day = fc.integer({ min: 1, max: 30 }).map((n) => `2026-04-${String(n).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.array(day, { maxLength: 40 }), (days) => {
        const paid = monthlySubsidy(
          [post()],
          days.map((servedOn) => log(servedOn)),
          '2026-04',
        );
        expect(paid).toBe(days.length > 0 ? envoyPolicy.perMonth : 0n);
      }),
    );
  });

  it.each([
    ['2026-03-09', '甲村', 'techEnvoy.notOnPost'],
    ['2026-05-02', '甲村', 'techEnvoy.inFuture'],
    ['2026-04-01', '丙村', 'techEnvoy.otherVillage'],
  ])('may not log %s in %s', (servedOn, village, code) => {
    expect(checkLog(post(), { servedOn, village }, '2026-05-01')).toMatchObject({ ok: false, refusal: { code } });
  });

  it('know the ends of months', () => {
    expect(['2026-02', '2028-02', '2026-12'].map(lastDayOfMonth)).toEqual(['2026-02-28', '2028-02-29', '2026-12-31']);
    expect(unreachableStates(techEnvoyTransitions, 'serving')).toEqual([]);
    expect(unreachableStates(envoyLogTransitions, 'submitted')).toEqual([]);
  });
});
