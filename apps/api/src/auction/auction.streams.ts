import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import type { AuctionRecordEntry } from '#domain/auction/auction-record.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { AuctionService } from '#application/auction/auction.service.js';
import { StreamSeats } from '../http/stream-seats.js';
import { recordEntryView } from './auction.view.js';

/** Somebody who watches a lot; `sent` is the last entry that went out. */
interface Watcher {
  readonly response: ServerResponse;
  readonly address: string;
  readonly endsAt: number;
  sent: number;
}

export const streamLimits = {
  streamsPerAddress: 20,
  streamsPerProcess: 2_000,
  pollMs: 300,
  heartbeatMs: 15_000,
  /** A browser comes back by itself, with the number of the last entry that it got. */
  maxStreamMs: 3_600_000,
  /** What a slow reader may have waiting before it is let go, to come back and read on. */
  maxWaitingBytes: 512 * 1024,
  entriesPerRead: 500,
} as const;

/**
 * Live records of auctions as server-sent events. A process asks the database what is new once for all that watch a lot
 * here, as the role that sees public rows only: it needs no message from the process that took the bid, loses none that
 * was sent while it was away, and any number of processes serve the same lot.
 */
@Injectable()
export class AuctionStreams implements OnModuleDestroy {
  private readonly lots = new Map<string, Set<Watcher>>();
  private readonly seats = new StreamSeats(streamLimits);
  private readonly beat = setInterval(() => this.heartbeat(), streamLimits.heartbeatMs).unref();

  constructor(private readonly auctions: AuctionService) {}

  /** A crowd behind one address is let in up to a limit. */
  admit(address: string): Result<true, Refusal<'auction.tooManyStreams'>> {
    if (this.seats.isFree(address)) return ok(true);
    return refuse('auction.tooManyStreams', { max: String(streamLimits.streamsPerAddress) });
  }

  /** From after an entry on; first what is there already. */
  watch(auctionId: string, response: ServerResponse, address: string, after: number): void {
    const watcher: Watcher = { response, address, endsAt: Date.now() + streamLimits.maxStreamMs, sent: after };
    const known = this.lots.get(auctionId);
    const watchers = known ?? new Set<Watcher>();
    watchers.add(watcher);
    this.seats.take(address);
    response.on('close', () => this.forget(auctionId, watcher));
    response.on('error', () => response.destroy());
    response.write('retry: 2000\n\n');
    if (known) return;
    this.lots.set(auctionId, watchers);
    void this.follow(auctionId, watchers);
  }

  onModuleDestroy(): void {
    clearInterval(this.beat);
    for (const watchers of this.lots.values()) for (const { response } of watchers) response.end();
  }

  /** One reader a lot and process, as long as somebody watches. */
  private async follow(auctionId: string, watchers: Set<Watcher>): Promise<void> {
    while (watchers.size > 0) {
      const more = await this.deliver(auctionId, watchers).catch(() => false); // the database is away: ask again
      if (!more) await new Promise((resolve) => setTimeout(resolve, streamLimits.pollMs).unref());
    }
    if (this.lots.get(auctionId) === watchers) this.lots.delete(auctionId);
  }

  /** True when there may be more to read at once. */
  private async deliver(auctionId: string, watchers: Set<Watcher>): Promise<boolean> {
    const from = Math.min(...[...watchers].map(({ sent }) => sent));
    const found = await this.auctions.record(auctionId, from, streamLimits.entriesPerRead);
    const entries = found.ok ? found.value.entries : [];
    for (const watcher of watchers) this.send(watcher, entries);
    const more = entries.length === streamLimits.entriesPerRead;
    if (!more && (!found.ok || found.value.over))
      for (const { response } of watchers) response.end('event: end\ndata: {}\n\n');
    return more;
  }

  private send(watcher: Watcher, entries: readonly AuctionRecordEntry[]): void {
    const { response } = watcher;
    if (response.writableLength > streamLimits.maxWaitingBytes || Date.now() > watcher.endsAt) {
      response.end();
      return;
    }
    for (const entry of entries) {
      if (entry.sequence <= watcher.sent) continue;
      const data = JSON.stringify(recordEntryView(entry));
      response.write(`id: ${entry.sequence}\nevent: ${entry.kind}\ndata: ${data}\n\n`);
      watcher.sent = entry.sequence;
    }
  }

  private heartbeat(): void {
    for (const watchers of this.lots.values()) for (const { response } of watchers) response.write(': 在线\n\n');
  }

  private forget(auctionId: string, watcher: Watcher): void {
    if (this.lots.get(auctionId)?.delete(watcher)) this.seats.leave(watcher.address);
  }
}
