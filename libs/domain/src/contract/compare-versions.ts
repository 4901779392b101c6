import type { Fen } from '../money/money.js';

/** A piece of text that both versions have, or only one of them. */
export interface Run {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** One member that two versions of a contract say differently. */
export interface VersionChange {
  /** Path within the contract: `/clauses/acceptance/text`. */
  readonly path: string;
  readonly label: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly before: string | null;
  readonly after: string | null;
  readonly amount: AmountChange | null;
  /** Red-line of a longer text. */
  readonly redLine: readonly Run[] | null;
}

export interface AmountChange {
  readonly before: Fen;
  readonly after: Fen;
  readonly difference: Fen;
}

type Content = Readonly<Record<string, unknown>>;

const labels: Readonly<Record<string, string>> = {
  title: '项目名称',
  type: '合同类型',
  subType: '合同子类',
  parties: '当事人',
  contractValue: '成交总额',
  nonTechnologyItems: '非技术性款项',
  declaredTechnologyValue: '申报的技术交易额',
  validFrom: '有效期自',
  validUntil: '有效期至',
  relatedParty: '是否关联交易',
  brokerage: '经纪人份额',
  rights: '知识产权',
  licence: '许可',
  payment: '支付安排',
  currency: '外币',
  classification: '分类代码',
  expectedInvestment: '预计新增投入',
  expectedOutput: '预计新增产值',
  foreign: '是否涉外',
  secret: '是否涉密',
  clauses: '条款',
};

const amountMembers = new Set([
  'contractValue',
  'declaredTechnologyValue',
  'amount',
  'from',
  'expectedInvestment',
  'expectedOutput',
]);
const shortText = 20;

/** What two kept texts say differently, in the order of the contract. */
export function compareVersions(before: Content, after: Content): readonly VersionChange[] {
  const left = leavesOf(before);
  const right = leavesOf(after);
  const paths = [...new Set([...left.keys(), ...right.keys()])];
  return paths
    .filter((path) => left.get(path) !== right.get(path))
    .map((path) => changeAt(path, left.get(path) ?? null, right.get(path) ?? null))
    .sort((a, b) => orderOf(a) - orderOf(b) || (a.path < b.path ? -1 : 1));
}

const order = Object.keys(labels);
const topOf = (path: string): string => path.split('/')[1] ?? '';
const orderOf = ({ path }: VersionChange): number => order.indexOf(topOf(path));

function changeAt(path: string, before: string | null, after: string | null): VersionChange {
  const leaf = path.split('/').at(-1) ?? '';
  const long = before !== null && after !== null && Math.max(before.length, after.length) > shortText;
  const isAmount = amountMembers.has(leaf) && isWhole(before) && isWhole(after);
  return {
    path,
    label: labels[topOf(path)] ?? topOf(path),
    kind: before === null ? 'added' : after === null ? 'removed' : 'changed',
    before,
    after,
    amount: isAmount ? amountOf(BigInt(before ?? '0'), BigInt(after ?? '0')) : null,
    redLine: long && !isAmount ? redLine(before, after) : null,
  };
}

const isWhole = (text: string | null): boolean => text === null || /^-?\d+$/.test(text);
const amountOf = (before: Fen, after: Fen): AmountChange => ({ before, after, difference: after - before });

/** Every leaf that says something, by path. Members of lists go by what names them, so that an insertion moves nothing. */
function leavesOf(value: unknown, path = '', leaves = new Map<string, string>()): Map<string, string> {
  if (value === null || value === undefined) return leaves;
  if (Array.isArray(value)) {
    const taken = new Map<string, number>();
    for (const item of value) {
      const name = nameOf(item);
      const count = (taken.get(name) ?? 0) + 1;
      taken.set(name, count);
      leavesOf(item, `${path}/${name}${count > 1 ? `-${count}` : ''}`, leaves);
    }
  } else if (typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) leavesOf(item, `${path}/${key}`, leaves);
  } else {
    leaves.set(path, `${value as string | number | boolean | bigint}`);
  }
  return leaves;
}

function nameOf(item: unknown): string {
  const { organizationId, brokerPersonId, number, title, kind } = Object(item) as Record<string, unknown>;
  const name = [organizationId, brokerPersonId, number, title, kind].find(
    (each) => typeof each === 'string' && each !== '',
  );
  return typeof name === 'string' ? name.replaceAll('/', '') : 'item';
}

/** Clauses are split after punctuation; a text of more pieces than this is shown as one removed and one added piece. */
const maxPieces = 1500;

/** Longest common subsequence of the pieces between punctuation marks. */
export function redLine(before: string, after: string): readonly Run[] {
  const [a, b] = [piecesOf(before), piecesOf(after)];
  if (a.length > maxPieces || b.length > maxPieces) {
    return joined([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
  }
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const runs: Run[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      runs.push({ kind: 'same', text: a[i] ?? '' });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      runs.push({ kind: 'removed', text: a[i] ?? '' });
      i += 1;
    } else {
      runs.push({ kind: 'added', text: b[j] ?? '' });
      j += 1;
    }
  }
  return joined(runs);
}

const piecesOf = (text: string): readonly string[] =>
  text.match(/[^，。；：、！？,.;:!?\n]*[，。；：、！？,.;:!?\n]?/gu)?.filter(Boolean) ?? [];

function joined(runs: readonly Run[]): readonly Run[] {
  const whole: Run[] = [];
  for (const run of runs.filter(({ text }) => text !== '')) {
    const last = whole.at(-1);
    if (last?.kind === run.kind) whole[whole.length - 1] = { kind: run.kind, text: last.text + run.text };
    else whole.push(run);
  }
  return whole;
}
