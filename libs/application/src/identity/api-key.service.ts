import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Origin, PersonActor, Role, SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { allowsAddress } from '#domain/shared/address-range.js';
import { apiKeyHint, hashToken, isApiKey, isTestKey, newApiKey } from './secrets.js';

/** Two, so that a new key can be in use before the old one goes. */
const maxLiveKeys = 2;
const maxLifeDays = 365;

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  /** First characters of the key. */
  readonly hint: string;
  readonly scopes: readonly string[];
  /** Addresses and networks it may be used from; empty: any. */
  readonly addresses: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
}

export interface ApiKeyContent {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly addresses: readonly string[];
  readonly lifeDays: number;
}

const columns = `id, name, hint, scopes, addresses, created_at AS "createdAt", expires_at AS "expiresAt", last_used_at AS "lastUsedAt"`;

/** Keys of brokers' REST clients. A key acts for the organization its maker acted for, within scopes, never more than the maker may. */
@Injectable()
export class ApiKeyService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** `key` is told here and never again. */
  async create(
    actor: PersonActor,
    content: ApiKeyContent,
  ): Promise<Result<ApiKey & { readonly key: string }, Refusal<'apiKey.tooMany' | 'apiKey.lifeTooLong'>>> {
    if (content.lifeDays > maxLifeDays) return refuse('apiKey.lifeTooLong', { days: String(maxLifeDays) }, '/lifeDays');
    const now = this.clock.now();
    return this.unitOfWork.run(actor, async (tx) => {
      await tx.query(`SELECT FROM person WHERE id = $1 FOR UPDATE`, [actor.personId]); // one after another: the limit holds
      const live = await tx.query(
        `SELECT id FROM api_key WHERE person_id = $1 AND revoked_at IS NULL AND expires_at > $2`,
        [actor.personId, now],
      );
      if (live.length >= maxLiveKeys) return refuse('apiKey.tooMany', { max: String(maxLiveKeys) });
      return ok(await this.issue(tx, actor, content, 'live'));
    });
  }

  /** Makes the one key of a sandbox; those before it are over. As the system: its holder is nobody who signs in. */
  async issueForSandbox(tx: Tx, holder: KeyHolder, content: ApiKeyContent): Promise<ApiKey & { readonly key: string }> {
    await tx.execute(`UPDATE api_key SET revoked_at = $2 WHERE person_id = $1 AND revoked_at IS NULL`, [
      holder.personId,
      this.clock.now(),
    ]);
    return this.issue(tx, holder, content, 'test');
  }

  private async issue(
    tx: Tx,
    holder: KeyHolder,
    content: ApiKeyContent,
    world: 'live' | 'test',
  ): Promise<ApiKey & { readonly key: string }> {
    const now = this.clock.now();
    const key = newApiKey(world);
    const expiresAt = new Date(now.getTime() + content.lifeDays * 86_400_000);
    const scopes = [...new Set(content.scopes)];
    const addresses = [...new Set(content.addresses)];
    const made: ApiKey = {
      ...{ id: uuid(), name: content.name, hint: apiKeyHint(key), scopes, addresses },
      ...{ createdAt: now, expiresAt, lastUsedAt: null },
    };
    await tx.query(
      `INSERT INTO api_key (id, person_id, organization_id, name, hint, key_hash, scopes, addresses, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[made.id, holder.personId, holder.organizationId, made.name, made.hint, hashToken(key), scopes, addresses],
        ...[now, expiresAt],
      ],
    );
    await this.journal.record(tx, { ...subject(holder, made.id), event: 'create', after: made });
    return { ...made, key };
  }

  async listOwn(actor: PersonActor): Promise<ApiKey[]> {
    return this.unitOfWork.run(actor, (tx) =>
      tx.query<ApiKey>(
        `SELECT ${columns} FROM api_key WHERE person_id = $1 AND revoked_at IS NULL AND expires_at > $2
         ORDER BY id DESC LIMIT 10`,
        [actor.personId, this.clock.now()],
      ),
    );
  }

  async revoke(actor: PersonActor, id: string): Promise<Result<null, Refusal<'apiKey.notFound'>>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const touched = await tx.execute(
        `UPDATE api_key SET revoked_at = $3 WHERE id = $1 AND person_id = $2 AND revoked_at IS NULL`,
        [id, actor.personId, this.clock.now()],
      );
      if (touched === 0) return refuse('apiKey.notFound');
      await this.journal.record(tx, { ...subject(actor, id), event: 'revoke' });
      return ok(null);
    });
  }

  /** Who acts by a key, or null. A text that is no key by its checksum never reaches the database. */
  async actorOf(key: string, origin: Origin): Promise<PersonActor | null> {
    if (!isApiKey(key)) return null;
    const now = this.clock.now();
    const system: SystemActor = {
      ...{ kind: 'system', name: 'identity.apiKey', origin: { requestId: origin.requestId, address: '' } },
      ...(isTestKey(key) && { sandbox: true }),
    };
    return this.unitOfWork.runSeparately(system, async (tx) => {
      const [row] = await tx.query<FoundKey>(
        `SELECT k.id, k.person_id AS "personId", k.organization_id AS "organizationId", k.scopes, m.roles,
                o.county_code AS "countyCode", k.last_used_at AS "lastUsedAt", k.addresses
         FROM api_key k
         JOIN person p ON p.id = k.person_id AND p.state = 'active'
         JOIN membership m ON m.person_id = k.person_id AND m.organization_id = k.organization_id AND m.ended_at IS NULL
         JOIN organization o ON o.id = k.organization_id AND o.state <> 'suspended'
         WHERE k.key_hash = $1 AND k.revoked_at IS NULL AND k.expires_at > $2`,
        [hashToken(key), now],
      );
      if (!row) return null;
      const { id, lastUsedAt, addresses, ...who } = row;
      if (!allowsAddress(addresses, origin.address)) return null;
      // To the minute: a row written at every request would cost more than it tells.
      if (lastUsedAt === null || now.getTime() - lastUsedAt.getTime() > 60_000)
        await tx.execute(`UPDATE api_key SET last_used_at = $2 WHERE id = $1`, [id, now]);
      return { kind: 'person', ...who, via: 'apiKey', origin };
    });
  }
}

interface FoundKey {
  readonly id: string;
  readonly personId: string;
  readonly organizationId: string;
  readonly scopes: string[];
  readonly roles: Role[];
  readonly countyCode: string;
  readonly lastUsedAt: Date | null;
  readonly addresses: string[];
}

type KeyHolder = Pick<PersonActor, 'personId' | 'organizationId'>;

const subject = (actor: KeyHolder, id: string) => ({
  ...{ subjectKind: 'apiKey', subjectId: id, parties: [actor.organizationId], from: null, to: null },
});
