import type { Fen } from '../money/money.js';
import type { Fund } from './accounts.js';

export interface BudgetPolicy {
  readonly title: string;
  /** Below this no year is opened; 不少于 includes the number (民法典 art. 1259). Zero: the plan names none. */
  readonly minimumPerYear: Fen;
  /** Whether a year without a line is opened at the minimum, because the plan sets that amount up for every year. */
  readonly opensByItself: boolean;
  readonly wording: string;
  readonly source: string;
  readonly reading: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}

const plan = '庆阳市省级科技成果转移转化示范区建设方案（征求意见稿）';

/** The city's yearly budgets that the market keeps books of. */
export const budgetPolicies: Readonly<Record<Fund, BudgetPolicy>> = {
  /** M5 */
  conversionFund: {
    title: '科技成果转化专项引导基金',
    minimumPerYear: 200_000_000n,
    opensByItself: true,
    wording: '市财政每年设立不少于200万元的科技成果转化专项引导基金',
    source: `${plan}附表2第10项`,
    reading:
      '每个财政年度一条预算，按不少于200万元开立；追加须凭批复文号。「不少于」含本数（民法典第一千二百五十九条）。',
    effectiveFrom: '2020-01-01',
    effectiveTo: null,
  },
  /** M3 */
  envoyFund: {
    title: '科技特派员财政经费补助',
    minimumPerYear: 0n,
    opensByItself: false,
    wording: '每人每月财政经费补助300元',
    source: `${plan}附表2第11项`,
    reading: '方案未定年度总额；按批复文号下达后方可计提，不与专项引导基金混用。',
    effectiveFrom: '2020-01-01',
    effectiveTo: null,
  },
};
