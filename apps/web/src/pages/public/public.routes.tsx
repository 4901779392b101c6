import type { RouteObject } from 'react-router';
import { page } from '../../layout/lazy-page.ts';

/** Pages that anybody may open. */
export const publicRoutes: RouteObject[] = [
  page('/', () => import('./home.page.tsx')),
  page('/search', () => import('./search.page.tsx')),
  page('/achievements', () => import('./achievement-list.page.tsx')),
  page('/achievements/:id', () => import('./achievement.page.tsx')),
  page('/demands', () => import('./demand-list.page.tsx')),
  page('/demands/:id', () => import('./demand.page.tsx')),
  page('/zones', () => import('./zone-list.page.tsx')),
  page('/zones/:code', () => import('./zone.page.tsx')),
  page('/organizations/:id', () => import('./organization.page.tsx')),
  page('/public-notices', () => import('./notice-list.page.tsx')),
  page('/public-notices/:id', () => import('./notice.page.tsx')),
  page('/certificates', () => import('./certificate-check.page.tsx')),
  page('*', () => import('./not-found.page.tsx')),
];
