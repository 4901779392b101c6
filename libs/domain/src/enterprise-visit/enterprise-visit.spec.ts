import { exchangeDuties, isMet } from '../exchange-duty/exchange-duty.js';
import { checkSheet } from './enterprise-visit.js';

describe('visit sheet', () => {
  const finding = { id: 'f1' };
  it.each([
    ['of today', '2026-11-23', [finding], 'ok'],
    ['of last week, handed in late', '2026-11-16', [], 'ok'],
    ['of tomorrow', '2026-11-24', [finding], 'enterpriseVisit.visitedAhead'],
    ['with one finding twice', '2026-11-23', [finding, finding], 'enterpriseVisit.findingTwice'],
  ])('%s', (_name, visitedOn, findings, code) => {
    const result = checkSheet({ visitedOn, findings }, '2026-11-23');
    expect(result.ok ? 'ok' : result.refusal.code).toBe(code);
  });
});

describe('yearly duties of 三-4', () => {
  it.each([
    ['enterpriseVisits', 0, false],
    ['enterpriseVisits', 1, true],
    ['matchmakingEvents', 1, false],
    ['matchmakingEvents', 2, true],
  ])('%s with %d: %s', (code, count, met) => {
    const duty = exchangeDuties.find((each) => each.code === code);
    expect(duty && isMet(duty, count)).toBe(met);
    expect(duty?.wording).toContain(code === 'enterpriseVisits' ? '一次' : '两次');
  });
});
