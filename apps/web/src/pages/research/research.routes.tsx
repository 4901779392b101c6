import type { RouteObject } from 'react-router';
import { page } from '../../layout/lazy-page.ts';

/** Research units: from the disclosure of an achievement to what its inventors receive. */
export const researchRoutes: RouteObject[] = [
  page('/workbench/achievements', () => import('./my-achievements.page.tsx')),
  page('/workbench/achievements/new', () => import('./new-achievement.page.tsx')),
  page('/workbench/achievements/:id', () => import('./my-achievement.page.tsx')),
  page('/workbench/achievements/:id/shares', () => import('./new-share-agreement.page.tsx')),
  page('/workbench/share-agreements', () => import('./share-agreements.page.tsx')),
  page('/workbench/share-agreements/:id', () => import('./share-agreement.page.tsx')),
  page('/workbench/achievement-registrations', () => import('./my-achievement-registrations.page.tsx')),
  page('/workbench/achievement-registrations/new', () => import('./new-registration.page.tsx')),
  page('/workbench/achievement-registrations/:id', () => import('./my-achievement-registration.page.tsx')),
  page('/workbench/listings', () => import('./my-listings.page.tsx')),
  page('/workbench/listings/new', () => import('./new-listing.page.tsx')),
  page('/workbench/listings/:id', () => import('./my-listing.page.tsx')),
  page('/workbench/transfer-procedures', () => import('./transfer-board.page.tsx')),
  page('/workbench/transfer-procedures/new', () => import('./new-transfer.page.tsx')),
  page('/workbench/transfer-procedures/:id', () => import('./transfer.page.tsx')),
  page('/workbench/transfer-rules', () => import('./transfer-rules.page.tsx')),
  page('/workbench/reward-plans', () => import('./reward-plans.page.tsx')),
  page('/workbench/reward-plans/new', () => import('./new-reward-plan.page.tsx')),
  page('/workbench/reward-plans/:id', () => import('./reward-plan.page.tsx')),
  page('/workbench/patents', () => import('./patents.page.tsx')),
  page('/workbench/patents/:id', () => import('./patent.page.tsx')),
  page('/workbench/funded-projects', () => import('./funded-projects.page.tsx')),
];
