import { type DynamicModule, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AuditModule } from '#application/audit/audit.module.js';
import { HousekeepingModule } from '#application/housekeeping/housekeeping.module.js';
import { entities } from '#application/entities.js';
import { jobs } from '#application/jobs.js';
import type { Clock } from '#platform/clock/clock.js';
import type { Config } from '#platform/config/config.js';
import { PlatformModule } from '#platform/platform.module.js';
import { UnitOfWork } from '#platform/database/unit-of-work.js';
import { HealthModule } from '#application/health/health.module.js';
import { SandboxClockModule } from '#application/sandbox-clock/sandbox-clock.module.js';
import { HealthServer } from './health/health.server.js';
import { ImportModule } from '#application/import/import.module.js';
import { ImportHandlers } from './import/import.handlers.js';
import { AuditHandlers } from './audit/audit.handlers.js';
import { HousekeepingHandlers } from './housekeeping/housekeeping.handlers.js';
import { MatchRunsModule } from '#application/matching/match-runs.module.js';
import { SearchModule } from '#application/search/search.module.js';
import { SearchHandlers } from './search/search.handlers.js';
import { MatchingHandlers } from './matching/matching.handlers.js';
import { SavedSearchModule } from '#application/saved-search/saved-search.module.js';
import { SavedSearchHandlers } from './saved-search/saved-search.handlers.js';
import { DeliveryStore } from './outbox/delivery.store.js';
import { OutboxDispatcher } from './outbox/outbox.dispatcher.js';
import { DeliveryRunner } from './queues/delivery.runner.js';
import { HandlerRegistry } from './queues/handler.registry.js';
import { QueueProcessors } from './queues/queue.processors.js';
import { ScheduleRunner, SCHEDULES } from './schedule/schedule.runner.js';
import { schedules } from './schedule/schedules.js';
import { PublicNoticeModule } from '#application/public-notice/public-notice.module.js';
import { PublicNoticeHandlers } from './public-notice/public-notice.handlers.js';
import { ListingModule } from '#application/listing/listing.module.js';
import { ListingHandlers } from './listing/listing.handlers.js';
import { OpenChallengeModule } from '#application/open-challenge/open-challenge.module.js';
import { OpenChallengeHandlers } from './open-challenge/open-challenge.handlers.js';
import { AuctionModule } from '#application/auction/auction.module.js';
import { AuctionHandlers } from './auction/auction.handlers.js';
import { DemandModule } from '#application/demand/demand.module.js';
import { VitalityModule } from '#application/vitality/vitality.module.js';
import { VitalityHandlers } from './vitality/vitality.handlers.js';
import { NonDisclosureModule } from '#application/non-disclosure/non-disclosure.module.js';
import { NonDisclosureHandlers } from './non-disclosure/non-disclosure.handlers.js';
import { PerformanceModule } from '#application/performance/performance.module.js';
import { PerformanceHandlers } from './performance/performance.handlers.js';
import { CarrierModule } from '#application/carrier/carrier.module.js';
import { CarrierHandlers } from './carrier/carrier.handlers.js';
import { RightModule } from '#application/right/right.module.js';
import { RightHandlers } from './right/right.handlers.js';
import { FacilityModule } from '#application/facility/facility.module.js';
import { CompetitionModule } from '#application/competition/competition.module.js';
import { FacilityHandlers } from './facility/facility.handlers.js';
import { PatentModule } from '#application/patent/patent.module.js';
import { PatentHandlers } from './patent/patent.handlers.js';
import { RewardModule } from '#application/reward/reward.module.js';
import { RewardHandlers } from './reward/reward.handlers.js';
import { AchievementRewardModule } from '#application/achievement-reward/achievement-reward.module.js';
import { RewardReviewModule } from '#application/reward-review/reward-review.module.js';
import { LedgerModule } from '#application/ledger/ledger.module.js';
import { LedgerHandlers } from './ledger/ledger.handlers.js';
import { ContractRegistrationModule } from '#application/contract-registration/contract-registration.module.js';
import { InspectionModule } from '#application/inspection/inspection.module.js';
import { InspectionHandlers } from './inspection/inspection.handlers.js';
import { StatisticsModule } from '#application/statistics/statistics.module.js';
import { StatisticsHandlers } from './statistics/statistics.handlers.js';
import { FundedProjectHandlers } from './funded-project/funded-project.handlers.js';
import { FundedProjectModule } from '#application/funded-project/funded-project.module.js';
import { TransferProcedureModule } from '#application/transfer-procedure/transfer-procedure.module.js';
import { ContractRegistrationHandlers } from './contract-registration/contract-registration.handlers.js';
import { MarketEventModule } from '#application/market-event/market-event.module.js';
import { WebhookModule } from '#application/webhook/webhook.module.js';
import { MarketEventHandlers } from './market-event/market-event.handlers.js';
import { WebhookHandlers } from './webhook/webhook.handlers.js';
import { ReadinessModule } from '#application/readiness/readiness.module.js';
import { ReadinessHandlers } from './readiness/readiness.handlers.js';
import { PurchaseReserveModule } from '#application/purchase-reserve/purchase-reserve.module.js';
import { PurchaseReserveHandlers } from './purchase-reserve/purchase-reserve.handlers.js';
import { MatchmakingEventModule } from '#application/matchmaking-event/matchmaking-event.module.js';
import { MatchmakingEventHandlers } from './matchmaking-event/matchmaking-event.handlers.js';
import { SandboxModule } from '#application/sandbox/sandbox.module.js';
import { SimulationModule } from '#application/sandbox/simulation.module.js';
import { SandboxHandlers } from './sandbox/sandbox.handlers.js';
import { BrokerCreditModule } from '#application/broker-credit/broker-credit.module.js';
import { BrokerRecognitionModule } from '#application/broker-recognition/broker-recognition.module.js';
import { BypassModule } from '#application/bypass/bypass.module.js';
import { BrokerHandlers } from './broker/broker.handlers.js';
import { CaseStudyModule } from '#application/case-study/case-study.module.js';
import { CaseStudyHandlers } from './case-study/case-study.handlers.js';

/** So long a worker has for a delivery before another may take it; a handler that runs on renews it. */
const leaseSeconds = 20;

@Module({})
export class WorkerModule {
  static register(config: Config, clock: Clock): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.register({ config, clock, entities, jobs }),
        DiscoveryModule,
        AuditModule,
        HousekeepingModule,
        MatchRunsModule,
        SearchModule,
        SavedSearchModule,
        ImportModule,
        MarketEventModule,
        WebhookModule,
        SandboxModule,
        SimulationModule,
        HealthModule.register('worker'),
        ...(config.mode === 'demo' ? [SandboxClockModule] : []),
        PublicNoticeModule,
        ListingModule,
        OpenChallengeModule,
        AuctionModule,
        DemandModule,
        VitalityModule,
        NonDisclosureModule,
        PerformanceModule,
        PatentModule,
        RightModule,
        CarrierModule,
        FacilityModule,
        CompetitionModule,
        LedgerModule,
        RewardReviewModule,
        AchievementRewardModule,
        RewardModule,
        ContractRegistrationModule,
        StatisticsModule,
        InspectionModule,
        PurchaseReserveModule,
        CaseStudyModule,
        BrokerCreditModule,
        BrokerRecognitionModule,
        BypassModule,
        MatchmakingEventModule,
        ReadinessModule,
        TransferProcedureModule,
        FundedProjectModule,
      ],
      providers: [
        HandlerRegistry,
        DeliveryRunner,
        {
          provide: DeliveryStore,
          useFactory: (unitOfWork: UnitOfWork) => new DeliveryStore(unitOfWork, leaseSeconds),
          inject: [UnitOfWork],
        },
        QueueProcessors,
        OutboxDispatcher,
        AuditHandlers,
        HousekeepingHandlers,
        MatchingHandlers,
        SavedSearchHandlers,
        SearchHandlers,
        ImportHandlers,
        MarketEventHandlers,
        WebhookHandlers,
        SandboxHandlers,
        HealthServer,
        ScheduleRunner,
        { provide: SCHEDULES, useValue: schedules },
        PublicNoticeHandlers,
        ListingHandlers,
        OpenChallengeHandlers,
        AuctionHandlers,
        VitalityHandlers,
        NonDisclosureHandlers,
        PerformanceHandlers,
        PatentHandlers,
        RightHandlers,
        CarrierHandlers,
        FacilityHandlers,
        LedgerHandlers,
        RewardHandlers,
        ContractRegistrationHandlers,
        StatisticsHandlers,
        FundedProjectHandlers,
        InspectionHandlers,
        PurchaseReserveHandlers,
        CaseStudyHandlers,
        BrokerHandlers,
        MatchmakingEventHandlers,
        ReadinessHandlers,
      ],
    };
  }
}
