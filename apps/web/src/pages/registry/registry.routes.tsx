import type { RouteObject } from 'react-router';
import { page } from '../../layout/lazy-page.ts';

/** The registration office, the inspection of what it registered, and the statistics. */
export const registryRoutes: RouteObject[] = [
  page('/workbench/registrations', () => import('./queue.page.tsx')),
  page('/workbench/registrations/:id', () => import('./case.page.tsx')),
  page('/workbench/registration-reminders', () => import('./reminders.page.tsx')),
  page('/workbench/registration-offices', () => import('./offices.page.tsx')),
  page('/workbench/registration-offices/:code', () => import('./office.page.tsx')),
  page('/workbench/inspections', () => import('./inspections.page.tsx')),
  page('/workbench/inspections/:id', () => import('./inspection.page.tsx')),
  page('/workbench/inspection-findings', () => import('./findings.page.tsx')),
  page('/workbench/inspection-findings/:id', () => import('./finding.page.tsx')),
  page('/workbench/registration-cases', () => import('./case-search.page.tsx')),
  page('/workbench/statistics', () => import('./statistics.page.tsx')),
  page('/workbench/register', () => import('./register.page.tsx')),
  page('/workbench/register/:id', () => import('./entry.page.tsx')),
  page('/workbench/statistics-editions', () => import('./editions.page.tsx')),
  page('/workbench/statistics-editions/:id', () => import('./edition.page.tsx')),
  page('/workbench/statistics-editions/:id/lines', () => import('./edition-lines.page.tsx')),
];
