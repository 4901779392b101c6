import { yiText } from './measured.js';

it.each([
  [0n, '0'],
  [66_900_000_000n, '6.69'],
  [120_000_000_000n, '12'],
  [1n, '0.0000000001'],
  [120_000_000_001n, '12.0000000001'],
])('%s 分 is %s 亿元', (fen, text) => {
  expect(yiText(fen)).toBe(text);
});
