import { cancellationDue, changeDue, type ContractRegistration } from './contract-registration.js';

export const holders = ['registrationOffice', 'seller', 'reviewer', 'experts', 'nobody'] as const;
export type Holder = (typeof holders)[number];

/** Who has to act now. */
export function holderOf(registration: ContractRegistration): Holder {
  if (cancellationDue(registration)) return 'registrationOffice';
  switch (registration.state) {
    case 'filed':
    case 'accepted':
    case 'underReview':
      return 'registrationOffice';
    case 'draft':
    case 'supplementRequested':
      return 'seller';
    case 'expertReview':
      return 'experts';
    case 'secondReview':
      return 'reviewer';
    case 'registered':
      return holderOfChange(registration);
    case 'withdrawn':
    case 'returned':
    case 'refused':
    case 'cancelled':
      return 'nobody';
  }
}

/** A registration in force lies with nobody, but for a change that is due or being decided. */
function holderOfChange(registration: ContractRegistration): Holder {
  if (registration.openChange === 'requested') return 'registrationOffice';
  if (registration.openChange === 'verified') return 'reviewer';
  return changeDue(registration) ? 'seller' : 'nobody';
}
