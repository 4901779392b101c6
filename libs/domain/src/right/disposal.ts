import type { LocalDate } from '../calendar/local-date.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import type { TransferMode } from '../achievement/achievement.js';
import type { Contract } from '../contract/contract.js';
import {
  consentCovers,
  disposalActNames,
  mayActAlone,
  sharesIncome,
  type CoOwnership,
  type DisposalAct,
  type RightConsent,
} from './co-ownership.js';
import { inForceOn, inForceWithin, territoriesMeet, type OverlayKind, type RightOverlay } from './overlay.js';
import { isPatentRight, type Right } from './right.js';

/** What somebody wants to do with a right. */
export interface Disposal {
  readonly act: DisposalAct;
  readonly from: LocalDate;
  /** Last day of a licence, or of the debt that a pledge secures; null is open. */
  readonly until: LocalDate | null;
  readonly territory: readonly string[];
  /** Who gets it: a licensee may be given more, and nobody is in his own way. */
  readonly counterpartyIds: readonly string[];
  /** To a foreign person, enterprise or other organization. */
  readonly foreign: boolean;
}

/** All that bears on the answer. */
export interface Situation {
  readonly right: Right;
  readonly overlays: readonly RightOverlay[];
  readonly coOwnership: CoOwnership;
  readonly consents: readonly RightConsent[];
  /** An annual fee is overdue and in its six months of grace. */
  readonly feeOverdue: boolean;
}

export const rightFlags = [
  'pending',
  'dispute',
  'invalidationRequested',
  'partlyInvalid',
  'feeOverdue',
  'licensed',
  'openLicence',
  'pledgedBefore',
  'incomeShared',
  'registrationNeeded',
  'filingNeeded',
  'exportApproved',
] as const;
/** What the other side must be told though it forbids nothing. */
export type RightFlag = (typeof rightFlags)[number];

export type RightGuardRefusal = Refusal<
  | 'right.secret'
  | 'right.ended'
  | 'right.notGranted'
  | 'right.outlastsTerm'
  | 'right.assignmentPending'
  | 'right.preserved'
  | 'right.suspended'
  | 'right.feeOverdue'
  | 'right.pledged'
  | 'right.alreadyPledged'
  | 'right.licensedExclusively'
  | 'right.licensedOrdinarily'
  | 'right.openLicenceInForce'
  | 'right.coOwnerConsentMissing'
  | 'right.exportNotApproved'
>;

const licenceActs: readonly DisposalAct[] = ['exclusiveLicence', 'soleLicence', 'ordinaryLicence', 'openLicence'];
const shuttingOut: readonly DisposalAct[] = ['exclusiveLicence', 'soleLicence'];
const handingOver: readonly DisposalAct[] = ['transfer', 'equityContribution'];
export const isLicence = (act: DisposalAct): boolean => licenceActs.includes(act);

type Answer = RightGuardRefusal | null;
type Rule = (situation: Situation, disposal: Disposal, today: LocalDate) => Answer;

const no = (
  code: RightGuardRefusal['code'],
  { right }: Situation,
  { act }: Disposal,
  params: Readonly<Record<string, string>> = {},
): Answer => refuse(code, { number: right.number, title: right.title, act: disposalActNames[act], ...params }).refusal;

const lying = ({ overlays }: Situation, kind: OverlayKind, today: LocalDate): RightOverlay | undefined =>
  overlays.find((overlay) => overlay.kind === kind && inForceOn(overlay, today));

/** 专利法 art. 4: what concerns security or vital interests follows its own rules, off the open market. */
const notSecret: Rule = (s, d) => (s.right.secret ? no('right.secret', s, d) : null);

/** 专利法 arts. 42, 44, 47; 民法典 art. 865: what ended cannot be given. Before the grant: no open licence, no pledge. */
const alive: Rule = (s, d) => {
  const { standing, state, expiresOn } = s.right;
  if (standing === 'ended' || standing === 'invalid') {
    return no('right.ended', s, d, { state: state === 'granted' ? 'expired' : state, expiresOn: expiresOn ?? '' });
  }
  const needsGrant = d.act === 'openLicence' || d.act === 'pledge';
  return standing === 'pending' && needsGrant ? no('right.notGranted', s, d) : null;
};

/** 民法典 art. 865; 专利权质押登记办法 (461号) on debts that outlast the patent. */
const withinTerm: Rule = (s, d) => {
  const { expiresOn } = s.right;
  if (expiresOn === null || d.until === null || d.until <= expiresOn) return null;
  return no('right.outlastsTerm', s, d, { until: d.until, expiresOn });
};

/** 专利法 art. 10: sold, and only waiting for the register; who sold it is bound (民法典 art. 509). */
const notSold: Rule = (s, d, today) => (lying(s, 'assignment', today) ? no('right.assignmentPending', s, d) : null);

/** 专利法实施细则 (2023) art. 104; 专利实施许可合同备案办法 art. 12 (6). */
const notPreserved: Rule = (s, d, today) => {
  const found = lying(s, 'preservation', today);
  return found ? no('right.preserved', s, d, { reference: found.reference ?? '', until: found.until ?? '' }) : null;
};

/** 专利法实施细则 (2023) arts. 103, 86 (2). A dispute alone stops nothing, but must be told. */
const notSuspended: Rule = (s, d, today) => (lying(s, 'suspension', today) ? no('right.suspended', s, d) : null);

/** 专利法实施细则 (2023) art. 86 (3); 专利权质押登记办法 (461号): 没有按照规定缴纳年费的. */
const feesPaid: Rule = (s, d) =>
  s.feeOverdue && (d.act === 'openLicence' || d.act === 'pledge') ? no('right.feeOverdue', s, d) : null;

/** 民法典 art. 444 para. 2; 专利法实施细则 art. 86 (4). A second pledge of a patent is not registered (461号). */
const pledgeeAgrees: Rule = (s, d, today) => {
  for (const pledge of s.overlays.filter((overlay) => overlay.kind === 'pledge' && inForceOn(overlay, today))) {
    if (d.act === 'pledge') {
      if (isPatentRight(s.right)) return no('right.alreadyPledged', s, d);
      continue;
    }
    const agreed = s.consents.some(
      (consent) => consent.overlayId === pledge.id && consentCovers(consent, d.act, today),
    );
    if (!agreed) return no('right.pledged', s, d, { pledgee: pledge.holderName });
  }
  return null;
};

/** 技术合同司法解释 art. 25 on what exclusive, sole and ordinary mean; 专利法 art. 51 para. 3; 细则 art. 86 (1). */
const licencesAgree: Rule = (s, d) => {
  if (!isLicence(d.act)) return null;
  const others = s.overlays.filter(
    (overlay) =>
      overlay.kind === 'licence' &&
      inForceWithin(overlay, d.from, d.until) &&
      !(overlay.holderOrganizationId !== null && d.counterpartyIds.includes(overlay.holderOrganizationId)),
  );
  const meeting =
    d.act === 'openLicence' ? others : others.filter((overlay) => territoriesMeet(overlay.territory, d.territory));
  const shut = meeting.find(({ manner }) => manner === 'exclusive' || manner === 'sole');
  if (shut)
    return no('right.licensedExclusively', s, d, {
      manner: shut.manner === 'sole' ? '排他' : '独占',
      licensee: shut.holderName,
    });
  if (shuttingOut.includes(d.act) && meeting.length > 0) {
    return no('right.licensedOrdinarily', s, d, { licensee: meeting[0]?.holderName ?? '' });
  }
  return null;
};

/** 专利法 art. 51 para. 3: while it is open to all, nobody gets it for himself. */
const notOpenToAll: Rule = (s, d, today) =>
  (shuttingOut.includes(d.act) || d.act === 'openLicence') && lying(s, 'openLicence', today)
    ? no('right.openLicenceInForce', s, d)
    : null;

/** 专利法 art. 14; 著作权法 art. 14; 专利权质押登记办法 art. 4. */
const coOwnersAgree: Rule = (s, d, today) => {
  if (mayActAlone(s.right.kind, s.coOwnership, d.act)) return null;
  const missing = s.coOwnership.owners.filter(
    ({ id }) => !s.consents.some((consent) => consent.coOwnerId === id && consentCovers(consent, d.act, today)),
  );
  return missing.length > 0
    ? no('right.coOwnerConsentMissing', s, d, { missing: missing.map(({ name }) => name).join('、') })
    : null;
};

/** 专利法 art. 10 para. 2; 技术进出口管理条例 art. 2: handing technology abroad. A design is a look, no technology. */
const mayLeave: Rule = (s, d, today) => {
  if (!d.foreign || d.act === 'pledge' || s.right.kind === 'designPatent') return null;
  const approved = s.consents.some((consent) => consent.giver === 'authority' && consentCovers(consent, d.act, today));
  return approved ? null : no('right.exportNotApproved', s, d);
};

/** In the order in which a lawyer would ask: is it there, is it free, do those who have a say agree. */
const rules: readonly Rule[] = [
  notSecret,
  alive,
  withinTerm,
  notSold,
  notPreserved,
  notSuspended,
  feesPaid,
  licencesAgree,
  notOpenToAll,
  pledgeeAgrees,
  coOwnersAgree,
  mayLeave,
];

/** May this be done with the right today? The first rule that forbids it is named; otherwise what must be told. */
export function mayDispose(
  situation: Situation,
  disposal: Disposal,
  today: LocalDate,
): Result<readonly RightFlag[], RightGuardRefusal> {
  for (const rule of rules) {
    const refusal = rule(situation, disposal, today);
    if (refusal) return { ok: false, refusal };
  }
  return ok(flagsOf(situation, disposal, today));
}

function flagsOf(s: Situation, d: Disposal, today: LocalDate): readonly RightFlag[] {
  const lies = (kind: OverlayKind) => lying(s, kind, today) !== undefined;
  const over = handingOver.includes(d.act);
  const told: Readonly<Record<RightFlag, boolean>> = {
    pending: s.right.standing === 'pending',
    dispute: lies('dispute'),
    invalidationRequested: lies('invalidationRequest'),
    partlyInvalid: lies('partialInvalidity'),
    feeOverdue: s.feeOverdue,
    licensed: lies('licence') && !isLicence(d.act),
    openLicence: lies('openLicence'),
    pledgedBefore: lies('pledge'),
    incomeShared: sharesIncome(s.right.kind, s.coOwnership, d.act),
    registrationNeeded: (over && takesEffectOnRegistration(s.right)) || d.act === 'pledge',
    filingNeeded: isLicence(d.act) && isPatentRight(s.right),
    exportApproved: d.foreign,
  };
  return rightFlags.filter((flag) => told[flag]);
}

/** 专利法 art. 10 para. 3; 布图设计保护条例 art. 22; 植物新品种保护条例: by the register. Software: by the contract. */
export const takesEffectOnRegistration = ({ kind }: Pick<Right, 'kind'>): boolean => kind !== 'softwareCopyright';

/** What a listing's way means for its rights; its manner of licence is known with the contract only. Null: nothing. */
export function disposalOfListing(mode: TransferMode, today: LocalDate): Disposal | null {
  const acts: Partial<Record<TransferMode, DisposalAct>> = {
    transfer: 'transfer',
    equityContribution: 'equityContribution',
    licence: 'ordinaryLicence',
  };
  const act = acts[mode];
  if (act === undefined) return null;
  return {
    act,
    from: today,
    until: act === 'ordinaryLicence' ? today : null,
    territory: [],
    counterpartyIds: [],
    foreign: false,
  };
}

/** What a contract does with the rights it is about; null: it disposes of none. */
export function disposalOfContract(
  {
    type,
    licence,
    parties,
    validFrom,
    validUntil,
  }: Pick<Contract, 'type' | 'licence' | 'parties' | 'validFrom' | 'validUntil'>,
  today: LocalDate,
): Disposal | null {
  const buyers = parties.filter(({ role }) => role === 'buyer');
  const shared = {
    from: validFrom !== null && validFrom > today ? validFrom : today,
    counterpartyIds: buyers.map(({ organizationId }) => organizationId),
    foreign: buyers.some(({ countryCode }) => countryCode !== chinaCode),
  };
  if (type === 'transfer') return { ...shared, act: 'transfer', until: null, territory: [] };
  if (type !== 'licence') return null;
  // 技术合同司法解释 art. 25 para. 2: silent on the manner is an ordinary licence.
  const acts = { exclusive: 'exclusiveLicence', sole: 'soleLicence', ordinary: 'ordinaryLicence' } as const;
  const until = licence?.until ?? validUntil;
  return { ...shared, act: acts[licence?.manner ?? 'ordinary'], until, territory: areasOf(licence?.territory ?? null) };
}

const chinaCode = '142';

/** Area codes when the text is nothing else; any other wording is taken for the whole country, cautiously. */
export function areasOf(text: string | null): readonly string[] {
  const parts = (text ?? '').split(/[、,，;；\s]+/u).filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => /^\d{6}$/u.test(part)) ? parts : [];
}
