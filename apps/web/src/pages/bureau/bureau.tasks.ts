import { bilingual } from '../../text/words.ts';
import type { Role } from '../../ui/me.ts';
import type { WorkbenchTask } from '../../ui/workbench-task.ts';

const task = (to: string, roles: readonly Role[], zh: [string, string], en: [string, string]): WorkbenchTask => ({
  ...{ to, roles },
  words: bilingual({ title: zh[0], text: zh[1] }, { title: en[0], text: en[1] }),
});

/** Rewards, policies, audit, people, imports and other long work. */
export const bureauTasks: readonly WorkbenchTask[] = [
  task(
    '/workbench/accruals',
    ['broker', 'agencyManager', 'researchUnit', 'rewardOfficer', 'auditor'],
    ['奖补计提', '每个年度计提了多少、怎样算出、每一笔的来由。'],
    ['Reward accruals', 'How much was accrued, how it was computed, item by item.'],
  ),
  task(
    '/workbench/organizations',
    ['registrar', 'countyOfficer', 'securityAdmin'],
    ['单位核验', '核验新注册的单位；停用和恢复。'],
    ['Organizations', 'Verify new organizations; suspend and restore.'],
  ),
  task(
    '/workbench/audit',
    ['auditor'],
    ['审计', '查阅审计记录，核验审计链。'],
    ['Audit', 'Read the trail, verify its chain.'],
  ),
  task(
    '/workbench/clock',
    ['systemAdmin'],
    ['演示时钟', '演示市场里把时间向前拨。'],
    ['Demo clock', 'Move a demo market’s time forward.'],
  ),
  task(
    '/workbench/staff',
    ['securityAdmin'],
    ['用户与角色', '邀请科技局人员、调整角色、重置密码、停用账号。'],
    ['Users and roles', 'Invite staff, change roles, reset passwords, disable accounts.'],
  ),
];
