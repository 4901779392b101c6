import { canonicalJson } from '#platform/text/canonical.js';

/** A certificate as its holder shows it to others: what is signed, and by whom. */
export interface PresentedCertificate {
  readonly signedText: string;
  readonly signature: string;
  readonly keyId: string;
  readonly contentHash: string;
  /** The signed text once more, for who reads JSON; must say the same. */
  readonly content: unknown;
}

export const presentedText = ({ signedText, signature, keyId, contentHash, content }: PresentedCertificate): string =>
  canonicalJson({ signedText, signature, keyId, contentHash, content });

/** Reads what `presentedText` wrote, or the answer of the API, which has the same members. Null when it is neither. */
export function readPresented(text: string): PresentedCertificate | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { signedText, signature, keyId, contentHash, content } = value as Record<string, unknown>;
  return typeof signedText === 'string' &&
    typeof signature === 'string' &&
    typeof keyId === 'string' &&
    typeof contentHash === 'string'
    ? { signedText, signature, keyId, contentHash, content }
    : null;
}
