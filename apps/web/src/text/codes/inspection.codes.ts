import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

export const planState: Codes<Schemas['InspectionPlanView']['state']> = {
  frozen: ['已冻结，待抽取', 'Frozen, to be drawn', 'going'],
  drawn: ['已抽取', 'Drawn', 'good'],
};

export const stratum: Codes<Schemas['InspectionCaseView']['stratum']> = {
  large: ['大额，必查', 'Large, always'],
  small: ['其他，抽取', 'Others, drawn'],
};

export const findingState: Codes<Schemas['InspectionFindingView']['state']> = {
  raised: ['待登记机构答复', 'To be answered', 'attention'],
  answered: ['待决定', 'To be decided', 'going'],
  rectifying: ['整改中', 'Being mended', 'attention'],
  reported: ['已报整改，待确认', 'Mended, to be confirmed', 'going'],
  dismissed: ['不成立', 'Dismissed', 'neutral'],
  closed: ['已整改', 'Closed', 'good'],
};

export const findingGrade: Codes<Schemas['InspectionFindingView']['grade']> = {
  minor: ['轻微', 'Minor', 'neutral'],
  major: ['一般', 'Major', 'attention'],
  severe: ['严重', 'Severe', 'bad'],
};

export const reminderKind: Codes<Schemas['ReminderView']['kind']> = {
  soon: ['将到期', 'Due soon'],
  overdue: ['已超期', 'Overdue'],
};
