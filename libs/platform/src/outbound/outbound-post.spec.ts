import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { mayPostTo, postOutbound, type OutboundOptions } from './outbound-post.js';
import { checkedLookup, ForbiddenAddress, isPublicAddress } from './public-address.js';

const limits = { timeoutMs: 400, maxAnswerBytes: 2_000, keptAnswerBytes: 100 };

/** Ways to name something inside, as they are used against services that call addresses of others. */
const inside = [
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0177.0.0.1/',
  'https://127.0.0.1.:443/',
  'https://0.0.0.0/',
  'https://0/',
  'https://10.0.0.1/',
  'https://10.255.255.255/',
  'https://172.16.0.1/',
  'https://172.31.255.254/',
  'https://192.168.0.1/',
  'https://169.254.169.254/latest/',
  'https://100.64.0.1/',
  'https://100.100.100.200/',
  'https://192.0.0.1/',
  'https://198.18.0.1/',
  'https://224.0.0.1/',
  'https://255.255.255.255/',
  'https://240.0.0.1/',
  'https://[::]/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[::ffff:169.254.169.254]/',
  'https://[::127.0.0.1]/',
  'https://[fe80::1]/',
  'https://[fc00::1]/',
  'https://[fd00:ec2::254]/',
  'https://[ff02::1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[2002:7f00:1::]/',
  'https://[2001:0:1::1]/',
  'https://[2001:db8::1]/',
  'https://localhost/',
  'https://LOCALHOST/',
  'https://a.localhost/',
  'https://metadata.internal/',
  'https://printer.local/',
  'https://intranet/',
  'https://user@example.com/',
  'https://example.com@127.0.0.1/',
  'http://example.com/',
  'ftp://example.com/',
  'file:///etc/passwd',
  'gopher://example.com/',
  'https://１２７.０.０.１/',
  'https://①②⑦.⓪.⓪.①/',
  'not an address',
  '',
];

describe('an address that a user chose', () => {
  it.each(inside)('is refused before anything is connected: %s', async (address) => {
    expect(mayPostTo(address, { loopback: false })).toBe(false);
    expect(await postOutbound(address, {}, '', limits, { loopback: false })).toMatchObject({
      ...{ status: null, error: 'addressForbidden' },
    });
  });

  it.each([
    'https://example.com/',
    'https://hooks.example.com:8443/a?b=c',
    'https://8.8.8.8/',
    'https://[2400:3200::1]/',
  ])('may be %s', (address) => expect(mayPostTo(address, { loopback: false })).toBe(true));

  it('knows public addresses', () => {
    expect(['1.1.1.1', '223.5.5.5', '2400:3200::1'].map(isPublicAddress)).toEqual([true, true, true]);
    expect(['', 'x', '::ffff:8.8.8.8', '64:ff9b::808:808'].map(isPublicAddress)).toEqual([false, false, false, false]);
  });
});

describe('posting', () => {
  let server: Server;
  let connections: number;
  const sockets = new Set<Socket>();
  let answer: (path: string, end: (status: number, headers: Record<string, string>, body: string) => void) => void;
  beforeEach(async () => {
    connections = 0;
    answer = (_path, end) => end(200, {}, 'fine');
    server = createServer((request, response) => {
      answer(request.url ?? '', (status, headers, body) => response.writeHead(status, headers).end(body));
    });
    server.on('connection', (socket: Socket) => {
      connections += 1;
      sockets.add(socket);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  const url = (host = '127.0.0.1'): string => `http://${host}:${(server.address() as AddressInfo).port}/hook`;
  const post = (options: OutboundOptions = { loopback: true }, address = url()) =>
    postOutbound(address, { 'content-type': 'application/json' }, '{}', limits, options);
  const resolvingTo =
    (...addresses: string[]): OutboundOptions['resolve'] =>
    (_host, _options, done) =>
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );

  it('tells status and the beginning of the answer', async () => {
    answer = (_path, end) => end(201, {}, 'x'.repeat(1_500));
    expect(await post()).toEqual({ status: 201, error: null, answer: 'x'.repeat(100), durationMs: expect.any(Number) });
  });

  it('follows no redirect', async () => {
    const paths: string[] = [];
    answer = (path, end) => {
      paths.push(path);
      end(302, { location: '/inside' }, '');
    };
    expect(await post()).toMatchObject({ status: 302 });
    expect(paths).toEqual(['/hook']);
  });

  it('gives up on who is slow, and on who never ends', async () => {
    answer = () => undefined;
    expect(await post()).toMatchObject({ status: null, error: 'timeout' });
    server.removeAllListeners('request');
    server.on('request', (_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    });
    const slow = await post();
    expect(slow).toMatchObject({ status: null, error: 'timeout' });
    expect(slow.durationMs).toBeLessThan(1_500);
  });

  it('reads no more than it may', async () => {
    answer = (_path, end) => end(200, {}, 'x'.repeat(100_000));
    expect(await post()).toMatchObject({ status: null, error: 'answerTooLarge' });
  });

  it('tells who is not there, and who talks nonsense', async () => {
    server.removeAllListeners('request');
    server.on('connection', (socket: Socket) => socket.end('hello\r\n\r\n'));
    expect(await post()).toMatchObject({ status: null, error: 'answerMalformed' });
    expect(await post({ loopback: true }, 'http://127.0.0.1:1/')).toMatchObject({ error: 'connection' });
  });

  it('connects to nothing inside, whatever a public name resolves to, and not to one of several', async () => {
    for (const addresses of [['127.0.0.1'], ['::1'], ['10.0.0.7'], ['93.184.216.34', '127.0.0.1'], []]) {
      const options = { loopback: false, resolve: resolvingTo(...addresses) };
      expect(
        await post(options, `https://rebind.example.com:${(server.address() as AddressInfo).port}/`),
      ).toMatchObject({
        ...{ status: null, error: 'addressForbidden' },
      });
    }
    expect(connections).toBe(0);
  });

  /** The stand-in of a name server that answers the check with a public address and the connection with an inner one. */
  it('asks a name once and connects to what was checked: a second answer changes nothing', async () => {
    const answers = ['127.0.0.1', '10.0.0.1'];
    let asked = 0;
    const resolve: OutboundOptions['resolve'] = (_host, _options, done) =>
      done(null, [{ address: answers[Math.min(asked++, 1)] ?? '', family: 4 }]);
    const allowed: string[] = [];
    const lookup = checkedLookup((address) => {
      allowed.push(address);
      return address === '127.0.0.1';
    }, resolve);
    const { port } = server.address() as AddressInfo;
    const socket = connect({ host: 'rebind.example.com', port, lookup: lookup });
    await new Promise((done, failed) => socket.once('connect', done).once('error', failed));
    expect([socket.remoteAddress, asked, allowed]).toEqual(['127.0.0.1', 1, ['127.0.0.1']]);
    socket.destroy();
    const refused = connect({ host: 'rebind.example.com', port, lookup: lookup });
    await expect(new Promise((done, failed) => refused.once('connect', done).once('error', failed))).rejects.toThrow(
      ForbiddenAddress,
    );
  });
});
