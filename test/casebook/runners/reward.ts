import {
  checkPlan,
  distribute,
  type ConversionMode,
  type Participant,
} from '#domain/achievement-reward/achievement-reward.js';
import { commissionOf, halves, splitAmong } from '#domain/commission/commission.js';
import { landingGround } from '#domain/contract-registration/landing.js';
import { fiscalYear } from '#domain/calendar/local-date.js';
import { budgetPolicies } from '#domain/ledger/budget.policy.js';
import type { Fund } from '#domain/ledger/accounts.js';
import type { Fee } from '#domain/mandate/mandate.js';
import { formatYuan } from '#domain/money/money.js';
import { sum } from '#domain/money/rate.js';
import { rank } from '#domain/reward-review/ranking.js';
import { enterpriseAwardPolicy } from '#domain/reward-review/reward-review.policy.js';
import {
  capBindsAt,
  claimsOf,
  moveAccrual,
  rewardOn,
  shareOut,
  type RewardAccrualState,
} from '#domain/reward/reward.js';
import { rewardPolicies, type RewardPolicy } from '#domain/reward/reward.policy.js';
import { monthlySubsidy, type EnvoyLog, type TechEnvoy } from '#domain/tech-envoy/tech-envoy.js';
import { filedContract } from '../../support/registrations.js';
import { fen } from './runner.js';

function policyOf(rules: string): RewardPolicy {
  const policy = rewardPolicies.find((candidate) => candidate.id === rules);
  if (!policy) throw new Error(rules);
  return policy;
}

const signed = (yuan: string): bigint => (yuan.startsWith('-') ? -fen(yuan.slice(1)) : fen(yuan));

export function award(facts: { yearTotalYuan: string }, rules: string) {
  return { awardYuan: formatYuan(rewardOn(policyOf(rules), fen(facts.yearTotalYuan))) };
}

/** M1: where the cap begins to bind, and what the policy says of ranks and repetition. */
export const awardTerms = (_facts: object, rules: string) => {
  const policy = policyOf(rules);
  const { topRanks, oncePerLifetime, beneficiary, capPerYear, threshold } = policy;
  return {
    capBindsAtYuan: formatYuan(capBindsAt(policy)),
    capYuan: formatYuan(capPerYear),
    thresholdYuan: formatYuan(threshold),
    topRanks,
    oncePerLifetime,
    beneficiary,
  };
};

interface CountFacts {
  readonly agencyKind: string;
  readonly buyerCounty: string;
  readonly zoneCode: string | null;
  readonly confirmed: boolean;
  readonly relatedParty: boolean;
  readonly agencyIsBuyer: boolean;
  readonly amountsOpen?: boolean;
  readonly technologyValueYuan: string;
  readonly shareBasisPoints: number;
  readonly registeredAt: string;
}

/** M1: does a contract count for its agency, with what, in which year? */
export function counting(facts: CountFacts, rules: string) {
  const agency = '0193f0a2-7c1e-7000-8000-000000000004';
  const base = filedContract({ amountsOpen: facts.amountsOpen ?? false }, facts.buyerCounty);
  const parties = base.parties.map((party) =>
    facts.agencyIsBuyer && party.role === 'buyer' ? { ...party, organizationId: agency } : party,
  );
  const [share] = base.brokerage;
  if (!share) throw new Error('a contract with a share');
  const contract = {
    ...base,
    parties,
    relatedParty: facts.relatedParty,
    brokerage: [{ ...share, agencyOrganizationId: agency, shareBasisPoints: facts.shareBasisPoints }],
  };
  const sited = facts.zoneCode !== null;
  const landing = {
    countyCode: '621022',
    zoneCode: facts.zoneCode,
    site: sited ? '某园区' : null,
    evidence: sited ? ['入驻协议'] : [],
  };
  const registeredAt = new Date(facts.registeredAt);
  const [claim] = claimsOf([policyOf(rules)], {
    contract,
    technologyValue: fen(facts.technologyValueYuan),
    registeredAt,
    landing: landingGround(contract, landing, facts.confirmed),
    organizationKinds: new Map([[agency, facts.agencyKind]]),
  });
  if (!claim || claim.fiscalYear !== fiscalYear(registeredAt))
    throw new Error('one claim, in the year of registration');
  return { refusal: claim.refusal, baseYuan: formatYuan(claim.base), fiscalYear: claim.fiscalYear };
}

/** The account after each movement: counted, changed, taken back; awarded amounts only fall. */
export function accrual(
  facts: { moves: readonly { state: RewardAccrualState; byYuan: string }[] },
  rules: string,
): { amounts: string } {
  let account = { total: 0n, amount: 0n };
  const amounts = facts.moves.map(({ state, byYuan }) => {
    account = moveAccrual(policyOf(rules), { ...account, state }, signed(byYuan));
    return formatYuan(account.amount);
  });
  return { amounts: amounts.join(' → ') };
}

export const brokerShare = (facts: { technologyValueYuan: string; shares: readonly number[] }) => ({
  parts: shareOut(fen(facts.technologyValueYuan), facts.shares).map(formatYuan).join(' + '),
});

interface RankFacts {
  readonly candidates: readonly {
    name: string;
    score: number;
    yuan: string;
    contracts: number;
    reached: string | null;
  }[];
  readonly minutes: readonly string[];
}

/** Ties at the last rank, and how they are told apart. */
export function ranking({ candidates, minutes }: RankFacts, rules: string) {
  const topRanks =
    rules === enterpriseAwardPolicy.id ? enterpriseAwardPolicy.topRanks : (policyOf(rules).topRanks ?? 0);
  const { ranked, openTie } = rank(
    candidates.map(({ name, score, yuan, contracts, reached }) => ({
      applicationId: name,
      scores: [score, score, score],
      total: fen(yuan),
      contracts,
      reachedAt: reached,
    })),
    topRanks,
    minutes,
  );
  const awarded = ranked.filter((one) => one.awarded).map((one) => one.applicationId);
  return { awarded: awarded.join('、'), openTie: [...openTie].sort().join('、') };
}

/** M2: a discretionary amount under a ceiling for each enterprise. */
export const enterpriseAward = ({ amountYuan }: { amountYuan: string }) => ({
  allowed: fen(amountYuan) <= enterpriseAwardPolicy.cap,
});

interface EnvoyFacts {
  readonly posts: readonly { from: string; to: string | null }[];
  readonly logs: readonly { post: number; on: string; state: EnvoyLog['state'] }[];
  readonly month: string;
}

export function envoyMonth({ posts, logs, month }: EnvoyFacts) {
  const all = posts.map(
    ({ from, to }, index) => ({ id: String(index), postedFrom: from, postedTo: to }) as unknown as TechEnvoy,
  );
  const told = logs.map(
    ({ post, on, state }) => ({ envoyId: String(post), servedOn: on, state }) as unknown as EnvoyLog,
  );
  return { subsidyYuan: formatYuan(monthlySubsidy(all, told, month)) };
}

interface PlanFacts {
  readonly mode: ConversionMode;
  readonly poolBasisPoints: number;
  readonly publicUnit: boolean;
  readonly basis: 'unitRule' | 'agreement' | 'default';
  readonly years: number | null;
  readonly people: readonly { share: number; main: boolean; leader: Participant['leader'] }[];
}

const participantsOf = (people: PlanFacts['people']): Participant[] =>
  people.map(({ share, main, leader }, index) => ({
    personId: null,
    name: `人员${index}`,
    main,
    leader,
    shareBasisPoints: share,
  }));

export function rewardPlan({ mode, poolBasisPoints, publicUnit, basis, years, people }: PlanFacts) {
  const plan = { achievementId: 'a', contractId: null, mode, poolBasisPoints, basis, years };
  const checked = checkPlan({ ...plan, participants: participantsOf(people) }, publicUnit);
  return { outcome: checked.ok ? 'ok' : checked.refusal.code };
}

interface DistributionFacts {
  readonly poolBasisPoints: number;
  readonly people: PlanFacts['people'];
  readonly grossYuan: string;
  readonly taxYuan: string;
  readonly costYuan: string;
  readonly carriedYuan: string;
}

export function distribution(facts: DistributionFacts) {
  const costs = [{ kind: 'appraisal' as const, amount: fen(facts.costYuan) }];
  const { net, pool, carried, shares } = distribute(
    { poolBasisPoints: facts.poolBasisPoints, participants: participantsOf(facts.people) },
    { gross: fen(facts.grossYuan), tax: fen(facts.taxYuan), costs },
    signed(facts.carriedYuan),
  );
  if (sum(shares) !== pool) throw new Error('the shares are the pool');
  return {
    netYuan: formatYuan(net),
    poolYuan: formatYuan(pool),
    carriedYuan: formatYuan(carried),
    shares: shares.map(formatYuan).join(' + '),
  };
}

/** M5: may a year be opened with this, and does it open by itself? */
export const budget = ({ firstYuan }: { firstYuan: string }, rules: string) => {
  const { minimumPerYear, opensByItself } = budgetPolicies[rules as Fund];
  return { allowed: fen(firstYuan) >= minimumPerYear, opensByItself };
};

interface CommissionCase {
  readonly fee: { kind: 'fixed'; yuan: string } | { kind: 'percent'; basisPoints: number; base: string };
  readonly contract: {
    valueYuan: string;
    technologyYuan: string;
    signedOn: string;
    receipts: readonly string[];
  } | null;
  readonly introducedOn: string | null;
  readonly endedOn: string | null;
  readonly tailEnd: string;
  readonly sides: 1 | 2;
  readonly concealed: boolean;
}

export function commission(facts: CommissionCase) {
  const { fee, contract } = facts;
  const agreed = (fee.kind === 'fixed' ? { kind: 'fixed', amount: fen(fee.yuan) } : fee) as Fee;
  const told = commissionOf({
    fee: agreed,
    contract: contract && {
      contractValue: fen(contract.valueYuan),
      technologyValue: fen(contract.technologyYuan),
      signedOn: contract.signedOn,
      receipts: contract.receipts.map((yuan, index) => ({
        id: String(index),
        receivedOn: contract.signedOn,
        amount: fen(yuan),
      })),
    },
    introducedOn: facts.introducedOn,
    mandateEndedOn: facts.endedOn,
    tailEnd: facts.tailEnd,
    sides: facts.sides,
    concealed: facts.concealed,
  });
  const articles = told.reasons.flatMap((reason) => reason.match(/第[一二三四五六七八九十百]+条/g) ?? []);
  return {
    lines: told.lines.map(({ due }) => formatYuan(due)).join(' + '),
    dueYuan: formatYuan(told.due),
    articles: [...new Set(articles)].join('、'),
  };
}

export const commissionSplit = ({ feeYuan, shares }: { feeYuan: string; shares: readonly number[] }) => {
  const { parts, agency } = splitAmong(fen(feeYuan), shares);
  return {
    halves: halves(fen(feeYuan)).map(formatYuan).join(' + '),
    brokers: parts.map(formatYuan).join(' + '),
    agency: formatYuan(agency),
  };
};
