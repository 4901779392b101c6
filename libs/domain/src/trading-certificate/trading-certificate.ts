import { beijingDate, type LocalDate } from '../calendar/local-date.js';
import type { CertificateAmount, CertificateParty } from '../certificate/certificate.js';
import type { PrintedField } from '../document/printed-field.js';
import type { StateOf, TransitionTable } from '../shared/state-machine.js';

/** 交易鉴证书: the market witnesses how a concluded deal came about. Its content never changes; it may be revoked. */
export const tradingCertificateTransitions = {
  valid: { revoke: 'revoked' },
  revoked: {},
} as const satisfies TransitionTable;

export type TradingCertificateState = StateOf<typeof tradingCertificateTransitions>;

/** What is signed. Only text and lists of text, so that every reader computes the same canonical form. */
export interface TradingCertificateContent {
  readonly kind: '交易鉴证书';
  readonly number: string;
  readonly title: string;
  /** 定价方式. */
  readonly method: string;
  readonly transferMode: string;
  readonly sellers: readonly CertificateParty[];
  readonly buyers: readonly CertificateParty[];
  readonly price: CertificateAmount;
  readonly signedOn: LocalDate;
  /** First and last day of the notice or of the announced period; null: no notice was needed. */
  readonly announcedOn: LocalDate | null;
  readonly announcedUntil: LocalDate | null;
  /** How many qualified bidders there were; null for a negotiated price. */
  readonly bidders: string | null;
  readonly concludedOn: LocalDate;
  /** SHA-256 of the contract's text, and of the proof of how the price was found. */
  readonly contractHash: string;
  readonly evidenceKind: string;
  readonly evidenceHash: string;
  readonly office: string;
  readonly officer: string;
  readonly issuedOn: LocalDate;
  readonly verificationCode: string;
}

export interface TradingCertificateLife {
  readonly issuedAt: Date;
  readonly revokedAt: Date | null;
}

/** The market's own number, unlike the 16 digits of a registration: QYJZ, year, serial. */
export const tradingCertificateNumber = (year: number, serial: number): string =>
  `QYJZ-${year}-${String(serial).padStart(6, '0')}`;

export const tradingCertificateNumberPattern = /^QYJZ-\d{4}-\d{6}$/;

/** How it stood at the end of a day in Beijing. */
export function tradingCertificateStateOn(
  { issuedAt, revokedAt }: TradingCertificateLife,
  day: LocalDate,
): TradingCertificateState | 'notIssued' {
  if (beijingDate(issuedAt) > day) return 'notIssued';
  return revokedAt !== null && beijingDate(revokedAt) <= day ? 'revoked' : 'valid';
}

/** What the page says: of the signed content alone, so that anybody can compose it again and compare. */
export function tradingCertificateFields(content: TradingCertificateContent): readonly PrintedField[] {
  const period =
    content.announcedOn === null ? '无须公示' : `${content.announcedOn} 至 ${content.announcedUntil ?? '未载明'}`;
  return [
    field('鉴证编号', content.number),
    field('项目名称', content.title),
    field('定价方式', content.method),
    field('转化方式', content.transferMode),
    ...content.sellers.map((party) => field('转让方', partyText(party))),
    ...content.buyers.map((party) => field('受让方', partyText(party))),
    field('成交价格', `人民币 ${content.price.yuan} 元（大写：${content.price.capitals}）`),
    field('公示（公告）期间', period),
    ...(content.bidders === null ? [] : [field('符合条件的竞买人', `${content.bidders} 个`)]),
    field('成交日期', content.concludedOn),
    field('合同签订日期', content.signedOn),
    field('合同文本摘要', content.contractHash),
    field(`${content.evidenceKind}摘要`, content.evidenceHash),
    field('鉴证机构', content.office),
    field('经办人', content.officer),
    field('鉴证日期', content.issuedOn),
    field('核验码', content.verificationCode),
  ];
}

/** The state as the page prints it: of the day it changed, never of the day it was printed. */
export const tradingStateText = ({ revokedAt }: TradingCertificateLife): string =>
  revokedAt === null ? '有效' : `已撤销（${beijingDate(revokedAt)}）`;

const field = (label: string, value: string): PrintedField => ({ label, value: value.replace(/\s+/g, ' ').trim() });
const partyText = ({ name, creditCode }: CertificateParty): string => `${name}（统一社会信用代码 ${creditCode}）`;
