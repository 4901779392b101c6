import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueFiles, type CatalogueFile } from '#domain/catalogue/catalogue.js';
import { systemActor } from '#domain/shared/actor.js';
import { CatalogueModule } from '#application/catalogue/catalogue.module.js';
import { CatalogueService } from '#application/catalogue/catalogue.service.js';
import { withModules, type Command } from './command.js';

/** Loads the facts of data/catalogue. Run from the project's root; `catalogue:load DIR` names another folder. */
export const catalogueLoadCommand: Command = {
  name: 'catalogue:load',
  summary: '载入目录数据：县区、示范区、指标、任务 (load data/catalogue)',
  async run(context) {
    const folder = context.args[0] ?? join(process.cwd(), 'data', 'catalogue');
    const contents = readCatalogue(folder);
    const reports = await withModules(context, [CatalogueModule], (app) =>
      app.get(CatalogueService, { strict: false }).load(systemActor('catalogue.load', 'catalogue.load'), contents),
    );
    for (const { table, added, changed, unchanged, retired } of reports) {
      const gone = retired.length === 0 ? '' : `，数据中已无 ${retired.join('、')}（保留在库中，标记停用）`;
      context.print(`${table.padEnd(20)} 新增 ${added}，更新 ${changed}，未变 ${unchanged}${gone}`);
    }
    return 0;
  },
};

export function readCatalogue(folder: string): Record<CatalogueFile, unknown> {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown;
  return Object.fromEntries(catalogueFiles.map((file) => [file, read(file)])) as Record<CatalogueFile, unknown>;
}
