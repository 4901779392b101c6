import type { MigrationInterface } from 'typeorm';
import { CreateFoundation1795392000100 } from './1795392000100-create-foundation.js';
import { CreateIdentity1795392000200 } from './1795392000200-create-identity.js';
import { CreateDemand1795392000300 } from './1795392000300-create-demand.js';
import { CreateCatalogue1795392000400 } from './1795392000400-create-catalogue.js';
import { CreateImport1795392000410 } from './1795392000410-create-import.js';
import { CreateAchievement1795392000500 } from './1795392000500-create-achievement.js';
import { CreatePublicNotice1795392000510 } from './1795392000510-create-public-notice.js';
import { CreateListing1795392000520 } from './1795392000520-create-listing.js';
import { CreatePatent1795392000530 } from './1795392000530-create-patent.js';
import { CreateTenancy1795392000540 } from './1795392000540-create-tenancy.js';
import { CreateContract1795392000740 } from './1795392000740-create-contract.js';
import { SealAudit1795392001000 } from './1795392001000-seal-audit.js';

/** Every migration, in order. */
export const migrations: readonly (new () => MigrationInterface)[] = [
  CreateFoundation1795392000100,
  CreateIdentity1795392000200,
  CreateDemand1795392000300,
  CreateCatalogue1795392000400,
  CreateImport1795392000410,
  CreateAchievement1795392000500,
  CreatePublicNotice1795392000510,
  CreateListing1795392000520,
  CreatePatent1795392000530,
  CreateTenancy1795392000540,
  CreateContract1795392000740,
  SealAudit1795392001000,
];
