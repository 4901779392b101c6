import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { maxImportBytes } from '#domain/import/import.js';
import type { FileContent, ImportFormat } from '#application/import/import.reader.js';
import { RefusalException } from '../http/refusal.exception.js';

/** The body of an upload. A class of its own, so that no JSON body can look like it. */
export class UploadedFile {
  readonly #content: FileContent;
  /** SHA-256 of the bytes: with the query, all that an Idempotency-Key stands for. The content itself is no member. */
  readonly digest: string;

  constructor(
    format: ImportFormat,
    bytes: Buffer,
    readonly query: string,
  ) {
    this.digest = createHash('sha256').update(format).update(bytes).digest('hex');
    this.#content = format === 'xlsx' ? { format, bytes } : { format, text: decode(bytes) };
  }

  get content(): FileContent {
    return this.#content;
  }
}

const mediaTypes: Readonly<Record<string, ImportFormat>> = {
  'text/csv': 'csv',
  'application/x-ndjson': 'jsonLines',
  'application/jsonl': 'jsonLines',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};
const uploadPath = '/v1/imports';

type Server = ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance'] extends () => infer S ? S : never;

/** Reads uploads on their own route only, up to their own limit, and nothing at all from a caller without credentials. */
export function acceptUploads(server: Server): void {
  for (const [mediaType, format] of Object.entries(mediaTypes)) {
    server.addContentTypeParser(mediaType, async (request: FastifyRequest, payload: IncomingMessage) => {
      const [path, query = ''] = request.url.split('?', 2);
      if (path !== uploadPath || request.method !== 'POST') throw new RefusalException({ code: 'request.mediaType' });
      if (request.headers.authorization === undefined && request.headers['x-api-key'] === undefined)
        throw new RefusalException({ code: 'access.unauthenticated' });
      return new UploadedFile(format, await read(payload), query);
    });
  }
}

async function read(payload: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of payload as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxImportBytes) {
      throw new RefusalException({ code: 'request.tooLarge', params: { limit: String(maxImportBytes) } });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** UTF-8, or GB18030 as Chinese spreadsheets save CSV. */
function decode(bytes: Buffer): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  }
  throw new RefusalException({ code: 'import.encoding' });
}
