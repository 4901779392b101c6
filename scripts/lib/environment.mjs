// The environment of the market's processes: what the operator set, and what the data folder keeps for what he did not.
import { join } from 'node:path';

/**
 * @param {string} folder
 * @param {{ jwtSecret: string, demoPassword: string }} known
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {NodeJS.ProcessEnv}
 */
export function marketEnvironment(folder, known, environment = process.env) {
  const env = {
    ...environment,
    MARKET_MODE: environment.MARKET_MODE || 'demo',
    AUDIT_ANCHOR_FILE: environment.AUDIT_ANCHOR_FILE || join(folder, 'audit-anchor.jsonl'),
  };
  if (!env.JWT_SECRET && !env.JWT_SECRET_FILE) env.JWT_SECRET = known.jwtSecret;
  if (!env.DEMO_PASSWORD && !env.DEMO_PASSWORD_FILE) env.DEMO_PASSWORD = known.demoPassword;
  return env;
}

/** True when the operator named a database: then the embedded one is not used. @param {NodeJS.ProcessEnv} env */
export const databaseNamed = (env) => Boolean(env.DATABASE_URL || env.DATABASE_URL_FILE);
