import type { RowClass } from '#platform/database/data-source.js';
import { DemandRow } from './demand/demand.row.js';
import { AchievementDisclosureRow, AchievementInventorRow, AchievementRow } from './achievement/achievement.row.js';

/** Every table shape, for the DataSource and for the test that compares it with the migrated schema. */
export const entities: readonly RowClass[] = [
  DemandRow,
  AchievementRow,
  AchievementDisclosureRow,
  AchievementInventorRow,
];
