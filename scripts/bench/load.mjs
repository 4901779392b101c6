// Load generator: one keep-alive connection a worker, the next request when the answer is complete. Small on purpose: it
// writes raw HTTP/1.1 and reads just enough of the answer to know where it ends.
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';

const { url, request, seconds, connections } = JSON.parse(process.argv[2] ?? '{}');
const { hostname, port } = new URL(url);
const deadline = performance.now() + seconds * 1000;
/** @type {number[]} */
const times = [];
let failed = 0;

const body = request.body === undefined ? '' : JSON.stringify(request.body);
const head =
  `${request.method} ${request.path} HTTP/1.1\r\nHost: ${hostname}\r\n` +
  (request.token ? `Authorization: Bearer ${request.token}\r\n` : '') +
  (body ? `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` : '');
const next = () => `${head}${body ? `Idempotency-Key: ${randomUUID()}\r\n` : ''}\r\n${body}`;

function client() {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let received = Buffer.alloc(0);
    let started = 0;
    const send = () => {
      started = performance.now();
      socket.write(next());
    };
    socket.setNoDelay(true);
    socket.once('connect', send);
    socket.once('error', reject);
    socket.on('data', (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const end = received.indexOf('\r\n\r\n');
      if (end < 0) return;
      const headers = received.subarray(0, end).toString('latin1');
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(headers)?.[1] ?? -1);
      if (length < 0) return reject(new Error('an answer without content-length'));
      if (received.length < end + 4 + length) return;
      times.push(performance.now() - started);
      if (!/^HTTP\/1\.1 2/.test(headers)) {
        failed += 1;
        if (failed === 1) console.error(received.toString());
      }
      received = received.subarray(end + 4 + length);
      if (performance.now() < deadline) send();
      else {
        socket.end();
        resolve(undefined);
      }
    });
  });
}

const started = performance.now();
await Promise.all(Array.from({ length: connections }, client));
const elapsed = (performance.now() - started) / 1000;
if (failed > 0) {
  console.error(`${failed} of ${times.length} answers were no success`);
  process.exit(1);
}
times.sort((a, b) => a - b);
const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
const outcome = { rate: times.length / elapsed, answers: times.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
process.send?.(outcome, () => process.exit(0));
