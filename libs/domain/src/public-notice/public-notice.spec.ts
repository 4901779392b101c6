import { unreachableStates } from '../shared/state-machine.js';
import { maxNoticeDays, minimumNoticeDays } from './notice-period.js';
import {
  advanceNotice,
  decideObjection,
  mayObject,
  objectionTransitions,
  periodOver,
  publicNoticeTransitions,
  type Objection,
  type PublicNotice,
} from './public-notice.js';

const now = new Date('2026-11-23T02:00:00Z');
const notice = (state: PublicNotice['state'] = 'running'): PublicNotice => ({
  id: '0193f0a2-7c1e-7000-8000-000000000001',
  organizationId: '0193f0a2-7c1e-7000-8000-000000000002',
  subjectKind: 'listing',
  subjectId: '0193f0a2-7c1e-7000-8000-000000000003',
  state,
  title: '公示',
  items: [],
  objectionProcedure: '登录本平台提出异议。',
  postedOn: '2026-11-23',
  days: 15,
  lastDay: '2026-12-08',
  provisional: false,
  version: 1,
  createdAt: now,
  updatedAt: now,
});
const objection: Objection = {
  id: '0193f0a2-7c1e-7000-8000-000000000004',
  noticeId: notice().id,
  personId: 'objector',
  organizationId: 'other',
  state: 'open',
  reason: '权属有争议',
  decisionReason: null,
  createdAt: now,
  decidedAt: null,
};
const codeOf = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code ?? 'ok';

describe('public notice', () => {
  it('has no state that nothing leads to', () => {
    expect(unreachableStates(publicNoticeTransitions, 'running')).toEqual([]);
    expect(unreachableStates(objectionTransitions, 'open')).toEqual([]);
  });

  it.each([
    ['running', '2026-11-23', 'publicNotice.stillRunning'],
    ['running', '2026-12-08', 'publicNotice.stillRunning'], // the last day counts whole
    ['running', '2026-12-09', 'ok'],
    ['ended', '2026-12-09', 'ok'],
    ['suspended', '2026-12-09', 'publicNotice.objectionOpen'],
    ['suspended', '2027-12-09', 'publicNotice.objectionOpen'],
    ['stopped', '2026-12-09', 'publicNotice.stopped'],
    ['cancelled', '2026-12-09', 'publicNotice.stopped'],
  ] as const)('%s on %s: the next step is %s', (state, today, code) => {
    expect(codeOf(periodOver(notice(state), today))).toBe(code);
  });

  it.each([
    ['running', '2026-12-08', 'ok'],
    ['running', '2026-12-09', 'publicNotice.over'],
    ['suspended', '2026-12-01', 'ok'],
    ['ended', '2026-12-01', 'publicNotice.over'],
    ['stopped', '2026-12-01', 'publicNotice.over'],
  ] as const)('%s on %s: an objection is %s', (state, today, code) => {
    expect(codeOf(mayObject(notice(state), today))).toBe(code);
  });

  it('does not end while an objection is open', () => {
    expect(advanceNotice(notice('suspended'), 'end', now).ok).toBe(false);
  });

  it('lets nobody decide an objection of their own, nor one twice', () => {
    const decide = (person: string, before = objection) =>
      decideObjection(before, 'dismiss', { personId: person, organizationId: 'owner' }, '已核实', now);
    expect(codeOf(decide('objector'))).toBe('publicNotice.ownObjection');
    expect(decide('owner')).toMatchObject({ ok: true, value: { state: 'dismissed', decidedAt: now } });
    expect(codeOf(decide('owner', { ...objection, state: 'upheld' }))).toBe('state.notAllowed');
  });

  it('asks for 15 days on any day since 2016, and before', () => {
    for (const day of ['2010-01-01', '2016-02-26', '2026-11-23']) expect(minimumNoticeDays(day)).toBe(15);
    expect(maxNoticeDays).toBeGreaterThanOrEqual(15);
  });
});
