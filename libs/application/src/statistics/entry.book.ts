import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import type { ContractRegistration } from '#domain/contract-registration/contract-registration.js';
import { partiesOf } from '#domain/contract-registration/filed-contract.js';
import type { Upserted } from '#domain/import/import.js';
import type { SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { contentOfRow, type FormRow } from '#domain/statistics/form-columns.js';
import {
  codeOf,
  goals,
  industries,
  ipKinds,
  paymentManners,
  plans,
  technicalFields,
  type FormCodes,
} from '#domain/statistics/form-codes.policy.js';
import { china } from '#domain/statistics/place.js';
import {
  checkHistoric,
  historicYears,
  type EntryContent,
  type EntryParty,
  type HistoricRefusal,
  type RegistrationEntry,
} from '#domain/statistics/registration-entry.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal, type JournalEntry } from '#platform/journal/journal.js';
import { contentHash } from '#platform/text/canonical.js';
import { ContractRegistrationService } from '../contract-registration/contract-registration.service.js';
import { RegistrationOfficeService } from '../contract-registration/registration-office.service.js';
import { StatisticsRepository, type RegistrationFacts } from './statistics.repository.js';

export type HistoricRow = Partial<FormRow> & { readonly externalKey: string };
export type UpsertRefusal =
  HistoricRefusal | Refusal<'statistics.cellMissing' | 'statistics.subTypeUnknown' | 'statistics.numberOfMarket'>;

const registrationsPerBatch = 200;

/** Writes the register of registered contracts: from the office's cases, and from historic files. */
@Injectable()
export class RegisterBook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: StatisticsRepository,
    private readonly registrations: ContractRegistrationService,
    private readonly offices: RegistrationOfficeService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Brings the register in line with one case as it is now. Quiet when it is, or the case has no number yet. */
  async enter(actor: SystemActor, registrationId: string): Promise<void> {
    await this.unitOfWork.run(actor, (tx) => this.enterOne(tx, registrationId));
  }

  /** A receipt was recorded or voided on a contract: its entries tell what came in so far. */
  async enterIncome(actor: SystemActor, contractId: string): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      for (const id of await this.entries.registrationsOfContract(tx, contractId)) await this.enterOne(tx, id);
    });
  }

  /** Enters every registered case that the register does not know; gives how many. */
  async enterMissing(actor: SystemActor): Promise<number> {
    let after: string | null = null;
    for (let entered = 0; ;) {
      const ids: string[] = await this.unitOfWork.run(actor, async (tx) => {
        const missing = await this.entries.missingRegistrations(tx, after, registrationsPerBatch);
        for (const id of missing) await this.enterOne(tx, id);
        return missing;
      });
      entered += ids.length;
      after = ids.at(-1) ?? null;
      if (after === null) return entered;
    }
  }

  private async enterOne(tx: Tx, registrationId: string): Promise<void> {
    const registration = await this.registrations.forReward(tx, registrationId);
    const number = registration?.registrationNumber;
    if (!registration || !number) return;
    const [seller, buyer] = (['seller', 'buyer'] as const).map(
      (role) => partiesOf(registration.contract, role)[0]?.organizationId ?? null,
    );
    const sides = { seller: seller ?? null, buyer: buyer ?? null };
    const facts = await this.entries.facts(tx, registrationId, registration.contractId, sides);
    const content = contentOfCase(registration, facts);
    const latest = (await this.entries.versionsByNumber(tx, [number])).get(number)?.at(-1);
    const next = nextVersion(latest, content, registration, beijingDate(this.clock.now()));
    if (next === null) return;
    for (const closed of next.closed) await this.entries.save(tx, closed);
    await this.entries.insertAll(tx, next.opened);
    const [after] = [...next.opened, ...next.closed];
    await this.journal.recordAll(tx, [recorded('enter', latest, after ?? null)]);
  }

  /**
   * Creates or updates historic registrations by their national number as it is. What a file does not tell stays as it
   * was; a correction changes the entry itself, since the national register and not the market was its record. A case of
   * the market is never changed by a file.
   */
  async upsertHistoric(
    tx: Tx,
    importId: string,
    rows: readonly HistoricRow[],
  ): Promise<readonly Result<Upserted, UpsertRefusal>[]> {
    const known = await this.entries.versionsByNumber(
      tx,
      rows.map((row) => row.externalKey),
    );
    const read = rows.map((row) => {
      const before = known.get(row.externalKey)?.at(-1);
      return { row, before, content: historicContent(row, before) };
    });
    const fresh = read.flatMap(({ row, before, content }) => (content.ok && !before ? [row.externalKey] : []));
    const issuedHere = await this.offices.importNumbers(tx, fresh);
    const results: Result<Upserted, UpsertRefusal>[] = [];
    const created: RegistrationEntry[] = [];
    const journal: JournalEntry[] = [];
    for (const { row, before, content } of read) {
      if (!content.ok) {
        results.push(content);
        continue;
      }
      if (issuedHere.has(row.externalKey)) {
        results.push(refuse('statistics.numberOfMarket', {}, '/登记编号'));
        continue;
      }
      const after = before ? { ...before, ...content.value, importId } : newHistoric(content.value, importId);
      const entry = { ...after, validFrom: after.registeredOn, validTo: after.cancelledOn };
      if (before && hashOf(before) === hashOf(content.value)) {
        results.push(ok({ id: before.id, outcome: 'unchanged' }));
        continue;
      }
      if (before) await this.entries.save(tx, entry);
      else created.push(entry);
      journal.push(recorded('import', before, entry));
      results.push(ok({ id: entry.id, outcome: before ? 'updated' : 'created' }));
    }
    await this.entries.insertAll(tx, created);
    await this.journal.recordAll(tx, journal);
    return results;
  }
}

function historicContent(row: HistoricRow, before: RegistrationEntry | undefined): Result<EntryContent, UpsertRefusal> {
  const read = contentOfRow(row, before ? contentOf(before) : null);
  if ('missing' in read) return refuse('statistics.cellMissing', { column: read.missing }, `/${read.missing}`);
  if ('subTypes' in read) return refuse('statistics.subTypeUnknown', { allowed: read.subTypes }, '/合同子类');
  if (before?.source === 'market') {
    // The same as it stands: an export of the register may come back as a file.
    return hashOf(before) === hashOf(read.content)
      ? ok(read.content)
      : refuse('statistics.numberOfMarket', {}, '/登记编号');
  }
  return checkHistoric(read.content);
}

const newHistoric = (content: EntryContent, importId: string): RegistrationEntry => ({
  ...content,
  id: uuid(),
  source: 'historic',
  registrationId: null,
  importId,
  ruleSetId: historicYears.ruleSetId,
  validFrom: content.registeredOn,
  validTo: content.cancelledOn,
});

const contentOf = ({
  id: _id,
  source: _source,
  registrationId: _registration,
  importId: _import,
  ruleSetId: _rules,
  validFrom: _from,
  validTo: _to,
  ...content
}: RegistrationEntry): EntryContent => content;

const hashOf = (entry: EntryContent | RegistrationEntry): string =>
  contentHash('id' in entry ? contentOf(entry) : entry);

interface Versions {
  readonly closed: readonly RegistrationEntry[];
  readonly opened: readonly RegistrationEntry[];
}

/** What the register has to write for a case, or null when it stands there already. */
export function nextVersion(
  latest: RegistrationEntry | undefined,
  content: EntryContent,
  registration: Pick<ContractRegistration, 'id' | 'ruleSetId'>,
  today: string,
): Versions | null {
  const fresh: RegistrationEntry = {
    ...content,
    id: uuid(),
    source: 'market',
    registrationId: registration.id,
    importId: null,
    ruleSetId: registration.ruleSetId ?? '',
    validFrom: content.registeredOn,
    validTo: content.cancelledOn,
  };
  if (!latest) return { closed: [], opened: [fresh] };
  if (latest.validTo !== null) return null; // cancelled: nothing follows
  if (content.cancelledOn !== null) {
    return { closed: [{ ...latest, cancelledOn: content.cancelledOn, validTo: content.cancelledOn }], opened: [] };
  }
  if (contentHash(contentOf(latest)) === contentHash(content)) return null;
  if (latest.validFrom === today) return { closed: [{ ...latest, ...content }], opened: [] };
  return { closed: [{ ...latest, validTo: today }], opened: [{ ...fresh, validFrom: today }] };
}

/** Natures by the kind of organization, where the contract does not tell them. */
const natureOfKind: Readonly<Record<string, string>> = {
  enterprise: '100',
  cooperative: '100',
  transferAgency: '100',
  incubator: '100',
  bank: '100',
  evaluationAgency: '100',
  university: '022',
  institute: '021',
  cityBureau: '0131',
  countyBureau: '0141',
};

export function contentOfCase(registration: ContractRegistration, facts: RegistrationFacts): EntryContent {
  const { contract, determination, registrationNumber, registeredAt } = registration;
  if (!determination || !registrationNumber || !registeredAt) throw new Error(`${registration.id} is not registered`);
  const side = (role: 'seller' | 'buyer'): EntryParty => {
    const [first] = partiesOf(contract, role);
    const told = facts[role];
    const country = first?.countryCode ?? told?.country ?? china;
    return {
      name: first?.name ?? '',
      creditCode: first?.creditCode ?? null,
      nature: first?.natureCode ?? told?.nature ?? natureOfKind[told?.kind ?? ''] ?? null,
      country,
      placeCode: country === china ? (first?.countyCode ?? null) : null,
    };
  };
  const code = (codes: FormCodes, told: string | null): string | null => (told === null ? null : codeOf(codes, told));
  return {
    registrationNumber,
    title: contract.title,
    type: determination.type,
    subType: contract.type === determination.type ? contract.subType : null,
    field: code(technicalFields, contract.classification.technologyField ?? facts.field),
    ipKind: code(ipKinds, contract.rights === null ? facts.ipKind : (contract.rights[0]?.kind ?? 'none')),
    plan: code(plans, contract.classification.planCategory ?? facts.plan),
    goal: code(goals, contract.classification.socioEconomicGoal ?? facts.goal),
    industry: code(industries, contract.classification.industry ?? facts.industry),
    payment: code(paymentManners, contract.paymentManner ?? facts.payment),
    foreign: contract.foreign ?? facts.foreign,
    seller: side('seller'),
    buyer: side('buyer'),
    contractValue: contract.contractValue,
    technologyValue: determination.technologyValue,
    technologyIncome: BigInt(facts.income),
    relatedParty: contract.relatedParty,
    signedOn: contract.signedOn,
    validUntil: contract.validUntil,
    registeredOn: beijingDate(registeredAt),
    cancelledOn: registration.state === 'cancelled' ? facts.cancelledOn : null,
  };
}

const recorded = (
  event: string,
  before: RegistrationEntry | undefined,
  after: RegistrationEntry | null,
): JournalEntry => ({
  subjectKind: 'registrationEntry',
  subjectId: (after ?? before)?.id ?? '',
  parties: [],
  event,
  from: null,
  to: null,
  before,
  after,
});
