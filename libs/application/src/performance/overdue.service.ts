import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { addDays, beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import type { Contract } from '#domain/contract/contract.js';
import { stepOn, stepText, type Obligation, type OverdueStep } from '#domain/performance/overdue.js';
import { performancePolicyOn } from '#domain/performance/performance.policy.js';
import type { PersonActor, SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { ContractSides } from './contract-sides.js';
import { RoyaltyService } from './royalty.service.js';

const columns = `id, contract_id AS "contractId", obligation_kind AS "obligationKind",
  obligation_key AS "obligationKey", step, obligor, due_on AS "dueOn", answer_by AS "answerBy", text,
  taken_on AS "takenOn", taken_at AS "takenAt"`;
const batchSize = 100;

/** A step is an event of its own, so that both sides hear of it. */
const told = { reminder: 'remind', notice: 'notify', formalDemand: 'demand' } as const;

/** The ladder of what is overdue (到期提醒、逾期通知、催告函): each step once, by the calendar, told to both sides. */
@Injectable()
export class OverdueService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sides: ContractSides,
    private readonly royalties: RoyaltyService,
    private readonly clock: Clock,
  ) {}

  /** The worker's turn: looks through all contracts that run, each in a transaction of its own. Gives the steps taken. */
  async remind(actor: SystemActor): Promise<number> {
    const today = beijingDate(this.clock.now());
    let taken = 0;
    for (const source of [this.dueContracts.bind(this), this.royaltyContracts.bind(this)]) {
      for (let after: string | null = null; ;) {
        const last: string | null = after;
        const ids: string[] = await this.unitOfWork.run(actor, (tx) => source(tx, today, last));
        for (const id of ids) taken += await this.unitOfWork.run(actor, (tx) => this.remindContract(tx, id, today));
        if (ids.length < batchSize) break;
        after = ids.at(-1) ?? null;
      }
    }
    return taken;
  }

  async list(
    actor: PersonActor,
    contractId: string,
    after: string | null,
    limit: number,
  ): Promise<Result<OverdueStep[], Refusal<'contract.notFound'>>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<OverdueStep[], Refusal<'contract.notFound'>>> => {
      if (!(await this.sides.seen(tx, contractId))) return refuse('contract.notFound');
      return ok(
        await tx.query<OverdueStep>(
          `SELECT ${columns} FROM overdue_step WHERE contract_id = $1 AND ($2::uuid IS NULL OR id < $2)
           ORDER BY id DESC LIMIT $3`,
          [contractId, after, limit],
        ),
      );
    });
  }

  private async remindContract(tx: Tx, id: string, today: LocalDate): Promise<number> {
    const contract = await this.sides.seen(tx, id);
    if (contract?.state !== 'effective') return 0;
    const obligations = [...(await this.milestones(tx, id)), ...(await this.royaltyObligations(tx, contract))];
    let taken = 0;
    for (const obligation of obligations) taken += await this.take(tx, contract, obligation, today);
    return taken;
  }

  /** The unique constraint lets each step be taken once, whoever comes first. */
  private async take(tx: Tx, contract: Contract, obligation: Obligation, today: LocalDate): Promise<number> {
    const rung = stepOn(obligation, today);
    if (!rung) return 0;
    const step: OverdueStep = {
      ...{ id: uuid(), contractId: contract.id, obligationKind: obligation.kind, obligationKey: obligation.key },
      ...{ step: rung.step, obligor: obligation.obligor, dueOn: obligation.dueOn, answerBy: rung.answerBy },
      ...{ text: stepText(obligation, rung.step, rung.answerBy), takenOn: today, takenAt: this.clock.now() },
    };
    const inserted = await tx.execute(
      `INSERT INTO overdue_step (id, contract_id, obligation_kind, obligation_key, step, obligor, due_on, answer_by,
         text, taken_on, taken_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING`,
      [
        ...[step.id, step.contractId, step.obligationKind, step.obligationKey, step.step, step.obligor, step.dueOn],
        ...[step.answerBy, step.text, step.takenOn, step.takenAt],
      ],
    );
    if (inserted === 0) return 0;
    await this.sides.record(tx, contract, {
      ...{
        subjectKind: 'overdueStep',
        subjectId: step.id,
        event: told[step.step],
        from: null,
        to: step.step,
        after: step,
      },
      reason: step.text,
    });
    return 1;
  }

  /** What of the agreed milestones neither was accepted nor waits for an answer. */
  private async milestones(tx: Tx, contractId: string): Promise<Obligation[]> {
    const rows = await tx.query<{ id: string; title: string; dueOn: string }>(
      `SELECT m.id, m.title, m.due_on AS "dueOn" FROM milestone m JOIN milestone_plan p ON p.id = m.plan_id
       WHERE m.contract_id = $1 AND p.state = 'agreed' AND m.accepted_fen < m.amount_fen
         AND m.accepted_fen + coalesce((SELECT sum(d.amount_fen) FROM delivery d
           WHERE d.milestone_id = m.id AND d.state = 'submitted'), 0) < m.amount_fen ORDER BY m.position`,
      [contractId],
    );
    return rows.map(({ id, title, dueOn }) => ({
      ...{ contractId, kind: 'milestone', key: id, title, obligor: 'seller', dueOn },
    }));
  }

  private async royaltyObligations(tx: Tx, contract: Contract): Promise<Obligation[]> {
    if (!contract.payment?.royalty) return [];
    const { periods, reports } = await this.royalties.periods(tx, contract);
    return periods.flatMap(({ from, to, dueOn }): Obligation[] => {
      const report = reports.find(({ periodFrom }) => periodFrom === from);
      const common = { contractId: contract.id, key: from, obligor: 'buyer', dueOn } as const;
      if (!report) return [{ ...common, kind: 'royaltyReport', title: `${from} 至 ${to} 提成报告` }];
      if (report.paid >= report.due) return [];
      return [{ ...common, kind: 'royaltyPayment', title: `${from} 至 ${to} 提成款` }];
    });
  }

  private async dueContracts(tx: Tx, today: LocalDate, after: string | null): Promise<string[]> {
    const ahead = Math.max(...performancePolicyOn(today).ladder.map(({ days }) => -days), 0);
    const rows = await tx.query<{ id: string }>(
      `SELECT DISTINCT contract_id AS id FROM milestone WHERE accepted_fen < amount_fen AND due_on <= $1
         AND ($2::uuid IS NULL OR contract_id > $2) ORDER BY 1 LIMIT $3`,
      [addDays(today, ahead), after, batchSize],
    );
    return rows.map(({ id }) => id);
  }

  private async royaltyContracts(tx: Tx, _today: LocalDate, after: string | null): Promise<string[]> {
    return this.royalties.contractsWithRoyalty(tx, after, batchSize);
  }
}
