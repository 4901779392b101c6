import type { AchievementKind } from '../achievement/achievement.js';
import type { LocalDate } from '../calendar/local-date.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { transition, type EventOf, type StateOf, type TransitionTable } from '../shared/state-machine.js';
import { evidenceOf, fieldsOf, type FormField } from './registration-form.policy.js';
import type { RegistrationForm } from './registration-form.js';

/** Registration of an achievement with the bureau (成果登记): drafted by the unit, reviewed by the bureau, then numbered. */
export interface AchievementRegistration {
  readonly id: string;
  /** Null: taken over from an old register. */
  readonly achievementId: string | null;
  readonly organizationId: string;
  readonly origin: 'filed' | 'oldRegister';
  readonly kind: AchievementKind;
  readonly form: RegistrationForm;
  readonly state: AchievementRegistrationState;
  readonly number: string | null;
  readonly registeredOn: LocalDate | null;
  /** 1 when it was registered, one more with every approved change. */
  readonly revision: number;
  /** What the bureau found wrong, one line each. */
  readonly findings: readonly string[];
  readonly refusalGround: RefusalGround | null;
  readonly reason: string | null;
  readonly filedBy: string;
  readonly reviewedBy: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const achievementRegistrationTransitions = {
  draft: { submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { accept: 'registered', return: 'returned', refuse: 'refused', withdraw: 'withdrawn' },
  returned: { submit: 'submitted', withdraw: 'withdrawn' },
  registered: { revoke: 'revoked' },
  refused: {},
  revoked: {},
  withdrawn: {},
} as const satisfies TransitionTable;
export type AchievementRegistrationState = StateOf<typeof achievementRegistrationTransitions>;
export type AchievementRegistrationEvent = EventOf<typeof achievementRegistrationTransitions>;

/** A change of what was registered (变更): asked for by the unit, approved by the bureau; the number stays. */
export interface RegistrationFormChange {
  readonly id: string;
  readonly registrationId: string;
  readonly organizationId: string;
  readonly form: RegistrationForm;
  readonly before: RegistrationForm;
  readonly reason: string;
  readonly state: RegistrationFormChangeState;
  readonly decisionReason: string | null;
  readonly askedBy: string;
  readonly decidedBy: string | null;
  readonly createdAt: Date;
  readonly decidedAt: Date | null;
}
export const registrationFormChangeTransitions = {
  asked: { approve: 'approved', refuse: 'refused' },
  approved: {},
  refused: {},
} as const satisfies TransitionTable;
export type RegistrationFormChangeState = StateOf<typeof registrationFormChangeTransitions>;

const conditions = '《科技成果登记办法》（国科发计字〔2000〕542号）〔依通行理解，待核原文〕';
/** On what ground the bureau may say no. Whatever can be put right is returned, not refused. */
export const refusalGrounds = {
  secret: { title: '涉及国家秘密，不在本平台登记', source: '促进科技成果转化法第十一条' },
  evaluationNegative: { title: '已有的评价结论不支持登记', source: conditions },
  unlawful: { title: '违背国家法律、法规和政策', source: conditions },
  ownershipDisputed: { title: '存在权属争议且尚未解决', source: conditions },
  duplicate: { title: '同一成果已经登记', source: conditions },
  notAchievement: { title: '不属于科技成果登记范围', source: conditions },
} as const;
export type RefusalGround = keyof typeof refusalGrounds;
export const refusalGroundCodes = Object.keys(refusalGrounds) as RefusalGround[];

export interface FormGap {
  readonly field: string;
  readonly title: string;
}

/** What a form of this type lacks: fields, and one paper of each group of evidence. Everything at once. */
export function gapsOf(
  kind: AchievementKind,
  form: RegistrationForm,
  materialKinds: readonly string[],
  on: LocalDate,
): readonly FormGap[] {
  const fields = fieldsOf(kind, on)
    .filter(({ member }) => isEmpty(form[member]))
    .map(({ member, title }: FormField) => ({ field: member, title }));
  const papers = evidenceOf(kind, on)
    .filter(({ anyOf }) => !anyOf.some((one) => materialKinds.includes(one)))
    .map(({ title, anyOf }) => ({ field: anyOf.join('|'), title }));
  return [...fields, ...papers];
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

export type FormRefusal = Refusal<'achievementRegistration.incomplete' | 'achievementRegistration.datesWrong'>;

export function checkForm(
  kind: AchievementKind,
  form: RegistrationForm,
  materialKinds: readonly string[],
  today: LocalDate,
): Result<RegistrationForm, FormRefusal> {
  const gaps = gapsOf(kind, form, materialKinds, today);
  if (gaps.length > 0) {
    return refuse('achievementRegistration.incomplete', { missing: gaps.map(({ title }) => title).join('、') });
  }
  const { startedOn, endedOn, evaluatedOn } = form;
  const wrong = (startedOn ?? '') > (endedOn ?? today) || (endedOn ?? '') > today || (evaluatedOn ?? '') > today;
  return wrong ? refuse('achievementRegistration.datesWrong', {}, '/form') : ok(form);
}

export function moveRegistration(
  registration: AchievementRegistration,
  event: AchievementRegistrationEvent,
  now: Date,
): Result<AchievementRegistration, Refusal<'state.notAllowed'>> {
  const next = transition(achievementRegistrationTransitions, registration.state, event);
  if (!next.ok) return next;
  return ok({ ...registration, state: next.value, updatedAt: now, version: registration.version + 1 });
}

/** Comparable: full-width signs, case, spaces and punctuation do not make another title. */
export const titleKey = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '');

const numberShape = /^(\d{3})((?:19|20)\d{2})([YJR])(\d{4})$/;
const kindOfLetter = { Y: 'applied', J: 'basic', R: 'softScience' } as const;

export interface ReadNumber {
  readonly place: string;
  readonly year: number;
  readonly kind: AchievementKind;
  readonly serial: number;
}

/** 12 characters: 省码 3, year 4, type letter, serial 4; null when it is none. */
export function readNumber(text: string): ReadNumber | null {
  const [, place = '', year = '', letter = '', serial = ''] = numberShape.exec(text) ?? [];
  if (place === '' || Number(serial) === 0) return null;
  return { place, year: Number(year), kind: kindOfLetter[letter as keyof typeof kindOfLetter], serial: Number(serial) };
}

/** A line of an old register (历史登记), as it is written into ours. */
export interface OldEntry {
  readonly number: string;
  readonly title: string;
  readonly firstUnit: string;
  readonly registeredOn: LocalDate | null;
  readonly inventors: readonly string[];
  readonly summary: string | null;
}

export type OldEntryRefusal = Refusal<
  'achievementRegistration.numberMalformed' | 'achievementRegistration.yearDiffers' | 'achievementRegistration.dayAhead'
>;

/** Whether the number is one, and agrees with the day of the registration. */
export function checkOldEntry(entry: OldEntry, today: LocalDate): Result<ReadNumber, OldEntryRefusal> {
  const read = readNumber(entry.number);
  if (!read) return refuse('achievementRegistration.numberMalformed', { number: entry.number }, '/externalKey');
  if (entry.registeredOn !== null && entry.registeredOn > today) {
    return refuse('achievementRegistration.dayAhead', {}, '/registeredOn');
  }
  const year = Number(today.slice(0, 4));
  const said = entry.registeredOn === null ? null : Number(entry.registeredOn.slice(0, 4));
  if (read.year > year || (said !== null && said !== read.year)) {
    return refuse(
      'achievementRegistration.yearDiffers',
      { number: entry.number, year: String(said ?? year) },
      '/registeredOn',
    );
  }
  return ok(read);
}
