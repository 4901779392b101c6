/** A kind of background work. Stands beside its concept as `<concept>.jobs.ts`; the handler is one line in the worker. */
export interface JobDefinition {
  /** `<concept>.<verb>`, unique. */
  readonly name: string;
  readonly queue: QueueName;
  /** Outbox topic that triggers it; null for work started by a scheduler only. */
  readonly topic: string | null;
  readonly attempts: number;
  readonly backoffMs: number;
  /**
   * true: the worker runs the handler and marks the delivery handled in one transaction, so its effect happens once.
   * false: the handler opens its own transactions and bears being run twice (long work).
   */
  readonly transactional: boolean;
  /**
   * Most deliveries that one call of the handler takes. null: the handler takes one payload. A number: it takes a list,
   * so that an import of thousands is worked off in a few statements.
   */
  readonly batchSize: number | null;
  /** Also done for what happens in a sandbox, or only for that; other jobs hear nothing of it. */
  readonly inSandbox: boolean | 'only';
}

export const queueNames = ['matching', 'registration', 'reward', 'notice', 'search', 'audit', 'import'] as const;
export type QueueName = (typeof queueNames)[number];

export const defineJob = (
  job: Pick<JobDefinition, 'name' | 'queue' | 'topic'> & Partial<JobDefinition>,
): JobDefinition => ({ attempts: 8, backoffMs: 500, transactional: true, batchSize: null, inSandbox: false, ...job });

/** The registry of all jobs, provided by libs/application. */
export const JOBS = Symbol('JobDefinitions');

/** Ids only: a handler re-reads what it needs. */
export type JobPayload = Readonly<Record<string, string>>;
