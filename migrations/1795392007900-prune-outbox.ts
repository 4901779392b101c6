import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The app's role may not delete what the outbox holds. This function may, of events that are old and whose every delivery was
 * handled: nothing that is left to do, failed ones included. An event's id begins with its time (UUID version 7), so the
 * oldest are read from the primary key.
 */
export class PruneOutbox1795392007900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION app_prune_outbox(kept_days integer, batch integer) RETURNS integer
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
      DECLARE
        since timestamptz := clock_timestamp() - make_interval(days => kept_days);
        pruned integer;
      BEGIN
        IF NOT app_is_system() OR kept_days < 30 THEN
          RAISE EXCEPTION 'the outbox keeps what it handled for 30 days at least' USING ERRCODE = 'insufficient_privilege';
        END IF;
        WITH old AS (
          SELECT e.id FROM outbox_event e
          WHERE e.id < (rpad(lpad(to_hex((extract(epoch FROM since) * 1000)::bigint), 12, '0'), 32, '0'))::uuid
            AND e.occurred_at < since
            AND NOT EXISTS (SELECT FROM outbox_delivery d WHERE d.event_id = e.id AND (d.handled_at IS NULL OR d.handled_at >= since))
          ORDER BY e.id LIMIT batch),
        delivered AS (DELETE FROM outbox_delivery d USING old WHERE d.event_id = old.id)
        DELETE FROM outbox_event e USING old WHERE e.id = old.id;
        GET DIAGNOSTICS pruned = ROW_COUNT;
        RETURN pruned;
      END $$;
      REVOKE ALL ON FUNCTION app_prune_outbox FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_prune_outbox TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION app_prune_outbox`);
  }
}
