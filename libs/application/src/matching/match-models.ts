import { Injectable, Logger } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { moveModel, type MatchModelVersion } from '#domain/matching/match-model.js';
import type { PersonActor, SystemActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { comparisonsOf } from '#matching/learn/feedback.js';
import { replayGate, type GateResult } from '#matching/learn/gate.js';
import { learn, type SignalWeights } from '#matching/learn/learn.js';
import { mostPointsOf, weighedModel } from '#matching/learn/learned-model.js';
import { Matcher } from '#matching/matcher.js';
import { defaultModel, type MatchModel } from '#matching/rank/model.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { JiebaTokenizer } from '#platform/search/jieba.js';
import { Dictionary } from './dictionary.js';
import { readGoldenSet } from './golden.js';
import { MatchModelRepository } from './match-model.repository.js';
import { MatchRunRepository } from './match-run.repository.js';

export type SwitchRefusal = Refusal<'matchModel.notFound' | 'matchModel.otherBase' | 'state.notAllowed'>;

/** Fewer new decisions teach nothing that is worth a new version. */
const leastNewDecisions = 20;
const listsLearnedFrom = 2_000;

/** The versions of the matcher's weights: learned, replayed, switched on and back. */
@Injectable()
export class MatchModels {
  private readonly logger = new Logger('matching');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly models: MatchModelRepository,
    private readonly runs: MatchRunRepository,
    private readonly dictionary: Dictionary,
    private readonly tokenizer: JiebaTokenizer,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** The model that ranks the market now. Weights of another delivered model are left aside. */
  async current(tx: Tx): Promise<MatchModel> {
    const active = await this.models.active(tx);
    if (active?.baseVersion !== defaultModel.version) return defaultModel;
    return weighedModel(defaultModel, active.version, active.weights);
  }

  /**
   * Learns a new version when enough was decided since the last one, replays it, and switches it on only when it loses
   * no more than the gate allows. What was refused is kept as well: with its figures. Null: nothing to learn yet.
   */
  async train(actor: SystemActor): Promise<MatchModelVersion | null> {
    const material = await this.unitOfWork.run(actor, (tx) => this.material(tx));
    if (!material) return null;
    const { weights, trainedOn } = material;
    const gate = this.replay(weights);
    return this.unitOfWork.run(actor, async (tx) => {
      await this.models.lock(tx);
      const now = this.clock.now();
      const id = uuid();
      const candidate: MatchModelVersion = {
        id,
        version: `${defaultModel.version}+${id.slice(-12)}`,
        baseVersion: defaultModel.version,
        weights,
        state: 'candidate',
        trainedOn,
        ndcg: gate.ndcg,
        referenceNdcg: gate.referenceNdcg,
        createdAt: now,
        updatedAt: now,
      };
      await this.models.insert(tx, candidate);
      await this.record(tx, 'learn', null, candidate);
      const { loss, allowed } = gate;
      this.logger.log({ matchModel: candidate.version, trainedOn, ndcg: gate.ndcg, loss, allowed });
      if (allowed) return this.activate(tx, candidate);
      return this.move(tx, candidate, 'refuse');
    });
  }

  /** Replays weights on the golden set against the model as delivered. */
  replay(weights: SignalWeights): GateResult {
    const golden = readGoldenSet();
    const matcher = new Matcher(this.dictionary.lexicon, this.tokenizer);
    for (const offer of golden.offers) matcher.add(offer);
    const rankedBy = (model: MatchModel) => (need: (typeof golden.needs)[number]) => {
      matcher.useModel(model);
      return matcher.rank(need, golden.asOf).map(({ offer }) => offer.id);
    };
    const candidate = weighedModel(defaultModel, 'candidate', weights);
    return replayGate(
      golden,
      (need) => rankedBy(defaultModel)(need as never),
      (need) => rankedBy(candidate)(need as never),
    );
  }

  async list(actor: PersonActor, after: string | null, limit: number): Promise<MatchModelVersion[]> {
    return this.unitOfWork.run(actor, (tx) => this.models.list(tx, after, limit));
  }

  /** Somebody of the bureau switches to a version that stood the replay before, and the market is matched anew. */
  async switchTo(actor: PersonActor, id: string, reason: string): Promise<Result<MatchModelVersion, SwitchRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<MatchModelVersion, SwitchRefusal>> => {
      await this.models.lock(tx);
      const model = await this.models.find(tx, id);
      if (!model) return refuse('matchModel.notFound');
      if (model.baseVersion !== defaultModel.version)
        return refuse('matchModel.otherBase', { base: model.baseVersion, current: defaultModel.version });
      const allowed = moveModel(model, 'activate', this.clock.now());
      return allowed.ok ? ok(await this.activate(tx, model, reason)) : allowed;
    });
  }

  /** Back to the model as delivered: the learned one rests. */
  async switchBack(actor: PersonActor, reason: string): Promise<Result<MatchModelVersion, SwitchRefusal>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<MatchModelVersion, SwitchRefusal>> => {
      await this.models.lock(tx);
      const active = await this.models.active(tx);
      if (!active) return refuse('matchModel.notFound');
      const retired = await this.move(tx, active, 'retire', reason);
      await this.runs.queue(tx, { scope: 'incremental', reason: 'modelSwitched', night: null }, this.clock.now());
      return ok(retired);
    });
  }

  private async material(tx: Tx): Promise<{ weights: SignalWeights; trainedOn: number } | null> {
    const newest = await this.models.newest(tx);
    const decisions = await this.models.decisions(tx);
    if (decisions - (newest?.trainedOn ?? 0) < leastNewDecisions) return null;
    const comparisons = (await this.models.shownLists(tx, listsLearnedFrom)).flatMap(comparisonsOf);
    return { weights: learn({}, mostPointsOf(defaultModel), comparisons), trainedOn: decisions };
  }

  private async activate(tx: Tx, model: MatchModelVersion, reason?: string): Promise<MatchModelVersion> {
    const before = await this.models.active(tx);
    if (before) await this.move(tx, before, 'retire', reason);
    const active = await this.move(tx, model, 'activate', reason);
    await this.runs.queue(tx, { scope: 'incremental', reason: 'modelSwitched', night: null }, this.clock.now());
    return active;
  }

  private async move(
    tx: Tx,
    model: MatchModelVersion,
    event: 'activate' | 'refuse' | 'retire',
    reason?: string,
  ): Promise<MatchModelVersion> {
    const moved = moveModel(model, event, this.clock.now());
    if (!moved.ok) throw new Error(`${model.version} cannot ${event} in ${model.state}`);
    await this.models.saveState(tx, moved.value);
    await this.record(tx, event, model, moved.value, reason);
    return moved.value;
  }

  private async record(
    tx: Tx,
    event: string,
    before: MatchModelVersion | null,
    after: MatchModelVersion,
    reason?: string,
  ): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'matchModel',
      subjectId: after.id,
      parties: [],
      event,
      from: before?.state ?? null,
      to: after.state,
      ...(reason !== undefined && { reason }),
      ...(before && { before }),
      after,
    });
  }
}
