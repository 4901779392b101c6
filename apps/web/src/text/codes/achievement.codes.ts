import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

type Agreement = Schemas['ShareAgreementView'];
type Form = Schemas['RegistrationFormDto'];

export const agreementState: Codes<Agreement['state']> = {
  collecting: ['等待签署', 'Being signed', 'going'],
  agreed: ['全体已签署', 'Agreed', 'good'],
  declined: ['有人不同意', 'Declined', 'bad'],
  superseded: ['已有新的一轮', 'Superseded', 'neutral'],
  withdrawn: ['已撤回', 'Withdrawn', 'neutral'],
};

export const shareBasis: Codes<Agreement['basis']> = {
  agreed: ['按约定', 'As agreed'],
  equalDefault: ['各方声明均分', 'In equal parts'],
};

export const shareAnswer: Codes<NonNullable<Schemas['AgreedInventorView']['answer']>> = {
  agreed: ['同意', 'Agreed', 'good'],
  declined: ['不同意', 'Declined', 'bad'],
};

export const shareManner: Codes<NonNullable<Schemas['AgreedInventorView']['manner']>> = {
  account: ['本人账号签署', 'By account'],
  paper: ['书面签署', 'On paper'],
};

export const leaderKind: Codes<NonNullable<Schemas['ProposedInventorDto']['leader']>> = {
  none: ['不是领导人员', 'No leader'],
  chief: ['正职领导', 'Head of the unit'],
  deputy: ['其他领导人员', 'Other leader'],
};

export const achievementRegistrationState: Codes<Schemas['AchievementRegistrationView']['state']> = {
  draft: ['草稿', 'Draft', 'neutral'],
  submitted: ['待审核', 'With the bureau', 'going'],
  returned: ['退回补正', 'Returned', 'attention'],
  registered: ['已登记', 'Registered', 'good'],
  refused: ['不予登记', 'Refused', 'bad'],
  revoked: ['已撤销', 'Revoked', 'bad'],
  withdrawn: ['已撤回', 'Withdrawn', 'neutral'],
};

export const refusalGround: Codes<NonNullable<Schemas['AchievementRegistrationView']['refusalGround']>> = {
  secret: ['涉及国家秘密', 'State secret'],
  evaluationNegative: ['评价结论不肯定', 'Negative evaluation'],
  unlawful: ['违反法律法规', 'Unlawful'],
  ownershipDisputed: ['权属有争议', 'Ownership disputed'],
  duplicate: ['重复登记', 'Registered already'],
  notAchievement: ['不属于科技成果', 'No achievement'],
};

export const formAttribute: Codes<NonNullable<Form['attribute']>> = {
  original: ['原始性创新', 'Original'],
  absorbed: ['国外引进消化吸收创新', 'Absorbed from abroad'],
  redeveloped: ['国内技术二次开发', 'Redeveloped'],
};

export const formPhase: Codes<NonNullable<Form['phase']>> = {
  early: ['初期', 'Early'],
  pilot: ['中期（中试）', 'Pilot'],
  mature: ['成熟应用', 'In use'],
};

export const formLevel: Codes<NonNullable<Form['level']>> = {
  internationalLeading: ['国际领先', 'Leading in the world'],
  internationalAdvanced: ['国际先进', 'Advanced in the world'],
  nationalLeading: ['国内领先', 'Leading in the country'],
  nationalAdvanced: ['国内先进', 'Advanced in the country'],
  other: ['其他', 'Other'],
  notEvaluated: ['未评价', 'Not evaluated'],
};

export const evaluationManner: Codes<NonNullable<Form['evaluationManner']>> = {
  appraisal: ['鉴定', 'Appraisal'],
  acceptance: ['验收', 'Acceptance'],
  thirdParty: ['第三方评价', 'Third party'],
  industryApproval: ['行业准入', 'Industry approval'],
  patentGrant: ['知识产权授权', 'Granted right'],
  paper: ['论文发表', 'Publication'],
};

export const listingState: Codes<Schemas['ListingView']['state']> = {
  draft: ['草稿', 'Draft', 'neutral'],
  underNotice: ['公示中', 'Under notice', 'going'],
  suspended: ['有异议，暂停', 'Suspended', 'attention'],
  listed: ['在架，可以签约', 'Listed', 'good'],
  sold: ['已成交', 'Sold', 'good'],
  stopped: ['异议成立，已停止', 'Stopped', 'bad'],
  expired: ['已到期冻结', 'Expired', 'attention'],
  withdrawn: ['已撤回', 'Withdrawn', 'neutral'],
};

export const pricingMethod: Codes<NonNullable<Schemas['ListingView']['pricingMethod']>> = {
  negotiated: ['协议定价', 'Negotiated'],
  listed: ['挂牌交易', 'Listed sale'],
  auction: ['拍卖', 'Auction'],
};
