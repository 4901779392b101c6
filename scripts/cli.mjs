// npm run audit:verify and the like: builds when sources changed, then runs one maintenance command with the environment given.
import { build, runNode } from './lib/process.mjs';

const built = await build();
process.exit(built !== 0 ? built : await runNode('dist/apps/cli/src/main.js', process.argv.slice(2)));
