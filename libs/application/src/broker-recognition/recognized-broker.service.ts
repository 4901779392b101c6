import { Injectable } from '@nestjs/common';
import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import { systemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { BrokerCreditService } from '../broker-credit/broker-credit.service.js';
import { BrokerRecognitionRepository, type PublicBroker } from './broker-recognition.repository.js';

export type { PublicBroker } from './broker-recognition.repository.js';

/** With the level of credit, for whom the person consented and while no appeal is open. */
export interface ShownBroker extends PublicBroker {
  readonly creditLevel: string | null;
}

/** What anybody may know of brokers: those who consented by name, all of them by number. */
@Injectable()
export class RecognizedBrokerService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recognitions: BrokerRecognitionRepository,
    private readonly credit: BrokerCreditService,
    private readonly clock: Clock,
  ) {}

  async list(after: string | null, limit: number): Promise<ShownBroker[]> {
    const found = await this.recognitions.listPublic(this.today(), after, limit);
    return this.withLevels(found);
  }

  async get(id: string): Promise<Result<ShownBroker, Refusal<'brokerRecognition.notFound'>>> {
    const found = await this.recognitions.findPublic(this.today(), id);
    const [shown] = found ? await this.withLevels([found]) : [];
    return shown ? ok(shown) : refuse('brokerRecognition.notFound');
  }

  /** Both readings of the plan's figure, today. */
  async counts(): Promise<{ readonly asOf: LocalDate; readonly recognized: number; readonly affiliated: number }> {
    const asOf = this.today();
    const counts = await this.unitOfWork.run(systemActor('brokerRegister', 'count'), (tx) =>
      this.recognitions.counts(tx, asOf),
    );
    return { asOf, ...counts };
  }

  private today(): LocalDate {
    return beijingDate(this.clock.now());
  }

  private async withLevels(found: readonly PublicBroker[]): Promise<ShownBroker[]> {
    const consenting = found.filter(({ creditConsent }) => creditConsent).map(({ personId }) => personId);
    const levels = await this.credit.publicLevels(consenting);
    return found.map((broker) => ({ ...broker, creditLevel: levels.get(broker.personId) ?? null }));
  }
}
