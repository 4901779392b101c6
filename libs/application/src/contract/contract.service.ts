import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import { checkContract, technologyValue, type ContentRefusal } from '#domain/contract/check-contract.js';
import { checkRights, joinRights, type RightsRefusal } from '#domain/contract/check-rights.js';
import {
  amendContract,
  cancelContract,
  checkNoticePrice,
  contractReaders,
  handsOverTechnology,
  signContract,
  type Contract,
  type ContractContent,
  type ContractParty,
  type SignRefusal as DomainSignRefusal,
} from '#domain/contract/contract.js';
import { dealSides, type Deal, type Offer } from '#domain/deal/deal.js';
import { isPublicInstitution, type Listing } from '#domain/listing/listing.js';
import type { RightGuardRefusal } from '#domain/right/disposal.js';
import { type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { Outbox } from '#platform/outbox/outbox.js';
import { DealService } from '../deal/deal.service.js';
import { DemandService } from '../demand/demand.service.js';
import { MatchingService } from '../matching/matching.service.js';
import { ListingService, type SignabilityRefusal } from '../listing/listing.service.js';
import { ContractRightsService } from './contract-rights.service.js';
import { ContractVersionRepository, textHash } from './contract-version.repository.js';
import { contractCancelled } from './contract.jobs.js';
import { ContractRepository } from './contract.repository.js';

type NotFound = Refusal<'contract.notFound'>;
type AgreementRefusal =
  | ContentRefusal
  | Refusal<
      | 'contract.listingMissing'
      | 'contract.modeNotListed'
      | 'contract.priceBelowNotice'
      | 'contract.partyUnknown'
      | 'contract.partiesFixed'
    >;
export type DraftRefusal =
  AgreementRefusal | Refusal<'contract.dealNotFound' | 'contract.dealNotAgreed' | 'state.notAllowed'>;
export type AmendRefusal = NotFound | AgreementRefusal | Refusal<'contract.notDraft' | 'version.stale'>;
export type SignRefusal =
  | NotFound
  | DomainSignRefusal
  | SignabilityRefusal
  | RightsRefusal
  | RightGuardRefusal
  | Refusal<'contract.textChanged' | 'contract.priceBelowNotice'>;
export type CancelRefusal = NotFound | Refusal<'contract.notParty' | 'state.notAllowed'>;

/** A party as it is named: what it is called comes from its organization. */
export type NamedParty = Pick<ContractParty, 'role' | 'organizationId' | 'countryCode' | 'natureCode'>;

/** What a party writes; null: parties and brokers as in the deal, technology value as the split gives it. */
export type NewContract = Omit<ContractContent, 'declaredTechnologyValue' | 'brokerage' | 'parties'> & {
  readonly declaredTechnologyValue: ContractContent['declaredTechnologyValue'] | null;
  readonly brokerage: ContractContent['brokerage'] | null;
  readonly parties: readonly NamedParty[] | null;
};

export type ContractChange = Partial<NewContract>;

/** Use cases of technology contracts. Locks go contract → deal → notice → listing → achievement → right → demand. */
@Injectable()
export class ContractService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contracts: ContractRepository,
    private readonly deals: DealService,
    private readonly listings: ListingService,
    private readonly demands: DemandService,
    private readonly rights: ContractRightsService,
    private readonly versions: ContractVersionRepository,
    private readonly matching: MatchingService,
    private readonly journal: Journal,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** One side writes the contract of an agreed deal. */
  async draft(actor: PersonActor, dealId: string, given: NewContract): Promise<Result<Contract, DraftRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Contract, DraftRefusal>> => {
      const found = await this.deals.agreedForUpdate(tx, actor, dealId);
      if (!found) return refuse('contract.dealNotFound', {}, '/dealId');
      const { deal, agreed } = found;
      if (deal.state !== 'agreed' || agreed === null) return refuse('contract.dealNotAgreed', { state: deal.state });
      const parties = await this.partiesOf(tx, given.parties, deal);
      if (!parties.ok) return parties;
      const content = await this.checked(tx, { ...complete(given, deal), parties: parties.value }, deal, agreed);
      if (!content.ok) return content;
      const contracted = await this.deals.markContracted(tx, deal);
      if (!contracted.ok) return contracted;
      const contract = newContract(content.value, deal, this.clock.now());
      await this.contracts.insert(tx, contract);
      await this.versions.keep(tx, contract, this.clock.now());
      await this.record(tx, 'draft', null, contract);
      return ok(contract);
    });
  }

  /** `expectedVersion` is the version the editor saw (If-Match). */
  async amend(
    actor: PersonActor,
    id: string,
    expectedVersion: number,
    { brokerage, parties: named, ...change }: ContractChange,
  ): Promise<Result<Contract, AmendRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Contract, AmendRefusal>> => {
      const before = await this.ownForUpdate(tx, actor, id);
      if (!before) return refuse('contract.notFound');
      if (before.version !== expectedVersion) return refuse('version.stale', { current: String(before.version) });
      const written = {
        ...redeclared(before, change),
        ...(brokerage !== undefined && { brokerage: before.brokerage }),
      };
      const amended = amendContract(
        before,
        { ...written, ...(named !== undefined && { parties: before.parties }) },
        this.clock.now(),
      );
      if (!amended.ok) return amended;
      const { deal, agreed } = await this.agreed(tx, before);
      const brokers = brokerage === undefined ? before.brokerage : (brokerage ?? deal.brokers);
      const parties = named === undefined ? ok(before.parties) : await this.renamed(tx, actor, named, deal);
      if (!parties.ok) return parties;
      const content = { ...amended.value, brokerage: brokers, parties: parties.value };
      const after = await this.checked(tx, content, deal, agreed);
      if (!after.ok) return after;
      await this.versions.keep(tx, before, before.updatedAt);
      await this.contracts.save(tx, after.value, true);
      await this.versions.keep(tx, after.value, this.clock.now());
      await this.record(tx, 'amend', before, after.value);
      return after;
    });
  }

  /** One party signs exactly the text it names by its hash; the last signature sells the listing and meets the demand. */
  async sign(actor: PersonActor, id: string, hash: string): Promise<Result<Contract, SignRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Contract, SignRefusal>> => {
      const before = await this.ownForUpdate(tx, actor, id);
      if (!before) return refuse('contract.notFound');
      const now = this.clock.now();
      const after = signContract(before, actor.organizationId, now, beijingDate(now));
      if (!after.ok) return after;
      if (textHash(before) !== hash) return refuse('contract.textChanged', {}, '/textHash');
      const open = await this.signable(tx, before);
      if (!open.ok) return open;
      await this.contracts.save(tx, after.value, false);
      await this.record(tx, after.value.state === 'effective' ? 'conclude' : 'sign', before, after.value);
      if (after.value.state !== 'effective') return after;
      const concluded = await this.conclude(tx, after.value);
      return concluded.ok ? after : concluded;
    });
  }

  /** Before it takes effect one party steps back; after that the last of the parties to agree ends it. */
  async cancel(actor: PersonActor, id: string, reason: string): Promise<Result<Contract, CancelRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Contract, CancelRefusal>> => {
      const before = await this.ownForUpdate(tx, actor, id);
      if (!before) return refuse('contract.notFound');
      const after = cancelContract(before, actor.organizationId, reason, this.clock.now());
      if (!after.ok) return after;
      await this.contracts.save(tx, after.value, false);
      const cancelled = after.value.state === 'cancelled';
      await this.record(tx, cancelled ? 'cancel' : 'agreeToEnd', before, after.value, reason);
      if (cancelled) await this.rights.ended(tx, id);
      if (cancelled) await this.outbox.append(tx, { topic: contractCancelled, payload: { contractId: id } });
      if (cancelled && before.state !== 'effective') {
        const released = await this.unitOfWork.asSystem(tx, 'contract', (system) =>
          this.deals.release(system, before.dealId),
        );
        if (!released.ok) return released;
      }
      return after;
    });
  }

  async get(actor: PersonActor, id: string): Promise<Result<Contract, NotFound>> {
    const contract = await this.unitOfWork.run(actor, (tx) => this.contracts.find(tx, id));
    return contract ? ok(contract) : refuse('contract.notFound');
  }

  async list(actor: PersonActor, after: string | null, limit: number): Promise<Contract[]> {
    return this.unitOfWork.run(actor, (tx) =>
      this.contracts.listOfOrganization(tx, actor.organizationId, after, limit),
    );
  }

  /** The contract as registration needs it, or null when the actor of the transaction may not see it. */
  async forRegistration(tx: Tx, id: string): Promise<Contract | null> {
    return this.contracts.find(tx, id);
  }

  /** Hash of what is signed. */
  textHash(contract: Contract): string {
    return textHash(contract);
  }

  /** Locked: an end or a settlement of the contract comes before the filing, or finds it. */
  async forFiling(tx: Tx, id: string): Promise<Contract | null> {
    return this.contracts.forUpdate(tx, id);
  }

  /** The content, its rights joined to the register, agrees with itself, with the deal, and with what was announced. */
  private async checked<C extends ContractContent>(
    tx: Tx,
    written: C,
    deal: Deal,
    agreed: Offer,
  ): Promise<Result<C, AgreementRefusal>> {
    const today = beijingDate(this.clock.now());
    const rights = joinRights(written.rights, await this.rights.register(tx, written), today);
    if (!rights.ok) return rights;
    const content = { ...written, rights: rights.value };
    const { sellerOrganizationId, buyerOrganizationId, brokers } = deal;
    const terms = { price: agreed.price, mode: agreed.mode, brokers, sellerOrganizationId, buyerOrganizationId };
    const fits = checkContract(content, terms, today);
    if (!fits.ok) return fits;
    const { listingId } = deal;
    const listing =
      listingId && (await this.unitOfWork.asSystem(tx, 'contract', (system) => this.listings.find(system, listingId)));
    if (!listing) {
      const seller = await this.contracts.organization(tx, deal.sellerOrganizationId);
      const needsListing = isPublicInstitution(seller?.kind ?? '') && handsOverTechnology(agreed.mode);
      return needsListing ? refuse('contract.listingMissing') : fits;
    }
    if (listing.transferMode !== agreed.mode) return refuse('contract.modeNotListed', { listed: listing.transferMode });
    const price = checkNoticePrice(content.contractValue, announcedPrice(listing));
    return price.ok ? fits : price;
  }

  /** Locks the listing, and refuses while its notice runs, is objected to, or it is no longer on offer. */
  private async signable(tx: Tx, contract: Contract): Promise<Result<null, SignRefusal>> {
    const rights = await this.stillInForce(tx, contract);
    if (!rights.ok) return rights;
    if (contract.listingId !== null) {
      const listing = await this.listings.signability(tx, contract.listingId, contract.dealId);
      if (!listing.ok) return listing;
      const price = checkNoticePrice(contract.contractValue, announcedPrice(listing.value));
      if (!price.ok) return price;
    }
    return this.rights.mayConclude(tx, contract);
  }

  /** What took effect leaves the market: the listing it sold and the demand it meets, with the last signature. */
  private async conclude(tx: Tx, contract: Contract): Promise<Result<null, SignRefusal>> {
    if (contract.listingId !== null) {
      const sold = await this.listings.markSold(tx, contract.listingId, contract.dealId);
      if (!sold.ok) return sold;
    }
    await this.rights.concluded(tx, contract);
    const { deal } = await this.agreed(tx, contract);
    if (deal.demandId === null) return ok(null);
    await this.demands.markMet(tx, deal.demandId);
    if (deal.achievementId === null) return ok(null); // of an open challenge: nothing was matched
    await this.matching.markContracted(tx, deal.demandId, deal.achievementId);
    return ok(null);
  }

  /** Parties that joined the two sides of a deal do not read the deal, and are bound by it all the same. */
  private async agreed(tx: Tx, { dealId }: Contract): Promise<{ deal: Deal; agreed: Offer }> {
    return this.unitOfWork.asSystem(tx, 'contract', (system) => this.deals.agreedOffer(system, dealId));
  }

  /** A right may have ended since the draft was written: it is looked up again on the day of signing. */
  private async stillInForce(tx: Tx, contract: Contract): Promise<Result<null, RightsRefusal>> {
    const rights = joinRights(contract.rights, await this.rights.register(tx, contract), beijingDate(this.clock.now()));
    return rights.ok ? checkRights({ ...contract, rights: rights.value }) : rights;
  }

  /** Parties are named by the two sides of the deal; who was taken in by them signs or does not. */
  private async renamed(tx: Tx, actor: PersonActor, named: readonly NamedParty[] | null, deal: Deal) {
    const side = dealSides(deal).includes(actor.organizationId);
    return side ? this.partiesOf(tx, named, deal) : refuse('contract.partiesFixed', {}, '/parties');
  }

  private async partiesOf(
    tx: Tx,
    named: readonly NamedParty[] | null,
    deal: Deal,
  ): Promise<Result<ContractParty[], Refusal<'contract.partyUnknown'>>> {
    const parties: ContractParty[] = [];
    for (const { role, organizationId, countryCode, natureCode } of named ?? sidesOf(deal)) {
      const organization = await this.contracts.organization(tx, organizationId);
      const known = organization && (organization.state === 'verified' || dealSides(deal).includes(organizationId));
      if (!known) return refuse('contract.partyUnknown', { organizationId }, '/parties');
      const { name, creditCode, countyCode } = organization;
      const described = { role, organizationId, name, creditCode, countyCode, countryCode, natureCode };
      parties.push({ ...described, signedAt: null, endingAgreedAt: null });
    }
    return ok(parties);
  }

  /** A contract of which the actor's organization is a party, locked. */
  private async ownForUpdate(tx: Tx, actor: PersonActor, id: string): Promise<Contract | null> {
    const contract = await this.contracts.forUpdate(tx, id);
    return contract?.parties.some((party) => party.organizationId === actor.organizationId) ? contract : null;
  }

  private async record(
    tx: Tx,
    event: string,
    before: Contract | null,
    after: Contract,
    reason?: string,
  ): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'contract',
      subjectId: after.id,
      parties: contractReaders(after),
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(reason !== undefined && { reason }),
      ...(before && { before }),
      after,
    });
  }
}

/** Only a negotiated price is announced; another asking price may be haggled over. */
const announcedPrice = (listing: Listing): Contract['contractValue'] | null =>
  listing.pricingMethod === 'negotiated' ? listing.price : null;

/** A split without technology value is refused by the check that follows; 0 stands for it until then. */
function splitValue(content: Pick<ContractContent, 'contractValue' | 'nonTechnologyItems'>): bigint {
  const value = technologyValue(content.contractValue, content.nonTechnologyItems);
  return value.ok ? value.value : 0n;
}

const sidesOf = (deal: Deal): readonly NamedParty[] => [
  { role: 'seller', organizationId: deal.sellerOrganizationId, countryCode: '142', natureCode: null },
  { role: 'buyer', organizationId: deal.buyerOrganizationId, countryCode: '142', natureCode: null },
];

const complete = (given: NewContract, deal: Deal): Omit<ContractContent, 'parties'> => ({
  ...given,
  brokerage: given.brokerage ?? deal.brokers,
  declaredTechnologyValue: given.declaredTechnologyValue ?? splitValue(given),
});

/** New items without a new declaration, or a declaration taken back: the split decides anew. */
function redeclared(
  before: Contract,
  { declaredTechnologyValue: declared, ...change }: Omit<ContractChange, 'brokerage' | 'parties'>,
): Partial<ContractContent> {
  if (declared !== null && declared !== undefined) return { ...change, declaredTechnologyValue: declared };
  const unchanged = declared === undefined && !change.nonTechnologyItems;
  return unchanged ? change : { ...change, declaredTechnologyValue: splitValue({ ...before, ...change }) };
}

const newContract = (content: ContractContent, deal: Deal, now: Date): Contract => ({
  ...content,
  id: uuid(),
  dealId: deal.id,
  state: 'draft',
  achievementId: deal.achievementId,
  listingId: deal.listingId,
  signedOn: null,
  effectiveOn: null,
  settled: null,
  cancelReason: null,
  version: 1,
  createdAt: now,
  updatedAt: now,
});
