import type { Schemas } from '../../api/client.ts';

export type BidContent = Schemas['BidContentDto'];

/** What opens a sealed bid: kept by the bidder alone, since the market holds nothing but the hash. */
export interface Opening {
  readonly format: 'qingyang-open-challenge-bid/1';
  readonly challengeId: string;
  readonly organizationId: string;
  readonly algorithm: 'sha256';
  readonly nonce: string;
  readonly content: BidContent;
  readonly commitment: string;
}

const format = 'qingyang-open-challenge-bid/1';

/** Hashing is the browser's own, which it offers on secure addresses only (https, or this machine). */
export const canSeal = (): boolean => globalThis.crypto?.subtle !== undefined;

const hex = (bytes: ArrayBuffer | Uint8Array): string =>
  [...new Uint8Array(bytes as ArrayBuffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const sha256 = async (bytes: BufferSource): Promise<string> => hex(await crypto.subtle.digest('SHA-256', bytes));

/** Members in the order of RFC 8785; texts as the market trims them. */
const canonical = ({ attachments, plan, priceYuan, team, termMonths }: BidContent): string =>
  JSON.stringify({
    attachments: attachments.map(({ fileName, sha256: hash, sizeBytes }) => ({ fileName, sha256: hash, sizeBytes })),
    plan,
    priceYuan,
    team,
    termMonths,
  });

const commitmentOf = (opening: Omit<Opening, 'commitment'>): Promise<string> => {
  const { challengeId, organizationId, nonce, content } = opening;
  const sealed = [format, challengeId, organizationId, nonce, canonical(content)].join('\n');
  return sha256(new TextEncoder().encode(sealed));
};

/** Seals a bid: 256 bits of chance keep it from being guessed from its hash. */
export async function seal(
  challengeId: string,
  organizationId: string,
  given: Omit<BidContent, 'attachments'>,
  files: readonly File[],
): Promise<Opening> {
  const attachments = await Promise.all(
    files.map(async (file) => ({
      fileName: file.name,
      sizeBytes: file.size,
      sha256: await sha256(await file.arrayBuffer()),
    })),
  );
  const content: BidContent = {
    attachments,
    plan: given.plan.trim(),
    priceYuan: given.priceYuan.trim(),
    team: given.team.trim(),
    termMonths: given.termMonths,
  };
  const nonce = hex(crypto.getRandomValues(new Uint8Array(32)));
  const open = { format, challengeId, organizationId, algorithm: 'sha256', nonce, content } as const;
  return { ...open, commitment: await commitmentOf(open) };
}

/** Hands the opening to the browser as a file: it is kept nowhere else. */
export function downloadOpening(opening: Opening, name: string): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(opening, null, 2)], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  URL.revokeObjectURL(url);
}

export type OpeningFault = 'notAnOpening' | 'otherChallenge' | 'changed';

/** Reads an opening file and sees whether it opens this bid, before anything is sent. */
export async function readOpening(
  file: File,
  bid: Pick<Schemas['OpenChallengeBidView'], 'challengeId' | 'organizationId' | 'commitment'>,
): Promise<Opening | OpeningFault> {
  let opening: Opening;
  try {
    opening = JSON.parse(await file.text()) as Opening;
  } catch {
    return 'notAnOpening';
  }
  if (opening?.format !== format || typeof opening.content?.plan !== 'string') return 'notAnOpening';
  if (opening.challengeId !== bid.challengeId || opening.organizationId !== bid.organizationId) return 'otherChallenge';
  return (await commitmentOf(opening)) === bid.commitment ? opening : 'changed';
}
