import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate, fiscalYear, type LocalDate } from '#domain/calendar/local-date.js';
import {
  checkTerms,
  otherEyes,
  purchaseReserveTransitions,
  type PurchaseReserve,
  type PurchaseReserveEvent,
  type ReservePlacement,
  type TermsRefusal,
} from '#domain/purchase-reserve/purchase-reserve.js';
import { approveMoney, noMoney, payMoney, releaseMoney } from '#domain/purchase-reserve/reserve-money.js';
import { actsFor, hasRole, type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { AchievementService } from '../achievement/achievement.service.js';
import { EvaluationService } from '../evaluation/evaluation.service.js';
import { RelationService } from '../relation/relation.service.js';
import { PurchaseReserveRepository, type StockItem } from './purchase-reserve.repository.js';
import { ReserveBooks } from './reserve-books.js';

export type { StockItem } from './purchase-reserve.repository.js';

export type ReserveRefusal =
  | TermsRefusal
  | Refusal<
      | 'achievement.notFound'
      | 'evaluation.notFound'
      | 'purchaseReserve.notFound'
      | 'purchaseReserve.reservedAlready'
      | 'purchaseReserve.sameEyes'
      | 'purchaseReserve.conflict'
      | 'purchaseReserve.budgetShort'
      | 'purchaseReserve.amountTooLarge'
      | 'purchaseReserve.optionOver'
      | 'purchaseReserve.moneyOutstanding'
      | 'state.notAllowed'
    >;

export type ReserveTerms = Pick<
  PurchaseReserve,
  'achievementId' | 'kind' | 'purpose' | 'price' | 'exercisePrice' | 'optionUntil' | 'evaluationId'
>;

export interface ReserveDetail {
  readonly reserve: PurchaseReserve;
  readonly placements: readonly ReservePlacement[];
}

type Outcome = Result<PurchaseReserve, ReserveRefusal>;
const officers = ['rewardOfficer', 'reviewer', 'auditor'] as const;
const batchSize = 100;

/** The purchase reserve: proposed and approved by different people, accepted by the owner, paid and recovered through the ledger. */
@Injectable()
export class PurchaseReserveService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reserves: PurchaseReserveRepository,
    private readonly achievements: AchievementService,
    private readonly evaluations: EvaluationService,
    private readonly relations: RelationService,
    private readonly books: ReserveBooks,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async propose(actor: PersonActor, terms: ReserveTerms): Promise<Outcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
      const sound = checkTerms(terms, this.today());
      if (!sound.ok) return sound;
      const achievement = await this.achievements.find(tx, terms.achievementId);
      if (!achievement) return refuse('achievement.notFound');
      if (terms.evaluationId !== null) {
        const evaluation = await this.evaluations.get(actor, terms.evaluationId);
        const fits = evaluation.ok && evaluation.value.achievementId === achievement.id && evaluation.value.conclusion;
        if (!fits) return refuse('evaluation.notFound');
      }
      const impartial = await this.impartial(tx, actor, achievement.organizationId);
      if (!impartial.ok) return impartial;
      const now = this.clock.now();
      const reserve: PurchaseReserve = {
        ...terms,
        id: uuid(),
        organizationId: achievement.organizationId,
        state: 'proposed',
        fiscalYear: fiscalYear(now),
        money: noMoney,
        proposedBy: actor.personId,
        approvedBy: null,
        acceptedBy: null,
        writeOffProposedBy: null,
        stateReason: null,
        version: 1,
        createdAt: now,
        updatedAt: now,
      };
      if (!(await this.reserves.insert(tx, reserve))) return refuse('purchaseReserve.reservedAlready');
      await this.record(tx, 'propose', null, reserve);
      return ok(reserve);
    });
  }

  /** By somebody else than who proposed: the whole price, and that of the exercise, is committed in the budget of the year. */
  async approve(actor: PersonActor, id: string, reason: string): Promise<Outcome> {
    return this.change(actor, id, 'approve', reason, async (tx, reserve) => {
      const eyes = otherEyes(reserve.proposedBy, actor.personId);
      if (!eyes.ok) return eyes;
      const impartial = await this.impartial(tx, actor, reserve.organizationId);
      if (!impartial.ok) return impartial;
      const approved = {
        ...reserve,
        fiscalYear: fiscalYear(this.clock.now()),
        approvedBy: actor.personId,
        money: approveMoney(reserve.price + reserve.exercisePrice),
      };
      const committed = await this.books.move(tx, approved, {
        from: 'available',
        to: 'committed',
        amount: approved.money.approved,
        kind: 'accrual',
        reason: `成果购买储备立项 ${id}：${reason}`,
      });
      return committed.ok ? ok(approved) : committed;
    });
  }

  async reject(actor: PersonActor, id: string, reason: string): Promise<Outcome> {
    return this.change(actor, id, 'reject', reason, async (_tx, reserve) => {
      const eyes = otherEyes(reserve.proposedBy, actor.personId);
      return eyes.ok ? ok(reserve) : eyes;
    });
  }

  /** The owner says yes to the approved terms, or no: then the money is free again. */
  async answer(actor: PersonActor, id: string, accepts: boolean, reason: string | null): Promise<Outcome> {
    return this.change(actor, id, accepts ? 'accept' : 'refuse', reason, async (tx, reserve) => {
      if (!actsFor(actor, reserve.organizationId)) return refuse('purchaseReserve.notFound');
      return accepts ? ok({ ...reserve, acceptedBy: actor.personId }) : this.released(tx, reserve, '成果单位不同意');
    });
  }

  async withdraw(actor: PersonActor, id: string, reason: string): Promise<Outcome> {
    return this.change(actor, id, 'withdraw', reason, (tx, reserve) => this.released(tx, reserve, reason));
  }

  /** Pays the price, or the option's fee, by a document; the achievement is in stock, or under option. */
  async acquire(actor: PersonActor, id: string, document: string): Promise<Outcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
      const kind = (await this.reserves.find(tx, id))?.kind;
      const event = kind === 'option' ? 'takeOption' : 'acquire';
      return this.change(actor, id, event, document, (inner, reserve) =>
        this.paid(inner, reserve, reserve.price, `成果购买储备付款 ${id}：${document}`),
      );
    });
  }

  async exercise(actor: PersonActor, id: string, document: string): Promise<Outcome> {
    return this.change(actor, id, 'exercise', document, async (tx, reserve) => {
      if (reserve.optionUntil !== null && reserve.optionUntil < this.today()) {
        return refuse('purchaseReserve.optionOver', { until: reserve.optionUntil });
      }
      return this.paid(tx, reserve, reserve.exercisePrice, `成果购买储备行权 ${id}：${document}`);
    });
  }

  async proposeWriteOff(actor: PersonActor, id: string, reason: string): Promise<Outcome> {
    return this.change(actor, id, 'proposeWriteOff', reason, async (_tx, reserve) =>
      reserve.money.receivable > 0n
        ? refuse('purchaseReserve.moneyOutstanding')
        : ok({ ...reserve, writeOffProposedBy: actor.personId }),
    );
  }

  /** Somebody else decides; what was paid stays paid, and no firm is asked any more. */
  async decideWriteOff(actor: PersonActor, id: string, writesOff: boolean, reason: string): Promise<Outcome> {
    return this.change(actor, id, writesOff ? 'writeOff' : 'keep', reason, async (_tx, reserve) => {
      const eyes = otherEyes(reserve.writeOffProposedBy, actor.personId);
      return eyes.ok ? ok(writesOff ? reserve : { ...reserve, writeOffProposedBy: null }) : eyes;
    });
  }

  async get(actor: PersonActor, id: string): Promise<Result<ReserveDetail, ReserveRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<ReserveDetail, ReserveRefusal>> => {
      const reserve = await this.reserves.find(tx, id);
      if (!reserve) return refuse('purchaseReserve.notFound');
      return ok({ reserve, placements: await this.reserves.placements(tx, id) });
    });
  }

  /** The owner's own; all for the officers. */
  async list(actor: PersonActor, after: string | null, limit: number): Promise<PurchaseReserve[]> {
    const whose = hasRole(actor, ...officers) ? null : actor.organizationId;
    return this.unitOfWork.run(actor, (tx) => this.reserves.list(tx, whose, after, limit));
  }

  async stock(after: string | null, limit: number): Promise<StockItem[]> {
    return this.reserves.stock(after, limit);
  }

  /** Options past their last day lapse: what was committed for their exercise is free again. */
  async lapseDue(actor: SystemActor): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      for (const reserve of await this.reserves.lapsed(tx, this.today(), batchSize)) {
        const released = await this.released(tx, reserve, `期权到期未行权（${reserve.optionUntil}）`);
        if (!released.ok) throw new Error(`the exercise of ${reserve.id} was committed: ${released.refusal.code}`);
        await this.save(tx, 'lapse', reserve, { ...released.value, state: 'lapsed', stateReason: '到期未行权' });
      }
    });
  }

  /** For placements of the same module: the reserve, held until the transaction ends. */
  async saveMoney(tx: Tx, event: string, before: PurchaseReserve, after: PurchaseReserve): Promise<PurchaseReserve> {
    return this.save(tx, event, before, after);
  }

  /** Nobody who is related to the owner deals with its money. */
  async impartial(
    tx: Tx,
    actor: PersonActor,
    organizationId: string,
  ): Promise<Result<null, Refusal<'purchaseReserve.conflict'>>> {
    const party = { kind: 'organization' as const, id: organizationId };
    const reason = await this.relations.conflict(tx, actor.personId, party);
    return reason === null ? ok(null) : refuse('purchaseReserve.conflict', { reason });
  }

  private today = (): LocalDate => beijingDate(this.clock.now());

  private async paid(tx: Tx, reserve: PurchaseReserve, amount: bigint, reason: string): Promise<Outcome> {
    const money = payMoney(reserve.money, amount);
    if (!money.ok) return money;
    const moved = await this.books.move(tx, reserve, {
      from: 'committed',
      to: 'paid',
      amount,
      kind: 'payment',
      reason,
    });
    return moved.ok ? ok({ ...reserve, money: money.value }) : moved;
  }

  private async released(tx: Tx, reserve: PurchaseReserve, reason: string): Promise<Outcome> {
    const moved = await this.books.move(tx, reserve, {
      from: 'committed',
      to: 'available',
      amount: reserve.money.committed,
      kind: 'release',
      reason: `成果购买储备释放 ${reserve.id}：${reason}`,
    });
    return moved.ok ? ok({ ...reserve, money: releaseMoney(reserve.money) }) : moved;
  }

  private change(
    actor: PersonActor,
    id: string,
    event: PurchaseReserveEvent,
    reason: string | null,
    decide: (tx: Tx, reserve: PurchaseReserve) => Promise<Outcome>,
  ): Promise<Outcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
      const before = await this.reserves.forUpdate(tx, id);
      if (!before) return refuse('purchaseReserve.notFound');
      const next = transition(purchaseReserveTransitions, before.state, event);
      if (!next.ok) return next;
      const decided = await decide(tx, before);
      if (!decided.ok) return decided;
      return ok(await this.save(tx, event, before, { ...decided.value, state: next.value, stateReason: reason }));
    });
  }

  private async save(
    tx: Tx,
    event: string,
    before: PurchaseReserve,
    changed: PurchaseReserve,
  ): Promise<PurchaseReserve> {
    const after = { ...changed, version: before.version + 1, updatedAt: this.clock.now() };
    await this.reserves.save(tx, after);
    await this.record(tx, event, before, after);
    return after;
  }

  private async record(tx: Tx, event: string, before: PurchaseReserve | null, after: PurchaseReserve): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'purchaseReserve',
      subjectId: after.id,
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(after.stateReason !== null && { reason: after.stateReason }),
      parties: [after.organizationId],
      before,
      after,
    });
  }
}
