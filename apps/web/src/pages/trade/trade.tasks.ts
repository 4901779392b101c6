import { bilingual } from '../../text/words.ts';
import type { WorkbenchTask } from '../../ui/workbench-task.ts';

/** What enterprises and research units do to trade. */
export const tradeTasks: readonly WorkbenchTask[] = [
  {
    to: '/workbench/demands',
    roles: ['enterprise', 'researchUnit', 'broker', 'countyOfficer'],
    words: bilingual(
      { title: '技术需求', text: '发布难题，查看撮合结果及理由，接受或说明原因婉拒。' },
      { title: 'Demands', text: 'Post a problem, see matches with their reasons, accept or decline.' },
    ),
  },
  {
    to: '/workbench/achievement-matches',
    roles: ['researchUnit', 'enterprise'],
    words: bilingual(
      { title: '成果的撮合', text: '看看谁需要本单位的成果，接受或婉拒。' },
      { title: 'Matches of achievements', text: 'See who needs what you have; accept or decline.' },
    ),
  },
  {
    to: '/workbench/introductions',
    roles: ['enterprise', 'researchUnit', 'broker'],
    words: bilingual(
      { title: '引荐', text: '接受引荐，双方都接受后互换联系方式，开始洽谈。' },
      { title: 'Introductions', text: 'Accept, exchange contacts, begin to negotiate.' },
    ),
  },
  {
    to: '/workbench/deals',
    roles: ['enterprise', 'researchUnit'],
    words: bilingual(
      { title: '洽谈', text: '报价、还价、达成一致；每一步都留痕。' },
      { title: 'Deals', text: 'Offer, counter, agree; every step leaves its trace.' },
    ),
  },
  {
    to: '/workbench/offered-mandates',
    roles: ['enterprise', 'researchUnit'],
    words: bilingual(
      { title: '经纪委托', text: '接受或谢绝经纪人提出的委托。' },
      { title: 'Mandates', text: 'Accept or decline what brokers offer.' },
    ),
  },
  {
    to: '/workbench/non-disclosures',
    roles: ['enterprise', 'researchUnit'],
    words: bilingual(
      { title: '保密协议', text: '答复对方发起的保密协议，查看已签的协议。' },
      { title: 'Non-disclosures', text: 'Answer agreements asked of you, see those in force.' },
    ),
  },
  {
    to: '/workbench/contracts',
    roles: ['enterprise', 'researchUnit'],
    words: bilingual(
      { title: '技术合同', text: '起草、预检、签署，生成合同文本。' },
      { title: 'Contracts', text: 'Draft, check, sign; the text as Word or PDF.' },
    ),
  },
  {
    to: '/workbench/trading-certificates',
    roles: ['enterprise', 'researchUnit', 'registrar', 'reviewer'],
    words: bilingual(
      { title: '交易鉴证书', text: '查看、下载交易鉴证书；交易机构就已生效的合同出具。' },
      { title: 'Trading certificates', text: 'See and download; the office issues them for contracts in force.' },
    ),
  },
  {
    to: '/workbench/my-registrations',
    roles: ['enterprise', 'researchUnit'],
    words: bilingual(
      { title: '认定登记', text: '申请前自查、提交、补正、下载登记证明。' },
      { title: 'Registrations', text: 'Check, file, supplement, download the certificate.' },
    ),
  },
];
