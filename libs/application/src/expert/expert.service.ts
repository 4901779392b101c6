import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { PUBLIC_READER, type StatementReader } from '#platform/database/statement-reader.js';

/** A person as he wishes to be found, and the unit he belongs to. */
export interface PublicExpert {
  readonly id: string;
  readonly name: string;
  readonly fields: readonly string[];
  readonly introduction: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly countyCode: string | null;
}

/** Experts who agreed to be found by anybody. The database shows an anonymous reader nobody else. */
@Injectable()
export class ExpertService {
  constructor(@Inject(PUBLIC_READER) private readonly reader: StatementReader) {}

  async get(id: string): Promise<Result<PublicExpert, Refusal<'expertProfile.notFound'>>> {
    const [expert] = await this.reader.query<PublicExpert>(
      'expert.get',
      `SELECT e.id, e.public_name AS name, e.fields, e.introduction, e.organization_id AS "organizationId",
         o.name AS "organizationName", o.county_code AS "countyCode"
       FROM expert_profile e JOIN organization o ON o.id = e.organization_id WHERE e.id = $1`,
      [id],
    );
    return expert ? ok(expert) : refuse('expertProfile.notFound');
  }
}
