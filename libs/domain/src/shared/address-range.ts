/** An address of the internet as a number, with how many bits it has; null when the text is none. */
function parse(text: string): { readonly value: bigint; readonly bits: number } | null {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(text)?.[1] ?? text;
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(mapped)) {
    const parts = mapped.split('.').map(Number);
    return parts.every((part) => part <= 255) ? { value: joined(parts, 8n), bits: 32 } : null;
  }
  return parseLong(mapped);
}

function parseLong(text: string): { readonly value: bigint; readonly bits: number } | null {
  const halves = text.split('::');
  if (!/^[0-9a-f:]+$/i.test(text) || halves.length > 2) return null;
  const [front = [], back = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - front.length - back.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
  const groups = [...front, ...Array.from({ length: missing }, () => '0'), ...back];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  return {
    value: joined(
      groups.map((group) => Number.parseInt(group, 16)),
      16n,
    ),
    bits: 128,
  };
}

const joined = (parts: readonly number[], width: bigint): bigint =>
  parts.reduce((value, part) => (value << width) | BigInt(part), 0n);

/** `address` or `network/prefix`: its parts, or null. */
function rangeOf(range: string) {
  const [address = '', prefix, ...rest] = range.split('/');
  const parsed = rest.length === 0 ? parse(address) : null;
  if (!parsed || (prefix !== undefined && !/^\d{1,3}$/.test(prefix))) return null;
  const length = prefix === undefined ? parsed.bits : Number(prefix);
  return length <= parsed.bits ? { ...parsed, length } : null;
}

export const isAddressRange = (range: string): boolean => rangeOf(range) !== null;

/** True when the address is in one of the ranges, or there are none. */
export function allowsAddress(ranges: readonly string[], address: string): boolean {
  if (ranges.length === 0) return true;
  const caller = parse(address);
  return caller !== null && ranges.some((range) => contains(range, caller));
}

function contains(range: string, caller: { readonly value: bigint; readonly bits: number }): boolean {
  const network = rangeOf(range);
  if (!network || network.bits !== caller.bits) return false;
  const shift = BigInt(network.bits - network.length);
  return network.value >> shift === caller.value >> shift;
}
