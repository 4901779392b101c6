import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { addDays, beijingDate } from '#domain/calendar/local-date.js';
import { caseClock } from '#domain/contract-registration/case-clock.js';
import { runningTerm, type ContractRegistration } from '#domain/contract-registration/contract-registration.js';
import { reminderDays, remindersOn } from '#domain/contract-registration/reminder.js';
import { registrationOffices, registrationPlace } from '#domain/contract-registration/rule-set.policy.js';
import { staffingWarnings, type OfficerPost, type StaffingWarning } from '#domain/contract-registration/staffing.js';
import { systemActor, type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { contentHash } from '#platform/text/canonical.js';
import { ContractRegistrationRepository } from './contract-registration.repository.js';
import { RegistrationOfficeRepository, type RegistrationReminder } from './registration-office.repository.js';
import { RegistrationRevisionRepository, type NumbersUsed } from './registration-revision.repository.js';
import { dueSoonDays, type DeskCount } from './work-queue.js';

export interface Staffing {
  readonly posts: readonly OfficerPost[];
  readonly warnings: readonly StaffingWarning[];
}
type StaffingRefusal = Refusal<
  'registrationOffice.notFound' | 'registrationOffice.notOfficer' | 'registrationOffice.postRepeated'
>;

const remindersAtOnce = 100;

/** Use cases of the registration offices themselves: who works there, what they are reminded of, which numbers they gave. */
@Injectable()
export class RegistrationOfficeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registrations: ContractRegistrationRepository,
    private readonly offices: RegistrationOfficeRepository,
    private readonly revisions: RegistrationRevisionRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async staffing(actor: PersonActor, office: string): Promise<Result<Staffing, StaffingRefusal>> {
    if (!isOffice(office)) return refuse('registrationOffice.notFound');
    return this.unitOfWork.run(actor, async (tx) => ok(withWarnings(await this.offices.posts(tx, office))));
  }

  async staff(
    actor: PersonActor,
    office: string,
    posts: readonly OfficerPost[],
  ): Promise<Result<Staffing, StaffingRefusal>> {
    if (!isOffice(office)) return refuse('registrationOffice.notFound');
    const named = posts.flatMap(({ personId, backupPersonId }) => [
      personId,
      ...(backupPersonId ? [backupPersonId] : []),
    ]);
    if (new Set(posts.map((post) => post.personId)).size !== posts.length) {
      return refuse('registrationOffice.postRepeated', {}, '/posts');
    }
    if (posts.some((post) => post.personId === post.backupPersonId)) {
      return refuse('registrationOffice.postRepeated', {}, '/posts');
    }
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Staffing, StaffingRefusal>> => {
      const officers = await this.officersAmong(tx, named);
      if (named.some((id) => !officers.includes(id))) return refuse('registrationOffice.notOfficer', {}, '/posts');
      const before = await this.offices.posts(tx, office);
      await this.offices.replacePosts(tx, office, posts, this.clock.now());
      await this.journal.record(tx, {
        subjectKind: 'registrationOffice',
        subjectId: officeSubject(office),
        event: 'staff',
        from: null,
        to: null,
        parties: [],
        before,
        after: posts,
      });
      return ok(withWarnings(posts));
    });
  }

  async reminders(actor: PersonActor, after: string | null, limit: number): Promise<RegistrationReminder[]> {
    return this.unitOfWork.run(actor, (tx) => this.offices.remindersTo(tx, actor.personId, after, limit));
  }

  /** How many open cases lie with whom, how many of them are due soon and how many overdue. */
  async deskCounts(actor: PersonActor): Promise<DeskCount[]> {
    const today = beijingDate(this.clock.now());
    return this.unitOfWork.run(actor, (tx) => this.registrations.deskCounts(tx, today, addDays(today, dueSoonDays)));
  }

  /** How the numbers of a year were used: every serial is issued, cancelled or imported; any other would be shown. */
  async numbersUsed(actor: PersonActor, year: number): Promise<NumbersUsed[]> {
    return this.unitOfWork.run(actor, (tx) => this.revisions.numbersUsed(tx, year, `${year}${registrationPlace}`));
  }

  /**
   * Keeps numbers that the national system gave, so that no counter gives them again; gives those that were issued here
   * before. A number of another form (14 digits, other registers) can meet none of ours and is left alone.
   */
  async importNumbers(tx: Tx, numbers: readonly string[]): Promise<ReadonlySet<string>> {
    const ofOurForm = numbers.filter((number) => /^\d{16}$/.test(number));
    return new Set(await this.revisions.claimImported(tx, ofOurForm, this.clock.now()));
  }

  /** One turn of the legal clocks: names due days that can be named now, and sends each reminder that has come, once. */
  async remind(actor: SystemActor): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const today = beijingDate(this.clock.now());
      for (const waiting of await this.registrations.unnamed(tx, remindersAtOnce)) {
        if (waiting.dueOn === null) break; // the oldest can be named first
        await this.registrations.save(tx, waiting);
      }
      for (const registration of await this.registrations.remindable(tx, today, remindersAtOnce)) {
        await this.remindOf(tx, registration, today);
      }
    });
  }

  private async remindOf(tx: Tx, registration: ContractRegistration, today: string): Promise<void> {
    const { acceptedOn, dueOn } = registration;
    const term = runningTerm(registration);
    const running = term !== null && acceptedOn !== null && dueOn !== null;
    const now = running ? remindersOn(reminderDays(acceptedOn, dueOn, term), today) : { due: [], nextOn: null };
    if (running) {
      const { holder, holderPersonId } = caseClock(registration, this.clock.now());
      for (const threshold of now.due) {
        await this.offices.remind(tx, {
          id: uuid(),
          registrationId: registration.id,
          startedOn: acceptedOn,
          dueOn,
          threshold,
          office: registration.office,
          holder,
          holderPersonId,
          title: registration.contract.title,
          provisionalNumber: registration.provisionalNumber,
          sentAt: this.clock.now(),
        });
      }
    }
    await this.registrations.setReminder(tx, registration.id, now.nextOn);
  }

  /** Memberships of another department are not the caller's to read, but whether somebody is an officer is a yes or no. */
  private officersAmong(tx: Tx, personIds: readonly string[]): Promise<string[]> {
    const actor = systemActor('registrationOffice.officers', tx.actor.origin.requestId);
    return this.unitOfWork.run(actor, (system) => this.offices.officers(system, personIds));
  }
}

const isOffice = (code: string): boolean => registrationOffices.some((office) => office.code === code);

const withWarnings = (posts: readonly OfficerPost[]): Staffing => ({ posts, warnings: staffingWarnings(posts) });

/** Offices have codes, the journal has ids: one made of the code, the same every time. */
function officeSubject(code: string): string {
  const hash = contentHash(`registrationOffice/${code}`);
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
