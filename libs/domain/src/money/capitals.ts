import type { Fen } from './money.js';

const digits = '零壹贰叁肆伍陆柒捌玖';
const places = ['', '拾', '佰', '仟'] as const;
const groups = ['', '万', '亿', '万亿'] as const;

/**
 * Amount in formal Chinese figures (大写金额): 120000.50元 → 壹拾贰万元伍角整. 支付结算办法 附一《正确填写票据和结算凭证的基本规定》:
 * 整 ends an amount without 分 (after 角 it may be left out; it is kept here so that nothing can be added), 零 stands once for a row of
 * zeros inside, none stands at the end of a group; 零 before 角 or 分 where the place above is empty.
 */
export function capitals(fen: Fen): string {
  if (fen < 0n) return `负${capitals(-fen)}`;
  const yuan = fen / 100n;
  const jiao = Number((fen / 10n) % 10n);
  const cent = Number(fen % 10n);
  if (yuan >= 10n ** 16n) throw new RangeError('amount too large for capitals');
  if (fen === 0n) return '零元整';
  const whole = yuan === 0n ? '' : `${wholeCapitals(yuan)}元`;
  if (jiao === 0 && cent === 0) return `${whole}整`;
  const gap = whole !== '' && jiao === 0 ? '零' : '';
  const tail = `${jiao === 0 ? '' : `${digits[jiao]}角`}${cent === 0 ? '整' : `${digits[cent]}分`}`;
  return `${whole}${gap}${tail}`;
}

function wholeCapitals(yuan: bigint): string {
  const parts: string[] = [];
  let zeroPending = false;
  for (let index = groups.length - 1; index >= 0; index -= 1) {
    const group = Number((yuan / 10n ** BigInt(4 * index)) % 10_000n);
    if (group === 0) {
      zeroPending = parts.length > 0;
      continue;
    }
    if (parts.length > 0 && (zeroPending || group < 1000)) parts.push('零');
    parts.push(groupCapitals(group), unitOf(index, yuan));
    zeroPending = false;
  }
  return parts.join('');
}

/** 万亿 is written 万 when the 亿 group follows with its own 亿. */
function unitOf(index: number, yuan: bigint): string {
  if (index !== 3) return groups[index] ?? '';
  return (yuan / 10n ** 8n) % 10_000n === 0n ? '万亿' : '万';
}

/** 1–9999 without leading zeros. */
function groupCapitals(group: number): string {
  let text = '';
  let zeroPending = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(group / 10 ** place) % 10;
    if (digit === 0) {
      zeroPending = text !== '';
      continue;
    }
    text += `${zeroPending ? '零' : ''}${digits[digit]}${places[place]}`;
    zeroPending = false;
  }
  return text;
}
