import { Injectable } from '@nestjs/common';
import type { ListingQuality, ListingStatement } from '#domain/listing-quality/listing-quality.js';
import { actsFor, type Actor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { ListingService } from '../listing/listing.service.js';
import { ListingStatementService } from './listing-statement.service.js';

type NotFound = Refusal<'listing.notFound'>;

/** What a listing says, and how well. */
export interface JudgedStatement {
  readonly listingId: string;
  readonly statement: ListingStatement;
  readonly quality: ListingQuality;
}

/** Use cases of what a listing says of itself. */
@Injectable()
export class ListingQualityService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly listings: ListingService,
    private readonly statements: ListingStatementService,
  ) {}

  /** For anyone who sees the listing. */
  async get(actor: Actor, listingId: string): Promise<Result<JudgedStatement, NotFound>> {
    const listing = await this.listings.get(actor, listingId);
    if (!listing.ok) return listing;
    return this.unitOfWork.run(actor, async (tx) => {
      const statement = await this.unitOfWork.asSystem(tx, 'listingQuality', (system) =>
        this.statements.newest(system, listingId),
      );
      return ok({ listingId, statement, quality: this.statements.judge(statement) });
    });
  }

  /** The owner says it anew while the listing is a draft: what was posted is what is sold. */
  async write(
    actor: PersonActor,
    listingId: string,
    statement: ListingStatement,
  ): Promise<Result<JudgedStatement, NotFound | Refusal<'listing.posted'>>> {
    return this.unitOfWork.run(
      actor,
      async (tx): Promise<Result<JudgedStatement, NotFound | Refusal<'listing.posted'>>> => {
        const listing = await this.listings.find(tx, listingId);
        if (!listing || !actsFor(actor, listing.organizationId)) return refuse('listing.notFound');
        if (listing.state !== 'draft') return refuse('listing.posted', { state: listing.state });
        await this.statements.write(tx, actor, listingId, statement);
        return ok({ listingId, statement, quality: this.statements.judge(statement) });
      },
    );
  }
}
