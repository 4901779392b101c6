import { Injectable } from '@nestjs/common';
import type { ContractRegistration } from '#domain/contract-registration/contract-registration.js';
import { unconfirmedCodes } from '#domain/contract-registration/registrant.js';
import { registrationOffices } from '#domain/contract-registration/rule-set.policy.js';
import { simulatedCounty, type SimulatedStep } from '#domain/sandbox/simulation.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import type { Tx } from '#platform/database/unit-of-work.js';
import { ContractRegistrationService } from '../contract-registration/contract-registration.service.js';
import { SimulatedAccruals } from './simulated-accruals.js';
import { SimulatedParties } from './simulated-parties.js';

type Outcome = Result<SimulatedStep, Refusal>;

/** The registration office of a sandbox: one step of the procedure at a time, as an officer would take it. */
@Injectable()
export class SimulatedOffice {
  constructor(
    private readonly parties: SimulatedParties,
    private readonly registrations: ContractRegistrationService,
    private readonly accruals: SimulatedAccruals,
  ) {}

  /** The simulated seller files (卖方登记). */
  async file(seller: PersonActor, contractId: string): Promise<Outcome> {
    const landing = {
      countyCode: simulatedCounty,
      zoneCode: null,
      site: '沙箱模拟实施地点',
      evidence: ['沙箱模拟材料'],
    };
    const [office] = registrationOffices;
    const filed = await this.registrations.file(seller, { contractId, office: office.code, landing });
    return filed.ok ? step('counterpart', '申请认定登记', filed.value) : filed;
  }

  async step(tx: Tx, actor: PersonActor, id: string): Promise<Outcome> {
    const found = await this.registrations.get(actor, id);
    if (!found.ok) return refuse('sandbox.subjectNotFound');
    const registrar = await this.parties.acting(tx, actor.organizationId, 'registrar');
    switch (found.value.state) {
      case 'filed':
        return this.told('登记机构受理', await this.registrations.accept(registrar, id, false));
      case 'accepted':
      case 'underReview':
        return this.determine(tx, actor, registrar, found.value);
      case 'secondReview':
        return this.approve(tx, actor, id);
      default:
        return refuse('sandbox.notTheirTurn', { why: `登记状态为「${found.value.state}」，登记机构没有下一步` });
    }
  }

  /** The declared technology value, as it is; codes of sandbox units are confirmed first, since they are no real ones. */
  private async determine(
    tx: Tx,
    actor: PersonActor,
    registrar: PersonActor,
    { id, contract, codeConfirmations }: ContractRegistration,
  ): Promise<Outcome> {
    const known = codeConfirmations.map((one) => one.creditCode);
    for (const { creditCode } of unconfirmedCodes(contract, known)) {
      const confirmed = await this.registrations.confirmCode(registrar, id, creditCode, '沙箱单位');
      if (!confirmed.ok) return confirmed;
    }
    const determined = await this.registrations.determine(registrar, id, {
      ...{ type: contract.type, technologyValue: contract.declaredTechnologyValue },
      ...{ reason: null, landingConfirmed: true },
    });
    return this.concluded(tx, actor, '登记机构作出认定', determined);
  }

  private async approve(tx: Tx, actor: PersonActor, id: string): Promise<Outcome> {
    const reviewer = await this.parties.acting(tx, actor.organizationId, 'reviewer');
    return this.concluded(tx, actor, '第二人复核通过', await this.registrations.review(reviewer, id, 'approve', null));
  }

  /** What follows from a registration in the market by itself, follows here at once: the accruals. */
  private async concluded(
    tx: Tx,
    actor: PersonActor,
    did: string,
    outcome: Result<ContractRegistration, Refusal>,
  ): Promise<Outcome> {
    if (!outcome.ok || outcome.value.state !== 'registered') return this.told(did, outcome);
    await this.accruals.accrue(tx, actor.organizationId, outcome.value);
    return this.told(`${did}，登记编号 ${outcome.value.registrationNumber}，奖补已按规则模拟计提`, outcome);
  }

  private told(did: string, outcome: Result<ContractRegistration, Refusal>): Outcome {
    return outcome.ok ? step('registrar', did, outcome.value) : outcome;
  }
}

const step = (by: SimulatedStep['by'], did: string, { id }: ContractRegistration): Outcome =>
  ok({ by, did, subjectKind: 'contractRegistration', subjectId: id });
