// The yardstick: node:http and pg, prepared statements, no framework, no sign-in, no checks. A read runs the same SELECT as
// the API and answers the same JSON (bench.mjs compares them before it measures); the POST writes the same rows in one
// transaction: BEGIN, one INSERT a table, COMMIT. Its role and organization are set once a connection.
import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';

pg.types.setTypeParser(1082, (text) => text); // a date stays text
const organizationId = process.env.BENCH_ORGANIZATION;
const personId = process.env.BENCH_PERSON;
const pool = (role) =>
  new pg.Pool({
    connectionString: process.env.DATABASE_URL,
    max: 20,
    options: `-c role=${role} -c timezone=UTC -c app.actor_kind=person -c app.organization_id=${organizationId}`,
  });
const reader = pool('qy_public');
const writer = pool('qy_app');

const demandColumns = `id, organization_id AS "organizationId", state, title, summary, field, county_code AS "countyCode",
  zone_code AS "zoneCode", budget_fen AS "budgetFen", transfer_modes AS "transferModes", needed_by AS "neededBy",
  least_readiness_level AS "leastReadinessLevel", excluded_region_codes AS "excludedRegionCodes",
  valid_until AS "validUntil", external_key AS "externalKey",
  version, created_at AS "createdAt", updated_at AS "updatedAt", published_at AS "publishedAt"`;
const achievementColumns = `id, organization_id AS "organizationId", state, title, summary, field, keywords,
  readiness_level AS "readinessLevel", farm_stage AS "farmStage", county_code AS "countyCode", zone_code AS "zoneCode",
  transfer_modes AS "transferModes", price_fen AS "priceFen", secret, kind, registration_number AS "registrationNumber",
  external_key AS "externalKey", version, created_at AS "createdAt", updated_at AS "updatedAt",
  published_at AS "publishedAt"`;

const queries = {
  demand: `SELECT ${demandColumns} FROM demand WHERE id = $1`,
  achievement: `SELECT ${achievementColumns} FROM achievement WHERE id = $1`,
  list: `SELECT ${demandColumns} FROM demand WHERE state = 'published' AND ($1::uuid IS NULL OR id < $1) ORDER BY id DESC LIMIT $2`,
};
const inserts = {
  demand: `INSERT INTO demand (id, organization_id, state, title, summary, field, county_code, zone_code, budget_fen,
             valid_until, external_key, version, created_at, updated_at, published_at)
           VALUES ($1, $2, 'draft', $3, $4, NULL, $5, NULL, NULL, NULL, NULL, 1, $6, $6, NULL)`,
  transition: `INSERT INTO transition (id, subject_kind, subject_id, event, from_state, to_state, reason, person_id,
                 organization_id, actor_kind, visible_to, at)
               VALUES ($1, 'demand', $2, 'create', NULL, 'draft', NULL, $3, $4, 'person', ARRAY[$4::uuid], $5)`,
  audit: `INSERT INTO audit_record (subject_kind, subject_id, action, person_id, organization_id, actor_kind, actor_name,
            request_id, address, before_hash, after_hash, from_state, to_state, reason, at)
          VALUES ('demand', $1, 'demand.create', $2, $3, 'person', 'session', $4, '127.0.0.1', NULL, $5, NULL, 'draft', NULL, $6)`,
  key: `INSERT INTO idempotency_key (owner, key, input_hash, status, body) VALUES ($1, $2, $3, 201, $4)`,
};
const hash = (text) => createHash('sha256').update(text).digest('hex');
const yuan = (fen) => `${fen.slice(0, -2).padStart(1, '0')}.${fen.slice(-2).padStart(2, '0')}`;
const money = (fen) => (fen === null ? null : { yuan: yuan(fen), fen });

const demandView = (row) => ({
  id: row.id,
  organizationId: row.organizationId,
  state: row.state,
  title: row.title,
  summary: row.summary,
  field: row.field,
  countyCode: row.countyCode,
  zoneCode: row.zoneCode,
  budget: money(row.budgetFen),
  transferModes: row.transferModes,
  neededBy: row.neededBy,
  leastReadinessLevel: row.leastReadinessLevel,
  excludedRegionCodes: row.excludedRegionCodes,
  validUntil: row.validUntil,
  version: row.version,
  createdAt: row.createdAt,
  publishedAt: row.publishedAt,
});
const achievementView = (row) => ({
  id: row.id,
  organizationId: row.organizationId,
  state: row.state,
  title: row.title,
  summary: row.summary,
  field: row.field,
  keywords: row.keywords,
  readinessLevel: row.readinessLevel,
  farmStage: row.farmStage,
  countyCode: row.countyCode,
  zoneCode: row.zoneCode,
  transferModes: row.transferModes,
  price: money(row.priceFen),
  kind: row.kind,
  registrationNumber: row.registrationNumber,
  version: row.version,
  createdAt: row.createdAt,
  publishedAt: row.publishedAt,
  disclosure: null,
});

const read = async (name, values) => (await reader.query({ name, text: queries[name], values })).rows;

async function list(limit) {
  const rows = await read('list', [null, limit + 1]);
  const shown = rows.slice(0, limit);
  const more = rows.length > limit;
  return { items: shown.map(demandView), nextCursor: more ? Buffer.from(shown.at(-1).id).toString('base64url') : null };
}

async function create(text, key) {
  const body = JSON.parse(text);
  const id = randomUUID();
  const now = new Date();
  const row = { id, organizationId, state: 'draft', ...body, version: 1, createdAt: now, publishedAt: null };
  const none = {
    field: null,
    zoneCode: null,
    budgetFen: null,
    transferModes: [],
    neededBy: null,
    leastReadinessLevel: null,
    excludedRegionCodes: [],
    validUntil: null,
  };
  const answer = JSON.stringify(demandView({ ...none, ...row }));
  const client = await writer.connect();
  const insert = (name, values) => client.query({ name, text: inserts[name], values });
  try {
    await client.query('BEGIN');
    await insert('demand', [id, organizationId, body.title, body.summary, body.countyCode, now]);
    await insert('transition', [randomUUID(), id, personId, organizationId, now]);
    await insert('audit', [id, personId, organizationId, randomUUID(), hash(answer), now]);
    await insert('key', [`${organizationId}/bare`, key, hash(text), answer]);
    await client.query('COMMIT');
    return answer;
  } finally {
    client.release();
  }
}

const server = createServer(async (request, response) => {
  const [, , collection, rest] = request.url.split(/[/?]/);
  let text;
  if (request.method === 'POST') {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    text = await create(Buffer.concat(chunks).toString(), request.headers['idempotency-key']);
  } else if (request.url.includes('?')) {
    text = JSON.stringify(await list(Number(rest.split('=')[1])));
  } else if (collection === 'demands') {
    text = JSON.stringify(demandView((await read('demand', [rest]))[0]));
  } else {
    text = JSON.stringify(achievementView((await read('achievement', [rest]))[0]));
  }
  response.writeHead(request.method === 'POST' ? 201 : 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
});
server.listen(Number(process.env.BARE_PORT), '127.0.0.1', () => {
  process.send?.({ ready: `http://127.0.0.1:${process.env.BARE_PORT}` });
});
