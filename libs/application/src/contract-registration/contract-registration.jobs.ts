/** Topic of a contract that was registered. Payload: `registrationId`. */
export const contractRegistrationRegistered = 'contractRegistration.registered';
/** Topic of a registration that was cancelled (注销). Payload: `registrationId`. */
export const contractRegistrationCancelled = 'contractRegistration.cancelled';
