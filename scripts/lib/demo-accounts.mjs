import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './process.mjs';

/** The demo accounts and what each is for, as data/demo tells it. @returns {{ account: string, what: string }[]} */
export function demoAccounts() {
  const { organizations } = JSON.parse(readFileSync(join(root, 'data/demo/organizations.json'), 'utf8'));
  return organizations.flatMap((/** @type {any} */ { name, members }) =>
    members.map((/** @type {any} */ { account, note }) => ({ account, what: `${note}（${name}）` })),
  );
}
