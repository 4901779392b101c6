import {
  changeDue,
  withDueDay,
  type CodeConfirmation,
  type ContractRegistration,
  type Determination,
  type RegistrationState,
  type StatedGround,
  type Supplement,
} from '#domain/contract-registration/contract-registration.js';
import type { FiledContract } from '#domain/contract-registration/filed-contract.js';
import type { Landing } from '#domain/contract-registration/landing.js';
import { needsSecondReview } from '#domain/contract-registration/deadline.js';
import { ruleSets, type RuleSetId } from '#domain/contract-registration/rule-set.policy.js';
import type { ContractType } from '#domain/contract/contract.js';
import { noTerms } from '#domain/contract/contract-terms.js';
import type { ContractRegistrationRow } from './contract-registration.row.js';

/** A filed contract as jsonb keeps it: money as text, since JSON has no integers of that size. */
type StoredContract = Omit<FiledContract, 'contractValue' | 'declaredTechnologyValue' | 'nonTechnologyItems'> & {
  readonly contractValue: string;
  readonly declaredTechnologyValue: string;
  readonly nonTechnologyItems: readonly { kind: string; amount: string; withinReasonableCarrier: boolean }[];
};

const storeContract = (contract: FiledContract): StoredContract => ({
  ...contract,
  contractValue: contract.contractValue.toString(),
  declaredTechnologyValue: contract.declaredTechnologyValue.toString(),
  nonTechnologyItems: contract.nonTechnologyItems.map((item) => ({ ...item, amount: item.amount.toString() })),
});

/** What filings of earlier days do not tell. */
const untold = {
  classification: noTerms.classification,
  rights: null,
  paymentManner: null,
  foreign: null,
  amountsOpen: false,
} satisfies Partial<FiledContract>;

const untoldOfParty = { countryCode: null, natureCode: null };

const readContract = (stored: StoredContract): FiledContract => ({
  ...untold,
  ...stored,
  parties: stored.parties.map((party) => ({ ...untoldOfParty, ...party })),
  contractValue: BigInt(stored.contractValue),
  declaredTechnologyValue: BigInt(stored.declaredTechnologyValue),
  nonTechnologyItems: stored.nonTechnologyItems.map((item) => ({ ...item, amount: BigInt(item.amount) })),
});

export function toRow(whole: ContractRegistration): ContractRegistrationRow {
  const { contract, determination, settled, ...registration } = whole;
  return {
    ...registration,
    settledContractValueFen: settled?.contractValue ?? null,
    settledTechnologyValueFen: settled?.technologyValue ?? null,
    changeDue: changeDue(whole),
    contract: storeContract(contract),
    partyIds: [...new Set(contract.parties.map((party) => party.organizationId))],
    partyCodes: [...new Set(contract.parties.map((party) => party.creditCode))],
    secondPersonDue: needsSecondPerson(registration, determination),
    contractValueFen: contract.contractValue,
    verifiedType: determination?.type ?? null,
    verifiedTechnologyValueFen: determination?.technologyValue ?? null,
    determinationReason: determination?.reason ?? null,
    landingConfirmed: determination?.landingConfirmed ?? null,
    determinedBy: determination?.determinedBy ?? null,
  };
}

/** What the database holds the four eyes to: it cannot know the rules, but it can keep the row to this answer. */
function needsSecondPerson(
  { ruleSetId, disputed }: Pick<ContractRegistration, 'ruleSetId' | 'disputed'>,
  determination: Determination | null,
): boolean {
  const rules = ruleSets.find((set) => set.id === ruleSetId);
  return (
    rules !== undefined && determination !== null && needsSecondReview(rules, determination.technologyValue, disputed)
  );
}

export function toDomain(row: ContractRegistrationRow): ContractRegistration {
  return withDueDay({
    id: row.id,
    provisionalNumber: row.provisionalNumber,
    organizationId: row.organizationId,
    contractId: row.contractId,
    contract: readContract(row.contract as StoredContract),
    state: row.state as RegistrationState,
    office: row.office,
    landing: row.landing as Landing,
    disputed: row.disputed,
    technologyImport: row.technologyImport,
    contractTextHash: row.contractTextHash,
    codeConfirmations: row.codeConfirmations as readonly CodeConfirmation[],
    reminderOn: row.reminderOn,
    examinerId: row.examinerId,
    heldSince: row.heldSince,
    revision: row.revision,
    changedAt: row.changedAt,
    ruleSetId: row.ruleSetId as RuleSetId | null,
    acceptedOn: row.acceptedOn,
    dueOn: row.dueOn,
    dueNote: row.dueNote,
    supplementRequest: row.supplementRequest,
    supplements: row.supplements as readonly Supplement[],
    determination: determinationOf(row),
    reviewedBy: row.reviewedBy,
    registeredAt: row.registeredAt,
    registrationNumber: row.registrationNumber,
    refusalGrounds: row.refusalGrounds as readonly StatedGround[],
    closingReason: row.closingReason,
    contractEndedAt: row.contractEndedAt,
    settled: settledOf(row),
    openChange: row.openChange as ContractRegistration['openChange'],
    version: row.version,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  });
}

const settledOf = ({
  settledContractValueFen: contractValue,
  settledTechnologyValueFen: technologyValue,
}: ContractRegistrationRow) =>
  contractValue === null || technologyValue === null ? null : { contractValue, technologyValue };

function determinationOf(row: ContractRegistrationRow): Determination | null {
  if (row.verifiedTechnologyValueFen === null || row.verifiedType === null || row.determinedBy === null) return null;
  return {
    type: row.verifiedType as ContractType,
    technologyValue: row.verifiedTechnologyValueFen,
    reason: row.determinationReason,
    landingConfirmed: row.landingConfirmed === true,
    determinedBy: row.determinedBy,
  };
}
