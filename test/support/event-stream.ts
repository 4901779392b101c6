import { get, type ClientRequest, type IncomingMessage } from 'node:http';

export interface StreamedEvent {
  readonly id: string;
  readonly event: string;
  readonly data: Record<string, unknown>;
}

/** A reader of server-sent events, as a browser is one. */
export interface EventStream {
  readonly status: number;
  readonly type: string;
  readonly events: StreamedEvent[];
  /** All text as it came. */
  text(): string;
  readonly ended: Promise<void>;
  close(): void;
}

export function openStream(url: string, headers: Readonly<Record<string, string>> = {}): Promise<EventStream> {
  return new Promise((resolve, reject) => {
    const request: ClientRequest = get(url, { headers, agent: false }, (response: IncomingMessage) => {
      const events: StreamedEvent[] = [];
      let text = '';
      let read = 0;
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
        for (let end = text.indexOf('\n\n', read); end >= 0; end = text.indexOf('\n\n', read)) {
          const parsed = eventOf(text.slice(read, end));
          read = end + 2;
          if (parsed) events.push(parsed);
        }
      });
      response.on('error', () => undefined);
      const ended = new Promise<void>((done) => response.on('close', () => done()));
      resolve({
        status: response.statusCode ?? 0,
        type: response.headers['content-type'] ?? '',
        events,
        text: () => text,
        ended,
        close: () => request.destroy(),
      });
    });
    request.on('error', reject);
  });
}

function eventOf(block: string): StreamedEvent | null {
  const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
  if (field('event') === '') return null;
  return { id: field('id'), event: field('event'), data: JSON.parse(field('data')) as Record<string, unknown> };
}
