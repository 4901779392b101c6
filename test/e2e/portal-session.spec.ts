import request from 'supertest';
import { systemActor } from '#domain/shared/actor.js';
import { ProvisioningService } from '#application/identity/provisioning.service.js';
import { startMarket, type TestMarket } from '../support/market.js';

const password = 'kettle orbit mango fence';

/** The portal's sessions: nothing that lasts is within reach of a script, and no other site can use them. */
describe('网页登录', () => {
  let market: TestMarket;
  let url: string;
  beforeAll(async () => {
    market = await startMarket();
    url = await market.api.getUrl();
    const provisioning = market.api.get(ProvisioningService, { strict: false });
    const actor = systemActor('spec', 'spec');
    const organizationId = await provisioning.provisionOrganization(actor, {
      ...{ kind: 'enterprise', name: '示例企业', creditCode: '91621002MA71ABC01J', countyCode: '621002' },
    });
    const member = {
      organizationId,
      account: 'portal.user',
      password,
      displayName: '甲',
      roles: ['enterprise'],
    } as const;
    await provisioning.provisionMember(actor, member);
  });
  afterAll(() => market.close());

  const post = (path: string, headers: Record<string, string> = { 'X-Portal': '1' }) =>
    request(url).post(`/v1/portal-sessions${path}`).set(headers);
  const signIn = () => post('').send({ account: 'portal.user', password }).expect(201);
  const cookieOf = (answer: request.Response): string => String(answer.headers['set-cookie']?.[0] ?? '');
  const sent = (answer: request.Response): Record<string, string> => ({
    'X-Portal': '1',
    Cookie: cookieOf(answer).split(';')[0] ?? '',
  });
  const me = (answer: request.Response) =>
    request(url)
      .get('/v1/me')
      .set('Authorization', `Bearer ${String(answer.body.accessToken)}`);

  it('puts the refresh token in a cookie that no script reads, and nowhere in the answer', async () => {
    const opened = await signIn();
    const [pair = '', ...attributes] = cookieOf(opened).split('; ');
    expect(attributes).toEqual(['Path=/v1/portal-sessions', 'HttpOnly', 'SameSite=Strict']);
    expect(JSON.stringify(opened.body)).not.toContain(pair.split('=')[1]);
    await me(opened).expect(200);
  });

  it('renews from the cookie, and takes a reload within seconds for the same browser', async () => {
    const opened = await signIn();
    const renewed = await post('/refresh', sent(opened)).expect(201);
    market.clock.moveTo(new Date(market.clock.now().getTime() + 5_000));
    const reloaded = await post('/refresh', sent(opened)).expect(201);
    await Promise.all([renewed, reloaded].map((answer) => me(answer).expect(200)));
  });

  it('ends the session when an old cookie comes back later: somebody copied it', async () => {
    const opened = await signIn();
    const renewed = await post('/refresh', sent(opened)).expect(201);
    market.clock.moveTo(new Date(market.clock.now().getTime() + 11_000));
    const refused = await post('/refresh', sent(opened)).expect(401);
    expect(cookieOf(refused)).toContain('Max-Age=0');
    await post('/refresh', sent(renewed)).expect(401);
    await me(renewed).expect(401);
  });

  it('refuses what another site sends', async () => {
    const cookie = sent(await signIn())['Cookie'] ?? '';
    const foreign: Record<string, string>[] = [
      { Cookie: cookie },
      { Cookie: cookie, 'X-Portal': '1', 'Sec-Fetch-Site': 'cross-site' },
      { Cookie: cookie, 'X-Portal': '1', 'Sec-Fetch-Site': 'same-site' },
    ];
    for (const headers of foreign) {
      const answer = await post('/refresh', headers).expect(403);
      expect(answer.body.code).toBe('session.foreignPage');
    }
    await post('', {}).send({ account: 'portal.user', password }).expect(403);
  });

  it('signs out: cookie and access token are good for nothing afterwards', async () => {
    const opened = await signIn();
    const bearer = `Bearer ${String(opened.body.accessToken)}`;
    const ended = await request(url).delete('/v1/portal-sessions/current').set('Authorization', bearer).expect(204);
    expect(cookieOf(ended)).toContain('Max-Age=0');
    expect(ended.headers['clear-site-data']).toContain('storage');
    await post('/refresh', sent(opened)).expect(401);
    await me(opened).expect(401);
  });

  it('knows no cookie that is not of its form', async () => {
    for (const cookie of ['', 'market_refresh=', 'market_refresh=x', `other=${'a'.repeat(43)}`])
      await post('/refresh', { 'X-Portal': '1', Cookie: cookie }).expect(401);
  });
});
