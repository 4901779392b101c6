/** One entry of an iCalendar file. */
export interface CalendarEntry {
  readonly uid: string;
  readonly from: Date;
  readonly until: Date;
  readonly title: string;
  readonly description: string;
  readonly place: string;
  readonly cancelled: boolean;
  /** Grows with each change, so that a reader replaces what it had. */
  readonly sequence: number;
}

/** An iCalendar file (RFC 5545): UTC times, lines of at most 75 octets, CRLF. */
export function calendarFile(entries: readonly CalendarEntry[], now: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Qingyang Technology Market//Matchmaking//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...entries.flatMap((entry) => [
      'BEGIN:VEVENT',
      `UID:${textValue(entry.uid)}`,
      `DTSTAMP:${stamp(now)}`,
      `SEQUENCE:${entry.sequence}`,
      `DTSTART:${stamp(entry.from)}`,
      `DTEND:${stamp(entry.until)}`,
      `SUMMARY:${textValue(entry.title)}`,
      `DESCRIPTION:${textValue(entry.description)}`,
      `LOCATION:${textValue(entry.place)}`,
      `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** RFC 5545 §3.3.5 form 2: 20261123T020000Z. */
const stamp = (instant: Date): string => `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** RFC 5545 §3.3.11. */
const textValue = (text: string): string =>
  text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n|\r|\n/g, '\\n');

const maxLineOctets = 75;

/** RFC 5545 §3.1: a long line goes on after CRLF and a space; a character is never torn apart. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const sign of line) {
    const size = octetsOf(sign);
    if (octets + size > maxLineOctets) {
      parts.push(part);
      part = '';
      octets = 1; // the space that begins the next line
    }
    part += sign;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}

/** Octets of a character in UTF-8. */
function octetsOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
