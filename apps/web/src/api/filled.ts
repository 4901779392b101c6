/** What was filled in: nothing empty is sent to the API. */
export const filled = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined && one !== '' && one !== null)) as T;
