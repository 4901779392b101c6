// Registrations a second: the determining request of the API (sign-in, rules, number, certificate with its signature, journal,
// outbox, idempotency key) against bare prepared SQL that writes the same rows. What rows those are is read from the database
// after one request, so the yardstick follows the schema.
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { Agent, request as httpRequest } from 'node:http';
import pg from 'pg';

const connections = 6;
const casesARound = 90;
const body = JSON.stringify({ verifiedTechnologyValueYuan: '1200000.00', type: 'development' });

/** @param {{ owner: pg.Client, appUrl: string, apiUrl: string, secret: string, rounds: number }} options */
export async function benchRegistration({ owner, appUrl, apiUrl, secret, rounds }) {
  const office = await arrangeOffice(owner, secret);
  const sample = await arrangeCases(owner, office, 3);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const viaApi = (id) => determine(agent, apiUrl, office.token, id);
  for (const id of sample) await viaApi(id);
  const template = await recordedRows(owner, sample.at(-1));
  const pool = new pg.Pool({
    connectionString: appUrl,
    max: connections,
    options: `-c role=qy_app -c app.actor_kind=person -c app.roles=registrar -c app.organization_id=${office.bureauId} -c app.person_id=${office.registrarId}`,
  });
  pool.on('error', () => undefined); // when the server stops first, the error before that is the one to show
  const viaSql = (id) => writeRows(pool, template, id);
  const [check] = await arrangeCases(owner, office, 1);
  await viaSql(check);
  const again = await recordedRows(owner, check);
  const shape = (rows) => rows.rows.map(({ table }) => table).join();
  if (shape(again) !== shape(template)) throw new Error(`the two sides write different rows: ${shape(again)}`);
  const rates = { api: [], bare: [] };
  for (let round = -1; round < rounds; round += 1) {
    for (const [side, act] of [
      ['bare', viaSql],
      ['api', viaApi],
    ]) {
      const ids = await arrangeCases(owner, office, casesARound);
      const rate = await throughput(ids, act);
      if (round >= 0) rates[side].push(rate); // the first round warms up
    }
  }
  await pool.end();
  agent.destroy();
  const { rows } = await owner.query(
    `SELECT c.last_serial AS last, (SELECT count(*)::int FROM issued_number) AS issued FROM registration_counter c`,
  );
  if (rows[0].last !== rows[0].issued) throw new Error(`serial ${rows[0].last}, but ${rows[0].issued} numbers`);
  const [api, bare] = [median(rates.api), median(rates.bare)];
  return { api, bare, ratio: api / bare, rows: template.rows.length, registered: rows[0].issued };
}

async function throughput(ids, act) {
  const queue = [...ids];
  const started = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let id = queue.pop(); id !== undefined; id = queue.pop()) await act(id);
    }),
  );
  return (ids.length * 1000) / (performance.now() - started);
}

function determine(agent, apiUrl, token, id) {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      new URL(`/v1/contract-registrations/${id}/determination`, apiUrl),
      {
        method: 'POST',
        agent,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'idempotency-key': randomUUID(),
        },
      },
      (response) => {
        let text = '';
        response.on('data', (part) => (text += part));
        response.on('end', () =>
          response.statusCode === 201 ? resolve(text) : reject(new Error(`${response.statusCode} ${text}`)),
        );
      },
    );
    request.once('error', reject);
    request.end(body);
  });
}

/** Every row that the registering transaction of a case wrote, by table. */
async function recordedRows(owner, id) {
  const { rows: own } = await owner.query(
    `SELECT xmin::text AS xmin, registration_number AS number FROM contract_registration WHERE id = $1`,
    [id],
  );
  const { rows: tables } = await owner.query(
    `SELECT c.relname AS name,
       (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0
          AND NOT a.attisdropped AND a.attidentity = '' AND a.attgenerated = '') AS columns,
       (SELECT array_agg(a.attname::text) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0
          AND format_type(a.atttypid, NULL) IN ('jsonb', 'json')) AS json
     FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  const rows = [];
  for (const { name, columns, json } of tables) {
    const found = await owner.query(
      `SELECT ${columns.map((c) => `"${c}"`).join(', ')} FROM "${name}" WHERE xmin = $1::xid`,
      [own[0].xmin],
    );
    for (const row of found.rows) {
      const values = columns.map((column) =>
        (json ?? []).includes(column) && row[column] !== null ? JSON.stringify(row[column]) : row[column],
      );
      rows.push({ table: name, columns, values });
    }
  }
  // Parents first: an event before its deliveries.
  const order = ['contract_registration', 'issued_number', 'certificate_key', 'outbox_event'];
  const rank = (table) => (order.includes(table) ? order.indexOf(table) : order.length);
  rows.sort((a, b) => rank(a.table) - rank(b.table));
  const certificate = rows.find(({ table }) => table === 'certificate');
  const code = certificate?.values[certificate.columns.indexOf('verification_code')];
  const fresh = rows.flatMap(({ table, columns, values }) =>
    table === 'contract_registration' || !columns.includes('id') || typeof values[columns.indexOf('id')] !== 'string'
      ? []
      : [values[columns.indexOf('id')]],
  );
  return { id, number: own[0].number, code, fresh, rows };
}

/** The same rows for another case: one transaction, one prepared statement a row. */
async function writeRows(pool, { id, number, code, fresh, rows }, caseId) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows: counted } = await client.query({
      name: 'counter',
      text: `UPDATE registration_counter SET last_serial = last_serial + 1 WHERE year = $1 AND office = $2 RETURNING last_serial`,
      values: [Number(number.slice(0, 4)), number.slice(8, 10)],
    });
    const given = `${number.slice(0, 10)}${String(counted[0].last_serial).padStart(6, '0')}`;
    const replacements = [
      [id, caseId],
      [number, given],
      [code, randomBytes(26).reduce((text, byte) => text + '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[byte % 32], '')],
      ...fresh.filter((old) => old.length === 36).map((old) => [old, randomUUID()]),
    ];
    const own = (value) =>
      typeof value === 'string'
        ? replacements.reduce((text, [from, to]) => (from ? text.replaceAll(from, to) : text), value)
        : value;
    let at = 0;
    for (const { table, columns, values } of rows) {
      at += 1;
      if (table === 'registration_counter' || table === 'certificate_key') continue;
      const sent = values.map(own);
      if (table === 'idempotency_key') sent[columns.indexOf('key')] = randomUUID();
      if (table === 'contract_registration') {
        const kept = ['id', 'contract_id', 'provisional_number', 'organization_id', 'contract_text_hash'];
        const changed = columns.filter((column) => !kept.includes(column));
        await client.query({
          name: table,
          text: `UPDATE ${table} SET ${changed.map((c, i) => `"${c}" = $${i + 2}`).join(', ')} WHERE id = $1`,
          values: [caseId, ...changed.map((column) => sent[columns.indexOf(column)])],
        });
      } else {
        await client.query({
          name: `${table}${at}`,
          text: `INSERT INTO "${table}" (${columns.map((c) => `"${c}"`).join(', ')}) VALUES (${columns.map((_c, i) => `$${i + 1}`).join(', ')})`,
          values: sent,
        });
      }
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

async function arrangeOffice(owner, secret) {
  const [sellerId, buyerId, bureauId, registrarId, sessionId] = Array.from({ length: 5 }, () => randomUUID());
  for (const [id, kind, county] of [
    [sellerId, 'institute', '620100'],
    [buyerId, 'enterprise', '621022'],
    [bureauId, 'cityBureau', '621000'],
  ]) {
    await owner.query(
      `INSERT INTO organization (id, kind, name, credit_code, county_code, state, created_at, updated_at)
       VALUES ($1, $2, '示例单位', $3, $4, 'verified', now(), now())`,
      [id, kind, `BENCH-${id}`, county],
    );
  }
  await owner.query(
    `INSERT INTO person (id, display_name, state, created_at, updated_at) VALUES ($1, '示例登记员', 'active', now(), now())`,
    [registrarId],
  );
  await owner.query(
    `INSERT INTO membership (person_id, organization_id, roles, since) VALUES ($1, $2, '{registrar}', now())`,
    [registrarId, bureauId],
  );
  await owner.query(
    `INSERT INTO session (id, person_id, organization_id, created_at, expires_at) VALUES ($1, $2, $3, now(), '2099-01-01')`,
    [sessionId, registrarId, bureauId],
  );
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const issued = Math.floor(Date.now() / 1000);
  const claims = { sub: registrarId, sid: sessionId, typ: 'access', iat: issued, exp: issued + 86_400 };
  const audience = { iss: 'qingyang-technology-market', aud: 'qingyang-technology-market-api' };
  const unsigned = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ ...claims, ...audience })}`;
  const token = `${unsigned}.${createHmac('sha256', secret).update(unsigned).digest('base64url')}`;
  return { sellerId, buyerId, bureauId, registrarId, token };
}

/** Accepted cases, ready to be determined. */
async function arrangeCases(owner, { sellerId, buyerId }, count) {
  const contract = {
    title: '羔羊代乳料研制',
    type: 'development',
    subType: 'commissioned',
    parties: [
      {
        role: 'seller',
        organizationId: sellerId,
        name: '甘肃省示例农业科学院',
        creditCode: 'BENCH-S',
        countyCode: '620100',
      },
      {
        role: 'buyer',
        organizationId: buyerId,
        name: '环县示例羊业有限公司',
        creditCode: 'BENCH-B',
        countyCode: '621022',
      },
    ],
    contractValue: '120000000',
    declaredTechnologyValue: '120000000',
    nonTechnologyItems: [],
    signedOn: '2026-01-05',
    effectiveOn: '2026-01-05',
    validUntil: '2028-12-31',
    relatedParty: false,
    brokerage: [],
  };
  const landing = { countyCode: '621022', zoneCode: null, site: null, evidence: [] };
  await owner.query(`SET session_replication_role = replica`); // the contract before the case is not arranged
  const { rows } = await owner.query(
    `INSERT INTO contract_registration (id, organization_id, contract_id, contract, party_ids, state, office, landing, disputed,
       rule_set_id, accepted_on, due_on, supplements, contract_value_fen, refusal_grounds, created_at, updated_at)
     SELECT uuidv7(), $1, uuidv7(), $3, ARRAY[$1, $2]::uuid[], 'accepted', '01', $4, false, '2026-MIIT', '2026-11-02', '2026-11-23',
       '[]', 120000000, '[]', now(), now() FROM generate_series(1, $5::int) RETURNING id`,
    [sellerId, buyerId, JSON.stringify(contract), JSON.stringify(landing), count],
  );
  await owner.query(`RESET session_replication_role`);
  return rows.map((row) => row.id);
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
