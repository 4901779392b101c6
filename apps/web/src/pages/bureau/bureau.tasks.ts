import { bilingual } from '../../text/words.ts';
import type { Role } from '../../ui/me.ts';
import type { WorkbenchTask } from '../../ui/workbench-task.ts';

const everybody: readonly Role[] = [
  'enterprise',
  'researchUnit',
  'broker',
  'agencyManager',
  'incubatorManager',
  'financeManager',
  'registrar',
  'reviewer',
  'rewardOfficer',
  'auditor',
  'countyOfficer',
  'systemAdmin',
  'securityAdmin',
];

const task = (to: string, roles: readonly Role[], zh: [string, string], en: [string, string]): WorkbenchTask => ({
  ...{ to, roles },
  words: bilingual({ title: zh[0], text: zh[1] }, { title: en[0], text: en[1] }),
});

/** Rewards, policies, audit, people, imports and other long work. */
export const bureauTasks: readonly WorkbenchTask[] = [
  task(
    '/workbench/accruals',
    ['researchUnit', 'rewardOfficer', 'auditor'],
    ['奖补计提', '每个年度计提了多少、怎样算出、每一笔的来由。'],
    ['Reward accruals', 'How much was accrued, how it was computed, item by item.'],
  ),
  task(
    '/workbench/organizations',
    ['registrar', 'countyOfficer', 'securityAdmin'],
    ['单位核验', '核对新注册单位的名称、信用代码和类型；停用和恢复。'],
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
  task(
    '/workbench/reward-reviews',
    everybody,
    ['奖补年度评审', '申报、形式审查、匿名评分、排名、公示、批准、支付。'],
    ['Yearly reward reviews', 'Apply, check, score blind, rank, publicize, approve, pay.'],
  ),
  task(
    '/workbench/policies',
    ['rewardOfficer', 'auditor'],
    ['奖补政策版本', '起草、对照、试算，由另一名奖补人员发布。'],
    ['Reward policies', 'Draft, compare, try, and publish by another officer.'],
  ),
  task(
    '/workbench/budgets',
    ['rewardOfficer', 'auditor'],
    ['预算与账簿', '各年度预算、科目、分录和账簿核对。'],
    ['Budgets and ledger', 'Budgets, accounts, entries and proofs.'],
  ),
  task(
    '/workbench/imports',
    ['enterprise', 'researchUnit', 'broker', 'countyOfficer', 'registrar'],
    ['批量导入', '一个文件带入多条成果、需求或历史登记；先试运行。'],
    ['Bulk import', 'One file brings many rows; try it first.'],
  ),
  task(
    '/workbench/match-runs',
    ['systemAdmin', 'registrar', 'reviewer', 'rewardOfficer', 'auditor'],
    ['撮合运行与模型', '看重新撮合的进度，切换模型。'],
    ['Match runs and models', 'Progress of runs; switch models.'],
  ),
  task(
    '/workbench/saved-searches',
    everybody,
    ['已存检索与提醒', '保存检索，有新结果时提醒。'],
    ['Saved searches', 'Save a search and hear of new hits.'],
  ),
  task(
    '/workbench/objections',
    ['researchUnit', 'enterprise', 'reviewer'],
    ['公示异议处理', '对本单位的公示提出的异议，逐件处理并答复。'],
    ['Objections to decide', 'Decide and answer the objections to your notices.'],
  ),
  task(
    '/workbench/relations',
    everybody,
    ['利害关系', '申报本人的利害关系，评审和登记据此回避。'],
    ['Relations', 'Declare your relations; recusals follow from them.'],
  ),
  task(
    '/workbench/envoys',
    everybody,
    ['科技特派员', '岗位、服务记录、县区确认、逐月补助。'],
    ['Technology envoys', 'Posts, service logs, confirmation, monthly subsidies.'],
  ),
];
