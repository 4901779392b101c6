import type { RouteObject } from 'react-router';
import { page } from '../../layout/lazy-page.ts';

/** Carriers of innovation and their tenants: titles, incubation, space, mentors, competitions. */
export const carrierRoutes: RouteObject[] = [
  page('/workbench/carrier-titles', () => import('./titles.page.tsx')),
  page('/workbench/carrier-titles/:id', () => import('./title.page.tsx')),
  page('/workbench/carrier-reviews/:id', () => import('./review.page.tsx')),
  page('/workbench/carrier-queue', () => import('./queue.page.tsx')),
  page('/workbench/tenancies', () => import('./tenancies.page.tsx')),
  page('/workbench/tenancies/:id', () => import('./tenancy.page.tsx')),
  page('/workbench/facilities', () => import('./facilities.page.tsx')),
  page('/workbench/facilities/:id', () => import('./facility.page.tsx')),
  page('/workbench/bookings', () => import('./bookings.page.tsx')),
  page('/workbench/mentoring', () => import('./mentoring.page.tsx')),
  page('/workbench/competitions', () => import('./competitions.page.tsx')),
  page('/workbench/competitions/:id', () => import('./competition.page.tsx')),
  page('/workbench/competitions/:id/desk', () => import('./judge-desk.page.tsx')),
  page('/workbench/competition-entries/:id', () => import('./entry.page.tsx')),
];
