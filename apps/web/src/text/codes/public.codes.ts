import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

export const noticeState: Codes<Schemas['PublicNoticeView']['state']> = {
  running: ['公示中', 'Running', 'going'],
  suspended: ['有异议，暂停', 'Suspended', 'attention'],
  ended: ['公示期满', 'Ended', 'good'],
  stopped: ['已停止', 'Stopped', 'bad'],
  cancelled: ['已取消', 'Cancelled', 'neutral'],
};

export const objectionState: Codes<Schemas['ObjectionView']['state']> = {
  open: ['待处理', 'Open', 'going'],
  upheld: ['异议成立', 'Upheld', 'bad'],
  dismissed: ['异议不成立', 'Dismissed', 'neutral'],
};

export const zoneKind: Codes<Schemas['ZoneView']['kind']> = {
  area: ['区', 'Area'],
  belt: ['带', 'Belt'],
  park: ['园', 'Park'],
};

export const promotedKind: Codes<Schemas['ZoneView']['promotedKind']> = {
  technology: ['主推技术', 'Promoted technologies'],
  applicationTheme: ['应用示范', 'Demonstrated applications'],
  laboratory: ['重点实验室', 'Key laboratories'],
};

export const areaLevel: Codes<Schemas['ZoneAreaView']['level']> = {
  core: ['核心区', 'Core'],
  radiating: ['辐射区', 'Radiating'],
};

export const certificateState: Codes<Schemas['DatedCertificateView']['stateOn']> = {
  notIssued: ['当日尚未签发', 'Not yet issued', 'neutral'],
  valid: ['有效', 'Valid', 'good'],
  changed: ['已变更，以新版为准', 'Changed', 'attention'],
  cancelled: ['已注销', 'Cancelled', 'bad'],
};
