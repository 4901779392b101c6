import { systemActor } from '#domain/shared/actor.js';
import { SearchModule } from '#application/search/search.module.js';
import { SearchUpkeep, type IndexDifference } from '#application/search/search.upkeep.js';
import { withModules, type Command } from './command.js';

const kindTitles = {
  achievements: '成果',
  demands: '需求',
  listings: '挂牌',
  institutions: '机构',
  brokers: '技术经纪人',
  experts: '专家',
  cases: '优秀案例',
  policies: '政策',
} as const;
const rate = (done: number, startedMs: number): string =>
  `${Math.round((done * 1000) / Math.max(1, performance.now() - startedMs))} 条/秒`;

export const searchRebuildCommand: Command = {
  name: 'search:rebuild',
  summary: '重建检索索引：另行写好，核对后切换 (fill aside, compare, swap)',
  run: (context) =>
    withModules(context, [SearchModule], async (app) => {
      const upkeep = app.get(SearchUpkeep, { strict: false });
      let [last, before, started] = ['', performance.now(), 0];
      const reports = await upkeep.rebuild(systemActor('search.rebuild', 'search-rebuild'), (engine, kind, done) => {
        if (last !== `${engine}/${kind}`) [last, started] = [`${engine}/${kind}`, before];
        before = performance.now();
        context.print(`${engine} ${kindTitles[kind]} ${done} 条，${rate(done, started)}`);
      });
      for (const { engine, index, count, digest, added, changed, removed } of reports)
        context.print(
          `${engine} ${kindTitles[index as keyof typeof kindTitles]}：${count} 条，摘要 ${digest} 一致；新增 ${added.length}，更新 ${changed}，移除 ${removed}`,
        );
      await upkeep.carry();
      context.print('检索索引已重建');
      return 0;
    }),
};

const shownIds = 10;

export const searchCheckCommand: Command = {
  name: 'search:check',
  summary: '核对检索索引与公开内容，有差异时退出码为 1 (list what the indexes and the public rows differ in)',
  run: (context) =>
    withModules(context, [SearchModule], async (app) => {
      const differences = await app
        .get(SearchUpkeep, { strict: false })
        .check(systemActor('search.check', 'search-check'));
      for (const difference of differences) printDifference(context.print, difference);
      const wrong = differences.reduce(
        (sum, { missing, foreign, outdated }) => sum + missing.length + foreign.length + outdated.length,
        0,
      );
      context.print(
        wrong === 0 ? '检索索引与公开内容一致' : `检索索引有 ${wrong} 处差异；可运行 npm run search:rebuild`,
      );
      return wrong === 0 ? 0 : 1;
    }),
};

function printDifference(print: (line: string) => void, { engine, kind, count, ...lists }: IndexDifference): void {
  const { missing, foreign, outdated } = lists;
  print(
    `${engine} ${kindTitles[kind]}：${count} 条，缺 ${missing.length}，多 ${foreign.length}，旧 ${outdated.length}`,
  );
  for (const [title, ids] of [
    ['缺', missing],
    ['多', foreign],
    ['旧', outdated],
  ] as const)
    if (ids.length > 0) print(`  ${title}：${ids.slice(0, shownIds).join('、')}${ids.length > shownIds ? ' …' : ''}`);
}
