import type { RouteObject } from 'react-router';
import { page } from '../../layout/lazy-page.ts';

/** Rewards, policies, audit, people, imports and other long work. */
export const bureauRoutes: RouteObject[] = [
  page('/workbench/accruals', () => import('./accruals.page.tsx')),
  page('/workbench/accruals/:id', () => import('./accrual.page.tsx')),
  page('/workbench/audit', () => import('./audit.page.tsx')),
  page('/workbench/clock', () => import('./clock.page.tsx')),
  page('/workbench/organizations', () => import('./organizations.page.tsx')),
  page('/workbench/organizations/:id', () => import('./organization.page.tsx')),
  page('/workbench/staff', () => import('./staff.page.tsx')),
  page('/workbench/reward-reviews', () => import('./reviews.page.tsx')),
  page('/workbench/reward-reviews/:id', () => import('./review.page.tsx')),
  page('/workbench/reward-reviews/:id/application', () => import('./application.page.tsx')),
  page('/workbench/reward-reviews/:id/panel', () => import('./panel.page.tsx')),
  page('/workbench/budgets', () => import('./budgets.page.tsx')),
  page('/workbench/budgets/:year', () => import('./budget.page.tsx')),
  page('/workbench/policies', () => import('./policies.page.tsx')),
  page('/workbench/policies/new', () => import('./new-policy.page.tsx')),
  page('/workbench/policies/:id', () => import('./policy.page.tsx')),
  page('/workbench/imports', () => import('./imports.page.tsx')),
  page('/workbench/imports/:id', () => import('./import.page.tsx')),
  page('/workbench/match-runs', () => import('./match-runs.page.tsx')),
  page('/workbench/saved-searches', () => import('./saved-searches.page.tsx')),
  page('/workbench/objections', () => import('./objections.page.tsx')),
  page('/workbench/broker-recognition-queue', () => import('./recognition-queue.page.tsx')),
  page('/workbench/broker-credit-events', () => import('./credit-events.page.tsx')),
  page('/workbench/reward-applications', () => import('./reward-applications.page.tsx')),
  page('/workbench/mistakes', () => import('./mistakes.page.tsx')),
  page('/workbench/freshness', () => import('./freshness.page.tsx')),
  page('/workbench/relations', () => import('./relations.page.tsx')),
  page('/workbench/envoys', () => import('./envoys.page.tsx')),
];
