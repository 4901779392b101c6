import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '../../api/client.ts';
import { auctionEntry } from '../../text/codes/offer.codes.ts';

type Entry = Schemas['RecordEntryView'];
export type Line = 'opening' | 'live' | 'lost' | 'over';

const reopenMs = 5_000;
/** Bids come in bursts: what follows from them is read again once for all of a burst. */
const settleMs = 300;

/**
 * The record of an auction as it grows: every entry once, in order. A broken line is opened again after the last entry
 * that came, so none is lost; the auction itself is read again when an entry came.
 */
export function useLiveRecord(
  auctionId: string,
  announced: boolean,
): { readonly entries: readonly Entry[]; readonly line: Line } {
  const client = useQueryClient();
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const [line, setLine] = useState<Line>('opening');
  useEffect(() => {
    if (!announced) return undefined;
    setEntries([]);
    setLine('opening');
    let settle = 0;
    const close = follow(auctionId, {
      entry: (entry) => {
        setEntries((known) => (known.some(({ sequence }) => sequence === entry.sequence) ? known : [...known, entry]));
        clearTimeout(settle);
        settle = window.setTimeout(
          () => void client.invalidateQueries({ queryKey: ['get', '/v1/auctions/{id}'] }),
          settleMs,
        );
      },
      line: setLine,
    });
    return () => {
      clearTimeout(settle);
      close();
    };
  }, [auctionId, announced, client]);
  return { entries, line };
}

interface Hearing {
  readonly entry: (entry: Entry) => void;
  readonly line: (line: Line) => void;
}

function follow(auctionId: string, hearing: Hearing): () => void {
  let source: EventSource | null = null;
  let timer = 0;
  let last = 0;
  const open = (): void => {
    source = new EventSource(`/v1/auctions/${auctionId}/events?after=${last}`);
    source.addEventListener('open', () => hearing.line('live'));
    for (const kind of Object.keys(auctionEntry)) {
      source.addEventListener(kind, (event: Event) => {
        // The browser's own "open" has the name of an entry's kind, and carries nothing.
        if (!(event instanceof MessageEvent)) return;
        const entry = JSON.parse(event.data as string) as Entry;
        last = Math.max(last, entry.sequence);
        hearing.entry(entry);
      });
    }
    source.addEventListener('end', () => {
      source?.close();
      hearing.line('over');
    });
    source.addEventListener('error', () => {
      hearing.line('lost');
      source?.close(); // the browser's own return gives up at the first refusal
      timer = window.setTimeout(open, reopenMs);
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
