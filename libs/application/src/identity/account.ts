/** Sign-in names: a letter, then letters, digits, `.`, `_`, `-`, `@`; or a mobile number. One name whatever the case. */
export const accountPattern = /^[A-Za-z0-9][A-Za-z0-9._@-]{3,63}$/;

export const normalizeAccount = (account: string): string => account.trim().toLowerCase();
