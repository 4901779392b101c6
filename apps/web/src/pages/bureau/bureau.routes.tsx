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
];
