import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

export const reserveState: Codes<Schemas['PurchaseReserveView']['state']> = {
  proposed: ['待审批', 'Proposed', 'going'],
  approved: ['已批准，待成果单位答复', 'Approved', 'going'],
  accepted: ['成果单位已同意，待付款', 'Accepted', 'going'],
  optioned: ['已取得期权', 'Optioned', 'good'],
  held: ['已购买，储备中', 'Held', 'good'],
  writeOffProposed: ['拟核销，待审批', 'Write-off proposed', 'attention'],
  placed: ['已转出', 'Placed', 'good'],
  rejected: ['不同意', 'Rejected', 'bad'],
  withdrawn: ['已撤回', 'Withdrawn', 'neutral'],
  lapsed: ['期权已到期', 'Lapsed', 'neutral'],
  writtenOff: ['已核销', 'Written off', 'bad'],
};

export const reserveKind: Codes<Schemas['PurchaseReserveView']['kind']> = {
  purchase: ['购买', 'Purchase'],
  option: ['期权', 'Option'],
};

export const placementState: Codes<Schemas['ReservePlacementView']['state']> = {
  proposed: ['待审批', 'Proposed', 'going'],
  agreed: ['已批准', 'Agreed', 'going'],
  settled: ['已结清', 'Settled', 'good'],
  rejected: ['不同意', 'Rejected', 'bad'],
  cancelled: ['已取消', 'Cancelled', 'neutral'],
};

export const placementMode: Codes<Schemas['ReservePlacementView']['mode']> = {
  transfer: ['转让', 'Assignment'],
  licence: ['许可', 'Licence'],
};

export const reserveOutcome: Codes<Schemas['DecideReserveDto']['outcome']> = {
  approve: ['同意', 'Approve'],
  reject: ['不同意', 'Reject'],
};

export const writeOffOutcome: Codes<Schemas['DecideWriteOffDto']['outcome']> = {
  writeOff: ['核销', 'Write off'],
  keep: ['继续持有', 'Keep'],
};

export const reserveAnswer: Codes<Schemas['AnswerReserveDto']['answer']> = {
  accept: ['同意', 'Accept'],
  refuse: ['不同意', 'Refuse'],
};
