import { Injectable } from '@nestjs/common';
import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import { carrierIndicators, carrierTotal, type CountedRow, type Facts } from '#domain/carrier/counting.js';
import type { CarrierTitle } from '#domain/carrier/carrier-title.js';
import { progressOf, type Indicator, type Progress } from '#domain/indicator/indicator.js';
import type { Actor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { CarrierRepository, type Carrier } from './carrier.repository.js';

export interface ReadingValue {
  readonly code: string;
  readonly wording: string;
  readonly source: string;
  readonly value: number;
  readonly rows: readonly CountedRow[];
  readonly progress: Progress;
}

export interface CarrierIndicator {
  readonly indicator: Indicator;
  readonly readings: readonly ReadingValue[];
}

export interface CarrierCounts {
  readonly asOf: LocalDate;
  readonly total: number;
  readonly indicators: readonly CarrierIndicator[];
}

export interface CarrierPage extends Carrier {
  readonly titles: readonly CarrierTitle[];
}

/** Counts of carriers by the indicators' words, and the public page of one carrier. */
@Injectable()
export class CarrierCountService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly carriers: CarrierRepository,
    private readonly catalogue: CatalogueService,
    private readonly clock: Clock,
  ) {}

  /** As of a day (today when none is named); only what is recorded here is counted, the printed base stands beside it. */
  async counts(actor: Actor, on: LocalDate | null): Promise<CarrierCounts> {
    const asOf = on ?? beijingDate(this.clock.now());
    const facts = await this.unitOfWork.run(actor, (tx) =>
      this.unitOfWork.asSystem(tx, 'carrier.counts', (system) => this.facts(system)),
    );
    const { records } = await this.catalogue.indicators();
    const indicators = records.flatMap((indicator): CarrierIndicator[] => {
      const readings = carrierIndicators[indicator.code];
      if (!readings) return [];
      return [{ indicator, readings: readings.map((reading) => valueOf(indicator, reading, facts, asOf)) }];
    });
    return { asOf, total: carrierTotal(facts, asOf).length, indicators };
  }

  async listCarriers(actor: Actor, after: string | null, limit: number): Promise<CarrierPage[]> {
    return this.unitOfWork.run(actor, async (tx) => {
      const pages: CarrierPage[] = [];
      for (const carrier of await this.carriers.carriers(tx, null, after, limit)) {
        pages.push({ ...carrier, titles: await this.carriers.publicHistory(tx, carrier.id) });
      }
      return pages;
    });
  }

  async getCarrier(actor: Actor, id: string): Promise<Result<CarrierPage, Refusal<'carrier.notFound'>>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const [carrier] = await this.carriers.carriers(tx, id, null, 1);
      if (!carrier) return refuse('carrier.notFound');
      return ok({ ...carrier, titles: await this.carriers.publicHistory(tx, id) });
    });
  }

  private async facts(tx: Tx): Promise<Facts> {
    return { titles: await this.carriers.counted(tx), tenancies: await this.carriers.countedTenancies(tx) };
  }
}

function valueOf(
  indicator: Indicator,
  { code, wording, source, counted }: (typeof carrierIndicators)[string][number],
  facts: Facts,
  asOf: LocalDate,
): ReadingValue {
  const rows = counted(facts, asOf);
  return { code, wording, source, value: rows.length, rows, progress: progressOf(indicator, String(rows.length)) };
}
