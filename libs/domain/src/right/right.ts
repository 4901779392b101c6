import type { LocalDate } from '../calendar/local-date.js';
import type { RightKind, RightState } from '../contract/contract-terms.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';
import type { Patent } from '../patent/patent.js';

/** Any entry of the register of intellectual property (知识产权): what overlays, consents and the guard look at. */
export interface Right {
  readonly id: string;
  readonly kind: RegisteredKind;
  readonly organizationId: string;
  /** The achievement it protects; null when none is on the market. */
  readonly achievementId: string | null;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly standing: RightState;
  readonly filedOn: LocalDate;
  readonly grantedOn: LocalDate | null;
  /** Last day; null when the law or the facts do not tell. */
  readonly expiresOn: LocalDate | null;
  /** 保密专利 and the like: on no open market. */
  readonly secret: boolean;
  readonly version: number;
}

export const otherKinds = ['softwareCopyright', 'newVariety', 'layoutDesign'] as const satisfies readonly RightKind[];
/** 计算机软件著作权, 植物新品种权, 集成电路布图设计专有权. */
export type OtherKind = (typeof otherKinds)[number];
export const patentRightKinds = [
  'inventionPatent',
  'utilityModelPatent',
  'designPatent',
] as const satisfies readonly RightKind[];
export type RegisteredKind = OtherKind | (typeof patentRightKinds)[number];
export const registeredKinds: readonly RegisteredKind[] = [...patentRightKinds, ...otherKinds];

export const rightKindNames: Readonly<Record<RegisteredKind, string>> = {
  inventionPatent: '发明专利',
  utilityModelPatent: '实用新型专利',
  designPatent: '外观设计专利',
  softwareCopyright: '计算机软件著作权',
  newVariety: '植物新品种权',
  layoutDesign: '集成电路布图设计专有权',
};

export const patentKindOf = {
  invention: 'inventionPatent',
  utilityModel: 'utilityModelPatent',
  design: 'designPatent',
} as const;
export const isPatentRight = (right: Pick<Right, 'kind'>): boolean => right.kind.endsWith('Patent');

/** A registered right that is no patent (其他知识产权), as its owner reports it. */
export interface IpRight {
  readonly id: string;
  readonly organizationId: string;
  readonly achievementId: string | null;
  readonly kind: OtherKind;
  readonly state: IpRightState;
  readonly number: string;
  readonly title: string;
  /** Day of filing; of software, the day its development was completed, on which the right arises. */
  readonly filedOn: LocalDate;
  readonly grantedOn: LocalDate | null;
  /** First publication of software; first commercial use of a layout design anywhere. */
  readonly firstUsedOn: LocalDate | null;
  /** Of software: whose it is decides its term. */
  readonly ownerKind: 'person' | 'organization';
  /** 藤本、木本: a variety of these lives longer. */
  readonly woody: boolean;
  readonly expiresOn: LocalDate | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const ipRightTransitions = {
  applied: { grant: 'granted', reject: 'rejected' },
  granted: { expire: 'expired', lapse: 'lapsed', surrender: 'surrendered', invalidate: 'invalid' },
  rejected: {},
  expired: { invalidate: 'invalid' },
  lapsed: { invalidate: 'invalid' },
  surrendered: { invalidate: 'invalid' },
  invalid: {},
} as const satisfies TransitionTable;

export type IpRightState = StateOf<typeof ipRightTransitions>;
export type IpRightEvent = EventOf<typeof ipRightTransitions>;
/** Events an owner reports; the end of the term is the clock's. */
export const reportedIpRightEvents = [
  'grant',
  'reject',
  'lapse',
  'surrender',
  'invalidate',
] as const satisfies readonly IpRightEvent[];

export function advanceIpRight(
  right: IpRight,
  event: IpRightEvent,
  now: Date,
): Result<IpRight, Refusal<'state.notAllowed' | 'right.neverLapses'>> {
  // Software has no annual fee, a layout design none either: nothing can lapse for it.
  if (event === 'lapse' && right.kind !== 'newVariety') return refuse('right.neverLapses');
  const next = transition(ipRightTransitions, right.state, event);
  return next.ok ? ok({ ...right, state: next.value, updatedAt: now, version: right.version + 1 }) : next;
}

const standingOf = (state: string, expiresOn: LocalDate | null, today: LocalDate): RightState => {
  if (state === 'applied' || state === 'published') return 'pending';
  if (state === 'granted') return expiresOn === null || today <= expiresOn ? 'inForce' : 'ended';
  return state === 'invalid' ? 'invalid' : 'ended';
};

export const rightOfPatent = (patent: Patent, today: LocalDate): Right => ({
  id: patent.id,
  kind: patentKindOf[patent.kind],
  organizationId: patent.organizationId,
  achievementId: patent.achievementId,
  number: patent.number,
  title: patent.title,
  state: patent.state,
  standing: standingOf(patent.state, patent.expiresOn, today),
  filedOn: patent.filedOn,
  grantedOn: patent.grantedOn,
  expiresOn: patent.expiresOn,
  secret: patent.secret,
  version: patent.version,
});

export const rightOfOther = (right: IpRight, today: LocalDate): Right => ({
  id: right.id,
  kind: right.kind,
  organizationId: right.organizationId,
  achievementId: right.achievementId,
  number: right.number,
  title: right.title,
  state: right.state,
  standing: standingOf(right.state, right.expiresOn, today),
  filedOn: right.filedOn,
  grantedOn: right.grantedOn,
  expiresOn: right.expiresOn,
  secret: false,
  version: right.version,
});
