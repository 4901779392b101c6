import pg from 'pg';

/** `before`: the statement was never sent. `after`: it was done, and nobody heard of it. */
export type Moment = 'before' | 'after';

const text = 'the process died';
let statementsLeft = Infinity;
let moment: Moment = 'before';
let sent = 0;
let installed = false;

/**
 * The connection of the app's login breaks at the n-th statement from now (0 is the first; BEGIN and COMMIT are statements too),
 * as it does when its process is killed at that await. Returns how many statements were sent since the last call.
 */
export function dieAt(statement: number | null, when: Moment = 'before'): number {
  install();
  const count = sent;
  [statementsLeft, moment, sent] = [statement ?? Infinity, when, 0];
  return count;
}

export const diedOf = (error: unknown): boolean => error instanceof Error && error.message.includes(text);

interface Dying {
  readonly user?: string;
  readonly connection: { readonly stream: { destroy(): void } };
}

type Query = (this: Dying, ...parameters: unknown[]) => unknown;

function install(): void {
  if (installed) return;
  installed = true;
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const query = prototype.query;
  prototype.query = function (...parameters) {
    // The owner looks on from outside, and a callback is the pool's own business.
    const watched = this.user === (process.env['TEST_LOGIN'] ?? '').split(':')[0];
    if (!watched || typeof parameters.at(-1) === 'function') return query.apply(this, parameters);
    sent += 1;
    statementsLeft -= 1;
    if (statementsLeft >= 0) return query.apply(this, parameters);
    statementsLeft = Infinity;
    const die = (): never => {
      this.connection.stream.destroy();
      throw new Error(text);
    };
    if (moment === 'before') return Promise.resolve().then(die);
    return Promise.resolve(query.apply(this, parameters)).then(die);
  };
}
