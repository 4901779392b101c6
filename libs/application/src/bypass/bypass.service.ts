import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { addDays, beijingDate } from '#domain/calendar/local-date.js';
import { bypassFindingTransitions, bypassWords, looksBypassed, type BypassFinding } from '#domain/bypass/bypass.js';
import type { PersonActor, SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { transition } from '#domain/shared/state-machine.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { RelationService } from '../relation/relation.service.js';
import { BypassRepository, type BypassStatement, type Candidate } from './bypass.repository.js';

export type { BypassStatement } from './bypass.repository.js';

export type BypassRefusal = Refusal<
  | 'bypassFinding.notFound'
  | 'bypassFinding.closed'
  | 'bypassFinding.statedAlready'
  | 'bypassFinding.conflict'
  | 'state.notAllowed'
>;
export interface BypassCase {
  readonly finding: BypassFinding;
  readonly statements: readonly BypassStatement[];
}
type Outcome = Result<BypassCase, BypassRefusal>;

const pageSize = 100;
/** What is left after so many waits for the next run, which begins where this one began: found ones do not come again. */
const maxPagesPerRun = 100;
/** A change is dated when its transaction begins and seen when it commits: no transaction is open so long. */
const overlapSeconds = 600;
const sinceOf = (lookedUntil: Date | null): Date | null =>
  lookedUntil && new Date(lookedUntil.getTime() - overlapSeconds * 1000);

/** Contracts that went around the broker who introduced their sides: raised for all three, heard, decided by the bureau. */
@Injectable()
export class BypassService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly bypasses: BypassRepository,
    private readonly relations: RelationService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * Compares contracts with introductions: what changed since the last look, and once a day all of them, for what no
   * change of the two tells (a mandate, a brokerage). A finding says what is on record; it decides nothing.
   */
  async look(actor: SystemActor): Promise<number> {
    return this.unitOfWork.run(actor, async (tx) => {
      const last = await this.bypasses.lockLook(tx);
      if (!last) return 0;
      const now = this.clock.now();
      const today = beijingDate(now);
      const since = last.fullOn === today ? sinceOf(last.lookedUntil) : null;
      let raised = 0;
      let after: Candidate | null = null;
      for (let page = 0; page < maxPagesPerRun; page += 1) {
        const found: Candidate[] = await this.bypasses.candidates(tx, since, after, pageSize);
        for (const candidate of found) if (await this.raise(tx, candidate)) raised += 1;
        after = found.at(-1) ?? null;
        if (found.length < pageSize) {
          await this.bypasses.saveLook(tx, { lookedUntil: now, fullOn: today });
          break;
        }
      }
      return raised;
    });
  }

  /** Each of the three says once what it has to say. */
  async state(actor: PersonActor, id: string, text: string): Promise<Outcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
      const finding = await this.bypasses.find(tx, id);
      if (!finding || !partiesOf(finding).includes(actor.organizationId)) return refuse('bypassFinding.notFound');
      if (finding.state !== 'raised') return refuse('bypassFinding.closed');
      const { organizationId, personId } = actor;
      const statement: BypassStatement = { organizationId, personId, text, at: this.clock.now() };
      if (!(await this.bypasses.insertStatement(tx, id, statement))) return refuse('bypassFinding.statedAlready');
      await this.journal.record(tx, {
        ...{ subjectKind: 'bypassFinding', subjectId: id, event: 'state', from: null, to: null },
        ...{ parties: partiesOf(finding), after: statement },
      });
      return this.caseOf(tx, finding);
    });
  }

  async decide(actor: PersonActor, id: string, decision: 'uphold' | 'dismiss', reason: string): Promise<Outcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
      const found = await this.bypasses.forUpdate(tx, id);
      if (!found) return refuse('bypassFinding.notFound');
      const parties = partiesOf(found).map((party) => ({ kind: 'organization' as const, id: party }));
      const broker = { kind: 'person' as const, id: found.brokerPersonId };
      const related = await this.relations.conflict(tx, actor.personId, [...parties, broker]);
      if (related !== null) return refuse('bypassFinding.conflict', { reason: related });
      const next = transition(bypassFindingTransitions, found.state, decision);
      if (!next.ok) return next;
      const decided = { state: next.value, decidedBy: actor.personId, decisionReason: reason };
      const after: BypassFinding = { ...found, ...decided, version: found.version + 1 };
      await this.bypasses.save(tx, after);
      await this.record(tx, decision, found, after, reason);
      return this.caseOf(tx, after);
    });
  }

  async get(actor: PersonActor, id: string): Promise<Outcome> {
    return this.unitOfWork.run(actor, async (tx): Promise<Outcome> => {
      const finding = await this.bypasses.find(tx, id);
      return finding ? this.caseOf(tx, finding) : refuse('bypassFinding.notFound');
    });
  }

  /** Row-level security leaves each of the three its own and the bureau all. */
  async list(actor: PersonActor, after: string | null, limit: number): Promise<BypassFinding[]> {
    return this.unitOfWork.run(actor, (tx) => this.bypasses.list(tx, after, limit));
  }

  private async raise(tx: Tx, { expiresOn, tailDays, namedAgencyIds, ...found }: Candidate): Promise<boolean> {
    const tailEndsOn = addDays(expiresOn, tailDays);
    if (!looksBypassed({ ...found, tailEndsOn, namedAgencyIds })) return false;
    const finding: BypassFinding = {
      ...{ ...found, tailEndsOn, id: uuid(), state: 'raised' as const },
      ...{ decidedBy: null, decisionReason: null, version: 1, createdAt: this.clock.now() },
    };
    if (!(await this.bypasses.insert(tx, finding))) return false;
    await this.record(tx, 'raise', null, finding, bypassWords(finding));
    return true;
  }

  private async caseOf(tx: Tx, finding: BypassFinding): Promise<Outcome> {
    return ok({ finding, statements: await this.bypasses.statements(tx, finding.id) });
  }

  private async record(tx: Tx, event: string, before: BypassFinding | null, after: BypassFinding, reason: string) {
    await this.journal.record(tx, {
      ...{ subjectKind: 'bypassFinding', subjectId: after.id, event, from: before?.state ?? null, to: after.state },
      ...{ reason, parties: partiesOf(after), ...(before && { before }), after },
    });
  }
}

const partiesOf = (finding: BypassFinding): string[] => [
  finding.agencyOrganizationId,
  finding.principalOrganizationId,
  finding.counterpartOrganizationId,
];
