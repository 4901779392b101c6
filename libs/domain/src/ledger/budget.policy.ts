import type { Fen } from '../money/money.js';

/** The yearly guidance fund of the city (M5). */
export const budgetPolicy = {
  fund: 'conversionFund',
  title: '科技成果转化专项引导基金',
  minimumPerYear: 200_000_000n satisfies Fen,
  wording: '市财政每年设立不少于200万元的科技成果转化专项引导基金',
  source: '庆阳市省级科技成果转移转化示范区建设方案（征求意见稿）附表2第10项',
  reading:
    '每个财政年度一条预算，按不少于200万元开立；追加须凭批复文号。「不少于」含本数（民法典第一千二百五十九条）。',
  effectiveFrom: '2020-01-01',
  effectiveTo: null,
} as const;
