/** One thing a document prints under a name, so that what cannot be printed, or was altered, can be named. */
export interface PrintedField {
  readonly label: string;
  readonly value: string;
}
