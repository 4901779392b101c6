import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly path: string;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Keeps the caller waiting; Infinity: until the receiver is closed. */
  readonly afterMs?: number;
}

/** A server that takes webhooks in, and answers as it is told. */
export class Receiver {
  readonly got: Received[] = [];
  answer: (received: Received) => Answer = () => ({ status: 200, body: '{"received":true}' });

  /** Answers that are still held back: left alone they would keep the process from ending. */
  private readonly late = new Set<NodeJS.Timeout>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Receiver> {
    const server = createServer();
    const receiver = new Receiver(server);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { headers, url = '' } = request;
        const received = { headers, body: Buffer.concat(chunks).toString('utf8'), path: url };
        receiver.got.push(received);
        const { status, headers: sent = {}, body = '', afterMs = 0 } = receiver.answer(received);
        if (afterMs === Infinity) return;
        const late = setTimeout(() => {
          receiver.late.delete(late);
          response.writeHead(status, sent).end(body);
        }, afterMs);
        receiver.late.add(late);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const timer of this.late) clearTimeout(timer);
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
