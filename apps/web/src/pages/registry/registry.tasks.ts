import { bilingual } from '../../text/words.ts';
import type { WorkbenchTask } from '../../ui/workbench-task.ts';

/** What the registration office does. */
export const registryTasks: readonly WorkbenchTask[] = [
  {
    to: '/workbench/registrations',
    roles: ['registrar', 'reviewer', 'rewardOfficer', 'auditor'],
    words: bilingual(
      { title: '合同认定登记', text: '在办事项按法定期限排列：受理、审查、补正、复核、登记。' },
      { title: 'Contract registration', text: 'Open cases by their legal clock: accept, examine, decide.' },
    ),
  },
];
