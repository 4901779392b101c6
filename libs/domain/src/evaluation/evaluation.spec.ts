import { checkConclusion, evaluationValues, qualifiedOn, type EvaluatorQualification } from './evaluation.js';

const values = evaluationValues.map((value) => ({ value, grade: 'good' as const, grounds: '见报告' }));
const expert = { name: '专家甲', unit: '示例大学', personId: null, namesakeNote: null };
const today = '2026-11-23';
const codeOf = (change: object, inventors: readonly string[] = ['完成人甲']) => {
  const result = checkConclusion({ values, experts: [expert], concludedOn: today, ...change }, inventors, today);
  return result.ok ? 'ok' : result.refusal.code;
};

describe('evaluation', () => {
  it.each([
    ['all five values', {}, 'ok'],
    ['four of five', { values: values.slice(1) }, 'evaluation.valuesIncomplete'],
    ['one twice', { values: [...values.slice(1), values[1]] }, 'evaluation.valuesIncomplete'],
    ['six', { values: [...values, values[0]] }, 'evaluation.valuesIncomplete'],
    ['none assessed', { values: values.map((v) => ({ ...v, grade: 'notAssessed' })) }, 'evaluation.nothingAssessed'],
    ['an inventor as expert', { experts: [expert, { ...expert, name: '完成人甲' }] }, 'evaluation.inventorJudges'],
    ['a namesake, with the reason', { experts: [{ ...expert, name: '完成人甲', namesakeNote: '同名异人' }] }, 'ok'],
    ['a day to come', { concludedOn: '2026-11-24' }, 'evaluation.concludedAhead'],
  ])('%s', (_name, change, code) => expect(codeOf(change)).toBe(code));

  const qualification: EvaluatorQualification = {
    id: 'q',
    organizationId: 'o',
    certificateNumber: 'P-1',
    issuer: '示例',
    fields: '农业',
    validFrom: '2026-01-01',
    validUntil: '2026-12-31',
    revokedOn: null,
  };
  it.each([
    ['2025-12-31', null, false],
    ['2026-01-01', null, true],
    ['2026-12-31', null, true],
    ['2027-01-01', null, false],
    ['2026-06-01', '2026-06-01', false],
    ['2026-05-31', '2026-06-01', true],
  ])('is qualified on %s, revoked on %s: %s', (day, revokedOn, yes) =>
    expect(qualifiedOn({ ...qualification, revokedOn }, day)).toBe(yes),
  );
});
