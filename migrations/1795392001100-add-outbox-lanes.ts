import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Two lanes of deliveries: what a person waits for goes before what an import or another system process caused.
 * Failures are counted here, because the queue is only a wake-up. Constant defaults: the table is not rewritten;
 * the index is built under a lock that holds for as long as the open deliveries take to be read.
 */
export class AddOutboxLanes1795392001100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE outbox_delivery ADD COLUMN bulk boolean NOT NULL DEFAULT false,
        ADD COLUMN failures integer NOT NULL DEFAULT 0 CHECK (failures >= 0);
      DROP INDEX outbox_delivery_due;
      CREATE INDEX outbox_delivery_due ON outbox_delivery (job_name, bulk, next_dispatch_at)
        WHERE handled_at IS NULL AND failed_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX outbox_delivery_due;
      CREATE INDEX outbox_delivery_due ON outbox_delivery (next_dispatch_at) WHERE handled_at IS NULL AND failed_at IS NULL;
      ALTER TABLE outbox_delivery DROP COLUMN bulk, DROP COLUMN failures;
    `);
  }
}
