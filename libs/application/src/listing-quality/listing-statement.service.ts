import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate } from '#domain/calendar/local-date.js';
import { listingQualityPolicyOn } from '#domain/listing-quality/listing-quality.policy.js';
import {
  emptyStatement,
  listingQuality,
  mayPublishStatement,
  type ListingQuality,
  type ListingStatement,
} from '#domain/listing-quality/listing-quality.js';
import type { PersonActor } from '#domain/shared/actor.js';
import type { Refusal, Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';

/** What a listing says of itself, as the listing's own use cases need it. */
@Injectable()
export class ListingStatementService {
  constructor(
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Called when a listing goes out: what was written must say something. */
  async mayPublish(
    tx: Tx,
    listingId: string,
  ): Promise<Result<ListingQuality, Refusal<'listing.statementUnclear' | 'listing.scoreTooLow'>>> {
    return mayPublishStatement(await this.newest(tx, listingId), this.policy());
  }

  async newest(tx: Tx, listingId: string): Promise<ListingStatement> {
    const [row] = await tx.query<ListingStatement>(
      `SELECT problem, improvement, compared_with AS "comparedWith", evidence, economics FROM listing_statement
       WHERE listing_id = $1 ORDER BY serial DESC LIMIT 1`,
      [listingId],
    );
    return row ?? emptyStatement;
  }

  /** The listing is its owner's; whoever writes at the same time waits. */
  async write(tx: Tx, actor: PersonActor, listingId: string, statement: ListingStatement): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('listing-statement/' || $1, 0))`, [listingId]);
    const id = uuid();
    await tx.query(
      `INSERT INTO listing_statement (id, listing_id, organization_id, serial, problem, improvement, compared_with,
         evidence, economics, person_id, created_at)
       SELECT $1, $2, $3, coalesce(max(serial), 0) + 1, $4, $5, $6, $7, $8, $9, $10 FROM listing_statement
       WHERE listing_id = $2`,
      [
        ...[id, listingId, actor.organizationId, statement.problem, statement.improvement, statement.comparedWith],
        ...[statement.evidence, statement.economics, actor.personId, this.clock.now()],
      ],
    );
    await this.journal.record(tx, {
      ...{ subjectKind: 'listingStatement', subjectId: id, parties: [actor.organizationId], event: 'create' },
      ...{ from: null, to: null, after: { listingId, ...statement } },
    });
  }

  judge(statement: ListingStatement): ListingQuality {
    return listingQuality(statement, this.policy());
  }

  private policy() {
    return listingQualityPolicyOn(beijingDate(this.clock.now()));
  }
}
