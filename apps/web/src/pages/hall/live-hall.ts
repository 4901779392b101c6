import { useEffect, useState, useSyncExternalStore } from 'react';
import { api, type Schemas } from '../../api/client.ts';

export type Line = 'opening' | 'live' | 'lost' | 'paused';

export interface LiveHall {
  readonly picture: Schemas['HallView'] | undefined;
  /** The moment of counting that was last confirmed. */
  readonly asOf: string | null;
  readonly line: Line;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** Three heartbeats missed: the line is dead, whatever the browser believes. */
const silenceMs = 32_000;
const longestWaitMs = 30_000;

const subscribeHidden = (listener: () => void): (() => void) => {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
};

/**
 * The wall's figures, kept current by server-sent events while anybody can see them. A line that breaks is opened
 * again, ever more slowly, and what was last known stays with its moment.
 */
export function useLiveHall(paused: boolean): LiveHall {
  const first = api.useQuery('get', '/v1/hall', {});
  const [picture, setPicture] = useState<Schemas['HallView']>();
  const [asOf, setAsOf] = useState<string | null>(null);
  const [line, setLine] = useState<Line>('opening');
  const hidden = useSyncExternalStore(subscribeHidden, () => document.hidden);
  const resting = paused || hidden;

  useEffect(() => {
    if (resting) {
      setLine('paused');
      return undefined;
    }
    setLine('opening');
    const heard = (moment: string): void => {
      setAsOf(moment);
      setLine('live');
    };
    return keepOpen('/v1/hall/events', {
      snapshot: (text) => {
        const next = JSON.parse(text) as Schemas['HallView'];
        setPicture(next);
        heard(next.asOf);
      },
      heartbeat: (text) => heard((JSON.parse(text) as { asOf: string }).asOf),
      lost: () => setLine('lost'),
    });
  }, [resting]);

  const shown = picture ?? first.data;
  return { picture: shown, asOf: asOf ?? shown?.asOf ?? null, line, error: first.error, refetch: first.refetch };
}

interface Hearing {
  readonly snapshot: (data: string) => void;
  readonly heartbeat: (data: string) => void;
  readonly lost: () => void;
}

/** An EventSource gives up after some refusals, and never notices silence: this one does neither. */
function keepOpen(url: string, hearing: Hearing): () => void {
  let source: EventSource | null = null;
  let timer = 0;
  let failures = 0;
  const listenFor = (ms: number): void => {
    clearTimeout(timer);
    timer = window.setTimeout(reopen, ms);
  };
  const open = (): void => {
    source = new EventSource(url);
    listenFor(silenceMs);
    for (const name of ['snapshot', 'heartbeat'] as const) {
      source.addEventListener(name, (event: MessageEvent<string>) => {
        failures = 0;
        listenFor(silenceMs);
        hearing[name](event.data);
      });
    }
    source.addEventListener('error', () => {
      hearing.lost();
      failures += 1;
      source?.close();
      listenFor(Math.min(1_000 * 2 ** failures, longestWaitMs));
    });
  };
  const reopen = (): void => {
    hearing.lost();
    source?.close();
    open();
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
