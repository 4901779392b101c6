// npm run build:web: the portal into dist/web.
import { buildWeb } from './lib/web.mjs';
import { explain } from './lib/report.mjs';

try {
  await buildWeb();
} catch (error) {
  explain(error);
  process.exit(1);
}
