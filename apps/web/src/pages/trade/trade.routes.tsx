import type { RouteObject } from 'react-router';
import { page } from '../../layout/lazy-page.ts';

/** Trading: demands, matches, deals, contracts, registrations of the parties. */
export const tradeRoutes: RouteObject[] = [
  page('/workbench/demands', () => import('./my-demands.page.tsx')),
  page('/workbench/demands/new', () => import('./new-demand.page.tsx')),
  page('/workbench/demands/:id', () => import('./my-demand.page.tsx')),
  page('/workbench/demands/:id/edit', () => import('./edit-demand.page.tsx')),
  page('/workbench/achievement-matches', () => import('./achievement-match-list.page.tsx')),
  page('/workbench/achievement-matches/:id', () => import('./achievement-matches.page.tsx')),
  page('/workbench/introductions', () => import('./introductions.page.tsx')),
  page('/workbench/deals', () => import('./deals.page.tsx')),
  page('/workbench/deals/:id', () => import('./deal.page.tsx')),
  page('/workbench/offered-mandates', () => import('./offered-mandates.page.tsx')),
  page('/workbench/dual-agency-consent', () => import('./dual-agency-consent.page.tsx')),
  page('/workbench/non-disclosures', () => import('./non-disclosures.page.tsx')),
  page('/workbench/deals/:id/documents', () => import('./deal-documents.page.tsx')),
  page('/workbench/deals/:id/record', () => import('./deal-record.page.tsx')),
  page('/workbench/contracts', () => import('./contracts.page.tsx')),
  page('/workbench/contracts/new', () => import('./new-contract.page.tsx')),
  page('/workbench/contracts/:id', () => import('./contract.page.tsx')),
  page('/workbench/contracts/:id/edit', () => import('./edit-contract.page.tsx')),
  page('/workbench/contracts/:id/type', () => import('./contract-type.page.tsx')),
  page('/workbench/contracts/:id/versions', () => import('./contract-versions.page.tsx')),
  page('/workbench/contracts/:id/receipts', () => import('./contract-receipts.page.tsx')),
  page('/workbench/contracts/:id/taxes', () => import('./contract-taxes.page.tsx')),
  page('/workbench/contracts/:id/milestones', () => import('./contract-milestones.page.tsx')),
  page('/workbench/my-registrations', () => import('./my-registrations.page.tsx')),
  page('/workbench/my-registrations/new', () => import('./new-registration.page.tsx')),
  page('/workbench/my-registrations/:id', () => import('./my-registration.page.tsx')),
];
