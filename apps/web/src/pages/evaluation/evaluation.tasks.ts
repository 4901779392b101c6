import { bilingual } from '../../text/words.ts';
import type { WorkbenchTask } from '../../ui/workbench-task.ts';

export const evaluationTasks: readonly WorkbenchTask[] = [
  {
    to: '/workbench/evaluations',
    roles: ['researchUnit', 'enterprise', 'agencyManager', 'reviewer', 'registrar'],
    words: bilingual(
      { title: '第三方评价', text: '委托有资质的机构评价成果；评价机构接受委托、出具结论。' },
      { title: 'Evaluations', text: 'Commission an evaluation; evaluators accept and conclude.' },
    ),
  },
  {
    to: '/workbench/readiness-claims',
    roles: ['researchUnit', 'enterprise', 'reviewer'],
    words: bilingual(
      { title: '成熟度申报', text: '逐级提交证据，审定后检索与撮合按新的等级。' },
      { title: 'Readiness claims', text: 'Evidence level by level; once proven, search and matching use it.' },
    ),
  },
  {
    to: '/workbench/pilot-projects',
    roles: ['researchUnit', 'enterprise', 'reviewer'],
    words: bilingual(
      { title: '中试熟化', text: '每升一级一个阶段门：提交报告，评审通过、暂缓或终止。' },
      { title: 'Pilot projects', text: 'One gate a level: report, then go, hold or stop.' },
    ),
  },
];
