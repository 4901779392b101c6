import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import {
  conflictBetween,
  noConflict,
  worse,
  type Conflict,
  type ConflictRole,
} from '#domain/relation/conflict.policy.js';
import type { Relation, RelationNode } from '#domain/relation/relation.js';
import { type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { RelationRepository, type DeclaredRelation } from './relation.repository.js';

export type { DeclaredRelation } from './relation.repository.js';

export type RelationRefusal = Refusal<'relation.unknownParty' | 'relation.withItself' | 'relation.notFound'>;

/** Declared relations (利害关系): from them and from memberships follow the recusals of panelists, registrars and brokers. */
@Injectable()
export class RelationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly relations: RelationRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async declare(
    actor: PersonActor,
    relation: Relation & { readonly note: string },
  ): Promise<Result<DeclaredRelation, RelationRefusal>> {
    if (relation.from.id === relation.to.id) return refuse('relation.withItself', {}, '/toId');
    return this.unitOfWork.run(actor, async (tx) => {
      for (const [node, path] of [
        [relation.from, '/fromId'],
        [relation.to, '/toId'],
      ] as const) {
        if (!(await this.unitOfWork.asSystem(tx, 'relation', (system) => this.relations.exists(system, node)))) {
          return refuse('relation.unknownParty', { kind: node.kind === 'person' ? '人员' : '单位' }, path);
        }
      }
      const declared: DeclaredRelation = {
        ...relation,
        id: uuid(),
        declaredBy: actor.personId,
        at: this.clock.now(),
        endedAt: null,
      };
      await this.relations.insert(tx, declared);
      await this.record(tx, declared.id, 'declare', relation.note, declared);
      return ok(declared);
    });
  }

  async end(actor: PersonActor, id: string): Promise<Result<null, RelationRefusal>> {
    return this.unitOfWork.run(actor, async (tx) => {
      if (!(await this.relations.end(tx, id, this.clock.now()))) return refuse('relation.notFound');
      await this.record(tx, id, 'end', undefined, null);
      return ok(null);
    });
  }

  async list(actor: PersonActor, after: string | null, limit: number): Promise<DeclaredRelation[]> {
    return this.unitOfWork.run(actor, (tx) => this.relations.list(tx, after, limit));
  }

  /**
   * Why a person may not decide over some parties, in words, by the table of conflicts; null: nothing keeps them away. What
   * runs through `but` does not count: colleagues who decide for their own unit are all related through it.
   */
  async conflict(
    tx: Tx,
    personId: string,
    parties: RelationNode | readonly RelationNode[],
    but: string | null = null,
  ): Promise<string | null> {
    return this.keptAway(tx, 'decider', { kind: 'person', id: personId }, [parties].flat(), but);
  }

  /** The same for any role and for units: why who acts must stay away; null: nothing does. */
  async keptAway(
    tx: Tx,
    role: ConflictRole,
    who: RelationNode,
    parties: readonly RelationNode[],
    but: string | null = null,
  ): Promise<string | null> {
    const { verdict, reason } = await this.worstOf(tx, role, who, parties, but);
    return verdict === 'blocked' ? (reason ?? '') : null;
  }

  /** The worst that stands between a person in a role and some parties, by the table of conflicts. */
  async verdict(tx: Tx, role: ConflictRole, personId: string, parties: readonly RelationNode[]): Promise<Conflict> {
    return this.worstOf(tx, role, { kind: 'person', id: personId }, parties, null);
  }

  /** Every relation around some parties, for who looks at many at once. */
  async around(tx: Tx, ids: readonly string[]): Promise<readonly Relation[]> {
    return this.unitOfWork.asSystem(tx, 'relation', (system) => this.relations.around(system, ids));
  }

  private async worstOf(
    tx: Tx,
    role: ConflictRole,
    who: RelationNode,
    parties: readonly RelationNode[],
    but: string | null,
  ): Promise<Conflict> {
    const around = await this.around(tx, [who.id, ...parties.map(({ id }) => id)]);
    const counting = around.filter(({ from, to }) => but === null || ![from.id, to.id].includes(but));
    return parties.map((party) => conflictBetween(counting, role, who, party)).reduce(worse, noConflict);
  }

  private record(tx: Tx, id: string, event: string, reason: string | undefined, after: unknown): Promise<void> {
    return this.journal.record(tx, {
      subjectKind: 'relation',
      subjectId: id,
      event,
      from: null,
      to: null,
      ...(reason !== undefined && { reason }),
      parties: [],
      after,
    });
  }
}
