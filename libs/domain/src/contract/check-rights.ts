import type { LocalDate } from '../calendar/local-date.js';
import { parsePatentNumber, type PatentKind } from '../identifiers/patent-number.js';
import { firstFilingDay, lastDayOfTerm } from '../patent/patent-term.js';
import { parseRightNumber } from '../right/right-number.js';
import { otherKinds, type OtherKind, type Right } from '../right/right.js';
import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import type { ContractSubType, ContractType } from './contract.js';
import { isPatent, type ContractRight, type LicenceTerms } from './contract-terms.js';

export type RightsRefusal = Refusal<
  | 'contract.patentNumberWrong'
  | 'contract.patentKindMismatch'
  | 'contract.patentTermTooLong'
  | 'contract.patentEnded'
  | 'contract.patentNotGranted'
  | 'contract.licenceNotOfType'
  | 'contract.licenceOutlastsPatent'
>;

const kinds: Readonly<Record<string, PatentKind>> = {
  inventionPatent: 'invention',
  utilityModelPatent: 'utilityModel',
  designPatent: 'design',
};

/**
 * The rights as the register has them where it knows them, by number: holders report to the register, so what it
 * says goes before what a draft says. Elsewhere the term follows from kind and filing date (专利法 art. 42).
 */
export function joinRights(
  rights: readonly ContractRight[],
  register: readonly Right[],
  today: LocalDate,
): Result<readonly ContractRight[], RightsRefusal> {
  const joined: ContractRight[] = [];
  for (const [at, right] of rights.entries()) {
    const next = isPatent(right) ? joinPatent(right, register, today, `/rights/${at}`) : ok(joinOther(right, register));
    if (!next.ok) return next;
    joined.push(next.value);
  }
  return ok(joined);
}

function joinPatent(
  right: ContractRight,
  register: readonly Right[],
  today: LocalDate,
  pointer: string,
): Result<ContractRight, RightsRefusal> {
  if (right.number === null) return ok({ ...termOf(right), patentId: null });
  const read = parsePatentNumber(right.number);
  if (!read.ok) return refuse('contract.patentNumberWrong', { number: right.number }, `${pointer}/number`);
  const { number, kind } = read.value;
  if (kind !== null && kind !== kinds[right.kind]) {
    return refuse('contract.patentKindMismatch', { number: right.number }, `${pointer}/kind`);
  }
  const known = register.find((patent) => patent.number === number);
  if (known) {
    const { id, filedOn, expiresOn, standing } = known;
    return ok({ ...right, number, filedOn, expiresOn, state: standing, patentId: id });
  }
  const own = termOf({ ...right, number, patentId: null });
  const term = own.filedOn !== null && own.filedOn >= firstFilingDay ? lastDayOf(own) : null;
  if (term !== null && own.expiresOn !== null && own.expiresOn > term) {
    return refuse('contract.patentTermTooLong', { number, term }, `${pointer}/expiresOn`);
  }
  return ok(
    own.expiresOn !== null && own.expiresOn < today && own.state === 'inForce' ? { ...own, state: 'ended' } : own,
  );
}

/** Software, variety, layout design: as registered when the number is in the register, otherwise as written. */
function joinOther(right: ContractRight, register: readonly Right[]): ContractRight {
  const kind = otherKinds.find((one): one is OtherKind => one === right.kind);
  const read = kind !== undefined && right.number !== null ? parseRightNumber(kind, right.number) : null;
  const known = read?.ok ? register.find((one) => one.kind === kind && one.number === read.value) : undefined;
  if (!known) return { ...right, patentId: null };
  const { id, number, filedOn, expiresOn, standing } = known;
  return { ...right, number, filedOn, expiresOn, state: standing, patentId: id };
}

const termOf = (right: ContractRight): ContractRight =>
  right.expiresOn === null && right.filedOn !== null && right.filedOn >= firstFilingDay
    ? { ...right, expiresOn: lastDayOf(right) }
    : right;

const lastDayOf = ({ kind, filedOn }: ContractRight): LocalDate =>
  lastDayOfTerm(kinds[kind] ?? 'invention', filedOn ?? '');

/** What may be handed over or licensed: a right in force, and no licence longer than its patent (民法典 art. 865). */
export function checkRights(content: {
  readonly type: ContractType;
  readonly subType: ContractSubType;
  readonly rights: readonly ContractRight[];
  readonly licence: LicenceTerms | null;
  readonly validUntil: LocalDate | null;
}): Result<null, RightsRefusal> {
  const { type, subType, rights, licence, validUntil } = content;
  if (licence !== null && type !== 'licence') return refuse('contract.licenceNotOfType', {}, '/licence');
  if (type !== 'licence' && type !== 'transfer') return ok(null);
  for (const [at, right] of rights.entries()) {
    const params = { number: right.number ?? right.title };
    if (right.state === 'ended' || right.state === 'invalid') {
      return refuse('contract.patentEnded', { ...params, state: right.state }, `/rights/${at}`);
    }
    if (subType === 'patentRight' && isPatent(right) && right.state === 'pending') {
      return refuse('contract.patentNotGranted', params, `/rights/${at}`);
    }
    const until = right.licensedUntil ?? licence?.until ?? validUntil;
    if (type === 'licence' && until !== null && right.expiresOn !== null && until > right.expiresOn) {
      return refuse(
        'contract.licenceOutlastsPatent',
        { ...params, until, expiresOn: right.expiresOn },
        '/licence/until',
      );
    }
  }
  return ok(null);
}
