import { Injectable } from '@nestjs/common';
import { v4 as randomId } from 'uuid';
import { staffRoles, type PersonActor, type Role, type SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { isSandboxId, sandboxIdOf } from '#domain/shared/sandbox-id.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { ApiKeyService } from '../identity/api-key.service.js';
import { OrganizationService } from '../identity/organization.service.js';
import { ProvisioningService } from '../identity/provisioning.service.js';
import { SimulatedParties, within } from './simulated-parties.js';
import { MarketEventService } from '../market-event/market-event.service.js';

export interface Sandbox {
  readonly organizationId: string;
  readonly sandboxOrganizationId: string;
  readonly sandboxPersonId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const lifeDays = 30;
const clearedAtOnce = 20;
const columns = `organization_id AS "organizationId", sandbox_organization_id AS "sandboxOrganizationId",
  sandbox_person_id AS "sandboxPersonId", created_at AS "createdAt", expires_at AS "expiresAt"`;

/** A unit's own sandbox: one at a time, with one key, gone after thirty days without being opened again. */
@Injectable()
export class SandboxService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationService,
    private readonly provisioning: ProvisioningService,
    private readonly keys: ApiKeyService,
    private readonly events: MarketEventService,
    private readonly parties: SimulatedParties,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Makes the sandbox, or goes on with the one there is; either way with a new key, told here and never again. */
  async open(
    actor: PersonActor,
    scopes: readonly string[],
  ): Promise<Result<Sandbox & { readonly key: string }, Refusal<'sandbox.within'>>> {
    if (isSandboxId(actor.organizationId)) return refuse('sandbox.within');
    return this.unitOfWork.run(actor, async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 1795392007350))`, [actor.organizationId]);
      const known = await this.ofOrganization(tx, actor.organizationId);
      const now = this.clock.now();
      const expiresAt = new Date(now.getTime() + lifeDays * 86_400_000);
      const sandbox = known ? { ...known, expiresAt } : await this.make(tx, actor, now, expiresAt);
      await tx.query(
        `INSERT INTO sandbox (organization_id, sandbox_organization_id, sandbox_person_id, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (organization_id) DO UPDATE SET expires_at = excluded.expires_at`,
        [
          ...[sandbox.organizationId, sandbox.sandboxOrganizationId, sandbox.sandboxPersonId],
          ...[sandbox.createdAt, sandbox.expiresAt],
        ],
      );
      await this.journal.record(tx, { ...subject(sandbox), event: 'open', from: null, to: null });
      const holder = { personId: sandbox.sandboxPersonId, organizationId: sandbox.sandboxOrganizationId };
      const content = { name: '沙箱', scopes, addresses: [], lifeDays };
      const { key } = await this.unitOfWork.run(within(tx), (system) =>
        this.keys.issueForSandbox(system, holder, content),
      );
      return ok({ ...sandbox, key });
    });
  }

  async get(actor: PersonActor): Promise<Result<Sandbox, Refusal<'sandbox.notFound'>>> {
    const sandbox = await this.unitOfWork.run(actor, (tx) => this.ofOrganization(tx, actor.organizationId));
    return sandbox ? ok(sandbox) : refuse('sandbox.notFound');
  }

  /** Removes the sandbox with everything in it. */
  async remove(actor: PersonActor): Promise<Result<null, Refusal<'sandbox.notFound'>>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const sandbox = await this.ofOrganization(tx, actor.organizationId);
      if (!sandbox) return refuse('sandbox.notFound');
      await this.journal.record(tx, { ...subject(sandbox), event: 'remove', from: null, to: null });
      await this.clear(tx, sandbox.sandboxOrganizationId);
      return ok(null);
    });
  }

  /** Removes the sandboxes whose time is over; each in a transaction of its own. */
  async clearExpired(system: SystemActor): Promise<number> {
    const due = await this.unitOfWork.run(system, (tx) =>
      tx.query<{ id: string }>(
        `SELECT sandbox_organization_id AS id FROM sandbox WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2`,
        [this.clock.now(), clearedAtOnce],
      ),
    );
    for (const { id } of due) await this.unitOfWork.run(system, (tx) => this.clear(tx, id));
    return due.length;
  }

  private async clear(tx: Tx, sandboxOrganizationId: string): Promise<void> {
    // Its own rows first: they name those of the units that it pretended.
    const pretended = await this.parties.of(tx, sandboxOrganizationId);
    // Whoever is sending writes down his attempt first, or finds nothing to write it to.
    await this.unitOfWork.asSystem(tx, 'sandbox', (system) =>
      system.query(`SELECT FROM webhook_delivery WHERE organization_id = $1 FOR UPDATE`, [sandboxOrganizationId]),
    );
    for (const id of [sandboxOrganizationId, ...pretended.map(({ organizationId }) => organizationId)]) {
      await this.events.forget(tx, id);
      await tx.query(`SELECT app_clear_sandbox($1)`, [id]);
    }
    await tx.query(`SELECT app_clear_sandbox_people($1::uuid[])`, [pretended.map(({ personId }) => personId)]);
  }

  /** A unit of the same kind with the same roles; nothing of the bureau's powers. */
  private async make(tx: Tx, actor: PersonActor, now: Date, expiresAt: Date): Promise<Sandbox> {
    const own = await this.organizations.find(tx, actor.organizationId);
    if (!own) throw new Error('an actor without an organization');
    const id = sandboxIdOf(randomId());
    const unit = {
      ...{ id, kind: own.kind, countyCode: own.countyCode },
      name: `沙箱·${own.name}`,
      creditCode: `SANDBOX-${id}`,
    };
    const sandboxPersonId = await this.unitOfWork.run(within(tx), (system) =>
      this.provisioning.provisionSandbox(system, unit, actor.roles.filter(isNoStaff)),
    );
    return {
      organizationId: actor.organizationId,
      sandboxOrganizationId: id,
      sandboxPersonId,
      createdAt: now,
      expiresAt,
    };
  }

  private async ofOrganization(tx: Tx, organizationId: string): Promise<Sandbox | null> {
    const [row] = await tx.query<Sandbox>(`SELECT ${columns} FROM sandbox WHERE organization_id = $1`, [
      organizationId,
    ]);
    return row ?? null;
  }
}

const isNoStaff = (role: Role): boolean => !staffRoles.some((staff) => staff === role);

const subject = ({ organizationId, sandboxOrganizationId }: Sandbox) => ({
  ...{ subjectKind: 'sandbox', subjectId: sandboxOrganizationId, parties: [organizationId] },
});
