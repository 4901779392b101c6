import { addMonths } from '../calendar/period.js';
import type { LocalDate } from '../calendar/local-date.js';
import type { LicenceManner } from '../contract/contract-terms.js';
import type { Fen } from '../money/money.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';
import type { RegisteredKind } from './right.js';

export const overlayKinds = [
  'pledge',
  'licence',
  'openLicence',
  'preservation',
  'suspension',
  'dispute',
  'invalidationRequest',
  'partialInvalidity',
  'assignment',
] as const;
/** 质押, 许可, 开放许可, 财产保全, 中止程序, 权属纠纷, 无效宣告请求, 部分无效, 待登记的转让. */
export type OverlayKind = (typeof overlayKinds)[number];
/** What an owner reports; the others follow from what happens on the market. */
export const reportedOverlayKinds = [
  'pledge',
  'licence',
  'preservation',
  'suspension',
  'dispute',
  'invalidationRequest',
  'partialInvalidity',
] as const satisfies readonly OverlayKind[];

export const overlayKindNames: Readonly<Record<OverlayKind, string>> = {
  pledge: '质押',
  licence: '许可',
  openLicence: '开放许可',
  preservation: '财产保全',
  suspension: '程序中止',
  dispute: '权属纠纷',
  invalidationRequest: '无效宣告请求',
  partialInvalidity: '部分无效',
  assignment: '转让待登记',
};

/** Something that lies on a right for a time (权利负担): kept for ever, ended but never removed. */
export interface RightOverlay {
  readonly id: string;
  readonly rightId: string;
  readonly rightKind: RegisteredKind;
  /** Number and title as they stood, for a holder who may not read the owner's register. */
  readonly rightNumber: string;
  readonly rightTitle: string;
  readonly organizationId: string;
  readonly kind: OverlayKind;
  readonly state: RightOverlayState;
  /** Pledgee, licensee, assignee: an organization of the market, or only a name. */
  readonly holderOrganizationId: string | null;
  readonly holderName: string;
  readonly manner: LicenceManner | null;
  /** Six-digit area codes; empty is the whole country. */
  readonly territory: readonly string[];
  readonly from: LocalDate;
  /** Last day; of a pledge, the last day to perform the debt, which does not end it. */
  readonly until: LocalDate | null;
  readonly securedAmount: Fen | null;
  /** 登记号、文号. */
  readonly reference: string | null;
  readonly basis: string;
  readonly evidenceId: string | null;
  readonly contractId: string | null;
  readonly registeredBy: string | null;
  readonly confirmedBy: string | null;
  readonly releaseBasis: string | null;
  readonly releaseEvidenceId: string | null;
  readonly releaseRequestedBy: string | null;
  readonly releasedBy: string | null;
  readonly endedOn: LocalDate | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What restricts counts as soon as one person says so; what frees needs evidence and a second person. */
export const rightOverlayTransitions = {
  registered: { confirm: 'confirmed', annul: 'annulled', requestRelease: 'releasing', expire: 'ended' },
  confirmed: { requestRelease: 'releasing', expire: 'ended', release: 'released' },
  releasing: { release: 'released', keep: 'confirmed', expire: 'ended' },
  released: {},
  ended: {},
  annulled: {},
} as const satisfies TransitionTable;

export type RightOverlayState = StateOf<typeof rightOverlayTransitions>;
export type RightOverlayEvent = EventOf<typeof rightOverlayTransitions>;

const restingStates: readonly RightOverlayState[] = ['registered', 'confirmed', 'releasing'];
/** These end with their last day by themselves. A pledge lasts until it is released (民法典 art. 393). */
export const endsByItself: readonly OverlayKind[] = ['licence', 'preservation', 'openLicence'];

export const rests = (overlay: Pick<RightOverlay, 'state'>): boolean => restingStates.includes(overlay.state);

/** Does it lie on the right on that day? */
export const inForceOn = (overlay: RightOverlay, day: LocalDate): boolean =>
  rests(overlay) &&
  overlay.from <= day &&
  (overlay.until === null || day <= overlay.until || !endsByItself.includes(overlay.kind));

/** Does it lie on the right on any day of the span? A null end is open. */
export const inForceWithin = (overlay: RightOverlay, from: LocalDate, until: LocalDate | null): boolean =>
  rests(overlay) &&
  (until === null || overlay.from <= until) &&
  (overlay.until === null || from <= overlay.until || !endsByItself.includes(overlay.kind));

/** A province's code stands for all in it; the empty list is the whole country. */
export function territoriesMeet(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  return a.some((one) => b.some((other) => areaMeets(one, other)));
}

const areaMeets = (a: string, b: string): boolean => {
  const stem = (code: string): string => code.replace(/(0000|00)$/u, '');
  const [shorter, longer] = stem(a).length <= stem(b).length ? [stem(a), b] : [stem(b), a];
  return longer.startsWith(shorter);
};

/** A court preserves for six months at most at a time, and may go on by another notice (最高法专利纠纷规定 art. 9). */
export const preservationMonths = {
  value: 6,
  source: '最高人民法院关于审理专利纠纷案件适用法律问题的若干规定',
  article: '第九条',
  effectiveFrom: '2001-07-01',
  effectiveTo: null,
} as const;

export type OverlayRefusal = Refusal<'right.overlayIncomplete' | 'right.overlayPeriod' | 'right.preservationTooLong'>;

type OverlayContent = Pick<
  RightOverlay,
  'kind' | 'manner' | 'securedAmount' | 'from' | 'until' | 'holderOrganizationId' | 'holderName' | 'territory'
>;

/** A pledge names pledgee and amount, a licence its manner; nothing ends before it begins. */
export function checkOverlay(content: OverlayContent, today: LocalDate): Result<true, OverlayRefusal> {
  const { kind, manner, securedAmount, from, until, holderName } = content;
  const missing = (field: string) => refuse('right.overlayIncomplete', { kind: overlayKindNames[kind] }, `/${field}`);
  if (from > today) return refuse('right.overlayPeriod', {}, '/from');
  if (until !== null && until < from) return refuse('right.overlayPeriod', {}, '/until');
  if (kind === 'licence' && manner === null) return missing('manner');
  if (kind !== 'licence' && manner !== null) return missing('manner');
  if ((kind === 'pledge' || kind === 'licence') && holderName === '') return missing('holderName');
  if (kind === 'pledge' && securedAmount === null) return missing('securedAmountYuan');
  if (kind !== 'pledge' && securedAmount !== null) return missing('securedAmountYuan');
  if (kind === 'preservation') {
    const last = addMonths(from, preservationMonths.value);
    if (until === null) return missing('until');
    if (until > last) return refuse('right.preservationTooLong', { last }, '/until');
  }
  return ok(true);
}

export type AdvanceRefusal = Refusal<'state.notAllowed' | 'right.samePerson' | 'right.evidenceMissing'>;

const stepOf = (
  overlay: RightOverlay,
  event: RightOverlayEvent,
  now: Date,
  change: Partial<RightOverlay>,
): Result<RightOverlay, Refusal<'state.notAllowed'>> => {
  const next = transition(rightOverlayTransitions, overlay.state, event);
  return next.ok
    ? ok({ ...overlay, ...change, state: next.value, version: overlay.version + 1, updatedAt: now })
    : next;
};

/** A second person has looked at the evidence. */
export function confirmOverlay(
  overlay: RightOverlay,
  personId: string,
  now: Date,
): Result<RightOverlay, AdvanceRefusal> {
  if (overlay.registeredBy === personId) return refuse('right.samePerson');
  if (overlay.evidenceId === null) return refuse('right.evidenceMissing');
  return stepOf(overlay, 'confirm', now, { confirmedBy: personId });
}

/** Entered by mistake: taken back by another person, before anybody confirmed it. */
export function annulOverlay(
  overlay: RightOverlay,
  personId: string,
  reason: string,
  on: LocalDate,
  now: Date,
): Result<RightOverlay, AdvanceRefusal> {
  if (overlay.registeredBy === personId) return refuse('right.samePerson');
  return stepOf(overlay, 'annul', now, { releasedBy: personId, releaseBasis: reason, endedOn: on });
}

export function requestRelease(
  overlay: RightOverlay,
  personId: string,
  given: { readonly basis: string; readonly evidenceId: string },
  now: Date,
): Result<RightOverlay, AdvanceRefusal> {
  const change = { releaseBasis: given.basis, releaseEvidenceId: given.evidenceId, releaseRequestedBy: personId };
  return stepOf(overlay, 'requestRelease', now, change);
}

export function decideRelease(
  overlay: RightOverlay,
  personId: string,
  agreed: boolean,
  on: LocalDate,
  now: Date,
): Result<RightOverlay, AdvanceRefusal> {
  if (overlay.releaseRequestedBy === personId) return refuse('right.samePerson');
  if (overlay.state !== 'releasing') return stepOf(overlay, 'keep', now, {});
  if (!agreed) {
    return stepOf(overlay, 'keep', now, { releaseBasis: null, releaseEvidenceId: null, releaseRequestedBy: null });
  }
  return stepOf(overlay, 'release', now, { releasedBy: personId, endedOn: on });
}

/** By the clock or by what happened on the market (a registered assignment, a withdrawn statement). */
export const endOverlay = (
  overlay: RightOverlay,
  event: 'expire' | 'release',
  on: LocalDate,
  now: Date,
): Result<RightOverlay, Refusal<'state.notAllowed'>> => stepOf(overlay, event, now, { endedOn: on });
