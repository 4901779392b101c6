// The yardstick: node:http and pg, prepared statements, no framework, no checks. Reads run the same SELECT as the API;
// the POST writes the same rows (demand, audit record, idempotency key) in one transaction.
import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';

const pool = (role) =>
  new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20, options: `-c role=${role} -c timezone=UTC` });
const reader = pool('qy_public');
const writer = pool('qy_app');
const demandColumns = `id, organization_id AS "organizationId", state, title, summary, field, county_code AS "countyCode",
  zone_code AS "zoneCode", budget_fen AS "budgetFen", valid_until AS "validUntil", external_key AS "externalKey",
  version, created_at AS "createdAt", updated_at AS "updatedAt", published_at AS "publishedAt"`;

const queries = {
  demand: `SELECT ${demandColumns} FROM demand WHERE id = $1`,
  achievement: `SELECT * FROM achievement WHERE id = $1`,
  list: `SELECT ${demandColumns} FROM demand WHERE state = 'published' AND ($1::uuid IS NULL OR id < $1) ORDER BY id DESC LIMIT $2`,
};
const read = async (name, params) => (await reader.query({ name, text: queries[name], values: params })).rows;

async function create(body, key) {
  const client = await writer.connect();
  const id = randomUUID();
  const now = new Date();
  const organization = process.env.BENCH_ORGANIZATION;
  try {
    await client.query('BEGIN');
    await client.query(
      `SELECT set_config('app.actor_kind','person',true),set_config('app.organization_id',(SELECT id::text FROM organization LIMIT 1),true)`,
    );
    await client.query({
      name: 'key',
      text: `INSERT INTO idempotency_key (owner, key, input_hash) VALUES ('bare', $1, $2)`,
      values: [key, createHash('sha256').update(JSON.stringify(body)).digest('hex')],
    });
    await client.query({
      name: 'demand-insert',
      text: `INSERT INTO demand (id, organization_id, state, title, summary, county_code, version, created_at, updated_at)
             VALUES ($1, app_organization_id(), 'draft', $2, $3, $4, 1, $5, $5)`,
      values: [id, body.title, body.summary, body.countyCode, now],
    });
    await client.query({
      name: 'audit-insert',
      text: `WITH taken AS (
               INSERT INTO transition (id, subject_kind, subject_id, event, to_state, actor_kind, visible_to, at)
               VALUES ($1, 'demand', $2, 'create', 'draft', 'person', '{}', $3))
             INSERT INTO audit_record (subject_kind, subject_id, action, actor_kind, actor_name, request_id, address, to_state, after_hash, at)
             VALUES ('demand', $2, 'demand.create', 'person', 'bare', $4, '127.0.0.1', 'draft', $5, $3)`,
      values: [randomUUID(), id, now, key, createHash('sha256').update(id).digest('hex')],
    });
    const answer = JSON.stringify({ id, ...body });
    await client.query({
      name: 'key-update',
      text: `UPDATE idempotency_key SET status = 201, body = $2 WHERE owner = 'bare' AND key = $1`,
      values: [key, answer],
    });
    await client.query('COMMIT');
    return answer;
  } finally {
    client.release();
  }
}

const server = createServer(async (request, response) => {
  const [, , collection, idAndQuery] = request.url.split(/[/?]/);
  let text;
  if (request.method === 'POST') {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    text = await create(JSON.parse(Buffer.concat(chunks).toString()), request.headers['idempotency-key']);
  } else if (request.url.includes('?')) text = JSON.stringify({ items: await read('list', [null, 21]) });
  else text = JSON.stringify((await read(collection === 'demands' ? 'demand' : 'achievement', [idAndQuery]))[0]);
  response.writeHead(request.method === 'POST' ? 201 : 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
});
server.listen(Number(process.env.BARE_PORT), '127.0.0.1', () => {
  process.send?.({ ready: `http://127.0.0.1:${process.env.BARE_PORT}` });
});
