import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { AgreementText, NonDisclosure } from '#domain/non-disclosure/non-disclosure.js';
import { actsFor, hasRole, type Actor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { contentHash } from '#platform/text/canonical.js';
import { AchievementService } from '../achievement/achievement.service.js';
import { DemandService } from '../demand/demand.service.js';
import { ListingService } from '../listing/listing.service.js';
import { NonDisclosureTextService } from '../non-disclosure/non-disclosure-text.service.js';
import { NonDisclosureService, type Protected } from '../non-disclosure/non-disclosure.service.js';
import { ProtectedDetailRepository, type DetailVersion, type WrittenKind } from './protected-detail.repository.js';

/** Things of the market with a public face and details behind it. */
export const layeredKinds = ['achievement', 'listing', 'demand'] as const;
export type LayeredKind = (typeof layeredKinds)[number];
interface Layered {
  readonly kind: LayeredKind;
  readonly id: string;
}

type NotFound = Refusal<'protectedDetail.notFound'>;
export type ReadRefusal = NotFound | Refusal<'protectedDetail.agreementNeeded' | 'protectedDetail.empty'>;

/** What everybody may know of the second layer: that it is there, and how to get to read it. */
export interface Face {
  readonly subject: Layered;
  readonly title: string;
  readonly ownerOrganizationId: string;
  readonly holdsDetails: boolean;
  readonly access: 'owner' | 'bureau' | 'agreed' | 'asked' | 'notAsked' | 'signInFirst';
  readonly agreementId: string | null;
  readonly text: AgreementText;
}

export interface Detail {
  readonly subject: Layered;
  readonly detail: string;
  /** Null of an achievement, whose disclosure has no versions. */
  readonly serial: number | null;
  readonly hash: string;
}

/** Roles of the bureau that read the second layer by right, on record. */
const bureauReaders = ['registrar', 'reviewer', 'rewardOfficer', 'auditor'] as const;

/** Use cases of the protected layer of achievements, listings and demands. */
@Injectable()
export class ProtectedDetailService implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly details: ProtectedDetailRepository,
    private readonly achievements: AchievementService,
    private readonly listings: ListingService,
    private readonly demands: DemandService,
    private readonly agreements: NonDisclosureService,
    private readonly texts: NonDisclosureTextService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    for (const kind of layeredKinds) {
      this.agreements.protect(kind, { protectedSubject: (tx, id) => this.seen(tx, tx.actor, { kind, id }) });
    }
  }

  /** For anyone who sees the public face. */
  async face(actor: Actor, subject: Layered): Promise<Result<Face, NotFound>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Face, NotFound>> => {
      const seen = await this.seen(tx, actor, subject);
      if (!seen) return refuse('protectedDetail.notFound');
      const { title, ownerOrganizationId, holdsDetails } = seen;
      const text = await this.texts.inForce(tx, ownerOrganizationId);
      return ok({
        ...{ subject, title, ownerOrganizationId, holdsDetails, text },
        ...(await this.access(tx, actor, subject, ownerOrganizationId)),
      });
    });
  }

  /** The details themselves, for the owner, the bureau, and whoever agreed; written down in the same transaction. */
  async read(actor: PersonActor, subject: Layered): Promise<Result<Detail, ReadRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Detail, ReadRefusal>> => {
      const seen = await this.seen(tx, actor, subject);
      if (!seen) return refuse('protectedDetail.notFound');
      const { ownerOrganizationId } = seen;
      const owner = actsFor(actor, ownerOrganizationId);
      const bureau = !owner && hasRole(actor, ...bureauReaders);
      const agreement = owner || bureau ? null : await this.agreements.opens(tx, subject, actor.organizationId);
      if (!owner && !bureau && !agreement) return refuse('protectedDetail.agreementNeeded');
      const detail = await this.newest(tx, subject);
      if (!detail) return refuse('protectedDetail.empty');
      await this.agreements.recordReading(tx, actor, {
        ...{ subject, ownerOrganizationId, contentHash: detail.hash, agreementId: agreement?.id ?? null },
        part: detail.serial === null ? '成果详细资料' : `详细资料第 ${detail.serial} 版`,
        basis: bureau ? 'bureau' : 'agreement',
      });
      return ok(detail);
    });
  }

  /** The owner writes the next version; who read an earlier one read that one. */
  async write(
    actor: PersonActor,
    subject: { readonly kind: WrittenKind; readonly id: string },
    detail: string,
  ): Promise<Result<DetailVersion, NotFound>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<DetailVersion, NotFound>> => {
      const seen = await this.seen(tx, actor, subject);
      if (!seen || !actsFor(actor, seen.ownerOrganizationId)) return refuse('protectedDetail.notFound');
      const version: DetailVersion = {
        id: uuid(),
        subjectKind: subject.kind,
        subjectId: subject.id,
        organizationId: actor.organizationId,
        serial: await this.details.nextSerial(tx, subject),
        detail,
        hash: contentHash(detail),
        personId: actor.personId,
        createdAt: this.clock.now(),
      };
      await this.details.insert(tx, version);
      await this.journal.record(tx, {
        ...{ subjectKind: 'protectedDetail', subjectId: version.id, parties: [actor.organizationId] },
        ...{ event: 'create', from: null, to: null, after: version },
      });
      return ok(version);
    });
  }

  /** Versions are the owner's to look through. */
  async versions(
    actor: PersonActor,
    subject: Layered,
    after: string | null,
    limit: number,
  ): Promise<Result<DetailVersion[], NotFound>> {
    return this.ofOwner(actor, subject, (tx) => this.details.versions(tx, subject, after, limit));
  }

  /** Who read what: all of it for the owner and the auditor, one's own readings for a reader. */
  async readings(actor: PersonActor, subject: Layered, after: string | null, limit: number) {
    const seen = await this.unitOfWork.run(actor, (tx) => this.seen(tx, actor, subject));
    if (!seen) return refuse('protectedDetail.notFound');
    return ok(await this.agreements.readings(actor, subject, after, limit));
  }

  private async ofOwner<T>(
    actor: PersonActor,
    subject: Layered,
    read: (tx: Tx) => Promise<T>,
  ): Promise<Result<T, NotFound>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<T, NotFound>> => {
      const seen = await this.seen(tx, actor, subject);
      if (!seen || !actsFor(actor, seen.ownerOrganizationId)) return refuse('protectedDetail.notFound');
      return ok(await read(tx));
    });
  }

  private async access(
    tx: Tx,
    actor: Actor,
    subject: Layered,
    ownerOrganizationId: string,
  ): Promise<Pick<Face, 'access' | 'agreementId'>> {
    if (actor.kind !== 'person') return { access: 'signInFirst', agreementId: null };
    if (actsFor(actor, ownerOrganizationId)) return { access: 'owner', agreementId: null };
    if (hasRole(actor, ...bureauReaders)) return { access: 'bureau', agreementId: null };
    const current = await this.agreements.current(tx, subject, actor.organizationId);
    const opens = current && (await this.agreements.opens(tx, subject, actor.organizationId));
    return { access: accessBy(current, opens), agreementId: current?.id ?? null };
  }

  /** The subject as the actor sees its public face. */
  private async seen(tx: Tx, actor: Actor, subject: Layered): Promise<Protected | null> {
    const found = await this.faceOf(tx, actor, subject);
    if (!found) return null;
    const detail = await this.newest(tx, subject);
    return { ...found, holdsDetails: detail !== null, circle: null };
  }

  private async faceOf(
    tx: Tx,
    actor: Actor,
    { kind, id }: Layered,
  ): Promise<{ readonly ownerOrganizationId: string; readonly title: string } | null> {
    if (kind === 'achievement') {
      const found = await this.achievements.get(actor, id);
      if (!found.ok) return null;
      const { organizationId, title } = found.value.achievement;
      return { ownerOrganizationId: organizationId, title };
    }
    if (kind === 'demand') {
      const found = await this.demands.get(actor, id);
      return found.ok ? { ownerOrganizationId: found.value.organizationId, title: found.value.title } : null;
    }
    const found = await this.listings.get(actor, id);
    if (!found.ok) return null;
    const { organizationId, achievementId } = found.value;
    const offered = await this.unitOfWork.asSystem(tx, 'protectedDetail', (system) =>
      this.achievements.find(system, achievementId),
    );
    return { ownerOrganizationId: organizationId, title: offered?.title ?? '挂牌' };
  }

  /** As the system: who may read is decided by whoever calls. */
  private async newest(tx: Tx, subject: Layered): Promise<Detail | null> {
    return this.unitOfWork.asSystem(tx, 'protectedDetail', async (system) => {
      if (subject.kind === 'achievement') {
        const detail = await this.details.disclosedDetail(system, subject.id);
        return detail === null ? null : { subject, detail, serial: null, hash: contentHash(detail) };
      }
      const version = await this.details.newest(system, subject);
      return version && { subject, detail: version.detail, serial: version.serial, hash: version.hash };
    });
  }
}

const accessBy = (current: NonDisclosure | null, opens: NonDisclosure | null): Face['access'] => {
  if (opens) return 'agreed';
  return current?.state === 'requested' ? 'asked' : 'notAsked';
};
