import type { LocalDate } from '../calendar/local-date.js';
import type { EventOf, StateOf, TransitionTable } from '../shared/state-machine.js';

/** 众创空间, 科技企业孵化器, 星创天地, 农业科技示范村, 专家工作站, 示范基地. */
export const carrierKinds = [
  'makerSpace',
  'incubator',
  'agriStarSpace',
  'demonstrationVillage',
  'expertStation',
  'demonstrationBase',
] as const;
export type CarrierKind = (typeof carrierKinds)[number];

export const carrierKindTitles: Readonly<Record<CarrierKind, string>> = {
  makerSpace: '众创空间',
  incubator: '科技企业孵化器',
  agriStarSpace: '星创天地',
  demonstrationVillage: '农业科技示范村',
  expertStation: '专家工作站',
  demonstrationBase: '科技成果转移转化示范基地',
};

/** 国家级, 省级, 市级, 县（区）级. */
export const carrierLevels = ['national', 'provincial', 'city', 'county'] as const;
export type CarrierLevel = (typeof carrierLevels)[number];

/** Levels that the city's and the counties' bureaus recognize themselves; the others are recorded with their document. */
export const ownLevels = ['city', 'county'] as const satisfies readonly CarrierLevel[];

export const carrierLevelTitles: Readonly<Record<CarrierLevel, string>> = {
  national: '国家级',
  provincial: '省级',
  city: '市级',
  county: '县（区）级',
};

/**
 * A title is applied for, examined by one officer, decided by another, posted, and recognized when nobody objected; or it was
 * recognized elsewhere, is recorded by one officer and confirmed by another. A title that is being rectified is still in force.
 */
export const carrierTitleTransitions = {
  applied: { examine: 'examined', return: 'returned', refuse: 'refused', cancel: 'cancelled' },
  returned: { resubmit: 'applied', cancel: 'cancelled' },
  examined: { publicize: 'publicized', sendBack: 'applied', refuse: 'refused' },
  publicized: { endNotice: 'recognized', stopNotice: 'examined' },
  recorded: { confirm: 'recognized', refuse: 'refused' },
  recognized: { rectify: 'rectifying', withdraw: 'withdrawn', expire: 'expired' },
  rectifying: { restore: 'recognized', withdraw: 'withdrawn', expire: 'expired' },
  refused: {},
  cancelled: {},
  withdrawn: {},
  expired: {},
} as const satisfies TransitionTable;
export type CarrierTitleState = StateOf<typeof carrierTitleTransitions>;
export type CarrierTitleEvent = EventOf<typeof carrierTitleTransitions>;

/** States that anybody may see: a title that is or was held. */
export const publicTitleStates: readonly CarrierTitleState[] = ['recognized', 'rectifying', 'withdrawn', 'expired'];

/** What an applicant states of itself; checked against the conditions of its kind. */
export interface CarrierFacts {
  readonly areaSquareMetres: number | null;
  readonly tenantAreaPercent: number | null;
  readonly operatingSince: LocalDate | null;
  readonly seedFundYuan: string | null;
  readonly staff: number | null;
  readonly professionalStaffPercent: number | null;
  readonly mentors: number | null;
}

export interface CarrierTitle {
  readonly id: string;
  readonly organizationId: string;
  readonly kind: CarrierKind;
  readonly level: CarrierLevel;
  readonly state: CarrierTitleState;
  readonly origin: 'application' | 'record';
  readonly name: string;
  readonly countyCode: string;
  /** 专业化方向; null: 综合. */
  readonly professionalField: string | null;
  readonly statement: string;
  readonly facts: CarrierFacts;
  /** Number of the document that recognized it. */
  readonly document: string | null;
  readonly recognizedOn: LocalDate | null;
  readonly validUntil: LocalDate | null;
  readonly endedOn: LocalDate | null;
  readonly filedBy: string;
  readonly examinedBy: string | null;
  readonly opinion: string | null;
  readonly decidedBy: string | null;
  readonly decisionReason: string | null;
  readonly noticeId: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The part of a title that says when it was in force. */
export type TitleSpan = Pick<CarrierTitle, 'recognizedOn' | 'validUntil' | 'endedOn'>;

/** In force on a day: recognized by then, not run out before it, not ended on or before it. */
export const inForceOn = ({ recognizedOn, validUntil, endedOn }: TitleSpan, day: LocalDate): boolean =>
  recognizedOn !== null &&
  recognizedOn <= day &&
  (validUntil === null || day <= validUntil) &&
  (endedOn === null || day < endedOn);
