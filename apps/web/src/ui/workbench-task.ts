import type { Bilingual } from '../text/words.ts';
import type { Role } from './me.ts';

/** One thing a role can do, and the page where it is done. */
export interface WorkbenchTask {
  readonly to: string;
  readonly words: Bilingual<{ readonly title: string; readonly text: string }>;
  readonly roles: readonly Role[];
}
