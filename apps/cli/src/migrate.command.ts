import { migrate } from '#platform/database/migrate.js';
import { migrations } from '../../../migrations/index.js';
import type { Command } from './command.js';

export const migrateCommand: Command = {
  name: 'migrate',
  summary: '更新数据库结构 (bring the schema up to date)',
  async run({ config, print }) {
    const done = await migrate(config, migrations);
    print(done.length === 0 ? '数据库结构已是最新' : `已执行迁移：${done.join('、')}`);
    return 0;
  },
};
