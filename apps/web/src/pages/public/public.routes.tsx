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
  page('*', () => import('./not-found.page.tsx')),
];
