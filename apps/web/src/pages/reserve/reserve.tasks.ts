import { bilingual } from '../../text/words.ts';
import type { WorkbenchTask } from '../../ui/workbench-task.ts';

export const reserveTasks: readonly WorkbenchTask[] = [
  {
    to: '/workbench/purchase-reserves',
    roles: ['researchUnit', 'enterprise', 'rewardOfficer', 'reviewer', 'auditor'],
    words: bilingual(
      { title: '成果购买储备', text: '提出、审批、答复、付款入库，再转让或许可给企业，收回成本。' },
      { title: 'Purchase reserve', text: 'Propose, approve, agree, pay, then hand on to firms.' },
    ),
  },
];
