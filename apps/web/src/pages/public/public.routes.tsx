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
  page('/listings', () => import('./listing-list.page.tsx')),
  page('/listings/:id', () => import('./listing.page.tsx')),
  page('/auctions', () => import('./auction-list.page.tsx')),
  page('/auctions/:id', () => import('./auction.page.tsx')),
  page('/events', () => import('./event-list.page.tsx')),
  page('/events/:id', () => import('./event.page.tsx')),
  page('/challenges', () => import('./challenge-list.page.tsx')),
  page('/challenges/:id', () => import('./challenge.page.tsx')),
  page('/competitions', () => import('./competition-list.page.tsx')),
  page('/competitions/:id', () => import('./competition.page.tsx')),
  page('/carriers', () => import('./carrier-list.page.tsx')),
  page('/policies', () => import('./policy-list.page.tsx')),
  page('/progress', () => import('./progress.page.tsx')),
  page('/guide', () => import('./guide-list.page.tsx')),
  page('/guide/:role', () => import('./guide.page.tsx')),
  page('*', () => import('./not-found.page.tsx')),
];
