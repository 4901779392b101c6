import type { RouteObject } from 'react-router';
import { page } from '../../layout/lazy-page.ts';

/** Open challenges: calling, bidding under seal, judging blind. */
export const challengeRoutes: RouteObject[] = [
  page('/workbench/challenges', () => import('./challenges.page.tsx')),
  page('/workbench/challenges/new', () => import('./edit-challenge.page.tsx')),
  page('/workbench/challenges/:id', () => import('./challenge-room.page.tsx')),
  page('/workbench/challenges/:id/edit', () => import('./edit-challenge.page.tsx')),
  page('/workbench/challenges/:id/bid', () => import('./sealed-bid.page.tsx')),
  page('/workbench/challenges/:id/judging', () => import('./judging.page.tsx')),
];
