import fc from 'fast-check';
import { consentTo, type CaseStudy } from './case-study.js';

const now = new Date('2026-11-23T02:00:00Z');
const study: CaseStudy = {
  id: 'c',
  organizationId: 'o',
  contractId: 'k',
  partyIds: ['a', 'b', 'c'],
  state: 'consenting',
  title: '案例',
  story: '经过',
  effect: '成效',
  consentedIds: [],
  textHash: 'h',
  authorId: 'p',
  checkedBy: null,
  checkNote: null,
  stateReason: null,
  version: 1,
  createdAt: now,
  updatedAt: now,
  publishedAt: null,
};

describe('case study', () => {
  it('goes on exactly when every party consented, in whatever order and however often they try', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 }), (order) => {
        let current = study;
        for (const party of order) {
          const given = consentTo(current, party, 'h');
          if (given.ok) current = given.value;
        }
        expect(current.state === 'checking').toBe(new Set(order).size === 3);
      }),
    );
  });

  it('takes no consent to another text, no second one, and none after the end', () => {
    expect(consentTo(study, 'a', 'x')).toMatchObject({ refusal: { code: 'caseStudy.textChanged' } });
    expect(consentTo({ ...study, consentedIds: ['a'] }, 'a', 'h')).toMatchObject({
      refusal: { code: 'caseStudy.consentedAlready' },
    });
    expect(consentTo({ ...study, state: 'withdrawn' }, 'a', 'h')).toMatchObject({
      refusal: { code: 'state.notAllowed' },
    });
  });
});
