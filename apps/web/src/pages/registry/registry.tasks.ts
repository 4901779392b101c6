import { bilingual } from '../../text/words.ts';
import type { WorkbenchTask } from '../../ui/workbench-task.ts';

/** What the registration office does, and who inspects and counts it. */
export const registryTasks: readonly WorkbenchTask[] = [
  {
    to: '/workbench/registrations',
    roles: ['registrar', 'reviewer', 'rewardOfficer', 'auditor'],
    words: bilingual(
      { title: '合同认定登记', text: '在办事项按法定期限排列：受理、审查、补正、复核、登记。' },
      { title: 'Contract registration', text: 'Open cases by their legal clock: accept, examine, decide.' },
    ),
  },
  {
    to: '/workbench/registration-reminders',
    roles: ['registrar', 'reviewer'],
    words: bilingual(
      { title: '期限提醒', text: '我经办的登记：期限过半、将到期和超期的提醒。' },
      { title: 'Reminders', text: 'Terms of my cases that are half over, nearly over or over.' },
    ),
  },
  {
    to: '/workbench/registration-offices',
    roles: ['registrar', 'reviewer', 'auditor', 'systemAdmin'],
    words: bilingual(
      { title: '登记机构、规则与编号', text: '登记机构的岗位和 B 角、适用规则与期限、登记编号核对。' },
      { title: 'Offices, rules and numbers', text: 'Posts and stand-ins, rules and terms, use of the numbers.' },
    ),
  },
  {
    to: '/workbench/inspections',
    roles: ['registrar', 'reviewer', 'auditor'],
    words: bilingual(
      { title: '登记抽查', text: '冻结、抽取、提出发现、答复、决定和整改。' },
      { title: 'Inspections', text: 'Freeze, draw, raise findings, answer, decide and mend.' },
    ),
  },
  {
    to: '/workbench/registration-cases',
    roles: ['registrar', 'reviewer', 'auditor'],
    words: bilingual(
      { title: '登记案件检索', text: '按编号、名称、信用代码、状态、日期和金额查找全部案件。' },
      { title: 'Search of cases', text: 'All cases by number, name, code, state, day and value.' },
    ),
  },
  {
    to: '/workbench/statistics',
    roles: ['registrar', 'reviewer', 'rewardOfficer', 'auditor', 'countyOfficer'],
    words: bilingual(
      { title: '技术合同统计', text: '按维度统计，打开清单，导出台账；县区流向。' },
      { title: 'Statistics', text: 'Figures by dimension with their rows and export; flows between counties.' },
    ),
  },
  {
    to: '/workbench/statistics-editions',
    roles: ['registrar', 'reviewer', 'rewardOfficer', 'auditor'],
    words: bilingual(
      { title: '统计期报', text: '定稿、修订、差异与核对。' },
      { title: 'Editions of the statistics', text: 'Freeze, restate, compare and verify.' },
    ),
  },
];
