import { SetMetadata } from '@nestjs/common';

export const HANDLES = Symbol('Handles');

/** Marks the one method that handles a job: `@Handles('demand.match')`. It takes `(actor, payload)` and calls one use case. */
export const Handles = (jobName: string): MethodDecorator => SetMetadata(HANDLES, jobName);
