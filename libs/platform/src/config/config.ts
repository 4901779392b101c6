import { existsSync, readFileSync } from 'node:fs';

/** The whole configuration of a process, read once from the environment and injected typed. */
export interface Config {
  /** `demo` loads 示例 data and lets the system administrator move the clock; `production` does neither. */
  readonly mode: 'demo' | 'production' | 'test';
  readonly databaseUrl: string;
  /** Login that owns the schema; used by migrations only. */
  readonly databaseOwnerUrl: string;
  readonly databasePoolMax: number;
  readonly redisUrl: string | null;
  readonly meiliUrl: string | null;
  readonly meiliKey: string | null;
  /** Put before index names, so that several markets can share a server. */
  readonly meiliPrefix: string;
  /** A service of text embeddings: one more way to find candidates. Never needed. EMBEDDER_URL. */
  readonly embedderUrl: string | null;
  /** New proposals that one unit's achievements get in one re-match at most. MATCH_TEAM_PROPOSALS. */
  readonly matchTeamProposals: number;
  readonly apiHost: string;
  readonly apiPort: number;
  /** Where the public reaches the market, without a slash at the end: printed on certificates. PUBLIC_URL. */
  readonly publicUrl: string;
  /** Address of the worker's health and metrics; it serves nothing else. */
  readonly workerHost: string;
  readonly workerPort: number;
  readonly jwtSecret: string;
  /** Ed25519 private key (PEM, PKCS #8) that signs certificates; CERTIFICATE_KEY_FILE. Null: one is made and kept in the database. */
  readonly certificateKey: string | null;
  /** Folder of the built portal, which the API serves when it is there. PORTAL_FOLDER. */
  readonly portalFolder: string;
  /** File outside the database to which audit heads are appended. */
  readonly auditAnchorFile: string;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  readonly trustProxy: boolean;
  /** Calls are counted and refused beyond their limits; off for measurements and most tests. */
  readonly rateLimit: boolean;
  /** Multiplies every limit of calls, for many callers behind one address, and for load tests. */
  readonly rateLimitFactor: number;
  /** Opens /metrics to callers beyond loopback, in the header X-Metrics-Token. */
  readonly metricsToken: string | null;
  /** Password of the demo accounts that `demo:load` creates; set by the launcher, used in demo mode only. */
  readonly demoPassword: string | null;
  /** Webhooks may go to this machine itself, by http too: to try them out. WEBHOOK_LOOPBACK. */
  readonly webhookLoopback: boolean;
}

export const CONFIG = Symbol('Config');

/** All that is wrong with the environment, one line each. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`环境变量有误 (invalid environment):\n${problems.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads and checks the environment. Throws a ConfigError that lists every problem at once. */
export function readConfig(environment: Environment = process.env): Config {
  const problems: string[] = [];
  const text = (name: string): string | null => secretFile(environment, name, problems) ?? (environment[name] || null);

  const url = (name: string, protocols: readonly string[]): string | null => {
    const value = text(name);
    if (value === null) return null;
    const parsed = URL.canParse(value) ? new URL(value) : null;
    if (parsed && protocols.includes(parsed.protocol)) return value;
    problems.push(
      `${name}: 应是以 ${protocols.map((p) => `${p}//`).join(' 或 ')} 开头的地址 (must be such an address)`,
    );
    return null;
  };
  const integer = (name: string, fallback: number, min: number, max: number): number => {
    const value = text(name);
    if (value === null) return fallback;
    if (/^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max) return Number(value);
    problems.push(`${name}: 应是 ${min} 至 ${max} 的整数，现为 "${value}" (must be an integer in this range)`);
    return fallback;
  };
  const choice = <T extends string>(name: string, values: readonly T[], fallback: T): T => {
    const value = text(name);
    if (value === null) return fallback;
    const found = values.find((candidate) => candidate === value);
    if (found !== undefined) return found;
    problems.push(`${name}: 只能是 ${values.join(' | ')}，现为 "${value}" (must be one of these)`);
    return fallback;
  };

  const mode = choice('MARKET_MODE', ['demo', 'production', 'test'], 'production');
  const databaseUrl = url('DATABASE_URL', ['postgres:', 'postgresql:']);
  if (databaseUrl === null && text('DATABASE_URL') === null) {
    problems.push('DATABASE_URL: 未设置；用 npm start 启动内置 PostgreSQL，或填写外部 PostgreSQL 地址 (missing)');
  }
  const jwtSecret = text('JWT_SECRET') ?? '';
  if (jwtSecret.length < 32) {
    problems.push('JWT_SECRET: 至少 32 个字符，可用 openssl rand -hex 32 生成 (at least 32 characters)');
  }
  const apiHost = text('API_HOST') ?? '127.0.0.1';
  const apiPort = integer('API_PORT', 3000, 0, 65535);
  const config: Config = {
    mode,
    databaseUrl: databaseUrl ?? '',
    databaseOwnerUrl: url('DATABASE_OWNER_URL', ['postgres:', 'postgresql:']) ?? databaseUrl ?? '',
    databasePoolMax: integer('DATABASE_POOL_MAX', 20, 2, 200),
    redisUrl: url('REDIS_URL', ['redis:', 'rediss:']),
    meiliUrl: url('MEILI_URL', ['http:', 'https:']),
    meiliKey: text('MEILI_KEY'),
    meiliPrefix: text('MEILI_PREFIX') ?? 'market_',
    embedderUrl: url('EMBEDDER_URL', ['http:', 'https:']),
    matchTeamProposals: integer('MATCH_TEAM_PROPOSALS', 30, 1, 100_000),
    apiHost,
    apiPort,
    publicUrl: (url('PUBLIC_URL', ['http:', 'https:']) ?? `http://${apiHost}:${apiPort}`).replace(/\/+$/, ''),
    workerHost: text('WORKER_HOST') ?? '127.0.0.1',
    workerPort: integer('WORKER_PORT', 3001, 0, 65535),
    jwtSecret,
    portalFolder: text('PORTAL_FOLDER') ?? 'dist/web',
    certificateKey: text('CERTIFICATE_KEY'),
    auditAnchorFile: text('AUDIT_ANCHOR_FILE') ?? '.data/audit-anchor.jsonl',
    logLevel: choice('LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'info'),
    trustProxy: choice('TRUST_PROXY', ['true', 'false'], 'false') === 'true',
    rateLimit: choice('RATE_LIMIT', ['on', 'off'], mode === 'test' ? 'off' : 'on') === 'on',
    rateLimitFactor: integer('RATE_LIMIT_FACTOR', 1, 1, 1_000_000),
    metricsToken: text('METRICS_TOKEN'),
    demoPassword: text('DEMO_PASSWORD'),
    webhookLoopback: choice('WEBHOOK_LOOPBACK', ['on', 'off'], mode === 'production' ? 'off' : 'on') === 'on',
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/** `NAME_FILE` names a file that holds the value (container secrets). */
function secretFile(environment: Environment, name: string, problems: string[]): string | null {
  const path = environment[`${name}_FILE`];
  if (!path) return null;
  if (!existsSync(path)) {
    problems.push(`${name}_FILE: 文件 ${path} 不存在 (no such file)`);
    return null;
  }
  return readFileSync(path, 'utf8').trim();
}
