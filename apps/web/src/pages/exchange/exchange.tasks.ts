import { bilingual } from '../../text/words.ts';
import type { WorkbenchTask } from '../../ui/workbench-task.ts';

export const exchangeTasks: readonly WorkbenchTask[] = [
  {
    to: '/workbench/visits',
    roles: ['countyOfficer', 'registrar', 'reviewer', 'researchUnit', 'agencyManager', 'enterprise', 'auditor'],
    words: bilingual(
      { title: '企业大走访', text: '走访计划和记录；发现的技术难题一步写成该企业的需求草稿。' },
      { title: 'Visits to enterprises', text: 'Plans and sheets; a need found becomes a draft demand in one step.' },
    ),
  },
  {
    to: '/workbench/events',
    roles: ['researchUnit', 'agencyManager', 'broker', 'countyOfficer', 'registrar'],
    words: bilingual(
      { title: '筹办对接会', text: '建会、按撮合结果邀请、排场次、记结果、会后回访。' },
      { title: 'Organize events', text: 'Plan, invite by matches, seat, record outcomes, follow up.' },
    ),
  },
  {
    to: '/workbench/event-meetings',
    roles: ['enterprise', 'researchUnit'],
    words: bilingual(
      { title: '对接会洽谈', text: '接受邀请、看场次、签到、答复回访。' },
      { title: 'Meetings at events', text: 'Accept, see your slot, check in, answer the follow-up.' },
    ),
  },
  {
    to: '/workbench/case-studies',
    roles: ['enterprise', 'researchUnit', 'agencyManager', 'broker', 'registrar', 'reviewer'],
    words: bilingual(
      { title: '优秀案例', text: '以已登记的合同为证起草案例，各方同意、保密审查后公开。' },
      { title: 'Case studies', text: 'Told on a registered contract, consented to, checked for secrets.' },
    ),
  },
];
