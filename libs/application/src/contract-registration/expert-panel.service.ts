import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import {
  callExperts,
  concludeExperts,
  type ContractRegistration,
} from '#domain/contract-registration/contract-registration.js';
import {
  callPanel,
  concludePanel,
  giveOpinion,
  type Expert,
  type ExpertOpinion,
  type ExpertPanel,
} from '#domain/contract-registration/expert-panel.js';
import type { PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { ContractRegistrationRepository } from './contract-registration.repository.js';
import { maySee, RegistrationDesk, type RegistrationRefusal } from './registration-desk.js';
import { RegistrationProcedureRepository } from './registration-procedure.repository.js';

export type PanelRefusal =
  | RegistrationRefusal
  | Refusal<
      | 'expertPanel.notDue'
      | 'expertPanel.tooFew'
      | 'expertPanel.expertRepeated'
      | 'expertPanel.noExpert'
      | 'expertPanel.recused'
      | 'expertPanel.alreadyGiven'
      | 'expertPanel.opinionsMissing'
      | 'expertPanel.closed'
    >;
export type PanelOutcome = Result<ExpertPanel, PanelRefusal>;

/** Use cases of 专家审核: experts are called, give their opinions, and a majority is found. */
@Injectable()
export class ExpertPanelService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registrations: ContractRegistrationRepository,
    private readonly procedure: RegistrationProcedureRepository,
    private readonly desk: RegistrationDesk,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async call(
    actor: PersonActor,
    registrationId: string,
    asked: { readonly question: string; readonly experts: readonly Omit<Expert, 'opinion'>[] },
  ): Promise<PanelOutcome> {
    return this.step(actor, registrationId, 'callExperts', (registration, _panel, now) => {
      const panel = callPanel(registration.contract, {
        id: uuid(),
        registrationId,
        ...asked,
        calledBy: actor.personId,
        calledAt: now,
      });
      if (!panel.ok) return panel;
      const moved = callExperts(registration, now);
      return moved.ok ? ok({ panel: panel.value, registration: moved.value }) : moved;
    });
  }

  async giveOpinion(
    actor: PersonActor,
    registrationId: string,
    name: string,
    opinion: Omit<ExpertOpinion, 'givenAt'>,
  ): Promise<PanelOutcome> {
    return this.step(actor, registrationId, 'giveOpinion', (registration, panel, now) => {
      if (!panel) return refuse('expertPanel.closed');
      const given = giveOpinion(panel, name, { ...opinion, givenAt: now.toISOString() });
      return given.ok ? ok({ panel: given.value, registration }) : given;
    });
  }

  async conclude(actor: PersonActor, registrationId: string): Promise<PanelOutcome> {
    return this.step(actor, registrationId, 'concludeExperts', (registration, panel, now) => {
      if (!panel) return refuse('expertPanel.closed');
      const concluded = concludePanel(panel, now);
      if (!concluded.ok) return concluded;
      const moved = concludeExperts(registration, now);
      return moved.ok ? ok({ panel: concluded.value, registration: moved.value }) : moved;
    });
  }

  /** For the office and the auditors: names and opinions of experts are not the parties' to see. */
  async ofRegistration(
    actor: PersonActor,
    registrationId: string,
  ): Promise<Result<ExpertPanel[], RegistrationRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const registration = await this.registrations.find(tx, registrationId);
      if (!registration || !maySee(actor, registration)) return refuse('contractRegistration.notFound');
      return ok(await this.procedure.panelsOf(tx, registrationId));
    });
  }

  /** One step of a panel under the lock of its case. */
  private async step(
    actor: PersonActor,
    registrationId: string,
    event: string,
    decide: (
      registration: ContractRegistration,
      open: ExpertPanel | null,
      now: Date,
    ) => Result<{ panel: ExpertPanel; registration: ContractRegistration }, PanelRefusal>,
  ): Promise<PanelOutcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<PanelOutcome> => {
      let panel: ExpertPanel | null = null;
      const examining = event === 'callExperts';
      const step = { event, by: 'officer', examining } as const;
      const kept = await this.desk.change<PanelRefusal>(actor, registrationId, step, async (found) => {
        const open = (await this.procedure.panelsOf(tx, registrationId)).find((one) => one.state === 'open') ?? null;
        const decided = decide(found, open, this.clock.now());
        if (!decided.ok) return decided;
        panel = decided.value.panel;
        await this.savePanel(tx, open, panel, found);
        return ok(decided.value.registration);
      });
      if (!kept.ok) return kept;
      if (panel === null) throw new Error('a kept step has a panel');
      return ok(panel);
    });
  }

  private async savePanel(tx: Tx, open: ExpertPanel | null, panel: ExpertPanel, found: ContractRegistration) {
    if (open === null) await this.procedure.insertPanel(tx, panel);
    else await this.procedure.savePanel(tx, panel);
    await this.journal.record(tx, {
      subjectKind: 'expertPanel',
      subjectId: panel.id,
      parties: [],
      event: open === null ? 'call' : panel.state === 'concluded' ? 'conclude' : 'giveOpinion',
      from: open?.state ?? null,
      to: panel.state,
      after: { panel, registrationId: found.id },
    });
  }
}
