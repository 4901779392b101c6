/**
 * A sandbox (沙箱): a unit of its own in which a REST client may try everything. Its id says what it is, so that
 * PostgreSQL tells the two worlds apart by the id alone (app_is_sandbox), without a look at another row.
 */
const sandboxPrefix = '5a4db0c5';

export const isSandboxId = (organizationId: string): boolean => organizationId.toLowerCase().startsWith(sandboxPrefix);

/** A random UUID as the id of a sandbox unit: version 8 (RFC 9562), "vendor-specific". */
export const sandboxIdOf = (randomId: string): string =>
  `${sandboxPrefix}${randomId.slice(8, 14)}8${randomId.slice(15)}`;
