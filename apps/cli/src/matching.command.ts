import { setTimeout as sleep } from 'node:timers/promises';
import { systemActor } from '#domain/shared/actor.js';
import { MatchRunQueue } from '#application/matching/match-run.queue.js';
import { MatchRunsModule } from '#application/matching/match-runs.module.js';
import { withModules, type Command } from './command.js';

const lookEveryMs = 500;

/** Queues a full run and works it off, unless a running worker was faster; tells its progress until it ends. */
export const matchRebuildCommand: Command = {
  name: 'match:rebuild',
  summary: '全部需求重新撮合 (match every public demand anew)',
  run: (context) =>
    withModules(context, [MatchRunsModule], async (app) => {
      const queue = app.get(MatchRunQueue, { strict: false });
      const actor = systemActor('match.rebuild', 'match-rebuild');
      const { id } = await queue.queue(actor, { scope: 'full', reason: 'command' });
      const started = performance.now();
      const working = queue.workOff(actor).catch((error: unknown) => context.print(String(error)));
      for (let told = 0; ;) {
        const run = await queue.find(actor, id);
        if (!run) return 1;
        if (run.done !== told) {
          const perSecond = Math.round((run.done * 1000) / Math.max(1, performance.now() - started));
          context.print(`已撮合需求 ${run.done} / ${run.total} 条，${perSecond} 条/秒`);
          told = run.done;
        }
        if (run.state === 'done' || run.state === 'failed') {
          await working;
          context.print(run.state === 'done' ? `全部撮合完成：需求 ${run.done} 条` : `撮合失败：${run.error ?? ''}`);
          return run.state === 'done' ? 0 : 1;
        }
        await sleep(lookEveryMs);
      }
    }),
};
