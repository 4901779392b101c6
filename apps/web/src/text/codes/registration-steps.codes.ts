import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

export const changeState: Codes<Schemas['RegistrationChangeView']['state']> = {
  requested: ['待办理', 'Requested', 'going'],
  verified: ['已核定，待复核', 'Verified', 'going'],
  approved: ['已变更', 'Approved', 'good'],
  refused: ['不予变更', 'Refused', 'bad'],
};

export const reexaminationState: Codes<Schemas['ReexaminationView']['state']> = {
  requested: ['待答复', 'Requested', 'going'],
  decided: ['已答复', 'Decided', 'good'],
  withdrawn: ['已撤回', 'Withdrawn', 'neutral'],
};

export const reexaminationOutcome: Codes<NonNullable<Schemas['ReexaminationView']['outcome']>> = {
  upheld: ['维持原决定', 'Upheld'],
  changed: ['变更', 'Changed'],
  cancelled: ['注销', 'Cancelled'],
  reopened: ['重新审查', 'Reopened'],
};
