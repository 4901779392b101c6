import { addDays, startOfBeijingDay, type LocalDate } from '#domain/calendar/local-date.js';
import type { ContractRegistration } from '#domain/contract-registration/contract-registration.js';
import type { BrokerageShare } from '#domain/contract-registration/filed-contract.js';
import type { Fund } from '#domain/ledger/accounts.js';
import type { Income, Participant } from '#domain/achievement-reward/achievement-reward.js';
import { reviewPolicy } from '#domain/reward-review/reward-review.policy.js';
import { rewardPolicies, type RewardPolicy, type RewardScheme } from '#domain/reward/reward.policy.js';
import { rate } from '#domain/money/rate.js';
import { monthOf, type EnvoyLog, type Month, type TechEnvoy } from '#domain/tech-envoy/tech-envoy.js';
import { filedContract, registration as aRegistration } from '../support/registrations.js';

/** What somebody decided on a day, however often the request comes and whatever breaks while it is worked off. */
export type Decision =
  | { readonly kind: 'register' | 'change' | 'cancel'; readonly registration: ContractRegistration }
  | { readonly kind: 'appropriate'; readonly fund: Fund; readonly fiscalYear: number; readonly amount: bigint }
  | { readonly kind: 'freeze' | 'approve' | 'pay'; readonly scheme: RewardScheme; readonly fiscalYear: number }
  | { readonly kind: 'enterpriseAward'; readonly fiscalYear: number; readonly enterprises: readonly string[] }
  | {
      readonly kind: 'envoyMonth';
      readonly month: Month;
      readonly posts: readonly TechEnvoy[];
      readonly logs: readonly EnvoyLog[];
    }
  | { readonly kind: 'recover'; readonly fiscalYear: number }
  | {
      readonly kind: 'receipt';
      readonly plan: string;
      readonly reference: string;
      readonly participants: readonly Participant[];
      readonly income: Income;
    };

export interface Script {
  readonly days: ReadonlyMap<LocalDate, readonly Decision[]>;
  readonly policies: readonly RewardPolicy[];
  readonly organizationKinds: ReadonlyMap<string, string>;
  /** A seed for what the panel thinks. */
  readonly taste: number;
}

export const firstDay = '2026-01-01';
export const lastDay = '2029-05-31';
const years = [2026, 2027, 2028];

export type Random = () => number;
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const between = (random: Random, low: number, high: number): number => low + Math.floor(random() * (high - low + 1));

/** 50,000元 … 1.2亿元, the small ones as likely as the large ones; in a boom ten times that, so that the budget is spent. */
const value = (random: Random, boom: boolean): bigint =>
  BigInt(Math.round(5_000_000 * 2_400 ** random())) * (boom ? 10n : 1n);

export const idOf = (seed: number, kind: number, serial: number): string =>
  `${seed.toString(16).padStart(8, '0')}-0000-7000-8${kind.toString(16).padStart(3, '0')}-${serial.toString(16).padStart(12, '0')}`;

/** The published change of law of the last year: another rate, cap and number of ranks, and once in a lifetime. */
const changedLaw: RewardPolicy = {
  ...(rewardPolicies[0] as RewardPolicy),
  id: 'agencyAward-2028',
  rate: rate(3n, 2000n),
  capPerYear: 24_000_000n,
  topRanks: 2,
  oncePerLifetime: true,
  standing: 'bureau',
  effectiveFrom: '2028-01-01',
};

/** Three fiscal years of enterprises, universities, brokers and officers, drawn from one seed. */
export function writeScript(
  seed: number,
  random: Random,
  { contractsPerYear, lawChanges, boom }: { contractsPerYear: number; lawChanges: boolean; boom: boolean },
): Script {
  const days = new Map<LocalDate, Decision[]>();
  const on = (day: LocalDate, decision: Decision): void => {
    const later = day > lastDay ? lastDay : day;
    days.set(later, [...(days.get(later) ?? []), decision]);
  };
  const agencies = Array.from({ length: 6 }, (_, serial) => idOf(seed, 1, serial));
  const kinds = ['transferAgency', 'university', 'institute', 'transferAgency', 'university', 'enterprise'];
  const brokers = Array.from({ length: 7 }, (_, serial) => idOf(seed, 2, serial));
  const enterprises = Array.from({ length: 5 }, (_, serial) => idOf(seed, 3, serial));
  for (const year of years) {
    for (let serial = 0; serial < contractsPerYear; serial += 1) {
      lifeOfContract({ seed, random, boom, year, serial, agencies, brokers, enterprises, on });
    }
    yearOfOfficers(random, boom, year, enterprises, on);
    yearOfEnvoys(seed, random, year, on);
    yearOfUniversities(seed, random, year, on);
  }
  return {
    days,
    policies: lawChanges ? [...rewardPolicies, changedLaw] : rewardPolicies,
    organizationKinds: new Map(agencies.map((id, index) => [id, kinds[index] ?? ''])),
    taste: between(random, 1, 1_000_000),
  };
}

interface Life {
  readonly seed: number;
  readonly random: Random;
  readonly boom: boolean;
  readonly year: number;
  readonly serial: number;
  readonly agencies: readonly string[];
  readonly brokers: readonly string[];
  readonly enterprises: readonly string[];
  readonly on: (day: LocalDate, decision: Decision) => void;
}

/** Registered; perhaps changed, some of them there and back; perhaps cancelled; perhaps registered again under another number. */
function lifeOfContract(life: Life): void {
  const { seed, random, year, serial, on } = life;
  const number = (year - 2000) * 10_000 + serial;
  const contractId = idOf(seed, 4, number);
  const day = addDays(`${year}-01-01`, random() < 0.1 ? 364 : between(random, 0, 364));
  const first = registered(life, idOf(seed, 5, number), contractId, instantOf(random, day), `2026621002${number}`);
  on(day, { kind: 'register', registration: first });
  let [last, current] = [day, first];
  for (let change = 0; change < 3 && random() < 0.35; change += 1) {
    last = addDays(last, between(random, 0, 240));
    const other = registered(
      life,
      current.id,
      contractId,
      current.registeredAt ?? new Date(),
      first.registrationNumber ?? '',
    );
    // There and back: what was counted, is refused and counted once more.
    const landed = change === 1 ? first : random() < 0.4 ? unlanded(current) : other;
    current = { ...landed, id: current.id, revision: current.revision + 1 };
    on(last, { kind: 'change', registration: current });
  }
  if (random() > 0.2) return;
  last = addDays(last, between(random, 0, 300));
  on(last, { kind: 'cancel', registration: { ...current, state: 'cancelled' } });
  if (random() > 0.5) return;
  const again = addDays(last, between(random, 0, 60));
  if (again.slice(0, 4) > '2028') return;
  on(again, {
    kind: 'register',
    registration: registered(life, idOf(seed, 6, number), contractId, instantOf(random, again), `2027621002${number}`),
  });
}

/** Some stand at the very edge of the day. */
function instantOf(random: Random, day: LocalDate): Date {
  const dayMs = 86_400_000;
  const offset = random() < 0.2 ? pick(random, [0, dayMs - 1]) : Math.floor(random() * dayMs);
  return new Date(startOfBeijingDay(day).getTime() + offset);
}

function registered(
  { random, boom, agencies, brokers, enterprises }: Life,
  id: string,
  contractId: string,
  at: Date,
  registrationNumber: string,
) {
  const technologyValue = value(random, boom);
  const buyer = pick(random, enterprises);
  const base = filedContract({}, random() < 0.85 ? '621022' : '610100');
  const parties = base.parties.map((party) => (party.role === 'buyer' ? { ...party, organizationId: buyer } : party));
  const contract = {
    ...base,
    parties,
    contractValue: technologyValue,
    declaredTechnologyValue: technologyValue,
    relatedParty: random() < 0.06,
    amountsOpen: random() < 0.06,
    brokerage: brokerageOf(random, agencies, brokers),
  };
  return aRegistration({
    id,
    contractId,
    contract,
    state: 'registered',
    registeredAt: at,
    registrationNumber,
    provisionalNumber: `QY-${registrationNumber.slice(0, 4)}-${registrationNumber.slice(10)}-3F9A07C21B`,
    determination: {
      technologyValue,
      type: contract.type,
      reason: null,
      landingConfirmed: false,
      determinedBy: id,
    },
    revision: 1,
  });
}

function brokerageOf(random: Random, agencies: readonly string[], brokers: readonly string[]): BrokerageShare[] {
  const count = between(random, 1, 3);
  let left = 10_000;
  return Array.from({ length: count }, (_, index) => {
    const share = index === count - 1 && random() < 0.7 ? left : between(random, 0, left);
    left -= share;
    return {
      brokerPersonId: pick(random, brokers),
      agencyOrganizationId: pick(random, agencies),
      shareBasisPoints: share,
    };
  });
}

const unlanded = (registration: ContractRegistration): ContractRegistration => ({
  ...registration,
  contract: { ...registration.contract, relatedParty: true },
});

/** Appropriations, and the review of the year from March to May of the next. */
function yearOfOfficers(
  random: Random,
  boom: boolean,
  year: number,
  enterprises: readonly string[],
  on: Life['on'],
): void {
  for (let month = 1; month <= 9; month += 4) {
    if (boom ? month < 9 : random() > 0.5) continue; // the first contracts of a boom find the plan's minimum only
    const amount = (boom ? 20_000_000n : 200_000_000n) + BigInt(between(random, 0, 60_000_000));
    on(`${year}-0${month}-15`, { kind: 'appropriate', fund: 'conversionFund', fiscalYear: year, amount });
  }
  on(`${year}-01-04`, {
    kind: 'appropriate',
    fund: 'envoyFund',
    fiscalYear: year,
    amount: BigInt(between(random, 1, 12)) * 90_000n,
  });
  for (const scheme of ['agencyAward', 'brokerBonus'] as const) {
    on(`${year + 1}-03-0${between(random, 1, 9)}`, { kind: 'freeze', scheme, fiscalYear: year });
    on(`${year + 1}-03-${between(random, 15, 30)}`, { kind: 'approve', scheme, fiscalYear: year });
    on(`${year + 1}-04-${between(random, 10, 30)}`, { kind: 'pay', scheme, fiscalYear: year });
  }
  on(`${year + 1}-04-02`, { kind: 'enterpriseAward', fiscalYear: year, enterprises });
  on(`${year + 1}-05-20`, { kind: 'recover', fiscalYear: year });
}

/** Persons with several posts and villages; a month is claimed again and again. */
function yearOfEnvoys(seed: number, random: Random, year: number, on: Life['on']): void {
  for (let person = 0; person < 3; person += 1) {
    const personId = idOf(seed, 7, person);
    const posts = [0, 1].map((serial): TechEnvoy => ({
      id: idOf(seed, 8, person * 2 + serial),
      personId,
      countyCode: '621022',
      villages: ['某村'],
      field: '养殖',
      state: 'serving',
      postedFrom: `${year}-02-10`,
      postedTo: serial === 1 ? `${year}-08-20` : null,
      documentNumber: '示例',
      version: 1,
    }));
    for (let month = 2; month <= 12; month += between(random, 1, 3)) {
      const servedOn = `${year}-${String(month).padStart(2, '0')}-${between(random, 10, 28)}`;
      const logs = posts.map((post, serial): EnvoyLog => ({
        id: idOf(seed, 9, person * 100 + month * 2 + serial),
        envoyId: post.id,
        personId,
        countyCode: '621022',
        servedOn,
        village: '某村',
        content: '指导',
        state: random() < 0.8 ? 'confirmed' : 'rejected',
        decisionReason: null,
      }));
      const claim: Decision = { kind: 'envoyMonth', month: monthOf(servedOn), posts, logs };
      on(addDays(servedOn, 12), claim);
      if (random() < 0.4) on(addDays(servedOn, between(random, 12, 40)), claim);
    }
  }
}

/** Receipts on converted service achievements: some leave less than nothing, which the next has to make up for. */
function yearOfUniversities(seed: number, random: Random, year: number, on: Life['on']): void {
  const participants: Participant[] = [
    { personId: idOf(seed, 2, 0), name: '甲', main: true, leader: 'none', shareBasisPoints: 4_001 },
    { personId: idOf(seed, 2, 1), name: '乙', main: true, leader: 'chief', shareBasisPoints: 2_333 },
    { personId: null, name: '丙', main: false, leader: 'none', shareBasisPoints: 3_666 },
  ];
  for (let serial = 0; serial < 4; serial += 1) {
    const gross = BigInt(between(random, 0, 90_000_000));
    const income = {
      gross,
      tax: gross / 20n,
      costs: [{ kind: 'appraisal' as const, amount: BigInt(between(random, 0, 40_000_000)) }],
    };
    const day = addDays(`${year}-01-01`, between(random, 0, 364));
    const receipt = { kind: 'receipt' as const, plan: idOf(seed, 10, serial % 2), reference: `${year}-${serial}` };
    const decision: Decision = { ...receipt, participants, income };
    on(day, decision);
    if (random() < 0.5) on(addDays(day, between(random, 0, 30)), decision);
  }
}

/** A panel's sheets: often equal, so that ties are met. */
export const sheetsOf = (taste: number, holder: string): readonly number[] => {
  let mixed = taste;
  for (const character of holder) mixed = (mixed * 31 + character.charCodeAt(0)) % 1_000_003;
  return Array.from({ length: reviewPolicy.minPanel }, () => 8_000 + (mixed % 3) * 500);
};
