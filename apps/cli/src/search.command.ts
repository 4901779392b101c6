import { systemActor } from '#domain/shared/actor.js';
import { SearchModule } from '#application/search/search.module.js';
import { SearchService } from '#application/search/search.service.js';
import { withModules, type Command } from './command.js';

const kindTitles = { achievements: '成果', demands: '需求' } as const;
const rate = (done: number, startedMs: number): string =>
  `${Math.round((done * 1000) / Math.max(1, performance.now() - startedMs))} 条/秒`;

export const searchRebuildCommand: Command = {
  name: 'search:rebuild',
  summary: '重建检索索引 (write every public document anew)',
  run: (context) =>
    withModules(context, [SearchModule], async (app) => {
      const started = performance.now();
      const search = app.get(SearchService, { strict: false });
      await search.rebuild(systemActor('search.rebuild', 'search-rebuild'), (kind, done) =>
        context.print(`${kindTitles[kind]} ${done} 条，${rate(done, started)}`),
      );
      await search.carry();
      context.print('检索索引已重建');
      return 0;
    }),
};
