import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import type { MaterialKind } from './material-kinds.policy.js';

/** A file that belongs to a contract, a registration or another case, as evidence: it is never changed, and never run. */
export interface Attachment {
  readonly id: string;
  /** Who handed it in. */
  readonly organizationId: string;
  readonly subjectKind: AttachmentSubject;
  readonly subjectId: string;
  /** Organizations that may read it besides the bureau. */
  readonly readerIds: readonly string[];
  readonly materialKind: MaterialKind;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** Of the content, hex. Equal content is kept once. */
  readonly sha256: string;
  /** No virus scanner is connected: nothing here was ever scanned, and nobody is told otherwise. */
  readonly scanState: 'unscanned';
  readonly uploadedBy: string;
  readonly createdAt: Date;
  readonly removedAt: Date | null;
}

export const attachmentSubjects = [
  'contract',
  'contractRegistration',
  'dealDocument',
  'achievement',
  'transferProcedure',
  'fundedProject',
  'evaluation',
  'readinessClaim',
  'pilotProject',
  'openChallengeBid',
  'right',
  'rewardApplication',
] as const;
export type AttachmentSubject = (typeof attachmentSubjects)[number];

export const attachmentLimits = {
  fileBytes: 20 * 1024 * 1024,
  filesPerSubject: 100,
  subjectBytes: 300 * 1024 * 1024,
  organizationBytes: 1024 * 1024 * 1024,
} as const;

/** What may be handed in: by content, whatever the name says. */
export interface FileType {
  readonly mediaType: string;
  readonly title: string;
  readonly extensions: readonly string[];
  /** A zip of parts, which is looked into before it is taken. */
  readonly container: boolean;
}

const office = 'application/vnd.openxmlformats-officedocument';

export const fileTypes: readonly FileType[] = [
  { mediaType: 'application/pdf', title: 'PDF', extensions: ['pdf'], container: false },
  { mediaType: 'image/jpeg', title: 'JPEG', extensions: ['jpg', 'jpeg'], container: false },
  { mediaType: 'image/png', title: 'PNG', extensions: ['png'], container: false },
  { mediaType: `${office}.wordprocessingml.document`, title: 'Word', extensions: ['docx'], container: true },
  { mediaType: `${office}.spreadsheetml.sheet`, title: 'Excel', extensions: ['xlsx'], container: true },
];

const maxNameLength = 120;
/** Separators, control and format characters: none of them belongs in a name, some turn its end around. */
const unsafeSigns = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const windowsDevices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

export type NameRefusal = Refusal<'attachment.nameUnsafe'>;

/** A name that is one on every system and is never a path. It is for people: no file is ever stored under it. */
export function safeFileName(given: string): Result<string, NameRefusal> {
  const name = given.normalize('NFC').trim();
  const refused = (reason: string) => refuse('attachment.nameUnsafe', { reason }, '/fileName');
  if (unsafeSigns.test(name)) return refused('文件名含有路径分隔符或控制字符');
  if (name.startsWith('.') || name.endsWith('.')) return refused('文件名不能以点开头或结尾');
  if (windowsDevices.test(name)) return refused('文件名是系统保留的名称');
  if (name === '' || [...name].length > maxNameLength) return refused(`文件名应为 1 至 ${maxNameLength} 个字符`);
  return ok(name);
}

export type TypeRefusal = Refusal<'attachment.typeNotAllowed' | 'attachment.extensionDiffers'>;

/** The type that the content has and the name claims. */
export function checkFileType(fileName: string, detected: string | null): Result<FileType, TypeRefusal> {
  const type = fileTypes.find(({ mediaType }) => mediaType === detected);
  const allowed = fileTypes.map(({ title }) => title).join('、');
  if (!type) return refuse('attachment.typeNotAllowed', { found: detected ?? '无法识别', allowed });
  const extension = /\.([A-Za-z0-9]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (type.extensions.includes(extension)) return ok(type);
  const params = { type: type.title, expected: type.extensions.map((each) => `.${each}`).join('、') };
  return refuse('attachment.extensionDiffers', params, '/fileName');
}

export interface AttachmentUsage {
  readonly files: number;
  readonly subjectBytes: number;
  readonly organizationBytes: number;
}

export type QuotaRefusal = Refusal<'attachment.tooMany' | 'attachment.quotaExceeded'>;

/** What is there already, and whether `sizeBytes` more still fit. */
export function checkQuota(usage: AttachmentUsage, sizeBytes: number): Result<true, QuotaRefusal> {
  const { filesPerSubject, subjectBytes, organizationBytes } = attachmentLimits;
  if (usage.files >= filesPerSubject || usage.subjectBytes + sizeBytes > subjectBytes) {
    return refuse('attachment.tooMany', { files: String(filesPerSubject), megabytes: megabytes(subjectBytes) });
  }
  if (usage.organizationBytes + sizeBytes > organizationBytes) {
    return refuse('attachment.quotaExceeded', { megabytes: megabytes(organizationBytes) });
  }
  return ok(true);
}

const megabytes = (bytes: number): string => String(bytes / 1024 / 1024);
