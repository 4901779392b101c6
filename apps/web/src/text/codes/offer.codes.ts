import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

export const listingState: Codes<Schemas['ListingView']['state']> = {
  draft: ['草稿', 'Draft', 'neutral'],
  underNotice: ['公示中', 'Under notice', 'going'],
  suspended: ['有异议，暂停', 'Suspended', 'attention'],
  listed: ['在架，可以签约', 'Listed', 'good'],
  sold: ['已成交', 'Sold', 'good'],
  stopped: ['已停止', 'Stopped', 'bad'],
  expired: ['已到期', 'Expired', 'neutral'],
  withdrawn: ['已撤回', 'Withdrawn', 'neutral'],
};

export const pricingMethod: Codes<NonNullable<Schemas['ListingView']['pricingMethod']>> = {
  negotiated: ['协议定价', 'Negotiated'],
  listed: ['挂牌交易', 'Listed price'],
  auction: ['拍卖', 'Auction'],
};

export const auctionState: Codes<Schemas['AuctionView']['state']> = {
  draft: ['草稿', 'Draft', 'neutral'],
  announced: ['已公告，可报名', 'Announced', 'going'],
  bidding: ['竞价中', 'Bidding', 'going'],
  deciding: ['待确定结果', 'Deciding', 'attention'],
  sold: ['已成交，待签约', 'Sold', 'good'],
  unsold: ['未成交', 'Unsold', 'neutral'],
  settled: ['已签约结清', 'Settled', 'good'],
  defaulted: ['买受人违约', 'Defaulted', 'bad'],
  withdrawn: ['已撤回', 'Withdrawn', 'neutral'],
  terminated: ['已终止', 'Terminated', 'bad'],
};

export const auctionEntry: Codes<Schemas['RecordEntryView']['kind']> = {
  announce: ['公告', 'Announced'],
  offer: ['挂牌期内报价', 'Offer'],
  extendPeriod: ['延长期限', 'Period extended'],
  open: ['竞价开始', 'Opened'],
  bid: ['应价', 'Bid'],
  agree: ['同意挂牌价', 'Agreed'],
  close: ['竞价截止', 'Closed'],
  settle: ['签约结清', 'Settled'],
  default: ['违约', 'Defaulted'],
  withdraw: ['撤回', 'Withdrawn'],
  terminate: ['终止', 'Terminated'],
};

export const eventState: Codes<Schemas['MatchmakingEventView']['state']> = {
  draft: ['草稿', 'Draft', 'neutral'],
  open: ['可报名', 'Open', 'good'],
  closed: ['已截止', 'Closed', 'neutral'],
  cancelled: ['已取消', 'Cancelled', 'bad'],
};

export const carrierKind: Codes<Schemas['PublicTitleView']['kind']> = {
  makerSpace: ['众创空间', 'Maker space'],
  incubator: ['科技企业孵化器', 'Incubator'],
  agriStarSpace: ['星创天地', 'Agricultural star space'],
  demonstrationVillage: ['科技示范村', 'Demonstration village'],
  expertStation: ['专家工作站', 'Expert station'],
  demonstrationBase: ['示范基地', 'Demonstration base'],
};

export const carrierLevel: Codes<Schemas['PublicTitleView']['level']> = {
  national: ['国家级', 'National'],
  provincial: ['省级', 'Provincial'],
  city: ['市级', 'City'],
  county: ['县级', 'County'],
};

export const carrierState: Codes<Schemas['PublicTitleView']['state']> = {
  applied: ['已申请', 'Applied', 'going'],
  returned: ['已退回', 'Returned', 'attention'],
  examined: ['已审查', 'Examined', 'going'],
  publicized: ['公示中', 'Under notice', 'going'],
  recorded: ['已备案', 'Recorded', 'good'],
  recognized: ['有效', 'Recognized', 'good'],
  rectifying: ['限期整改', 'Rectifying', 'attention'],
  refused: ['不予认定', 'Refused', 'bad'],
  cancelled: ['已取消', 'Cancelled', 'bad'],
  withdrawn: ['已撤回', 'Withdrawn', 'neutral'],
  expired: ['已到期', 'Expired', 'neutral'],
};

export const competitionState: Codes<Schemas['CompetitionView']['state']> = {
  draft: ['草稿', 'Draft', 'neutral'],
  open: ['报名中', 'Open', 'good'],
  preliminary: ['初赛评审', 'Preliminary', 'going'],
  shortlisted: ['入围已定', 'Shortlisted', 'going'],
  final: ['决赛评审', 'Final', 'going'],
  tied: ['并列，待裁定', 'Tied', 'attention'],
  ranked: ['名次已定', 'Ranked', 'going'],
  publicized: ['公示中', 'Under notice', 'going'],
  concluded: ['已结束', 'Concluded', 'neutral'],
  void: ['作废', 'Void', 'bad'],
};

export const challengeState: Codes<Schemas['OpenChallengeView']['state']> = {
  draft: ['草稿', 'Draft', 'neutral'],
  open: ['征集中', 'Open', 'good'],
  revealing: ['揭示方案', 'Revealing', 'going'],
  scoring: ['评审中', 'Scoring', 'going'],
  tied: ['并列，待裁定', 'Tied', 'attention'],
  ranked: ['名次已定', 'Ranked', 'going'],
  underNotice: ['公示中', 'Under notice', 'going'],
  suspended: ['有异议，暂停', 'Suspended', 'attention'],
  cleared: ['公示无异议', 'Cleared', 'going'],
  awarded: ['已授奖', 'Awarded', 'good'],
  failed: ['流标', 'Failed', 'neutral'],
  cancelled: ['已取消', 'Cancelled', 'neutral'],
};

export const ipOwnership: Codes<Schemas['IpTermsView']['ownership']> = {
  bidder: ['归应征方', 'The bidder'],
  caller: ['归征集方', 'The caller'],
  joint: ['双方共有', 'Both'],
};

export const licenceBack: Codes<Schemas['IpTermsView']['licenceBack']> = {
  callerFree: ['征集方可以免费实施', 'The caller, free of charge'],
  callerPaid: ['征集方可以付费实施', 'The caller, for a fee'],
  none: ['征集方没有实施权', 'None'],
};

export const policyScheme: Codes<Schemas['SimulateRewardDto']['scheme']> = {
  agencyAward: ['服务机构奖补', 'Award to agencies'],
  brokerBonus: ['技术经纪人奖金', 'Bonus of brokers'],
};

export const policyStanding: Codes<Schemas['RewardPolicyView']['standing']> = {
  plan: ['方案所定', 'Stated in the plan'],
  platform: ['平台暂行', 'Provisional'],
  bureau: ['科技局发布', 'Published by the bureau'],
};

export const creditCodeKind: Codes<NonNullable<Schemas['CreditCodeView']['kind']>> = {
  stateOrgan: ['机关', 'State organ'],
  publicInstitution: ['事业单位', 'Public institution'],
  socialOrganization: ['社会团体', 'Social organization'],
  privateNonEnterprise: ['民办非企业单位', 'Private non-enterprise unit'],
  foundation: ['基金会', 'Foundation'],
  enterprise: ['企业', 'Enterprise'],
  individualBusiness: ['个体工商户', 'Individual business'],
  farmerCooperative: ['农民专业合作社', 'Farmers’ cooperative'],
};
