import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

type Tenancy = Schemas['TenancyView'];

export const carrierOrigin: Codes<Schemas['CarrierTitleView']['origin']> = {
  application: ['申请认定', 'By application'],
  record: ['按上级文件登记', 'Recorded from a document'],
};

export const conditionOutcome: Codes<Schemas['ConditionFindingView']['outcome']> = {
  met: ['符合', 'Met', 'good'],
  notMet: ['不符合', 'Not met', 'bad'],
  notStated: ['未填报', 'Not stated', 'attention'],
};

export const conditionStanding: Codes<Schemas['ConditionFindingView']['standing']> = {
  platform: ['平台暂定', 'The platform’s, for the time being'],
  reference: ['上级规定，供参考', 'For reference'],
};

export const carrierReviewState: Codes<Schemas['CarrierReviewView']['state']> = {
  due: ['待报自评', 'Report due', 'attention'],
  submitted: ['已报，待初审', 'Submitted', 'going'],
  examined: ['已初审，待决定', 'Examined', 'going'],
  rectifying: ['限期整改', 'Rectifying', 'attention'],
  passed: ['合格', 'Passed', 'good'],
  withdrawn: ['撤销称号', 'Withdrawn', 'bad'],
};

export const reviewProposal: Codes<NonNullable<Schemas['ExamineCarrierReviewDto']['proposal']>> = {
  pass: ['合格', 'Pass'],
  rectify: ['限期整改', 'Rectify'],
  withdraw: ['撤销称号', 'Withdraw the title'],
  return: ['退回重报', 'Return'],
};

export const tenancyState: Codes<Tenancy['state']> = {
  applied: ['已申请', 'Applied', 'going'],
  admitted: ['在孵', 'Admitted', 'good'],
  graduated: ['已毕业', 'Graduated', 'good'],
  left: ['已退出', 'Left', 'neutral'],
  failed: ['已注销', 'Failed', 'bad'],
  lost: ['失联', 'Lost', 'attention'],
  refused: ['不予入驻', 'Refused', 'bad'],
  cancelled: ['已撤销申请', 'Cancelled', 'neutral'],
};

export const tenancyDecision: Codes<Schemas['DecideTenancyDto']['decision']> = {
  admit: ['准予入驻', 'Admit'],
  refuse: ['不予入驻', 'Refuse'],
  graduate: ['毕业', 'Graduate'],
  leave: ['退出', 'Leave'],
  fail: ['注销', 'Failed'],
  lose: ['登记失联', 'Lost'],
  return: ['恢复联系', 'Found again'],
  cancel: ['撤销申请', 'Cancel'],
};

export const tenancyField: Codes<NonNullable<Schemas['ApplyTenancyDto']['field']>> = {
  biomedicine: ['生物医药', 'Biomedicine'],
  modernAgriculture: ['现代农业', 'Modern agriculture'],
  integratedCircuit: ['集成电路', 'Integrated circuits'],
  other: ['其他', 'Other'],
};

export const graduationGround: Codes<NonNullable<Schemas['DecideTenancyDto']['graduationGround']>> = {
  qualified: ['取得高新技术企业等资质', 'Qualified'],
  invested: ['获得投资', 'Invested'],
  revenue: ['营业收入达标', 'Revenue'],
  merged: ['被并购或上市', 'Merged or listed'],
  carrierRule: ['载体自定标准', 'The carrier’s own rule'],
};

export const milestoneKind: Codes<Schemas['CreateMilestoneDto']['kind']> = {
  product: ['产品', 'Product'],
  financing: ['融资', 'Financing'],
  revenue: ['收入', 'Revenue'],
  intellectualProperty: ['知识产权', 'Intellectual property'],
  employment: ['就业', 'Employment'],
  qualification: ['资质', 'Qualification'],
  other: ['其他', 'Other'],
};

export const supportKind: Codes<Schemas['CreateSupportDto']['kind']> = {
  space: ['场地', 'Space'],
  funding: ['资助', 'Funding'],
  investment: ['投资', 'Investment'],
  mentoring: ['辅导', 'Mentoring'],
  training: ['培训', 'Training'],
  equipment: ['设备', 'Equipment'],
  finance: ['融资对接', 'Finance'],
  policy: ['政策', 'Policy'],
  other: ['其他', 'Other'],
};

export const facilityKind: Codes<Schemas['FacilityView']['kind']> = {
  workstation: ['工位', 'Workstation'],
  meetingRoom: ['会议室', 'Meeting room'],
  laboratory: ['实验室', 'Laboratory'],
  instrument: ['仪器', 'Instrument'],
  pilotLine: ['中试线', 'Pilot line'],
  venue: ['场馆', 'Venue'],
  other: ['其他', 'Other'],
};

export const facilityState: Codes<Schemas['FacilityView']['state']> = {
  draft: ['草稿', 'Draft', 'neutral'],
  open: ['开放预约', 'Open', 'good'],
  closed: ['停止开放', 'Closed', 'neutral'],
};

export const facilityMode: Codes<Schemas['FacilityView']['mode']> = {
  instant: ['即时确认', 'Confirmed at once'],
  approval: ['须经同意', 'By approval'],
};

export const bookingState: Codes<Schemas['BookingView']['state']> = {
  requested: ['待同意', 'Requested', 'going'],
  confirmed: ['已确认', 'Confirmed', 'good'],
  waiting: ['候补中', 'Waiting', 'attention'],
  refused: ['未获同意', 'Refused', 'bad'],
  cancelled: ['已取消', 'Cancelled', 'neutral'],
  revoked: ['已收回', 'Revoked', 'bad'],
  lapsed: ['候补未成', 'Lapsed', 'neutral'],
  completed: ['已使用', 'Used', 'good'],
  missed: ['未到场', 'Missed', 'bad'],
};

export const bookingDecision: Codes<Schemas['DecideBookingDto']['decision']> = {
  approve: ['同意', 'Approve'],
  refuse: ['不同意', 'Refuse'],
  revoke: ['收回', 'Revoke'],
  complete: ['已使用', 'Used'],
  miss: ['未到场', 'Missed'],
};

export const meetingState: Codes<Schemas['MentorMeetingView']['state']> = {
  booked: ['已预约', 'Booked', 'going'],
  held: ['已进行', 'Held', 'good'],
  missed: ['未到场', 'Missed', 'bad'],
  cancelled: ['已取消', 'Cancelled', 'neutral'],
};

export const entryState: Codes<Schemas['CompetitionEntryView']['state']> = {
  submitted: ['已报名，待审核', 'Submitted', 'going'],
  accepted: ['通过审核', 'Accepted', 'good'],
  shortlisted: ['入围', 'Shortlisted', 'good'],
  notShortlisted: ['未入围', 'Not shortlisted', 'neutral'],
  refused: ['未通过审核', 'Refused', 'bad'],
  withdrawn: ['已撤回', 'Withdrawn', 'neutral'],
};

export const competitionStage: Codes<Schemas['StageView']['stage']> = {
  preliminary: ['初评', 'Preliminary'],
  final: ['终评', 'Final'],
};

export const rankingMethod: Codes<Schemas['CompetitionRulesView']['method']> = {
  mean: ['平均分', 'Mean'],
  zScore: ['按评委标准化', 'Standardized by judge'],
};
