import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a server between us and another one behaves. */
export type Fault = 'none' | 'away' | 'slow' | 'broken' | 'refusing';

/** Stands for an HTTP server, or before a real one (`target`), and fails as told. */
export interface FaultServer {
  readonly url: string;
  fault: Fault;
  /** Requests that came in. */
  seen: number;
  close(): Promise<void>;
}

const slowMs = 3_000;

export async function startFaultServer(target: string | null): Promise<FaultServer> {
  const open = new Set<NodeJS.Timeout>();
  const server: Server = createServer((incoming, outgoing) => {
    faulty.seen += 1;
    const answer = (status: number, body: object): void => {
      outgoing.writeHead(status, { 'content-type': 'application/json' });
      outgoing.end(JSON.stringify(body));
    };
    const pass = (): void => {
      if (target === null) return answer(200, { status: 'available', results: [], hits: [] });
      const onward = request(new URL(incoming.url ?? '/', target), {
        method: incoming.method,
        headers: incoming.headers,
      });
      onward.on('response', (response) => {
        outgoing.writeHead(response.statusCode ?? 502, response.headers);
        response.pipe(outgoing);
      });
      onward.on('error', () => outgoing.destroy());
      incoming.pipe(onward);
    };
    if (faulty.fault === 'away') incoming.socket.destroy();
    else if (faulty.fault === 'broken')
      answer(500, { message: 'broken', code: 'internal', type: 'internal', link: '' });
    else if (faulty.fault === 'refusing')
      answer(400, { message: 'no', code: 'invalid_search_q', type: 'invalid_request', link: '' });
    else if (faulty.fault === 'slow') open.add(setTimeout(pass, slowMs));
    else pass();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const faulty: FaultServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fault: 'none',
    seen: 0,
    async close() {
      for (const timer of open) clearTimeout(timer);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return faulty;
}
