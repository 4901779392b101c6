import { type DynamicModule, Module } from '@nestjs/common';
import { entities } from '#application/entities.js';
import { jobs } from '#application/jobs.js';
import type { Clock } from '#platform/clock/clock.js';
import type { Config } from '#platform/config/config.js';
import { PlatformModule } from '#platform/platform.module.js';
import { AuditApiModule } from './audit/audit.api.module.js';
import { DemandApiModule } from './demand/demand.api.module.js';
import { ResearchTopicApiModule } from './research-topic/research-topic.api.module.js';
import { OpenChallengeApiModule } from './open-challenge/open-challenge.api.module.js';
import { DemandFilingApiModule } from './demand-filing/demand-filing.api.module.js';
import { DemandScreeningApiModule } from './demand-screening/demand-screening.api.module.js';
import { VitalityApiModule } from './vitality/vitality.api.module.js';
import { CatalogueApiModule } from './catalogue/catalogue.api.module.js';
import { ImportApiModule } from './import/import.api.module.js';
import { MatchingApiModule } from './matching/matching.api.module.js';
import { SearchApiModule } from './search/search.api.module.js';
import { ExpertApiModule } from './expert/expert.api.module.js';
import { SavedSearchApiModule } from './saved-search/saved-search.api.module.js';
import { HttpModule } from './http/http.module.js';
import { IdentityApiModule } from './identity/identity.api.module.js';
import { AchievementApiModule } from './achievement/achievement.api.module.js';
import { HealthApiModule } from './health/health.api.module.js';
import { SandboxClockApiModule } from './sandbox-clock/sandbox-clock.api.module.js';
import { PublicNoticeApiModule } from './public-notice/public-notice.api.module.js';
import { ListingApiModule } from './listing/listing.api.module.js';
import { AuctionApiModule } from './auction/auction.api.module.js';
import { TradingCertificateApiModule } from './trading-certificate/trading-certificate.api.module.js';
import { RightApiModule } from './right/right.api.module.js';
import { PatentApiModule } from './patent/patent.api.module.js';
import { CarrierApiModule } from './carrier/carrier.api.module.js';
import { FacilityApiModule } from './facility/facility.api.module.js';
import { CompetitionApiModule } from './competition/competition.api.module.js';
import { FinanceApiModule } from './finance/finance.api.module.js';
import { MentorApiModule } from './mentor/mentor.api.module.js';
import { IncubationApiModule } from './incubation/incubation.api.module.js';
import { MandateApiModule } from './mandate/mandate.api.module.js';
import { IntroductionApiModule } from './introduction/introduction.api.module.js';
import { DealApiModule } from './deal/deal.api.module.js';
import { ContractApiModule } from './contract/contract.api.module.js';
import { AttachmentApiModule } from './attachment/attachment.api.module.js';
import { NonDisclosureApiModule } from './non-disclosure/non-disclosure.api.module.js';
import { DealRoomApiModule } from './deal-room/deal-room.api.module.js';
import { ListingQualityApiModule } from './listing-quality/listing-quality.api.module.js';
import { PerformanceApiModule } from './performance/performance.api.module.js';
import { ContractTextApiModule } from './contract-text/contract-text.api.module.js';
import { EvidenceApiModule } from './evidence/evidence.api.module.js';
import { CertificateApiModule } from './certificate/certificate.api.module.js';
import { InspectionApiModule } from './inspection/inspection.api.module.js';
import { StatisticsApiModule } from './statistics/statistics.api.module.js';
import { HallApiModule } from './hall/hall.api.module.js';
import { ContractRegistrationApiModule } from './contract-registration/contract-registration.api.module.js';
import { LedgerApiModule } from './ledger/ledger.api.module.js';
import { RewardApiModule } from './reward/reward.api.module.js';
import { AchievementRewardApiModule } from './achievement-reward/achievement-reward.api.module.js';
import { CommissionApiModule } from './commission/commission.api.module.js';
import { TechEnvoyApiModule } from './tech-envoy/tech-envoy.api.module.js';
import { RewardReviewApiModule } from './reward-review/reward-review.api.module.js';
import { RewardPolicyApiModule } from './reward-policy/reward-policy.api.module.js';
import { ShareAgreementApiModule } from './share-agreement/share-agreement.api.module.js';
import { MarketEventApiModule } from './market-event/market-event.api.module.js';
import { WebhookApiModule } from './webhook/webhook.api.module.js';
import { TransferProcedureApiModule } from './transfer-procedure/transfer-procedure.api.module.js';
import { ReadinessApiModule } from './readiness/readiness.api.module.js';
import { EvaluationApiModule } from './evaluation/evaluation.api.module.js';
import { PilotProjectApiModule } from './pilot-project/pilot-project.api.module.js';
import { PurchaseReserveApiModule } from './purchase-reserve/purchase-reserve.api.module.js';
import { MatchmakingEventApiModule } from './matchmaking-event/matchmaking-event.api.module.js';
import { SandboxApiModule } from './sandbox/sandbox.api.module.js';
import { AchievementRegistrationApiModule } from './achievement-registration/achievement-registration.api.module.js';
import { FundedProjectApiModule } from './funded-project/funded-project.api.module.js';
import { EnterpriseVisitApiModule } from './enterprise-visit/enterprise-visit.api.module.js';
import { BrokerAffiliationApiModule } from './broker-affiliation/broker-affiliation.api.module.js';
import { BrokerCreditApiModule } from './broker-credit/broker-credit.api.module.js';
import { BrokerRecognitionApiModule } from './broker-recognition/broker-recognition.api.module.js';
import { BrokerPipelineApiModule } from './broker-pipeline/broker-pipeline.api.module.js';
import { BypassApiModule } from './bypass/bypass.api.module.js';
import { ScienceSpendingApiModule } from './science-spending/science-spending.api.module.js';
import { SecondmentApiModule } from './secondment/secondment.api.module.js';
import { CalendarApiModule } from './calendar/calendar.api.module.js';
import { FreshnessApiModule } from './freshness/freshness.api.module.js';
import { MistakeReportApiModule } from './mistake-report/mistake-report.api.module.js';
import { CaseStudyApiModule } from './case-study/case-study.api.module.js';
import { ExchangeDutyApiModule } from './exchange-duty/exchange-duty.api.module.js';
import { DiligencePackApiModule } from './diligence-pack/diligence-pack.api.module.js';
import { LibraryExportApiModule } from './library-export/library-export.api.module.js';

@Module({})
export class ApiModule {
  static register(config: Config, clock: Clock): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.register({ config, clock, entities, jobs }),
        HttpModule,
        IdentityApiModule,
        HealthApiModule,
        ...(config.mode === 'demo' ? [SandboxClockApiModule] : []),
        DemandApiModule,
        ResearchTopicApiModule,
        OpenChallengeApiModule,
        DemandFilingApiModule,
        DemandScreeningApiModule,
        VitalityApiModule,
        MatchingApiModule,
        SearchApiModule,
        ExpertApiModule,
        SavedSearchApiModule,
        AuditApiModule,
        CatalogueApiModule,
        ImportApiModule,
        MarketEventApiModule,
        WebhookApiModule,
        SandboxApiModule,
        AchievementApiModule,
        PublicNoticeApiModule,
        ListingApiModule,
        AuctionApiModule,
        TradingCertificateApiModule,
        PatentApiModule,
        RightApiModule,
        IncubationApiModule,
        CarrierApiModule,
        FacilityApiModule,
        CompetitionApiModule,
        MentorApiModule,
        FinanceApiModule,
        ContractRegistrationApiModule,
        StatisticsApiModule,
        HallApiModule,
        InspectionApiModule,
        CertificateApiModule,
        EvidenceApiModule,
        ContractTextApiModule,
        AttachmentApiModule,
        NonDisclosureApiModule,
        DealRoomApiModule,
        ListingQualityApiModule,
        PerformanceApiModule,
        LedgerApiModule,
        RewardApiModule,
        RewardPolicyApiModule,
        RewardReviewApiModule,
        TechEnvoyApiModule,
        CommissionApiModule,
        AchievementRewardApiModule,
        MandateApiModule,
        IntroductionApiModule,
        DealApiModule,
        ContractApiModule,
        LibraryExportApiModule,
        DiligencePackApiModule,
        FundedProjectApiModule,
        AchievementRegistrationApiModule,
        PurchaseReserveApiModule,
        ExchangeDutyApiModule,
        CaseStudyApiModule,
        BrokerRecognitionApiModule,
        BrokerAffiliationApiModule,
        BrokerCreditApiModule,
        BrokerPipelineApiModule,
        BypassApiModule,
        ScienceSpendingApiModule,
        SecondmentApiModule,
        CalendarApiModule,
        FreshnessApiModule,
        MistakeReportApiModule,
        EnterpriseVisitApiModule,
        MatchmakingEventApiModule,
        PilotProjectApiModule,
        EvaluationApiModule,
        ReadinessApiModule,
        TransferProcedureApiModule,
        ShareAgreementApiModule,
      ],
    };
  }
}
