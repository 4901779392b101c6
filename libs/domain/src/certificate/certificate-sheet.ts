import { beijingDate } from '../calendar/local-date.js';
import type { PrintedField } from '../document/printed-field.js';
import type { CertificateAmount, CertificateContent, CertificateLife, CertificateParty } from './certificate.js';

/** What a certificate's page says: of the signed content alone, so that anybody can compose it again and compare. */
export function certificateFields(content: CertificateContent): readonly PrintedField[] {
  return [
    field('登记编号', content.registrationNumber),
    field('项目名称', content.title),
    field('合同类型', content.contractType),
    ...content.sellers.map((party) => field('卖方', partyText(party))),
    ...content.buyers.map((party) => field('买方', partyText(party))),
    field('签订日期', content.signedOn ?? '未载明'),
    field('有效期至', content.validUntil ?? '未约定'),
    field('合同成交额', amountText(content.contractValue)),
    field('核定技术交易额', amountText(content.technologyValue)),
    field('登记机构', content.office),
    field('登记员', content.registrar),
    field('复核员', content.reviewer ?? '本件依规则无须复核'),
    field('登记日期', content.registeredOn),
    field('版次', editionText(content)),
    field('核验码', content.verificationCode),
  ];
}

/** The state as the page prints it: of the day it changed, never of the day it was printed. */
export function stateText({ changedAt, cancelledAt }: CertificateLife): string {
  if (cancelledAt !== null) return `已注销（${beijingDate(cancelledAt)}）`;
  if (changedAt !== null) return `已变更（${beijingDate(changedAt)}），以新版证明为准`;
  return '有效';
}

/** Text on one line: what cannot be seen cannot be checked. */
const field = (label: string, value: string): PrintedField => ({ label, value: value.replace(/\s+/g, ' ').trim() });

const partyText = ({ name, creditCode }: CertificateParty): string => `${name}（统一社会信用代码 ${creditCode}）`;
const amountText = ({ yuan, capitals }: CertificateAmount): string => `人民币 ${yuan} 元（大写：${capitals}）`;

function editionText({ edition = '1', replaces = null }: CertificateContent): string {
  return replaces === null ? `第 ${edition} 版` : `第 ${edition} 版，取代核验码为 ${replaces} 的前一版`;
}
