import type { MigrationInterface } from 'typeorm';
import { CreateFoundation1795392000100 } from './1795392000100-create-foundation.js';
import { CreateIdentity1795392000200 } from './1795392000200-create-identity.js';
import { CreateDemand1795392000300 } from './1795392000300-create-demand.js';

/** Every migration, in order. */
export const migrations: readonly (new () => MigrationInterface)[] = [
  CreateFoundation1795392000100,
  CreateIdentity1795392000200,
  CreateDemand1795392000300,
];
