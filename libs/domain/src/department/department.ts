import { code, list, object, oneOf, text, type Reader } from '../catalogue/reader.js';

/** A body that answers for tasks, with every name the plan gives it. */
export interface Department {
  readonly code: string;
  readonly name: string;
  readonly kind: 'cityDepartment' | 'countyGovernment' | 'group';
  readonly aliases: readonly { readonly name: string; readonly source: string }[];
  readonly source: string;
}

export const department: Reader<Department> = object<Department>({
  code,
  name: text,
  kind: oneOf('cityDepartment', 'countyGovernment', 'group'),
  aliases: list(object<Department['aliases'][number]>({ name: text, source: text })),
  source: text,
});

/** Name or alias → department. */
export function departmentsByName(departments: readonly Department[]): ReadonlyMap<string, Department> {
  return new Map(
    departments.flatMap((entry) =>
      [entry.name, ...entry.aliases.map((alias) => alias.name)].map((name) => [name, entry] as const),
    ),
  );
}

/** One of the 16 示范任务 of section 三: another list than 附表2, with its own departments. */
export interface DemonstrationTask {
  readonly code: string;
  readonly number: number;
  readonly source: string;
  readonly chapter: string;
  readonly title: string;
  readonly responsible: readonly string[];
  readonly cooperating: readonly string[];
}

/** The 联席会议: one lead, its members and its office. */
export interface JointConference {
  readonly code: string;
  readonly name: string;
  readonly source: string;
  readonly lead: string;
  readonly office: string;
  readonly members: readonly string[];
}
