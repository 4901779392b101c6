import { bilingual } from '../../text/words.ts';

export interface GuideStep {
  readonly title: string;
  readonly text: string;
  /** Law or rule behind the step. */
  readonly law?: string;
}
export interface Guide {
  readonly name: string;
  readonly lead: string;
  readonly steps: readonly GuideStep[];
  readonly prepare: readonly string[];
  readonly links: readonly (readonly [to: string, title: string])[];
  /** The terms of contract registration concern this role. */
  readonly registers: boolean;
}

export const guideRoles = [
  'enterprise',
  'researchUnit',
  'broker',
  'agency',
  'incubator',
  'finance',
  'bureau',
  'public',
] as const;
export type GuideRole = (typeof guideRoles)[number];
type Guides = Readonly<Record<GuideRole, Guide>>;

const transferLaw = '《中华人民共和国促进科技成果转化法》';

const zh: Guides = {
  enterprise: {
    name: '企业、合作社',
    lead: '说出难题，找到成果，签约，配合登记。',
    registers: true,
    prepare: ['营业执照（统一社会信用代码）', '难题的现状、想达到的指标、预算和希望用上的日期', '签约人的授权'],
    steps: [
      { title: '注册单位', text: '填写信用代码和首个账号，由县区或市科技局核验。核验前可以登录和修改。' },
      { title: '发布需求', text: '按步骤回答，草稿自动保存；说清现状和想达到的指标，撮合更准。' },
      { title: '看撮合结果', text: '每条结果说明为什么合适、还缺什么。接受，或选一个原因婉拒：原因会让下一次更准。' },
      { title: '洽谈和签约', text: '双方接受引荐后互换联系方式，在洽谈室留痕协商，按范本签订技术合同。' },
      {
        title: '配合认定登记',
        text: '由卖方申请；技术进口合同由境内买方申请。用平台编号可以随时查进度。',
        law: '《技术合同认定登记管理办法》',
      },
    ],
    links: [
      ['/sign-up', '注册单位'],
      ['/workbench/demands/new', '发布需求'],
      ['/progress', '凭编号查进度'],
      ['/policies', '政策和奖补试算'],
    ],
  },
  researchUnit: {
    name: '高校、院所、研发企业',
    lead: '披露和登记成果，定价公示，签约后申请认定登记。',
    registers: true,
    prepare: ['法人证书（统一社会信用代码）', '完成人及份额约定', '知识产权证书或申请号', '拟交易价格和定价方式'],
    steps: [
      { title: '披露和入库', text: '填写成果，完成人各自确认份额；单位审核后入库，可以选择发布。' },
      {
        title: '确定价格',
        text: '协议定价、挂牌交易或拍卖任选其一。协议定价的，公示成果名称和拟交易价格，不少于 15 日。',
        law: `${transferLaw}第十八条；国发〔2016〕16号 一（二）`,
      },
      {
        title: '等公示期满',
        text: '期满且没有异议，次日起可以签约。有异议的先处理并答复；异议处理完之前系统不允许签约。',
      },
      {
        title: '签约后申请登记',
        text: '先按提示改正再提交；登记机构要求补正的，只补列出的内容，补正后期限重新起算。',
        law: '《技术合同认定登记管理办法》',
      },
      {
        title: '奖励完成人',
        text: '没有规定也没有约定的，从转让或许可净收入中提取不低于 50%。',
        law: `${transferLaw}第四十五条`,
      },
    ],
    links: [
      ['/sign-up', '注册单位'],
      ['/workbench', '我的工作台'],
      ['/public-notices', '公示'],
      ['/progress', '凭编号查进度'],
    ],
  },
  broker: {
    name: '技术经纪人',
    lead: '受委托、促成对接、分佣，并按年累计奖金。',
    registers: false,
    prepare: ['所在机构的成员身份', '培训或职业资格材料', '委托方的书面委托'],
    steps: [
      { title: '加入机构', text: '由机构管理人员邀请，取得账号和技术经纪人角色。' },
      {
        title: '接受委托',
        text: '委托写明范围、期限和佣金。同一机构代理供需双方的，须双方书面同意。',
        law: '《民法典》第一百六十八条',
      },
      { title: '引荐和跟进', text: '把合适的双方引荐到一起；双方接受后进入洽谈，全程留痕。' },
      { title: '佣金和奖金', text: '合同登记后计提。奖金口径、起计额和上限见政策页，可以先试算。' },
    ],
    links: [
      ['/workbench', '我的工作台'],
      ['/policies', '奖金试算'],
      ['/demands', '浏览需求'],
      ['/achievements', '浏览成果'],
    ],
  },
  agency: {
    name: '技术转移服务机构',
    lead: '管理经纪人，受托促成交易，申报机构奖补。',
    registers: false,
    prepare: ['营业执照或法人证书', '经纪人名单和资格材料', '促成合同的委托和登记证明'],
    steps: [
      { title: '注册和核验', text: '单位类型选“技术转移服务机构”，核验通过后邀请经纪人。' },
      { title: '签委托、做引荐', text: '委托、引荐、洽谈都在平台留痕，作为促成的证据。' },
      { title: '累计和试算', text: '按登记年度合计促成并在示范区落地的合同，达到起计额后计提。' },
      {
        title: '申报奖补',
        text: '评审办理时申报，经评审、公示后兑付；公示期内任何人可以提出异议。',
        law: '建设方案三-2',
      },
    ],
    links: [
      ['/sign-up', '注册单位'],
      ['/policies', '奖补试算'],
      ['/public-notices', '公示'],
    ],
  },
  incubator: {
    name: '孵化载体',
    lead: '申请载体称号，登记在孵企业，开放空间和仪器。',
    registers: false,
    prepare: ['运营单位证照', '场地和服务面积证明', '在孵企业或服务对象名单', '规章制度和年度数据'],
    steps: [
      { title: '注册和核验', text: '单位类型选“孵化载体”。' },
      { title: '对照条件', text: '认定条件逐条列出并注明出处；先对照，缺什么一目了然。' },
      { title: '申请称号', text: '提交后由科技局审查，公示无异议后认定；到期前可以续。' },
      { title: '日常', text: '登记入驻和毕业，发布可预约的空间和仪器。' },
    ],
    links: [
      ['/carriers', '已有的载体'],
      ['/workbench', '我的工作台'],
      ['/public-notices', '公示'],
    ],
  },
  finance: {
    name: '银行、保险、担保',
    lead: '发布面向科技企业的产品，按授权查看材料。',
    registers: false,
    prepare: ['金融许可证或营业执照', '产品条件、额度和期限', '联系人'],
    steps: [
      { title: '注册和核验', text: '单位类型选银行、保险机构或担保机构。' },
      { title: '发布产品', text: '写明条件、额度、期限和所需材料，供企业比较。' },
      { title: '受理意向', text: '企业提出意向并授权后，才能看到其登记和交易材料。' },
    ],
    links: [
      ['/sign-up', '注册单位'],
      ['/workbench', '我的工作台'],
    ],
  },
  bureau: {
    name: '科技局和登记机构',
    lead: '核验单位、认定登记、评审奖补、统计和监督。',
    registers: true,
    prepare: ['岗位和 B 角的设置', '回避事项', '证明签章人员名单'],
    steps: [
      { title: '领取工作', text: '工作台按法定期限排列：谁在办、还有几天、是否逾期。' },
      {
        title: '审查登记',
        text: '合同与申报并排查看；一次说清需补正的内容；不予登记须选理由并写明事实。',
        law: '《技术合同认定登记管理办法》',
      },
      { title: '处理异议', text: '公示期内的异议逐条处理并答复，处理完之前事项暂停。' },
      { title: '统计和抽查', text: '期报冻结后公开；抽查名单由公开的随机数产生，任何人可以复算。' },
    ],
    links: [
      ['/workbench', '我的工作台'],
      ['/hall', '展示大厅'],
      ['/public-notices', '公示'],
    ],
  },
  public: {
    name: '社会公众',
    lead: '不必登录：检索、查验证明、查进度；登录后可以对公示提出异议。',
    registers: false,
    prepare: ['核验码（印在证明右下角）', '平台编号或登记编号', '提出异议的，写明事实和理由'],
    steps: [
      { title: '检索', text: '成果、需求、挂牌、单位和政策都可以检索和筛选，地址可以分享。' },
      { title: '查验证明', text: '输入核验码，或粘贴证明随附的 JSON，核对有没有被改动。' },
      { title: '查进度', text: '凭完整编号查办到哪一步，不显示当事人和金额。' },
      {
        title: '提出异议',
        text: '公示最后一日 24 时之前登录提出，由公示单位处理并答复。',
        law: '《民法典》第二百零一条、第二百零三条（期间的计算）',
      },
    ],
    links: [
      ['/search', '检索'],
      ['/certificates', '查验证明'],
      ['/progress', '凭编号查进度'],
      ['/public-notices', '公示'],
    ],
  },
};

const lawEn = 'Law on promoting the transformation of results';
const en: Guides = {
  enterprise: {
    name: 'Companies and cooperatives',
    lead: 'Name the problem, find the result, sign, help with registration.',
    registers: true,
    prepare: ['Licence (credit code)', 'What is, what should be, budget and date', 'Authority to sign'],
    steps: [
      { title: 'Sign up', text: 'Credit code and a first account; the bureau verifies it.' },
      { title: 'Post a demand', text: 'Step by step, kept as a draft; figures make better matches.' },
      { title: 'Read the matches', text: 'Each says why it fits and what it lacks. Accept, or decline with a reason.' },
      { title: 'Negotiate and sign', text: 'Exchange contacts, negotiate on record, sign a technology contract.' },
      {
        title: 'Registration',
        text: 'Filed by the seller; imports by the buyer.',
        law: 'Measures on contract registration',
      },
    ],
    links: [
      ['/sign-up', 'Sign up'],
      ['/workbench/demands/new', 'Post a demand'],
      ['/progress', 'Progress by number'],
      ['/policies', 'Policies and calculator'],
    ],
  },
  researchUnit: {
    name: 'Universities and institutes',
    lead: 'Disclose, price, give notice, sign, register.',
    registers: true,
    prepare: ['Credit code', 'Inventors and their shares', 'Patents', 'Price and way of pricing'],
    steps: [
      { title: 'Disclose', text: 'Inventors confirm their shares; the unit takes it in and may publish it.' },
      {
        title: 'Price',
        text: 'Negotiated prices need at least 15 days of notice.',
        law: `${lawEn}, art. 18; State Council 2016 no. 16`,
      },
      { title: 'Wait for the notice', text: 'Signing opens on the day after the last, unless an objection is open.' },
      {
        title: 'Register',
        text: 'Mend first, then file; a supplement restarts the term.',
        law: 'Measures on contract registration',
      },
      {
        title: 'Reward inventors',
        text: 'At least 50 % of net income where nothing is agreed.',
        law: `${lawEn}, art. 45`,
      },
    ],
    links: [
      ['/sign-up', 'Sign up'],
      ['/workbench', 'Workbench'],
      ['/public-notices', 'Public notices'],
      ['/progress', 'Progress by number'],
    ],
  },
  broker: {
    name: 'Technology brokers',
    lead: 'Mandates, introductions, commissions and the yearly bonus.',
    registers: false,
    prepare: ['Membership of an agency', 'Training or qualification', 'A written mandate'],
    steps: [
      { title: 'Join an agency', text: 'Its manager invites you.' },
      {
        title: 'Take a mandate',
        text: 'Acting for both sides needs their written consent.',
        law: 'Civil Code, art. 168',
      },
      { title: 'Introduce', text: 'Bring both sides together; all is on record.' },
      { title: 'Commission and bonus', text: 'Accrued once the contract is registered; try the calculator.' },
    ],
    links: [
      ['/workbench', 'Workbench'],
      ['/policies', 'Calculator'],
      ['/demands', 'Demands'],
      ['/achievements', 'Achievements'],
    ],
  },
  agency: {
    name: 'Transfer agencies',
    lead: 'Manage brokers, make deals, apply for the award.',
    registers: false,
    prepare: ['Licence', 'Brokers and their qualifications', 'Mandates and certificates of the contracts'],
    steps: [
      { title: 'Sign up', text: 'As a transfer agency; invite brokers once verified.' },
      { title: 'Mandates', text: 'Mandates and introductions on record are the evidence.' },
      { title: 'Add up', text: 'By year of registration, contracts that landed in the zone.' },
      { title: 'Apply', text: 'Reviewed, posted and paid.', law: 'Plan, 3-2' },
    ],
    links: [
      ['/sign-up', 'Sign up'],
      ['/policies', 'Calculator'],
      ['/public-notices', 'Public notices'],
    ],
  },
  incubator: {
    name: 'Incubators and carriers',
    lead: 'Titles, tenants, rooms and instruments.',
    registers: false,
    prepare: ['Licence', 'Proof of premises', 'Tenants', 'Rules and yearly figures'],
    steps: [
      { title: 'Sign up', text: 'As an incubator.' },
      { title: 'Check the conditions', text: 'Each with its source.' },
      { title: 'Apply for a title', text: 'Examined, posted, recognized.' },
      { title: 'Every day', text: 'Record tenants; publish what can be booked.' },
    ],
    links: [
      ['/carriers', 'Carriers'],
      ['/workbench', 'Workbench'],
      ['/public-notices', 'Public notices'],
    ],
  },
  finance: {
    name: 'Banks, insurers, guarantors',
    lead: 'Publish offers; read papers when allowed to.',
    registers: false,
    prepare: ['Licence', 'Conditions, amount and term', 'A contact'],
    steps: [
      { title: 'Sign up', text: 'Choose the kind of institution.' },
      { title: 'Publish', text: 'Conditions, amount, term, papers.' },
      { title: 'Take requests', text: 'Papers open once the company allows it.' },
    ],
    links: [
      ['/sign-up', 'Sign up'],
      ['/workbench', 'Workbench'],
    ],
  },
  bureau: {
    name: 'Bureaux and registration offices',
    lead: 'Verify, register, review, count, inspect.',
    registers: true,
    prepare: ['Posts and stand-ins', 'Recusals', 'Signing officers'],
    steps: [
      { title: 'Take work', text: 'Ordered by the legal clock.' },
      {
        title: 'Examine',
        text: 'Say once all that is missing; refusals need grounds.',
        law: 'Measures on contract registration',
      },
      { title: 'Decide objections', text: 'Until then the matter rests.' },
      { title: 'Count and inspect', text: 'Editions are frozen and public; samples can be recomputed.' },
    ],
    links: [
      ['/workbench', 'Workbench'],
      ['/hall', 'Hall screen'],
      ['/public-notices', 'Public notices'],
    ],
  },
  public: {
    name: 'Everybody',
    lead: 'Search, check, look up; sign in to object.',
    registers: false,
    prepare: ['Verification code', 'Number', 'Facts and reasons of an objection'],
    steps: [
      { title: 'Search', text: 'Everything has an address to share.' },
      { title: 'Check a certificate', text: 'By its code, or by the JSON that comes with it.' },
      { title: 'Look up progress', text: 'By the full number; no names.' },
      { title: 'Object', text: 'Until midnight of the last day.', law: 'Civil Code, arts. 201 and 203' },
    ],
    links: [
      ['/search', 'Search'],
      ['/certificates', 'Check a certificate'],
      ['/progress', 'Progress by number'],
      ['/public-notices', 'Public notices'],
    ],
  },
};

export const guides = bilingual(zh, en);
