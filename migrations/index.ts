import type { MigrationInterface } from 'typeorm';
import { CreateFoundation1795392000100 } from './1795392000100-create-foundation.js';
import { CreateIdentity1795392000200 } from './1795392000200-create-identity.js';
import { CreateCredentials1795392000210 } from './1795392000210-create-credentials.js';
import { CreateDemand1795392000300 } from './1795392000300-create-demand.js';
import { CreateCatalogue1795392000400 } from './1795392000400-create-catalogue.js';
import { CreateImport1795392000410 } from './1795392000410-create-import.js';
import { CreateAchievement1795392000500 } from './1795392000500-create-achievement.js';
import { CreatePublicNotice1795392000510 } from './1795392000510-create-public-notice.js';
import { CreateListing1795392000520 } from './1795392000520-create-listing.js';
import { CreatePatent1795392000530 } from './1795392000530-create-patent.js';
import { CreateTenancy1795392000540 } from './1795392000540-create-tenancy.js';
import { CreateSearchDocument1795392000600 } from './1795392000600-create-search-document.js';
import { CreateMatch1795392000610 } from './1795392000610-create-match.js';
import { CreateMandate1795392000700 } from './1795392000700-create-mandate.js';
import { CreateIntroduction1795392000710 } from './1795392000710-create-introduction.js';
import { CreateDeal1795392000720 } from './1795392000720-create-deal.js';
import { CreateContract1795392000740 } from './1795392000740-create-contract.js';
import { CreateContractRegistration1795392000800 } from './1795392000800-create-contract-registration.js';
import { CreateCertificate1795392000810 } from './1795392000810-create-certificate.js';
import { CreateLedger1795392000900 } from './1795392000900-create-ledger.js';
import { CreateReward1795392000910 } from './1795392000910-create-reward.js';
import { SealAudit1795392001000 } from './1795392001000-seal-audit.js';
import { AskAuditPoliciesOnce1795392001010 } from './1795392001010-ask-audit-policies-once.js';
import { AddOutboxLanes1795392001100 } from './1795392001100-add-outbox-lanes.js';
import { LinkConcepts1795392001900 } from './1795392001900-link-concepts.js';
import { MarkProvisionalNotice1795392002000 } from './1795392002000-mark-provisional-notice.js';
import { MarkEndedContract1795392002010 } from './1795392002010-mark-ended-contract.js';
import { DeepenSearch1795392003000 } from './1795392003000-deepen-search.js';
import { StoreSearchVectorsPlain1795392003010 } from './1795392003010-store-search-vectors-plain.js';
import { SplitMatchDecision1795392003100 } from './1795392003100-split-match-decision.js';
import { CreateMatchRun1795392003110 } from './1795392003110-create-match-run.js';
import { CreateExpertProfile1795392003120 } from './1795392003120-create-expert-profile.js';
import { CreateSavedSearch1795392003130 } from './1795392003130-create-saved-search.js';
import { WidenDemand1795392003140 } from './1795392003140-widen-demand.js';
import { CountRunLoad1795392003150 } from './1795392003150-count-run-load.js';
import { FollowSavedSearch1795392003160 } from './1795392003160-follow-saved-search.js';
import { WidenRegistrationProcedure1795392004000 } from './1795392004000-widen-registration-procedure.js';
import { CreateRegistrationRevision1795392004010 } from './1795392004010-create-registration-revision.js';
import { CreateExpertPanel1795392004020 } from './1795392004020-create-expert-panel.js';
import { CreateRegistrationChange1795392004030 } from './1795392004030-create-registration-change.js';
import { CreateReexamination1795392004040 } from './1795392004040-create-reexamination.js';
import { CreateRegistrationReminder1795392004050 } from './1795392004050-create-registration-reminder.js';
import { CreateIssuedNumber1795392004060 } from './1795392004060-create-issued-number.js';
import { DeepenLedger1795392005000 } from './1795392005000-deepen-ledger.js';
import { CreateAchievementReward1795392005040 } from './1795392005040-create-achievement-reward.js';
import { FollowSettledAmounts1795392006000 } from './1795392006000-follow-settled-amounts.js';
import { ClaimImportedNumbers1795392006100 } from './1795392006100-claim-imported-numbers.js';
import { CreateTechEnvoy1795392005030 } from './1795392005030-create-tech-envoy.js';
import { CreateRewardReview1795392005020 } from './1795392005020-create-reward-review.js';
import { CreateRewardPolicyVersion1795392005010 } from './1795392005010-create-reward-policy-version.js';
import { AddCertificateEditions1795392004100 } from './1795392004100-add-certificate-editions.js';
import { DeepenContract1795392004200 } from './1795392004200-deepen-contract.js';
import { LetPartiesWriteItems1795392004210 } from './1795392004210-let-parties-write-items.js';
import { CreateRegistrationEntry1795392004300 } from './1795392004300-create-registration-entry.js';
import { ImportRegistrations1795392004310 } from './1795392004310-import-registrations.js';
import { CreateInspection1795392004320 } from './1795392004320-create-inspection.js';
import { CompleteRegistrationForm1795392004330 } from './1795392004330-complete-registration-form.js';
import { CreateAttachment1795392004110 } from './1795392004110-create-attachment.js';
import { CreateNonDisclosure1795392007100 } from './1795392007100-create-non-disclosure.js';
import { CreateDealRoom1795392007110 } from './1795392007110-create-deal-room.js';
import { CreatePerformance1795392007120 } from './1795392007120-create-performance.js';
import { CreateListingStatement1795392007130 } from './1795392007130-create-listing-statement.js';
import { CreateAuction1795392007000 } from './1795392007000-create-auction.js';
import { CreateTradingCertificate1795392007010 } from './1795392007010-create-trading-certificate.js';
import { OpenAttachmentSubjects1795392007150 } from './1795392007150-open-attachment-subjects.js';
import { CreateShareAgreement1795392007151 } from './1795392007151-create-share-agreement.js';
import { CreateSandbox1795392007350 } from './1795392007350-create-sandbox.js';
import { CreateMarketEvent1795392007351 } from './1795392007351-create-market-event.js';
import { CreateWebhook1795392007352 } from './1795392007352-create-webhook.js';
import { WidenRoles1795392007300 } from './1795392007300-widen-roles.js';
import { CreateCarrier1795392007305 } from './1795392007305-create-carrier.js';
import { DeepenTenancy1795392007310 } from './1795392007310-deepen-tenancy.js';
import { CreateFacility1795392007315 } from './1795392007315-create-facility.js';
import { CreateMentor1795392007320 } from './1795392007320-create-mentor.js';
import { CreateCompetition1795392007325 } from './1795392007325-create-competition.js';
import { CreateFinance1795392007330 } from './1795392007330-create-finance.js';
import { CreateReadiness1795392007200 } from './1795392007200-create-readiness.js';
import { CreateEvaluation1795392007210 } from './1795392007210-create-evaluation.js';
import { CreatePilotProject1795392007220 } from './1795392007220-create-pilot-project.js';
import { CreatePurchaseReserve1795392007230 } from './1795392007230-create-purchase-reserve.js';
import { CreateMatchmakingEvent1795392007240 } from './1795392007240-create-matchmaking-event.js';
import { CreateEnterpriseVisit1795392007245 } from './1795392007245-create-enterprise-visit.js';
import { CreateCaseStudy1795392007246 } from './1795392007246-create-case-study.js';
import { PostDeposits1795392007700 } from './1795392007700-post-deposits.js';
import { OpenReserve1795392007705 } from './1795392007705-open-reserve.js';
import { GuardCaseNumbers1795392007710 } from './1795392007710-guard-case-numbers.js';
import { LookForBypassIncrementally1795392007715 } from './1795392007715-look-for-bypass-incrementally.js';
import { ClearSandboxLightly1795392007720 } from './1795392007720-clear-sandbox-lightly.js';
import { CreateSandboxParty1795392007750 } from './1795392007750-create-sandbox-party.js';

/** Every migration, in order. */
import { AddAliveUntil1795392007050 } from './1795392007050-add-alive-until.js';
import { CreateDemandFilingAndScreening1795392007051 } from './1795392007051-create-demand-filing-and-screening.js';
import { CreateTransferProcedure1795392007152 } from './1795392007152-create-transfer-procedure.js';
import { WidenPatent1795392007250 } from './1795392007250-widen-patent.js';
import { CreateRight1795392007251 } from './1795392007251-create-right.js';
import { CreateOpenLicence1795392007252 } from './1795392007252-create-open-licence.js';
import { KeepImportSource1795392007353 } from './1795392007353-keep-import-source.js';
import { BindApiKeyAddresses1795392007354 } from './1795392007354-bind-api-key-addresses.js';
import { CreateBroker1795392007400 } from './1795392007400-create-broker.js';
import { CreateBypass1795392007410 } from './1795392007410-create-bypass.js';
import { CreateScienceSpending1795392007650 } from './1795392007650-create-science-spending.js';
import { CreateSecondment1795392007651 } from './1795392007651-create-secondment.js';
import { IndexWaitingRewards1795392007652 } from './1795392007652-index-waiting-rewards.js';
import { OpenPeopleToSearch1795392007500 } from './1795392007500-open-people-to-search.js';
import { CreateAchievementRegistration1795392007153 } from './1795392007153-create-achievement-registration.js';
import { CreateOpenChallenge1795392007060 } from './1795392007060-create-open-challenge.js';
import { LetChallengesMakeDeals1795392007061 } from './1795392007061-let-challenges-make-deals.js';
import { CreateFundedProject1795392007154 } from './1795392007154-create-funded-project.js';
import { CreateMistakeReport1795392007800 } from './1795392007800-create-mistake-report.js';
import { PruneOutbox1795392007900 } from './1795392007900-prune-outbox.js';

export const migrations: readonly (new () => MigrationInterface)[] = [
  CreateFoundation1795392000100,
  CreateIdentity1795392000200,
  CreateCredentials1795392000210,
  CreateDemand1795392000300,
  CreateCatalogue1795392000400,
  CreateImport1795392000410,
  CreateAchievement1795392000500,
  CreatePublicNotice1795392000510,
  CreateListing1795392000520,
  CreatePatent1795392000530,
  CreateTenancy1795392000540,
  CreateSearchDocument1795392000600,
  CreateMatch1795392000610,
  CreateMandate1795392000700,
  CreateIntroduction1795392000710,
  CreateDeal1795392000720,
  CreateContract1795392000740,
  CreateContractRegistration1795392000800,
  CreateCertificate1795392000810,
  CreateLedger1795392000900,
  CreateReward1795392000910,
  SealAudit1795392001000,
  AskAuditPoliciesOnce1795392001010,
  AddOutboxLanes1795392001100,
  LinkConcepts1795392001900,
  MarkProvisionalNotice1795392002000,
  MarkEndedContract1795392002010,
  DeepenSearch1795392003000,
  StoreSearchVectorsPlain1795392003010,
  SplitMatchDecision1795392003100,
  CreateMatchRun1795392003110,
  CreateExpertProfile1795392003120,
  CreateSavedSearch1795392003130,
  WidenDemand1795392003140,
  CountRunLoad1795392003150,
  FollowSavedSearch1795392003160,
  WidenRegistrationProcedure1795392004000,
  CreateRegistrationRevision1795392004010,
  CreateExpertPanel1795392004020,
  CreateRegistrationChange1795392004030,
  CreateReexamination1795392004040,
  CreateRegistrationReminder1795392004050,
  CreateIssuedNumber1795392004060,
  AddCertificateEditions1795392004100,
  CreateAttachment1795392004110,
  DeepenContract1795392004200,
  LetPartiesWriteItems1795392004210,
  CreateRegistrationEntry1795392004300,
  ImportRegistrations1795392004310,
  CreateInspection1795392004320,
  CompleteRegistrationForm1795392004330,
  DeepenLedger1795392005000,
  CreateRewardPolicyVersion1795392005010,
  CreateRewardReview1795392005020,
  CreateTechEnvoy1795392005030,
  CreateAchievementReward1795392005040,
  FollowSettledAmounts1795392006000,
  ClaimImportedNumbers1795392006100,
  CreateAuction1795392007000,
  CreateTradingCertificate1795392007010,
  AddAliveUntil1795392007050,
  CreateDemandFilingAndScreening1795392007051,
  CreateOpenChallenge1795392007060,
  LetChallengesMakeDeals1795392007061,
  CreateNonDisclosure1795392007100,
  CreateDealRoom1795392007110,
  CreatePerformance1795392007120,
  CreateListingStatement1795392007130,
  OpenAttachmentSubjects1795392007150,
  CreateShareAgreement1795392007151,
  CreateTransferProcedure1795392007152,
  CreateAchievementRegistration1795392007153,
  CreateFundedProject1795392007154,
  CreateReadiness1795392007200,
  CreateEvaluation1795392007210,
  CreatePilotProject1795392007220,
  CreatePurchaseReserve1795392007230,
  CreateMatchmakingEvent1795392007240,
  CreateEnterpriseVisit1795392007245,
  CreateCaseStudy1795392007246,
  WidenPatent1795392007250,
  CreateRight1795392007251,
  CreateOpenLicence1795392007252,
  WidenRoles1795392007300,
  CreateCarrier1795392007305,
  DeepenTenancy1795392007310,
  CreateFacility1795392007315,
  CreateMentor1795392007320,
  CreateCompetition1795392007325,
  CreateFinance1795392007330,
  CreateSandbox1795392007350,
  CreateMarketEvent1795392007351,
  CreateWebhook1795392007352,
  KeepImportSource1795392007353,
  BindApiKeyAddresses1795392007354,
  CreateBroker1795392007400,
  CreateBypass1795392007410,
  OpenPeopleToSearch1795392007500,
  CreateScienceSpending1795392007650,
  CreateSecondment1795392007651,
  IndexWaitingRewards1795392007652,
  PostDeposits1795392007700,
  OpenReserve1795392007705,
  GuardCaseNumbers1795392007710,
  LookForBypassIncrementally1795392007715,
  ClearSandboxLightly1795392007720,
  CreateSandboxParty1795392007750,
  CreateMistakeReport1795392007800,
  PruneOutbox1795392007900,
];
