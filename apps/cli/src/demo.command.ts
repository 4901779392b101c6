import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { RowReader } from '#domain/import/columns.js';
import type { ImportKind, Upserted } from '#domain/import/import.js';
import type { OrganizationKind } from '#domain/organization/organization.js';
import { systemActor, type PersonActor, type Role } from '#domain/shared/actor.js';
import type { Refusal, Result } from '#domain/shared/result.js';
import { AchievementModule } from '#application/achievement/achievement.module.js';
import { AchievementService } from '#application/achievement/achievement.service.js';
import { DemandModule } from '#application/demand/demand.module.js';
import { DemandService } from '#application/demand/demand.service.js';
import { ActorReader } from '#application/identity/actor.reader.js';
import { IdentityModule } from '#application/identity/identity.module.js';
import { ProvisioningService } from '#application/identity/provisioning.service.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { withModules, type Command } from './command.js';

interface DemoOrganization {
  readonly key: string;
  readonly kind: OrganizationKind;
  readonly name: string;
  readonly creditCode: string;
  readonly countyCode: string;
  readonly members: readonly {
    readonly account: string;
    readonly displayName: string;
    readonly roles: readonly Role[];
    readonly note: string;
  }[];
}

/** An achievement or a demand as data/demo has it: an owner's key, and fields as an import names them. */
type DemoEntry = Readonly<Record<string, unknown>> & { readonly owner: string; readonly externalKey: string };

type Upserts = readonly Result<Upserted, Refusal>[];

const system = systemActor('demo.load', 'demo.load');
const ownEntries = 100;

/** Loads organizations, accounts, achievements and demands of our own making. Entries that are there stay as they are. */
export const demoLoadCommand: Command = {
  name: 'demo:load',
  summary: '载入演示数据（仅演示模式） (load data/demo; MARKET_MODE=demo only)',
  async run(context) {
    const { config, print } = context;
    const password = config.demoPassword;
    if (config.mode !== 'demo' || password === null) {
      print(
        config.mode === 'demo'
          ? '请用环境变量 DEMO_PASSWORD 给出演示账号的口令'
          : '只能在演示模式（MARKET_MODE=demo）载入',
      );
      return 2;
    }
    const { organizations } = read<{ organizations: readonly DemoOrganization[] }>('organizations');
    await withModules(context, [IdentityModule, AchievementModule, DemandModule], async (app) => {
      const owners = await provision(app, organizations, password);
      const { achievements } = read<{ achievements: readonly DemoEntry[] }>('achievements');
      const { demands } = read<{ demands: readonly DemoEntry[] }>('demands');
      print(
        `成果：新建 ${await loadEntries(app, 'achievements', achievements, owners)} 项，共 ${achievements.length} 项`,
      );
      print(`需求：新建 ${await loadEntries(app, 'demands', demands, owners)} 项，共 ${demands.length} 项`);
    });
    for (const { name, members } of organizations) {
      for (const member of members)
        print(`${member.account.padEnd(18)} ${name} ${member.displayName}（${member.note}）`);
    }
    return 0;
  },
};

/** Makes organizations and accounts; gives for each organization's key its first member as an actor. */
async function provision(
  app: INestApplicationContext,
  organizations: readonly DemoOrganization[],
  password: string,
): Promise<ReadonlyMap<string, PersonActor>> {
  const provisioning = app.get(ProvisioningService, { strict: false });
  const actors = app.get(ActorReader, { strict: false });
  const owners = new Map<string, PersonActor>();
  for (const { key, kind, name, creditCode, countyCode, members } of organizations) {
    const organizationId = await provisioning.provisionOrganization(system, { kind, name, creditCode, countyCode });
    for (const { account, displayName, roles } of members) {
      const member = { organizationId, account, password, displayName, roles };
      const personId = await provisioning.provisionMember(system, member);
      const actor = await actors.byMembership(personId, organizationId, system.origin);
      if (actor && !owners.has(key)) owners.set(key, actor);
    }
  }
  return owners;
}

/** Publishes the entries whose key their owner does not have yet; how many. */
async function loadEntries(
  app: INestApplicationContext,
  kind: ImportKind,
  entries: readonly DemoEntry[],
  owners: ReadonlyMap<string, PersonActor>,
): Promise<number> {
  const service =
    kind === 'achievements'
      ? app.get(AchievementService, { strict: false })
      : app.get(DemandService, { strict: false });
  const unitOfWork = app.get(UnitOfWork, { strict: false });
  const reader = new RowReader(kind, { countyCodes: new Map() });
  let created = 0;
  for (const [key, actor] of owners) {
    const known = new Set((await service.listOwn(actor, null, ownEntries)).map((own) => own.externalKey));
    const missing = entries.filter((entry) => entry.owner === key && !known.has(entry.externalKey));
    const contents = missing.map((entry) => contentOf(reader, entry));
    const options = { publish: true, countyCode: actor.countyCode };
    const results = await unitOfWork.run<Upserts>(actor, (tx) =>
      service.upsertByKeys(tx, actor.organizationId, contents, options),
    );
    const refused = results.find((result) => !result.ok);
    if (refused && !refused.ok) throw new Error(`data/demo/${kind}.json: ${JSON.stringify(refused.refusal)}`);
    created += results.length;
  }
  return created;
}

function contentOf(reader: RowReader, { owner, externalKey, ...fields }: DemoEntry) {
  const { change, problems } = reader.read({ ...fields, externalKey });
  const { title } = change;
  if (problems.length > 0 || title === undefined) {
    throw new Error(`data/demo, ${owner} ${externalKey}: ${JSON.stringify(problems)}`);
  }
  return { ...change, title, externalKey };
}

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(join(process.cwd(), 'data', 'demo', `${name}.json`), 'utf8')) as T;
