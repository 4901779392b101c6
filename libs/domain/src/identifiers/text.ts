/** Folds what people type into identifiers: full-width forms to ASCII (NFKC), no white space, upper case. */
export const foldIdentifier = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();
