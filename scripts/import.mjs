// npm run import -- FILE --kind achievements|demands|registrations [--dry-run] [--publish] [--url URL]
//   --token TOKEN | --account NAME --password WORD (or IMPORT_TOKEN, IMPORT_ACCOUNT, IMPORT_PASSWORD)
// Uploads CSV or JSON lines, in parts where a file is larger than one import, follows the progress, and tells counts,
// time and rate. Exit 1 when a row failed or the server refused.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const maxRowsPerPart = 50_000;
const maxPartBytes = 30 * 1024 * 1024;
const usage =
  '用法: npm run import -- 文件.csv|文件.jsonl --kind achievements|demands|registrations [--dry-run] [--publish] ' +
  '[--url http://127.0.0.1:3000] [--token 令牌 | --account 账号 --password 口令]';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kind: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    publish: { type: 'boolean', default: false },
    url: { type: 'string', default: process.env['MARKET_URL'] ?? 'http://127.0.0.1:3000' },
    token: { type: 'string', default: process.env['IMPORT_TOKEN'] },
    account: { type: 'string', default: process.env['IMPORT_ACCOUNT'] },
    password: { type: 'string', default: process.env['IMPORT_PASSWORD'] },
  },
});
const [file] = positionals;
if (!file || !['achievements', 'demands', 'registrations'].includes(values.kind ?? '')) fail(usage, 2);
if (!values.token && !(values.account && values.password))
  fail(`需要 --token，或 --account 与 --password。\n${usage}`, 2);

/** @type {string | undefined} */
let token = values.token;
const jsonLines = !/\.csv$/i.test(file);
const parts = jsonLines ? splitLines(read(file)) : splitCsv(read(file));
const totals = { total: 0, created: 0, updated: 0, unchanged: 0, failed: 0 };
const started = performance.now();
for (const [index, part] of parts.entries()) await importPart(part, index);
const seconds = (performance.now() - started) / 1000;
console.log(
  `${values['dry-run'] ? '试运行完成' : '导入完成'}：共 ${totals.total} 行，新建 ${totals.created}，更新 ${totals.updated}，` +
    `未变 ${totals.unchanged}，失败 ${totals.failed}；用时 ${seconds.toFixed(1)} 秒，每秒 ${Math.round(totals.total / seconds)} 行`,
);
process.exit(totals.failed > 0 ? 1 : 0);

/**
 * @param {Buffer} part
 * @param {number} index
 */
async function importPart(part, index) {
  const query = new URLSearchParams({
    kind: values.kind ?? '',
    dryRun: String(values['dry-run']),
    publish: String(values.publish),
  });
  const key = randomUUID(); // stays the same when the upload is tried again after an answer was lost
  const entry = await call('POST', `/v1/imports?${query}`, {
    body: part,
    headers: { 'content-type': jsonLines ? 'application/x-ndjson' : 'text/csv', 'idempotency-key': key },
  });
  if (entry.ignoredColumns.length > 0) console.log(`没有对应字段、未导入的列：${entry.ignoredColumns.join('、')}`);
  let progress = entry;
  while (progress.state === 'queued' || progress.state === 'running') {
    await sleep(500);
    progress = await call('GET', `/v1/imports/${entry.id}`);
    console.log(
      `第 ${index + 1}/${parts.length} 份：${progress.done}/${progress.total} 行，每秒 ${progress.rowsPerSecond ?? '-'} 行`,
    );
  }
  for (const name of /** @type {const} */ (['total', 'created', 'updated', 'unchanged', 'failed']))
    totals[name] += progress[name];
  if (progress.state === 'stopped') fail('导入已停止：发起人不再是本单位成员。');
  if (progress.failed > 0) await showErrors(entry.id);
}

/** @param {string} id */
async function showErrors(id) {
  const { items } = await call('GET', `/v1/imports/${id}/errors?limit=20`);
  for (const { line, externalKey, errors } of items) {
    for (const { column, detail } of errors)
      console.log(`第 ${line} 行 ${externalKey}${column ? `「${column}」` : ''}：${detail}`);
  }
  console.log(`全部错误：GET ${values.url}/v1/imports/${id}/errors.csv`);
}

/**
 * @param {string} method
 * @param {string} path
 * @param {{ body?: Buffer | string, headers?: Record<string, string> }} [options]
 * @returns {Promise<any>}
 */
async function call(method, path, { body, headers = {} } = {}) {
  for (let attempt = 1; ; attempt += 1) {
    token ??= await signIn();
    const answer = await fetch(new URL(path, values.url), {
      method,
      body,
      headers: { ...headers, authorization: `Bearer ${token}` },
    }).catch((error) => fail(`连接不上 ${values.url}：${error.cause?.message ?? error.message}`));
    if (answer.status === 401 && values.account && attempt === 1)
      token = undefined; // expired: once more
    else if ([429, 503].includes(answer.status) && attempt <= 5) await sleep(2000);
    else if (!answer.ok) fail(await problem(answer));
    else return answer.json();
  }
}

async function signIn() {
  const answer = await fetch(new URL('/v1/sessions', values.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: values.account, password: values.password }),
  }).catch((error) => fail(`连接不上 ${values.url}：${error.cause?.message ?? error.message}`));
  if (!answer.ok) fail(await problem(answer));
  const { accessToken } = await answer.json();
  return accessToken;
}

/** @param {Response} answer */
async function problem(answer) {
  const { title, detail, repair } = await answer.json().catch(() => ({ title: `HTTP ${answer.status}` }));
  return [title, detail, repair].filter(Boolean).join('。');
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path);
  } catch {
    return fail(`读不到文件 ${path}`);
  }
}

/**
 * Parts that end at a line's end.
 * @param {Buffer} bytes
 */
function splitLines(bytes) {
  return cut(bytes, 0, Buffer.alloc(0), () => true);
}

/**
 * Parts that end at a record's end, each with the header.
 * @param {Buffer} bytes
 */
function splitCsv(bytes) {
  const quote = 0x22;
  let inside = false;
  const endsRecord = (/** @type {Buffer} */ line) => {
    for (const byte of line) if (byte === quote) inside = !inside;
    return !inside;
  };
  const headerEnd = bytes.indexOf('\n') + 1;
  if (headerEnd === 0) return [bytes];
  return cut(bytes, headerEnd, bytes.subarray(0, headerEnd), endsRecord);
}

/**
 * @param {Buffer} bytes
 * @param {number} start
 * @param {Buffer} header
 * @param {(line: Buffer) => boolean} endsRecord
 */
function cut(bytes, start, header, endsRecord) {
  const found = [];
  let from = start;
  let rows = 0;
  for (let at = start; at < bytes.length;) {
    const newline = bytes.indexOf('\n', at);
    const end = newline === -1 ? bytes.length : newline + 1;
    if (endsRecord(bytes.subarray(at, end))) rows += 1;
    at = end;
    if (rows > 0 && (rows === maxRowsPerPart || at - from >= maxPartBytes || at >= bytes.length)) {
      found.push(Buffer.concat([header, bytes.subarray(from, at)]));
      from = at;
      rows = 0;
    }
  }
  return found;
}

/**
 * @param {string} line
 * @returns {never}
 */
function fail(line, code = 1) {
  console.error(line);
  process.exit(code);
}
