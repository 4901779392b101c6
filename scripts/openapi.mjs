// npm run openapi: writes apps/api/openapi.json from the code, by the same spec that compares the two in npm test.
import { runNode } from './lib/process.mjs';

process.exit(
  await runNode('scripts/test.mjs', ['test/architecture/openapi'], { ...process.env, WRITE_OPENAPI: 'yes' }),
);
