/** Units that have systems of their own; the powers of administration and audit have none here. */
export const webhookRoles = [
  'enterprise',
  'researchUnit',
  'broker',
  'agencyManager',
  'registrar',
  'reviewer',
  'rewardOfficer',
  'countyOfficer',
] as const;
