import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { beijingDate, type LocalDate } from '#domain/calendar/local-date.js';
import type { Fen } from '#domain/money/money.js';
import { feeHint, openFee, type FeeHint, type FeeYear } from '#domain/right/annual-fee.js';
import { reminderDue, type ReminderThreshold } from '#domain/right/filing.js';
import { inForceOn } from '#domain/right/overlay.js';
import { isPatentRight, rightKindNames, type Right } from '#domain/right/right.js';
import { actsFor, type PersonActor, type SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { uniqueViolation } from '#platform/database/violation.js';
import { Journal } from '#platform/journal/journal.js';
import { RightChanges } from './right-changes.js';
import { RightGuard } from './right-guard.service.js';
import { RightRepository } from './right.repository.js';

export interface FeePayment {
  readonly id: string;
  readonly patentId: string;
  readonly year: number;
  readonly paidOn: LocalDate;
  readonly amount: Fen;
  readonly receiptNumber: string;
  readonly createdAt: Date;
}

export interface FeeOverview {
  readonly right: Right;
  readonly years: readonly FeeYear[];
  readonly next: FeeYear | null;
  readonly hint: FeeHint;
}

export interface RightReminder {
  readonly id: string;
  readonly kind: 'annualFee' | 'licenceFiling' | 'term';
  readonly rightId: string;
  readonly subjectId: string;
  readonly dueOn: LocalDate;
  readonly threshold: ReminderThreshold;
  readonly title: string;
  readonly detail: string;
  readonly sentAt: Date;
}

type NotFound = Refusal<'right.notFound'>;
export type PayFeeRefusal =
  NotFound | Refusal<'right.noFees' | 'right.feeYear' | 'right.feePaidTwice' | 'right.feeTooLow' | 'right.datesWrong'>;

const rightsPerRun = 200;

/** Annual fees of patents as their owner reports them, and the reminders of every term of the register. */
@Injectable()
export class AnnualFeeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rights: RightRepository,
    private readonly guard: RightGuard,
    private readonly changes: RightChanges,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Ladder and plain arithmetic; `expectedPerYear` is what the owner thinks the right earns a year. */
  async overview(actor: PersonActor, id: string, expectedPerYear: Fen): Promise<Result<FeeOverview, NotFound>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<FeeOverview, NotFound>> => {
      const today = this.today();
      const right = await this.rights.find(tx, id, today);
      if (!right || !isPatentRight(right)) return refuse('right.notFound');
      const years = await this.guard.ladder(tx, right);
      const overlays = await this.rights.resting(tx, [id]);
      const relied = overlays.some(
        (overlay) =>
          ['pledge', 'licence', 'openLicence', 'assignment'].includes(overlay.kind) && inForceOn(overlay, today),
      );
      return ok({ right, years, next: openFee(years), hint: feeHint(years, expectedPerYear, relied) });
    });
  }

  /** A fee that was paid to CNIPA; the market takes no payment itself. */
  async reportPayment(
    actor: PersonActor,
    id: string,
    given: Pick<FeePayment, 'year' | 'paidOn' | 'amount' | 'receiptNumber'>,
  ): Promise<Result<FeePayment, PayFeeRefusal>> {
    try {
      return await this.unitOfWork.run(actor, async (tx): Promise<Result<FeePayment, PayFeeRefusal>> => {
        const right = await this.rights.lock(tx, id, this.today());
        if (!right || !actsFor(actor, right.organizationId)) return refuse('right.notFound');
        const payable = checkPayment(await this.guard.ladder(tx, right), given, this.today());
        if (!payable.ok) return payable;
        const payment = { ...given, id: uuid(), patentId: id, createdAt: this.clock.now() };
        await tx.execute(
          `INSERT INTO patent_fee (id, patent_id, organization_id, year, paid_on, amount_fen, receipt_number, reported_by,
             created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [
            payment.id,
            id,
            right.organizationId,
            given.year,
            given.paidOn,
            given.amount,
            given.receiptNumber,
            actor.personId,
            payment.createdAt,
          ],
        );
        const subject = { subjectKind: 'right', subjectId: id, parties: [right.organizationId] };
        const after = { ...given, amount: String(given.amount) };
        await this.journal.record(tx, { ...subject, event: 'payFee', from: null, to: null, after });
        await this.changes.changed(tx, right);
        return ok(payment);
      });
    } catch (error) {
      if (uniqueViolation(error) !== 'patent_fee_once') throw error;
      return refuse('right.feePaidTwice', { year: String(given.year) }, '/year');
    }
  }

  async reminders(actor: PersonActor, after: string | null, limit: number): Promise<RightReminder[]> {
    return this.unitOfWork.run(actor, (tx) =>
      tx.query<RightReminder>(
        `SELECT id, kind, right_id AS "rightId", subject_id AS "subjectId", due_on AS "dueOn", threshold, title, detail,
           sent_at AS "sentAt" FROM right_reminder
         WHERE organization_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
        [actor.organizationId, after, limit],
      ),
    );
  }

  /** The worker's turn: every granted right is looked at once a day, and every open filing; each threshold reminds once. */
  async remindDue(actor: SystemActor): Promise<number> {
    return this.unitOfWork.run(actor, async (tx) => {
      const today = this.today();
      let sent = await this.remindFilings(tx, today);
      const rows = await tx.query<{ id: string }>(
        `SELECT r.id FROM (
           SELECT id, expires_on FROM patent WHERE state = 'granted'
           UNION ALL SELECT id, expires_on FROM ip_right WHERE state = 'granted') AS r
         LEFT JOIN right_check c ON c.right_id = r.id
         WHERE c.checked_on IS DISTINCT FROM $1 ORDER BY r.id LIMIT $2`,
        [today, rightsPerRun],
      );
      for (const { id } of rows) sent += await this.remindRight(tx, id, today);
      return sent;
    });
  }

  private async remindRight(tx: Tx, id: string, today: LocalDate): Promise<number> {
    await tx.execute(
      `INSERT INTO right_check (right_id, checked_on) VALUES ($1, $2) ON CONFLICT (right_id) DO UPDATE SET checked_on = $2`,
      [id, today],
    );
    const right = await this.rights.find(tx, id, today);
    if (!right) return 0;
    const name = `${rightKindNames[right.kind]}《${right.title}》（${right.number}）`;
    let sent = 0;
    const fee = openFee(await this.guard.ladder(tx, right));
    const late = fee && reminderDue(fee.dueOn, fee.graceUntil, today);
    if (fee && late) {
      const detail = `第 ${fee.year} 年度年费应于 ${fee.dueOn} 前缴纳；${fee.graceUntil} 前可补缴并缴滞纳金，逾期专利权终止`;
      sent += await this.send(tx, right, {
        kind: 'annualFee',
        subjectId: id,
        dueOn: fee.dueOn,
        threshold: late,
        title: name,
        detail,
      });
    }
    const ending = right.expiresOn === null ? null : reminderDue(right.expiresOn, null, today);
    if (right.expiresOn !== null && ending && ending !== 'overdue') {
      const detail = `权利期限的最后一日为 ${right.expiresOn}`;
      sent += await this.send(tx, right, {
        kind: 'term',
        subjectId: id,
        dueOn: right.expiresOn,
        threshold: ending,
        title: name,
        detail,
      });
    }
    return sent;
  }

  private async remindFilings(tx: Tx, today: LocalDate): Promise<number> {
    const rows = await tx.query<FilingDue>(
      `SELECT id, right_id AS "rightId", right_title AS title, right_number AS number, due_on AS "dueOn",
         organization_id AS "organizationId", counterpart_organization_id AS "counterpartOrganizationId"
       FROM right_filing f
       WHERE state IN ('due', 'reported') AND due_on <= $1::date + 30 AND NOT EXISTS (
         SELECT FROM right_reminder r WHERE r.subject_id = f.id AND r.due_on = f.due_on AND r.threshold =
           CASE WHEN $1::date > f.due_on THEN 'overdue' WHEN $1::date >= f.due_on - 7 THEN 'days7' ELSE 'days30' END)
       ORDER BY due_on, id LIMIT $2`,
      [today, rightsPerRun],
    );
    let sent = 0;
    for (const { id, rightId, title, number, dueOn, organizationId } of rows) {
      const threshold = reminderDue(dueOn, null, today);
      if (threshold === null) continue;
      const detail = `专利实施许可合同应自生效之日起 3 个月内备案，最后一日为 ${dueOn}`;
      const content = {
        kind: 'licenceFiling' as const,
        subjectId: id,
        dueOn,
        threshold,
        title: `《${title}》（${number}）`,
        detail,
      };
      sent += await this.send(tx, { id: rightId, organizationId }, content);
    }
    return sent;
  }

  private async send(
    tx: Tx,
    right: Pick<Right, 'id' | 'organizationId'>,
    content: Omit<RightReminder, 'id' | 'rightId' | 'sentAt'>,
  ): Promise<number> {
    const { kind, subjectId, dueOn, threshold, title, detail } = content;
    return tx.execute(
      `INSERT INTO right_reminder (id, subject_id, kind, due_on, threshold, right_id, organization_id, title, detail, sent_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
      [uuid(), subjectId, kind, dueOn, threshold, right.id, right.organizationId, title, detail, this.clock.now()],
    );
  }

  private today(): LocalDate {
    return beijingDate(this.clock.now());
  }
}

interface FilingDue {
  readonly id: string;
  readonly rightId: string;
  readonly title: string;
  readonly number: string;
  readonly dueOn: LocalDate;
  readonly organizationId: string;
}

/** Years are paid in their order, in full, within the months of grace. */
function checkPayment(
  ladder: readonly FeeYear[],
  { year, paidOn, amount }: Pick<FeePayment, 'year' | 'paidOn' | 'amount'>,
  today: LocalDate,
): Result<true, PayFeeRefusal> {
  const next = openFee(ladder);
  if (!next) return refuse('right.noFees');
  if (paidOn > today) return refuse('right.datesWrong', {}, '/paidOn');
  if (ladder.some((one) => one.year === year && one.state === 'paid')) {
    return refuse('right.feePaidTwice', { year: String(year) }, '/year');
  }
  if (year !== next.year) return refuse('right.feeYear', { year: String(next.year) }, '/year');
  if (paidOn > next.graceUntil) return refuse('right.datesWrong', {}, '/paidOn');
  return amount > 0n ? ok(true) : refuse('right.feeTooLow', {}, '/amountYuan');
}
