import { Injectable } from '@nestjs/common';
import {
  amendAchievement,
  checkContent,
  checkInventors,
  closeAchievement,
  publishAchievement,
  registrable,
  takenIn,
  withNumber,
  type Achievement,
  type AchievementContent,
  type AchievementDisclosure,
  type AchievementKind,
  type Inventor,
  type PublishRefusal,
  type RegisterRefusal,
} from '#domain/achievement/achievement.js';
import type { Upserted } from '#domain/import/import.js';
import { actsFor, hasRole, type Actor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { uniqueViolation } from '#platform/database/violation.js';
import { Journal } from '#platform/journal/journal.js';
import { Outbox } from '#platform/outbox/outbox.js';
import { changedMembers } from '#platform/text/canonical.js';
import { OrganizationService } from '../identity/organization.service.js';
import { DescriptionService } from '../matching/description.service.js';
import { achievementClosed, achievementPublished } from './achievement.jobs.js';
import { entryOf, newAchievement, takeIn, type Intake } from './achievement.intake.js';
import { AchievementRepository } from './achievement.repository.js';

type NotFound = Refusal<'achievement.notFound'>;
export type ContentRefusal = Refusal<
  | 'achievement.keywordsTooMany'
  | 'achievement.readinessLevelUnknown'
  | 'achievement.inventorsMissing'
  | 'achievement.sharesNotWhole'
  | 'achievement.inventorTwice'
  | 'achievement.externalKeyTaken'
>;
export type AmendRefusal =
  | NotFound
  | ContentRefusal
  | ReadinessRefusal
  | Refusal<'achievement.closed' | 'achievement.secret' | 'shareAgreement.changeByRound' | 'version.stale'>;

/** A level that evidence has proven is not the owner's to write any more. */
type ReadinessRefusal = Refusal<'achievement.readinessProven'>;
type ReadinessGuard = (tx: Tx, achievementId: string) => Promise<boolean>;

/** What a bulk source says of one achievement. */
export type AchievementEntry = Partial<AchievementContent> & { readonly title: string; readonly externalKey: string };
export type EntryRefusal = ContentRefusal | PublishRefusal | ReadinessRefusal | Refusal<'achievement.closed'>;

const unknownContent: Omit<AchievementContent, 'title' | 'externalKey'> = {
  summary: null,
  field: null,
  keywords: [],
  readinessLevel: null,
  farmStage: null,
  countyCode: null,
  zoneCode: null,
  transferModes: [],
  price: null,
  secret: false,
};

/** An achievement and, for those who may read it, its second layer. */
export interface FullAchievement {
  readonly achievement: Achievement;
  /** Null for everybody but the owner and the bureau. */
  readonly disclosure: AchievementDisclosure | null;
}

/** What offers an achievement is told, in the same transaction, before the achievement leaves the market. */
export interface AchievementFollower {
  achievementLeaves(tx: Tx, achievementId: string, reason: string): Promise<void>;
}

const bureauReaders = ['registrar', 'reviewer', 'rewardOfficer', 'auditor'] as const;

/** Use cases of achievements: disclosure, registration, publication. */
@Injectable()
export class AchievementService {
  private readonly followers: AchievementFollower[] = [];
  private readinessGuard: ReadinessGuard = async () => false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly achievements: AchievementRepository,
    private readonly journal: Journal,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly organizations: OrganizationService,
    private readonly descriptions: DescriptionService,
  ) {}

  /** A concept that offers achievements says so once, when its module starts. */
  follow(follower: AchievementFollower): void {
    this.followers.push(follower);
  }

  /** Who keeps the evidence of readiness says once, when its module starts, how to ask whether there is any. */
  guardReadiness(isProven: ReadinessGuard): void {
    this.readinessGuard = isProven;
  }

  /** The level that evidence proves today, and the farming stage that follows from it; as the system, in its transaction. */
  async proveReadiness(tx: Tx, id: string, level: number | null, farmStage?: Achievement['farmStage']): Promise<void> {
    const before = await this.achievements.forUpdate(tx, id);
    const proven = { readinessLevel: level, ...(farmStage !== undefined && { farmStage }) };
    if (!before || changedMembers(before, proven) === null) return;
    const after = { ...before, ...proven, version: before.version + 1, updatedAt: this.clock.now() };
    await this.achievements.save(tx, after);
    await this.record(tx, 'proveReadiness', before, after);
  }

  private async readinessIsProven(tx: Tx, before: Achievement, change: Partial<AchievementContent>): Promise<boolean> {
    const { readinessLevel = before.readinessLevel } = change;
    return readinessLevel !== before.readinessLevel && this.readinessGuard(tx, before.id);
  }

  /** 职务科技成果披露: the inventors tell their unit what they have and how they share. */
  async create(
    actor: PersonActor,
    content: AchievementContent,
    disclosure: AchievementDisclosure,
  ): Promise<Result<FullAchievement, ContentRefusal>> {
    const inventors = checkInventors(disclosure.inventors);
    if (!inventors.ok) return inventors;
    const checked = checkContent(content);
    if (!checked.ok) return checked;
    const achievement = newAchievement(actor.organizationId, content, 'disclosed', this.clock.now());
    return keyTaken(() =>
      this.unitOfWork.run(actor, async (tx) => {
        await this.achievements.insert(tx, achievement);
        await this.achievements.saveDisclosure(tx, achievement, disclosure);
        await this.record(tx, 'disclose', null, achievement);
        return ok({ achievement, disclosure });
      }),
    );
  }

  /**
   * Takes in an achievement from another source, public at once unless it is secret: a title is enough, what is
   * unknown stays null, inventors may come later.
   */
  async collect(
    tx: Tx,
    organizationId: string,
    content: AchievementContent,
  ): Promise<Result<Achievement, ContentRefusal>> {
    const checked = checkContent(content);
    if (!checked.ok) return checked;
    const intake = takeIn(organizationId, content, true, this.clock.now());
    await this.storeIntakes(tx, [intake]);
    return ok(intake.stored);
  }

  /**
   * Creates or updates achievements by the organization's own keys, as a bulk source gives them; a member left out
   * stays as it is. A refused entry wrote nothing. New ones take five statements together, whatever their number.
   */
  async upsertByKeys(
    tx: Tx,
    organizationId: string,
    entries: readonly AchievementEntry[],
    options: { readonly publish: boolean },
  ): Promise<readonly Result<Upserted, EntryRefusal>[]> {
    const keys = entries.map((entry) => entry.externalKey);
    const known = await this.achievements.byKeys(tx, organizationId, keys);
    const results: Result<Upserted, EntryRefusal>[] = [];
    const intakes: Intake[] = [];
    for (const entry of entries) {
      const before = known.get(entry.externalKey);
      if (before) {
        results.push(await this.update(tx, before, entry, options.publish));
        continue;
      }
      const content = checkContent({ ...unknownContent, ...entry });
      if (!content.ok) {
        results.push(content);
        continue;
      }
      const intake = takeIn(organizationId, content.value, options.publish, this.clock.now());
      intakes.push(intake);
      results.push(ok({ id: intake.stored.id, outcome: 'created' }));
    }
    await this.storeIntakes(tx, intakes);
    return results;
  }

  private async storeIntakes(tx: Tx, intakes: readonly Intake[]): Promise<void> {
    const published = intakes.filter(({ stored }) => stored.state === 'published');
    await this.achievements.insertAll(
      tx,
      intakes.map(({ stored }) => stored),
    );
    await this.journal.recordAll(
      tx,
      intakes.flatMap(({ collected, stored }) => [
        entryOf('collect', null, collected),
        ...(stored.state === 'published' ? [entryOf('publish', collected, stored)] : []),
      ]),
    );
    await this.outbox.appendAll(
      tx,
      achievementPublished,
      published.map(({ stored }) => ({ achievementId: stored.id })),
    );
  }

  private async update(
    tx: Tx,
    before: Achievement,
    change: AchievementEntry,
    publish: boolean,
  ): Promise<Result<Upserted, EntryRefusal>> {
    const changed = changedMembers(before, keepingKey(before, change));
    const publishes = publish && (before.state === 'collected' || before.state === 'registered');
    if (changed === null && !publishes) return ok({ id: before.id, outcome: 'unchanged' });
    const now = this.clock.now();
    if (await this.readinessIsProven(tx, before, change))
      return refuse('achievement.readinessProven', {}, '/readinessLevel');
    const amended = amendAchievement(before, changed ?? {}, now);
    if (!amended.ok) return amended;
    const after = publishes ? publishAchievement(amended.value, now) : amended;
    if (!after.ok) return after;
    await this.achievements.save(tx, after.value);
    await this.record(tx, publishes ? 'publish' : 'amend', before, after.value);
    return ok({ id: before.id, outcome: 'updated' });
  }

  /** `expectedVersion` is the version the editor saw (If-Match). Members of the disclosure left out stay. */
  async amend(
    actor: PersonActor,
    id: string,
    expectedVersion: number,
    change: Partial<AchievementContent>,
    disclosureChange: Partial<AchievementDisclosure> = {},
  ): Promise<Result<FullAchievement, AmendRefusal>> {
    return keyTaken(() =>
      this.unitOfWork.run(actor, async (tx) => {
        const before = await this.own(tx, actor, id);
        if (!before) return refuse('achievement.notFound');
        if (before.version !== expectedVersion) return refuse('version.stale', { current: String(before.version) });
        if (await this.readinessIsProven(tx, before, change)) {
          return refuse('achievement.readinessProven', {}, '/readinessLevel');
        }
        const amended = amendAchievement(before, change, this.clock.now());
        if (!amended.ok) return amended;
        const disclosure = { ...(await this.achievements.disclosure(tx, id)), ...disclosureChange };
        if (disclosureChange.inventors) {
          const inventors = checkInventors(disclosureChange.inventors);
          if (!inventors.ok) return inventors;
          // Shares that are being signed, or are, change by a new round only.
          if (await this.achievements.hasShareAgreement(tx, id)) return refuse('shareAgreement.changeByRound');
        }
        await this.achievements.save(tx, amended.value);
        if (Object.keys(disclosureChange).length > 0) {
          await this.achievements.saveDisclosure(tx, amended.value, disclosure);
        }
        await this.record(tx, 'amend', before, amended.value);
        return ok({ achievement: amended.value, disclosure });
      }),
    );
  }

  /** 入库: the unit says what type it is and that what was disclosed is complete; then it may be published. */
  async register(
    actor: PersonActor,
    id: string,
    kind: AchievementKind,
  ): Promise<Result<FullAchievement, NotFound | RegisterRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const before = await this.own(tx, actor, id);
      if (!before) return refuse('achievement.notFound');
      const disclosure = await this.achievements.disclosure(tx, id);
      const state = registrable(before, disclosure.inventors);
      if (!state.ok) return state;
      const after = takenIn(before, state.value, kind, this.clock.now());
      await this.achievements.save(tx, after);
      await this.record(tx, 'register', before, after);
      return ok({ achievement: after, disclosure });
    });
  }

  /** After the bureau's review (成果登记): the number, or its end. The caller goes on as the system. */
  async setNumber(tx: Tx, id: string, kind: AchievementKind, number: string | null): Promise<void> {
    const before = await this.achievements.forUpdate(tx, id);
    if (!before) throw new Error(`achievement ${id} is gone`);
    const after = withNumber(before, kind, number, this.clock.now());
    await this.achievements.save(tx, after);
    await this.record(tx, number === null ? 'revokeNumber' : 'issueNumber', before, after);
  }

  /** All inventors have signed: what they agreed is what the disclosure says. The caller goes on as the system. */
  async agreeShares(tx: Tx, id: string, inventors: readonly Inventor[]): Promise<void> {
    const before = await this.achievements.forUpdate(tx, id);
    if (!before) throw new Error(`achievement ${id} is gone`);
    const disclosure = { ...(await this.achievements.disclosure(tx, id)), inventors };
    const after = { ...before, version: before.version + 1, updatedAt: this.clock.now() };
    await this.achievements.save(tx, after);
    await this.achievements.saveDisclosure(tx, after, disclosure);
    await this.journal.record(tx, entryOf('agreeShares', before, after));
  }

  /** What the owner and the bureau read: null for everybody else. */
  async disclosureOf(tx: Tx, id: string): Promise<AchievementDisclosure> {
    return this.achievements.disclosure(tx, id);
  }

  async publish(
    actor: PersonActor,
    id: string,
  ): Promise<
    Result<Achievement, NotFound | PublishRefusal | Refusal<'organization.unverified' | 'achievement.tooVague'>>
  > {
    return this.unitOfWork.run(actor, async (tx) => {
      if (!(await this.organizations.isVerified(tx, actor.organizationId))) return refuse('organization.unverified');
      type Refused = PublishRefusal | Refusal<'achievement.tooVague'>;
      return this.change(actor, id, 'publish', (achievement): Result<Achievement, Refused> => {
        const published = publishAchievement(achievement, this.clock.now());
        if (!published.ok) return published;
        const { empty, industry, example } = this.descriptions.check({ ...achievement, kind: 'achievement' });
        return empty ? refuse('achievement.tooVague', { industry, example }, '/summary') : published;
      });
    });
  }

  async withdraw(actor: PersonActor, id: string): Promise<Result<Achievement, NotFound | Refusal<'state.notAllowed'>>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const seen = await this.achievements.find(tx, id);
      if (!seen || !actsFor(actor, seen.organizationId)) return refuse('achievement.notFound');
      // Its offers first: locks are taken in the order notice → listing → achievement. A refusal takes all back.
      for (const follower of this.followers) await follower.achievementLeaves(tx, id, '成果已撤回');
      return this.change(actor, id, 'withdraw', (achievement) =>
        closeAchievement(achievement, 'withdraw', this.clock.now()),
      );
    });
  }

  /** After a sale that hands the achievement over: it leaves the market. Quiet when it left before. */
  async markTransferred(tx: Tx, id: string): Promise<void> {
    const before = await this.achievements.forUpdate(tx, id);
    if (before?.state !== 'published') return;
    const after = closeAchievement(before, 'transfer', this.clock.now());
    if (!after.ok) return;
    await this.achievements.save(tx, after.value);
    await this.record(tx, 'transfer', before, after.value);
  }

  /** The public layer for anyone; both layers for the owner and the bureau. */
  async get(actor: Actor, id: string): Promise<Result<FullAchievement, NotFound>> {
    if (actor.kind === 'person') {
      const full = await this.unitOfWork.run(actor, async (tx) => {
        const achievement = await this.achievements.find(tx, id);
        if (!achievement) return null;
        // What a sandbox publishes is not before the public: its own world reads it here.
        if (!readsDisclosure(actor, achievement)) return tx.sandbox ? { achievement, disclosure: null } : null;
        return { achievement, disclosure: await this.achievements.disclosure(tx, id) };
      });
      if (full) return ok(full);
    }
    const achievement = await this.achievements.findPublic(id);
    return achievement ? ok({ achievement, disclosure: null }) : refuse('achievement.notFound');
  }

  async listPublic(after: string | null, limit: number): Promise<Achievement[]> {
    return this.achievements.listPublic(after, limit);
  }

  async listOwn(actor: PersonActor, after: string | null, limit: number): Promise<Achievement[]> {
    return this.unitOfWork.run(actor, (tx) =>
      this.achievements.listOfOrganization(tx, actor.organizationId, after, limit),
    );
  }

  /** What the actor of the transaction may see of an achievement, or null. */
  async find(tx: Tx, id: string): Promise<Achievement | null> {
    return this.achievements.find(tx, id);
  }

  /** Those of these ids that the actor of the transaction may see. */
  async findAll(tx: Tx, ids: readonly string[]): Promise<Achievement[]> {
    return this.achievements.findAll(tx, ids);
  }

  /** Holds an achievement until the transaction ends: offers of it are made one after the other. */
  async lock(tx: Tx, id: string): Promise<void> {
    await this.achievements.forUpdate(tx, id);
  }

  /** Public achievements by id ascending, after `afterId`. */
  async publishedBatch(tx: Tx, afterId: string | null, limit: number): Promise<Achievement[]> {
    return this.achievements.publishedBatch(tx, afterId, limit);
  }

  private change<R extends Refusal>(
    actor: PersonActor,
    id: string,
    event: string,
    decide: (achievement: Achievement) => Result<Achievement, R>,
  ): Promise<Result<Achievement, NotFound | R>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Achievement, NotFound | R>> => {
      const before = await this.own(tx, actor, id);
      if (!before) return refuse('achievement.notFound');
      const after = decide(before);
      if (!after.ok) return after;
      await this.achievements.save(tx, after.value);
      await this.record(tx, event, before, after.value);
      return after;
    });
  }

  /** The actor's own achievement, locked; null hides that a foreign one exists. */
  private async own(tx: Tx, actor: PersonActor, id: string): Promise<Achievement | null> {
    const achievement = await this.achievements.forUpdate(tx, id);
    return achievement && actsFor(actor, achievement.organizationId) ? achievement : null;
  }

  private async record(tx: Tx, event: string, before: Achievement | null, after: Achievement): Promise<void> {
    await this.journal.record(tx, entryOf(event, before, after));
    const payload = { achievementId: after.id };
    if (after.state === 'published') await this.outbox.append(tx, { topic: achievementPublished, payload });
    else if (before?.state === 'published') await this.outbox.append(tx, { topic: achievementClosed, payload });
  }
}

const readsDisclosure = (actor: PersonActor, achievement: Achievement): boolean =>
  actsFor(actor, achievement.organizationId) || hasRole(actor, ...bureauReaders);

/** Two achievements of one organization under one key of its own are a conflict, not a fault. */
async function keyTaken<T>(
  work: () => Promise<T>,
): Promise<T | { readonly ok: false; readonly refusal: Refusal<'achievement.externalKeyTaken'> }> {
  try {
    return await work();
  } catch (error) {
    if (uniqueViolation(error) !== 'achievement_external_key_once') throw error;
    return refuse('achievement.externalKeyTaken', {}, '/externalKey');
  }
}

/** What was found by its id keeps the key that it has, or has none. */
const keepingKey = (before: Achievement, change: AchievementEntry): Partial<AchievementContent> =>
  change.externalKey === before.id ? { ...change, externalKey: before.externalKey } : change;
