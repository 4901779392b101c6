import type { Fen } from '../money/money.js';

/** How an indicator of 附表1 is computed here. What is not listed is told by departments, or judged and not measured. */
export const measuredIndicators = {
  'indicator-01': {
    source: 'edition',
    how: '最近一份年度统计期报中有效登记合同的成交额合计（登记日期归期，截止日已注销的不计），含导入的历史登记。',
  },
  'indicator-05': {
    source: 'live',
    how: '科技部门认定、在有效期内、未暂停的技术经纪人的人数，一人只计一次；另一读法（其中现在已核验的服务机构执业的）见 /v1/broker-count。',
  },
  'indicator-10': { source: 'live', how: '现正在孵的企业数，一家只计一次。' },
} as const satisfies Record<string, { readonly source: 'edition' | 'live'; readonly how: string }>;

export type MeasuredIndicator = keyof typeof measuredIndicators;

const fenPerYi = 10_000_000_000n;

/** 分 → 亿元 as exact decimal text without trailing zeros: 123_400_000_000n is `12.34`. */
export function yiText(fen: Fen): string {
  const rest = (fen % fenPerYi).toString().padStart(10, '0').replace(/0+$/, '');
  return rest === '' ? `${fen / fenPerYi}` : `${fen / fenPerYi}.${rest}`;
}
