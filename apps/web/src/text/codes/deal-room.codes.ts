import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

export const dealDocumentKind: Codes<Schemas['DealDocumentView']['kind']> = {
  contractDraft: ['合同草案', 'Draft contract'],
  technicalFile: ['技术资料', 'Technical file'],
  businessFile: ['商务资料', 'Business file'],
  other: ['其他', 'Other'],
};

export const dealDocumentState: Codes<Schemas['DealDocumentView']['state']> = {
  open: ['在洽谈室', 'In the room', 'good'],
  withdrawn: ['已撤下', 'Withdrawn', 'neutral'],
};

export const dealEntryKind: Codes<Schemas['DealEntryView']['kind']> = {
  open: ['开始洽谈', 'Opened'],
  award: ['评定结果', 'Award'],
  offer: ['报价', 'Offer'],
  note: ['留言', 'Note'],
  refusal: ['拒绝报价', 'Refusal'],
  agreement: ['达成一致', 'Agreement'],
  document: ['放入文件', 'Document'],
  documentVersion: ['文件新版次', 'New version'],
  documentWithdrawal: ['撤下文件', 'Document withdrawn'],
  contract: ['签订合同', 'Contract'],
  release: ['解除合同', 'Release'],
  breakOff: ['终止洽谈', 'Broken off'],
};

export const nonDisclosureState: Codes<Schemas['NonDisclosureView']['state']> = {
  requested: ['待对方答复', 'Requested', 'going'],
  accepted: ['有效', 'In force', 'good'],
  refused: ['已拒绝', 'Refused', 'bad'],
  withdrawn: ['已撤回', 'Withdrawn', 'neutral'],
  closed: ['已停止展示', 'Closed', 'neutral'],
  expired: ['已到期', 'Expired', 'neutral'],
};

export const nonDisclosureSubject: Codes<Schemas['NonDisclosureView']['subjectKind']> = {
  achievement: ['科技成果', 'Achievement'],
  listing: ['挂牌', 'Listing'],
  demand: ['技术需求', 'Demand'],
  dealDocument: ['洽谈文件', 'Deal document'],
};

export const nonDisclosureRefusal: Codes<Schemas['RefuseNonDisclosureDto']['reasonCode']> = {
  competitor: ['对方是竞争者', 'A competitor'],
  purposeUnclear: ['用途不清楚', 'Purpose unclear'],
  termsUnacceptable: ['条款不能接受', 'Terms unacceptable'],
  notReady: ['资料还没准备好', 'Not ready'],
  alreadyCommitted: ['已与他人约定', 'Already committed'],
  other: ['其他', 'Other'],
};

export const planState: Codes<Schemas['MilestonePlanView']['state']> = {
  proposed: ['待对方同意', 'Proposed', 'going'],
  agreed: ['双方同意', 'Agreed', 'good'],
  declined: ['不同意', 'Declined', 'bad'],
  withdrawn: ['已撤回', 'Withdrawn', 'neutral'],
};

export const milestoneProgress: Codes<Schemas['MilestonePlanView']['milestones'][number]['progress']> = {
  open: ['未完成', 'Open', 'going'],
  partlyAccepted: ['部分验收', 'Partly accepted', 'attention'],
  accepted: ['已验收', 'Accepted', 'good'],
};

export const deliveryState: Codes<Schemas['DeliveryView']['state']> = {
  submitted: ['待验收', 'Submitted', 'going'],
  accepted: ['验收通过', 'Accepted', 'good'],
  returned: ['退回', 'Returned', 'bad'],
};
