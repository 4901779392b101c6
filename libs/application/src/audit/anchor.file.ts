import { createReadStream } from 'node:fs';
import { mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { Inject, Injectable } from '@nestjs/common';
import { formatAnchor, parseAnchor, type Anchor } from '#domain/audit/audit-chain.js';
import { CONFIG, type Config } from '#platform/config/config.js';

const tailBytes = 4096;

/**
 * Heads of the chain outside the database: one JSON line a sealing, only ever appended. Whoever can rewrite the whole
 * database cannot rewrite this file as long as it lies with somebody else (another host, a write-once volume, a copy
 * taken from GET /v1/audit-chain/head).
 */
@Injectable()
export class AnchorFile {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'auditAnchorFile'>) {}

  get path(): string {
    return this.config.auditAnchorFile;
  }

  /** Every line in order; null for one that is no anchor. Nothing when the file is not there. */
  async *read(): AsyncGenerator<Anchor | null> {
    if (!(await this.exists())) return;
    for await (const line of createInterface({ input: createReadStream(this.path, 'utf8'), crlfDelay: Infinity })) {
      yield parseAnchor(line);
    }
  }

  /** The last anchor; null when there is none. Throws when the file ends with something else. */
  async last(): Promise<Anchor | null> {
    if (!(await this.exists())) return null;
    const file = await open(this.path, 'r');
    try {
      const { size } = await file.stat();
      const start = Math.max(0, size - tailBytes);
      const { buffer, bytesRead } = await file.read(Buffer.alloc(size - start), 0, size - start, start);
      const text = buffer.subarray(0, bytesRead).toString('utf8');
      // A line without its end was being written when the process died: append() will cut it off.
      const complete = text.slice(0, text.lastIndexOf('\n') + 1);
      const line = complete.trimEnd().split('\n').at(-1) ?? '';
      if (line === '') return null;
      const anchor = parseAnchor(line);
      if (!anchor) throw new Error(`audit anchor file ${this.path} does not end with an anchor`);
      return anchor;
    } finally {
      await file.close();
    }
  }

  /** Appends and waits for the disk. */
  async append(anchors: readonly Anchor[]): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true });
    const file = await open(this.path, 'a+', 0o640);
    try {
      const { size } = await file.stat();
      const start = Math.max(0, size - tailBytes);
      const { buffer, bytesRead } = await file.read(Buffer.alloc(size - start), 0, size - start, start);
      const end = buffer.subarray(0, bytesRead).lastIndexOf('\n') + 1;
      if (end < bytesRead) await file.truncate(start + end);
      await file.write(anchors.map((anchor) => `${formatAnchor(anchor)}\n`).join(''));
      await file.sync();
    } finally {
      await file.close();
    }
  }

  private async exists(): Promise<boolean> {
    return stat(this.path).then(
      () => true,
      () => false,
    );
  }
}
