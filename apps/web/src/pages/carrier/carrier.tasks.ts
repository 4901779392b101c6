import { bilingual } from '../../text/words.ts';
import type { Role } from '../../ui/me.ts';
import type { WorkbenchTask } from '../../ui/workbench-task.ts';

const units: readonly Role[] = ['enterprise', 'researchUnit', 'agencyManager', 'incubatorManager'];

const task = (to: string, roles: readonly Role[], zh: [string, string], en: [string, string]): WorkbenchTask => ({
  ...{ to, roles },
  words: bilingual({ title: zh[0], text: zh[1] }, { title: en[0], text: en[1] }),
});

/** What carriers, their tenants and the bureau do about incubation. */
export const carrierTasks: readonly WorkbenchTask[] = [
  task(
    '/workbench/carrier-titles',
    units,
    ['载体称号与年度考核', '申请认定众创空间、孵化器等称号，按年报自评。'],
    ['Titles and yearly reviews', 'Apply for titles of a carrier; report each year.'],
  ),
  task(
    '/workbench/carrier-queue',
    ['reviewer', 'auditor'],
    ['载体认定办理', '审查和决定称号、登记上级认定的称号、办理年度考核。'],
    ['Titles to act on', 'Examine and decide titles, record those from above, review each year.'],
  ),
  task(
    '/workbench/tenancies',
    ['enterprise', 'incubatorManager'],
    ['在孵企业', '入驻申请、里程碑、支持、毕业和退出。'],
    ['Tenants', 'Applications, milestones, supports, graduation.'],
  ),
  task(
    '/workbench/facilities',
    units,
    ['本单位的空间与仪器', '登记、开放预约、办理收到的预约、看利用率。'],
    ['Our space and equipment', 'Add, open, act on bookings, see the utilisation.'],
  ),
  task(
    '/workbench/bookings',
    [...units, 'broker'],
    ['我的预约', '本单位预约的空间和仪器，取消，导出到日历。'],
    ['My bookings', 'What your organization booked; cancel, export.'],
  ),
  task(
    '/workbench/mentoring',
    [...units, 'broker', 'financeManager'],
    ['导师与辅导', '担任导师、开放时间、登记记录、评价辅导。'],
    ['Mentors and meetings', 'Become a mentor, open hours, log and rate meetings.'],
  ),
  task(
    '/workbench/competitions',
    [...units, 'reviewer'],
    ['大赛', '组织大赛、报名参赛、看评审反馈。'],
    ['Competitions', 'Organize, enter, read the feedback.'],
  ),
];
