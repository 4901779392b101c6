/** Files of the proof of an auction that a verifier reads. */
export const termsPath = 'terms.json';
export const recordPath = 'record.json';
