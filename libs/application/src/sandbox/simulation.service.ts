import { Injectable } from '@nestjs/common';
import { addDays, beijingDate } from '#domain/calendar/local-date.js';
import { sidesOf } from '#domain/introduction/introduction.js';
import {
  simulatedPrice,
  type SimulatedPart,
  type SimulatedStep,
  type SimulatedSubject,
} from '#domain/sandbox/simulation.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { isSandboxId } from '#domain/shared/sandbox-id.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { ContractService } from '../contract/contract.service.js';
import { DealService } from '../deal/deal.service.js';
import { IntroductionService } from '../introduction/introduction.service.js';
import { MandateService } from '../mandate/mandate.service.js';
import { MatchingService } from '../matching/matching.service.js';
import { SimulatedOffice } from './simulated-office.js';
import { SimulatedParties } from './simulated-parties.js';

const ownRefusals = ['sandbox.outside', 'sandbox.subjectNotFound', 'sandbox.notTheirTurn'] as const;
type OwnRefusal = (typeof ownRefusals)[number];
export type SimulationRefusal = Refusal<OwnRefusal | 'sandbox.stepRefused'>;
type Outcome = Result<SimulatedStep, Refusal>;

const mandateDays = 90;
const notTheirTurn = (why: string) => refuse('sandbox.notTheirTurn', { why });

/** The next step of the other side, a broker or the office, done by the market's own use cases when it is asked for. */
@Injectable()
export class SimulationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly parties: SimulatedParties,
    private readonly office: SimulatedOffice,
    private readonly matches: MatchingService,
    private readonly mandates: MandateService,
    private readonly introductions: IntroductionService,
    private readonly deals: DealService,
    private readonly contracts: ContractService,
    private readonly clock: Clock,
  ) {}

  /** One step, for an object that the caller may see; what the rules say against it is told by its code. */
  async step(
    actor: PersonActor,
    kind: SimulatedSubject,
    id: string,
  ): Promise<Result<SimulatedStep, SimulationRefusal>> {
    if (!isSandboxId(actor.organizationId)) return refuse('sandbox.outside');
    const outcome = await this.take(actor, kind, id);
    if (outcome.ok) return outcome;
    const { code, params } = outcome.refusal;
    const own = ownRefusals.find((one) => one === code);
    return own ? refuse(own, params) : refuse('sandbox.stepRefused', { code });
  }

  private async take(actor: PersonActor, kind: SimulatedSubject, id: string): Promise<Outcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
      switch (kind) {
        case 'match':
          return this.ofMatch(tx, actor, id);
        case 'introduction':
          return this.ofIntroduction(tx, actor, id);
        case 'deal':
          return this.ofDeal(tx, actor, id);
        case 'contract':
          return this.ofContract(tx, actor, id);
        case 'contractRegistration':
          return this.office.step(tx, actor, id);
      }
    });
  }

  /** A broker offers himself to the caller's side; under the accepted mandate he introduces. */
  private async ofMatch(tx: Tx, actor: PersonActor, id: string): Promise<Outcome> {
    const match = await this.matches.find(tx, id);
    if (!match) return refuse('sandbox.subjectNotFound');
    const broker = await this.parties.acting(tx, actor.organizationId, 'broker');
    const own = match.demandOrganizationId === actor.organizationId;
    const subject = own
      ? ({ kind: 'demand', id: match.demandId } as const)
      : ({ kind: 'achievement', id: match.achievementId } as const);
    const given = (await this.mandates.list(broker, null, 100)).find((one) => one.subject.id === subject.id);
    if (!given || given.state === 'declined' || given.state === 'ended') {
      const proposed = await this.mandates.propose(broker, {
        ...{ subject, matchId: id, exclusive: false, tailDays: 180 },
        fee: { kind: 'percent', basisPoints: 100, base: 'technologyValue' },
        expiresOn: addDays(beijingDate(this.clock.now()), mandateDays),
      });
      if (!proposed.ok) return proposed;
      return did('broker', '提出经纪委托，请接受', 'mandate', proposed.value.id);
    }
    if (given.state === 'proposed') return notTheirTurn(`请先接受经纪委托 ${given.id}`);
    const made = await this.introductions.introduce(broker, id, '沙箱模拟经纪人：双方内容相符，建议洽谈。');
    return made.ok ? did('broker', '引荐双方', 'introduction', made.value.id) : made;
  }

  private async ofIntroduction(tx: Tx, actor: PersonActor, id: string): Promise<Outcome> {
    const found = await this.introductions.find(tx, id);
    if (!found) return refuse('sandbox.subjectNotFound');
    const other = await this.parties.acting(tx, actor.organizationId, 'counterpart');
    if (!sidesOf(found).includes(other.organizationId)) return notTheirTurn('对方不是模拟的单位');
    const accepted = await this.introductions.accept(other, id, '沙箱模拟对方 0934-0000000');
    return accepted.ok ? did('counterpart', '接受引荐', 'introduction', id) : accepted;
  }

  /** Agrees to what the caller offered last; names a price when nobody has. */
  private async ofDeal(tx: Tx, actor: PersonActor, id: string): Promise<Outcome> {
    const chain = await this.deals.offersOf(actor, id);
    if (!chain.ok) return refuse('sandbox.subjectNotFound');
    const other = await this.parties.acting(tx, actor.organizationId, 'counterpart');
    const last = chain.value.offers.at(-1);
    if (last?.organizationId === other.organizationId) return notTheirTurn('轮到本单位答复报价');
    if (!last) {
      const terms = { price: simulatedPrice, mode: 'transfer', terms: '沙箱模拟报价：一次总付。' } as const;
      const offered = await this.deals.offer(other, id, terms);
      return offered.ok ? did('counterpart', '报价', 'deal', id) : offered;
    }
    const agreed = await this.deals.agree(other, id, last.serial);
    return agreed.ok ? did('counterpart', `接受第 ${last.serial} 次报价`, 'deal', id) : agreed;
  }

  /** Signs the text as it stands; a simulated seller then files for registration. */
  private async ofContract(tx: Tx, actor: PersonActor, id: string): Promise<Outcome> {
    const found = await this.contracts.get(actor, id);
    if (!found.ok) return refuse('sandbox.subjectNotFound');
    const other = await this.parties.acting(tx, actor.organizationId, 'counterpart');
    const party = found.value.parties.find(({ organizationId }) => organizationId === other.organizationId);
    if (!party) return notTheirTurn('对方不是模拟的单位');
    if (found.value.state !== 'effective') {
      if (party.signedAt !== null) return notTheirTurn('对方已签署，轮到本单位');
      const signed = await this.contracts.sign(other, id, this.contracts.textHash(found.value));
      return signed.ok ? did('counterpart', '签署合同', 'contract', id) : signed;
    }
    if (party.role !== 'seller') return notTheirTurn('由卖方（本单位）申请认定登记');
    return this.office.file(other, id);
  }
}

export const did = (by: SimulatedPart, text: string, subjectKind: string, subjectId: string) =>
  ok({ by, did: text, subjectKind, subjectId });
