import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { transferModeNames } from '#domain/achievement/achievement.js';
import { auctionMethodNames } from '#domain/auction/auction.js';
import { beijingDate, fiscalYear, type LocalDate } from '#domain/calendar/local-date.js';
import { maskName } from '#domain/certificate/certificate.js';
import type { Contract } from '#domain/contract/contract.js';
import { capitals } from '#domain/money/capitals.js';
import { formatYuan } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import {
  tradingCertificateFields,
  tradingCertificateNumber,
  tradingCertificateStateOn,
  tradingCertificateTransitions,
  tradingStateText,
  type TradingCertificateContent,
  type TradingCertificateState,
} from '#domain/trading-certificate/trading-certificate.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { uniqueViolation } from '#platform/database/violation.js';
import { Journal } from '#platform/journal/journal.js';
import { canonicalJson, contentHash } from '#platform/text/canonical.js';
import { AuctionProofService } from '../auction/auction-proof.service.js';
import { CertificateService, newVerificationCode } from '../certificate/certificate.service.js';
import { ContractService } from '../contract/contract.service.js';
import { DealService } from '../deal/deal.service.js';
import type { GlyphRefusal } from '../document/chinese-font.js';
import { ListingService } from '../listing/listing.service.js';
import { PublicNoticeService } from '../public-notice/public-notice.service.js';
import { RelationService } from '../relation/relation.service.js';
import {
  TradingCertificateRepository,
  type PublicTradingCertificate,
  type TradingCertificate,
} from './trading-certificate.repository.js';

export type { PublicTradingCertificate, TradingCertificate } from './trading-certificate.repository.js';

type NotFound = Refusal<'tradingCertificate.notFound'>;
export type IssueRefusal = Refusal<
  | 'tradingCertificate.contractNotFound'
  | 'tradingCertificate.contractNotInForce'
  | 'tradingCertificate.alreadyIssued'
  | 'tradingCertificate.officerRelated'
>;

export interface TradingCertificateOnDay extends PublicTradingCertificate {
  readonly on: LocalDate;
  readonly stateOn: TradingCertificateState | 'notIssued';
}

/** What was witnessed of how the price was found. */
type Witnessed = Pick<
  TradingCertificateContent,
  'method' | 'announcedOn' | 'announcedUntil' | 'bidders' | 'concludedOn' | 'evidenceKind' | 'evidenceHash'
>;

/** 交易鉴证书: issued by the market office for a contract in force, checked by anybody by its number, revoked with a reason. */
@Injectable()
export class TradingCertificateService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tradingCertificates: TradingCertificateRepository,
    private readonly certificates: CertificateService,
    private readonly contracts: ContractService,
    private readonly deals: DealService,
    private readonly listings: ListingService,
    private readonly notices: PublicNoticeService,
    private readonly auctions: AuctionProofService,
    private readonly relations: RelationService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async issue(actor: PersonActor, contractId: string): Promise<Result<TradingCertificate, IssueRefusal>> {
    try {
      return await this.unitOfWork.run(actor, async (tx): Promise<Result<TradingCertificate, IssueRefusal>> => {
        const contract = await this.contracts.forRegistration(tx, contractId);
        if (!contract) return refuse('tradingCertificate.contractNotFound', {}, '/contractId');
        if (contract.state !== 'effective' || contract.signedOn === null) {
          return refuse('tradingCertificate.contractNotInForce', { state: contract.state }, '/contractId');
        }
        const related = await this.relatedParty(tx, actor, contract);
        if (related !== null) return refuse('tradingCertificate.officerRelated', { relation: related });
        const one = await this.composed(tx, actor, contract, contract.signedOn);
        await this.tradingCertificates.insert(tx, one);
        await this.journalise(tx, 'issue', null, one);
        return ok(one);
      });
    } catch (error) {
      if (uniqueViolation(error) !== 'trading_certificate_of_contract') throw error;
      return refuse('tradingCertificate.alreadyIssued', {}, '/contractId');
    }
  }

  /** By another role than the one that issues. What was witnessed stays readable; the state says that it is revoked. */
  async revoke(
    actor: PersonActor,
    number: string,
    reason: string,
  ): Promise<Result<TradingCertificate, NotFound | Refusal<'state.notAllowed'>>> {
    return this.unitOfWork.run(
      actor,
      async (tx): Promise<Result<TradingCertificate, NotFound | Refusal<'state.notAllowed'>>> => {
        const before = await this.tradingCertificates.find(tx, number, true);
        if (!before) return refuse('tradingCertificate.notFound');
        const next = transition(tradingCertificateTransitions, before.state, 'revoke');
        if (!next.ok) return next;
        const after: TradingCertificate = {
          ...before,
          state: next.value,
          revokedAt: this.clock.now(),
          revokeReason: reason,
        };
        await this.tradingCertificates.revoke(tx, after);
        await this.journalise(tx, 'revoke', before, after, reason);
        return ok(after);
      },
    );
  }

  /** For the parties and the bureau. */
  async get(actor: PersonActor, number: string): Promise<Result<TradingCertificate, NotFound>> {
    const found = await this.unitOfWork.run(actor, (tx) => this.tradingCertificates.find(tx, number));
    return found ? ok(found) : refuse('tradingCertificate.notFound');
  }

  async list(actor: PersonActor, after: string | null, limit: number): Promise<TradingCertificate[]> {
    return this.unitOfWork.run(actor, (tx) => this.tradingCertificates.list(tx, after, limit));
  }

  async findPublicOn(
    number: string,
    day: LocalDate | null,
  ): Promise<Result<TradingCertificateOnDay, NotFound | Refusal<'certificate.dayAhead'>>> {
    const today = beijingDate(this.clock.now());
    if (day !== null && day > today) return refuse('certificate.dayAhead', { today }, '/on');
    const found = await this.tradingCertificates.findPublic(number);
    if (!found) return refuse('tradingCertificate.notFound');
    return ok({ ...found, on: day ?? today, stateOn: tradingCertificateStateOn(found, day ?? today) });
  }

  async pdf(actor: PersonActor, number: string): Promise<Result<Buffer, NotFound | GlyphRefusal>> {
    const found = await this.get(actor, number);
    if (!found.ok) return found;
    const one = found.value;
    const sheet = {
      heading: one.content.kind,
      number,
      fields: tradingCertificateFields(one.content),
      state: tradingStateText(one),
      at: one.revokedAt ?? one.issuedAt,
      record: one,
    };
    const { keys, root } = this.certificates.places();
    return this.certificates.printSheet(actor, sheet, {
      verification: `${root}/trading-certificates/${number}`, // the page for people; programs know the operation
      keys,
    });
  }

  private async composed(
    tx: Tx,
    actor: PersonActor,
    contract: Contract,
    signedOn: LocalDate,
  ): Promise<TradingCertificate> {
    const now = this.clock.now();
    const issuer = await this.tradingCertificates.issuer(tx, actor.personId, actor.organizationId);
    const { deal, agreed } = await this.unitOfWork.asSystem(tx, 'tradingCertificate', (system) =>
      this.deals.agreedOffer(system, contract.dealId),
    );
    const year = fiscalYear(now);
    const number = tradingCertificateNumber(year, await this.tradingCertificates.nextSerial(tx, year));
    const named = (role: string) =>
      contract.parties.filter((party) => party.role === role).map(({ name, creditCode }) => ({ name, creditCode }));
    const content: TradingCertificateContent = {
      kind: '交易鉴证书',
      number,
      title: contract.title,
      ...(await this.witnessed(tx, contract, signedOn, agreed.hash)),
      transferMode: transferModeNames[agreed.mode],
      sellers: named('seller'),
      buyers: named('buyer'),
      price: { yuan: formatYuan(contract.contractValue), capitals: capitals(contract.contractValue) },
      signedOn,
      contractHash: this.contracts.textHash(contract),
      ...issuer,
      issuedOn: beijingDate(now),
      verificationCode: newVerificationCode(),
    };
    const signedText = canonicalJson(content);
    const signed = await this.certificates.signText(actor, signedText);
    return {
      ...signed,
      id: uuid(),
      number,
      contractId: contract.id,
      partyIds: [...new Set([...contract.parties.map((party) => party.organizationId), deal.sellerOrganizationId])],
      state: 'valid',
      content,
      signedText,
      contentHash: createHash('sha256').update(signedText).digest('hex'),
      method: content.method,
      maskedSellers: content.sellers.map((party) => maskName(party.name)),
      maskedBuyers: content.buyers.map((party) => maskName(party.name)),
      issuedOn: content.issuedOn,
      office: content.office,
      issuedAt: now,
      revokedAt: null,
      revokeReason: null,
    };
  }

  /** By bids: the head of the record, which binds all of it. Negotiated: the notice, and the offer that was agreed. */
  private async witnessed(tx: Tx, contract: Contract, signedOn: LocalDate, offerHash: string): Promise<Witnessed> {
    const proof = await this.auctions.ofDeal(tx, contract.dealId);
    if (proof) {
      return {
        method: auctionMethodNames[proof.auction.method],
        announcedOn: beijingDate(proof.announcedAt),
        announcedUntil: beijingDate(proof.closedAt),
        bidders: String(proof.bidders),
        concludedOn: beijingDate(proof.closedAt),
        evidenceKind: '竞价记录',
        evidenceHash: proof.head,
      };
    }
    const { listingId } = contract;
    const listing =
      listingId &&
      (await this.unitOfWork.asSystem(tx, 'tradingCertificate', (system) => this.listings.find(system, listingId)));
    const notice = listing && listing.noticeId !== null ? await this.notices.get(listing.noticeId) : null;
    const posted = notice?.ok ? notice.value : null;
    return {
      method: '协议定价',
      announcedOn: posted?.postedOn ?? null,
      announcedUntil: posted?.lastDay ?? null,
      bidders: null,
      concludedOn: signedOn,
      evidenceKind: '公示与报价记录',
      evidenceHash: contentHash({
        notice: posted && {
          id: posted.id,
          items: posted.items,
          postedOn: posted.postedOn,
          lastDay: posted.lastDay,
          state: posted.state,
        },
        offer: offerHash,
      }),
    };
  }

  private async relatedParty(tx: Tx, actor: PersonActor, { parties }: Contract): Promise<string | null> {
    for (const { organizationId } of parties) {
      const related = await this.relations.conflict(tx, actor.personId, { kind: 'organization', id: organizationId });
      if (related !== null) return related;
    }
    return null;
  }

  private journalise(
    tx: Tx,
    event: string,
    before: TradingCertificate | null,
    after: TradingCertificate,
    reason?: string,
  ): Promise<void> {
    return this.journal.record(tx, {
      subjectKind: 'tradingCertificate',
      subjectId: after.id,
      parties: after.partyIds,
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(reason !== undefined && { reason }),
      ...(before && { before }),
      after,
    });
  }
}
