// The portal: built when its sources changed, packed for the wire, and weighed.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { capture } from './prepare.mjs';
import { root } from './process.mjs';
import { Complaint } from './report.mjs';

/** JavaScript that the first view may load, packed. */
export const firstViewBudgetBytes = 300_000;

const folder = join(root, 'dist/web');
const stampFile = join(root, 'dist/.web-sources');
const sources = ['apps/web', 'clients/typescript/src'];

/** Digest of everything the bundler reads. */
function digestOfSources() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const room of sources) {
    const files = readdirSync(join(root, room), { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** True when dist/web was built from the sources as they are. */
export const webBuilt = () =>
  existsSync(join(folder, 'index.html')) &&
  existsSync(stampFile) &&
  readFileSync(stampFile, 'utf8') === digestOfSources();

/** Builds dist/web, each text file also packed, so that no server packs it again. */
export async function buildWeb() {
  const digest = digestOfSources();
  const { code, output } = await capture(process.execPath, ['node_modules/vite/bin/vite.js', 'build', 'apps/web']);
  if (code !== 0)
    throw new Complaint(`网页编译失败，请按下列提示修正源码 (portal build failed)：\n${output.slice(-4000)}`);
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(js|css|svg|html)$/.test(file)) continue;
    const content = readFileSync(join(folder, file));
    writeFileSync(join(folder, `${file}.gz`), gzipSync(content, { level: 9 }));
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
    writeFileSync(join(folder, `${file}.br`), brotliCompressSync(content, quality));
  }
  writeFileSync(stampFile, digest);
}

/** Bytes of packed JavaScript that the home page needs: the entry, the page, and all they import at once. */
export function firstViewBytes() {
  /** @type {Record<string, { file: string, isEntry?: boolean, src?: string, imports?: string[] }>} */
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));
  const wanted = Object.keys(manifest).filter(
    (name) => manifest[name]?.isEntry || name.endsWith('pages/public/home.page.tsx'),
  );
  const needed = new Set(wanted);
  for (const name of needed) for (const imported of manifest[name]?.imports ?? []) needed.add(imported);
  const files = new Set([...needed].flatMap((name) => manifest[name]?.file ?? []));
  return [...files]
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0);
}
