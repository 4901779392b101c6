import { Injectable } from '@nestjs/common';
import { inForceOn, type RightOverlay } from '#domain/right/overlay.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { rightOfOther, rightOfPatent, type IpRight, type Right } from '#domain/right/right.js';
import type { CoOwner, CoOwnership, DisposalAct, RightConsent } from '#domain/right/co-ownership.js';
import type { Patent } from '#domain/patent/patent.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { rightTable } from './right-table.js';

const patentTable = rightTable<Patent>('patent', {
  id: 'id',
  organizationId: 'organization_id',
  achievementId: 'achievement_id',
  state: 'state',
  number: 'number',
  kind: 'kind',
  title: 'title',
  publicationNumber: 'publication_number',
  filedOn: 'filed_on',
  grantedOn: 'granted_on',
  expiresOn: 'expires_on',
  secret: 'secret',
  pledged: 'pledged',
  pledgeeConsents: 'pledgee_consents',
  licence: 'licence',
  version: 'version',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
});

const otherTable = rightTable<IpRight>('ip_right', {
  id: 'id',
  organizationId: 'organization_id',
  achievementId: 'achievement_id',
  kind: 'kind',
  state: 'state',
  number: 'number',
  title: 'title',
  filedOn: 'filed_on',
  grantedOn: 'granted_on',
  firstUsedOn: 'first_used_on',
  ownerKind: 'owner_kind',
  woody: 'woody',
  expiresOn: 'expires_on',
  version: 'version',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
});

export const overlayTable = rightTable<RightOverlay>(
  'right_overlay',
  {
    id: 'id',
    rightId: 'right_id',
    rightKind: 'right_kind',
    rightNumber: 'right_number',
    rightTitle: 'right_title',
    organizationId: 'organization_id',
    kind: 'kind',
    state: 'state',
    holderOrganizationId: 'holder_organization_id',
    holderName: 'holder_name',
    manner: 'manner',
    territory: 'territory',
    from: 'from_on',
    until: 'until_on',
    securedAmount: 'secured_amount_fen',
    reference: 'reference',
    basis: 'basis',
    evidenceId: 'evidence_id',
    contractId: 'contract_id',
    registeredBy: 'registered_by',
    confirmedBy: 'confirmed_by',
    releaseBasis: 'release_basis',
    releaseEvidenceId: 'release_evidence_id',
    releaseRequestedBy: 'release_requested_by',
    releasedBy: 'released_by',
    endedOn: 'ended_on',
    version: 'version',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
  ['securedAmount'],
);

const coOwnerTable = rightTable<CoOwner>('right_co_owner', {
  id: 'id',
  rightId: 'right_id',
  organizationId: 'organization_id',
  coOwnerOrganizationId: 'co_owner_organization_id',
  name: 'name',
});

export const consentTable = rightTable<RightConsent>('right_consent', {
  id: 'id',
  rightId: 'right_id',
  organizationId: 'organization_id',
  giver: 'giver',
  overlayId: 'overlay_id',
  coOwnerId: 'co_owner_id',
  givenByOrganizationId: 'given_by_organization_id',
  acts: 'acts',
  validUntil: 'valid_until',
  state: 'state',
  basis: 'basis',
  evidenceId: 'evidence_id',
  statedBy: 'stated_by',
  confirmedBy: 'confirmed_by',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
});

const resting = `state IN ('registered', 'confirmed', 'releasing')`;

/** The register: patents and other rights as one, and what lies on them. Locks are taken patents first, then by id. */
@Injectable()
export class RightRepository {
  async find(tx: Tx, id: string, today: LocalDate): Promise<Right | null> {
    return this.first(tx, 'WHERE id = $1', [id], today);
  }

  async lock(tx: Tx, id: string, today: LocalDate): Promise<Right | null> {
    return this.first(tx, 'WHERE id = $1 FOR UPDATE', [id], today);
  }

  /** Of an achievement, locked; `onlyIds` leaves the others out. */
  async lockOfAchievement(tx: Tx, achievementId: string, today: LocalDate): Promise<Right[]> {
    return this.all(tx, 'WHERE achievement_id = $1 ORDER BY id FOR UPDATE', [achievementId], today);
  }

  async ofAchievement(tx: Tx, achievementId: string, today: LocalDate): Promise<Right[]> {
    return this.all(tx, 'WHERE achievement_id = $1 ORDER BY id', [achievementId], today);
  }

  async lockAll(tx: Tx, ids: readonly string[], today: LocalDate): Promise<Right[]> {
    return this.all(tx, 'WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE', [ids], today);
  }

  /** Entries of these owners under these numbers (normalised). */
  async byNumbers(tx: Tx, numbers: readonly string[], owners: readonly string[], today: LocalDate): Promise<Right[]> {
    const where = 'WHERE number = ANY ($1) AND organization_id = ANY ($2::uuid[]) ORDER BY id';
    return this.all(tx, where, [numbers, owners], today);
  }

  /** Newest first, both tables by the order of their ids, which is that of time. */
  async listOfOrganization(
    tx: Tx,
    organizationId: string,
    after: string | null,
    limit: number,
    today: LocalDate,
  ): Promise<Right[]> {
    const where = `WHERE organization_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`;
    const found = await this.all(tx, where, [organizationId, after, limit], today);
    return found.sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, limit);
  }

  async insertOther(tx: Tx, right: IpRight): Promise<void> {
    await otherTable.insert(tx, right);
  }

  async saveOther(tx: Tx, right: IpRight): Promise<void> {
    await otherTable.save(tx, right);
  }

  async lockOther(tx: Tx, id: string): Promise<IpRight | null> {
    return otherTable.one(tx, 'WHERE id = $1 FOR UPDATE', [id]);
  }

  async findOther(tx: Tx, id: string): Promise<IpRight | null> {
    return otherTable.one(tx, 'WHERE id = $1', [id]);
  }

  /** One granted right that is no patent and whose last day is over, locked. */
  async claimExpiredOther(tx: Tx, today: LocalDate): Promise<IpRight | null> {
    const where = `WHERE state = 'granted' AND expires_on < $1 ORDER BY expires_on, id LIMIT 1 FOR UPDATE SKIP LOCKED`;
    return otherTable.one(tx, where, [today]);
  }

  async findPatent(tx: Tx, id: string): Promise<Patent | null> {
    return patentTable.one(tx, 'WHERE id = $1', [id]);
  }

  /** Its owner is another from now on, and the achievement of the former owner is not his. */
  async handOver(tx: Tx, right: Right, organizationId: string, now: Date): Promise<void> {
    for (const table of ['patent', 'ip_right']) {
      await tx.execute(
        `UPDATE ${table} SET organization_id = $2, achievement_id = NULL, version = version + 1, updated_at = $3 WHERE id = $1`,
        [right.id, organizationId, now],
      );
    }
    await tx.execute(`UPDATE right_overlay SET organization_id = $2 WHERE right_id = $1 AND ${resting}`, [
      right.id,
      organizationId,
    ]);
  }

  async setAchievement(tx: Tx, id: string, achievementId: string | null, now: Date): Promise<void> {
    await tx.execute('UPDATE ip_right SET achievement_id = $2, version = version + 1, updated_at = $3 WHERE id = $1', [
      id,
      achievementId,
      now,
    ]);
  }

  /** What lies on rights today, by right. */
  async resting(tx: Tx, rightIds: readonly string[]): Promise<RightOverlay[]> {
    return overlayTable.many(tx, `WHERE right_id = ANY ($1::uuid[]) AND ${resting} ORDER BY id`, [rightIds]);
  }

  async consents(tx: Tx, rightIds: readonly string[]): Promise<RightConsent[]> {
    return consentTable.many(tx, `WHERE right_id = ANY ($1::uuid[]) AND state = 'given' ORDER BY id`, [rightIds]);
  }

  async coOwnership(tx: Tx, rightId: string): Promise<CoOwnership> {
    const owners = await coOwnerTable.many(tx, 'WHERE right_id = $1 AND removed_at IS NULL ORDER BY id', [rightId]);
    const [agreed] = await tx.query<{ soloActs: DisposalAct[] | null }>(
      `SELECT solo_acts AS "soloActs" FROM right_co_ownership WHERE right_id = $1`,
      [rightId],
    );
    return { owners, soloActs: agreed?.soloActs ?? null };
  }

  async findCoOwner(tx: Tx, id: string): Promise<CoOwner | null> {
    return coOwnerTable.one(tx, 'WHERE id = $1 AND removed_at IS NULL', [id]);
  }

  async addCoOwner(tx: Tx, owner: CoOwner, now: Date): Promise<void> {
    await tx.execute(
      `INSERT INTO right_co_owner (id, right_id, organization_id, co_owner_organization_id, name, created_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [owner.id, owner.rightId, owner.organizationId, owner.coOwnerOrganizationId, owner.name, now],
    );
  }

  async agree(
    tx: Tx,
    agreement: {
      readonly rightId: string;
      readonly organizationId: string;
      readonly soloActs: readonly DisposalAct[] | null;
      readonly evidenceId: string | null;
      readonly personId: string;
      readonly now: Date;
    },
  ): Promise<void> {
    const { rightId, organizationId, soloActs, evidenceId, personId, now } = agreement;
    await tx.execute(
      `INSERT INTO right_co_ownership (right_id, organization_id, solo_acts, evidence_id, stated_by, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (right_id) DO UPDATE SET solo_acts = $3, evidence_id = $4, stated_by = $5, updated_at = $6`,
      [rightId, organizationId, soloActs, evidenceId, personId, now],
    );
  }

  /** Years whose annual fee was reported as paid. */
  async paidYears(tx: Tx, patentId: string): Promise<number[]> {
    const rows = await tx.query<{ year: number }>('SELECT year FROM patent_fee WHERE patent_id = $1 ORDER BY year', [
      patentId,
    ]);
    return rows.map(({ year }) => year);
  }

  /** What lies on a patent in short, for those who read thousands: see Patent. */
  async summarize(tx: Tx, right: Right, today: LocalDate, now: Date): Promise<void> {
    const overlays = (await this.resting(tx, [right.id])).filter((overlay) => inForceOn(overlay, today));
    const consents = await this.consents(tx, [right.id]);
    const pledges = overlays.filter(({ kind }) => kind === 'pledge');
    const agreed = (pledge: RightOverlay) =>
      consents.some(({ overlayId, acts }) => overlayId === pledge.id && acts.length > 0);
    const manners = overlays.flatMap(({ manner }) => manner ?? []);
    const licence = (['exclusive', 'sole', 'ordinary'] as const).find((manner) => manners.includes(manner)) ?? 'none';
    await tx.execute(
      `UPDATE patent SET pledged = $2, pledgee_consents = $3, licence = $4, version = version + 1, updated_at = $5
       WHERE id = $1 AND (pledged, pledgee_consents, licence) IS DISTINCT FROM ($2, $3, $4)`,
      [right.id, pledges.length > 0, pledges.length > 0 && pledges.every(agreed), licence, now],
    );
  }

  /** Name and state of an organization, whoever asks: names are public. */
  async organizationName(tx: Tx, id: string): Promise<string | null> {
    const [row] = await tx.query<{ name: string }>('SELECT name FROM organization WHERE id = $1', [id]);
    return row?.name ?? null;
  }

  /** An attachment handed in for this right, still there. */
  async hasEvidence(tx: Tx, rightId: string, attachmentId: string): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM attachment WHERE id = $1 AND subject_kind = 'right' AND subject_id = $2 AND removed_at IS NULL`,
      [attachmentId, rightId],
    );
    return rows.length > 0;
  }

  private async first(tx: Tx, where: string, params: readonly unknown[], today: LocalDate): Promise<Right | null> {
    const patent = await patentTable.one(tx, where, params);
    if (patent) return rightOfPatent(patent, today);
    const other = await otherTable.one(tx, where, params);
    return other && rightOfOther(other, today);
  }

  private async all(tx: Tx, where: string, params: readonly unknown[], today: LocalDate): Promise<Right[]> {
    const patents = await patentTable.many(tx, where, params);
    const others = await otherTable.many(tx, where, params);
    return [
      ...patents.map((patent) => rightOfPatent(patent, today)),
      ...others.map((other) => rightOfOther(other, today)),
    ];
  }
}
