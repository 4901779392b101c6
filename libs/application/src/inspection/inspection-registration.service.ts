import { Injectable } from '@nestjs/common';
import type { RegistrationState, StatedGround } from '#domain/contract-registration/contract-registration.js';
import type { Fen } from '#domain/money/money.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';

/** Which cases: every member narrows. */
export interface CaseQuery {
  readonly state?: RegistrationState;
  readonly office?: string;
  /** In the title or the name of a party. */
  readonly text?: string;
  /** The registration number or the platform's own. */
  readonly number?: string;
  readonly creditCode?: string;
  /** Day of filing, in Beijing. */
  readonly from?: string;
  readonly to?: string;
  readonly minValue?: Fen;
  readonly maxValue?: Fen;
}

/** A case as the search shows it: what became of it and why. */
export interface FoundCase {
  readonly id: string;
  readonly provisionalNumber: string;
  readonly registrationNumber: string | null;
  readonly state: RegistrationState;
  readonly office: string;
  readonly title: string;
  readonly sellers: readonly string[];
  readonly buyers: readonly string[];
  readonly contractValueFen: string;
  readonly technologyValueFen: string | null;
  readonly filedOn: string;
  readonly refusalGrounds: readonly StatedGround[];
  readonly closingReason: string | null;
  readonly determinedBy: string | null;
  readonly reviewedBy: string | null;
}

const filedOn = `(created_at AT TIME ZONE 'Asia/Shanghai')::date`;
const names = (role: string): string =>
  `ARRAY(SELECT p ->> 'name' FROM jsonb_array_elements(contract -> 'parties') AS p WHERE p ->> 'role' = '${role}')`;
const columns = `id, provisional_number AS "provisionalNumber", registration_number AS "registrationNumber", state, office,
  contract ->> 'title' AS title, ${names('seller')} AS sellers, ${names('buyer')} AS buyers,
  contract_value_fen AS "contractValueFen", verified_technology_value_fen AS "technologyValueFen", ${filedOn}::text AS "filedOn",
  refusal_grounds AS "refusalGrounds", closing_reason AS "closingReason", determined_by AS "determinedBy",
  reviewed_by AS "reviewedBy"`;

/**
 * The audit's search over all cases that reached the office, also those returned, refused, withdrawn or cancelled, which the
 * register of registered contracts does not have. Drafts are the applicant's own.
 */
@Injectable()
export class InspectionRegistrationService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(actor: PersonActor, query: CaseQuery, after: string | null, limit: number): Promise<FoundCase[]> {
    return this.unitOfWork.run(actor, (tx) =>
      tx.query<FoundCase>(
        `SELECT ${columns} FROM contract_registration WHERE state <> 'draft'
           AND ($1::uuid IS NULL OR id < $1) AND ($3::text IS NULL OR state = $3) AND ($4::text IS NULL OR office = $4)
           AND ($5::text IS NULL OR strpos(contract ->> 'title', $5) > 0 OR EXISTS (
             SELECT FROM jsonb_array_elements(contract -> 'parties') AS p WHERE strpos(p ->> 'name', $5) > 0))
           AND ($6::text IS NULL OR $6 IN (registration_number, provisional_number, left(provisional_number, -11)))
           AND ($7::text IS NULL OR EXISTS (
             SELECT FROM jsonb_array_elements(contract -> 'parties') AS p WHERE p ->> 'creditCode' = $7))
           AND ($8::date IS NULL OR ${filedOn} >= $8) AND ($9::date IS NULL OR ${filedOn} <= $9)
           AND ($10::bigint IS NULL OR contract_value_fen >= $10) AND ($11::bigint IS NULL OR contract_value_fen <= $11)
         ORDER BY id DESC LIMIT $2`,
        [
          ...[after, limit, query.state ?? null, query.office ?? null, query.text ?? null, query.number ?? null],
          ...[query.creditCode ?? null, query.from ?? null, query.to ?? null],
          ...[query.minValue ?? null, query.maxValue ?? null],
        ],
      ),
    );
  }
}
