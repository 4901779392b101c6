// What the bench reads and who writes: 2,000 published demands, achievements, one enterprise with a signed-in person.
import { createHmac, randomUUID } from 'node:crypto';

/** @param {import('pg').Client} owner @param {string} secret */
export async function arrange(owner, secret) {
  const organizationId = randomUUID();
  const personId = randomUUID();
  const sessionId = randomUUID();
  await owner.query(
    `INSERT INTO organization (id, kind, name, credit_code, county_code, state, created_at, updated_at)
     VALUES ($1, 'enterprise', '示例企业', 'BENCH', '621022', 'verified', now(), now())`,
    [organizationId],
  );
  await owner.query(
    `INSERT INTO person (id, display_name, state, created_at, updated_at) VALUES ($1, '示例人员', 'active', now(), now())`,
    [personId],
  );
  await owner.query(
    `INSERT INTO membership (person_id, organization_id, roles, since) VALUES ($1, $2, '{enterprise}', now())`,
    [personId, organizationId],
  );
  await owner.query(
    `INSERT INTO session (id, person_id, organization_id, created_at, expires_at) VALUES ($1, $2, $3, now(), '2099-01-01')`,
    [sessionId, personId, organizationId],
  );
  await owner.query(
    `INSERT INTO demand (id, organization_id, state, title, summary, field, county_code, budget_fen, created_at, updated_at, published_at)
     SELECT uuidv7(), $1, 'published', '示例需求 ' || i, repeat('存栏湖羊羔羊断奶后腹泻多，希望降低死亡率。', 5), '农业', '621022', 30000000, now(), now(), now()
     FROM generate_series(1, 2000) AS i`,
    [organizationId],
  );
  const achievementId = await publishedAchievement(owner, organizationId);
  const { rows } = await owner.query(`SELECT id FROM demand ORDER BY id LIMIT 1 OFFSET 1000`);
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const issued = Math.floor(Date.now() / 1000);
  const unsigned = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({
    sub: personId,
    sid: sessionId,
    typ: 'access',
    iss: 'qingyang-technology-market',
    aud: 'qingyang-technology-market-api',
    iat: issued,
    exp: issued + 86_400,
  })}`;
  return {
    organizationId,
    personId,
    demandId: rows[0].id,
    achievementId,
    token: `${unsigned}.${createHmac('sha256', secret).update(unsigned).digest('base64url')}`,
    body: {
      title: '羔羊早期断奶死亡率偏高',
      summary: '羔羊 35 日龄断奶后腹泻多，死亡率约 12%，希望降到 5% 以下。',
      countyCode: '621022',
    },
  };
}

/** @param {import('pg').Client} owner @param {string} organizationId */
async function publishedAchievement(owner, organizationId) {
  const id = randomUUID();
  const { rows: columns } = await owner.query(
    `SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute
     WHERE attrelid = 'achievement'::regclass AND attnum > 0 AND NOT attisdropped AND attnotnull AND NOT atthasdef`,
  );
  const known = {
    id,
    organization_id: organizationId,
    state: 'published',
    title: '示例成果',
    summary: '示例成果的公开摘要，足够长。',
    field: '农业',
    county_code: '621022',
  };
  const values = columns.map(
    ({ name, type }) =>
      known[name] ??
      (type.endsWith('[]')
        ? []
        : type === 'uuid'
          ? randomUUID()
          : type === 'boolean'
            ? false
            : type.startsWith('timestamp')
              ? new Date()
              : type === 'text'
                ? ''
                : type === 'jsonb'
                  ? '[]'
                  : 1),
  );
  const names = columns.map((column) => column.name);
  await owner.query(`SET session_replication_role = replica`);
  await owner.query(
    `INSERT INTO achievement (${names.join(', ')}) VALUES (${names.map((_name, i) => `$${i + 1}`).join(', ')})`,
    values,
  );
  await owner.query(`RESET session_replication_role`);
  return id;
}
