import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

type Finding = Schemas['VisitFindingView'];

export const findingKind: Codes<Finding['kind']> = {
  technologyNeed: ['技术需求', 'Technology need'],
  talent: ['人才', 'Talent'],
  finance: ['融资', 'Finance'],
  policy: ['政策', 'Policy'],
  equipment: ['设备', 'Equipment'],
  other: ['其他', 'Other'],
};

export const visitFindingState: Codes<Finding['state']> = {
  noted: ['待办理', 'Noted', 'going'],
  drafted: ['已写成需求草稿', 'Drafted as a demand', 'good'],
  settled: ['已办结', 'Settled', 'good'],
};

export const consentManner: Codes<Schemas['FindingConsentDto']['manner']> = {
  written: ['书面', 'In writing'],
  onSite: ['当面', 'On site'],
  telephone: ['电话', 'By telephone'],
};

export const visitPlanState: Codes<Schemas['VisitPlanView']['state']> = {
  active: ['进行中', 'Active', 'going'],
  closed: ['已结束', 'Closed', 'neutral'],
};

export const meetingState: Codes<Schemas['EventMeetingView']['state']> = {
  invited: ['已邀请', 'Invited', 'going'],
  waiting: ['双方已接受，等候场次', 'Waiting for a slot', 'attention'],
  seated: ['已排定场次', 'Seated', 'good'],
  held: ['已举行', 'Held', 'good'],
  missed: ['未举行', 'Missed', 'bad'],
  declined: ['已谢绝', 'Declined', 'bad'],
  cancelled: ['已取消', 'Cancelled', 'neutral'],
};

export const meetingOutcome: Codes<Schemas['ConcludeMeetingDto']['outcome']> = {
  cooperate: ['达成合作意向', 'Will cooperate', 'good'],
  followUp: ['继续洽谈', 'Goes on', 'going'],
  noFit: ['不合适', 'No fit', 'neutral'],
  noShow: ['未到场', 'No show', 'bad'],
};

export const followUpState: Codes<Schemas['EventFollowUpView']['state']> = {
  scheduled: ['未到期', 'Scheduled', 'neutral'],
  asked: ['待答复', 'Asked', 'attention'],
  answered: ['已答复', 'Answered', 'good'],
};

export const followUpStatus: Codes<Schemas['AnswerFollowUpDto']['status']> = {
  talking: ['继续洽谈', 'Talking'],
  dealOpened: ['已进入洽谈程序', 'Deal opened'],
  contracted: ['已签合同', 'Contracted'],
  ended: ['已终止', 'Ended'],
};

export const caseState: Codes<Schemas['CaseStudyView']['state']> = {
  draft: ['草稿', 'Draft', 'neutral'],
  consenting: ['请各方同意', 'Asking for consent', 'going'],
  checking: ['保密审查', 'Secrecy check', 'going'],
  published: ['已公开', 'Published', 'good'],
  withdrawn: ['已撤回', 'Withdrawn', 'neutral'],
};

export const caseOutcome: Codes<Schemas['CheckCaseDto']['outcome']> = {
  publish: ['不涉密，准予公开', 'Publish'],
  return: ['退回修改', 'Return'],
};
