import { farmStages, transferModeNames, transferModes, type AchievementContent } from '../achievement/achievement.js';
import { isLocalDate } from '../calendar/local-date.js';
import type { DemandContent } from '../demand/demand.js';
import { parseYuan } from '../money/money.js';
import { formColumns, type FormRow } from '../statistics/form-columns.js';
import { csvText, type ImportKind, type RowProblem } from './import.js';

/** A cell of the file: text in CSV; in JSON lines also a number, a flag or a list of texts. */
type Cell = unknown;
type Read = { readonly value: unknown } | { readonly expected: string };

export interface ColumnContext {
  /** 环县 → 621022. */
  readonly countyCodes: ReadonlyMap<string, string>;
  /** Cells are of CSV: what csvTextCell put around a text is taken back. */
  readonly csv?: boolean;
}

interface Column {
  /** Member of the content the column fills. */
  readonly member: string;
  /** Header names it is known by, besides the member's own: Chinese ones, and those of common exports. */
  readonly names: readonly string[];
  readonly read: (cell: Cell, context: ColumnContext) => Read;
}

export type AchievementChange = Partial<AchievementContent>;
export type DemandChange = Partial<DemandContent>;
export type RegistrationChange = Partial<FormRow>;

const unprintable = /[\p{Cc}\p{Cs}]/u;
const unprintableButLines = /[^\P{Cc}\t\n\r]|\p{Cs}/u;

/** The text of a cell; an object, a list or a flag has none. */
const plain = (cell: Cell): string =>
  typeof cell === 'string' ? cell.trim() : typeof cell === 'number' ? String(cell) : '';

const text =
  (min: number, max: number, lines = false) =>
  (cell: Cell): Read => {
    const value = typeof cell === 'number' ? String(cell) : typeof cell === 'string' ? cell.trim() : null;
    const length = value === null ? 0 : [...value].length;
    const printable = value !== null && !(lines ? unprintableButLines : unprintable).test(value);
    return printable && length >= min && length <= max
      ? { value }
      : { expected: `${min} 至 ${max} 个字符的文本，不含控制字符` };
  };

const county = (cell: Cell, { countyCodes }: ColumnContext): Read => {
  const given = plain(cell);
  const code = /^\d{6}$/.test(given) ? given : countyCodes.get(given);
  return code === undefined ? { expected: '六位行政区划代码或县区名称，例如 621022 或 环县' } : { value: code };
};

const money = (cell: Cell): Read => {
  const parsed = parseYuan(plain(cell));
  return parsed.ok ? { value: parsed.value } : { expected: '以元为单位的金额，最多两位小数' };
};

const fenPerWan = 1_000_000n;

/** 万元, with up to six decimals: 0.000001 万元 is one 分. */
const moneyInWan = (cell: Cell): Read => {
  const match = /^(\d{1,9})(?:\.(\d{1,6}))?$/.exec(plain(cell));
  return match
    ? { value: BigInt(match[1] ?? '') * fenPerWan + BigInt((match[2] ?? '').padEnd(6, '0')) }
    : { expected: '以万元为单位的金额，例如 12.5' };
};

const date = (cell: Cell): Read => {
  const given = plain(cell);
  return isLocalDate(given) && given >= '1900-01-01' ? { value: given } : { expected: '日期，写作 YYYY-MM-DD' };
};

const items = (cell: Cell): readonly unknown[] =>
  Array.isArray(cell)
    ? cell
    : plain(cell)
        .split(/[;；、,，]/)
        .map((item) => item.trim())
        .filter((item) => item !== '');

const keywords = (cell: Cell): Read => {
  const read = items(cell).map(text(1, 20));
  return read.length >= 1 && read.length <= 3 && read.every((item) => 'value' in item)
    ? { value: read.map((item) => ('value' in item ? item.value : null)) }
    : { expected: '至多 3 个关键词，每个至多 20 个字符，用分号隔开' };
};

const names = (cell: Cell): Read => {
  const read = items(cell).map(text(1, 50));
  return read.length <= 50 && read.every((item) => 'value' in item)
    ? { value: read.map((item) => ('value' in item ? item.value : null)) }
    : { expected: '至多 50 个姓名，用分号隔开' };
};
const regions = (cell: Cell, context: ColumnContext): Read => {
  const read = items(cell).map((item) => county(item, context));
  return read.length >= 1 && read.length <= 40 && read.every((item) => 'value' in item)
    ? { value: [...new Set(read.map((item) => ('value' in item ? item.value : null)))] }
    : { expected: '至多 40 个六位行政区划代码或县区名称，用分号隔开；省、市用其本身的代码，例如 610000' };
};

const modes = (cell: Cell): Read => {
  const read = items(cell).map((item) =>
    transferModes.find((mode) => mode === item || transferModeNames[mode] === item),
  );
  return read.length > 0 && read.every((mode) => mode !== undefined)
    ? { value: [...new Set(read)] }
    : { expected: `转化方式，可为：${Object.values(transferModeNames).join('、')}` };
};

const level = (cell: Cell): Read => {
  const match = /^(?:TRL)?\s*([1-9])$/i.exec(plain(cell));
  return match ? { value: Number(match[1]) } : { expected: '技术成熟度 1 至 9，不清楚则留空' };
};

const farmStageTexts: readonly string[] = ['小试', '区域试验', '示范', '推广'];
export const farmStageNames: ReadonlyMap<string, string> = new Map(
  farmStages.map((stage, index) => [stage, farmStageTexts[index] ?? stage]),
);
const farmStage = (cell: Cell): Read => {
  const given = plain(cell);
  const found = farmStages.find((stage) => stage === given || farmStageNames.get(stage) === given);
  return found === undefined ? { expected: `阶段：${farmStageTexts.join('、')}` } : { value: found };
};

const shared: readonly Column[] = [
  { member: 'externalKey', names: ['id', 'key', '编号', '贵方编号', '外部编号'], read: text(1, 100) },
  { member: 'title', names: ['名称', '标题', '成果名称', '需求名称'], read: text(2, 200) },
  { member: 'field', names: ['领域', '技术领域', '行业', '应用行业'], read: text(1, 40) },
  { member: 'countyCode', names: ['县区', '县区代码', '行政区划代码'], read: county },
  { member: 'zoneCode', names: ['示范区', '示范区代码'], read: text(1, 40) },
];

const columns: Readonly<Record<ImportKind, readonly Column[]>> = {
  achievements: [
    ...shared,
    { member: 'summary', names: ['摘要', '简介', '公开摘要', '成果简介'], read: text(1, 2000, true) },
    { member: 'keywords', names: ['关键词'], read: keywords },
    { member: 'readinessLevel', names: ['trl', '成熟度', '技术成熟度'], read: level },
    { member: 'farmStage', names: ['阶段', '农业成果阶段'], read: farmStage },
    { member: 'transferModes', names: ['转化方式'], read: modes },
    { member: 'price', names: ['priceYuan', '价格', '意向价格', '意向价格(元)', '价格(元)'], read: money },
    { member: 'price', names: ['price_wan', '价格(万元)', '意向价格(万元)'], read: moneyInWan },
  ],
  demands: [
    ...shared,
    { member: 'summary', names: ['描述', '摘要', '简介', '需求描述'], read: text(1, 5000, true) },
    { member: 'budget', names: ['budgetYuan', '预算', '预算(元)'], read: money },
    { member: 'budget', names: ['price_wan', '预算(万元)'], read: moneyInWan },
    { member: 'transferModes', names: ['合作方式', '希望的合作方式'], read: modes },
    { member: 'neededBy', names: ['需用日期', '希望用上的日期'], read: date },
    { member: 'leastReadinessLevel', names: ['最低成熟度'], read: level },
    { member: 'excludedRegionCodes', names: ['排除地区', '排除的地区'], read: regions },
    { member: 'validUntil', names: ['有效期', '有效期至'], read: date },
  ],
  achievementRegister: [
    { member: 'externalKey', names: ['登记号', '成果登记号', '批准登记号'], read: text(1, 40) },
    { member: 'title', names: ['成果名称', '名称'], read: text(2, 200) },
    { member: 'firstUnit', names: ['第一完成单位', '完成单位'], read: text(1, 200) },
    { member: 'registeredOn', names: ['登记日期'], read: date },
    { member: 'inventors', names: ['完成人', '主要完成人'], read: names },
    { member: 'summary', names: ['成果简介', '简介', '摘要'], read: text(1, 5000, true) },
  ],
  registrations: formColumns.map(({ name, also = [], member, read }) => ({
    member: member ?? name,
    names: [name, ...also],
    // A column that is shown only is known, and tells nothing.
    read: (cell) => (read ? read(csvText(plain(cell))) : { value: undefined }),
  })),
};

const chinese = /\p{Script=Han}/u;

/** The header of an empty file to fill in: one column a member, by the first Chinese name it is known by. */
export function templateHeaders(kind: ImportKind): readonly string[] {
  const named = new Map<string, string>();
  for (const { member, names } of columns[kind]) {
    if (!named.has(member)) named.set(member, names.find((name) => chinese.test(name)) ?? member);
  }
  return [...named.values()];
}

/** Header text → comparable: full-width brackets, case, spaces and a byte order mark do not matter. */
const headerKey = (header: string): string =>
  header
    .normalize('NFKC')
    .replace(/[\s\ufeff]/g, '')
    .toLowerCase();

/** The first column of a member answers to the member's own name: `price` is in 元. */
function columnsByHeader(kind: ImportKind): ReadonlyMap<string, Column> {
  const known = new Map<string, Column>();
  for (const column of columns[kind]) {
    for (const name of [column.member, ...column.names].map(headerKey)) {
      if (!known.has(name)) known.set(name, column);
    }
  }
  return known;
}

/** What one row says. Columns that the file lacks are absent: an update leaves them as they are. An empty cell is unknown. */
export interface RowReading<Change> {
  readonly change: Change;
  readonly problems: readonly RowProblem[];
}

/** Members that an empty cell clears to a list, and those that it leaves untold. */
const emptyLists: readonly string[] = ['inventors', 'keywords', 'transferModes', 'excludedRegionCodes'];
const neverEmpty: readonly string[] = ['externalKey', 'title', 'summary', 'countyCode'];

/** What a row cannot do without, whatever it is: the rest may be known already. */
const neededOf = {
  achievements: { member: 'title', code: 'import.titleMissing', column: 'title' },
  demands: { member: 'title', code: 'import.titleMissing', column: 'title' },
  registrations: { member: 'externalKey', code: 'import.numberMissing', column: '登记编号' },
  achievementRegister: { member: 'externalKey', code: 'import.numberMissing', column: '登记号' },
} as const;

export type RowChange = AchievementChange & DemandChange;

export class RowReader {
  private readonly known: ReadonlyMap<string, Column>;
  private readonly ignored = new Set<string>();

  constructor(
    private readonly kind: ImportKind,
    private readonly context: ColumnContext,
  ) {
    this.known = columnsByHeader(kind);
  }

  /** Columns met so far that no field takes, at most 50. */
  get ignoredColumns(): readonly string[] {
    return [...this.ignored];
  }

  read(fields: Readonly<Record<string, unknown>>): RowReading<RowChange> {
    const change: Record<string, unknown> = {};
    const problems: RowProblem[] = [];
    for (const [header, given] of Object.entries(fields)) {
      // The register's columns take it back themselves.
      const wrapped = this.context.csv === true && this.kind !== 'registrations' && typeof given === 'string';
      const cell = wrapped ? csvText(given) : given;
      const column = this.known.get(headerKey(header));
      if (!column) this.ignore(header);
      else if (isEmpty(cell)) {
        if (!neverEmpty.includes(column.member)) change[column.member] = emptyLists.includes(column.member) ? [] : null;
      } else {
        const read = column.read(cell, this.context);
        if ('value' in read) change[column.member] = read.value;
        else
          problems.push({
            code: 'import.fieldInvalid',
            column: header.slice(0, 40),
            params: { expected: read.expected },
          });
      }
    }
    const needed = neededOf[this.kind];
    if (change[needed.member] === undefined && problems.length === 0) {
      problems.push({ code: needed.code, column: needed.column, params: {} });
    }
    return { change, problems };
  }

  private ignore(header: string): void {
    if (this.ignored.size < 50 && !unprintable.test(header)) this.ignored.add(header.slice(0, 60));
  }
}

const isEmpty = (cell: Cell): boolean =>
  cell === null ||
  cell === undefined ||
  (typeof cell === 'string' && cell.trim() === '') ||
  (Array.isArray(cell) && cell.length === 0);
