import { bilingual } from '../../text/words.ts';
import type { WorkbenchTask } from '../../ui/workbench-task.ts';

export const challengeTasks: readonly WorkbenchTask[] = [
  {
    to: '/workbench/challenges',
    roles: ['enterprise', 'researchUnit', 'registrar', 'countyOfficer'],
    words: bilingual(
      { title: '技术难题竞标', text: '征集难题、评审、授奖；密封应征、揭示方案、查看逐项意见。' },
      { title: 'Open challenges', text: 'Call, judge, award; bid under seal, reveal, read why.' },
    ),
  },
];
