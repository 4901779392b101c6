import type { MigrationInterface, QueryRunner } from 'typeorm';

const newRoles = ['incubatorManager', 'financeManager'];
const newKinds = ['insurer', 'guarantor', 'village'];

/**
 * Staff of carriers and of financial institutions get roles of their own with what they need and no more; insurers, guarantors
 * and villages become kinds of organization. The lists are read from the CHECKs, so that other widenings stay as they are.
 */
export class WidenRoles1795392007300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await change(runner, 'membership', 'roles', (listed) => [...listed, ...newRoles]);
    await change(runner, 'organization', 'kind', (listed) => [...listed, ...newKinds]);
    await runner.query(`
      UPDATE membership m SET roles = array_replace(m.roles, 'agencyManager', 'incubatorManager')
      FROM organization o WHERE o.id = m.organization_id AND o.kind = 'incubator';
      UPDATE membership m SET roles = array_append(m.roles, CASE o.kind WHEN 'bank' THEN 'financeManager' ELSE 'incubatorManager' END)
      FROM organization o WHERE o.id = m.organization_id AND o.kind IN ('incubator', 'bank') AND 'enterprise' = ANY (m.roles)
        AND NOT m.roles && ARRAY['incubatorManager', 'financeManager'];
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE membership SET roles = array_remove(array_replace(roles, 'incubatorManager', 'agencyManager'), 'financeManager')
      WHERE roles && ARRAY['incubatorManager', 'financeManager'];
      UPDATE organization SET kind = CASE kind WHEN 'village' THEN 'cooperative' ELSE 'enterprise' END
      WHERE kind IN ('insurer', 'guarantor', 'village');
    `);
    await change(runner, 'membership', 'roles', (listed) => listed.filter((role) => !newRoles.includes(role)));
    await change(runner, 'organization', 'kind', (listed) => listed.filter((kind) => !newKinds.includes(kind)));
  }
}

/** Writes the CHECK of a column again with another list. Checking the table locks it for a moment. */
async function change(
  runner: QueryRunner,
  table: string,
  column: string,
  listed: (before: readonly string[]) => readonly string[],
): Promise<void> {
  const rows = (await runner.query(
    `SELECT c.conname AS name, pg_get_constraintdef(c.oid) AS definition FROM pg_constraint c
     JOIN pg_attribute a ON a.attrelid = c.conrelid AND c.conkey = ARRAY[a.attnum]
     WHERE c.conrelid = $1::regclass AND c.contype = 'c' AND a.attname = $2 AND pg_get_constraintdef(c.oid) LIKE '%ARRAY[%'`,
    [table, column],
  )) as { name: string; definition: string }[];
  const [found] = rows;
  if (!found || rows.length !== 1) throw new Error(`${table}.${column} has no single list`);
  const names = [...found.definition.matchAll(/'(\w+)'::text/g)].map((match) => match[1] ?? '');
  const list = listed(names)
    .map((name) => `'${name}'`)
    .join(', ');
  const test = column === 'roles' ? `roles <@ ARRAY[${list}]` : `${column} IN (${list})`;
  await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT "${found.name}";
    ALTER TABLE ${table} ADD CONSTRAINT "${found.name}" CHECK (${test});`);
}
