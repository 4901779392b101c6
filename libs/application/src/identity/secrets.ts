import { createHash, createHmac, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { normalizePassword } from '#domain/person/password.js';

/** argon2id (the package's default) with the parameters OWASP's password storage cheat sheet names first. */
const argon2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(normalizePassword(password), argon2);

export const passwordMatches = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, normalizePassword(password));

/** A random secret of 256 bits. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

/** A secret somebody reads from a screen and types once: 100 bits in an alphabet without look-alikes. */
export function initialSecret(): string {
  const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  const letters = [...randomBytes(20)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('');
  return letters.replace(/(.{5})(?=.)/gu, '$1-');
}

/** Random tokens have all their entropy themselves: a fast hash is enough. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Accounts and addresses are guessable, so their hashes are keyed. */
export const keyedHash = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('hex');

/**
 * `qytt_live_<43 random>_<8 check>`, in a sandbox `qytt_test_…`: secret scanners know the prefix, a typing error never
 * reaches the database.
 */
const apiKeyPattern = /^(qytt_(?:live|test)_)([A-Za-z0-9]{43})_([0-9a-f]{8})$/;

export function newApiKey(world: 'live' | 'test' = 'live'): string {
  const prefix = `qytt_${world}_`;
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  let random = '';
  while (random.length < 43) {
    // Bytes from 248 on would make the first letters likelier.
    for (const byte of randomBytes(64)) if (byte < 248 && random.length < 43) random += alphabet.charAt(byte % 62);
  }
  return `${prefix}${random}_${checksum(prefix, random)}`;
}

/** True for a text that is an API key by shape and checksum; says nothing about whether it is known. */
export function isApiKey(text: string): boolean {
  const match = apiKeyPattern.exec(text);
  return match !== null && checksum(match[1] ?? '', match[2] ?? '') === match[3];
}

export const looksLikeApiKey = (text: string): boolean => text.startsWith('qytt_');

/** True for a key of a sandbox. */
export const isTestKey = (key: string): boolean => key.startsWith('qytt_test_');

/** What is shown of a key in lists. */
export const apiKeyHint = (key: string): string => `${key.slice(0, 'qytt_live_'.length + 6)}…`;

const checksum = (prefix: string, random: string): string => hashToken(prefix + random).slice(0, 8);
