import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import type { Actor } from '#domain/shared/actor.js';
import type { TestMarket } from './market.js';

/** What a use case gave, on its way out of a transaction that nobody is to see. */
class Undone extends Error {
  constructor(readonly value: unknown) {
    super('rolled back');
  }
}

/**
 * From now on every transaction of the API is rolled back after its work, and the caller is answered as if it had been
 * committed: thousands of writes meet the very same objects.
 */
export function rollBackEverything(market: TestMarket): void {
  const unitOfWork = market.api.get(UnitOfWork, { strict: false });
  const committing = unitOfWork.runSeparately.bind(unitOfWork);
  unitOfWork.runSeparately = async <T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> => {
    try {
      return await committing(actor, async (tx): Promise<T> => {
        throw new Undone(await work(tx));
      });
    } catch (error) {
      if (error instanceof Undone) return error.value as T;
      throw error;
    }
  };
}
