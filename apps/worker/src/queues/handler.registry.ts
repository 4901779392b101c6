import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { SystemActor } from '#domain/shared/actor.js';
import { JOBS, type JobDefinition, type JobPayload } from '#platform/outbox/job-definition.js';
import { HANDLES } from './handles.decorator.js';

export type JobHandler = (actor: SystemActor, payload: JobPayload) => Promise<void>;
/** Handler of a job with a batch size; which request caused each payload. */
export type BatchHandler = (
  actor: SystemActor,
  payloads: readonly JobPayload[],
  requestIds: readonly string[],
) => Promise<void>;

/** Finds the handler of each job; the boot fails unless every job has exactly one. */
@Injectable()
export class HandlerRegistry implements OnModuleInit {
  private readonly handlers = new Map<string, JobHandler | BatchHandler>();

  constructor(
    @Inject(JOBS) private readonly jobs: readonly JobDefinition[],
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (typeof instance !== 'object' || instance === null) continue;
      const prototype = Object.getPrototypeOf(instance) as Record<string, unknown> | null;
      if (prototype === null) continue;
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const method = prototype[name] as JobHandler | BatchHandler;
        const jobName = this.reflector.get<string | undefined>(HANDLES, method);
        if (jobName === undefined) continue;
        if (this.handlers.has(jobName)) throw new Error(`job ${jobName} has two handlers`);
        this.handlers.set(jobName, method.bind(instance));
      }
    }
    const missing = this.jobs.filter((job) => !this.handlers.has(job.name)).map((job) => job.name);
    const unknown = [...this.handlers.keys()].filter((name) => !this.jobs.some((job) => job.name === name));
    if (missing.length > 0) throw new Error(`jobs without handler: ${missing.join(', ')}`);
    if (unknown.length > 0) throw new Error(`handlers of unknown jobs: ${unknown.join(', ')}`);
  }

  handlerOf(jobName: string): JobHandler {
    if (this.definitionOf(jobName).batchSize !== null) throw new Error(`job ${jobName} takes lists`);
    return this.anyHandlerOf(jobName) as JobHandler;
  }

  batchHandlerOf(jobName: string): BatchHandler {
    if (this.definitionOf(jobName).batchSize === null) throw new Error(`job ${jobName} takes no lists`);
    return this.anyHandlerOf(jobName) as BatchHandler;
  }

  /** Jobs that an event triggers. */
  get triggered(): readonly JobDefinition[] {
    return this.jobs.filter(({ topic }) => topic !== null);
  }

  private anyHandlerOf(jobName: string): JobHandler | BatchHandler {
    const handler = this.handlers.get(jobName);
    if (!handler) throw new Error(`no handler for job ${jobName}`);
    return handler;
  }

  definitionOf(jobName: string): JobDefinition {
    const job = this.jobs.find((candidate) => candidate.name === jobName);
    if (!job) throw new Error(`unknown job ${jobName}`);
    return job;
  }
}
