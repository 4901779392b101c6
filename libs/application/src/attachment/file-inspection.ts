import { createReadStream } from 'node:fs';
import { fileTypeFromFile } from 'file-type/node';
import yauzl from 'yauzl';
import { checkFileType, type FileType, type TypeRefusal } from '#domain/attachment/attachment.js';
import { refuse, type Refusal, type Result } from '#domain/shared/result.js';

export type ContentRefusal = TypeRefusal | Refusal<'attachment.contentUnsafe'>;

/** What a container may hold when unpacked: a text of a few hundred pages with pictures is far below. */
const maxEntries = 2_000;
const maxUnpackedBytes = 300 * 1024 * 1024;
const maxRatio = 200;
const ratioCountsFromBytes = 1024 * 1024;

/** Looks at the content: its own signs decide the type, and a container is measured before anybody unpacks it. */
export async function inspectFile(path: string, fileName: string): Promise<Result<FileType, ContentRefusal>> {
  const detected = await fileTypeFromFile(path).catch(() => undefined);
  const type = checkFileType(fileName, detected?.mime ?? null);
  if (!type.ok) return type;
  const reason = type.value.container ? await containerFault(path) : await pdfFault(path, type.value);
  return reason === null ? type : refuse('attachment.contentUnsafe', { reason });
}

/** Walks the directory of a zip without unpacking anything; null when nothing is wrong. */
async function containerFault(path: string): Promise<string | null> {
  const zip = await new Promise<yauzl.ZipFile | null>((resolve) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, opened) => resolve(error ? null : opened));
  });
  if (!zip) return '文件已损坏，无法打开';
  try {
    if (zip.entryCount > maxEntries) return `内含文件超过 ${maxEntries} 个`;
    return await entriesFault(zip);
  } finally {
    zip.close();
  }
}

function entriesFault(zip: yauzl.ZipFile): Promise<string | null> {
  let unpacked = 0;
  return new Promise((resolve) => {
    zip.on('error', () => resolve('文件已损坏，或内含不安全的路径'));
    zip.on('end', () => resolve(null));
    zip.on('entry', (entry: yauzl.Entry) => {
      unpacked += entry.uncompressedSize;
      const fault = entryFault(entry, unpacked);
      if (fault === null) zip.readEntry();
      else resolve(fault);
    });
    zip.readEntry();
  });
}

function entryFault(entry: yauzl.Entry, unpacked: number): string | null {
  if ((entry.generalPurposeBitFlag & 1) !== 0) return '内容经过加密，无法审查';
  if (/vbaProject\.bin$/i.test(entry.fileName)) return '含有宏';
  if (unpacked > maxUnpackedBytes) return '解压后过大';
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
  return entry.uncompressedSize > ratioCountsFromBytes && ratio > maxRatio ? '压缩比异常' : null;
}

/** A PDF that needs a password cannot be examined. */
async function pdfFault(path: string, type: FileType): Promise<string | null> {
  if (type.mediaType !== 'application/pdf') return null;
  let tail = '';
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const text = tail + chunk.toString('latin1');
    if (/\/Encrypt\b/.test(text)) return '内容经过加密，无法审查';
    tail = text.slice(-16);
  }
  return null;
}
