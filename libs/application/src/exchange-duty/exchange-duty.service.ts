import { Injectable } from '@nestjs/common';
import { exchangeDuties, isMet, type ExchangeDuty } from '#domain/exchange-duty/exchange-duty.js';
import type { Actor } from '#domain/shared/actor.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { ExchangeDutyRepository, type DutyCount } from './exchange-duty.repository.js';

export interface DutyStanding {
  readonly duty: ExchangeDuty;
  /** Of the whole city: what the plan asks for. */
  readonly count: number;
  readonly met: boolean;
  readonly byOrganization: readonly (DutyCount & { readonly met: boolean })[];
  readonly byCounty: readonly { readonly countyCode: string; readonly count: number; readonly met: boolean }[];
}

/** What was done in a year of what the plan asks for every year. Counted as the system: sums and names of organizers. */
@Injectable()
export class ExchangeDutyService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly duties: ExchangeDutyRepository,
  ) {}

  async ofYear(actor: Actor, year: number): Promise<DutyStanding[]> {
    return this.unitOfWork.run(actor, (tx) =>
      this.unitOfWork.asSystem(tx, 'exchangeDuty', async (system) => {
        const standings: DutyStanding[] = [];
        for (const duty of exchangeDuties) standings.push(standingOf(duty, await this.counts(system, duty, year)));
        return standings;
      }),
    );
  }

  private counts(system: Tx, { code }: ExchangeDuty, year: number): Promise<DutyCount[]> {
    return code === 'enterpriseVisits' ? this.duties.visitRounds(system, year) : this.duties.events(system, year);
  }
}

function standingOf(duty: ExchangeDuty, counts: readonly DutyCount[]): DutyStanding {
  const counties = new Map<string, number>();
  for (const { countyCode, count } of counts) counties.set(countyCode, (counties.get(countyCode) ?? 0) + count);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const met = (count: number) => isMet(duty, count);
  return {
    duty,
    count: total,
    met: met(total),
    byOrganization: counts.map((each) => ({ ...each, met: met(each.count) })),
    byCounty: [...counties]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([countyCode, count]) => ({ countyCode, count, met: met(count) })),
  };
}
