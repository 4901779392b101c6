import { ConfigError, readConfig } from '#platform/config/config.js';
import { commands } from './commands.js';

const [name, ...args] = process.argv.slice(2);
const command = commands.find((candidate) => candidate.name === name);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

if (!command) {
  print(
    [
      '用法 (usage): <command> [arguments]',
      ...commands.map(({ name: n, summary }) => `  ${n.padEnd(18)} ${summary}`),
    ].join('\n'),
  );
  process.exit(2);
}
try {
  // Read when a command asks for it: what verifies a file needs no market.
  process.exitCode = await command.run({
    get config() {
      return readConfig();
    },
    args,
    print,
  });
} catch (error) {
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exitCode = 1;
}
