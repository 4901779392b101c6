import { systemActor } from '#domain/shared/actor.js';
import { MatchRuns } from '#application/matching/match.runs.js';
import { MatchRunsModule } from '#application/matching/match-runs.module.js';
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

export const matchRebuildCommand: Command = {
  name: 'match:rebuild',
  summary: '全部需求重新撮合 (match every public demand anew)',
  run: (context) =>
    withModules(context, [MatchRunsModule], async (app) => {
      const started = performance.now();
      const done = await app
        .get(MatchRuns, { strict: false })
        .rematchAll(systemActor('match.rebuild', 'match-rebuild'), (count) =>
          context.print(`已撮合需求 ${count} 条，${rate(count, started)}`),
        );
      context.print(`全部撮合完成：需求 ${done} 条`);
      return 0;
    }),
};
