/** Every refusal of the guard over rights: of listings, contracts, pledges, licences, open licences. */
export const rightGuardErrors = [
  'right.secret',
  'right.ended',
  'right.notGranted',
  'right.outlastsTerm',
  'right.assignmentPending',
  'right.preserved',
  'right.suspended',
  'right.feeOverdue',
  'right.pledged',
  'right.alreadyPledged',
  'right.licensedExclusively',
  'right.licensedOrdinarily',
  'right.openLicenceInForce',
  'right.coOwnerConsentMissing',
  'right.exportNotApproved',
] as const;
