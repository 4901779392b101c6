// Published achievements for the bench of search: titles and texts of the short-query set, put together anew.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/process.mjs';

const atOnce = 1_000;
const counties = ['621002', '621021', '621022', '621023', '621024', '621025', '621026', '621027'];

/** @param {import('pg').Client} owner @param {number} count */
export async function publishDocuments(owner, count) {
  const { documents } = JSON.parse(readFileSync(join(root, 'test/golden/short-queries.documents.json'), 'utf8'));
  const organizationId = randomUUID();
  await owner.query(
    `INSERT INTO organization (id, kind, name, credit_code, county_code, state, created_at, updated_at)
     VALUES ($1, 'institute', '示例研究院', 'BENCH', '621002', 'verified', now(), now())`,
    [organizationId],
  );
  let seed = 7;
  const random = (below) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const any = () => documents[random(documents.length)];
  for (let done = 0; done < count; done += atOnce) {
    const rows = Array.from({ length: Math.min(atOnce, count - done) }, () => {
      const [one, other, third] = [any(), any(), any()];
      return [`${one.title.slice(0, 12)}与${other.title.slice(0, 10)}`, `${one.text}${other.text}${third.text}`];
    });
    await owner.query(
      `INSERT INTO achievement (id, organization_id, state, title, summary, field, keywords, readiness_level, county_code,
         transfer_modes, price_fen, secret, created_at, updated_at, published_at)
       SELECT uuidv7(), $1, 'published', t.title, t.summary, '示例' || (t.n % 12), '{}', 1 + t.n % 9,
         ($4::text[])[1 + t.n % 8], ARRAY['licence', 'service'], (t.n % 500) * 1000000, false, now(), now(), now()
       FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS t (title, summary, n)`,
      [organizationId, rows.map(([title]) => title), rows.map(([, summary]) => summary), counties],
    );
  }
  await owner.query('ANALYZE');
}
