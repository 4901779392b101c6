// The data folder: secrets, what the launcher remembers, logs; and where PostgreSQL's own files stand.
import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from './process.mjs';
import { Complaint } from './report.mjs';

/** `.data` in the project, or MARKET_DATA_DIR. */
export function dataFolder(environment = process.env) {
  const folder = resolve(root, environment.MARKET_DATA_DIR || '.data');
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new Complaint(
      `数据目录 ${folder} 不可写；请改正权限，或用 MARKET_DATA_DIR 指定别的位置。 (Data folder is not writable.)`,
    );
  }
  return folder;
}

/**
 * PostgreSQL's folder: in the data folder, unless root's server user cannot enter there.
 * @param {string} folder
 * @param {typeof import('./embedded-postgres.mjs')} postgres
 */
export function clusterFolder(folder, postgres) {
  const usual = join(folder, 'postgres');
  if (existsSync(join(usual, 'PG_VERSION')) || postgres.canEnter(folder)) return usual;
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  const place = join(postgres.openFolder, name);
  mkdirSync(place, { recursive: true, mode: 0o755 });
  return join(place, 'postgres');
}

/**
 * @param {string} file
 * @returns {Record<string, any>}
 */
export function readJson(file) {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

/**
 * Written aside and renamed: a crash leaves the old file or the new one.
 * @param {string} file
 * @param {object} value
 */
export function writeJson(file, value) {
  writeFileSync(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/**
 * Secrets made once for this installation, readable by its owner only.
 * @param {string} folder
 */
export function secrets(folder) {
  const file = join(folder, 'secrets.json');
  const known = readJson(file);
  if (existsSync(file) && Object.keys(known).length === 0)
    throw new Complaint(
      `密钥文件 ${file} 已损坏；请从备份找回，或删除它（已登录的人需重新登录）。 (Secrets file is damaged.)`,
    );
  const all = {
    jwtSecret: randomBytes(32).toString('hex'),
    loginPassword: randomBytes(24).toString('hex'),
    demoPassword: `Demo-${randomBytes(9).toString('base64url')}`,
    ...known,
  };
  if (Object.keys(all).some((name) => known[name] === undefined)) writeJson(file, all);
  chmodSync(file, 0o600);
  return all;
}
