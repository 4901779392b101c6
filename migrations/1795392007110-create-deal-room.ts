import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The negotiation room: one append-only, hash-chained log a deal; documents in versions, each behind its owner's gate; the
 * serial of an offer that was refused and can no longer be accepted. Texts of documents are their owner's rows: the other
 * side gets them through the gate, never by a policy. Files of documents are hidden from the bureau too. New tables; one
 * nullable column on deal: a moment's lock.
 */
export class CreateDealRoom1795392007110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE deal ADD COLUMN refused_serial integer CHECK (refused_serial > 0);

      CREATE TABLE deal_entry (
        id uuid PRIMARY KEY,
        deal_id uuid NOT NULL REFERENCES deal (id),
        serial integer NOT NULL CHECK (serial > 0),
        kind text NOT NULL CHECK (kind IN ('open', 'award', 'offer', 'note', 'refusal', 'agreement', 'document', 'documentVersion',
          'documentWithdrawal', 'contract', 'release', 'breakOff')),
        organization_id uuid REFERENCES organization (id),
        person_id uuid REFERENCES person (id),
        at timestamptz NOT NULL,
        content jsonb NOT NULL,
        previous_hash text,
        hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
        CONSTRAINT deal_entry_serial_once UNIQUE (deal_id, serial),
        CONSTRAINT deal_entry_chained CHECK ((serial = 1) = (previous_hash IS NULL))
      );
      CREATE INDEX deal_entry_refusals ON deal_entry (at) WHERE kind IN ('refusal', 'breakOff');
      ALTER TABLE deal_entry ENABLE ROW LEVEL SECURITY;
      ALTER TABLE deal_entry FORCE ROW LEVEL SECURITY;
      CREATE POLICY deal_entry_read ON deal_entry FOR SELECT TO qy_app USING (
        EXISTS (SELECT FROM deal d WHERE d.id = deal_id));
      CREATE POLICY deal_entry_insert ON deal_entry FOR INSERT TO qy_app WITH CHECK (
        EXISTS (SELECT FROM deal d WHERE d.id = deal_id
          AND (app_is_system() OR app_organization_id() IN (d.buyer_organization_id, d.seller_organization_id))));
      GRANT SELECT, INSERT ON deal_entry TO qy_app;

      CREATE TABLE deal_document (
        id uuid PRIMARY KEY,
        deal_id uuid NOT NULL REFERENCES deal (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        person_id uuid NOT NULL REFERENCES person (id),
        state text NOT NULL CHECK (state IN ('open', 'withdrawn')),
        title text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('contractDraft', 'technicalFile', 'businessFile', 'other')),
        gated boolean NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX deal_document_deal ON deal_document (deal_id, id);
      ALTER TABLE deal_document ENABLE ROW LEVEL SECURITY;
      ALTER TABLE deal_document FORCE ROW LEVEL SECURITY;
      CREATE POLICY deal_document_read ON deal_document FOR SELECT TO qy_app USING (
        EXISTS (SELECT FROM deal d WHERE d.id = deal_id));
      CREATE POLICY deal_document_insert ON deal_document FOR INSERT TO qy_app WITH CHECK (
        organization_id = app_organization_id() AND EXISTS (SELECT FROM deal d WHERE d.id = deal_id
          AND app_organization_id() IN (d.buyer_organization_id, d.seller_organization_id)));
      CREATE POLICY deal_document_update ON deal_document FOR UPDATE TO qy_app USING (
        organization_id = app_organization_id());
      GRANT SELECT, INSERT, UPDATE (state) ON deal_document TO qy_app;

      CREATE TABLE deal_document_version (
        id uuid PRIMARY KEY,
        document_id uuid NOT NULL REFERENCES deal_document (id),
        organization_id uuid NOT NULL REFERENCES organization (id),
        serial integer NOT NULL CHECK (serial > 0),
        attachment_id uuid REFERENCES attachment (id),
        body text,
        note text,
        content_hash text NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
        person_id uuid NOT NULL REFERENCES person (id),
        created_at timestamptz NOT NULL,
        CONSTRAINT deal_document_version_serial_once UNIQUE (document_id, serial),
        CONSTRAINT deal_document_version_has_content CHECK (num_nonnulls(attachment_id, body) >= 1)
      );
      ALTER TABLE deal_document_version ENABLE ROW LEVEL SECURITY;
      ALTER TABLE deal_document_version FORCE ROW LEVEL SECURITY;
      CREATE POLICY deal_document_version_read ON deal_document_version FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id());
      CREATE POLICY deal_document_version_insert ON deal_document_version FOR INSERT TO qy_app WITH CHECK (
        organization_id = app_organization_id());
      GRANT SELECT, INSERT ON deal_document_version TO qy_app;

      DROP POLICY attachment_read ON attachment;
      CREATE POLICY attachment_read ON attachment FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR app_organization_id() = ANY (reader_ids)
        OR (subject_kind <> 'dealDocument' AND app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor')));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY attachment_read ON attachment;
      CREATE POLICY attachment_read ON attachment FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR app_organization_id() = ANY (reader_ids)
        OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'));
      DROP TABLE deal_document_version, deal_document, deal_entry;
      ALTER TABLE deal DROP COLUMN refused_serial;
    `);
  }
}
