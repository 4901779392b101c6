import { Inject, Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Clock, SystemClock } from '#platform/clock/clock.js';
import { APP_READER, type StatementReader } from '#platform/database/statement-reader.js';

const pollMs = 200;

/** Keeps this process's clock at the offset that is stored, in demo mode only. */
@Injectable()
export class ClockFollower implements OnModuleInit, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private stopping = false;

  constructor(
    @Inject(APP_READER) private readonly reader: StatementReader,
    private readonly clock: Clock,
  ) {}

  /** The first reading comes before anything asks the time. */
  async onModuleInit(): Promise<void> {
    if (this.clock instanceof SystemClock) await this.follow(this.clock);
  }

  beforeApplicationShutdown(): void {
    this.stopping = true;
    if (this.timer) clearTimeout(this.timer);
  }

  private async follow(clock: SystemClock): Promise<void> {
    try {
      const [row] = await this.reader.query<{ offset_ms: string }>(
        'sandbox-clock',
        'SELECT offset_ms FROM sandbox_clock',
        [],
      );
      if (row) clock.setOffset(Number(row.offset_ms));
    } catch {
      // PostgreSQL is away: the clock keeps its offset until it is back.
    }
    if (!this.stopping) this.timer = setTimeout(() => void this.follow(clock), pollMs).unref();
  }
}
