import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import {
  amendContract,
  cancelContract,
  checkContract,
  checkNoticePrice,
  contractReaders,
  handsOverTechnology,
  signContract,
  signedText,
  technologyValue,
  type Contract,
  type ContractContent,
  type ContractParty,
  type ContentRefusal,
  type SignRefusal as DomainSignRefusal,
} from '#domain/contract/contract.js';
import type { Deal, Offer } from '#domain/deal/deal.js';
import { isPublicInstitution, type Listing } from '#domain/listing/listing.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { Outbox } from '#platform/outbox/outbox.js';
import { contentHash } from '#platform/text/canonical.js';
import { DealService } from '../deal/deal.service.js';
import { DemandService } from '../demand/demand.service.js';
import { ListingService, type SignabilityRefusal } from '../listing/listing.service.js';
import { contractCancelled } from './contract.jobs.js';
import { ContractRepository } from './contract.repository.js';

type NotFound = Refusal<'contract.notFound'>;
type AgreementRefusal =
  ContentRefusal | Refusal<'contract.listingMissing' | 'contract.modeNotListed' | 'contract.priceBelowNotice'>;
export type DraftRefusal =
  AgreementRefusal | Refusal<'contract.dealNotFound' | 'contract.dealNotAgreed' | 'state.notAllowed'>;
export type AmendRefusal = NotFound | AgreementRefusal | Refusal<'contract.notDraft' | 'version.stale'>;
export type SignRefusal =
  NotFound | DomainSignRefusal | SignabilityRefusal | Refusal<'contract.textChanged' | 'contract.priceBelowNotice'>;
export type CancelRefusal = NotFound | Refusal<'contract.notParty' | 'state.notAllowed'>;

/** What a party writes; left out: brokers as in the deal, technology value as the split gives it. */
export type NewContract = Omit<ContractContent, 'declaredTechnologyValue' | 'brokerage'> & {
  readonly declaredTechnologyValue: ContractContent['declaredTechnologyValue'] | null;
  readonly brokerage: ContractContent['brokerage'] | null;
};

/** Null: the technology value as the split gives it, the brokers as in the deal. */
export type ContractChange = Partial<NewContract>;

/** Hash of what is signed: its parties, terms and amounts, without states and dates of signing. */
export const textHash = (contract: Contract): string => contentHash(signedText(contract));

/** Use cases of technology contracts. Locks go contract → deal → notice → listing → achievement → demand. */
@Injectable()
export class ContractService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contracts: ContractRepository,
    private readonly deals: DealService,
    private readonly listings: ListingService,
    private readonly demands: DemandService,
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
      const content = await this.checked(tx, complete(given, deal), deal, agreed);
      if (!content.ok) return content;
      const contracted = await this.deals.markContracted(tx, deal);
      if (!contracted.ok) return contracted;
      const contract = newContract(content.value, deal, await this.partiesOf(tx, deal), this.clock.now());
      await this.contracts.insert(tx, contract);
      await this.record(tx, 'draft', null, contract);
      return ok(contract);
    });
  }

  /** `expectedVersion` is the version the editor saw (If-Match). */
  async amend(
    actor: PersonActor,
    id: string,
    expectedVersion: number,
    { brokerage, ...change }: ContractChange,
  ): Promise<Result<Contract, AmendRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<Contract, AmendRefusal>> => {
      const before = await this.ownForUpdate(tx, actor, id);
      if (!before) return refuse('contract.notFound');
      if (before.version !== expectedVersion) return refuse('version.stale', { current: String(before.version) });
      const amended = amendContract(before, redeclared(before, change), this.clock.now());
      if (!amended.ok) return amended;
      const { deal, agreed } = await this.deals.agreedOffer(tx, before.dealId);
      const brokers = brokerage === undefined ? before.brokerage : (brokerage ?? deal.brokers);
      const after = await this.checked(tx, { ...amended.value, brokerage: brokers }, deal, agreed);
      if (!after.ok) return after;
      await this.contracts.save(tx, after.value, true);
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
      if (cancelled) await this.outbox.append(tx, { topic: contractCancelled, payload: { contractId: id } });
      if (cancelled && before.state !== 'effective') {
        const released = await this.deals.release(tx, before.dealId);
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

  /** The content agrees with itself, with the deal, and with what was announced. */
  private async checked<C extends ContractContent>(
    tx: Tx,
    content: C,
    deal: Deal,
    agreed: Offer,
  ): Promise<Result<C, AgreementRefusal>> {
    const fits = checkContract(content, { price: agreed.price, mode: agreed.mode, brokers: deal.brokers });
    if (!fits.ok) return fits;
    const listing = deal.listingId === null ? null : await this.listings.find(tx, deal.listingId);
    if (!listing) {
      const { kind } = await this.contracts.organization(tx, deal.sellerOrganizationId);
      const needsListing = isPublicInstitution(kind) && handsOverTechnology(agreed.mode);
      return needsListing ? refuse('contract.listingMissing') : fits;
    }
    if (listing.transferMode !== agreed.mode) return refuse('contract.modeNotListed', { listed: listing.transferMode });
    const price = checkNoticePrice(content.contractValue, announcedPrice(listing));
    return price.ok ? fits : price;
  }

  /** Locks the listing, and refuses while its notice runs, is objected to, or it is no longer on offer. */
  private async signable(tx: Tx, contract: Contract): Promise<Result<null, SignRefusal>> {
    if (contract.listingId === null) return ok(null);
    const listing = await this.listings.signability(tx, contract.listingId);
    if (!listing.ok) return listing;
    const price = checkNoticePrice(contract.contractValue, announcedPrice(listing.value));
    return price.ok ? ok(null) : price;
  }

  /** What took effect leaves the market: the listing it sold and the demand it meets, with the last signature. */
  private async conclude(tx: Tx, contract: Contract): Promise<Result<null, SignRefusal>> {
    if (contract.listingId !== null) {
      const sold = await this.listings.markSold(tx, contract.listingId);
      if (!sold.ok) return sold;
    }
    const { deal } = await this.deals.agreedOffer(tx, contract.dealId);
    await this.demands.markMet(tx, deal.demandId);
    return ok(null);
  }

  private async partiesOf(tx: Tx, deal: Deal): Promise<ContractParty[]> {
    const sides = [
      { role: 'seller', id: deal.sellerOrganizationId },
      { role: 'buyer', id: deal.buyerOrganizationId },
    ] as const;
    const parties: ContractParty[] = [];
    for (const { role, id } of sides) {
      const { name, creditCode, countyCode } = await this.contracts.organization(tx, id);
      parties.push({ role, organizationId: id, name, creditCode, countyCode, signedAt: null, endingAgreedAt: null });
    }
    return parties;
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

const complete = (given: NewContract, deal: Deal): ContractContent => ({
  ...given,
  brokerage: given.brokerage ?? deal.brokers,
  declaredTechnologyValue: given.declaredTechnologyValue ?? splitValue(given),
});

/** New items without a new declaration, or a declaration taken back: the split decides anew. */
function redeclared(
  before: Contract,
  { declaredTechnologyValue: declared, ...change }: Omit<ContractChange, 'brokerage'>,
): Partial<ContractContent> {
  if (declared !== null && declared !== undefined) return { ...change, declaredTechnologyValue: declared };
  const unchanged = declared === undefined && !change.nonTechnologyItems;
  return unchanged ? change : { ...change, declaredTechnologyValue: splitValue({ ...before, ...change }) };
}

const newContract = (content: ContractContent, deal: Deal, parties: readonly ContractParty[], now: Date): Contract => ({
  ...content,
  id: uuid(),
  dealId: deal.id,
  state: 'draft',
  parties,
  achievementId: deal.achievementId,
  listingId: deal.listingId,
  signedOn: null,
  effectiveOn: null,
  cancelReason: null,
  version: 1,
  createdAt: now,
  updatedAt: now,
});
