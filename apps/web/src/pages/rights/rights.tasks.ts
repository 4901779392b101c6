import { bilingual } from '../../text/words.ts';
import type { WorkbenchTask } from '../../ui/workbench-task.ts';

export const rightsTasks: readonly WorkbenchTask[] = [
  {
    to: '/workbench/rights',
    roles: ['researchUnit', 'enterprise'],
    words: bilingual(
      { title: '知识产权登记簿', text: '专利、软件著作权、植物新品种、布图设计；质押、许可、保全、共有人同意。' },
      { title: 'Register of rights', text: 'All kinds of rights, what lies on them, co-owners and consents.' },
    ),
  },
  {
    to: '/workbench/rights-held',
    roles: ['researchUnit', 'enterprise', 'financeManager', 'registrar', 'reviewer'],
    words: bilingual(
      { title: '权利负担和同意', text: '作为质权人、被许可人、共有人：表示同意、解除负担；许可备案和转让登记。' },
      { title: 'Burdens and consents', text: 'As pledgee, licensee or co-owner: consent, release, file.' },
    ),
  },
  {
    to: '/workbench/licence-uptakes',
    roles: ['researchUnit', 'enterprise'],
    words: bilingual(
      { title: '开放许可实施', text: '通知专利权人实施其开放许可的专利，登记付款，处理争议。' },
      { title: 'Taking open licences', text: 'Give notice, record the payment, settle what is contested.' },
    ),
  },
];
