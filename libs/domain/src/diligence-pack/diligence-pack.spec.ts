import type { Minutes, Step, TransferProcedure } from '../transfer-procedure/transfer-procedure.js';
import { diligenceConditions, type DiligenceFacts } from './diligence-pack.js';

const at = new Date('2026-11-23T02:00:00Z');
const step = (stage: Step['stage']): Step => ({
  id: stage,
  serial: 1,
  stage,
  enteredAt: at,
  dueOn: null,
  leftAt: at,
  event: 'pass',
  reason: null,
  byPersonId: 'x',
  votes: [{ personId: 'x', vote: 'approve', opinion: '同意', at }],
});
const sealed = (stepId: string) =>
  ({ stepId, contentHash: 'h', signatures: [{ personId: 'x', contentHash: 'h', at }] }) as unknown as Minutes;
const pricing = {
  method: 'negotiated',
  price: 100n,
  basis: '可比',
  appraisal: 'notAppraised',
  appraisalReason: '集体决定',
};
const procedure = {
  state: 'completed',
  way: 'transfer',
  relatedParty: false,
  relatedNote: null,
  pricing,
} as unknown as TransferProcedure;
const notice = {
  state: 'ended',
  postedOn: '2026-11-23',
  days: 15,
  items: [
    { label: '成果名称', value: 'x' },
    { label: '拟交易价格', value: '1' },
  ],
  openObjections: 0,
};
const whole: DiligenceFacts = {
  procedure,
  steps: [step('argumentation'), step('decision')],
  minutes: [sealed('argumentation'), sealed('decision')],
  notices: [notice],
  materialKinds: [],
  contract: { state: 'effective', value: 100n },
  priceDifference: null,
  hasAgreement: true,
  hasRewardPlan: true,
};
const missing = (facts: DiligenceFacts) =>
  diligenceConditions(facts)
    .filter(({ met }) => !met)
    .map(({ code }) => code);

describe('conditions of diligence', () => {
  it.each<[string, Partial<DiligenceFacts>, string[]]>([
    ['a whole case', {}, []],
    ['a case before the notice ended', { procedure: { ...procedure, state: 'publicity' } }, ['procedure']],
    ['no signed shares', { hasAgreement: false }, ['shares']],
    ['no price', { procedure: { ...procedure, pricing: null } }, ['price', 'appraisal']],
    [
      'an appraisal that is not on file',
      { procedure: { ...procedure, pricing: { ...pricing, appraisal: 'appraised' } as never } },
      ['appraisal'],
    ],
    ['minutes that one did not sign', { minutes: [sealed('argumentation')] }, ['minutes']],
    ['a related buyer without a word', { procedure: { ...procedure, relatedParty: true } }, ['related']],
    ['no notice', { notices: [] }, ['notice']],
    ['a notice of 14 days', { notices: [{ ...notice, days: 14 }] }, ['notice']],
    ['a notice without the price (art. 18)', { notices: [{ ...notice, items: notice.items.slice(0, 1) }] }, ['notice']],
    ['a notice that was stopped, and one that ended', { notices: [{ ...notice, state: 'stopped' }, notice] }, []],
    ['an objection without an answer', { notices: [{ ...notice, openObjections: 1 }] }, ['objections']],
    ['no contract', { contract: null }, ['contract']],
    ['another price, unexplained', { contract: { state: 'effective', value: 99n } }, ['contract']],
    ['another price, explained', { contract: { state: 'effective', value: 99n }, priceDifference: '扣除先付款' }, []],
    [
      'a way without contract',
      { procedure: { ...procedure, way: 'selfImplementation', pricing: null }, contract: null },
      [],
    ],
    ['no reward plan (arts. 44–45)', { hasRewardPlan: false }, ['reward']],
  ])('finds what is missing in %s', (_name, over, codes) => {
    expect(missing({ ...whole, ...over })).toEqual(codes);
  });

  it('names an article for each', () => {
    for (const { article, title } of diligenceConditions(whole))
      expect([title, article.length > 4]).toEqual([title, true]);
  });
});
