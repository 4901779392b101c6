/** Topic of a contract that was cancelled, before or after it took effect. Payload: `contractId`. */
export const contractCancelled = 'contract.cancelled';
/** Topic of amounts found out later that both sides stand by. Payload: `contractId`. */
export const contractAmountsSettled = 'contract.amountsSettled';
/** Topic of a receipt that was recorded or voided. Payload: `contractId`. */
export const contractReceiptChanged = 'contract.receiptChanged';
