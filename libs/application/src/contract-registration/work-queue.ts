/** States in which a case lies on somebody's desk. */
export const deskStates = [
  'filed',
  'accepted',
  'underReview',
  'expertReview',
  'supplementRequested',
  'secondReview',
] as const;

/** Whose desk: which states lie there. A registered case to be cancelled or changed lies with one of the first three. */
const statesOfHolder: Readonly<Record<string, readonly string[]>> = {
  registrationOffice: ['filed', 'accepted', 'underReview', 'registered'],
  seller: ['supplementRequested', 'registered'],
  reviewer: ['secondReview', 'registered'],
  experts: ['expertReview'],
};

/** What of the work queue somebody wants to see; null members leave it out. */
export interface QueueFilter {
  readonly states: readonly string[] | null;
  readonly office: string | null;
  readonly examinerId: string | null;
  /** Of a registered case, whose state does not tell who holds it. */
  readonly holder: string | null;
}

/** A term is near when so many days or fewer are left (calendar days; a measure of the platform, no rule of the law). */
export const dueSoonDays = 3;

/** How much lies with one holder, and how the legal clocks of it stand. */
export interface DeskCount {
  readonly holder: string;
  readonly open: number;
  readonly dueSoon: number;
  readonly overdue: number;
}

/** A state and a holder together leave what both allow, which may be nothing. */
export function queueFilter(wanted: {
  readonly state?: string;
  readonly holder?: string;
  readonly office?: string;
  readonly examinerId?: string;
}): QueueFilter {
  const ofHolder = wanted.holder === undefined ? null : (statesOfHolder[wanted.holder] ?? []);
  const states =
    wanted.state === undefined ? ofHolder : [wanted.state].filter((state) => ofHolder?.includes(state) ?? true);
  return {
    states,
    office: wanted.office ?? null,
    examinerId: wanted.examinerId ?? null,
    holder: wanted.holder ?? null,
  };
}
