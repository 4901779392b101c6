import type { RowClass } from '#platform/database/data-source.js';
import { DemandRow } from './demand/demand.row.js';
import { ImportLineRow, ImportTableRow } from './import/import.row.js';
import { AchievementDisclosureRow, AchievementInventorRow, AchievementRow } from './achievement/achievement.row.js';
import { MatchRow } from './matching/match.row.js';
import { ContractBrokerageRow, ContractItemRow, ContractPartyRow, ContractRow } from './contract/contract.row.js';
import { RegistrationEntryRow } from './statistics/registration-entry.row.js';
import { ContractRegistrationRow } from './contract-registration/contract-registration.row.js';
import { MistakeReportRow } from './mistake-report/mistake-report.row.js';
import { ObjectionRow, PublicNoticeRow } from './public-notice/public-notice.row.js';
import { ListingRow } from './listing/listing.row.js';
import { PatentRow } from './patent/patent.row.js';
import { DealBrokerRow, DealOfferRow, DealRow } from './deal/deal.row.js';
import { IntroductionAcceptanceRow, IntroductionContactRow, IntroductionRow } from './introduction/introduction.row.js';
import { DualAgencyConsentRow, MandateRow } from './mandate/mandate.row.js';
import { TenancyMilestoneRow, TenancyRow } from './incubation/incubation.row.js';
import { WebhookEndpointRow } from './webhook/webhook.row.js';

/** Every table shape, for the DataSource and for the test that compares it with the migrated schema. */
export const entities: readonly RowClass[] = [
  DemandRow,
  MatchRow,
  ImportTableRow,
  ImportLineRow,
  WebhookEndpointRow,
  AchievementRow,
  AchievementDisclosureRow,
  AchievementInventorRow,
  ContractRow,
  ContractPartyRow,
  ContractItemRow,
  ContractBrokerageRow,
  ContractRegistrationRow,
  RegistrationEntryRow,
  PublicNoticeRow,
  ObjectionRow,
  MistakeReportRow,
  ListingRow,
  PatentRow,
  MandateRow,
  DualAgencyConsentRow,
  IntroductionRow,
  IntroductionAcceptanceRow,
  IntroductionContactRow,
  DealRow,
  DealBrokerRow,
  DealOfferRow,
  TenancyRow,
  TenancyMilestoneRow,
];
