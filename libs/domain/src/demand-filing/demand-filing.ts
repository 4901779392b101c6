import { addDays, type LocalDate } from '../calendar/local-date.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';

/** A demand that an officer or a broker writes down for somebody else (代填), until that one takes it over. */
export interface DemandFiling {
  readonly demandId: string;
  readonly filerOrganizationId: string;
  readonly filerPersonId: string;
  /** Under which a broker files; null for an officer. */
  readonly mandateId: string | null;
  readonly principal: FilingPrincipal;
  readonly consent: FilingConsent;
  readonly handoverIssuedAt: Date | null;
  readonly takenOverAt: Date | null;
  readonly takenOverByOrganizationId: string | null;
  readonly createdAt: Date;
}

export const principalKinds = ['cooperative', 'farmerGroup', 'farmer'] as const;
/** 合作社、农户小组、农户. */
export type PrincipalKind = (typeof principalKinds)[number];

/** Whose need it is. */
export interface FilingPrincipal {
  readonly kind: PrincipalKind;
  readonly name: string;
  /** Its account on the market, when it has one. */
  readonly organizationId: string | null;
}

export const consentWays = ['written', 'inPerson', 'phone', 'message'] as const;
/** 书面、当面口头、电话、短信或微信. */
export type ConsentWay = (typeof consentWays)[number];

/** How and when the principal agreed that its need is published and its contact kept (个人信息保护法 art. 13, 14). */
export interface FilingConsent {
  readonly how: ConsentWay;
  readonly givenOn: LocalDate;
  readonly givenBy: string;
  readonly note: string;
  /** Consent may be withdrawn at any time (art. 15). */
  readonly withdrawnAt: Date | null;
}

/** Read by whoever files and by the owner only, never published, erased when the consent is withdrawn. */
export interface FilingContact {
  readonly name: string;
  readonly phone: string;
}

/** A consent is of this need: older than a year it is another one's. The market's own rule. */
const consentLifeDays = 365;

export function checkConsent(
  consent: Pick<FilingConsent, 'givenOn'>,
  today: LocalDate,
): Result<true, Refusal<'demandFiling.consentDate'>> {
  const earliest = addDays(today, -consentLifeDays);
  return consent.givenOn <= today && consent.givenOn >= earliest
    ? ok(true)
    : refuse('demandFiling.consentDate', { earliest, today }, '/consent/givenOn');
}

/** An officer files for his own county; the city's, for every county of the city (GB/T 2260: 621000). */
export const mayFileIn = (officerCountyCode: string, demandCountyCode: string): boolean =>
  officerCountyCode === demandCountyCode ||
  (officerCountyCode.endsWith('00') && demandCountyCode.startsWith(officerCountyCode.slice(0, 4)));

/** Who may take it over: the named organization, or whoever was given the code. */
export function mayTakeOver(
  filing: DemandFiling,
  organizationId: string,
  codeFits: boolean,
): Result<true, Refusal<'demand.notFound' | 'demandFiling.takenOver' | 'demandFiling.consentWithdrawn'>> {
  const named = filing.principal.organizationId === organizationId;
  if (!named && !codeFits) return refuse('demand.notFound');
  if (filing.takenOverAt !== null) return refuse('demandFiling.takenOver');
  if (filing.consent.withdrawnAt !== null) return refuse('demandFiling.consentWithdrawn');
  return ok(true);
}
