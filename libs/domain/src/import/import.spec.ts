import fc from 'fast-check';
import { unreachableStates } from '../shared/state-machine.js';
import { RowReader } from './columns.js';
import { csvCell, csvText, csvTextCell, importTransitions } from './import.js';

const reader = (kind: 'achievements' | 'demands'): RowReader =>
  new RowReader(kind, { countyCodes: new Map([['环县', '621022']]) });

describe('a row of a file', () => {
  it.each([
    ['Chinese headers', { 编号: 'A1', 成果名称: '湖羊' }, { externalKey: 'A1', title: '湖羊' }],
    [
      'headers with a byte order mark and full-width brackets',
      { '\ufeff名称': '湖羊', '价格（元）': '1.5' },
      { title: '湖羊', price: 150n },
    ],
    ['a price in 万元', { title: '湖羊', price_wan: 12.5 }, { title: '湖羊', price: 12_500_000n }],
    ['a price by its member name, in 元', { title: '湖羊', price: '1' }, { title: '湖羊', price: 100n }],
    ['a number as key', { id: 12, title: '湖羊' }, { externalKey: '12', title: '湖羊' }],
    ['a county by name', { title: '湖羊', 县区: '环县' }, { title: '湖羊', countyCode: '621022' }],
    [
      'an empty cell is unknown',
      { title: '湖羊', 领域: ' ', 关键词: '' },
      { title: '湖羊', field: null, keywords: [] },
    ],
    ['an empty list', { title: '湖羊', keywords: [] }, { title: '湖羊', keywords: [] }],
    ['an absent summary is not told', { title: '湖羊', summary: null }, { title: '湖羊' }],
    ['a list of JSON', { title: '湖羊', keywords: ['羊', '草'] }, { title: '湖羊', keywords: ['羊', '草'] }],
    ['a readiness level with its prefix', { title: '湖羊', TRL: 'TRL7' }, { title: '湖羊', readinessLevel: 7 }],
    [
      'modes by Chinese name, once each',
      { title: '湖羊', 转化方式: '转让、许可、转让' },
      { title: '湖羊', transferModes: ['transfer', 'licence'] },
    ],
  ])('reads %s', (_name, fields, change) => {
    expect(reader('achievements').read(fields)).toEqual({ change, problems: [] });
  });

  it.each([
    ['ways of cooperation', { 希望的合作方式: '许可；合作实施' }, { transferModes: ['licence', 'cooperation'] }],
    ['the day', { 希望用上的日期: '2027-12-31' }, { neededBy: '2027-12-31' }],
    ['a least maturity', { 最低成熟度: 'TRL7' }, { leastReadinessLevel: 7 }],
    ['regions by name and code', { 排除的地区: '环县；610000;环县' }, { excludedRegionCodes: ['621022', '610000'] }],
    [
      'nothing',
      { 合作方式: '', 需用日期: '', 最低成熟度: '', 排除地区: '' },
      { transferModes: [], neededBy: null, leastReadinessLevel: null, excludedRegionCodes: [] },
    ],
  ])('reads what a demand wants: %s', (_name, fields, change) => {
    expect(reader('demands').read({ 名称: '湖羊', ...fields })).toEqual({
      change: { title: '湖羊', ...change },
      problems: [],
    });
  });

  it.each([
    ['no title', { 编号: 'A1' }, 'import.titleMissing'],
    ['a title of one character', { title: '羊' }, 'import.fieldInvalid'],
    ['a control character', { title: '湖\u0000羊' }, 'import.fieldInvalid'],
    ['half a character', { title: '湖羊\ud83d' }, 'import.fieldInvalid'],
    ['an object for a text', { title: { toString: 'x' } }, 'import.fieldInvalid'],
    ['an object where text cannot be made of it', { title: '湖羊', 价格: { toString: null } }, 'import.fieldInvalid'],
    ['four keywords', { title: '湖羊', 关键词: '一;二;三;四' }, 'import.fieldInvalid'],
    ['a level beyond 9', { title: '湖羊', trl: '10' }, 'import.fieldInvalid'],
    ['a county that is none', { title: '湖羊', 县区: '某县' }, 'import.fieldInvalid'],
    ['a price with three decimals', { title: '湖羊', 价格: '1.234' }, 'import.fieldInvalid'],
  ])('refuses %s', (_name, fields, code) => {
    expect(
      reader('achievements')
        .read(fields)
        .problems.map((problem) => problem.code),
    ).toEqual([code]);
  });

  it('names columns that no field takes, once, and not without end', () => {
    const rows = reader('demands');
    for (let i = 0; i < 200; i += 1) rows.read({ title: '湖羊', [`列${i % 80}`]: 'x', __proto__: 'x' });
    expect(rows.ignoredColumns).toHaveLength(50);
    expect(rows.ignoredColumns[0]).toBe('列0');
  });

  it('never throws, whatever a line of JSON holds', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('title', 'id', '县区', '价格', '关键词', '转化方式', 'x'), fc.jsonValue()),
        (fields) => {
          const { problems } = reader('achievements').read(fields);
          for (const problem of problems) expect(problem.code).toMatch(/^import\./);
        },
      ),
    );
  });
});

describe('text that a spreadsheet would take for a number', () => {
  it.each([
    ['2018621001000001', '"=""2018621001000001"""'],
    ['021', '"=""021"""'],
    ['1-2', '"=""1-2"""'],
    ['9162E100', '"=""9162E100"""'],
    ['湖羊 2018', '湖羊 2018'],
    ['=1+1', "'=1+1"],
    ['91621022MA71234567', '91621022MA71234567'],
  ])('%s is written %s', (text, cell) => expect(csvTextCell(text)).toBe(cell));

  it('comes back as it was, through the quotes of CSV', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^'*[=+@\d\-."]{0,8}$/)), (text) => {
        const cell = csvTextCell(text);
        const read = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
        // A text that itself looks wrapped begins with "=", and has got an apostrophe.
        expect(csvText(read)).toBe(text);
      }),
    );
  });
});

describe('a cell for a spreadsheet', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-1', "'-1"],
    ['@SUM', "'@SUM"],
    ['\tx', "'\tx"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['=a"b', '"\'=a""b"'],
    ['湖羊', '湖羊'],
  ])('%p becomes %p', (given, cell) => {
    expect(csvCell(given)).toBe(cell);
  });

  it('never starts as a formula', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(csvCell(text)).not.toMatch(/^"?[=+\-@\t\r＝＋－＠]/)));
  });
});

it('the states of an import are all reached', () => {
  expect(unreachableStates(importTransitions, 'queued')).toEqual([]);
});
