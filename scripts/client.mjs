// npm run client: writes what is generated from apps/api/openapi.json: the types of the TypeScript client and the
// collection that Postman and Apifox import. With --check it writes nothing and fails when a file is not current.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectionOf } from './lib/collection.mjs';
import { typesOf } from './lib/client-types.mjs';
import { root } from './lib/process.mjs';

const document = JSON.parse(readFileSync(join(root, 'apps/api/openapi.json'), 'utf8'));
const files = {
  'clients/typescript/src/schema.d.ts': await typesOf(document),
  'clients/postman/market.postman_collection.json': collectionOf(document),
};

const stale = Object.entries(files).filter(([path, text]) => readIfAny(path) !== text);
if (!process.argv.includes('--check')) {
  for (const [path, text] of stale) writeFileSync(join(root, path), text);
  console.log(stale.length === 0 ? 'clients are current' : `wrote ${stale.map(([path]) => path).join(', ')}`);
} else if (stale.length > 0) {
  console.error(
    `not generated from the present openapi.json (npm run client): ${stale.map(([path]) => path).join(', ')}`,
  );
  process.exit(1);
}

/** @param {string} path */
function readIfAny(path) {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return null;
  }
}
