import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

type Overlay = Schemas['RightOverlayView'];

export const patentState: Codes<Schemas['PatentView']['state']> = {
  applied: ['已申请', 'Applied', 'going'],
  published: ['已公布', 'Published', 'going'],
  granted: ['已授权', 'Granted', 'good'],
  rejected: ['已驳回', 'Rejected', 'bad'],
  expired: ['已届满', 'Expired', 'neutral'],
  lapsed: ['已终止', 'Lapsed', 'bad'],
  surrendered: ['已放弃', 'Surrendered', 'neutral'],
  invalid: ['已宣告无效', 'Invalid', 'bad'],
};

export const patentKind: Codes<Schemas['PatentView']['kind']> = {
  invention: ['发明专利', 'Invention'],
  utilityModel: ['实用新型', 'Utility model'],
  design: ['外观设计', 'Design'],
};

export const patentEvent: Codes<Schemas['ReportPatentEventDto']['event']> = {
  publish: ['公布', 'Published'],
  grant: ['授权', 'Granted'],
  reject: ['驳回', 'Rejected'],
  lapse: ['终止', 'Lapsed'],
  restore: ['恢复', 'Restored'],
  surrender: ['放弃', 'Surrendered'],
  invalidate: ['宣告无效', 'Invalidated'],
};

export const overlayKind: Codes<Overlay['kind']> = {
  pledge: ['质押', 'Pledge'],
  licence: ['许可', 'Licence'],
  openLicence: ['开放许可', 'Open licence'],
  preservation: ['保全', 'Preservation'],
  suspension: ['中止', 'Suspension'],
  dispute: ['权属纠纷', 'Dispute'],
  invalidationRequest: ['无效宣告请求', 'Invalidation requested'],
  partialInvalidity: ['部分无效', 'Partly invalid'],
  assignment: ['转让登记中', 'Being assigned'],
};

export const overlayState: Codes<Overlay['state']> = {
  registered: ['已登记，待核对', 'Registered', 'going'],
  confirmed: ['已核对', 'Confirmed', 'good'],
  releasing: ['申请解除', 'Being released', 'going'],
  released: ['已解除', 'Released', 'neutral'],
  ended: ['已届满', 'Ended', 'neutral'],
  annulled: ['已撤销', 'Annulled', 'neutral'],
};

export const feeState: Codes<Schemas['FeeYearView']['state']> = {
  paid: ['已缴', 'Paid', 'good'],
  future: ['未到期', 'Not due', 'neutral'],
  due: ['可缴', 'Due', 'going'],
  late: ['滞纳期', 'Late', 'attention'],
  missed: ['逾期', 'Missed', 'bad'],
};

export const feeAdvice: Codes<Schemas['FeeHintView']['advice']> = {
  keep: ['维持', 'Keep it'],
  license: ['许可他人', 'License it'],
  drop: ['放弃', 'Drop it'],
};

export const openLicenceState: Codes<Schemas['OpenLicenceView']['state']> = {
  draft: ['草稿', 'Draft', 'neutral'],
  published: ['已公开', 'Published', 'good'],
  withdrawn: ['已撤回', 'Withdrawn', 'neutral'],
  ended: ['已届满', 'Ended', 'neutral'],
  discarded: ['已弃用', 'Discarded', 'neutral'],
};

export const feeManner: Codes<Schemas['OpenLicenceView']['feeManner']> = {
  lumpSum: ['一次总付', 'Lump sum'],
  perYear: ['按年', 'Per year'],
  netSalesRoyalty: ['净销售额提成', 'Royalty on sales'],
  profitRoyalty: ['利润提成', 'Royalty on profit'],
  free: ['免费', 'Free'],
};
