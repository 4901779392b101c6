import type { RouteObject } from 'react-router';
import { page } from '../../layout/lazy-page.ts';

/** Brokers and agencies: matches, mandates, introductions, commissions, accruals. */
export const brokerRoutes: RouteObject[] = [
  page('/workbench/broker/matches', () => import('./subjects.page.tsx')),
  page('/workbench/broker/matches/:kind/:id', () => import('./subject-matches.page.tsx')),
  page('/workbench/broker/mandates', () => import('./mandates.page.tsx')),
  page('/workbench/broker/mandates/:id', () => import('./mandate.page.tsx')),
  page('/workbench/broker/introductions', () => import('./introduction-log.page.tsx')),
  page('/workbench/broker/commissions', () => import('./commissions.page.tsx')),
  page('/workbench/broker/accruals', () => import('./accruals.page.tsx')),
  page('/workbench/broker/accruals/:id', () => import('./accrual.page.tsx')),
];
