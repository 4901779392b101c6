import type { Command } from './command.js';
import { migrateCommand } from './migrate.command.js';

/** Every command. */
export const commands: readonly Command[] = [migrateCommand];
