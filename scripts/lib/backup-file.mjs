// The backup file: gzip over lines of text. A header, then sections of data (a table's rows as COPY writes them, or a
// file's lines), each ended by a line `\.`, then the manifest, then the SHA-256 of all that stands before it.
// `zcat FILE` reads it, and what is missing or changed shows before anything is restored.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { pipeline as join } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Complaint } from './report.mjs';

export const format = 'qingyang-market-backup';
/** The section of the audit chain's heads, which stand outside the database. */
export const anchorSection = 'audit-anchor.jsonl';
const formatVersion = 1;
const newline = 0x0a;
/** No row is written so: COPY and JSON both double a backslash. */
const sectionEnd = Buffer.from('\\.\n');

/** @typedef {{ format: string, version: number, createdAt: string, postgres: string, migrations: string[] }} Header */
/** @typedef {{ rows: number, checksum: string }} Content */
/**
 * @typedef {{ sections: Record<string, Content>, sequences: Record<string, string>,
 *   auditHead: { count: number, head: string } | null }} Manifest
 */

/** Rows and the sum of their digests: the same rows give the same sum in whatever order they come. */
export class ContentDigest {
  rows = 0;
  #sum = 0n;

  /** @param {Buffer} block whole lines */
  add(block) {
    for (let start = 0; start < block.length;) {
      const end = block.indexOf(newline, start) + 1;
      const digest = createHash('sha256').update(block.subarray(start, end)).digest('hex');
      this.#sum = BigInt.asUintN(256, this.#sum + BigInt(`0x${digest}`));
      this.rows += 1;
      start = end;
    }
  }

  /** @returns {Content} */
  get content() {
    return { rows: this.rows, checksum: this.#sum.toString(16).padStart(64, '0') };
  }
}

/**
 * Blocks of whole lines; a last line without its end is given one.
 * @param {AsyncIterable<Buffer>} chunks
 */
export async function* wholeLines(chunks) {
  /** @type {Buffer[]} */
  let rest = [];
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(newline) + 1;
    if (end > 0) {
      yield Buffer.concat([...rest, chunk.subarray(0, end)]);
      rest = [];
    }
    if (end < chunk.length) rest.push(chunk.subarray(end));
  }
  if (rest.length > 0) yield Buffer.concat([...rest, Buffer.from('\n')]);
}

/** Writes beside the file and renames: a backup is there whole or not at all. */
export class BackupWriter {
  #hash = createHash('sha256');
  #gzip = createGzip({ level: 6 });

  /** @param {string} file @param {Omit<Header, 'format' | 'version'>} header */
  constructor(file, header) {
    if (existsSync(file)) throw new Complaint(`文件 ${file} 已存在；请换一个文件名。 (The file exists.)`);
    this.file = file;
    this.part = `${file}.${process.pid}.part`;
    this.written = pipeline(this.#gzip, createWriteStream(this.part, { flags: 'wx', mode: 0o600, flush: true }));
    this.written.catch(() => undefined); // told where the next block is written
    this.header = { format, version: formatVersion, ...header };
    /** @type {Record<string, Content>} */
    this.sections = {};
  }

  begin() {
    return this.#line(this.header);
  }

  /** @param {string} name @param {object} about @param {AsyncIterable<Buffer>} chunks */
  async section(name, about, chunks) {
    await this.#line({ section: name, ...about });
    const digest = new ContentDigest();
    for await (const block of wholeLines(chunks)) {
      digest.add(block);
      await this.#write(block);
    }
    await this.#write(sectionEnd);
    this.sections[name] = digest.content;
  }

  /** @param {Omit<Manifest, 'sections'>} manifest @returns {Promise<string>} the file's own digest, for a note elsewhere */
  async finish(manifest) {
    await this.#line({ manifest: { sections: this.sections, ...manifest } });
    const sha256 = this.#hash.digest('hex');
    this.#gzip.end(`${JSON.stringify({ sha256 })}\n`);
    await this.written;
    renameSync(this.part, this.file);
    return sha256;
  }

  discard() {
    this.#gzip.destroy();
    rmSync(this.part, { force: true });
  }

  /** @param {object} value */
  #line(value) {
    return this.#write(Buffer.from(`${JSON.stringify(value)}\n`));
  }

  /** @param {Buffer} block */
  async #write(block) {
    this.#hash.update(block);
    if (!this.#gzip.write(block)) await Promise.race([once(this.#gzip, 'drain'), this.written]);
  }
}

/** @param {string} file @param {string} why */
const damaged = (file, why) =>
  new Complaint(`备份文件 ${file} 不完整或被改动（${why}），没有恢复任何数据；请换一份备份。 (The backup is damaged.)`);

/**
 * Reads a backup in order: `{ header }`, then for each section `{ section, … }` and blocks of its lines, `{ end: true }`,
 * at last `{ manifest }`. Throws a Complaint at what is missing or changed; the digest is compared at the end.
 * @param {string} file
 */
export async function* readBackup(file) {
  try {
    const text = createGunzip();
    join(createReadStream(file), text, () => undefined); // a failure is thrown where the text is read
    yield* parse(file, text);
  } catch (error) {
    if (error instanceof Complaint) throw error;
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
    if (error instanceof SyntaxError || code?.startsWith('Z_')) throw damaged(file, message);
    throw error;
  }
}

/** @param {string} file @param {AsyncIterable<Buffer>} chunks */
async function* parse(file, chunks) {
  const hash = createHash('sha256');
  let inSection = false;
  let headed = false;
  let whole = false;
  for await (const block of wholeLines(chunks)) {
    for (let start = 0; start < block.length;) {
      if (whole) throw damaged(file, '末尾有多余内容');
      if (inSection) {
        const end = endOfSection(block, start);
        if (end.at > start) {
          hash.update(block.subarray(start, end.at));
          yield { block: block.subarray(start, end.at) };
        }
        start = end.at;
        if (!end.found) continue;
        hash.update(sectionEnd);
        start += sectionEnd.length;
        inSection = false;
        yield { end: true };
        continue;
      }
      const end = block.indexOf(newline, start) + 1;
      const line = block.subarray(start, end);
      start = end;
      const value = JSON.parse(line.toString('utf8'));
      if (!headed) yield { header: checkedHeader(file, value) };
      headed = true;
      if (value.sha256 !== undefined) {
        if (value.sha256 !== hash.copy().digest('hex')) throw damaged(file, '摘要不符');
        whole = true;
        yield { sha256: value.sha256 };
        continue;
      }
      hash.update(line);
      if (value.section !== undefined) inSection = true;
      if (value.section !== undefined || value.manifest !== undefined) yield value;
    }
  }
  if (!whole) throw damaged(file, '缺少结尾');
}

/** @param {Buffer} block whole lines @param {number} from @returns {{ at: number, found: boolean }} */
function endOfSection(block, from) {
  for (let at = block.indexOf(sectionEnd, from); at >= 0; at = block.indexOf(sectionEnd, at + 1)) {
    if (at === from || block[at - 1] === newline) return { at, found: true };
  }
  return { at: block.length, found: false };
}

/** @param {string} file @param {any} value @returns {Header} */
function checkedHeader(file, value) {
  if (value?.format !== format) throw new Complaint(`${file} 不是本系统的备份文件。 (Not a backup of this market.)`);
  if (value.version !== formatVersion)
    throw new Complaint(`备份文件格式版本为 ${value.version}，本程序只认识 ${formatVersion}；请更新程序后再恢复。`);
  return value;
}

/**
 * Reads the whole file and compares every section with the manifest, before anything is touched.
 * @param {string} file
 * @returns {Promise<{ header: Header, manifest: Manifest, sha256: string }>}
 */
export async function verifyBackup(file) {
  if (!existsSync(file)) throw new Complaint(`没有找到备份文件 ${file}。 (No such file.)`);
  /** @type {Header | undefined} */
  let header;
  /** @type {Manifest | undefined} */
  let manifest;
  /** @type {Record<string, Content>} */
  const found = {};
  let name = '';
  let sha256 = '';
  let digest = new ContentDigest();
  for await (const part of readBackup(file)) {
    if (part.header) header = part.header;
    else if (part.section) [name, digest] = [part.section, new ContentDigest()];
    else if (part.block) digest.add(part.block);
    else if (part.end) found[name] = digest.content;
    else if (part.manifest) manifest = part.manifest;
    else if (part.sha256) sha256 = part.sha256;
  }
  if (!header || !manifest) throw damaged(file, '缺少清单');
  const different = differences(manifest.sections, found);
  if (different.length > 0) throw damaged(file, `与清单不符：${different.join('、')}`);
  return { header, manifest, sha256 };
}

/** Names whose content is not the same. @param {Record<string, Content>} expected @param {Record<string, Content>} found */
export function differences(expected, found) {
  return [...new Set([...Object.keys(expected), ...Object.keys(found)])].filter(
    (name) => expected[name]?.rows !== found[name]?.rows || expected[name]?.checksum !== found[name]?.checksum,
  );
}
