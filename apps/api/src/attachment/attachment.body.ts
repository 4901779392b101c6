import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { defer, finalize, mergeMap, type Observable } from 'rxjs';
import { attachmentLimits } from '#domain/attachment/attachment.js';
import type { ReceivedFile } from '#application/attachment/attachment.store.js';
import { RefusalException } from '../http/refusal.exception.js';

const uploadPath = '/v1/attachments';
export const uploadMediaType = 'application/octet-stream';

/** The body of an upload that nobody has read yet: not before it is known who sends it. */
class UnreadUpload {
  readonly #payload: IncomingMessage;
  constructor(payload: IncomingMessage) {
    this.#payload = payload;
  }
  get payload(): IncomingMessage {
    return this.#payload;
  }
}

/** The upload on disk. Hash, size and query are what an Idempotency-Key stands for; the place is not. */
export class ReceivedUpload {
  readonly #path: string;
  constructor(
    path: string,
    readonly sha256: string,
    readonly sizeBytes: number,
    readonly query: string,
  ) {
    this.#path = path;
  }
  get file(): ReceivedFile {
    return { path: this.#path, sha256: this.sha256, sizeBytes: this.sizeBytes };
  }
}

type Server = ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance'] extends () => infer S ? S : never;

/** Takes bytes on their own route only. */
export function acceptFiles(server: Server): void {
  server.addContentTypeParser(uploadMediaType, async (request: FastifyRequest, payload: IncomingMessage) => {
    const [path] = request.url.split('?', 1);
    if (path !== uploadPath || request.method !== 'POST') throw new RefusalException({ code: 'request.mediaType' });
    if (Number(request.headers['content-length'] ?? 0) > attachmentLimits.fileBytes) throw tooLarge();
    return new UnreadUpload(payload);
  });
}

/**
 * Receives the body after the access guard has let the caller in, chunk by chunk to a file of this machine, and takes
 * that away when the request is over, whatever its end.
 */
@Injectable()
export class ReceiveUpload implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { body } = request;
    if (!(body instanceof UnreadUpload)) return next.handle();
    return defer(() => mkdtemp(join(tmpdir(), 'qy-upload-'))).pipe(
      mergeMap((folder) =>
        defer(() => received(body.payload, join(folder, 'content'), request)).pipe(
          mergeMap((upload) => {
            request.body = upload;
            return next.handle();
          }),
          finalize(() => void rm(folder, { recursive: true, force: true })),
        ),
      ),
    );
  }
}

async function received(payload: IncomingMessage, path: string, request: FastifyRequest): Promise<ReceivedUpload> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const measured = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      sizeBytes += chunk.length;
      if (sizeBytes > attachmentLimits.fileBytes) throw tooLarge();
      hash.update(chunk);
      yield chunk;
    }
  };
  await pipeline(payload, measured, createWriteStream(path, { mode: 0o600 }));
  if (sizeBytes === 0) throw new RefusalException({ code: 'attachment.empty' });
  return new ReceivedUpload(path, hash.digest('hex'), sizeBytes, request.url.split('?')[1] ?? '');
}

/** The connection ends with the answer: what is still on its way is not waited for. */
const tooLarge = (): RefusalException =>
  new RefusalException({ code: 'request.tooLarge', params: { limit: String(attachmentLimits.fileBytes) } }, [], {
    connection: 'close',
  });
