import { bilingual } from '../../text/words.ts';
import type { WorkbenchTask } from '../../ui/workbench-task.ts';

/** What units with achievements do: disclose, sign, register, publish, list. */
export const researchTasks: readonly WorkbenchTask[] = [
  {
    to: '/workbench/achievements',
    roles: ['researchUnit', 'enterprise'],
    words: bilingual(
      { title: '科技成果', text: '披露成果，约定份额，入库、发布，查看撮合答复。' },
      { title: 'Achievements', text: 'Disclose, share, enter, publish, hear what others say.' },
    ),
  },
  {
    to: '/workbench/share-agreements',
    roles: ['researchUnit', 'enterprise'],
    words: bilingual(
      { title: '份额约定', text: '完成人本人签署份额；没有账号的书面签署。' },
      { title: 'Share agreements', text: 'Inventors sign their shares.' },
    ),
  },
  {
    to: '/workbench/achievement-registrations',
    roles: ['researchUnit', 'enterprise'],
    words: bilingual(
      { title: '成果登记', text: '填登记表、传证明材料，审核后得十二位登记号。' },
      { title: 'Registration of achievements', text: 'Fill in the form, add proofs, receive a number.' },
    ),
  },
  {
    to: '/workbench/listings',
    roles: ['researchUnit', 'enterprise'],
    words: bilingual(
      { title: '挂牌', text: '协议定价、挂牌交易或拍卖；公示、异议答复、续期。' },
      { title: 'Listings', text: 'Negotiated, listed or by auction; notice, objections, renewal.' },
    ),
  },
  {
    to: '/workbench/transfer-procedures',
    roles: ['researchUnit', 'enterprise'],
    words: bilingual(
      { title: '成果转化流程', text: '七个环节的看板：表决、纪要、退回、公示，尽职免责证据包。' },
      { title: 'Transfer procedures', text: 'Seven stages: votes, minutes, notice, diligence pack.' },
    ),
  },
  {
    to: '/workbench/reward-plans',
    roles: ['researchUnit', 'enterprise'],
    words: bilingual(
      { title: '职务成果奖酬', text: '起草方案、公示、逐笔分配，查看每人的对账单。' },
      { title: 'Rewards of inventors', text: 'Plans, distributions and statements.' },
    ),
  },
  {
    to: '/workbench/expert-profile',
    roles: ['researchUnit', 'enterprise'],
    words: bilingual(
      { title: '专家名片', text: '本人决定是否作为专家公开，给谁看；随时撤回。' },
      { title: 'Expert card', text: 'Agree to be found as an expert, or take it back.' },
    ),
  },
  {
    to: '/workbench/patents',
    roles: ['researchUnit', 'enterprise'],
    words: bilingual(
      { title: '专利', text: '登记、年费、权利负担、开放许可。' },
      { title: 'Patents', text: 'Register, fees, what lies on them, open licences.' },
    ),
  },
  {
    to: '/workbench/funded-projects',
    roles: ['researchUnit', 'enterprise'],
    words: bilingual(
      { title: '财政资金项目', text: '到期汇交科技报告和成果。' },
      { title: 'Fiscal projects', text: 'Submit what they owe.' },
    ),
  },
];
