import { noTerms } from '#domain/contract/contract-terms.js';
import type { Contract } from '#domain/contract/contract.js';
import type { Receipt } from '#domain/contract/receipt.js';

const at = new Date('2026-11-09T01:00:00Z');
const party = (role: 'seller' | 'buyer', countyCode: string) => ({
  ...{ role, organizationId: role, name: role, creditCode: '', countyCode, countryCode: '142', natureCode: null },
  ...{ signedAt: at, endingAgreedAt: null },
});

/** An effective contract on a patent in force, with its amounts split: for pure tests of the rules. */
export const contract = (change: Partial<Contract> = {}): Contract => ({
  ...noTerms,
  id: 'contract',
  dealId: 'deal',
  title: '羔羊代乳料配方技术转让',
  type: 'transfer',
  subType: 'patentRight',
  state: 'effective',
  parties: [party('seller', '620100'), party('buyer', '621022')],
  contractValue: 120_000_000n,
  nonTechnologyItems: [{ kind: 'equipment', amount: 35_000_000n, withinReasonableCarrier: false }],
  declaredTechnologyValue: 85_000_000n,
  rights: [
    {
      ...{ kind: 'inventionPatent', title: '一种羔羊代乳料', number: '2017106018623', holder: '示例农科院' },
      ...{ filedOn: '2017-07-21', expiresOn: '2037-07-20', state: 'inForce', patentId: null, licensedUntil: null },
    },
  ],
  achievementId: null,
  listingId: null,
  signedOn: '2026-11-02',
  effectiveOn: '2026-11-02',
  validFrom: null,
  validUntil: '2031-11-01',
  relatedParty: false,
  brokerage: [],
  settled: null,
  cancelReason: null,
  version: 3,
  createdAt: at,
  updatedAt: at,
  ...change,
});

export const receipt = (change: Partial<Receipt> = {}): Receipt => ({
  id: 'receipt',
  contractId: 'contract',
  receivedOn: '2026-11-20',
  amount: 10_000_000n,
  kind: 'lumpSum',
  reference: '0001',
  evidence: '银行回单',
  royaltyBase: null,
  organizationId: 'seller',
  personId: 'person',
  recordedAt: at,
  voidedAt: null,
  voidReason: null,
  ...change,
});
