import fc from 'fast-check';
import { allowsAddress, isAddressRange } from './address-range.js';

describe('addresses that a key may be used from', () => {
  it.each([
    [['203.0.113.0/24'], '203.0.113.7', true],
    [['203.0.113.0/24'], '203.0.114.7', false],
    [['203.0.113.7'], '203.0.113.7', true],
    [['203.0.113.7'], '::ffff:203.0.113.7', true],
    [['0.0.0.0/0'], '8.8.8.8', true],
    [['0.0.0.0/0'], '::1', false],
    [['2400:3200::/32'], '2400:3200:1::1', true],
    [['2400:3200::/32'], '2400:3201::1', false],
    [['::1'], '0:0:0:0:0:0:0:1', true],
    [[], 'whatever', true],
    [['10.0.0.0/8'], '', false],
  ] as const)('%p and %s: %p', (ranges, address, allowed) => expect(allowsAddress(ranges, address)).toBe(allowed));

  it.each([
    '',
    'x',
    '1.2.3',
    '256.1.1.1',
    '1.2.3.4/33',
    '1.2.3.4/x',
    '1.2.3.4/8/8',
    ':::',
    '1::2::3',
    '::/129',
    '12345::',
  ])('"%s" is none', (range) => expect(isAddressRange(range)).toBe(false));

  it('never throws, and a network contains its own address', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => typeof allowsAddress([a], b) === 'boolean'));
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 0, max: 32 }), (ip, prefix) => allowsAddress([`${ip}/${prefix}`], ip)),
    );
    fc.assert(fc.property(fc.ipV6(), (ip) => /\./.test(ip) || allowsAddress([`${ip}/64`], ip)));
  });
});
