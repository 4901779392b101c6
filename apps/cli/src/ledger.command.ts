import { LedgerModule } from '#application/ledger/ledger.module.js';
import { LedgerService } from '#application/ledger/ledger.service.js';
import { systemActor } from '#domain/shared/actor.js';
import { withModules, type Command } from './command.js';

export const ledgerCheckCommand: Command = {
  name: 'ledger:check',
  summary: '核对账簿：分录平衡、余额、预算与计提一致 (prove the ledger)',
  async run(context) {
    const problems = await withModules(context, [LedgerModule], (app) =>
      app.get(LedgerService).check(systemActor('ledger:check', 'ledger:check')),
    );
    for (const problem of problems) context.print(problem);
    context.print(problems.length === 0 ? '账簿一致' : `账簿有 ${problems.length} 处不一致`);
    return problems.length === 0 ? 0 : 1;
  },
};
