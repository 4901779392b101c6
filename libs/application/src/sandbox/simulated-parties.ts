import { Injectable } from '@nestjs/common';
import { v4 as randomId } from 'uuid';
import { simulatedCounty, simulatedParts, type SimulatedPart } from '#domain/sandbox/simulation.js';
import { systemActor, type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { sandboxIdOf } from '#domain/shared/sandbox-id.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { ProvisioningService } from '../identity/provisioning.service.js';

interface StoredParty {
  readonly part: SimulatedPart;
  readonly organizationId: string;
  readonly personId: string;
}

/** Whom a sandbox pretends. Made when they are first needed, cleared with their sandbox. */
@Injectable()
export class SimulatedParties {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly provisioning: ProvisioningService,
  ) {}

  /** The simulated unit as it acts, in the transaction of who asked. */
  async acting(tx: Tx, sandboxOrganizationId: string, part: SimulatedPart): Promise<PersonActor> {
    const { origin } = tx.actor;
    const party = await this.unitOfWork.run(within(tx), async (system) => {
      await system.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 1795392007750))`, [sandboxOrganizationId]);
      const known = await this.stored(system, sandboxOrganizationId);
      return known.find((one) => one.part === part) ?? this.make(system, sandboxOrganizationId, part);
    });
    const { organizationId, personId } = party;
    const roles = simulatedParts[part].roles;
    return {
      ...{ kind: 'person', personId, organizationId, roles, countyCode: simulatedCounty },
      ...{ via: 'apiKey', scopes: null, origin },
    };
  }

  /** All that a sandbox has pretended so far. */
  async of(tx: Tx, sandboxOrganizationId: string): Promise<readonly StoredParty[]> {
    return this.unitOfWork.run(within(tx), (system) => this.stored(system, sandboxOrganizationId));
  }

  private async make(system: Tx, sandboxOrganizationId: string, part: SimulatedPart): Promise<StoredParty> {
    const { name, kind, roles } = simulatedParts[part];
    const id = sandboxIdOf(randomId());
    const unit = { id, kind, name, countyCode: simulatedCounty, creditCode: `SANDBOX-${id}` };
    const personId = await this.provisioning.provisionSandbox(system, unit, roles);
    await system.query(
      `INSERT INTO sandbox_party (sandbox_organization_id, part, organization_id, person_id) VALUES ($1, $2, $3, $4)`,
      [sandboxOrganizationId, part, id, personId],
    );
    return { part, organizationId: id, personId };
  }

  private async stored(system: Tx, sandboxOrganizationId: string): Promise<StoredParty[]> {
    return system.query<StoredParty>(
      `SELECT part, organization_id AS "organizationId", person_id AS "personId" FROM sandbox_party
       WHERE sandbox_organization_id = $1`,
      [sandboxOrganizationId],
    );
  }
}

/** The system at work in sandboxes, for the caller's request. */
export const within = (tx: Tx): SystemActor => ({
  ...systemActor('sandbox', tx.actor.origin.requestId),
  sandbox: true,
});
