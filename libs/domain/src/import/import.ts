import type { Role } from '../shared/actor.js';
import { ok, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';

export const importKinds = ['achievements', 'demands', 'registrations', 'achievementRegister'] as const;
export type ImportKind = (typeof importKinds)[number];

/** Who may bring in what: the same people who may write one by one. */
export const importers = {
  achievements: ['enterprise', 'researchUnit'],
  demands: ['enterprise', 'researchUnit', 'broker', 'countyOfficer'],
  registrations: ['registrar'],
  achievementRegister: ['registrar'],
} as const satisfies Record<ImportKind, readonly Role[]>;

export const maxImportRows = 50_000;
export const maxImportBytes = 32 * 1024 * 1024;
/** Imports of one organization that may wait or run at a time. */
export const maxOpenImports = 5;

/** A bulk import (批量导入): rows of one file, each done by itself, so that it goes on where it was interrupted. */
export interface Import {
  readonly id: string;
  readonly organizationId: string;
  /** On whose behalf the worker writes. */
  readonly personId: string;
  readonly kind: ImportKind;
  /** Reports what would happen and changes nothing. */
  readonly dryRun: boolean;
  /** Publishes what it creates or updates. */
  readonly publish: boolean;
  readonly state: ImportState;
  /** The file's own columns, for the file of rows that failed. */
  readonly header: readonly string[];
  /** Columns of the file that no field takes. */
  readonly ignoredColumns: readonly string[];
  readonly total: number;
  readonly counts: ImportCounts;
  /** Time spent on rows, waiting not counted. */
  readonly workedMs: number;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

export const importTransitions = {
  queued: { start: 'running', stop: 'stopped' },
  running: { finish: 'finished', stop: 'stopped' },
  finished: {},
  stopped: {},
} as const satisfies TransitionTable;

export type ImportState = StateOf<typeof importTransitions>;
export type ImportEvent = EventOf<typeof importTransitions>;

export const rowOutcomes = ['created', 'updated', 'unchanged', 'failed'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];
export type ImportCounts = Readonly<Record<RowOutcome, number>>;

/** What became of an entry that was written by its key. */
export interface Upserted {
  readonly id: string;
  readonly outcome: Exclude<RowOutcome, 'failed'>;
}

/** Why a row failed: a code of the problem catalog, and the column where there is one. */
export interface RowProblem {
  readonly code: string;
  readonly column: string | null;
  readonly params: Readonly<Record<string, string>>;
}

/** A row as it waits in the import. `content` is what its columns said, checked; null when it failed already. */
export interface ImportRow {
  readonly id: string;
  readonly line: number;
  readonly externalKey: string;
  readonly content: Readonly<Record<string, unknown>> | null;
  /** The cells as the file has them; dropped when the row succeeded. */
  readonly source: Readonly<Record<string, string>> | null;
  readonly outcome: RowOutcome | null;
  readonly subjectId: string | null;
  readonly problems: readonly RowProblem[];
}

export const countsOf = (rows: readonly Pick<ImportRow, 'outcome'>[]): ImportCounts => {
  const counts = { created: 0, updated: 0, unchanged: 0, failed: 0 };
  for (const { outcome } of rows) if (outcome !== null) counts[outcome] += 1;
  return counts;
};

export const addCounts = (a: ImportCounts, b: ImportCounts): ImportCounts => ({
  created: a.created + b.created,
  updated: a.updated + b.updated,
  unchanged: a.unchanged + b.unchanged,
  failed: a.failed + b.failed,
});

export const doneOf = ({ created, updated, unchanged, failed }: ImportCounts): number =>
  created + updated + unchanged + failed;

export function moveImport(entry: Import, event: ImportEvent, now: Date): Result<Import, Refusal<'state.notAllowed'>> {
  const next = transition(importTransitions, entry.state, event);
  if (!next.ok) return next;
  return ok({
    ...entry,
    state: next.value,
    startedAt: entry.startedAt ?? (event === 'start' ? now : null),
    endedAt: event === 'start' ? null : now,
  });
}

/**
 * Text that a spreadsheet would take for a number or a day and change (16 digits keep 15, 021 becomes 21, 1-2 a day), as it
 * opens CSV: `="…"` is text there, and stays text when the sheet is saved. Other text as csvCell has it.
 */
export const csvTextCell = (text: string): string =>
  /^\d[\d.,:/\-eE+]*$/.test(text) ? `"=""${text}"""` : csvCell(text);

/** Takes back what csvTextCell and csvCell put around a text. */
export const csvText = (cell: string): string =>
  /^'+[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : (/^="([^"]*)"$/.exec(cell)?.[1] ?? cell);

/**
 * A cell as a spreadsheet may show it: text that it would take for a formula gets an apostrophe before it
 * (OWASP CSV injection: = + - @ TAB CR, and their full-width forms); quotes as RFC 4180 has them.
 */
export function csvCell(text: string): string {
  // One apostrophe more where there are some already, so that taking one off again gives the text back.
  const safe = /^'*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
