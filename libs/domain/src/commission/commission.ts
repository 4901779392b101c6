import type { LocalDate } from '../calendar/local-date.js';
import type { Fee } from '../mandate/mandate.js';
import { formatYuan, type Fen } from '../money/money.js';
import { basisPoints, multiplyRate, smaller, sum } from '../money/rate.js';

/** What decides whether and on what a commission (佣金) is due. */
export interface CommissionFacts {
  readonly fee: Fee;
  /** Contract of the deal that came of the mandate's introduction; null while none stands. */
  readonly contract: {
    readonly contractValue: Fen;
    readonly technologyValue: Fen;
    readonly signedOn: LocalDate;
    /** Income actually received, oldest first. */
    readonly receipts: readonly { readonly id: string; readonly receivedOn: LocalDate; readonly amount: Fen }[];
  } | null;
  /** When the introduction was made, and until when a deal with somebody introduced owes the fee. */
  readonly introducedOn: LocalDate | null;
  readonly mandateEndedOn: LocalDate | null;
  readonly tailEnd: LocalDate;
  /** 2: the other side gave a mandate of its own, and owes what it agreed there. */
  readonly sides: 1 | 2;
  /** Found that the broker hid or falsified facts that matter. */
  readonly concealed: boolean;
}

export interface CommissionLine {
  readonly receiptId: string | null;
  readonly on: LocalDate;
  readonly received: Fen;
  /** What this receipt makes due, and all that is due with it. */
  readonly due: Fen;
  readonly total: Fen;
}

export interface CommissionStatement {
  readonly lines: readonly CommissionLine[];
  readonly due: Fen;
  /** What will be due when everything has come in; null where it depends on what comes in. */
  readonly expected: Fen | null;
  /** The arithmetic and the reasons, each with its article. */
  readonly reasons: readonly string[];
}

const code = '中华人民共和国民法典';
const judicial = '最高人民法院关于审理技术合同纠纷案件适用法律若干问题的解释';

/**
 * The commission of a mandate. It falls due as money comes in, in the proportion of what has come in: no statute sets a rate, the
 * agreement does (民法典 art. 963). Amounts are reckoned on sums, so that the parts add up to the whole to the 分.
 */
export function commissionOf(facts: CommissionFacts): CommissionStatement {
  const { contract } = facts;
  const nothing = (reason: string): CommissionStatement => ({ lines: [], due: 0n, expected: 0n, reasons: [reason] });
  if (facts.concealed) {
    return nothing(
      `故意隐瞒与订立合同有关的重要事实或者提供虚假情况，损害委托人利益的，不得请求支付报酬并应当承担赔偿责任（${code}第九百六十二条）。`,
    );
  }
  if (contract === null) {
    return nothing(
      `未促成合同成立的，不得请求支付报酬，但可以按照约定请求支付从事中介活动支出的必要费用（${code}第九百六十四条）。`,
    );
  }
  if (facts.introducedOn === null || facts.introducedOn > contract.signedOn) {
    return nothing(`合同不是由该委托下的引见促成，不得请求支付报酬（${code}第九百六十三条）。`);
  }
  if (contract.signedOn > facts.tailEnd) {
    return nothing(`合同订立于 ${contract.signedOn}，已过约定的延续期（至 ${facts.tailEnd}）。`);
  }
  return { ...reckon(facts.fee, contract), reasons: reasonsOf(facts, contract.signedOn) };
}

function reckon(fee: Fee, contract: NonNullable<CommissionFacts['contract']>): Omit<CommissionStatement, 'reasons'> {
  const whole = wholeFee(fee, contract);
  const base =
    fee.kind === 'percent' && fee.base === 'contractValue' ? contract.contractValue : contract.technologyValue;
  let received = 0n;
  let total = 0n;
  const lines = contract.receipts.map(({ id, receivedOn, amount }): CommissionLine => {
    received += amount;
    const reached =
      whole === null ? multiplyRate(received, basisPoints(basisPointsOf(fee))) : part(whole, received, base);
    const line = { receiptId: id, on: receivedOn, received: amount, due: reached - total, total: reached };
    total = reached;
    return line;
  });
  return { lines, due: total, expected: whole };
}

/** null: the base is what comes in, so the whole is known only at the end. */
function wholeFee(fee: Fee, { contractValue, technologyValue }: NonNullable<CommissionFacts['contract']>): Fen | null {
  if (fee.kind === 'fixed') return fee.amount;
  if (fee.base === 'received') return null;
  return multiplyRate(fee.base === 'contractValue' ? contractValue : technologyValue, basisPoints(fee.basisPoints));
}

const basisPointsOf = (fee: Fee): number => (fee.kind === 'percent' ? fee.basisPoints : 0);

/** The part of a whole that has fallen due: all of it once the base has come in, never more. */
const part = (whole: Fen, received: Fen, base: Fen): Fen =>
  base <= 0n ? whole : smaller(whole, (2n * whole * received + base) / (2n * base));

function reasonsOf({ fee, mandateEndedOn, sides, introducedOn }: CommissionFacts, signedOn: LocalDate): string[] {
  const agreed =
    fee.kind === 'fixed'
      ? `约定报酬 ${formatYuan(fee.amount)} 元，按实际到账比例到期`
      : `约定报酬为${feeBaseText[fee.base]}的 ${fee.basisPoints / 100}%，随实际到账到期`;
  const reasons = [
    `${agreed}；促成合同成立的，委托人应当按照约定支付报酬（${code}第九百六十三条）。`,
    `引见于 ${introducedOn ?? ''}，合同订立于 ${signedOn}。`,
    `从事中介活动的费用由中介人负担，另有约定的除外（${code}第九百六十三条第二款；${judicial}第四十条）。`,
  ];
  if (mandateEndedOn !== null && signedOn > mandateEndedOn) {
    reasons.push(`委托终止后，委托人利用引见的机会直接订立合同的，仍应当支付报酬（${code}第九百六十五条）。`);
  }
  if (sides === 2) {
    reasons.push(
      `双方各自委托的，各按自己与中介人的约定支付，本对账单只算本委托的一份；没有约定或者约定不明的，由合同的当事人平均负担（${code}第九百六十三条第一款；${judicial}第三十九条）。`,
    );
  }
  return reasons;
}

const feeBaseText = { contractValue: '合同成交额', technologyValue: '技术交易额', received: '实际到账额' } as const;

/** Between two principals the fee is borne half and half; an odd 分 is the first one's. */
export const halves = (fee: Fen): readonly [Fen, Fen] => [fee - fee / 2n, fee / 2n];

/** Splits what is due among brokers by their shares, rounded down; what is left is the agency's. */
export function splitAmong(
  due: Fen,
  shares: readonly number[],
): { readonly parts: readonly Fen[]; readonly agency: Fen } {
  const parts = shares.map((share) => (due * BigInt(share)) / 10_000n);
  return { parts, agency: due - sum(parts) };
}
