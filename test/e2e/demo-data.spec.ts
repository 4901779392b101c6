import { SessionService } from '#application/identity/session.service.js';
import { demoLoadCommand } from '../../apps/cli/src/demo.command.js';
import { startMarket, type TestMarket } from '../support/market.js';

const password = 'Demo-only-7f3a9c1e5b';

/** The first start of a demo fills the market with examples of our own making. */
describe('演示数据', () => {
  let market: TestMarket;
  const printed: string[] = [];
  const load = (mode: 'demo' | 'production') =>
    demoLoadCommand.run({
      config: { ...market.database.config, mode, demoPassword: password },
      args: [],
      print: (line) => printed.push(line),
    });
  beforeAll(async () => {
    market = await startMarket();
    await expect(load('production')).resolves.toBe(2);
    printed.length = 0;
    await expect(load('demo')).resolves.toBe(0);
  });
  afterAll(() => market.close());

  const count = async (sql: string): Promise<number> => (await market.database.owner.query(sql)).rows[0].n;

  it('publishes 40 achievements of all twelve zones and 20 demands, all of 示例 organizations', async () => {
    expect(await count(`SELECT count(*)::int AS n FROM achievement WHERE state = 'published'`)).toBe(40);
    expect(await count(`SELECT count(DISTINCT zone_code)::int AS n FROM achievement`)).toBe(12);
    expect(await count(`SELECT count(*)::int AS n FROM demand WHERE state = 'published'`)).toBe(20);
    expect(await count(`SELECT count(*)::int AS n FROM organization WHERE name NOT LIKE '%示例%'`)).toBe(0);
    expect(await count(`SELECT count(*)::int AS n FROM organization WHERE credit_code_override IS NOT NULL`)).toBe(0);
  });

  it('has an account for every role', async () => {
    const roles = await count(`SELECT count(DISTINCT role)::int AS n FROM membership, unnest(roles) AS role`);
    expect(roles).toBe(11);
    expect(printed.filter((line) => line.includes('@demo'))).toHaveLength(16);
    expect(printed.join('\n')).not.toContain(password);
  });

  it('changes nothing when it is loaded again, not even what somebody edited', async () => {
    await market.database.owner.query(`UPDATE demand SET title = '改过的名称' WHERE external_key = 'DEMO-D01'`);
    await expect(load('demo')).resolves.toBe(0);
    expect(await count(`SELECT count(*)::int AS n FROM demand WHERE title = '改过的名称'`)).toBe(1);
    expect(await count(`SELECT count(*)::int AS n FROM achievement`)).toBe(40);
    expect(printed).toContain('成果：新建 0 项，共 40 项');
  });

  it('lets an account sign in with the password given, and with no other', async () => {
    const sessions = market.api.get(SessionService, { strict: false });
    const visitor = { kind: 'anonymous', origin: { requestId: 'test', address: '127.0.0.1' } } as const;
    const signIn = (word: string) =>
      sessions.signIn(visitor, { account: 'daxue@demo', password: word, organizationId: null, newPassword: null });
    expect(await signIn(password)).toMatchObject({ ok: true });
    expect(await signIn(`${password}x`)).toMatchObject({ ok: false });
  });
});
