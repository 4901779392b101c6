import type { LocalDate } from '../calendar/local-date.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';
import type { RegisteredKind } from './right.js';

export const disposalActs = [
  'transfer',
  'equityContribution',
  'exclusiveLicence',
  'soleLicence',
  'ordinaryLicence',
  'openLicence',
  'pledge',
] as const;
/** 转让, 作价投资, 独占许可, 排他许可, 普通许可, 开放许可, 质押. */
export type DisposalAct = (typeof disposalActs)[number];

export const disposalActNames: Readonly<Record<DisposalAct, string>> = {
  transfer: '转让',
  equityContribution: '作价投资',
  exclusiveLicence: '独占许可',
  soleLicence: '排他许可',
  ordinaryLicence: '普通许可',
  openLicence: '开放许可',
  pledge: '质押',
};

/** One who owns the right together with the organization that registered it (共有人). */
export interface CoOwner {
  readonly id: string;
  readonly rightId: string;
  readonly organizationId: string;
  readonly coOwnerOrganizationId: string | null;
  readonly name: string;
}

/** What the co-owners agreed that each may do alone (共有人约定); null where nothing is agreed and the law decides. */
export interface CoOwnership {
  readonly owners: readonly CoOwner[];
  readonly soloActs: readonly DisposalAct[] | null;
}

interface SoloRule {
  readonly kinds: readonly RegisteredKind[];
  readonly value: readonly DisposalAct[];
  /** What one earns alone is shared. */
  readonly incomeShared: boolean;
  readonly source: string;
  readonly article: string;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
}

/** What one co-owner may do alone by law. */
export const soloRules: readonly SoloRule[] = [
  {
    kinds: ['inventionPatent', 'utilityModelPatent', 'designPatent'],
    value: ['ordinaryLicence'],
    incomeShared: true,
    source: '专利法（2008、2020年修正）',
    article: '第十四条（2008年文本第十五条）',
    effectiveFrom: '2009-10-01',
    effectiveTo: null,
  },
  {
    kinds: ['softwareCopyright'],
    value: ['ordinaryLicence'],
    incomeShared: true,
    source: '著作权法（2020年修正）；计算机软件保护条例',
    article: '第十四条；第十条',
    effectiveFrom: '2021-06-01',
    effectiveTo: null,
  },
  {
    // No rule of their own is known here: common property is disposed of together (民法典 arts. 301, 310), cautiously.
    kinds: ['layoutDesign', 'newVariety'],
    value: [],
    incomeShared: false,
    source: '民法典',
    article: '第三百零一条、第三百一十条',
    effectiveFrom: '2021-01-01',
    effectiveTo: null,
  },
];

const soloRule = (kind: RegisteredKind): SoloRule | undefined => soloRules.find(({ kinds }) => kinds.includes(kind));

/** May one co-owner do this alone? An agreement goes before the law (专利法 art. 14: 有约定的，从其约定). */
export function mayActAlone(kind: RegisteredKind, { owners, soloActs }: CoOwnership, act: DisposalAct): boolean {
  if (owners.length === 0) return true;
  return (soloActs ?? soloRule(kind)?.value ?? []).includes(act);
}

export const sharesIncome = (kind: RegisteredKind, { owners, soloActs }: CoOwnership, act: DisposalAct): boolean =>
  owners.length > 0 && soloActs === null && act === 'ordinaryLicence' && (soloRule(kind)?.incomeShared ?? false);

export const consentGivers = ['pledgee', 'coOwner', 'authority'] as const;
/** 质权人, 共有人, 主管机关（出口、对外转让）. */
export type ConsentGiver = (typeof consentGivers)[number];

/** Somebody's agreement to named acts. Given by itself it counts at once; stated for it, after a second person saw it. */
export interface RightConsent {
  readonly id: string;
  readonly rightId: string;
  readonly organizationId: string;
  readonly giver: ConsentGiver;
  readonly overlayId: string | null;
  readonly coOwnerId: string | null;
  readonly givenByOrganizationId: string | null;
  readonly acts: readonly DisposalAct[];
  readonly validUntil: LocalDate | null;
  readonly state: RightConsentState;
  readonly basis: string;
  readonly evidenceId: string | null;
  readonly statedBy: string;
  readonly confirmedBy: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const rightConsentTransitions = {
  stated: { confirm: 'given', withdraw: 'withdrawn' },
  given: { withdraw: 'withdrawn' },
  withdrawn: {},
} as const satisfies TransitionTable;

export type RightConsentState = StateOf<typeof rightConsentTransitions>;
export type RightConsentEvent = EventOf<typeof rightConsentTransitions>;

export function advanceConsent(
  consent: RightConsent,
  event: RightConsentEvent,
  personId: string,
  now: Date,
): Result<RightConsent, Refusal<'state.notAllowed' | 'right.samePerson' | 'right.evidenceMissing'>> {
  if (event === 'confirm' && consent.statedBy === personId) return refuse('right.samePerson');
  if (event === 'confirm' && consent.evidenceId === null) return refuse('right.evidenceMissing');
  const next = transition(rightConsentTransitions, consent.state, event);
  if (!next.ok) return next;
  const confirmedBy = event === 'confirm' ? personId : consent.confirmedBy;
  return ok({ ...consent, state: next.value, confirmedBy, updatedAt: now });
}

/** Does it cover the act on that day? */
export const consentCovers = (consent: RightConsent, act: DisposalAct, today: LocalDate): boolean =>
  consent.state === 'given' &&
  consent.acts.includes(act) &&
  (consent.validUntil === null || today <= consent.validUntil);
