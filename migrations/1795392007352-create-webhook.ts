import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Webhook endpoints, what is sent to each, and the log of attempts. Secrets are sealed (AES-256-GCM, libs/platform/src/secret).
 * `last_sequence` is how far an endpoint's events were taken; `busy_until` keeps one sender at a time on an endpoint.
 */
export class CreateWebhook1795392007352 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE webhook_endpoint (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        person_id uuid NOT NULL,
        url text NOT NULL CHECK (length(url) <= 2000),
        description text NOT NULL,
        event_types text[] NOT NULL,
        state text NOT NULL CHECK (state IN ('active', 'disabled', 'removed')),
        disabled_reason text CHECK (disabled_reason IN ('owner', 'gone', 'failing', 'makerLeft', 'secretUnreadable')),
        secret text NOT NULL,
        previous_secret text,
        previous_secret_until timestamptz,
        failing_since timestamptz,
        last_sequence bigint NOT NULL,
        busy_until timestamptz,
        version integer NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        FOREIGN KEY (person_id, organization_id) REFERENCES membership (person_id, organization_id),
        CHECK ((state = 'disabled') = (disabled_reason IS NOT NULL)),
        CHECK ((previous_secret IS NULL) = (previous_secret_until IS NULL))
      );
      CREATE INDEX webhook_endpoint_organization ON webhook_endpoint (organization_id, id);
      CREATE INDEX webhook_endpoint_person ON webhook_endpoint (person_id, organization_id);
      CREATE INDEX webhook_endpoint_active ON webhook_endpoint (id) WHERE state = 'active';

      CREATE TABLE webhook_delivery (
        id uuid PRIMARY KEY,
        endpoint_id uuid NOT NULL REFERENCES webhook_endpoint (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        message_id uuid NOT NULL,
        event_type text NOT NULL,
        sequence bigint,
        state text NOT NULL CHECK (state IN ('pending', 'delivered', 'failed', 'skipped')),
        attempts integer NOT NULL CHECK (attempts >= 0),
        next_attempt_at timestamptz,
        created_at timestamptz NOT NULL,
        CONSTRAINT webhook_delivery_once UNIQUE (endpoint_id, message_id),
        CHECK ((state = 'pending') = (next_attempt_at IS NOT NULL))
      );
      CREATE INDEX webhook_delivery_due ON webhook_delivery (endpoint_id, next_attempt_at) WHERE state = 'pending';
      CREATE INDEX webhook_delivery_listed ON webhook_delivery (endpoint_id, id);
      CREATE INDEX webhook_delivery_organization ON webhook_delivery (organization_id);
      CREATE INDEX webhook_delivery_age ON webhook_delivery (created_at);

      CREATE TABLE webhook_attempt (
        id uuid PRIMARY KEY,
        delivery_id uuid NOT NULL REFERENCES webhook_delivery (id) ON DELETE CASCADE,
        organization_id uuid NOT NULL REFERENCES organization (id),
        attempt integer NOT NULL,
        at timestamptz NOT NULL,
        status integer,
        duration_ms integer NOT NULL,
        error text,
        answer text NOT NULL CHECK (length(answer) <= 1024)
      );
      CREATE INDEX webhook_attempt_delivery ON webhook_attempt (delivery_id, id);
      CREATE INDEX webhook_attempt_organization ON webhook_attempt (organization_id);
    `);
    for (const table of ['webhook_endpoint', 'webhook_delivery', 'webhook_attempt']) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_read ON ${table} FOR SELECT TO qy_app USING (
          app_is_system() OR organization_id = app_organization_id());
        CREATE POLICY ${table}_insert ON ${table} FOR INSERT TO qy_app WITH CHECK (
          app_is_system() OR organization_id = app_organization_id());
        CREATE POLICY ${table}_update ON ${table} FOR UPDATE TO qy_app USING (
          app_is_system() OR organization_id = app_organization_id());
        CREATE POLICY ${table}_prune ON ${table} FOR DELETE TO qy_app USING (app_is_system());
        GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO qy_app;
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE webhook_attempt, webhook_delivery, webhook_endpoint;`);
  }
}
