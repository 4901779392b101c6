import type { Test } from 'supertest';
import { v7 as uuid } from 'uuid';
import type { Caller } from './caller.js';
import { effectiveContract } from './contracts.js';
import type { TestMarket } from './market.js';

/** What a journey should leave behind. */
export interface Expected {
  readonly state: string;
  readonly numbered: boolean;
  readonly changes: number;
  readonly cancelled: boolean;
}

export interface Journey {
  readonly path: string;
  readonly expected: Expected;
}

/** A small seeded generator (mulberry32): one seed, one run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Answer {
  readonly status: number;
  readonly body: { readonly id?: string; readonly state?: string; readonly code?: string };
}

const busyAnswers = 10;

/** Asks again with the same key as long as the answer says to: others hold what is asked for, and nothing was changed. */
async function untilFree(ask: () => Test): Promise<Awaited<Test>> {
  for (let asked = 1; ; asked += 1) {
    const answer = await ask();
    if (answer.status !== 503 || asked === busyAnswers) return answer;
  }
}

/** Requests as an unreliable world sends them: repeated after a lost answer, twice at once, by two officers at once. */
export class FaultyDesk {
  readonly faults = { repeated: 0, atOnce: 0, raced: 0 };

  constructor(
    private readonly market: TestMarket,
    private readonly random: () => number,
    readonly seller: Caller,
    readonly buyer: Caller,
    readonly officers: readonly Caller[],
  ) {}

  chance = (share: number): boolean => this.random() < share;
  pick = <T>(items: readonly T[]): T => items[Math.floor(this.random() * items.length)] as T;

  contract(valueFen: bigint, title: string): Promise<string> {
    const { seller, buyer, market } = this;
    return effectiveContract(market.database, { seller: seller.identity, buyer: buyer.identity, valueFen, title });
  }

  /** One request that must succeed, maybe sent more than once with one key: every answer is the same. */
  async send(caller: Caller, path: string, body?: object): Promise<Answer> {
    const key = uuid();
    const once = () => untilFree(() => caller.post(path, body, key));
    if (this.chance(0.1)) {
      this.faults.atOnce += 1;
      const answers = await Promise.all([once(), once()]);
      const first = answers.find((answer) => answer.status < 300);
      if (!first) throw new Error(`${path}: ${answers.map((answer) => JSON.stringify(answer.body)).join()}`);
      for (const { status, body: other } of answers) {
        if (status !== first.status && status !== 409) throw new Error(`${path}: ${status}`);
        if (status === first.status && other.id !== first.body.id) throw new Error(`${path}: two effects of one key`);
      }
      return first;
    }
    const answer = await once();
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    if (!this.chance(0.15)) return answer;
    this.faults.repeated += 1;
    const again = await once();
    if (again.status !== answer.status || again.body.id !== answer.body.id) {
      throw new Error(`${path}: ${again.status}, the first answer was ${answer.status}`);
    }
    return answer;
  }

  /** A decision that two officers may take at once: exactly one succeeds, and is told. */
  async decide(path: string, body?: object, barred: readonly Caller[] = []): Promise<Caller> {
    const free = this.officers.filter((officer) => !barred.includes(officer));
    const first = this.pick(free);
    if (!this.chance(0.2)) {
      await this.send(first, path, body);
      return first;
    }
    this.faults.raced += 1;
    const second = this.pick(free.filter((officer) => officer !== first));
    const answers = await Promise.all(
      [first, second].map((officer) => {
        const key = uuid();
        return untilFree(() => officer.post(path, body, key));
      }),
    );
    const won = answers.filter((answer) => answer.status < 300);
    const lost = answers.filter((answer) => answer.status >= 300);
    if (won.length !== 1 || lost.some((answer) => answer.status !== 409)) {
      throw new Error(`${path}: ${answers.map((answer) => `${answer.status} ${answer.body.code ?? ''}`).join(', ')}`);
    }
    return answers[0] === won[0] ? first : second;
  }
}

const landing = { countyCode: '621022', evidence: [] };
const small = 100_000_000n;
const large = 600_000_000n;
const yuan = (fen: bigint): string => `${fen / 100n}.00`;
const verdict = (fen: bigint) => ({ verifiedTechnologyValueYuan: yuan(fen), type: 'development', reason: '核定' });
const open = (state: string): Expected => ({ state, numbered: false, changes: 0, cancelled: false });
const inForce = (changes = 0): Expected => ({ state: 'registered', numbered: true, changes, cancelled: false });

async function filed(desk: FaultyDesk, title: string, value = small, draft = false): Promise<string> {
  const contractId = await desk.contract(value, title);
  const { body } = await desk.send(desk.seller, '/v1/contract-registrations', { contractId, landing, draft });
  return `/v1/contract-registrations/${body.id ?? ''}`;
}

async function accepted(desk: FaultyDesk, title: string, value = small): Promise<string> {
  const path = await filed(desk, title, value);
  await desk.decide(`${path}/acceptance`, {});
  return path;
}

async function registered(desk: FaultyDesk, title: string): Promise<{ path: string; by: Caller }> {
  const path = await accepted(desk, title);
  return { path, by: await desk.decide(`${path}/determination`, verdict(small)) };
}

async function panel(desk: FaultyDesk, path: string): Promise<Caller> {
  const experts = ['甲', '乙', '丙'].map((sign) => ({ name: `专家${sign}`, workUnit: `${sign}大学` }));
  return desk.decide(`${path}/expert-panels`, { question: '是否属于技术开发？', experts });
}

const supplementNeeded = { request: '请补充附件' };

/** Every way through the procedure; together they leave cases in every state there is. */
export const journeys: readonly ((desk: FaultyDesk, title: string) => Promise<Journey>)[] = [
  async (desk, title) => ({ path: await filed(desk, title, small, true), expected: open('draft') }),
  async (desk, title) => {
    const path = await filed(desk, title, small, true);
    await desk.send(desk.seller, `${path}/filing`, {});
    return { path, expected: open('filed') };
  },
  async (desk, title) => {
    const path = await filed(desk, title);
    await desk.send(desk.seller, `${path}/withdrawal`);
    return { path, expected: open('withdrawn') };
  },
  async (desk, title) => {
    const path = await filed(desk, title);
    await desk.decide(`${path}/return`, { reason: '附件缺页' });
    return { path, expected: open('returned') };
  },
  async (desk, title) => ({ path: await accepted(desk, title), expected: open('accepted') }),
  async (desk, title) => {
    const path = await accepted(desk, title);
    await desk.decide(`${path}/examination`);
    return { path, expected: open('underReview') };
  },
  async (desk, title) => {
    const path = await accepted(desk, title);
    await desk.decide(`${path}/supplement-requests`, supplementNeeded);
    return { path, expected: open('supplementRequested') };
  },
  async (desk, title) => {
    const path = await accepted(desk, title);
    await desk.decide(`${path}/supplement-requests`, supplementNeeded);
    await desk.send(desk.seller, `${path}/supplements`, { note: '已补充', documents: ['附件'] });
    await desk.decide(`${path}/determination`, verdict(small));
    return { path, expected: inForce() };
  },
  async (desk, title) => {
    const path = await accepted(desk, title, large);
    await panel(desk, path);
    return { path, expected: open('expertReview') };
  },
  async (desk, title) => {
    const path = await accepted(desk, title, large);
    await desk.decide(`${path}/determination`, verdict(large));
    return { path, expected: open('secondReview') };
  },
  async (desk, title) => {
    const path = await accepted(desk, title, large);
    await panel(desk, path);
    for (const sign of ['甲', '乙', '丙']) {
      const opinion = { name: `专家${sign}`, stance: 'register', text: '建议登记' };
      await desk.decide(`${path}/expert-opinions`, opinion);
    }
    await desk.decide(`${path}/expert-conclusion`);
    const first = await desk.decide(`${path}/determination`, verdict(large));
    await desk.decide(`${path}/second-review`, { decision: 'sendBack', reason: '请核对设备款' }, [first]);
    const again = await desk.decide(`${path}/determination`, verdict(large));
    await desk.decide(`${path}/second-review`, { decision: 'approve' }, [again]);
    return { path, expected: inForce() };
  },
  async (desk, title) => {
    const path = await accepted(desk, title);
    const ground = { code: 'notTechnology', evidence: '标的为设备买卖。' };
    await desk.decide(`${path}/refusal`, { grounds: [ground] });
    return { path, expected: open('refused') };
  },
  async (desk, title) => {
    const path = await accepted(desk, title);
    const examiner = await desk.decide(`${path}/examination`);
    const ground = { code: 'nameMismatch', evidence: '名称与条款不符。' };
    await desk.decide(`${path}/refusal`, { grounds: [ground] });
    const objection = { objector: 'registrant', reason: '名称已改正' };
    const { body } = await desk.send(desk.seller, `${path}/reexaminations`, objection);
    const right = { outcome: 'reopened', reason: '异议成立' };
    await desk.decide(`/v1/reexaminations/${body.id ?? ''}/decision`, right, [examiner]);
    await desk.decide(`${path}/determination`, verdict(small));
    return { path, expected: inForce() };
  },
  async (desk, title) => ({ path: (await registered(desk, title)).path, expected: inForce() }),
  async (desk, title) => {
    const { path } = await registered(desk, title);
    const terms = { contractValueYuan: '6000000.00', declaredTechnologyValueYuan: '6000000.00' };
    const request = { ...terms, reason: '补充协议', evidence: ['补充协议'] };
    const { body } = await desk.send(desk.seller, `${path}/changes`, request);
    const change = `/v1/registration-changes/${body.id ?? ''}`;
    const first = await desk.decide(`${change}/verification`, verdict(large));
    await desk.decide(`${change}/approval`, undefined, [first]);
    return { path, expected: inForce(1) };
  },
  async (desk, title) => {
    const { path } = await registered(desk, title);
    await desk.decide(`${path}/cancellation`, { reason: '合同解除' });
    return { path, expected: { state: 'cancelled', numbered: true, changes: 0, cancelled: true } };
  },
  async (desk, title) => {
    const { path, by } = await registered(desk, title);
    const objection = { objector: 'registrant', reason: '载体数量合理' };
    const { body } = await desk.send(desk.seller, `${path}/reexaminations`, objection);
    const changed = { outcome: 'changed', ...verdict(80_000_000n), reason: '重新核定' };
    await desk.decide(`/v1/reexaminations/${body.id ?? ''}/decision`, changed, [by]);
    await desk.decide(`${path}/cancellation`, { reason: '合同解除' });
    return { path, expected: { state: 'cancelled', numbered: true, changes: 1, cancelled: true } };
  },
];
