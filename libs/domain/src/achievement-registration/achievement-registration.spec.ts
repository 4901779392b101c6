import fc from 'fast-check';
import { registrationNumber } from '../achievement/achievement.js';
import { checkForm, checkOldEntry, gapsOf, readNumber, titleKey, type OldEntry } from './achievement-registration.js';
import type { RegistrationForm } from './registration-form.js';

const today = '2026-11-23';
const full: RegistrationForm = {
  title: '湖羊代乳料',
  summary: '成活率由 88% 提高到 96%。',
  keywords: ['湖羊'],
  embodiment: '新产品',
  attribute: 'original',
  phase: 'mature',
  level: 'nationalAdvanced',
  startedOn: '2022-01-01',
  endedOn: '2025-12-31',
  firstUnit: '示例大学',
  recommendingUnit: null,
  inventors: ['甲'],
  projectSource: '市级科技计划',
  intellectualProperty: '发明专利 1 件',
  evaluationManner: 'thirdParty',
  evaluationUnit: '示例评价机构',
  evaluatedOn: '2026-03-01',
  evaluationPositive: true,
  industry: '畜牧业',
  transferScope: '许可，全市',
  benefit: null,
  papers: null,
  adoption: null,
};
const papers = ['evaluationReport', 'developmentReport', 'testReport'];
const entry: OldEntry = {
  number: '9622016Y0001',
  title: '旧成果',
  firstUnit: '示例大学',
  registeredOn: '2016-05-01',
  inventors: [],
  summary: null,
};
const codeOf = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code ?? 'ok';

describe('registration of an achievement', () => {
  it.each<[string, 'applied' | 'basic' | 'softScience', Partial<RegistrationForm>, string[], string[]]>([
    ['a full one of 应用技术', 'applied', {}, papers, []],
    ['one without phase', 'applied', { phase: null }, papers, ['成果所处阶段']],
    ['one without proof of use', 'applied', {}, papers.slice(0, 2), ['查新报告、检测报告或用户应用证明之一']],
    ['one with a novelty search instead', 'applied', {}, [...papers.slice(0, 2), 'noveltySearch'], []],
    ['基础理论 without papers', 'basic', {}, ['evaluationReport', 'publication'], ['论文、著作']],
    ['基础理论 that needs no phase', 'basic', { phase: null, papers: '3 篇' }, ['evaluationReport', 'publication'], []],
    ['软科学 without adoption', 'softScience', {}, ['evaluationReport'], ['采纳单位及应用情况', '采纳应用证明']],
    ['软科学 with it', 'softScience', { adoption: '市农业农村局' }, ['evaluationReport', 'adoptionProof'], []],
  ])('%s', (_name, kind, over, materials, missing) => {
    expect(gapsOf(kind, { ...full, ...over }, materials, today).map(({ title }) => title)).toEqual(missing);
  });

  it.each<[string, Partial<RegistrationForm>, string]>([
    ['in order', {}, 'ok'],
    ['ended before it began', { startedOn: '2026-01-02', endedOn: '2026-01-01' }, 'achievementRegistration.datesWrong'],
    ['ended tomorrow', { endedOn: '2026-11-24' }, 'achievementRegistration.datesWrong'],
    ['evaluated tomorrow', { evaluatedOn: '2026-11-24' }, 'achievementRegistration.datesWrong'],
  ])('takes days that are %s: %s', (_name, over, code) => {
    expect(codeOf(checkForm('applied', { ...full, ...over }, papers, today))).toBe(code);
  });

  it('reads every number that it issues, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2099 }),
        fc.constantFrom('applied' as const, 'basic' as const, 'softScience' as const),
        fc.integer({ min: 1, max: 9999 }),
        (year, kind, serial) => {
          expect(readNumber(registrationNumber(year, kind, serial))).toEqual({ place: '962', year, kind, serial });
        },
      ),
    );
    for (const text of ['', '9622016X0001', '9622116Y0001', '9622016Y0000', '9622016Y001', ' 9622016Y0001'])
      expect(readNumber(text)).toBeNull();
  });

  it.each<[string, Partial<OldEntry>, string]>([
    ['a sound one', {}, 'ok'],
    ['one without a day', { registeredOn: null }, 'ok'],
    ['a number that is none', { number: '9622016Z0001' }, 'achievementRegistration.numberMalformed'],
    ['another year', { registeredOn: '2017-05-01' }, 'achievementRegistration.yearDiffers'],
    ['a year ahead', { number: '9622027Y0001', registeredOn: null }, 'achievementRegistration.yearDiffers'],
    ['a day ahead', { number: '9622026Y0001', registeredOn: '2026-12-01' }, 'achievementRegistration.dayAhead'],
  ])('takes over %s: %s', (_name, over, code) => {
    expect(codeOf(checkOldEntry({ ...entry, ...over }, today))).toBe(code);
  });

  it('sees one title behind other signs', () => {
    expect(titleKey('湖羊（Ｆ１）代乳料')).toBe(titleKey('湖羊 (f1) 代乳料'));
    expect(titleKey('湖羊代乳料')).not.toBe(titleKey('奶山羊代乳料'));
  });
});
