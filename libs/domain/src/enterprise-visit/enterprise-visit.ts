import type { LocalDate } from '../calendar/local-date.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import type { StateOf, TransitionTable } from '../shared/state-machine.js';

/** A round of visits (企业大走访、大调研活动) of one institution. */
export interface VisitPlan {
  readonly id: string;
  readonly organizationId: string;
  readonly state: VisitPlanState;
  readonly title: string;
  readonly countyCode: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly targetIds: readonly string[];
  readonly version: number;
  readonly createdAt: Date;
}

export const visitPlanTransitions = {
  active: { close: 'closed' },
  closed: {},
} as const satisfies TransitionTable;
export type VisitPlanState = StateOf<typeof visitPlanTransitions>;

/** One visit to one enterprise: written on the spot, perhaps without a network, under an id of the device's own. */
export interface EnterpriseVisit {
  readonly id: string;
  readonly organizationId: string;
  readonly planId: string | null;
  readonly visitedOrganizationId: string;
  readonly visitedOn: LocalDate;
  readonly visitors: string;
  readonly receivedBy: string;
  readonly summary: string;
  readonly findings: readonly VisitFinding[];
  readonly submittedAt: Date;
}

/** What was found: a need may become a demand of the enterprise's own in one step. */
export interface VisitFinding {
  readonly id: string;
  readonly kind: FindingKind;
  readonly text: string;
  readonly state: VisitFindingState;
  readonly demandId: string | null;
  readonly consent: FindingConsent | null;
  readonly note: string | null;
}

export const findingKinds = ['technologyNeed', 'talent', 'finance', 'policy', 'equipment', 'other'] as const;
/** 技术需求、人才、融资、政策、设备、其他. */
export type FindingKind = (typeof findingKinds)[number];

export const visitFindingTransitions = {
  noted: { draftDemand: 'drafted', settle: 'settled' },
  drafted: {},
  settled: {},
} as const satisfies TransitionTable;
export type VisitFindingState = StateOf<typeof visitFindingTransitions>;

/** That the enterprise agreed to have its need written down as a demand. */
export interface FindingConsent {
  readonly givenBy: string;
  readonly givenOn: LocalDate;
  readonly manner: ConsentManner;
}
export const consentManners = ['written', 'onSite', 'telephone'] as const;
export type ConsentManner = (typeof consentManners)[number];

export type SheetRefusal = Refusal<'enterpriseVisit.visitedAhead' | 'enterpriseVisit.findingTwice'>;

/** The visit was before today or is today, and each finding has an id of its own. */
export function checkSheet(
  {
    visitedOn,
    findings,
  }: Pick<EnterpriseVisit, 'visitedOn'> & { readonly findings: readonly Pick<VisitFinding, 'id'>[] },
  today: LocalDate,
): Result<null, SheetRefusal> {
  if (visitedOn > today) return refuse('enterpriseVisit.visitedAhead', { today }, '/visitedOn');
  const ids = findings.map(({ id }) => id);
  return new Set(ids).size === ids.length ? ok(null) : refuse('enterpriseVisit.findingTwice', {}, '/findings');
}
