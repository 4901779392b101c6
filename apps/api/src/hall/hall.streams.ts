import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import { refuse, ok, type Refusal, type Result } from '#domain/shared/result.js';
import { HallService, type HallSnapshot } from '#application/hall/hall.service.js';
import { StreamSeats } from '../http/stream-seats.js';
import { hallView } from './hall.view.js';

/** A screen that looks on; `sent` is the version it has. */
interface Screen {
  readonly response: ServerResponse;
  readonly address: string;
  readonly endsAt: number;
  sent: string;
}

export const hallStreamLimits = {
  streamsPerAddress: 20,
  streamsPerProcess: 500,
  pollMs: 1_000,
  heartbeatMs: 10_000,
  /** A browser comes back by itself, with the version that it has. */
  maxStreamMs: 3_600_000,
  /** A screen that reads so slowly is let go; it comes back to the newest picture. */
  maxWaitingBytes: 512 * 1024,
} as const;

/**
 * The hall as server-sent events. A version is a hash of what is shown, so it means the same in every process, and a
 * screen that comes back with the one it has is sent nothing until something changed. A heartbeat is an event with the
 * moment of counting: a screen that hears none knows since when its figures are old.
 */
@Injectable()
export class HallStreams implements OnModuleDestroy {
  private readonly screens = new Set<Screen>();
  private readonly seats = new StreamSeats(hallStreamLimits);
  private following = false;
  private beatenAt = 0;

  constructor(private readonly hall: HallService) {}

  admit(address: string): Result<true, Refusal<'hall.tooManyStreams'>> {
    if (this.seats.isFree(address)) return ok(true);
    return refuse('hall.tooManyStreams', { max: String(hallStreamLimits.streamsPerAddress) });
  }

  /** First the picture, unless the screen has it; then each new one. */
  watch(response: ServerResponse, address: string, known: string): void {
    const screen: Screen = { response, address, endsAt: Date.now() + hallStreamLimits.maxStreamMs, sent: known };
    this.screens.add(screen);
    this.seats.take(address);
    response.on('close', () => this.forget(screen));
    response.on('error', () => response.destroy());
    response.write('retry: 3000\n\n');
    this.beatenAt = 0; // who comes hears at once that the line is open
    if (!this.following) void this.follow();
  }

  onModuleDestroy(): void {
    for (const { response } of this.screens) response.end();
  }

  /** One reader a process, as long as somebody looks on. */
  private async follow(): Promise<void> {
    this.following = true;
    while (this.screens.size > 0) {
      const snapshot = await this.hall.snapshot().catch(() => null); // the database is away: ask again
      if (snapshot) this.deliver(snapshot);
      await new Promise((resolve) => setTimeout(resolve, hallStreamLimits.pollMs).unref());
    }
    this.following = false;
  }

  private deliver(snapshot: HallSnapshot): void {
    let picture: string | null = null; // written out once, and only when a screen lacks it
    const beat = Date.now() - this.beatenAt >= hallStreamLimits.heartbeatMs;
    if (beat) this.beatenAt = Date.now();
    const heartbeat = `event: heartbeat\ndata: ${JSON.stringify({ version: snapshot.version, asOf: snapshot.asOf })}\n\n`;
    for (const screen of this.screens) {
      const { response } = screen;
      if (response.writableLength > hallStreamLimits.maxWaitingBytes || Date.now() > screen.endsAt) {
        response.end();
        continue;
      }
      if (screen.sent !== snapshot.version) {
        picture ??= JSON.stringify(hallView(snapshot));
        response.write(`id: ${snapshot.version}\nevent: snapshot\ndata: ${picture}\n\n`);
        screen.sent = snapshot.version;
      }
      if (beat) response.write(heartbeat);
    }
  }

  private forget(screen: Screen): void {
    if (this.screens.delete(screen)) this.seats.leave(screen.address);
  }
}
