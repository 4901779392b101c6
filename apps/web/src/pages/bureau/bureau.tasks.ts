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
    '/workbench/broker-recognition-queue',
    ['reviewer', 'auditor'],
    ['经纪人认定办理', '核对培训、审查申请、决定公示，对照目标人数。'],
    ['Recognitions to act on', 'Check training, examine, decide; against the target.'],
  ),
  task(
    '/workbench/broker-credit-events',
    ['reviewer', 'auditor'],
    ['经纪人信用', '记录经查实的事项，裁定申诉。'],
    ['Credit of brokers', 'Record what was proven, decide appeals.'],
  ),
  task(
    '/workbench/reward-applications',
    ['agencyManager', 'researchUnit', 'broker', 'enterprise'],
    ['我的奖补申报', '各年度的申报、证明材料、审查意见和结果。'],
    ['My applications for rewards', 'Yours of every year, with findings and results.'],
  ),
  task(
    '/workbench/mistakes',
    ['reviewer', 'auditor'],
    ['找错办理', '核实访客报告的差错并答复。'],
    ['Reported mistakes', 'Check what visitors report, and answer.'],
  ),
  task(
    '/workbench/freshness',
    ['registrar', 'reviewer', 'rewardOfficer', 'auditor', 'systemAdmin'],
    ['栏目更新', '哪些栏目快要逾期或者空白，找错是否按期答复。'],
    ['Freshness of the portal', 'Which columns grow stale or are empty.'],
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
