import { v7 as uuid } from 'uuid';
import type { ContractRegistration } from '#domain/contract-registration/contract-registration.js';
import { rewardPolicies } from '#domain/reward/reward.policy.js';
import type { Books, Register } from '../simulation/books.js';
import { Watch } from '../simulation/books.js';
import { eventually, type TestMarket } from '../support/market.js';
import { putOrganizations, putRegistration, readBooks, withoutBackground } from '../support/reward-books.js';
import { cancelled, changedTo, deliver, registeredCase } from './reward-work.js';

const beijingNewYear = Date.parse('2026-12-31T16:00:00Z');

/** Contracts that are registered, changed and cancelled while something breaks; and what must be so in the end. */
export class UnreliableYear {
  readonly registrations = new Map<string, ContractRegistration>();
  private readonly agencies = Array.from({ length: 4 }, () => uuid());
  private readonly brokers = Array.from({ length: 4 }, () => uuid());

  constructor(
    private readonly market: TestMarket,
    private readonly random: () => number,
  ) {}

  async begin(): Promise<void> {
    await withoutBackground(this.market.database.owner);
    await putOrganizations(this.market.database.owner, new Map(this.agencies.map((id) => [id, 'transferAgency'])));
  }

  /** So many things happen; each is a row and an event of one moment. */
  async happen(count: number): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      const dice = this.random();
      const known = [...this.registrations.values()].filter(({ state }) => state === 'registered');
      const old = known[Math.floor(this.random() * known.length)];
      if (old && dice < 0.2) await this.write('reward.adjust', changedTo(old, this.value()));
      else if (old && dice < 0.3) await this.write('reward.reverse', cancelled(old));
      else await this.write('reward.accrue', this.newCase());
    }
  }

  private value = (): bigint => BigInt(Math.floor(this.random() * 2_000_000_000)) + 1n;
  private one = (list: readonly string[]): string => list[Math.floor(this.random() * list.length)] ?? '';

  /** Half of them in the last and the first instants of a Beijing year. */
  private newCase(): ContractRegistration {
    const edge = this.random() < 0.5;
    const offset = edge ? Math.floor(this.random() * 4) - 2 : -Math.floor(this.random() * 10_000_000_000);
    return registeredCase({
      agencyId: this.one(this.agencies),
      brokerId: this.one(this.brokers),
      technologyValue: this.value(),
      registeredAt: new Date(beijingNewYear + offset),
    });
  }

  private async write(job: string, registration: ContractRegistration): Promise<void> {
    this.registrations.set(registration.id, registration);
    await putRegistration(this.market, registration);
    await deliver(this.market.database, job, { registrationId: registration.id });
  }

  async handled(): Promise<number> {
    return this.count(`SELECT count(*)::int AS n FROM outbox_delivery WHERE handled_at IS NOT NULL`);
  }

  async open(): Promise<number> {
    return this.count(`SELECT count(*)::int AS n FROM outbox_delivery WHERE handled_at IS NULL`);
  }

  async count(sql: string): Promise<number> {
    return (await this.market.database.owner.query(sql)).rows[0].n;
  }

  /** Everything is done within so many seconds of living work, nothing failed for good. */
  async settle(seconds: number): Promise<void> {
    await eventually(async () => ((await this.open()) === 0 ? true : null), seconds);
  }

  /** What is broken in the books: 0 lost, 0 double, every refusal with its reason, every account and year as the rules have it. */
  async faults(): Promise<string[]> {
    const books: Books = await readBooks(this.market.database.owner);
    const register: Register = {
      registrations: this.registrations,
      policies: rewardPolicies,
      organizationKinds: new Map(this.agencies.map((id) => [id, 'transferAgency'])),
    };
    return new Watch().faults(books, register);
  }
}
