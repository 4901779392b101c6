import { beijingDate, fiscalYear as fiscalYearOf } from '#domain/calendar/local-date.js';
import { checkDetermination, supplement as supply } from '#domain/contract-registration/contract-registration.js';
import {
  deadline as deadlineOf,
  needsSecondReview,
  ruleSetFor,
  termFor,
} from '#domain/contract-registration/deadline.js';
import { landingGround } from '#domain/contract-registration/landing.js';
import { registrationNumber } from '#domain/contract-registration/registration-number.js';
import { filedContract, registration } from '../../support/registrations.js';
import { fen } from './runner.js';

export function deadline(facts: { acceptedOn: string; technologyValueYuan: string; disputed: boolean }) {
  const rules = ruleSetFor(facts.acceptedOn);
  if (!rules.ok) return { ruleSet: null };
  const value = fen(facts.technologyValueYuan);
  return {
    ruleSet: rules.value.id,
    secondReview: needsSecondReview(rules.value, value, facts.disputed),
    dueOn: deadlineOf(facts.acceptedOn, termFor(rules.value, value, facts.disputed)).dueOn,
  };
}

export function supplement(facts: { acceptedOn: string; suppliedOn: string }) {
  const waiting = registration({ state: 'supplementRequested', acceptedOn: facts.acceptedOn });
  const supplied = supply(waiting, { note: '已补', documents: [] }, new Date(`${facts.suppliedOn}T04:00:00Z`));
  if (!supplied.ok) throw new Error(supplied.refusal.code);
  if (supplied.value.acceptedOn !== facts.suppliedOn) throw new Error(`accepted on ${supplied.value.acceptedOn}`);
  return { ruleSet: supplied.value.ruleSetId, dueOn: supplied.value.dueOn };
}

interface AmountFacts {
  readonly contractValueYuan: string;
  readonly items: readonly { kind: string; yuan: string; reasonable: boolean }[];
  readonly declaredYuan: string;
  readonly verifiedYuan: string;
  readonly reason: string | null;
}

export function amounts(facts: AmountFacts) {
  const contract = filedContract({
    contractValue: fen(facts.contractValueYuan),
    declaredTechnologyValue: fen(facts.declaredYuan),
    nonTechnologyItems: facts.items.map(({ kind, yuan, reasonable }) => ({
      kind,
      amount: fen(yuan),
      withinReasonableCarrier: reasonable,
    })),
  });
  const decided = { technologyValue: fen(facts.verifiedYuan), type: contract.type, reason: facts.reason };
  const checked = checkDetermination(contract, decided);
  return { outcome: checked.ok ? 'ok' : checked.refusal.code };
}

export function fiscalYear(facts: { registeredAt: string }) {
  const at = new Date(facts.registeredAt);
  return { fiscalYear: fiscalYearOf(at), number: registrationNumber(beijingDate(at), '01', 1) };
}

interface LandingFacts {
  readonly buyerCounty: string;
  readonly zoneCode: string | null;
  readonly site: string | null;
  readonly evidence: readonly string[];
  readonly confirmed: boolean;
}

export function landing({ buyerCounty, zoneCode, site, evidence, confirmed }: LandingFacts) {
  const place = { countyCode: '621022', zoneCode, site, evidence };
  return { ground: landingGround(filedContract({}, buyerCounty), place, confirmed) };
}
