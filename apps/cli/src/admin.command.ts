import { parseArgs } from 'node:util';
import { v7 as uuid } from 'uuid';
import { accountPattern } from '#application/identity/account.js';
import { IdentityModule } from '#application/identity/identity.module.js';
import { ProvisioningService } from '#application/identity/provisioning.service.js';
import { systemActor } from '#domain/shared/actor.js';
import { parseCreditCode } from '#domain/identifiers/credit-code.js';
import { withModules, type Command } from './command.js';

const usage =
  '用法 (usage): admin:create --account 账号 --name 姓名 --organization 市科技局全称 --credit-code 统一社会信用代码 [--county 621000]';

/** The first security administrator of a market in production. There is no default account. */
export const adminCreateCommand: Command = {
  name: 'admin:create',
  summary: '创建首个安全管理员，打印一次性密码 (create the first security administrator)',
  async run(context) {
    const { values } = parseArgs({
      args: [...context.args],
      options: {
        account: { type: 'string' },
        name: { type: 'string' },
        organization: { type: 'string' },
        'credit-code': { type: 'string' },
        county: { type: 'string', default: '621000' },
      },
    });
    const { account, name, organization, 'credit-code': creditCode, county } = values;
    if (!account || !name || !organization || !creditCode) return fail(context.print, usage);
    if (!accountPattern.test(account)) return fail(context.print, `账号「${account}」格式有误`);
    if (!parseCreditCode(creditCode).ok) return fail(context.print, `「${creditCode}」不是 18 位统一社会信用代码`);
    return withModules(context, [IdentityModule], async (app) => {
      const provisioning = app.get(ProvisioningService, { strict: false });
      const actor = systemActor('admin:create', uuid());
      const bureau = { kind: 'cityBureau', name: organization, creditCode, countyCode: county } as const;
      const organizationId = await provisioning.provisionOrganization(actor, bureau);
      const member = { organizationId, account, displayName: name, roles: ['securityAdmin'] } as const;
      const secret = await provisioning.provisionWithInitialSecret(actor, member);
      if (secret === null) return fail(context.print, `账号「${account}」已存在，没有改动`);
      context.print(`安全管理员 ${account} 已创建。一次性密码（7 天内首次登录时须改）：${secret}`);
      return 0;
    });
  },
};

function fail(print: (line: string) => void, line: string): number {
  print(line);
  return 2;
}
