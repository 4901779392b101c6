import { beijingDate, type LocalDate } from '../calendar/local-date.js';
import type { ContractRegistration } from '../contract-registration/contract-registration.js';
import { partiesOf, type FiledParty } from '../contract-registration/filed-contract.js';
import { registrationOffices } from '../contract-registration/rule-set.policy.js';
import { capitals } from '../money/capitals.js';
import { formatYuan, type Fen } from '../money/money.js';
import type { StateOf, TransitionTable } from '../shared/state-machine.js';

/**
 * 登记证明. The content of an edition never changes. A changed registration gets a new edition, and the old one verifies
 * as 已变更; after 注销 every edition verifies as 已注销.
 */
export const certificateTransitions = {
  valid: { change: 'changed', cancel: 'cancelled' },
  changed: { cancel: 'cancelled' },
  cancelled: {},
} as const satisfies TransitionTable;

export type CertificateState = StateOf<typeof certificateTransitions>;

export interface CertificateParty {
  readonly name: string;
  readonly creditCode: string;
}

export interface CertificateAmount {
  readonly yuan: string;
  readonly capitals: string;
}

/** What is signed. Only text and lists of text, so that every reader computes the same canonical form. */
export interface CertificateContent {
  readonly kind: '技术合同登记证明';
  readonly registrationNumber: string;
  readonly title: string;
  readonly contractType: string;
  readonly sellers: readonly CertificateParty[];
  readonly buyers: readonly CertificateParty[];
  readonly signedOn: LocalDate | null;
  readonly validUntil: LocalDate | null;
  readonly contractValue: CertificateAmount;
  readonly technologyValue: CertificateAmount;
  readonly office: string;
  readonly registrar: string;
  readonly reviewer: string | null;
  readonly registeredOn: LocalDate;
  readonly verificationCode: string;
  /** 1 for the first; as text, like everything that is signed. Certificates older than editions say nothing of it. */
  readonly edition?: string;
  /** Verification code of the edition that this one replaces. */
  readonly replaces?: string | null;
}

/** What makes one edition of a certificate itself. */
export interface Edition {
  readonly number: number;
  readonly verificationCode: string;
  readonly replaces: string | null;
}

export interface Officers {
  readonly registrar: string;
  readonly reviewer: string | null;
}

const typeNames = {
  development: '技术开发合同',
  transfer: '技术转让合同',
  licence: '技术许可合同',
  consulting: '技术咨询合同',
  service: '技术服务合同',
} as const;

/** The certificate of a registered contract. No rule or article is printed: the final text of the rules is not at hand. */
export function certificateContent(
  registration: ContractRegistration,
  officers: Officers,
  edition: Edition,
): CertificateContent {
  const { contract, determination, registeredAt, registrationNumber } = registration;
  if (!determination || !registeredAt || registrationNumber === null)
    throw new Error('only a registered contract has one');
  return {
    kind: '技术合同登记证明',
    registrationNumber,
    title: contract.title,
    contractType: typeNames[determination.type],
    sellers: partiesOf(contract, 'seller').map(nameAndCode),
    buyers: partiesOf(contract, 'buyer').map(nameAndCode),
    signedOn: contract.signedOn,
    validUntil: contract.validUntil,
    contractValue: amount(contract.contractValue),
    technologyValue: amount(determination.technologyValue),
    office: registrationOffices.find((office) => office.code === registration.office)?.name ?? registration.office,
    registrar: officers.registrar,
    reviewer: officers.reviewer,
    registeredOn: beijingDate(registeredAt),
    verificationCode: edition.verificationCode,
    edition: String(edition.number),
    replaces: edition.replaces,
  };
}

export interface CertificateLife {
  readonly createdAt: Date;
  readonly changedAt: Date | null;
  readonly cancelledAt: Date | null;
}

/** How an edition stood at the end of a day in Beijing. */
export function stateOn(life: CertificateLife, day: LocalDate): CertificateState | 'notIssued' {
  const by = (instant: Date | null): boolean => instant !== null && beijingDate(instant) <= day;
  if (by(life.cancelledAt)) return 'cancelled';
  if (by(life.changedAt)) return 'changed';
  return by(life.createdAt) ? 'valid' : 'notIssued';
}

const nameAndCode = ({ name, creditCode }: FiledParty): CertificateParty => ({ name, creditCode });
const amount = (fen: Fen): CertificateAmount => ({ yuan: formatYuan(fen), capitals: capitals(fen) });

/** 甘肃省农业科学院 → 甘＊＊＊＊＊＊院: first and last sign stay, so that a holder recognises it and a stranger learns nothing. */
export function maskName(name: string): string {
  const signs = [...name];
  if (signs.length <= 2) return `${signs[0] ?? ''}＊`;
  return `${signs[0]}${'＊'.repeat(signs.length - 2)}${signs.at(-1)}`;
}
