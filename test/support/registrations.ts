import type { ContractRegistration } from '#domain/contract-registration/contract-registration.js';
import type { FiledContract } from '#domain/contract-registration/filed-contract.js';

const id = (digit: number): string => `0193f0a2-7c1e-7000-8000-00000000000${digit}`;

/** A contract as it might be filed: for pure tests of the rules. */
export const filedContract = (change: Partial<FiledContract> = {}, buyerCounty = '621022'): FiledContract => ({
  title: '羔羊代乳料研制',
  type: 'development',
  subType: 'commissioned',
  parties: [
    { role: 'seller', organizationId: id(1), name: '示例农科院', creditCode: 'S', countyCode: '620100' },
    { role: 'buyer', organizationId: id(2), name: '示例羊业', creditCode: 'B', countyCode: buyerCounty },
  ],
  contractValue: 120_000_000n,
  nonTechnologyItems: [],
  declaredTechnologyValue: 120_000_000n,
  signedOn: '2026-01-05',
  effectiveOn: '2026-01-05',
  validUntil: '2028-12-31',
  relatedParty: false,
  brokerage: [{ brokerPersonId: id(3), agencyOrganizationId: id(4), shareBasisPoints: 10_000 }],
  ...change,
});

export const registration = (change: Partial<ContractRegistration> = {}): ContractRegistration => ({
  id: id(5),
  provisionalNumber: 'QY-2026-000001',
  organizationId: id(1),
  contractId: id(6),
  contract: filedContract(),
  state: 'filed',
  office: '01',
  landing: { countyCode: '621022', zoneCode: null, site: null, evidence: [] },
  disputed: false,
  technologyImport: false,
  contractTextHash: null,
  codeConfirmations: [],
  reminderOn: null,
  examinerId: null,
  heldSince: new Date('2026-01-10T00:00:00Z'),
  revision: 0,
  changedAt: null,
  ruleSetId: null,
  acceptedOn: null,
  dueOn: null,
  dueNote: null,
  supplementRequest: null,
  supplements: [],
  determination: null,
  reviewedBy: null,
  registeredAt: null,
  registrationNumber: null,
  refusalGrounds: [],
  closingReason: null,
  contractEndedAt: null,
  version: 1,
  createdAt: new Date('2026-01-10T00:00:00Z'),
  updatedAt: new Date('2026-01-10T00:00:00Z'),
  ...change,
});
