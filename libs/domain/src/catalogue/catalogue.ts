import {
  department,
  departmentsByName,
  type DemonstrationTask,
  type Department,
  type JointConference,
} from '../department/department.js';
import { indicator, type Indicator } from '../indicator/indicator.js';
import { task, type Task } from '../task/task.js';
import { zone, type Zone } from '../zone/zone.js';
import {
  checked,
  code,
  countyCode,
  integer,
  list,
  matching,
  object,
  parseWith,
  text,
  type Parsed,
  type Reader,
} from './reader.js';

export interface County {
  readonly code: string;
  readonly name: string;
  readonly source: string;
}

/** A contradiction inside the plan: its readings side by side, none preferred. */
export interface SeedConflict {
  readonly code: string;
  readonly subject: string;
  readonly source: string;
  readonly readings: readonly { readonly source: string; readonly quote: string; readonly reading: string }[];
}

/** One of the seven ordered steps of the procedure (三-2). */
export interface ProcedureStage {
  readonly code: string;
  readonly position: number;
  readonly name: string;
  readonly source: string;
}

/** All facts of the city's plan. */
export interface Catalogue {
  /** The plan's title, part of every source line. */
  readonly document: string;
  readonly counties: readonly County[];
  readonly zones: readonly Zone[];
  readonly indicators: readonly Indicator[];
  readonly departments: readonly Department[];
  readonly tasks: readonly Task[];
  readonly demonstrationTasks: readonly DemonstrationTask[];
  readonly seedConflicts: readonly SeedConflict[];
  readonly stages: readonly ProcedureStage[];
  readonly jointConference: JointConference;
}

const county: Reader<County> = object<County>({ code: countyCode, name: text, source: text });

const demonstrationTask: Reader<DemonstrationTask> = object<DemonstrationTask>({
  code,
  number: integer(1, 99),
  source: text,
  chapter: text,
  title: text,
  responsible: list(text, 1),
  cooperating: list(text, 1),
});

const seedConflict: Reader<SeedConflict> = object<SeedConflict>({
  code,
  subject: text,
  source: text,
  readings: list(object<SeedConflict['readings'][number]>({ source: text, quote: text, reading: text }), 2),
});

const stage: Reader<ProcedureStage> = object<ProcedureStage>({
  code: matching(/^[a-z][A-Za-z]+$/, '驼峰代码'),
  position: integer(1, 20),
  name: text,
  source: text,
});

const jointConference: Reader<JointConference> = object<JointConference>({
  code,
  name: text,
  source: text,
  lead: text,
  office: text,
  members: list(text, 1),
});

/** Codes are the keys of the tables: one record a code. */
const keyed = <T extends { readonly code: string }>(item: Reader<T>): Reader<readonly T[]> =>
  checked(list(item, 1), (entries) => {
    const seen = new Set<string>();
    const twice = entries.find((entry) => seen.size === seen.add(entry.code).size);
    return twice === undefined ? null : `代码 ${twice.code} 重复`;
  });

/** The members of each data file, besides `document`. */
const files = {
  'counties.json': object<{ document: string; codes: string; city: object; counties: readonly County[] }>({
    document: text,
    codes: text,
    city: object<{ code: string; name: string }>({ code: countyCode, name: text }),
    counties: keyed(county),
  }),
  'zones.json': object<{ document: string; zones: readonly Zone[] }>({ document: text, zones: keyed(zone) }),
  'indicators.json': object<{ document: string; indicators: readonly Indicator[] }>({
    document: text,
    indicators: keyed(indicator),
  }),
  'departments.json': object<{ document: string; departments: readonly Department[] }>({
    document: text,
    departments: keyed(department),
  }),
  'tasks.json': object<{ document: string; tasks: readonly Task[] }>({ document: text, tasks: keyed(task) }),
  'demonstration-tasks.json': object<{ document: string; demonstrationTasks: readonly DemonstrationTask[] }>({
    document: text,
    demonstrationTasks: keyed(demonstrationTask),
  }),
  'seed-conflicts.json': object<{ document: string; seedConflicts: readonly SeedConflict[] }>({
    document: text,
    seedConflicts: keyed(seedConflict),
  }),
  'procedure.json': object<{ document: string; stages: readonly ProcedureStage[] }>({
    document: text,
    stages: keyed(stage),
  }),
  'joint-conference.json': object<{ document: string; jointConference: JointConference }>({
    document: text,
    jointConference,
  }),
};

export type CatalogueFile = keyof typeof files;
export const catalogueFiles = Object.keys(files) as readonly CatalogueFile[];

/** Checks every file by itself, then what holds between them. `contents` are the parsed JSON texts. */
export function parseCatalogue(contents: Readonly<Record<CatalogueFile, unknown>>): Parsed<Catalogue> {
  const problems: string[] = [];
  const read = <F extends CatalogueFile>(file: F): ReturnType<(typeof files)[F]> => {
    const parsed = parseWith(files[file] as Reader<ReturnType<(typeof files)[F]>>, contents[file], file);
    if (parsed.ok) return parsed.value;
    problems.push(...parsed.problems);
    return {} as ReturnType<(typeof files)[F]>;
  };
  const { document, zones } = read('zones.json');
  const catalogue: Catalogue = {
    document,
    zones,
    counties: read('counties.json').counties,
    indicators: read('indicators.json').indicators,
    departments: read('departments.json').departments,
    tasks: read('tasks.json').tasks,
    demonstrationTasks: read('demonstration-tasks.json').demonstrationTasks,
    seedConflicts: read('seed-conflicts.json').seedConflicts,
    stages: read('procedure.json').stages,
    jointConference: read('joint-conference.json').jointConference,
  };
  if (problems.length === 0) problems.push(...brokenLinks(catalogue));
  return problems.length === 0 ? { ok: true, value: catalogue } : { ok: false, problems };
}

/** Names and codes that lead nowhere. */
function brokenLinks(catalogue: Catalogue): string[] {
  const cityCode = '621000';
  const counties = new Set([cityCode, ...catalogue.counties.map((entry) => entry.code)]);
  const zones = new Set(catalogue.zones.map((entry) => entry.code));
  const names = departmentsByName(catalogue.departments);
  const missing = <T>(at: string, values: readonly T[], known: { has(value: T): boolean }): string[] =>
    values.filter((value) => !known.has(value)).map((value) => `${at}: 没有“${String(value)}”`);
  return [
    ...catalogue.zones.flatMap((entry) =>
      missing(
        `zones.json/${entry.code}/areas`,
        entry.areas.map((area) => area.countyCode),
        counties,
      ),
    ),
    ...catalogue.tasks.flatMap((entry) => [
      ...missing(`tasks.json/${entry.code}/zoneCode`, entry.zoneCode === null ? [] : [entry.zoneCode], zones),
      ...missing(`tasks.json/${entry.code}`, [...entry.leads, ...entry.cooperating], names),
    ]),
    ...catalogue.demonstrationTasks.flatMap((entry) =>
      missing(`demonstration-tasks.json/${entry.code}`, [...entry.responsible, ...entry.cooperating], names),
    ),
    ...missing('joint-conference.json', [catalogue.jointConference.lead, ...catalogue.jointConference.members], names),
  ];
}
