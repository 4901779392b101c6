import { RegisterBook } from '#application/statistics/entry.book.js';
import { StatisticsModule } from '#application/statistics/statistics.module.js';
import { systemActor } from '#domain/shared/actor.js';
import { withModules, type Command } from './command.js';

export const statisticsEnterCommand: Command = {
  name: 'statistics:enter',
  summary: '把已登记而不在台账中的合同补入登记台账 (enter registered contracts that the register does not know)',
  async run(context) {
    const entered = await withModules(context, [StatisticsModule], (app) =>
      app.get(RegisterBook).enterMissing(systemActor('statistics:enter', 'statistics:enter')),
    );
    context.print(`补入 ${entered} 项`);
    return 0;
  },
};
