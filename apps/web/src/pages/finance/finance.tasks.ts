import { bilingual } from '../../text/words.ts';
import type { WorkbenchTask } from '../../ui/workbench-task.ts';

/** What companies and institutions do about technology finance. */
export const financeTasks: readonly WorkbenchTask[] = [
  {
    to: '/workbench/finance-needs',
    roles: ['enterprise'],
    words: bilingual(
      { title: '融资需求', text: '登记所求金额，匹配金融产品，逐项说明理由。' },
      { title: 'What we need', text: 'Say how much; products are matched with reasons.' },
    ),
  },
  {
    to: '/workbench/finance-applications',
    roles: ['enterprise', 'financeManager'],
    words: bilingual(
      { title: '融资申请', text: '申请、办理、授权查阅资料和撤回。' },
      { title: 'Applications for finance', text: 'Apply, decide, show papers by consent and take it back.' },
    ),
  },
  {
    to: '/workbench/finance-products',
    roles: ['financeManager'],
    words: bilingual(
      { title: '本机构的金融产品', text: '登记、发布、停办。' },
      { title: 'Our products', text: 'Add, publish, close.' },
    ),
  },
];
