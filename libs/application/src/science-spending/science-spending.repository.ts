import { Injectable } from '@nestjs/common';
import type { SpendingFigures } from '#domain/science-spending/science-spending.js';
import type { Tx } from '#platform/database/unit-of-work.js';

/** What a unit told of a year. */
export interface ScienceSpending extends SpendingFigures {
  readonly id: string;
  readonly fiscalYear: number;
  readonly unitCode: string;
  /** Where the figures stand (决算报告 or its number). */
  readonly document: string;
  readonly recordedBy: string;
  readonly at: Date;
}

type Raw = Omit<ScienceSpending, 'science' | 'expenditure'> & {
  readonly science: string;
  readonly expenditure: string;
};

@Injectable()
export class ScienceSpendingRepository {
  async insert(tx: Tx, spending: ScienceSpending): Promise<void> {
    await tx.query(
      `INSERT INTO science_spending (id, fiscal_year, unit_code, science_fen, expenditure_fen, document, recorded_by, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        spending.id,
        spending.fiscalYear,
        spending.unitCode,
        spending.science.toString(),
        spending.expenditure.toString(),
        spending.document,
        spending.recordedBy,
        spending.at,
      ],
    );
  }

  /** The latest of each unit in a year. */
  async ofYear(tx: Tx, fiscalYear: number): Promise<ScienceSpending[]> {
    const rows = await tx.query<Raw>(
      `SELECT DISTINCT ON (unit_code) id, fiscal_year AS "fiscalYear", unit_code AS "unitCode", science_fen AS science,
         expenditure_fen AS expenditure, document, recorded_by AS "recordedBy", at
       FROM science_spending WHERE fiscal_year = $1 ORDER BY unit_code, id DESC`,
      [fiscalYear],
    );
    return rows.map((row) => ({ ...row, science: BigInt(row.science), expenditure: BigInt(row.expenditure) }));
  }
}
