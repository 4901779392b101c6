import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import type pg from 'pg';
import { AuditRepository } from '#application/audit/audit.repository.js';
import { AuditService } from '#application/audit/audit.service.js';
import { AnchorFile } from '#application/audit/anchor.file.js';
import { sha256, verifyChain, type ChainReport } from '#application/audit/verify-chain.js';
import { formatAnchor, linkHash, parseAnchor, type Anchor } from '#domain/audit/audit-chain.js';
import { systemActor } from '#domain/shared/actor.js';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { createLogger } from '#platform/telemetry/logger.js';
import { startMarket, type TestMarket } from '../support/market.js';

/** The auditor of the bureau reads and verifies the trail; nobody rewrites it unseen. */
describe('审计', () => {
  let market: TestMarket;
  let service: AuditService;
  const actor = systemActor('audit.seal', 'spec');
  const need = { title: '示例需求一条', summary: '描述足够长的示例需求，用于审计。', countyCode: '621022' };

  beforeAll(async () => {
    market = await startMarket();
    service = market.api.get(AuditService, { strict: false });
  });
  afterAll(() => market.close());

  const write = async (times: number): Promise<void> => {
    const enterprise = await market.member({ roles: ['enterprise'] });
    for (let i = 0; i < times; i += 1) await enterprise.post('/v1/demands', need).expect(201);
  };
  const anchorLines = (): string[] =>
    readFileSync(market.database.config.auditAnchorFile, 'utf8').trimEnd().split('\n');

  it('seals what happened, anchors it outside the database, and lets the auditor verify it', async () => {
    await write(3);
    const auditor = await market.member({ roles: ['auditor'], organizationKind: 'cityBureau' });
    const before = await auditor.get('/v1/audit-chain/verification').expect(200);
    expect(before.body).toMatchObject({ sound: true, checked: 0, pending: 3 });
    expect(await service.seal(actor)).toBe(4); // three demands and the verification above
    const head = await market.anonymous.get('/v1/audit-chain/head').expect(200);
    expect(head.body.count).toBe(4);
    expect(parseAnchor(anchorLines().at(-1) ?? '')).toMatchObject({ count: 4, head: head.body.head });
    const after = await auditor.get('/v1/audit-chain/verification').expect(200);
    expect(after.body).toMatchObject({
      sound: true,
      checked: 4,
      anchoredCount: 4,
      pending: 0,
      nextFrom: null,
      fault: null,
    });
    const range = await auditor.get('/v1/audit-chain/verification?from=2&through=3').expect(200);
    expect(range.body).toMatchObject({ sound: true, from: 2, checked: 2, pending: null, nextFrom: 4 });
  });

  it('shows records to the auditor only; reading is recorded and ends', async () => {
    const enterprise = await market.member({ roles: ['enterprise'] });
    const { body: demand } = await enterprise.post('/v1/demands', need).expect(201);
    const auditor = await market.member({ roles: ['auditor'], organizationKind: 'cityBureau' });
    await market.anonymous.get('/v1/audit-records').expect(401);
    await enterprise.get('/v1/audit-records').expect(403);
    await enterprise.get('/v1/audit-chain/verification').expect(403);
    const own = await auditor.get(`/v1/audit-records?subjectKind=demand&subjectId=${demand.id}`).expect(200);
    expect(own.body.items).toHaveLength(1);
    expect(own.body.items[0]).toMatchObject({ action: 'demand.create', toState: 'draft', actorName: 'session' });
    const reads = await auditor.get('/v1/audit-records?subjectKind=auditRecord&limit=1').expect(200);
    expect(reads.body.items[0]).toMatchObject({ action: 'auditRecord.read', personId: auditor.identity.personId });

    const seen: string[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < 100; page += 1) {
      const answer = await auditor.get(`/v1/audit-records?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`);
      seen.push(...answer.body.items.map((item: { id: string }) => item.id));
      cursor = answer.body.nextCursor;
      if (cursor === null) break;
    }
    expect(cursor).toBeNull();
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('refuses to change what is append-only, to the app and to the owner alike', async () => {
    const app = await market.database.owner.connect();
    try {
      for (const table of ['audit_record', 'audit_link', 'audit_seal', 'transition']) {
        const column = { audit_record: 'action', audit_link: 'hash', audit_seal: 'head', transition: 'event' }[table];
        for (const sql of [`UPDATE ${table} SET ${column} = ${column}`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
          await expect(app.query(sql)).rejects.toThrow(/append-only/);
          await app.query('BEGIN; SET LOCAL ROLE qy_app');
          await expect(app.query(sql)).rejects.toThrow(/permission denied/);
          await app.query('ROLLBACK');
        }
      }
    } finally {
      app.release();
    }
  });

  it('seals a record that committed late, and one sealer works at a time', async () => {
    const { owner } = market.database;
    await service.seal(actor);
    const late = await owner.connect();
    await late.query('BEGIN');
    await insertRecord(late, 'late.one');
    await write(2);
    await service.seal(actor); // seals past the open transaction's record
    await write(1);
    await service.seal(actor);
    await late.query('COMMIT');
    late.release();
    const sealed = await Promise.all([service.seal(actor), service.seal(actor), service.seal(actor)]);
    expect(sealed.reduce((a, b) => a + b)).toBe(1);
    expect(await service.verify(actor)).toMatchObject({ fault: null, pending: 0 });
  });

  it('heals when the process died between commit and anchor, or in the middle of an anchor line', async () => {
    const file = market.database.config.auditAnchorFile;
    const lines = anchorLines();
    writeFileSync(file, `${lines.slice(0, -1).join('\n')}\n`);
    appendFileSync(file, '{"count":99,"he');
    await service.seal(actor);
    expect(anchorLines()).toEqual(lines);
    await write(1);
    await service.seal(actor);
    expect(await service.verify(actor)).toMatchObject({ fault: null });
  });

  it('is sealed by the worker within seconds', async () => {
    await write(2);
    const worker = await createWorker(
      market.database.config,
      market.clock,
      createLogger(market.database.config, 'test'),
    );
    try {
      const deadline = Date.now() + 10_000;
      while ((await service.verify(actor)).pending !== 0 && Date.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      expect(await service.verify(actor)).toMatchObject({ fault: null, pending: 0 });
    } finally {
      await worker.close();
    }
  });

  describe('tampered by a superuser with triggers off', () => {
    let client: pg.PoolClient;
    let repository: AuditRepository;
    let anchors: Anchor[];

    beforeAll(async () => {
      for (let batch = 0; batch < 6; batch += 1) {
        await write(batch + 5);
        await service.seal(actor);
      }
      client = await market.database.owner.connect();
      repository = market.api.get(AuditRepository, { strict: false });
      anchors = anchorLines().map((line) => parseAnchor(line) as Anchor);
      expect(anchors.at(-1)?.count).toBeGreaterThan(40);
    });
    afterAll(() => client.release());

    const query = {
      query: async <T>(sql: string, params: readonly unknown[] = []) =>
        (await client.query(sql, [...params])).rows as T[],
    };
    const verify = (): Promise<ChainReport> =>
      verifyChain({
        links: (after, limit) => repository.links(query, after, limit),
        hashAt: (sequence) => repository.hashAt(query, sequence),
        settledRecordId: () => repository.settledRecordId(query),
        lastRecordId: () => repository.lastRecordId(query),
        withoutLink: (after, through) => repository.withoutLink(query, after, through),
        anchors: async function* () {
          yield* anchors;
        },
      });

    /** Computes the chain anew from a sequence on, as somebody who knows the algorithm would. */
    async function rehash(from: number): Promise<void> {
      const links = await repository.links(query, 0, 10_000);
      let previous = from === 1 ? '0'.repeat(64) : (links[from - 2]?.hash ?? '');
      const hashes = links.slice(from - 1).map((link) => (previous = linkHash(sha256, previous, link.text ?? '')));
      await client.query(
        `UPDATE audit_link SET hash = decode(h.hash, 'hex') FROM unnest($1::text[]) WITH ORDINALITY AS h (hash, n)
         WHERE sequence = h.n + $2`,
        [hashes, from - 1],
      );
    }

    type Tamper = (sequence: number, length: number) => Promise<number>;
    const recordAt = async (sequence: number): Promise<string> =>
      (await client.query(`SELECT record_id FROM audit_link WHERE sequence = $1`, [sequence])).rows[0].record_id;
    const setRecord = (sequence: number, id: string) =>
      client.query(`UPDATE audit_link SET record_id = $2 WHERE sequence = $1`, [sequence, id]);
    /** Renumbers the links after a sequence, by way of numbers that are free. */
    async function shift(after: number, by: 1 | -1): Promise<void> {
      await client.query(`UPDATE audit_link SET sequence = sequence + 100000 WHERE sequence > $1`, [after]);
      await client.query(`UPDATE audit_link SET sequence = sequence - 100000 + $1 WHERE sequence > 100000`, [by]);
    }
    const columns = [
      'action',
      'subject_kind',
      'actor_name',
      'request_id',
      'address',
      'reason',
      'to_state',
      'after_hash',
    ];
    const kinds: Record<string, Tamper> = {
      edit: async (sequence) => {
        const column = columns[sequence % columns.length];
        await client.query(`UPDATE audit_record SET ${column} = coalesce(${column}, '') || 'x' WHERE id = $1`, [
          await recordAt(sequence),
        ]);
        return sequence;
      },
      delete: async (sequence) => {
        await client.query(`DELETE FROM audit_record WHERE id = $1`, [await recordAt(sequence)]);
        if (sequence % 2 === 0) {
          await client.query(`DELETE FROM audit_link WHERE sequence = $1`, [sequence]);
          await shift(sequence, -1);
        }
        return sequence;
      },
      insert: async (sequence) => {
        await shift(sequence - 1, 1);
        const id = await insertRecord(client, 'forged.insert');
        const before = await repository.hashAt(query, sequence - 1);
        await client.query(`INSERT INTO audit_link (sequence, record_id, hash) VALUES ($1, $2, decode($3, 'hex'))`, [
          sequence,
          id,
          before ?? sha256('forged'),
        ]);
        return sequence;
      },
      swap: async (sequence, length) => {
        const other = sequence === length ? sequence - 1 : sequence + 1;
        const [a, b] = [await recordAt(sequence), await recordAt(other)];
        await setRecord(sequence, '-1');
        await setRecord(other, a);
        await setRecord(sequence, b);
        return Math.min(sequence, other);
      },
      truncate: async (sequence) => {
        await client.query(
          `DELETE FROM audit_record WHERE id IN (SELECT record_id FROM audit_link WHERE sequence >= $1)`,
          [sequence],
        );
        await client.query(`DELETE FROM audit_link WHERE sequence >= $1`, [sequence]);
        await client.query(`DELETE FROM audit_seal WHERE last_sequence >= $1`, [sequence]);
        return sequence;
      },
      rehash: async (sequence) => {
        await client.query(`UPDATE audit_record SET reason = 'forged' WHERE id = $1`, [await recordAt(sequence)]);
        await rehash(sequence);
        return sequence;
      },
    };

    it('has every one of 600 tampers of 6 kinds found, and the first bad row named', async () => {
      const { count: length } = (await verify()).head;
      let seed = 20261123;
      const random = (below: number): number => {
        seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
        return Math.floor((seed / 2 ** 32) * below);
      };
      const missed: string[] = [];
      for (const [kind, tamper] of Object.entries(kinds)) {
        for (let i = 0; i < 100; i += 1) {
          const sequence = 1 + random(length);
          await client.query(`BEGIN; SET LOCAL session_replication_role = replica`);
          const first = await tamper(sequence, length);
          const { fault } = await verify();
          await client.query('ROLLBACK');
          const named =
            fault !== null &&
            fault.sequence !== null &&
            (fault.through === undefined
              ? fault.sequence === first
              : fault.sequence <= first && first <= fault.through);
          if (!named) missed.push(`${kind} at ${sequence}: ${JSON.stringify(fault)}`);
        }
      }
      expect(missed).toEqual([]);
      expect(await verify()).toMatchObject({ fault: null });
    });

    it('does not miss a record pushed in among settled ones, nor an anchor file that was written in', async () => {
      const settled = Number(await repository.settledRecordId(query));
      expect(settled).toBeGreaterThan(10);
      await client.query(`BEGIN; SET LOCAL session_replication_role = replica`);
      await insertRecord(client, 'forged.one', 0);
      expect((await verify()).fault).toMatchObject({ kind: 'recordNotSealed', recordId: '0' });
      await client.query('ROLLBACK');

      const good = anchors;
      anchors = [...good.slice(0, -2), ...good.slice(-1), ...good.slice(-2, -1)];
      expect((await verify()).fault).toMatchObject({ kind: 'anchorDamaged' });
      anchors = [];
      expect((await verify()).fault).toMatchObject({ kind: 'anchorMissing' });
      anchors = good;
    });
  });

  it('refuses to seal on top of a chain that its anchor denies', async () => {
    const file = new AnchorFile(market.database.config);
    const last = (await file.last()) as Anchor;
    appendFileSync(file.path, `${formatAnchor({ ...last, count: last.count + 5 })}\n`);
    await expect(service.seal(actor)).rejects.toThrow(/does not agree/);
    expect((await service.verify(actor)).fault).toMatchObject({ kind: 'tailMissing', sequence: last.count + 1 });
  });
});

async function insertRecord(client: pg.PoolClient, action: string, id?: number): Promise<string> {
  const { rows } = await client.query(
    `INSERT INTO audit_record (${id === undefined ? '' : 'id, '}at, action, subject_kind, subject_id, actor_kind, actor_name, request_id, address)
     ${id === undefined ? '' : 'OVERRIDING SYSTEM VALUE'}
     VALUES (${id === undefined ? '' : `${id}, `}now(), $1, 'demand', gen_random_uuid(), 'system', 'spec', 'spec', '') RETURNING id`,
    [action],
  );
  return rows[0].id;
}
