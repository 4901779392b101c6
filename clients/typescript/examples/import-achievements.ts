// 批量导入成果：先试运行，没有失败的行再正式导入。
import { must, type Market } from '../src/index.js';

const text = (body: unknown): string => body as string;

async function finished(market: Market, id: string) {
  for (;;) {
    const entry = await must(market.GET('/v1/imports/{id}', { params: { path: { id } } }));
    if (entry.state === 'finished' || entry.state === 'stopped') return entry;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

export async function importAchievements(market: Market, csv: string) {
  const bring = async (dryRun: 'true' | 'false') => {
    const query = { kind: 'achievements', dryRun } as const;
    const options = { params: { query }, body: csv, bodySerializer: text, headers: { 'Content-Type': 'text/csv' } };
    const { id } = await must(market.POST('/v1/imports', options));
    return finished(market, id);
  };
  const rehearsal = await bring('true');
  if (rehearsal.failed > 0) return rehearsal; // 出错的行：GET /v1/imports/{id}/error-file?format=xlsx
  return bring('false');
}
