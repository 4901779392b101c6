import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import request from 'supertest';
import { Caller } from '../support/caller.js';
import { startMarket, type TestMarket } from '../support/market.js';
import { systemActor } from '#domain/shared/actor.js';
import { ProvisioningService } from '#application/identity/provisioning.service.js';

const password = 'kettle orbit mango fence';
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Whoever tries tokens, keys and passwords that are not theirs. */
describe('冒用身份', () => {
  let market: TestMarket;
  let url: string;
  let session: { accessToken: string; refreshToken: string; sessionId: string; personId: string };
  const names = ['victim', 'locked.out', 'guessed', 'holder'];
  beforeAll(async () => {
    market = await startMarket({ env: { TRUST_PROXY: 'true' } });
    url = await market.api.getUrl();
    const provisioning = market.api.get(ProvisioningService, { strict: false });
    const actor = systemActor('spec', 'spec');
    const organizationId = await provisioning.provisionOrganization(actor, {
      ...{ kind: 'transferAgency', name: '示例机构', creditCode: '91621002MA71ABC01J', countyCode: '621002' },
    });
    for (const account of names) {
      const member = { organizationId, account, password, displayName: account, roles: ['broker'] } as const;
      await provisioning.provisionMember(actor, member);
    }
    session = (await signIn('victim', password).expect(201)).body;
  });
  afterAll(() => market.close());

  const signIn = (account: string, secret: string, address = '198.51.100.7') =>
    request(url).post('/v1/sessions').set('X-Forwarded-For', address).send({ account, password: secret });
  const claims = (): Record<string, unknown> => {
    const middle = session.accessToken.split('.')[1] ?? '';
    return JSON.parse(Buffer.from(middle, 'base64url').toString()) as Record<string, unknown>;
  };
  const hs256 = (body: unknown, header: object = {}, secret = market.database.config.jwtSecret): string => {
    const text = `${part({ alg: 'HS256', typ: 'JWT', ...header })}.${typeof body === 'string' ? body : part(body)}`;
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  };
  const now = () => Math.floor(Date.now() / 1000);
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const rs256 = (header: object): string => {
    const text = `${part({ alg: 'RS256', typ: 'JWT', ...header })}.${part(claims())}`;
    return `${text}.${sign('sha256', Buffer.from(text), rsa.privateKey).toString('base64url')}`;
  };
  const pem = rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const unsigned = (alg: string): string => `${part({ alg, typ: 'JWT' })}.${part(claims())}.`;
  const uuidOf = (n: number): string => `0193f0a2-7c1e-7000-8000-${String(n).padStart(12, '0')}`;

  const forgeries: [string, () => string][] = [
    ['alg none', () => unsigned('none')],
    ['alg None', () => unsigned('None')],
    ['alg nOnE', () => unsigned('nOnE')],
    ['alg empty', () => unsigned('')],
    ['alg none with our signature', () => `${unsigned('none')}${session.accessToken.split('.')[2]}`],
    ['signature removed', () => session.accessToken.replace(/[^.]+$/, '')],
    ['signature of another secret', () => hs256(claims(), {}, 'another secret of more than thirty-two')],
    ['signature with an empty secret', () => hs256(claims(), {}, '')],
    ['HS512 with our secret', () => hs512(claims(), market.database.config.jwtSecret)],
    ['RS256 with a foreign key', () => rs256({})],
    ['HS256 keyed by a public key', () => hs256(claims(), {}, pem)],
    ['jwk in the header', () => rs256({ jwk: rsa.publicKey.export({ format: 'jwk' }) })],
    ['jku in the header', () => rs256({ jku: 'http://127.0.0.1:1/jwks.json' })],
    ['x5u in the header', () => rs256({ x5u: 'http://127.0.0.1:1/cert.pem' })],
    ['kid that walks the disk', () => hs256(claims(), { kid: '../../../../dev/null' }, '')],
    ['kid that speaks SQL', () => hs256(claims(), { kid: "' UNION SELECT 'x' --" }, 'x')],
    ['wrong audience', () => hs256({ ...claims(), aud: 'another' })],
    ['no audience', () => hs256({ ...claims(), aud: undefined })],
    ['wrong issuer', () => hs256({ ...claims(), iss: 'another' })],
    ['wrong type', () => hs256({ ...claims(), typ: 'refresh' })],
    ['no type', () => hs256({ ...claims(), typ: undefined })],
    ['expired', () => hs256({ ...claims(), exp: now() - 1 })],
    ['no expiry', () => hs256({ ...claims(), exp: undefined })],
    ['not yet valid', () => hs256({ ...claims(), nbf: now() + 600 })],
    ['expiry as text', () => hs256({ ...claims(), exp: '9999999999' })],
    ['another person in the same session', () => hs256({ ...claims(), sub: uuidOf(1) })],
    ['a session that is none', () => hs256({ ...claims(), sid: uuidOf(2) })],
    ['a session id that speaks SQL', () => hs256({ ...claims(), sid: "' OR 1=1 --" })],
    ['claims that are no object', () => hs256('bnVsbA')],
    ['one more part', () => `${session.accessToken}.x`],
    ['trailing data', () => `${session.accessToken} x`],
    ['NUL in the middle', () => session.accessToken.replace('.', '.%00')],
    ['the refresh token', () => session.refreshToken],
    ['key prefix only', () => 'qytt_live_'],
    ['key with a wrong checksum', () => `qytt_live_${'A'.repeat(43)}_00000000`],
    ['nothing', () => ''],
  ];
  it.each(forgeries)('401 without detail: %s', async (_name, token) => {
    const answer = await request(url).get('/v1/me').set('Authorization', `Bearer ${token()}`);
    expect(answer.status).toBe(401);
    expect(answer.body.code).toBe('access.unauthenticated');
    expect(JSON.stringify(answer.body)).not.toMatch(/jwt|expired|signature|audience|algorithm/i);
  });

  it('lets the true token in, and nothing in the address', async () => {
    await request(url).get('/v1/me').set('Authorization', `Bearer ${session.accessToken}`).expect(200);
    await request(url).get(`/v1/me?access_token=${session.accessToken}`).expect(401);
    await request(url).get(`/v1/me?token=${session.accessToken}`).expect(401);
    await request(url).get('/v1/me').set('Cookie', `access_token=${session.accessToken}`).expect(401);
  });

  it('ends the whole session when a refresh token comes twice, and when it is signed out', async () => {
    const { body: first } = await signIn('holder', password).expect(201);
    const refresh = (refreshToken: string) => request(url).post('/v1/sessions/refresh').send({ refreshToken });
    const { body: second } = await refresh(first.refreshToken).expect(201);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    await refresh(first.refreshToken).expect(401);
    await refresh(second.refreshToken).expect(401);
    await request(url).get('/v1/me').set('Authorization', `Bearer ${second.accessToken}`).expect(401);

    const { body: third } = await signIn('holder', password).expect(201);
    const parallel = await Promise.all([1, 2, 3, 4].map(() => refresh(third.refreshToken)));
    expect(parallel.filter((answer) => answer.status === 201).length).toBeLessThanOrEqual(1);
    const { rows } = await market.database.owner.query(`SELECT token_hash FROM refresh_token`);
    expect(rows.map((row) => row.token_hash)).not.toContain(first.refreshToken);
  });

  it('locks a pair of account and address after five failures, not the owner elsewhere', async () => {
    for (let i = 0; i < 5; i += 1) await signIn('locked.out', 'wrong guess', '203.0.113.9').expect(401);
    const sixth = await signIn('locked.out', password, '203.0.113.9').expect(429);
    expect(sixth.body.code).toBe('session.locked');
    expect(Number(sixth.headers['retry-after'])).toBeGreaterThan(800);
    await signIn('locked.out', password, '198.51.100.20').expect(201);
    market.clock.moveTo(new Date(market.clock.now().getTime() + 15 * 60_000 + 1000));
    await signIn('locked.out', password, '203.0.113.9').expect(201);
  });

  it('counts parallel guesses, and stops guessing from many addresses but not the owner', async () => {
    await signIn('guessed', password, '198.51.100.30').expect(201);
    const burst = await Promise.all(Array.from({ length: 12 }, () => signIn('guessed', 'wrong guess', '203.0.113.50')));
    expect(burst.filter((answer) => answer.status === 401)).toHaveLength(5);
    for (let i = 0; i < 46; i += 1) await signIn('guessed', 'wrong guess', `203.0.114.${i}`);
    await signIn('guessed', password, '203.0.115.1').expect(429);
    await signIn('guessed', password, '198.51.100.30').expect(201);
  });

  it('answers the same for an account that exists and one that does not', async () => {
    const known = await signIn('victim', 'wrong guess', '203.0.113.77').expect(401);
    const unknown = await signIn('nobody.here', 'wrong guess', '203.0.113.77').expect(401);
    const plain = ({ requestId: _id, ...rest }: Record<string, unknown>) => rest;
    expect(plain(known.body)).toEqual(plain(unknown.body));
    const { rows } = await market.database.owner.query(
      `SELECT count(*) FILTER (WHERE action = 'session.signInFailed')::int AS failed,
              count(*) FILTER (WHERE action = 'session.signIn')::int AS done FROM audit_record`,
    );
    expect(rows[0].failed).toBeGreaterThan(10);
    expect(rows[0].done).toBeGreaterThan(3);
  });

  it('lets a key do what its scopes say and nothing else, until it is revoked', async () => {
    const { body } = await signIn('victim', password).expect(201);
    const owner = new Caller(request(url), body.accessToken, { personId: body.personId, organizationId: '' });
    const content = { name: '工作台', scopes: ['demand.write', 'demand.read'], lifeDays: 90 };
    const scope = await owner.post('/v1/api-keys', { ...content, scopes: ['moon.read'] }).expect(422);
    expect(scope.body.code).toBe('apiKey.unknownScope');
    const tooLong = await owner.post('/v1/api-keys', { ...content, lifeDays: 366 }).expect(422);
    expect(tooLong.body.code).toBe('apiKey.lifeTooLong');
    const made = (await owner.post('/v1/api-keys', content).expect(201)).body;
    expect(made.key).toMatch(/^qytt_live_[A-Za-z0-9]{43}_[0-9a-f]{8}$/);
    const byKey = (path: string) =>
      request(url)
        .get(path)
        .set('X-API-Key', made.key as string);
    await byKey('/v1/demands/mine').expect(200);
    await request(url).get('/v1/demands/mine').set('Authorization', `Bearer ${made.key}`).expect(200);
    for (const path of ['/v1/me', '/v1/sessions', '/v1/api-keys']) await byKey(path).expect(403);
    await byKey('/v1/demands/mine').set('Authorization', `Bearer ${session.accessToken}`).expect(401);
    await request(url).get(`/v1/demands/mine?api_key=${made.key}`).expect(401);
    await request(url).get('/v1/demands/mine').set('X-API-Key', made.key.slice(0, 20)).expect(401);
    const altered = made.key.replace(/.$/, (c: string) => (c === '0' ? '1' : '0'));
    await request(url).get('/v1/demands/mine').set('X-API-Key', altered).expect(401);

    await owner.post('/v1/api-keys', content).expect(201);
    expect((await owner.post('/v1/api-keys', content).expect(409)).body.code).toBe('apiKey.tooMany');
    const list = (await owner.get('/v1/api-keys').expect(200)).body.items;
    expect(list).toHaveLength(2);
    expect(JSON.stringify(list)).not.toContain(made.key);
    const { rows } = await market.database.owner.query(`SELECT * FROM api_key`);
    expect(JSON.stringify(rows)).not.toContain(made.key);
    await owner.delete(`/v1/api-keys/${made.id}`).expect(204);
    await byKey('/v1/demands/mine').expect(401);
  });
});

function hs512(claims: object, secret: string): string {
  const text = `${part({ alg: 'HS512', typ: 'JWT' })}.${part(claims)}`;
  return `${text}.${createHmac('sha512', secret).update(text).digest('base64url')}`;
}

/** Calls are counted and refused beyond their limits. */
describe('频率上限', () => {
  let market: TestMarket;
  beforeAll(async () => {
    market = await startMarket({ env: { RATE_LIMIT: 'on' } });
  });
  afterAll(() => market.close());

  it('tells how many calls are left, refuses sign-up beyond its limit, and leaves others alone', async () => {
    const read = await market.anonymous.get('/v1/demands').expect(200);
    expect(read.headers['ratelimit-policy']).toBe('"anonymous";q=600;w=60');
    expect(read.headers['ratelimit']).toMatch(/^"anonymous";r=599;t=\d+$/);
    const statuses: number[] = [];
    for (let i = 0; i < 21; i += 1) statuses.push((await market.anonymous.post('/v1/organizations', {})).status);
    expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 400));
    const refused = await market.anonymous.post('/v1/organizations', {}).expect(429);
    expect(refused.body.code).toBe('rate.limited');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    await market.anonymous.get('/v1/demands').expect(200);
    const member = await market.member({ roles: ['enterprise'] });
    const own = await member.get('/v1/demands/mine').expect(200);
    expect(own.headers['ratelimit-policy']).toBe('"session";q=12000;w=60');
  });
});
