import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs a program of node_modules with inherited output; its exit code.
 * @param {string} script path of a JavaScript file, from the project's folder
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
export function runNode(script, args, env = process.env) {
  const child = spawn(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit', env });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** Compiles apps, libs and migrations into dist/. */
export const build = () => runNode('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.build.json']);
