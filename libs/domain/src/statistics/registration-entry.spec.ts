import { checkHistoric, countsIn, type EntryContent } from './registration-entry.js';
import { checkCutOff, parsePeriod, yearBefore, type Period } from './period.js';
import { directionsOf, outsidePlaceName, placeOf } from './place.js';
import { natureGroupOf } from './form-codes.policy.js';
import { sizeBandOf, sizeBandPolicies } from './size-bands.policy.js';

const period = (code: string): Period => {
  const parsed = parsePeriod(code);
  if (!parsed.ok) throw new Error(code);
  return parsed.value;
};

const party = { name: '示例单位', creditCode: null, nature: null, country: '142', placeCode: null };
const content: EntryContent = {
  registrationNumber: '2018621001000001',
  title: '湖羊羔羊代乳料研制',
  type: 'development',
  subType: null,
  field: null,
  ipKind: null,
  plan: null,
  goal: null,
  industry: null,
  payment: null,
  foreign: null,
  seller: party,
  buyer: party,
  contractValue: 100n,
  technologyValue: 80n,
  technologyIncome: 80n,
  relatedParty: false,
  signedOn: '2018-01-01',
  validUntil: null,
  registeredOn: '2018-01-01',
  cancelledOn: null,
};

describe('a period', () => {
  it.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026Q1', '2026-01-01', '2026-03-31'],
    ['2026Q4', '2026-10-01', '2026-12-31'],
    ['2026Q1-Q3', '2026-01-01', '2026-09-30'],
  ])('%s runs from %s to %s', (code, from, to) => {
    expect(period(code)).toEqual({ code, from, to });
  });
  it.each(['', '26', '2026Q5', '2026Q2-Q3', '2026Q1-Q4', '2026-01', '20260', '1999'])('%p is none', (code) => {
    expect(parsePeriod(code).ok).toBe(false);
  });
  it('is compared with the same period a year before', () => {
    expect(yearBefore(period('2026Q1-Q3'))).toEqual({ code: '2025Q1-Q3', from: '2025-01-01', to: '2025-09-30' });
  });
  it.each([
    ['2026-09-29', 'statistics.periodOpen'],
    ['2026-11-24', 'statistics.cutOffAhead'],
    ['2026-02-30', 'statistics.cutOffAhead'],
  ])('is not frozen as of %s', (cutOff, code) => {
    const checked = checkCutOff(period('2026Q3'), cutOff, '2026-11-23');
    expect(checked.ok ? null : checked.refusal.code).toBe(code);
  });
  it('is frozen on its own last day', () => {
    expect(checkCutOff(period('2026Q3'), '2026-09-30', '2026-09-30').ok).toBe(true);
  });
});

describe('a register entry', () => {
  it.each([
    ['on the day it was registered', '2026-03-31', null, '2026-03-31', true],
    ['not the day before', '2026-03-31', null, '2026-03-30', false],
    ['until before the day it was cancelled', '2026-03-31', '2026-05-02', '2026-05-01', true],
    ['no more on the day it was cancelled', '2026-03-31', '2026-05-02', '2026-05-02', false],
    ['not in the quarter after its registration', '2026-04-01', null, '2026-12-31', false],
  ])('counts %s', (_name, registeredOn, validTo, cutOff, expected) => {
    expect(countsIn({ registeredOn, validFrom: registeredOn, validTo }, period('2026Q1'), cutOff)).toBe(expected);
  });

  it.each<[string, Partial<EntryContent>, string | null]>([
    ['as it stands', {}, null],
    ['technology value of nothing', { technologyValue: 0n, technologyIncome: 0n }, 'statistics.amountsDisagree'],
    ['technology value above the contract value', { technologyValue: 101n }, 'statistics.amountsDisagree'],
    ['income above the technology value', { technologyIncome: 81n }, 'statistics.incomeTooMuch'],
    ['registered in 2015', { registeredOn: '2015-12-31', signedOn: null }, 'statistics.yearNotHistoric'],
    ['registered in 2026', { registeredOn: '2026-01-01' }, 'statistics.yearNotHistoric'],
    ['signed after it was registered', { signedOn: '2018-01-02' }, 'statistics.datesDisagree'],
    ['cancelled before it was registered', { cancelledOn: '2017-12-31' }, 'statistics.datesDisagree'],
    ['a number that is none', { registrationNumber: '一二三四五六' }, 'statistics.numberMalformed'],
  ])('is imported or refused: %s', (_name, change, code) => {
    const checked = checkHistoric({ ...content, ...change });
    expect(checked.ok ? null : checked.refusal.code).toBe(code);
  });
});

describe('place and direction', () => {
  it.each([
    ['142', '621022', '621022', null],
    ['142', '620102', '620000', '甘肃省（庆阳以外）'],
    ['142', '610100', '610000', '陕西省'],
    ['142', null, 'unknown', '未填'],
    ['502', null, 'abroad', '境外'],
  ])('%s %s is %s', (country, code, place, name) => {
    expect(placeOf(country, code)).toBe(place);
    expect(outsidePlaceName(place)).toBe(name);
  });
  it.each([
    ['621022', '621002', ['output', 'absorption']],
    ['621022', '620000', ['output']],
    ['abroad', '621022', ['absorption']],
    ['620000', '610000', []],
  ])('%s → %s', (seller, buyer, expected) => {
    expect(directionsOf(seller, buyer)).toEqual(expected);
  });
});

it.each([
  ['021', 'researchInstitute'],
  ['022', 'university'],
  ['0141', 'government'],
  ['150', 'enterprise'],
  ['310', 'enterprise'],
  ['400', 'soleTrader'],
  [null, 'unknown'],
])('nature %s belongs to %s', (nature, group) => {
  expect(natureGroupOf(nature)).toBe(group);
});

describe('size bands', () => {
  it.each([
    [99_999_99n, 'below10'],
    [100_000_00n, 'from10'],
    [9_999_999_99n, 'from500'],
    [10_000_000_00n, 'from1000'],
  ])('%s 分 is %s: 以上 includes the number', (value, code) => {
    expect(sizeBandOf(value, '2026-01-01').code).toBe(code);
  });
  it('leave no gap and do not overlap', () => {
    for (const { bands } of sizeBandPolicies) {
      expect(bands.map((band) => band.from)).toEqual([0n, ...bands.slice(0, -1).map((band) => band.below)]);
      expect(bands.at(-1)?.below).toBeNull();
    }
  });
});
