import type { ContractRegistration } from '#domain/contract-registration/contract-registration.js';
import { landingGround } from '#domain/contract-registration/landing.js';
import { beijingDate } from '#domain/calendar/local-date.js';
import { sum } from '#domain/money/rate.js';
import { policiesOn, type RewardPolicy } from '#domain/reward/reward.policy.js';
import { claimsOf, rewardOn, type Claim, type RewardAccrual } from '#domain/reward/reward.js';
import type { BudgetLine } from '#application/ledger/ledger.repository.js';
import type { RewardItem } from '#application/reward/reward.repository.js';
import type { Posting } from '#domain/ledger/journal-entry.js';

export type BookedItem = Omit<RewardItem, 'id' | 'at' | 'disclosure'> & { readonly accrualId: string };

export interface BookedEntry {
  readonly id: string;
  readonly kind: string;
  readonly reverses: string | null;
  readonly postings: readonly Posting[];
}

/** All that is written of rewards, as read at one moment. */
export interface Books {
  readonly accruals: readonly RewardAccrual[];
  readonly items: readonly BookedItem[];
  readonly entries: readonly BookedEntry[];
  readonly balances: ReadonlyMap<string, bigint>;
  readonly budgets: readonly BudgetLine[];
}

/** What the books are held against. */
export interface Register {
  readonly registrations: ReadonlyMap<string, ContractRegistration>;
  readonly policies: readonly RewardPolicy[];
  readonly organizationKinds: ReadonlyMap<string, string>;
}

export const accountKey = ({ scheme, beneficiary, fiscalYear }: RewardAccrual): string =>
  `${scheme}/${beneficiary.kind}/${beneficiary.id}/${fiscalYear}`;
const claimKey = ({ policy, beneficiary, fiscalYear }: Claim): string =>
  `${policy.scheme}/${beneficiary.kind}/${beneficiary.id}/${fiscalYear}`;

/** Watches books from day to day: some promises are about the change, not the state. */
export class Watch {
  private readonly fixed = new Map<string, bigint>();

  /** Every promise that the books break, in words; empty when they are sound. */
  faults(books: Books, register: Register): string[] {
    return [
      ...ledgerFaults(books),
      ...budgetFaults(books),
      ...accountFaults(books, register),
      ...itemFaults(books),
      ...this.awardFaults(books),
      ...answerFaults(books, register),
    ];
  }

  /** What is awarded only falls. */
  private awardFaults({ accruals }: Books): string[] {
    return accruals.flatMap((accrual) => {
      if (accrual.state !== 'awarded' && accrual.state !== 'paid') return [];
      const before = this.fixed.get(accrual.id) ?? accrual.amount;
      this.fixed.set(accrual.id, accrual.amount);
      return accrual.amount > before ? [`${accountKey(accrual)} rose from ${before} to ${accrual.amount}`] : [];
    });
  }
}

function ledgerFaults({ entries, balances }: Books): string[] {
  const totals = new Map<string, bigint>();
  const reversed = new Set<string>();
  const faults: string[] = [];
  for (const { id, reverses, postings } of entries) {
    if (sum(postings.map(({ amount }) => amount)) !== 0n) faults.push(`entry ${id} does not balance`);
    if (reverses !== null && reversed.has(reverses)) faults.push(`entry ${reverses} was reversed twice`);
    if (reverses !== null) reversed.add(reverses);
    for (const { account, amount } of postings) totals.set(account, (totals.get(account) ?? 0n) + amount);
  }
  for (const code of new Set([...totals.keys(), ...balances.keys()])) {
    const [balance, posted] = [balances.get(code) ?? 0n, totals.get(code) ?? 0n];
    if (balance !== posted) faults.push(`account ${code} says ${balance}, its postings ${posted}`);
    if (balance < 0n && !code.endsWith('/appropriation')) faults.push(`account ${code} is overdrawn: ${balance}`);
  }
  return faults;
}

/** available + committed + paid + receivable = appropriated, none below zero, each as the accounts have it. */
function budgetFaults({ budgets, balances }: Books): string[] {
  const inBucket = new Map<string, bigint>();
  for (const [code, balance] of balances) {
    const bucket = code.split('/').slice(0, 3).join('/');
    inBucket.set(bucket, (inBucket.get(bucket) ?? 0n) + balance);
  }
  return budgets.flatMap(({ fund, fiscalYear, appropriated, committed, paid, receivable }) => {
    const available = appropriated - committed - paid - receivable;
    const buckets = { available, committed, paid, receivable, appropriation: -appropriated };
    return Object.entries(buckets).flatMap(([bucket, fen]) => {
      const code = `${fund}/${fiscalYear}/${bucket}`;
      const posted = inBucket.get(code) ?? 0n;
      return [
        ...(posted === fen ? [] : [`${code} is ${fen}, its accounts have ${posted}`]),
        ...(fen < 0n && bucket !== 'appropriation' ? [`${code} is below zero: ${fen}`] : []),
      ];
    });
  });
}

function accountFaults({ accruals, items, balances }: Books, { policies }: Register): string[] {
  const keys = new Set(accruals.map(accountKey));
  const faults = keys.size === accruals.length ? [] : ['a beneficiary has two accounts of one year'];
  const of = new Map<string, { base: bigint; increment: bigint }>();
  for (const item of items) {
    const { base, increment } = of.get(item.accrualId) ?? { base: 0n, increment: 0n };
    const counts = item.outcome !== 'refused';
    of.set(item.accrualId, { base: base + (counts ? item.base : 0n), increment: increment + item.increment });
  }
  for (const accrual of accruals) {
    const key = accountKey(accrual);
    const policy = policies.find(({ id }) => id === accrual.policyId);
    if (!policy) throw new Error(`no policy ${accrual.policyId}`);
    const moved = of.get(accrual.id) ?? { base: 0n, increment: 0n };
    const holder = `${accrual.scheme}/${accrual.beneficiary.kind}/${accrual.beneficiary.id}`;
    const held = (bucket: string) => balances.get(`conversionFund/${accrual.fiscalYear}/${bucket}/${holder}`) ?? 0n;
    const { state, total, amount } = accrual;
    const open = state === 'provisional' || state === 'awarded';
    if (total !== moved.base) faults.push(`${key} counts ${total}, its contracts ${moved.base}`);
    if (amount !== moved.increment) faults.push(`${key} has ${amount}, its items moved ${moved.increment}`);
    if (amount > policy.capPerYear || amount < 0n) faults.push(`${key} has ${amount}, above the cap`);
    if (state === 'provisional' && amount !== rewardOn(policy, total)) faults.push(`${key} has ${amount} on ${total}`);
    if (state === 'awarded' && amount > rewardOn(policy, total)) faults.push(`${key} keeps ${amount} on ${total}`);
    if (held('committed') !== (open ? amount : 0n)) faults.push(`${key} commits ${held('committed')} as ${state}`);
    if (held('paid') !== (state === 'paid' ? amount : 0n)) faults.push(`${key} paid ${held('paid')} as ${state}`);
  }
  return faults;
}

function itemFaults({ items }: Books): string[] {
  const counted = new Set<string>();
  return items.flatMap((item) => {
    const key = `${item.accrualId}/${item.contractId}`;
    const twice = item.outcome === 'counted' && counted.has(key);
    if (item.outcome === 'counted') counted.add(key);
    return [
      ...(twice ? [`contract ${item.contractId} counted twice in ${item.accrualId}`] : []),
      ...((item.outcome === 'refused') === (item.refusal !== null) ? [] : [`a refusal without reason: ${key}`]),
      ...((item.increment !== 0n) === (item.entryId !== null) ? [] : [`a movement without entry: ${key}`]),
    ];
  });
}

/** Every claim of every registered contract was answered: counted in full, or refused with a reason. One contract counts for one registration. */
function answerFaults({ accruals, items }: Books, register: Register): string[] {
  const accounts = new Map(accruals.map((accrual) => [accountKey(accrual), accrual]));
  const parts = new Map<string, { base: bigint; refused: boolean }>();
  const owners = new Map<string, Set<string>>();
  const schemeOf = new Map(accruals.map(({ id, scheme }) => [id, scheme]));
  for (const item of items) {
    const key = `${item.accrualId}/${item.registrationId}`;
    const { base, refused } = parts.get(key) ?? { base: 0n, refused: false };
    const counts = item.outcome !== 'refused';
    parts.set(key, { base: base + (counts ? item.base : 0n), refused: refused || !counts });
    if (item.outcome !== 'counted') continue;
    const contract = `${schemeOf.get(item.accrualId)}/${item.contractId}`;
    owners.set(contract, (owners.get(contract) ?? new Set()).add(item.registrationId));
  }
  const faults = [...owners].flatMap(([contract, by]) =>
    by.size > 1 ? [`${contract} counts for ${by.size} registrations`] : [],
  );
  const wanted = new Map<string, bigint>();
  for (const registration of register.registrations.values()) {
    for (const claim of claimsOfRegistration(registration, register)) {
      const accrual = accounts.get(claimKey(claim));
      const part = accrual && parts.get(`${accrual.id}/${registration.id}`);
      if (accrual) wanted.set(`${accrual.id}/${registration.id}`, claim.refusal === null ? claim.base : 0n);
      const answered = part && (part.refused || part.base === claim.base);
      if (!answered && (claim.refusal === null || registration.revision === 1)) {
        faults.push(`${registration.id} is not answered in ${claimKey(claim)}`);
      }
    }
  }
  for (const [key, part] of parts) {
    if (part.base === (wanted.get(key) ?? 0n) || part.base === 0n || part.refused) continue;
    faults.push(`${key} counts ${part.base} in place of ${wanted.get(key) ?? 0n}`);
  }
  return faults;
}

/** A registration is never changed in place, so what it claims is reckoned once. */
const reckoned = new WeakMap<ContractRegistration, readonly Claim[]>();

function claimsOfRegistration(registration: ContractRegistration, register: Register): readonly Claim[] {
  const known = reckoned.get(registration);
  if (known) return known;
  const { contract, determination, registeredAt, landing, state } = registration;
  if (state !== 'registered' || !determination || !registeredAt) return [];
  const claims = claimsOf(policiesOn(register.policies, beijingDate(registeredAt)), {
    contract,
    technologyValue: determination.technologyValue,
    registeredAt,
    landing: landingGround(contract, landing, determination.landingConfirmed),
    organizationKinds: register.organizationKinds,
  });
  reckoned.set(registration, claims);
  return claims;
}

/** The books without ids and times, to be compared: what was refused again for the same reason is told once. */
export function outcomeOf({ accruals, items, entries, balances, budgets }: Books): readonly string[] {
  const keys = new Map(accruals.map((accrual) => [accrual.id, accountKey(accrual)]));
  const itemText = (item: BookedItem): string =>
    [keys.get(item.accrualId), item.registrationId, item.outcome, item.refusal, item.base, item.increment]
      .concat(item.outcome === 'refused' ? [] : [item.totalAfter, item.amountAfter])
      .join(' ');
  const lines = [
    ...accruals.map((one) => `accrual ${accountKey(one)} ${one.policyId} ${one.state} ${one.total} ${one.amount}`),
    ...new Set(items.map((item) => `item ${itemText(item)}`)),
    ...[...balances].filter(([, fen]) => fen !== 0n).map(([code, fen]) => `balance ${code} ${fen}`),
    ...budgets.map(
      (one) =>
        `budget ${one.fund} ${one.fiscalYear} ${one.appropriated} ${one.committed} ${one.paid} ${one.receivable}`,
    ),
  ];
  return [...lines, ...countedAlike(entries.map((one) => `entry ${one.kind} ${postingsText(one.postings)}`))].sort();
}

const postingsText = (postings: readonly Posting[]): string =>
  postings
    .map(({ account, amount }) => `${account}=${amount}`)
    .sort()
    .join(' ');

function countedAlike(lines: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts].map(([line, count]) => `${line} ×${count}`);
}
