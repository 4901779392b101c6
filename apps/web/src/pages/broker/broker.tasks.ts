import { bilingual } from '../../text/words.ts';
import type { WorkbenchTask } from '../../ui/workbench-task.ts';

/** What brokers and their agencies do, and what units with systems of their own do. */
export const brokerTasks: readonly WorkbenchTask[] = [
  {
    to: '/workbench/broker/matches',
    roles: ['broker'],
    words: bilingual(
      { title: '找撮合', text: '看哪项成果能解决哪条需求，提出委托，把双方引荐给彼此。' },
      { title: 'Find matches', text: 'See what solves what, propose a mandate, introduce both sides.' },
    ),
  },
  {
    to: '/workbench/broker/mandates',
    roles: ['broker', 'agencyManager'],
    words: bilingual(
      { title: '我的委托', text: '委托的状态、期限、尾款期和佣金。' },
      { title: 'My mandates', text: 'Their state, term, tail and commission.' },
    ),
  },
  {
    to: '/workbench/broker/introductions',
    roles: ['broker', 'agencyManager'],
    words: bilingual(
      { title: '引荐记录', text: '谁在何时引荐、双方何时接受，可下载留证。' },
      { title: 'Introduction log', text: 'Who introduced when, who accepted when; download it as proof.' },
    ),
  },
  {
    to: '/workbench/broker/commissions',
    roles: ['broker', 'agencyManager'],
    words: bilingual(
      { title: '佣金对账', text: '每份委托、每笔到账应得多少，依据哪一条。' },
      { title: 'Commissions', text: 'What is due for each receipt, and by which article.' },
    ),
  },
  {
    to: '/workbench/broker/accruals',
    roles: ['broker', 'agencyManager'],
    words: bilingual(
      { title: '奖补计提', text: '1‰ 奖补算到哪里：起计额、上限和逐笔理由。' },
      { title: 'Reward accruals', text: 'How far the 1‰ reward has come: threshold, cap, and why.' },
    ),
  },
  {
    to: '/workbench/broker/pipeline',
    roles: ['broker', 'agencyManager'],
    words: bilingual(
      { title: '撮合进度', text: '从撮合、引荐、洽谈、签约到登记，各到哪一步、多少金额。' },
      { title: 'Pipeline', text: 'Matches, introductions, deals, contracts, registrations: counts and amounts.' },
    ),
  },
  {
    to: '/workbench/broker-recognitions',
    roles: ['broker', 'agencyManager', 'enterprise', 'researchUnit'],
    words: bilingual(
      { title: '技术经纪人认定', text: '申报培训学时，申请认定、续期和升级，决定是否公布。' },
      { title: 'Recognition as a broker', text: 'Enter training, apply, renew, decide what is shown.' },
    ),
  },
  {
    to: '/workbench/broker-affiliations',
    roles: ['broker', 'agencyManager', 'reviewer', 'auditor'],
    words: bilingual(
      { title: '执业机构', text: '申请在机构执业，机构确认、谢绝或者终止。' },
      { title: 'Agency of a broker', text: 'Ask to work for an agency; it confirms, refuses or ends it.' },
    ),
  },
  {
    to: '/workbench/broker-credit',
    roles: ['broker', 'agencyManager'],
    words: bilingual(
      { title: '我的信用', text: '每件事项现在的分量、理由和来源；可以申诉。' },
      { title: 'My credit', text: 'What each event weighs today, why, and the way to contest it.' },
    ),
  },
  {
    to: '/workbench/bypass-findings',
    roles: ['broker', 'agencyManager', 'enterprise', 'researchUnit', 'reviewer', 'auditor'],
    words: bilingual(
      { title: '绕开中介线索', text: '与本单位有关的线索，陈述意见，科技部门认定。' },
      { title: 'Bypass findings', text: 'Findings that concern you; be heard; the bureau decides.' },
    ),
  },
  {
    to: '/workbench/api-keys',
    roles: ['broker', 'agencyManager', 'enterprise', 'researchUnit', 'incubatorManager', 'financeManager'],
    words: bilingual(
      { title: 'API 密钥', text: '让本单位的系统读写市场数据；按权限范围、有效期和地址限制。' },
      { title: 'API keys', text: 'Let your systems read and write, within scopes, a term and addresses.' },
    ),
  },
  {
    to: '/workbench/webhooks',
    roles: [
      'broker',
      'agencyManager',
      'enterprise',
      'researchUnit',
      'registrar',
      'reviewer',
      'rewardOfficer',
      'countyOfficer',
    ],
    words: bilingual(
      { title: '事件推送', text: '有变化时推送到本单位的系统：推送记录、试发、重发。' },
      { title: 'Webhooks', text: 'Your system is told what changed: deliveries, tests, replays.' },
    ),
  },
];
