import { QueryFailedError } from 'typeorm';

/** The name of the unique constraint that a write violated, or null when it failed for another reason. */
export function uniqueViolation(error: unknown): string | null {
  const driver = driverError(error);
  return driver?.code === '23505' ? (driver.constraint ?? '') : null;
}

/** The name of the check (or constraint trigger) that a write violated, or null. */
export function checkViolation(error: unknown): string | null {
  const driver = driverError(error);
  return driver?.code === '23514' ? (driver.constraint ?? '') : null;
}

/** True when a lock could not be had within lock_timeout. */
export const lockTimedOut = (error: unknown): boolean => driverError(error)?.code === '55P03';

/**
 * True when PostgreSQL gave up on a statement because others were in its way: a lock or the statement's own time ran out, a
 * deadlock was broken, or two transactions could not be put in an order. Nothing was changed, and the same again may succeed.
 */
export const databaseBusy = (error: unknown): boolean =>
  ['55P03', '57014', '40P01', '40001'].includes(driverError(error)?.code ?? '');

/** What node-pg and TypeORM say, without a code, when the connection broke under a transaction or could not be had. */
const brokenConnection =
  /Connection terminated|timeout exceeded when trying to connect|connection timeout|connection error and is not queryable|Query runner already released/i;

/** True when PostgreSQL is away or going away: the caller may try again soon. */
export function databaseAway(error: unknown): boolean {
  const code = driverError(error)?.code ?? (error as { code?: unknown } | null)?.code;
  if (typeof code === 'string') {
    return (
      /^(08|57P0|53300)/.test(code) || ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'].includes(code)
    );
  }
  return error instanceof Error && brokenConnection.test(error.message);
}

function driverError(error: unknown): { code?: string; constraint?: string } | null {
  if (error instanceof QueryFailedError) return error.driverError as { code?: string; constraint?: string };
  return error instanceof Error && 'code' in error ? (error as { code?: string; constraint?: string }) : null;
}
