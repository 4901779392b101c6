/** Topic of a contract that was cancelled, before or after it took effect. Payload: `contractId`. */
export const contractCancelled = 'contract.cancelled';
