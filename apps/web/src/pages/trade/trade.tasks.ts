import { bilingual } from '../../text/words.ts';
import type { WorkbenchTask } from '../../ui/workbench-task.ts';

/** What enterprises and research units do to trade. */
export const tradeTasks: readonly WorkbenchTask[] = [
  {
    to: '/workbench/demands',
    roles: ['enterprise', 'researchUnit', 'broker', 'countyOfficer'],
    words: bilingual(
      { title: '技术需求', text: '发布难题，查看撮合结果及理由，接受或说明原因婉拒。' },
      { title: 'Demands', text: 'Post a problem, see matches with their reasons, accept or decline.' },
    ),
  },
];
