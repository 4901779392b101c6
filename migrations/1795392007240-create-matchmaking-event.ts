import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Matchmaking events (对接会), their meetings and follow-ups. A seat takes ticks of five minutes of both parties: the key of
 * event_seat keeps anybody from sitting in two places at once, whatever events they are.
 */
export class CreateMatchmakingEvent1795392007240 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE matchmaking_event (
        id uuid PRIMARY KEY,
        organization_id uuid NOT NULL REFERENCES organization (id),
        state text NOT NULL CHECK (state IN ('draft', 'open', 'closed', 'cancelled')),
        title text NOT NULL,
        introduction text NOT NULL,
        venue text NOT NULL,
        county_code text NOT NULL,
        starts_at timestamptz NOT NULL,
        slot_minutes integer NOT NULL CHECK (slot_minutes BETWEEN 5 AND 240 AND slot_minutes % 5 = 0),
        slots integer NOT NULL CHECK (slots BETWEEN 1 AND 100),
        rooms integer NOT NULL CHECK (rooms BETWEEN 1 AND 100),
        state_reason text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE INDEX matchmaking_event_organization ON matchmaking_event (organization_id, id);
      CREATE INDEX matchmaking_event_year ON matchmaking_event (starts_at) WHERE state = 'closed';

      CREATE TABLE event_meeting (
        id uuid PRIMARY KEY,
        event_id uuid NOT NULL REFERENCES matchmaking_event (id),
        organizer_organization_id uuid NOT NULL REFERENCES organization (id),
        demand_id uuid NOT NULL REFERENCES demand (id),
        achievement_id uuid NOT NULL REFERENCES achievement (id),
        match_id uuid REFERENCES match (id),
        demand_organization_id uuid NOT NULL REFERENCES organization (id),
        achievement_organization_id uuid NOT NULL REFERENCES organization (id),
        state text NOT NULL CHECK (state IN ('invited', 'waiting', 'seated', 'held', 'missed', 'declined', 'cancelled')),
        score integer NOT NULL,
        answers jsonb NOT NULL,
        slot integer,
        room integer,
        check_ins jsonb NOT NULL,
        outcome text CHECK (outcome IN ('cooperate', 'followUp', 'noFit', 'noShow')),
        outcome_note text,
        state_reason text,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT event_meeting_pair_once UNIQUE (event_id, demand_id, achievement_id),
        CONSTRAINT event_meeting_room_once UNIQUE (event_id, slot, room),
        CONSTRAINT event_meeting_seat CHECK ((slot IS NULL) = (room IS NULL)
          AND (state IN ('seated', 'held', 'missed')) = (slot IS NOT NULL))
      );
      CREATE INDEX event_meeting_demand_side ON event_meeting (demand_organization_id, id);
      CREATE INDEX event_meeting_achievement_side ON event_meeting (achievement_organization_id, id);

      CREATE TABLE event_seat (
        organization_id uuid NOT NULL REFERENCES organization (id),
        tick timestamptz NOT NULL,
        meeting_id uuid NOT NULL REFERENCES event_meeting (id),
        CONSTRAINT event_seat_one_place PRIMARY KEY (organization_id, tick)
      );
      CREATE INDEX event_seat_meeting ON event_seat (meeting_id);

      CREATE TABLE event_follow_up (
        id uuid PRIMARY KEY,
        meeting_id uuid NOT NULL REFERENCES event_meeting (id),
        event_id uuid NOT NULL REFERENCES matchmaking_event (id),
        organizer_organization_id uuid NOT NULL REFERENCES organization (id),
        demand_organization_id uuid NOT NULL REFERENCES organization (id),
        achievement_organization_id uuid NOT NULL REFERENCES organization (id),
        state text NOT NULL CHECK (state IN ('scheduled', 'asked', 'answered')),
        days integer NOT NULL,
        due_on date NOT NULL,
        answer jsonb,
        deal_id uuid REFERENCES deal (id),
        contract_id uuid REFERENCES contract (id),
        updated_at timestamptz NOT NULL,
        CONSTRAINT event_follow_up_once UNIQUE (meeting_id, days),
        CONSTRAINT event_follow_up_answered CHECK ((state = 'answered') = (answer IS NOT NULL))
      );
      CREATE INDEX event_follow_up_due ON event_follow_up (due_on) WHERE state = 'scheduled';

      ALTER TABLE matchmaking_event ENABLE ROW LEVEL SECURITY;
      ALTER TABLE matchmaking_event FORCE ROW LEVEL SECURITY;
      CREATE POLICY matchmaking_event_read ON matchmaking_event FOR SELECT TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id() OR state <> 'draft' AND app_actor_kind() = 'person');
      CREATE POLICY matchmaking_event_read_public ON matchmaking_event FOR SELECT TO qy_public USING (state IN ('open', 'closed'));
      CREATE POLICY matchmaking_event_insert ON matchmaking_event FOR INSERT TO qy_app WITH CHECK (
        organization_id = app_organization_id());
      CREATE POLICY matchmaking_event_update ON matchmaking_event FOR UPDATE TO qy_app USING (
        app_is_system() OR organization_id = app_organization_id());
      GRANT SELECT, INSERT ON matchmaking_event TO qy_app;
      GRANT UPDATE (state, state_reason, version, updated_at) ON matchmaking_event TO qy_app;
      GRANT SELECT ON matchmaking_event TO qy_public;

      ALTER TABLE event_seat ENABLE ROW LEVEL SECURITY;
      ALTER TABLE event_seat FORCE ROW LEVEL SECURITY;
      CREATE POLICY event_seat_all ON event_seat TO qy_app USING (app_is_system()) WITH CHECK (app_is_system());
      GRANT SELECT, INSERT, DELETE ON event_seat TO qy_app;
    `);
    for (const table of ['event_meeting', 'event_follow_up']) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_read ON ${table} FOR SELECT TO qy_app USING (
          app_is_system()
          OR app_organization_id() IN (organizer_organization_id, demand_organization_id, achievement_organization_id)
          OR app_has_role('registrar', 'reviewer', 'rewardOfficer', 'auditor'));
        CREATE POLICY ${table}_insert ON ${table} FOR INSERT TO qy_app WITH CHECK (app_is_system());
        CREATE POLICY ${table}_update ON ${table} FOR UPDATE TO qy_app USING (app_is_system());
        GRANT SELECT, INSERT ON ${table} TO qy_app;`);
    }
    await runner.query(`
      GRANT UPDATE (state, answers, slot, room, check_ins, outcome, outcome_note, state_reason, updated_at) ON event_meeting TO qy_app;
      GRANT UPDATE (state, answer, deal_id, contract_id, updated_at) ON event_follow_up TO qy_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE event_follow_up, event_seat, event_meeting, matchmaking_event;`);
  }
}
