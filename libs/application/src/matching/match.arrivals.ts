import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Demand } from '#domain/demand/demand.js';
import type { Match } from '#domain/matching/match.js';
import type { SystemActor } from '#domain/shared/actor.js';
import type { PairRun } from '#matching/matcher.js';
import { ineligible } from '#matching/rank/eligibility.js';
import type { Need, Offer } from '#matching/rank/subject.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { DemandService } from '../demand/demand.service.js';
import { pairKey, type NewPair } from './fair-load.js';
import { MatchBook, type Found, type Slot } from './match.book.js';
import { MatchIndex } from './match.index.js';
import { MatchRepository } from './match.repository.js';
import { MatchRunRepository } from './match-run.repository.js';
import { foundOf, isOpen, maxMatchesPerDemand, unmatched } from './match.runs.js';

/** Demands that a new achievement is held against: those that share the most words with it. */
const maxDemandsPerAchievement = 50;
/** Written together: enough that a wave costs few round trips, few enough that nobody waits long for its locks. */
const writtenAtOnce = 25;
/** Achievements thought about before others get their turn. */
const thoughtAtOnce = 5;

/** What a long run lets be proposed anew. */
export interface Share {
  /** Those of these pairs that may be, by `pairKey`. */
  grant(tx: Tx, pairs: readonly NewPair[]): Promise<ReadonlySet<string>>;
  charge(tx: Tx, proposals: readonly Match[]): Promise<void>;
}

interface Cause {
  /** Which request caused an achievement to be matched. */
  readonly requestOf?: ReadonlyMap<string, string>;
  readonly share?: Share;
}

/** Some achievements with the demands that they may answer. */
interface Wave {
  readonly ids: readonly string[];
  readonly offers: ReadonlyMap<string, Offer>;
  readonly pairs: PairRun;
  readonly candidates: readonly { readonly need: Need; readonly offer: Offer; readonly score: number }[];
}

/** Runs of the matching engine for achievements: those that are new or changed meet the demands that they may answer. */
@Injectable()
export class MatchArrivals {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly index: MatchIndex,
    private readonly matches: MatchRepository,
    private readonly marks: MatchRunRepository,
    private readonly demands: DemandService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Closed achievements leave all proposals. */
  async match(actor: SystemActor, achievementIds: readonly string[], cause: Cause = {}): Promise<void> {
    await this.index.refresh();
    for (let at = 0; at < achievementIds.length; at += writtenAtOnce) {
      // The long thinking stands before the transaction: no lock is held for it, and others get their turn between.
      const wave = await this.think(achievementIds.slice(at, at + writtenAtOnce));
      await this.unitOfWork.run(actor, (tx) => this.write(tx, wave, cause));
    }
  }

  private async think(ids: readonly string[]): Promise<Wave> {
    const offers = await this.index.readAchievements(ids);
    const near = await this.index.nearby.needsNear(offers);
    const { matcher } = this.index;
    const pairs = matcher.pairs(this.clock.now());
    const candidates: { need: Need; offer: Offer; score: number }[] = [];
    for (const [at, offer] of offers.entries()) {
      const further = (near.get(offer.id) ?? []).flatMap((id) => matcher.needOf(id) ?? []);
      for (const need of new Set([...pairs.needsFor(offer, maxDemandsPerAchievement), ...further])) {
        const judged = mayMeet(need, offer, false) ? pairs.judge(need, offer) : null;
        if (judged) candidates.push({ need, offer, score: judged.score });
      }
      if (at % thoughtAtOnce === 0) await setImmediate();
    }
    return { ids, offers: new Map(offers.map((offer) => [offer.id, offer])), pairs, candidates };
  }

  private async write(tx: Tx, wave: Wave, { share, requestOf }: Cause): Promise<void> {
    const concerned = await this.concerned(tx, wave);
    const demandIds = [...concerned.keys()];
    await this.matches.lockDemands(tx, demandIds);
    const book = new MatchBook(await this.matches.rivalsOf(tx, demandIds, wave.ids), this.clock.now());
    const answered = (await this.demands.findAll(tx, demandIds)).flatMap((demand) =>
      [...(concerned.get(demand.id) ?? [])].map((id) => this.answer(book, demand, id, wave)),
    );
    const granted = share && (await share.grant(tx, answered.flatMap(newPairOf)));
    const waits = (pair: Answered): boolean =>
      granted !== undefined && newPairOf(pair).some(({ key }) => !granted.has(key));
    for (const pair of answered) if (!waits(pair)) place(book, pair, requestOf?.get(pair.achievementId) ?? null);
    const proposed = await book.write(tx, this.matches, this.journal);
    await share?.charge(tx, proposed);
    const waiting = new Set(answered.filter(waits).map(({ achievementId }) => achievementId));
    await this.mark(tx, wave, waiting);
  }

  /**
   * The demands that these achievements are proposed to, or may be: of most demands the proposals that stand are better.
   * Looked at before anything is locked, so that a wave holds few demands.
   */
  private async concerned(tx: Tx, { ids, candidates }: Wave): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const concerned = new Map<string, Set<string>>();
    const concern = (demandId: string, achievementId: string): void =>
      void concerned.set(demandId, (concerned.get(demandId) ?? new Set()).add(achievementId));
    const wanted = [...new Set(candidates.map(({ need }) => need.id))];
    const floors = await this.matches.floorsOf(tx, wanted, maxMatchesPerDemand);
    for (const { need, offer, score } of candidates)
      if (score > (floors.get(need.id) ?? -1)) concern(need.id, offer.id);
    for (const { demandId, achievementId } of await this.matches.proposedOf(tx, ids)) concern(demandId, achievementId);
    return concerned;
  }

  private answer(book: MatchBook, demand: Demand, achievementId: string, { offers, pairs }: Wave): Answered {
    const offer = offers.get(achievementId) ?? null;
    const own = book.slotOf(demand.id, achievementId);
    const need = this.index.needAsRead(demand);
    const open = demand.state === 'published' && offer && mayMeet(need, offer, own?.state === 'declined');
    const judged = open ? pairs.judge(need, offer) : null;
    const found = judged && foundOf(judged, this.index.matcher.model.version);
    return { demand, achievementId, own, found };
  }

  /** Remembers what was matched, as it stood: the night looks only at the rest. */
  private async mark(tx: Tx, { offers }: Wave, waiting: ReadonlySet<string>): Promise<void> {
    const marks = [...offers.keys()].map((subjectId) => ({
      subjectId,
      kind: 'achievement' as const,
      version: waiting.has(subjectId) ? unmatched : (this.index.versionOf(subjectId) ?? unmatched),
    }));
    await this.marks.mark(tx, marks, this.index.engine, this.clock.now());
  }
}

const mayMeet = (need: Need, offer: Offer, declined: boolean): boolean =>
  ineligible(need, offer, { offerIsPublic: true, declined }) === null;

/** One pair of a demand and an achievement as the engine sees it now. */
interface Answered {
  readonly demand: Demand;
  readonly achievementId: string;
  /** What is known of the pair. */
  readonly own: Slot | null;
  readonly found: Found | null;
}

/** Puts one pair in its place among the proposals of its demand. */
function place(book: MatchBook, { demand, achievementId, found }: Answered, requestId: string | null): void {
  const own = book.slotOf(demand.id, achievementId);
  if (!found) {
    if (own) book.supersede(own, requestId);
    return;
  }
  const rivals = book.slotsOf(demand.id).filter((slot) => slot.state === 'proposed' && slot !== own);
  const worst = rivals.reduce<Slot | null>((least, slot) => (least && !isWorse(slot, least) ? least : slot), null);
  const full = rivals.length >= maxMatchesPerDemand;
  if (full && worst && worst.score >= found.score) {
    if (own) book.supersede(own, requestId);
    return;
  }
  if (full && worst) book.supersede(worst, requestId);
  book.propose(demand, found, requestId);
}

/** Of equal ones the newest goes first. */
const isWorse = (a: Slot, b: Slot): boolean => a.score < b.score || (a.score === b.score && ageOf(a) > ageOf(b));
const ageOf = ({ known, achievementId }: Slot): string => known?.id ?? `new ${achievementId}`;

function newPairOf({ demand, achievementId, own, found }: Answered): (NewPair & { readonly key: string })[] {
  if (!found || (own && isOpen(own))) return [];
  const key = pairKey(demand.id, achievementId);
  const { organizationId, score } = found;
  return [{ key, demandId: demand.id, achievementId, organizationId, score, standIn: false }];
}
