import { Injectable } from '@nestjs/common';
import { agencyHelper, byScore, expertHelper, institutionHelper, type Helper } from '#domain/matching/match-helper.js';
import { actsFor, hasRole, systemActor, type PersonActor } from '#domain/shared/actor.js';
import { ok, refuse, type Refusal, type Result } from '#domain/shared/result.js';
import { Clock } from '#platform/clock/clock.js';
import { UnitOfWork, type Tx } from '#platform/database/unit-of-work.js';
import { Journal } from '#platform/journal/journal.js';
import { Outbox } from '#platform/outbox/outbox.js';
import { DemandService } from '../demand/demand.service.js';
import { expertProfileChanged } from '../search/search.jobs.js';
import { MatchHelperRepository, type ExpertProfile, type ExpertProfileContent } from './match-helper.repository.js';

export interface Helpers {
  readonly experts: readonly Helper[];
  readonly brokers: readonly Helper[];
  readonly institutions: readonly Helper[];
}

type NoProfile = Refusal<'expertProfile.notFound'>;

const shownOfAKind = 20;
const readers = ['registrar', 'reviewer', 'rewardOfficer', 'auditor', 'broker'] as const;

/** People, agencies and units that may help with a need; and the consent of those who want to be named. */
@Injectable()
export class MatchHelpers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly helpers: MatchHelperRepository,
    private readonly demands: DemandService,
    private readonly journal: Journal,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** For whoever reads the demand's matches. */
  async ofDemand(
    actor: PersonActor,
    demandId: string,
  ): Promise<Result<Helpers, Refusal<'demand.notFound' | 'access.forbidden'>>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const demand = await this.demands.find(tx, demandId);
      if (!demand) return refuse('demand.notFound');
      if (!actsFor(actor, demand.organizationId) && !hasRole(actor, ...readers)) return refuse('access.forbidden');
      // As the system: what agencies and inventors did is counted over tenants; only names that are public go out.
      return this.unitOfWork.run(systemActor('match.helpers', tx.actor.origin.requestId), async (system) =>
        ok(await this.find(system, demand)),
      );
    });
  }

  async profile(actor: PersonActor): Promise<Result<ExpertProfile, NoProfile>> {
    const { personId, organizationId } = actor;
    const profile = await this.unitOfWork.run(actor, (tx) => this.helpers.ofPerson(tx, personId, organizationId));
    return profile ? ok(profile) : refuse('expertProfile.notFound');
  }

  /** A person agrees to be named as an expert of the unit that he acts for. */
  async consent(actor: PersonActor, content: ExpertProfileContent): Promise<ExpertProfile> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { personId, organizationId } = actor;
      const before = await this.helpers.ofPerson(tx, personId, organizationId);
      const after = await this.helpers.save(tx, personId, organizationId, content, this.clock.now());
      await this.record(tx, actor, before ? 'amend' : 'consent', after);
      return after;
    });
  }

  /** Consent is withdrawn as easily as it was given, and from then on nobody is told. */
  async withdraw(actor: PersonActor): Promise<Result<null, NoProfile>> {
    return this.unitOfWork.run(actor, async (tx): Promise<Result<null, NoProfile>> => {
      const profile = await this.helpers.ofPerson(tx, actor.personId, actor.organizationId);
      if (!profile) return refuse('expertProfile.notFound');
      await this.helpers.withdraw(tx, profile.id, this.clock.now());
      await this.record(tx, actor, 'withdraw', profile);
      return ok(null);
    });
  }

  private async find(
    tx: Tx,
    demand: {
      readonly id: string;
      readonly organizationId: string;
      readonly field: string | null;
      readonly countyCode: string;
    },
  ): Promise<Helpers> {
    const fitting = await this.helpers.fitting(tx, demand.id);
    const units = [...new Set(fitting.map(({ organizationId }) => organizationId))];
    const best = (found: readonly (Helper | null)[]): Helper[] =>
      found
        .flatMap((one) => (one && one.organizationId !== demand.organizationId ? [one] : []))
        .sort(byScore)
        .slice(0, shownOfAKind);
    return {
      experts: best((await this.helpers.experts(tx, fitting)).map((expert) => expertHelper(demand, expert, fitting))),
      brokers: best((await this.helpers.agencies(tx, demand.field)).map((agency) => agencyHelper(demand, agency))),
      institutions: best(
        (await this.helpers.institutions(tx, units)).map((unit) => institutionHelper(demand, unit, fitting)),
      ),
    };
  }

  private async record(tx: Tx, actor: PersonActor, event: string, profile: ExpertProfile): Promise<void> {
    await this.journal.record(tx, {
      subjectKind: 'expertProfile',
      subjectId: profile.id,
      parties: [actor.organizationId],
      event,
      from: null,
      to: null,
      after: profile,
    });
    await this.outbox.append(tx, { topic: expertProfileChanged, payload: { profileId: profile.id } });
  }
}
