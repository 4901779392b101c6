import { mayDispose, type Disposal, type Situation } from '#domain/right/disposal.js';
import type { CoOwner, DisposalAct, RightConsent } from '#domain/right/co-ownership.js';
import type { RightOverlay } from '#domain/right/overlay.js';
import type { RegisteredKind, Right } from '#domain/right/right.js';

export interface GuardFacts {
  readonly act: DisposalAct;
  readonly kind?: RegisteredKind;
  readonly state?: string;
  readonly expiresOn?: string;
  readonly secret?: boolean;
  readonly feeOverdue?: boolean;
  readonly overlays?: readonly (Partial<RightOverlay> & Pick<RightOverlay, 'kind'>)[];
  /** How many own the right together with its owner. */
  readonly coOwners?: number;
  readonly soloActs?: readonly DisposalAct[];
  /** Each of the next of its kind: the first consent of a pledgee is of the first pledge. */
  readonly consents?: readonly (Pick<RightConsent, 'giver' | 'acts'> & { readonly validUntil?: string })[];
  readonly from?: string;
  readonly until?: string;
  readonly territory?: readonly string[];
  readonly counterparty?: string;
  readonly foreign?: boolean;
  /** Played through the API as well. */
  readonly api?: boolean;
}

const today = '2026-11-23';
const at = new Date('2026-11-23T02:00:00Z');
const pendingStates = ['applied', 'published'];

const standingOf = (state: string, expiresOn: string): Right['standing'] => {
  if (pendingStates.includes(state)) return 'pending';
  if (state === 'granted') return today <= expiresOn ? 'inForce' : 'ended';
  return state === 'invalid' ? 'invalid' : 'ended';
};

const rightOf = ({ kind, state = 'granted', expiresOn = '2037-07-20', secret = false }: GuardFacts): Right => ({
  id: 'right',
  kind: kind ?? 'inventionPatent',
  organizationId: 'owner',
  achievementId: null,
  number: '2017106018623',
  title: '代乳料',
  state,
  standing: standingOf(state, expiresOn),
  filedOn: '2017-07-21',
  grantedOn: null,
  expiresOn,
  secret,
  version: 1,
});

const overlayOf = (given: NonNullable<GuardFacts['overlays']>[number], index: number): RightOverlay => ({
  id: `overlay${index}`,
  rightId: 'right',
  rightKind: 'inventionPatent',
  rightNumber: '2017106018623',
  rightTitle: '代乳料',
  organizationId: 'owner',
  state: 'registered',
  holderOrganizationId: 'A',
  holderName: '甲公司',
  manner: null,
  territory: [],
  from: '2025-01-01',
  until: null,
  securedAmount: null,
  reference: null,
  basis: '示例',
  evidenceId: null,
  contractId: null,
  registeredBy: null,
  confirmedBy: null,
  releaseBasis: null,
  releaseEvidenceId: null,
  releaseRequestedBy: null,
  releasedBy: null,
  endedOn: null,
  version: 1,
  createdAt: at,
  updatedAt: at,
  ...given,
});

function consentsOf({ consents = [] }: GuardFacts): RightConsent[] {
  const counts = { pledgee: 0, coOwner: 0, authority: 0 };
  return consents.map(({ giver, acts, validUntil }) => {
    const index = counts[giver];
    counts[giver] += 1;
    return {
      id: `consent${giver}${index}`,
      rightId: 'right',
      organizationId: 'owner',
      giver,
      overlayId: giver === 'pledgee' ? `overlay${index}` : null,
      coOwnerId: giver === 'coOwner' ? `coOwner${index}` : null,
      givenByOrganizationId: null,
      acts,
      validUntil: validUntil ?? null,
      state: 'given',
      basis: '示例',
      evidenceId: null,
      statedBy: 'somebody',
      confirmedBy: null,
      createdAt: at,
      updatedAt: at,
    };
  });
}

const coOwnersOf = ({ coOwners = 0 }: GuardFacts): CoOwner[] =>
  Array.from({ length: coOwners }, (_unused, index) => ({
    id: `coOwner${index}`,
    rightId: 'right',
    organizationId: 'owner',
    coOwnerOrganizationId: null,
    name: `共有人${index + 1}`,
  }));

export const situationOf = (facts: GuardFacts): Situation => ({
  right: rightOf(facts),
  overlays: (facts.overlays ?? []).map(overlayOf),
  coOwnership: { owners: coOwnersOf(facts), soloActs: facts.soloActs ?? null },
  consents: consentsOf(facts),
  feeOverdue: facts.feeOverdue ?? false,
});

export const disposalOf = ({ act, from, until, territory, counterparty, foreign }: GuardFacts): Disposal => ({
  act,
  from: from ?? today,
  until: until ?? null,
  territory: territory ?? [],
  counterpartyIds: counterparty === undefined ? ['B'] : [counterparty],
  foreign: foreign ?? false,
});

export function rightGuard(facts: GuardFacts) {
  const answer = mayDispose(situationOf(facts), disposalOf(facts), today);
  return answer.ok ? { answer: 'ok', flags: answer.value } : { answer: answer.refusal.code };
}
