import { adminCreateCommand } from './admin.command.js';
import { auditVerifyCommand } from './audit/audit.command.js';
import { certificateKeyCommand, certificateVerifyCommand } from './certificate.command.js';
import { bundleVerifyCommand } from './evidence.command.js';
import type { Command } from './command.js';
import { catalogueLoadCommand } from './catalogue.command.js';
import { demoLoadCommand } from './demo.command.js';
import { matchRebuildCommand } from './matching.command.js';
import { searchCheckCommand, searchRebuildCommand } from './search.command.js';
import { ledgerCheckCommand } from './ledger.command.js';
import { migrateCommand } from './migrate.command.js';
import { statisticsEnterCommand } from './statistics.command.js';

/** Every command. */
export const commands: readonly Command[] = [
  migrateCommand,
  adminCreateCommand,
  ledgerCheckCommand,
  statisticsEnterCommand,
  auditVerifyCommand,
  certificateKeyCommand,
  certificateVerifyCommand,
  bundleVerifyCommand,
  catalogueLoadCommand,
  demoLoadCommand,
  searchRebuildCommand,
  searchCheckCommand,
  matchRebuildCommand,
];
