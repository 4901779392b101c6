/** The schema in lines of text that can be compared: columns, constraints, indexes, policies, functions, triggers, grants. */
export async function describeSchema(query: (sql: string) => Promise<unknown>): Promise<string[]> {
  const lines: string[] = [];
  for (const sql of parts) {
    const rows = (await query(sql)) as { line: string }[];
    lines.push(...rows.map((row) => row.line).sort());
  }
  return lines;
}

const inPublic = `n.nspname = 'public' AND c.relname <> 'migration' AND c.relname <> 'migration_id_seq'`;

const parts = [
  `SELECT format('column %s.%s %s %s %s %s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
     CASE WHEN a.attnotnull THEN 'not null' END, pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attgenerated) AS line
   FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
   WHERE ${inPublic} AND c.relkind IN ('r', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped`,
  `SELECT format('table %s rls %s force %s acl %s', c.relname, c.relrowsecurity, c.relforcerowsecurity, c.relacl) AS line
   FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${inPublic} AND c.relkind IN ('r', 'v', 'm', 'S')`,
  `SELECT format('constraint %s %s %s', c.relname, k.conname, pg_get_constraintdef(k.oid)) AS line
   FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${inPublic}`,
  `SELECT 'index ' || indexdef AS line FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'migration'`,
  `SELECT format('policy %s %s %s %s using %s check %s', tablename, policyname, cmd, roles, qual, with_check) AS line
   FROM pg_policies WHERE schemaname = 'public'`,
  `SELECT format('function %s %s', p.proname, md5(pg_get_functiondef(p.oid))) AS line
   FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
   WHERE n.nspname = 'public' AND p.prokind = 'f' AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`,
  `SELECT 'trigger ' || pg_get_triggerdef(t.oid) AS line FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
   JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${inPublic} AND NOT t.tgisinternal`,
  `SELECT format('type %s', t.typname) AS line FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
   WHERE n.nspname = 'public' AND t.typtype IN ('e', 'd')`,
];
