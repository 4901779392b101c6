import type { Schemas } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import type { Codes } from './codes.ts';

type Act = paths['/v1/rights/{id}/disposal-check']['get']['parameters']['query']['act'];

export const rightKind: Codes<Schemas['RightView']['kind']> = {
  inventionPatent: ['发明专利', 'Invention'],
  utilityModelPatent: ['实用新型', 'Utility model'],
  designPatent: ['外观设计', 'Design'],
  softwareCopyright: ['软件著作权', 'Software copyright'],
  newVariety: ['植物新品种权', 'Plant variety'],
  layoutDesign: ['集成电路布图设计专有权', 'Layout design'],
};

export const rightStanding: Codes<Schemas['RightView']['standing']> = {
  pending: ['申请中', 'Pending', 'going'],
  inForce: ['有效', 'In force', 'good'],
  ended: ['已终止', 'Ended', 'neutral'],
  invalid: ['已宣告无效', 'Invalid', 'bad'],
};

export const rightEvent: Codes<Schemas['ReportRightEventDto']['event']> = {
  grant: ['登记或授权', 'Granted'],
  reject: ['驳回', 'Rejected'],
  lapse: ['欠费终止', 'Lapsed'],
  surrender: ['放弃', 'Surrendered'],
  invalidate: ['宣告无效', 'Invalidated'],
};

export const registeredState: Codes<Schemas['CreateRightDto']['state']> = {
  applied: ['已申请', 'Applied'],
  granted: ['已登记或已授权', 'Granted'],
};

export const ownerKind: Codes<NonNullable<Schemas['CreateRightDto']['ownerKind']>> = {
  person: ['自然人', 'A person'],
  organization: ['单位', 'An organization'],
};

export const disposalAct: Codes<Act> = {
  transfer: ['转让', 'Assignment'],
  equityContribution: ['作价投资', 'Equity contribution'],
  exclusiveLicence: ['独占许可', 'Exclusive licence'],
  soleLicence: ['排他许可', 'Sole licence'],
  ordinaryLicence: ['普通许可', 'Ordinary licence'],
  openLicence: ['开放许可', 'Open licence'],
  pledge: ['质押', 'Pledge'],
};

export const disposalFlag: Codes<Schemas['DisposalAnswerView']['flags'][number]> = {
  pending: ['尚在申请中', 'Still pending'],
  dispute: ['有权属纠纷', 'Ownership disputed'],
  invalidationRequested: ['有无效宣告请求', 'Invalidation requested'],
  partlyInvalid: ['部分无效', 'Partly invalid'],
  feeOverdue: ['年费处于滞纳期', 'Annual fee overdue'],
  licensed: ['已有许可', 'Licensed already'],
  openLicence: ['实行开放许可', 'Under an open licence'],
  pledgedBefore: ['已有在先质押', 'Pledged before'],
  incomeShared: ['收益须与共有人分配', 'Income is shared with co-owners'],
  registrationNeeded: ['须办理登记', 'Must be registered'],
  filingNeeded: ['须办理备案', 'Must be filed'],
  exportApproved: ['已声明取得出口批准', 'Export approved'],
};

export const consentGiver: Codes<Schemas['RightConsentView']['giver']> = {
  pledgee: ['质权人', 'Pledgee'],
  coOwner: ['共有人', 'Co-owner'],
  authority: ['主管机关', 'Authority'],
};

export const consentState: Codes<Schemas['RightConsentView']['state']> = {
  stated: ['已声明，待核对', 'Stated', 'going'],
  given: ['已同意', 'Given', 'good'],
  withdrawn: ['已撤回', 'Withdrawn', 'neutral'],
};

export const licenceManner: Codes<NonNullable<Schemas['CreateOverlayDto']['manner']>> = {
  exclusive: ['独占', 'Exclusive'],
  sole: ['排他', 'Sole'],
  ordinary: ['普通', 'Ordinary'],
};

export const verificationSource: Codes<Schemas['VerifyRightDto']['source']> = {
  certificate: ['证书', 'Certificate'],
  registerCopy: ['登记簿副本', 'Copy of the register'],
  officialQuery: ['官方查询结果', 'Official query'],
};

export const uptakeState: Codes<Schemas['OpenLicenceUptakeView']['state']> = {
  notified: ['已通知，待付款', 'Notified', 'going'],
  licensed: ['已获许可', 'Licensed', 'good'],
  contested: ['付款有争议', 'Contested', 'attention'],
  cancelled: ['已取消', 'Cancelled', 'neutral'],
};

export const filingKind: Codes<Schemas['RightFilingView']['kind']> = {
  licenceFiling: ['许可备案', 'Filing of a licence'],
  assignmentRegistration: ['转让登记', 'Registration of an assignment'],
};

export const filingState: Codes<Schemas['RightFilingView']['state']> = {
  due: ['待办', 'Due', 'attention'],
  reported: ['已申报，待核对', 'Reported', 'going'],
  filed: ['已办结', 'Filed', 'good'],
  cancelled: ['已取消', 'Cancelled', 'neutral'],
};
