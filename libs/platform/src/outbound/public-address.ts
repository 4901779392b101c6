import { lookup as resolveName, type LookupAddress } from 'node:dns';
import { BlockList, isIP } from 'node:net';

/** Addresses that are not of the public internet: IANA special-purpose registries (RFC 6890 and after). */
const special = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  special.addSubnet(network, prefix, 'ipv4');
/** Within 2000::/3, what leads elsewhere: Teredo and protocol assignments, documentation, 6to4. */
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
] as const)
  special.addSubnet(network, prefix, 'ipv6');
const unicast = new BlockList();
unicast.addSubnet('2000::', 3, 'ipv6');
const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

export const isLoopback = (address: string): boolean => isIP(address) !== 0 && loopback.check(address, family(address));

/** True for a unicast address of the public internet. Mapped and translated IPv4 (::ffff:, 64:ff9b::) is none. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !special.check(address, 'ipv4');
  return isIP(address) === 6 && unicast.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

export class ForbiddenAddress extends Error {
  constructor() {
    super('the address is not of the public internet');
    this.name = 'ForbiddenAddress';
  }
}

export type Resolve = (
  host: string,
  options: { readonly all: true; readonly verbatim: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

type LookupAnswer = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/**
 * A `lookup` for a socket that connects to nothing but what it checked: the name is resolved once, every address must
 * be allowed, and the socket gets those very addresses, so that a second answer of the name server changes nothing.
 */
export const checkedLookup =
  (isAllowed: (address: string) => boolean, resolve: Resolve = resolveName) =>
  (host: string, options: { all?: boolean }, answer: LookupAnswer): void => {
    resolve(host, { all: true, verbatim: true }, (error, addresses) => {
      const [first] = error ? [] : addresses;
      if (error) answer(error, []);
      else if (!first || !addresses.every(({ address }) => isAllowed(address))) answer(new ForbiddenAddress(), []);
      else if (options.all) answer(null, addresses);
      else answer(null, first.address, first.family);
    });
  };
