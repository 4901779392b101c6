import request from 'supertest';
import { creditCodeCheckCharacter, organizationCheckCharacter } from '#domain/identifiers/credit-code.js';
import { systemActor } from '#domain/shared/actor.js';
import { ProvisioningService } from '#application/identity/provisioning.service.js';
import { adminCreateCommand } from '../../apps/cli/src/admin.command.js';
import { Caller } from '../support/caller.js';
import { startMarket, type TestMarket } from '../support/market.js';

const password = 'kettle orbit mango fence';

/** Signing up, signing in, working together, leaving. */
describe('单位与人员', () => {
  let market: TestMarket;
  let url: string;
  beforeAll(async () => {
    market = await startMarket();
    url = await market.api.getUrl();
  });
  afterAll(() => market.close());

  const signUp = (account: string, change: object = {}) =>
    market.anonymous.post('/v1/organizations', {
      kind: 'enterprise',
      name: '示例湖羊公司',
      creditCode: newCreditCode(),
      countyCode: '621022',
      account,
      password,
      displayName: '示例人员',
      ...change,
    });
  const signIn = (account: string, secret = password, more: object = {}) =>
    market.anonymous.post('/v1/sessions', { account, password: secret, ...more });
  const signedIn = async (account: string, secret = password, more: object = {}) => {
    const { body } = await signIn(account, secret, more).expect(201);
    return new Caller(request(url), body.accessToken, { personId: body.personId, organizationId: body.organizationId });
  };

  it('signs an enterprise up, which the county verifies; before that it may draft but not publish', async () => {
    const { body } = await signUp('county.sheep').expect(201);
    expect(body).toMatchObject({ state: 'unverified', creditCodeKind: 'enterprise' });
    const path = `/v1/organizations/${body.id}`;
    await market.anonymous.get(path).expect(404);
    const owner = await signedIn('County.Sheep');
    await owner.get(path).expect(200);
    const me = await owner.get('/v1/me').expect(200);
    expect(me.body).toMatchObject({ roles: ['enterprise'], organizationId: body.id });
    const need = { title: '羔羊断奶', summary: '羔羊断奶后死亡率偏高，求方案。', countyCode: '621022' };
    const draft = await owner.post('/v1/demands', need).expect(201);
    const refused = await owner.post(`/v1/demands/${draft.body.id}/publication`).expect(409);
    expect(refused.body.code).toBe('organization.unverified');

    await owner.post(`${path}/verification`).expect(403);
    const other = await market.member({
      roles: ['countyOfficer'],
      organizationKind: 'countyBureau',
      countyCode: '621002',
    });
    await other.post(`${path}/verification`).expect(404);
    const officer = await market.member({
      roles: ['countyOfficer'],
      organizationKind: 'countyBureau',
      countyCode: '621022',
    });
    const waiting = await officer.get('/v1/organizations/unverified').expect(200);
    expect(waiting.body.items.map((item: { id: string }) => item.id)).toContain(body.id);
    await officer.post(`${path}/verification`).expect(201);
    await market.anonymous.get(path).expect(200);
    await owner.post(`/v1/demands/${draft.body.id}/publication`).expect(201);
    const fixed = await owner.patch(path, 2, { name: '改名' }).expect(409);
    expect(fixed.body.code).toBe('organization.fixed');
  });

  it('refuses a rejected one with a reason, and takes it back after its correction', async () => {
    const { body } = await signUp('rejected.one').expect(201);
    const path = `/v1/organizations/${body.id}`;
    const registrar = await market.member({
      roles: ['registrar'],
      organizationKind: 'cityBureau',
      countyCode: '621000',
    });
    await registrar.post(`${path}/rejection`, { reason: '名称与执照不符' }).expect(201);
    const owner = await signedIn('rejected.one');
    expect((await owner.get(path).expect(200)).body).toMatchObject({
      state: 'rejected',
      stateReason: '名称与执照不符',
    });
    const amended = await owner.patch(path, 2, { name: '示例湖羊养殖公司' }).expect(200);
    expect(amended.body).toMatchObject({ state: 'unverified', name: '示例湖羊养殖公司' });
  });

  it('takes one credit code and one account once; a code failing its check needs a reason', async () => {
    const creditCode = newCreditCode();
    await signUp('first.here', { creditCode }).expect(201);
    expect((await signUp('second.here', { creditCode }).expect(409)).body.code).toBe('organization.exists');
    expect((await signUp('FIRST.here').expect(409)).body.code).toBe('account.taken');
    const early = { creditCode: '91350203M0001QAY9B' };
    expect((await signUp('early.code', early).expect(422)).body.code).toBe('creditCode.overrideNeeded');
    const why = '营业执照原件所载，厦门市市场监管局发证';
    await signUp('early.code', { ...early, creditCodeOverride: why }).expect(201);
    expect((await signUp('weak.word', { password: 'password1' }).expect(422)).body.code).toBe('password.tooCommon');
    await signUp('bureau.fake', { kind: 'cityBureau' }).expect(400);
  });

  it('lets a principal invite, change and end; the secret is good once', async () => {
    await signUp('agency.boss', { kind: 'transferAgency', name: '示例技术转移公司' }).expect(201);
    const boss = await signedIn('agency.boss');
    const members = `/v1/organizations/${boss.identity.organizationId}/members`;
    const invitation = { account: 'agency.broker', displayName: '示例经纪人', roles: ['broker'] };
    const foreign = await boss.post(members, { ...invitation, roles: ['registrar'] }).expect(422);
    expect(foreign.body.code).toBe('member.roleNotOfKind');
    const { body } = await boss.post(members, invitation).expect(201);
    const needs = await signIn('agency.broker', body.initialSecret).expect(422);
    expect(needs.body.code).toBe('session.passwordChangeRequired');
    const broker = await signedIn('agency.broker', body.initialSecret, { newPassword: 'fifteen sheep cross rivers' });
    await signIn('agency.broker', body.initialSecret).expect(401);
    await broker.post(members, { ...invitation, account: 'another.one' }).expect(403);
    await market.anonymous.get(members).expect(401);
    const stranger = await market.member({ roles: ['enterprise'] });
    await stranger.get(members).expect(404);
    const own = `${members}/${broker.identity.personId}`;
    await boss.patch(own, 1, { roles: ['broker', 'agencyManager'] }).expect(200);
    expect((await broker.get('/v1/me').expect(200)).body.roles).toEqual(['broker', 'agencyManager']);
    await boss.patch(own, 1, { roles: ['broker'] }).expect(412);
    expect((await boss.post(`${members}/${boss.identity.personId}/ending`).expect(409)).body.code).toBe('member.self');
    await boss.post(`${own}/ending`).expect(201);
    await broker.get('/v1/me').expect(401);
    await signIn('agency.broker', 'fifteen sheep cross rivers').expect(401);
  });

  it('keeps the three administrations apart, even against the database', async () => {
    const admin = await market.member({ roles: ['securityAdmin'], organizationKind: 'cityBureau' });
    const members = `/v1/organizations/${admin.identity.organizationId}/members`;
    const both = { account: 'two.powers', displayName: '某', roles: ['auditor', 'systemAdmin'] };
    expect((await admin.post(members, both).expect(422)).body.code).toBe('member.powersNotSeparated');
    const { body } = await admin.post(members, { ...both, roles: ['auditor'] }).expect(201);
    await expect(
      market.database.owner.query(`UPDATE membership SET roles = '{auditor,systemAdmin}' WHERE person_id = $1`, [
        body.personId,
      ]),
    ).rejects.toMatchObject({ constraint: 'membership_powers_separated' });
  });

  it('gives nobody two of them when two administrators act at once', async () => {
    const admins = await Promise.all(
      ['621000', '621002'].map((countyCode) =>
        market.member({ roles: ['securityAdmin'], organizationKind: 'cityBureau', countyCode }),
      ),
    );
    const person = { account: 'raced.over', displayName: '某', roles: ['registrar'] };
    const path = (i: number) => `/v1/organizations/${admins[i]?.identity.organizationId}/members`;
    const { body } = await admins[0]!.post(path(0), person).expect(201);
    await admins[1]!.post(path(1), person).expect(201);
    const answers = await Promise.all([
      admins[0]!.patch(`${path(0)}/${body.personId}`, 1, { roles: ['auditor'] }),
      admins[1]!.patch(`${path(1)}/${body.personId}`, 1, { roles: ['systemAdmin'] }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422]);
  });

  it('disables a person: every session ends at once', async () => {
    await signUp('to.disable').expect(201);
    const person = await signedIn('to.disable');
    const admin = await market.member({ roles: ['securityAdmin'], organizationKind: 'cityBureau' });
    await admin.post(`/v1/people/${person.identity.personId}/disablement`, { reason: '离职' }).expect(201);
    await person.get('/v1/me').expect(401);
    await signIn('to.disable').expect(401);
    await admin.post(`/v1/people/${person.identity.personId}/enablement`, { reason: '复职' }).expect(201);
    await signedIn('to.disable');
  });

  it('ends the other sessions when the password changes', async () => {
    await signUp('changes.word').expect(201);
    const here = await signedIn('changes.word');
    const there = await signedIn('changes.word');
    expect((await here.get('/v1/sessions').expect(200)).body.items).toHaveLength(2);
    const words = { currentPassword: 'not the password', newPassword: 'seven barley fields ahead' };
    expect((await here.put('/v1/me/password', words).expect(422)).body.code).toBe('password.wrong');
    await here.put('/v1/me/password', { ...words, currentPassword: password }).expect(204);
    await there.get('/v1/me').expect(401);
    await here.get('/v1/me').expect(200);
    await here.delete('/v1/sessions/current').expect(204);
    await here.get('/v1/me').expect(401);
  });

  it('ends a session after its time, however often it is renewed', async () => {
    await signUp('long.sitter').expect(201);
    let { body } = await signIn('long.sitter').expect(201);
    const start = market.clock.now().getTime();
    for (let minutes = 25; minutes < 12 * 60; minutes += 25) {
      market.clock.moveTo(new Date(start + minutes * 60_000));
      ({ body } = await market.anonymous.post('/v1/sessions/refresh', { refreshToken: body.refreshToken }).expect(201));
    }
    market.clock.moveTo(new Date(start + 12 * 3600_000 + 1000));
    await market.anonymous.post('/v1/sessions/refresh', { refreshToken: body.refreshToken }).expect(401);
    const idle = await signIn('long.sitter').expect(201);
    market.clock.moveTo(new Date(market.clock.now().getTime() + 31 * 60_000));
    await market.anonymous.post('/v1/sessions/refresh', { refreshToken: idle.body.refreshToken }).expect(401);
  });

  it('provisions organizations and people once', async () => {
    const provisioning = market.api.get(ProvisioningService, { strict: false });
    const actor = systemActor('demo:load', 'spec');
    const bureau = {
      kind: 'cityBureau' as const,
      name: '示例市科技局',
      creditCode: newCreditCode(),
      countyCode: '621000',
    };
    const organizationId = await provisioning.provisionOrganization(actor, bureau);
    expect(await provisioning.provisionOrganization(actor, bureau)).toBe(organizationId);
    const member = { organizationId, account: 'demo.registrar', password: 'demo-2026', displayName: '示例登记员' };
    const personId = await provisioning.provisionMember(actor, { ...member, roles: ['registrar'] });
    expect(await provisioning.provisionMember(actor, { ...member, roles: ['registrar'] })).toBe(personId);
    await signedIn('demo.registrar', 'demo-2026');
    await expect(provisioning.provisionMember(actor, { ...member, roles: ['broker'] })).rejects.toThrow(
      'roleNotOfKind',
    );
  });

  it('creates the first security administrator by command, with a secret good for one sign-in', async () => {
    const lines: string[] = [];
    const code = newCreditCode();
    const args = ['--account', 'first.admin', '--name', '示例', '--organization', '示例科技局', '--credit-code', code];
    const run = () =>
      adminCreateCommand.run({ config: market.database.config, args, print: (line) => void lines.push(line) });
    expect(await run()).toBe(0);
    const secret = /：([0-9A-Z-]{23})$/.exec(lines[0] ?? '')?.[1] ?? '';
    await signIn('first.admin', secret).expect(422);
    const weak = await signIn('first.admin', secret, { newPassword: 'onlylowercase words' }).expect(422);
    expect(weak.body.code).toBe('password.classes');
    const admin = await signedIn('first.admin', secret, { newPassword: 'Seven barley fields 7' });
    expect((await admin.get('/v1/me').expect(200)).body.roles).toEqual(['securityAdmin']);
    expect(await run()).toBe(2);
  });

  it('shows no credential, token or key to any person, the administrator included', async () => {
    const client = await market.database.owner.connect();
    try {
      await client.query(`SET ROLE qy_app; SET app.actor_kind = 'person'; SET app.roles = 'securityAdmin,systemAdmin'`);
      for (const table of ['credential', 'refresh_token', 'sign_in_attempt']) {
        expect((await client.query(`SELECT * FROM ${table}`)).rows).toEqual([]);
      }
      expect((await client.query(`SELECT * FROM api_key`)).rows).toEqual([]);
    } finally {
      client.release(true);
    }
    const { rows } = await market.database.owner.query(`SELECT count(*)::int AS n FROM credential`);
    expect(rows[0].n).toBeGreaterThan(3);
  });
});

let serial = 0;
function newCreditCode(): string {
  serial += 1;
  const eight = `MA7${String(serial).padStart(5, '0')}`;
  const body = `91621022${eight}${organizationCheckCharacter(`${eight}0`)}`;
  return body + creditCodeCheckCharacter(body);
}
