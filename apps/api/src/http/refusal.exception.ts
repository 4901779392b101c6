import type { Refusal, Result } from '#domain/shared/result.js';
import type { ErrorCode } from './problem.catalog.js';
import type { FieldProblemView } from './problem.view.js';

/** Carries a typed refusal to the problem filter. */
export class RefusalException extends Error {
  constructor(
    readonly refusal: Refusal<ErrorCode>,
    readonly errors: readonly FieldProblemView[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(refusal.code);
    this.name = 'RefusalException';
  }
}

/** The value of a Result, or its refusal as a problem. A code without a catalog entry does not compile. */
export function unwrap<T>(result: Result<T, Refusal<ErrorCode>>): T {
  if (result.ok) return result.value;
  throw new RefusalException(result.refusal);
}
