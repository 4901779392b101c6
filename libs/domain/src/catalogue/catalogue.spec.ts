import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueFiles, parseCatalogue, type Catalogue, type CatalogueFile } from './catalogue.js';

const folder = join(__dirname, '../../../../data/catalogue');
const contents = (): Record<CatalogueFile, never> =>
  Object.fromEntries(
    catalogueFiles.map((file) => [file, JSON.parse(readFileSync(join(folder, file), 'utf8')) as never]),
  ) as Record<CatalogueFile, never>;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- data to be spoiled at will
type Loose = Record<CatalogueFile, any>;

function parsed(): Catalogue {
  const result = parseCatalogue(contents());
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.value;
}

function problemsAfter(change: (data: Loose) => void): readonly string[] {
  const data = contents() as Loose;
  change(data);
  const result = parseCatalogue(data);
  return result.ok ? [] : result.problems;
}

describe('the facts of the plan', () => {
  const catalogue = parsed();

  it('count as the plan does', () => {
    const { counties, zones, indicators, tasks, demonstrationTasks, stages, jointConference } = catalogue;
    expect([counties, zones, indicators, tasks, demonstrationTasks, stages].map((list) => list.length)).toEqual([
      8, 12, 21, 26, 16, 7,
    ]);
    expect(jointConference.members).toHaveLength(13);
    expect(zones.flatMap((zone) => zone.promotedTechnologies)).toHaveLength(71);
  });

  it('give every task row of the twelve zones its zone, once', () => {
    const coded = catalogue.tasks.flatMap((task) => (task.zoneCode === null ? [] : [task.zoneCode]));
    expect([...coded].sort()).toEqual(catalogue.zones.map((zone) => zone.code).sort());
  });

  it.each([
    [1, '6.69', '12'],
    [2, '0.4', '0.8'],
    [6, '0.08', '0.1以上'],
    [8, '0.02', '0.05'],
    [14, '0.07', '0.5'],
    [19, '16', '30'],
    [21, '4', '20'],
  ])('print indicator %i as 附表1 does', (number, base, target) => {
    const row = catalogue.indicators.find((indicator) => indicator.number === number);
    expect([row?.base.printed, row?.target.printed]).toEqual([base, target]);
  });

  it('say that the parts of the apple area do not make the whole', () => {
    const apple = catalogue.tasks.find((task) => task.zoneCode === 'apple');
    const parts =
      apple?.targets
        .filter((target) => target.unit === '万亩')
        .slice(1)
        .map((target) => Number(target.value) * 10) ?? [];
    expect(parts.reduce((sum, part) => sum + Math.round(part), 0)).toBe(160);
    expect(catalogue.seedConflicts.map((conflict) => conflict.code)).toContain('apple-area');
  });

  it('name each department of every task by a name or alias that leads to one department only', () => {
    const names = catalogue.departments.flatMap(({ name, aliases }) => [name, ...aliases.map((alias) => alias.name)]);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('wrong data', () => {
  it.each([
    ['an unknown member', (data: Loose) => (data['zones.json'].zones[0].colour = 'red'), 'zones.json/zones/0/colour'],
    [
      'a technology the plan does not print',
      (data: Loose) => data['zones.json'].zones[1].promotedTechnologies.push('量子养牛'),
      '量子养牛',
    ],
    [
      'a number for a qualitative indicator',
      (data: Loose) => (data['indicators.json'].indicators[10].target.value = '1'),
      'indicators.json/indicators/10',
    ],
    [
      'a number that is not the printed one',
      (data: Loose) => (data['indicators.json'].indicators[0].base.value = '6.96'),
      '数值与原表文字不符',
    ],
    ['a department nobody knows', (data: Loose) => data['tasks.json'].tasks[2].leads.push('市航天局'), '市航天局'],
    ['a code twice', (data: Loose) => (data['tasks.json'].tasks[1].code = 'task-01'), 'task-01 重复'],
    [
      'a due year beside 持续推进',
      (data: Loose) => (data['tasks.json'].tasks[8].due.year = 2023),
      'tasks.json/tasks/8/due',
    ],
    ['one reading only', (data: Loose) => data['seed-conflicts.json'].seedConflicts[0].readings.splice(1), 'readings'],
    ['no file at all', (data: Loose) => (data['procedure.json'] = undefined), 'procedure.json'],
  ])('is refused with its place: %s', (_name, change, expected) => {
    expect(problemsAfter(change).join('\n')).toContain(expected);
  });
});
