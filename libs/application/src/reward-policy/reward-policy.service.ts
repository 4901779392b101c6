import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { addDays, beijingDate, fiscalYear, startOfBeijingDay } from '#domain/calendar/local-date.js';
import { sum } from '#domain/money/rate.js';
import { policiesOn, type RewardPolicy } from '#domain/reward/reward.policy.js';
import {
  checkProposal,
  policyDifferences,
  rewardPolicyVersionTransitions,
  type PolicyDifference,
} from '#domain/reward/reward-policy-version.js';
import { yearUnder, type RegisteredFacts, type YearOutcome } from '#domain/reward/reward.js';
import { systemActor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition, type EventOf } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { canonicalJson, contentHash } from '#platform/text/canonical.js';
import { ContractRegistrationService } from '../contract-registration/contract-registration.service.js';
import { RewardService } from '../reward/reward.service.js';
import { RewardPolicyBook, toStored } from './reward-policy.book.js';
import {
  RewardPolicyRepository,
  type RewardPolicySimulation,
  type RewardPolicyVersion,
  type SimulatedChange,
} from './reward-policy.repository.js';

export type RewardPolicyRefusal = Refusal<
  | 'rewardPolicy.notFound'
  | 'rewardPolicy.notYearStart'
  | 'rewardPolicy.tooEarly'
  | 'rewardPolicy.paysNothing'
  | 'rewardPolicy.notSimulated'
  | 'rewardPolicy.ownDraft'
  | 'rewardPolicy.taken'
  | 'rewardPolicy.inForce'
  | 'rewardPolicy.tooManyContracts'
  | 'state.notAllowed'
>;

export interface RewardPolicyVersionDetail extends RewardPolicyVersion {
  /** Against what is in force on the day before it takes effect. */
  readonly differences: readonly PolicyDifference[];
}

/** A simulation reads at most so many contracts; a city registers some hundreds a year. */
const maxSimulatedContracts = 20_000;
const batch = 500;

/** Versions of the reward policies: drafted by one officer, tried on frozen facts, published by another. */
@Injectable()
export class RewardPolicyService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly versions: RewardPolicyRepository,
    private readonly book: RewardPolicyBook,
    private readonly registrations: ContractRegistrationService,
    private readonly rewards: RewardService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async draft(
    actor: PersonActor,
    proposal: Omit<RewardPolicy, 'id' | 'standing' | 'effectiveTo'>,
    reason: string,
  ): Promise<Result<RewardPolicyVersionDetail, RewardPolicyRefusal>> {
    const now = this.clock.now();
    const id = uuid();
    const policy: RewardPolicy = { ...proposal, id, standing: 'bureau', effectiveTo: null };
    const sound = checkProposal(policy, beijingDate(now));
    if (!sound.ok) return sound;
    const version: RewardPolicyVersion = {
      id,
      state: 'draft',
      policy,
      bodyHash: contentHash(toStored(policy)),
      reason,
      draftedBy: actor.personId,
      draftedAt: now,
      publishedBy: null,
      publishedAt: null,
      version: 1,
    };
    return this.unitOfWork.run(actor, async (tx) => {
      await this.versions.insert(tx, version);
      await this.record(tx, 'create', null, version, reason);
      return ok(await this.detail(tx, version));
    });
  }

  async list(actor: PersonActor, after: string | null, limit: number): Promise<RewardPolicyVersion[]> {
    return this.unitOfWork.run(actor, (tx) => this.versions.list(tx, after, limit));
  }

  async get(actor: PersonActor, id: string): Promise<Result<RewardPolicyVersionDetail, RewardPolicyRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const found = await this.versions.find(tx, id);
      return found ? ok(await this.detail(tx, found)) : refuse('rewardPolicy.notFound');
    });
  }

  /** What the version would have given in a year that has facts. The facts are kept with their hash, so anybody can repeat it. */
  async simulate(
    actor: PersonActor,
    id: string,
    year: number,
  ): Promise<Result<RewardPolicySimulation, RewardPolicyRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const found = await this.versions.find(tx, id);
      if (!found) return refuse('rewardPolicy.notFound');
      const facts = await this.unitOfWork.run(systemActor('rewardPolicy.simulate', actor.origin.requestId), (system) =>
        this.factsOfYear(system, year),
      );
      if (facts === null) return refuse('rewardPolicy.tooManyContracts', { limit: String(maxSimulatedContracts) });
      const before = await this.before(tx, found.policy);
      const frozen = canonicalJson(facts.map(frozenFacts));
      const simulation: RewardPolicySimulation = {
        id: uuid(),
        versionId: id,
        fiscalYear: year,
        factsHash: contentHash(facts.map(frozenFacts)),
        outcome: changeBetween(before, found.policy, facts),
        byPerson: actor.personId,
        at: this.clock.now(),
      };
      await this.versions.insertSimulation(tx, simulation, frozen);
      await this.record(tx, 'simulate', found, found, `${year}年`);
      return ok(simulation);
    });
  }

  async simulations(
    actor: PersonActor,
    id: string,
    after: string | null,
    limit: number,
  ): Promise<Result<RewardPolicySimulation[], RewardPolicyRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      if (!(await this.versions.find(tx, id))) return refuse('rewardPolicy.notFound');
      return ok(await this.versions.simulations(tx, id, after, limit));
    });
  }

  /** By another officer than the one who drafted it, and only after it was tried on facts. */
  async publish(
    actor: PersonActor,
    id: string,
    reason: string,
  ): Promise<Result<RewardPolicyVersionDetail, RewardPolicyRefusal>> {
    return this.change(actor, id, 'publish', reason, async (tx, found) => {
      if (found.draftedBy === actor.personId) return refuse('rewardPolicy.ownDraft');
      const sound = checkProposal(found.policy, beijingDate(this.clock.now()));
      if (!sound.ok) return sound;
      if ((await this.versions.simulations(tx, id, null, 1)).length === 0) return refuse('rewardPolicy.notSimulated');
      if (await this.versions.isTaken(tx, found.policy.scheme, found.policy.effectiveFrom)) {
        return refuse('rewardPolicy.taken', { effectiveFrom: found.policy.effectiveFrom });
      }
      return ok({ ...found, publishedBy: actor.personId, publishedAt: this.clock.now() });
    });
  }

  /** A published version may be withdrawn until it takes effect. */
  async withdraw(
    actor: PersonActor,
    id: string,
    reason: string,
  ): Promise<Result<RewardPolicyVersionDetail, RewardPolicyRefusal>> {
    return this.change(actor, id, 'withdraw', reason, async (_tx, found) => {
      const inForce = found.state === 'published' && found.policy.effectiveFrom <= beijingDate(this.clock.now());
      return inForce ? refuse('rewardPolicy.inForce') : ok(found);
    });
  }

  private async change(
    actor: PersonActor,
    id: string,
    event: EventOf<typeof rewardPolicyVersionTransitions>,
    reason: string,
    decide: (tx: Tx, found: RewardPolicyVersion) => Promise<Result<RewardPolicyVersion, RewardPolicyRefusal>>,
  ): Promise<Result<RewardPolicyVersionDetail, RewardPolicyRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const found = await this.versions.forUpdate(tx, id);
      if (!found) return refuse('rewardPolicy.notFound');
      const next = transition(rewardPolicyVersionTransitions, found.state, event);
      if (!next.ok) return next;
      const decided = await decide(tx, found);
      if (!decided.ok) return decided;
      const after = { ...decided.value, state: next.value };
      await this.versions.save(tx, after);
      await this.record(tx, event, found, after, reason);
      return ok(await this.detail(tx, { ...after, version: after.version + 1 }));
    });
  }

  private async detail(tx: Tx, version: RewardPolicyVersion): Promise<RewardPolicyVersionDetail> {
    return { ...version, differences: policyDifferences(await this.before(tx, version.policy), version.policy) };
  }

  /** What holds for the scheme on the day before a version takes effect. */
  private async before(tx: Tx, policy: RewardPolicy): Promise<RewardPolicy> {
    const policies = policiesOn(await this.book.all(tx), addDays(policy.effectiveFrom, -1));
    const found = policies.find((other) => other.scheme === policy.scheme);
    if (!found) throw new Error(`the plan's own version of ${policy.scheme} always holds`);
    return found;
  }

  private async factsOfYear(tx: Tx, year: number): Promise<readonly RegisteredFacts[] | null> {
    const [from, to] = [startOfBeijingDay(`${year}-01-01`), startOfBeijingDay(`${year + 1}-01-01`)];
    const facts: RegisteredFacts[] = [];
    for (let after: string | null = null; ;) {
      const page = await this.registrations.registeredBetween(tx, { from, to }, after, batch);
      for (const registration of page) facts.push(await this.rewards.factsOf(tx, registration));
      if (facts.length > maxSimulatedContracts) return null;
      after = page.at(-1)?.id ?? null;
      if (page.length < batch) return facts;
    }
  }

  private record(tx: Tx, event: string, from: RewardPolicyVersion | null, to: RewardPolicyVersion, reason: string) {
    return this.journal.record(tx, {
      subjectKind: 'rewardPolicyVersion',
      subjectId: to.id,
      event,
      from: from?.state ?? null,
      to: to.state,
      reason,
      parties: [],
      before: from && { ...from, policy: toStored(from.policy) },
      after: { ...to, policy: toStored(to.policy) },
    });
  }
}

/** What the simulation rests on, as it is hashed and kept. */
const frozenFacts = ({ contract, technologyValue, registeredAt, landing, organizationKinds }: RegisteredFacts) => ({
  title: contract.title,
  fiscalYear: fiscalYear(registeredAt),
  technologyValueFen: technologyValue.toString(),
  relatedParty: contract.relatedParty,
  landing,
  parties: contract.parties.map(({ role, organizationId }) => ({ role, organizationId })),
  brokerage: contract.brokerage,
  organizationKinds: Object.fromEntries(organizationKinds),
});

function changeBetween(before: RewardPolicy, after: RewardPolicy, facts: readonly RegisteredFacts[]): SimulatedChange {
  const keyed = (outcomes: readonly YearOutcome[]) =>
    new Map(outcomes.map((outcome) => [`${outcome.beneficiary.kind}/${outcome.beneficiary.id}`, outcome]));
  const [old, next] = [keyed(yearUnder(before, facts)), keyed(yearUnder(after, facts))];
  const rows = [...new Set([...old.keys(), ...next.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), next.get(key)];
    const beneficiary = (is ?? was)?.beneficiary;
    if (!beneficiary) return [];
    return [
      { ...beneficiary, base: is?.total ?? was?.total ?? 0n, before: was?.amount ?? 0n, after: is?.amount ?? 0n },
    ];
  });
  const changed = rows.filter((row) => row.before !== row.after);
  return {
    contracts: facts.length,
    beforePolicyId: before.id,
    beforeTotal: sum(rows.map((row) => row.before)).toString(),
    afterTotal: sum(rows.map((row) => row.after)).toString(),
    changed: changed.map(({ kind, id, ...amounts }) => ({
      kind,
      id,
      base: amounts.base.toString(),
      before: amounts.before.toString(),
      after: amounts.after.toString(),
    })),
    unchanged: rows.length - changed.length,
  };
}
