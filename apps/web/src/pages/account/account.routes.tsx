import type { RouteObject } from 'react-router';
import { page } from '../../layout/lazy-page.ts';

/** Signing in, and what everybody has who is signed in. */
export const accountRoutes: RouteObject[] = [
  page('/sign-in', () => import('./sign-in.page.tsx')),
  page('/sign-up', () => import('./sign-up.page.tsx')),
  page('/workbench', () => import('./workbench.page.tsx')),
  page('/workbench/expert-profile', () => import('./expert-profile.page.tsx')),
];
