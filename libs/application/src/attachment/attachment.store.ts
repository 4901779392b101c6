import { open } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { type Actor } from '#domain/shared/actor.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';

/** A file that was received and measured, on this machine's disk for as long as the request lasts. */
export interface ReceivedFile {
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Where contents are kept, by their hash. Other places (S3) are other implementations; there is one today. */
export abstract class AttachmentStore {
  /** Keeps the content once; in the caller's transaction. */
  abstract keep(tx: Tx, file: ReceivedFile): Promise<void>;
  /** Lets go of a content that no attachment needs any more. */
  abstract release(tx: Tx, sha256: string): Promise<void>;
  /** The content, in order; nothing when the actor may not read it. */
  abstract read(actor: Actor, sha256: string): AsyncIterable<Buffer>;
}

const chunkBytes = 262_144;

/**
 * In the database: one transaction and one backup for the row and its content, and row-level security for both. Read
 * chunk by chunk, each in its own short transaction, so that a slow reader holds none open.
 */
@Injectable()
export class DatabaseAttachmentStore extends AttachmentStore {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {
    super();
  }

  async keep(tx: Tx, { path, sha256, sizeBytes }: ReceivedFile): Promise<void> {
    await this.unitOfWork.asSystem(tx, 'attachment.store', async (system) => {
      await lock(system, sha256);
      const inserted = await system.execute(
        `INSERT INTO attachment_content (sha256, size_bytes, created_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
        [sha256, sizeBytes, this.clock.now()],
      );
      if (inserted === 0) return;
      const file = await open(path, 'r');
      try {
        for (let position = 0; position * chunkBytes < sizeBytes; position += 1) {
          const { buffer, bytesRead } = await file.read(Buffer.alloc(chunkBytes), 0, chunkBytes, position * chunkBytes);
          await system.query(`INSERT INTO attachment_chunk (sha256, position, bytes) VALUES ($1, $2, $3)`, [
            sha256,
            position,
            buffer.subarray(0, bytesRead),
          ]);
        }
      } finally {
        await file.close();
      }
    });
  }

  async release(tx: Tx, sha256: string): Promise<void> {
    await this.unitOfWork.asSystem(tx, 'attachment.store', async (system) => {
      await lock(system, sha256);
      const [needed] = await system.query(`SELECT FROM attachment WHERE sha256 = $1 AND removed_at IS NULL LIMIT 1`, [
        sha256,
      ]);
      if (needed) return;
      await system.query(`DELETE FROM attachment_chunk WHERE sha256 = $1`, [sha256]);
      await system.query(`DELETE FROM attachment_content WHERE sha256 = $1`, [sha256]);
    });
  }

  async *read(actor: Actor, sha256: string): AsyncGenerator<Buffer> {
    for (let position = 0; ; position += 1) {
      const [row] = await this.unitOfWork.runSeparately(actor, (tx) =>
        tx.query<{ bytes: Buffer }>(`SELECT bytes FROM attachment_chunk WHERE sha256 = $1 AND position = $2`, [
          sha256,
          position,
        ]),
      );
      if (!row) return;
      yield row.bytes;
    }
  }
}

/** Keeping and releasing the same content wait for each other. */
const lock = (tx: Tx, sha256: string) =>
  tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('attachment/' || $1, 0))`, [sha256]);
