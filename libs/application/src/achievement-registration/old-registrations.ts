import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import {
  checkOldEntry,
  titleKey,
  type AchievementRegistration,
  type OldEntry,
  type OldEntryRefusal,
  type ReadNumber,
} from '#domain/achievement-registration/achievement-registration.js';
import type { RegistrationForm } from '#domain/achievement-registration/registration-form.js';
import { beijingDate } from '#domain/calendar/local-date.js';
import type { Upserted } from '#domain/import/import.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { AchievementRegistrationRepository } from './achievement-registration.repository.js';

export type OldRegisterRefusal =
  OldEntryRefusal | Refusal<'achievementRegistration.numberTaken' | 'achievementRegistration.unitMissing'>;

/** A row of the file: the number is its key. */
export type OldRow = Partial<Omit<OldEntry, 'number'>> & { readonly title?: string; readonly externalKey: string };

/** Takes old registers over: each line checked, numbers kept as they are and never issued again. */
@Injectable()
export class OldRegister {
  constructor(
    private readonly registrations: AchievementRegistrationRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async upsert(
    tx: Tx,
    actor: PersonActor,
    rows: readonly OldRow[],
  ): Promise<readonly Result<Upserted, OldRegisterRefusal>[]> {
    const results: Result<Upserted, OldRegisterRefusal>[] = [];
    for (const row of rows) results.push(await this.one(tx, actor, row));
    return results;
  }

  private async one(tx: Tx, actor: PersonActor, row: OldRow): Promise<Result<Upserted, OldRegisterRefusal>> {
    const entry: OldEntry = {
      number: row.externalKey.toUpperCase(),
      title: row.title ?? '',
      firstUnit: row.firstUnit ?? '',
      registeredOn: row.registeredOn ?? null,
      inventors: row.inventors ?? [],
      summary: row.summary ?? null,
    };
    const read = checkOldEntry(entry, beijingDate(this.clock.now()));
    if (!read.ok) return read;
    if (entry.firstUnit === '') return refuse('achievementRegistration.unitMissing', {}, '/firstUnit');
    const known = await this.registrations.byNumber(tx, entry.number);
    if (known) return this.update(tx, known, entry);
    const now = this.clock.now();
    const registration: AchievementRegistration = {
      id: uuid(),
      achievementId: null,
      organizationId: actor.organizationId,
      origin: 'oldRegister',
      kind: read.value.kind,
      form: formOf(entry),
      state: 'registered',
      number: entry.number,
      registeredOn: entry.registeredOn,
      revision: 1,
      findings: [],
      refusalGround: null,
      reason: null,
      filedBy: actor.personId,
      reviewedBy: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    if (!(await this.registrations.insert(tx, registration))) return taken(entry.number);
    await this.claim(tx, read.value);
    await this.record(tx, 'takeOver', null, registration);
    return ok({ id: registration.id, outcome: 'created' });
  }

  /** The same number again: only of the same achievement, and only of an entry that was taken over. */
  private async update(
    tx: Tx,
    before: AchievementRegistration,
    entry: OldEntry,
  ): Promise<Result<Upserted, OldRegisterRefusal>> {
    if (before.origin !== 'oldRegister' || titleKey(before.form.title) !== titleKey(entry.title)) {
      return taken(entry.number);
    }
    const form = formOf(entry);
    const same = JSON.stringify(sorted(form)) === JSON.stringify(sorted(before.form));
    if (same && before.registeredOn === entry.registeredOn) return ok({ id: before.id, outcome: 'unchanged' });
    const after = {
      ...before,
      form,
      registeredOn: entry.registeredOn,
      updatedAt: this.clock.now(),
      version: before.version + 1,
    };
    await this.registrations.save(tx, after);
    await this.record(tx, 'takeOver', before, after);
    return ok({ id: before.id, outcome: 'updated' });
  }

  /** Numbers under our own 省码 share the serials that are issued here. */
  private async claim(tx: Tx, { place, year, kind, serial }: ReadNumber): Promise<void> {
    if (place === ownPlace) await this.registrations.claimSerial(tx, year, kind, serial);
  }

  private record(
    tx: Tx,
    event: string,
    before: AchievementRegistration | null,
    after: AchievementRegistration,
  ): Promise<void> {
    return this.journal.record(tx, {
      subjectKind: 'achievementRegistration',
      subjectId: after.id,
      event,
      from: before?.state ?? null,
      to: after.state,
      parties: [after.organizationId],
      before,
      after,
    });
  }
}

const ownPlace = '962';
const taken = (number: string) => refuse('achievementRegistration.numberTaken', { number }, '/externalKey');
const sorted = (form: RegistrationForm) => Object.entries(form).sort(([a], [b]) => (a < b ? -1 : 1));

/** What an old register tells; the rest is unknown and stays so. */
const formOf = ({ title, firstUnit, inventors, summary }: OldEntry): RegistrationForm => ({
  title,
  summary: summary ?? '',
  keywords: [],
  embodiment: null,
  attribute: null,
  phase: null,
  level: null,
  startedOn: null,
  endedOn: null,
  firstUnit,
  recommendingUnit: null,
  inventors,
  projectSource: null,
  intellectualProperty: null,
  evaluationManner: null,
  evaluationUnit: null,
  evaluatedOn: null,
  evaluationPositive: null,
  industry: null,
  transferScope: null,
  benefit: null,
  papers: null,
  adoption: null,
});
