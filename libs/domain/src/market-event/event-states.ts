import type { TransitionTable } from '../shared/state-machine.js';
import {
  achievementRegistrationTransitions,
  registrationFormChangeTransitions,
} from '../achievement-registration/achievement-registration.js';
import { rewardPlanTransitions } from '../achievement-reward/achievement-reward.js';
import { achievementTransitions } from '../achievement/achievement.js';
import { auctionDepositTransitions, auctionRegistrationTransitions, auctionTransitions } from '../auction/auction.js';
import { brokerAffiliationTransitions } from '../broker-affiliation/broker-affiliation.js';
import { brokerRecognitionTransitions } from '../broker-recognition/broker-recognition.js';
import { bypassFindingTransitions } from '../bypass/bypass.js';
import { carrierReviewTransitions } from '../carrier/carrier-review.js';
import { carrierTitleTransitions } from '../carrier/carrier-title.js';
import { caseStudyTransitions } from '../case-study/case-study.js';
import { certificateTransitions } from '../certificate/certificate.js';
import { competitionEntryTransitions, competitionTransitions } from '../competition/competition.js';
import { contractRegistrationTransitions } from '../contract-registration/contract-registration.js';
import { reexaminationTransitions } from '../contract-registration/reexamination.js';
import { registrationChangeTransitions } from '../contract-registration/registration-change.js';
import { contractTransitions } from '../contract/contract.js';
import { dealDocumentTransitions } from '../deal-room/deal-room.js';
import { dealTransitions } from '../deal/deal.js';
import { demandScreeningTransitions } from '../demand-screening/demand-screening.js';
import { demandTransitions } from '../demand/demand.js';
import { visitFindingTransitions, visitPlanTransitions } from '../enterprise-visit/enterprise-visit.js';
import { evaluationTransitions } from '../evaluation/evaluation.js';
import { bookingTransitions, facilityTransitions } from '../facility/facility.js';
import {
  financeApplicationTransitions,
  financeNeedTransitions,
  financePackTransitions,
  financeSchemeTransitions,
} from '../finance/finance.js';
import { fundedProjectTransitions, transferReportTransitions } from '../funded-project/funded-project.js';
import { importTransitions } from '../import/import.js';
import { tenancyTransitions } from '../incubation/tenancy.js';
import { inspectionFindingTransitions } from '../inspection/inspection.js';
import { introductionTransitions } from '../introduction/introduction.js';
import { listingTransitions } from '../listing/listing.js';
import { mandateTransitions } from '../mandate/mandate.js';
import { matchTransitions } from '../matching/match.js';
import { eventFollowUpTransitions, eventMeetingTransitions } from '../matchmaking-event/event-meeting.js';
import { matchmakingEventTransitions } from '../matchmaking-event/matchmaking-event.js';
import { nonDisclosureTransitions } from '../non-disclosure/non-disclosure.js';
import { openChallengeTransitions } from '../open-challenge/open-challenge.js';
import { openChallengeBidTransitions } from '../open-challenge/sealed-bid.js';
import { organizationTransitions } from '../organization/organization.js';
import { patentTransitions } from '../patent/patent.js';
import { escrowMoveTransitions } from '../performance/escrow.js';
import { deliveryTransitions, milestonePlanTransitions } from '../performance/milestone.js';
import { royaltyReportTransitions } from '../performance/royalty-report.js';
import { pilotProjectTransitions } from '../pilot-project/pilot-project.js';
import { objectionTransitions, publicNoticeTransitions } from '../public-notice/public-notice.js';
import { purchaseReserveTransitions, reservePlacementTransitions } from '../purchase-reserve/purchase-reserve.js';
import { readinessClaimTransitions } from '../readiness/readiness.js';
import { rewardApplicationTransitions } from '../reward-review/reward-review.js';
import { rightConsentTransitions } from '../right/co-ownership.js';
import { rightFilingTransitions } from '../right/filing.js';
import { openLicenceTransitions, openLicenceUptakeTransitions } from '../right/open-licence.js';
import { rightOverlayTransitions } from '../right/overlay.js';
import { ipRightTransitions } from '../right/right.js';
import { shareAgreementTransitions } from '../share-agreement/share-agreement.js';
import { tradingCertificateTransitions } from '../trading-certificate/trading-certificate.js';
import { transferProcedureTransitions } from '../transfer-procedure/transfer-procedure.js';
import { webhookEndpointTransitions } from '../webhook/webhook.js';
import { overdueStepKinds } from '../performance/performance.policy.js';

const withoutChange = (states: readonly string[]): TransitionTable =>
  Object.fromEntries(states.map((state) => [state, {}]));

/**
 * The table of states of every subject that events tell of: the schemas of the payloads are made of these, and what
 * emits them goes by these. A step that was taken once and never changes has no event.
 */
export const eventStates = {
  demand: demandTransitions,
  achievement: achievementTransitions,
  listing: listingTransitions,
  publicNotice: publicNoticeTransitions,
  objection: objectionTransitions,
  match: matchTransitions,
  introduction: introductionTransitions,
  mandate: mandateTransitions,
  deal: dealTransitions,
  auction: auctionTransitions,
  auctionRegistration: auctionRegistrationTransitions,
  auctionDeposit: auctionDepositTransitions,
  tradingCertificate: tradingCertificateTransitions,
  contract: contractTransitions,
  contractRegistration: contractRegistrationTransitions,
  registrationChange: registrationChangeTransitions,
  reexamination: reexaminationTransitions,
  certificate: certificateTransitions,
  patent: patentTransitions,
  tenancy: tenancyTransitions,
  rewardPlan: rewardPlanTransitions,
  rewardApplication: rewardApplicationTransitions,
  inspectionFinding: inspectionFindingTransitions,
  import: importTransitions,
  organization: organizationTransitions,
  webhookEndpoint: webhookEndpointTransitions,
  achievementRegistration: achievementRegistrationTransitions,
  registrationFormChange: registrationFormChangeTransitions,
  transferReport: transferReportTransitions,
  fundedProject: fundedProjectTransitions,
  transferProcedure: transferProcedureTransitions,
  shareAgreement: shareAgreementTransitions,
  readinessClaim: readinessClaimTransitions,
  evaluation: evaluationTransitions,
  purchaseReserve: purchaseReserveTransitions,
  reservePlacement: reservePlacementTransitions,
  pilotProject: pilotProjectTransitions,
  demandScreening: demandScreeningTransitions,
  openChallenge: openChallengeTransitions,
  openChallengeBid: openChallengeBidTransitions,
  nonDisclosure: nonDisclosureTransitions,
  dealDocument: dealDocumentTransitions,
  milestonePlan: milestonePlanTransitions,
  delivery: deliveryTransitions,
  royaltyReport: royaltyReportTransitions,
  escrowMove: escrowMoveTransitions,
  matchmakingEvent: matchmakingEventTransitions,
  eventMeeting: eventMeetingTransitions,
  eventFollowUp: eventFollowUpTransitions,
  visitPlan: visitPlanTransitions,
  visitFinding: visitFindingTransitions,
  caseStudy: caseStudyTransitions,
  ipRight: ipRightTransitions,
  rightConsent: rightConsentTransitions,
  rightFiling: rightFilingTransitions,
  rightOverlay: rightOverlayTransitions,
  openLicence: openLicenceTransitions,
  openLicenceUptake: openLicenceUptakeTransitions,
  carrierTitle: carrierTitleTransitions,
  carrierReview: carrierReviewTransitions,
  facility: facilityTransitions,
  booking: bookingTransitions,
  competition: competitionTransitions,
  competitionEntry: competitionEntryTransitions,
  financeScheme: financeSchemeTransitions,
  brokerRecognition: brokerRecognitionTransitions,
  brokerAffiliation: brokerAffiliationTransitions,
  bypassFinding: bypassFindingTransitions,
  financeNeed: financeNeedTransitions,
  financeApplication: financeApplicationTransitions,
  financePack: financePackTransitions,
  overdueStep: withoutChange(overdueStepKinds),
} as const satisfies Readonly<Record<string, TransitionTable>>;
