import { Injectable } from '@nestjs/common';
import { startOfBeijingDay, addDays, type LocalDate } from '#domain/calendar/local-date.js';
import type { Offer } from '#domain/deal/deal.js';
import type { DealEntry } from '#domain/deal-room/deal-room.js';
import type { TransferMode } from '#domain/achievement/achievement.js';
import type { Fen } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { canonicalJson } from '#platform/text/canonical.js';
import { CertificateService } from '../certificate/certificate.service.js';
import { brokenEntry, DealLog } from '../deal/deal.log.js';
import { DealService } from '../deal/deal.service.js';
import { DealRoomRepository, type ReasonCount } from './deal-room.repository.js';
import { redLine, type RedLine } from './red-line.js';

type NotFound = Refusal<'deal.notFound'>;

/** Whether a deal's log and its offers are as they were written. */
export interface ChainReport {
  readonly entries: number;
  readonly headHash: string | null;
  readonly whole: boolean;
  /** Serial of the first entry that is not as it was written. */
  readonly brokenAt: number | null;
  readonly offersWhole: boolean;
  /** Every offer stands in the log with its own hash. */
  readonly offersLogged: boolean;
}

/** What one offer changed against another. */
export interface OfferComparison {
  readonly from: Offer;
  readonly to: Offer;
  readonly priceDifference: Fen;
  readonly modeChanged: { readonly from: TransferMode; readonly to: TransferMode } | null;
  readonly terms: RedLine;
}

/** Use cases of a room's log: what was said, whether it is whole, and what it teaches. */
@Injectable()
export class DealChainService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deals: DealService,
    private readonly log: DealLog,
    private readonly room: DealRoomRepository,
    private readonly certificates: CertificateService,
    private readonly clock: Clock,
  ) {}

  /** A side says something that is no offer. */
  async note(
    actor: PersonActor,
    dealId: string,
    text: string,
  ): Promise<Result<DealEntry, NotFound | Refusal<'state.notAllowed' | 'deal.logFull'>>> {
    return this.unitOfWork.run(
      actor,
      async (tx): Promise<Result<DealEntry, NotFound | Refusal<'state.notAllowed' | 'deal.logFull'>>> => {
        const deal = await this.deals.sideForUpdate(tx, actor, dealId);
        if (!deal) return refuse('deal.notFound');
        if (deal.state === 'brokenOff') {
          return refuse('state.notAllowed', { state: deal.state, event: 'note', allowed: '无' });
        }
        return this.log.append(tx, dealId, 'note', { text });
      },
    );
  }

  async entries(
    actor: PersonActor,
    dealId: string,
    after: string | null,
    limit: number,
  ): Promise<Result<DealEntry[], NotFound>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<DealEntry[], NotFound>> => {
      if (!(await this.deals.find(tx, dealId))) return refuse('deal.notFound');
      return ok(await this.log.list(tx, dealId, after, limit));
    });
  }

  async verify(actor: PersonActor, dealId: string): Promise<Result<ChainReport, NotFound>> {
    const found = await this.chain(actor, dealId);
    return found.ok ? ok(report(found.value.entries, found.value.offers, found.value.offersWhole)) : found;
  }

  /**
   * The whole log in one file that can be checked without the market: each entry's hash is the SHA-256 of its canonical
   * JSON (RFC 8785) without the hash, and the head is signed with the key that is published for certificates.
   */
  async file(actor: PersonActor, dealId: string): Promise<Result<string, NotFound>> {
    const found = await this.chain(actor, dealId);
    if (!found.ok) return found;
    const { entries, offers } = found.value;
    const head = canonicalJson({
      format: 'qy-deal-chain/1',
      ...{ dealId, entries: entries.length, headHash: entries.at(-1)?.hash ?? null, at: this.clock.now() },
    });
    const signed = await this.certificates.signText(actor, head);
    return ok(canonicalJson({ head, keyId: signed.keyId, signature: signed.signature, entries, offers }));
  }

  async compareOffers(
    actor: PersonActor,
    dealId: string,
    from: number,
    to: number,
  ): Promise<Result<OfferComparison, NotFound | Refusal<'deal.offerNotFound'>>> {
    const found = await this.deals.offersOf(actor, dealId);
    if (!found.ok) return found;
    const [before, after] = [from, to].map((serial) => found.value.offers.find((offer) => offer.serial === serial));
    if (!before || !after) return refuse('deal.offerNotFound');
    return ok({
      from: before,
      to: after,
      priceDifference: after.price - before.price,
      modeChanged: before.mode === after.mode ? null : { from: before.mode, to: after.mode },
      terms: redLine(before.terms, after.terms),
    });
  }

  /** Why offers, negotiations and disclosures were refused in a span of days: steers listings and research topics. */
  async refusalReasons(actor: PersonActor, from: LocalDate, to: LocalDate): Promise<ReasonCount[]> {
    const [start, end] = [startOfBeijingDay(from), startOfBeijingDay(addDays(to, 1))];
    return this.unitOfWork.run(actor, (tx) =>
      this.unitOfWork.asSystem(tx, 'dealRoom.statistics', (system) =>
        this.room.reasonCounts(system, start.toISOString(), end.toISOString()),
      ),
    );
  }

  private async chain(actor: PersonActor, dealId: string) {
    return this.unitOfWork.run(
      actor,
      async (
        tx,
      ): Promise<Result<{ entries: DealEntry[]; offers: readonly Offer[]; offersWhole: boolean }, NotFound>> => {
        const offers = await this.deals.offersOf(actor, dealId);
        if (!offers.ok) return offers;
        const entries = await this.log.whole(tx, dealId);
        return ok({ entries, offers: offers.value.offers, offersWhole: offers.value.whole });
      },
    );
  }
}

function report(entries: readonly DealEntry[], offers: readonly Offer[], offersWhole: boolean): ChainReport {
  const brokenAt = brokenEntry(entries);
  const logged = new Set(entries.map(({ content }) => content['offerHash']));
  return {
    entries: entries.length,
    headHash: entries.at(-1)?.hash ?? null,
    ...{ whole: brokenAt === null, brokenAt, offersWhole },
    offersLogged: offers.every(({ hash }) => logged.has(hash)),
  };
}
