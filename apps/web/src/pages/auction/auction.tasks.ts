import { bilingual } from '../../text/words.ts';
import type { WorkbenchTask } from '../../ui/workbench-task.ts';

export const auctionTasks: readonly WorkbenchTask[] = [
  {
    to: '/workbench/auctions',
    roles: ['researchUnit', 'enterprise', 'registrar', 'reviewer', 'auditor'],
    words: bilingual(
      { title: '拍卖和挂牌交易', text: '起草竞价、设保留价、发公告、确认竞买人；报名、缴保证金、应价。' },
      {
        title: 'Auctions and listed sales',
        text: 'Draft, set the reserve, announce, qualify; register, deposit, bid.',
      },
    ),
  },
];
