import type { RouteObject } from 'react-router';
import { page } from '../../layout/lazy-page.ts';

/** How good and how ready an achievement is: evaluations, readiness, pilot projects. */
export const evaluationRoutes: RouteObject[] = [
  page('/evaluators', () => import('./evaluators.page.tsx')),
  page('/achievements/:id/readiness', () => import('./readiness.page.tsx')),
  page('/workbench/evaluations', () => import('./evaluations.page.tsx')),
  page('/workbench/evaluations/:id', () => import('./evaluation.page.tsx')),
  page('/workbench/readiness-claims', () => import('./readiness-claims.page.tsx')),
  page('/workbench/readiness-claims/:id', () => import('./readiness-claim.page.tsx')),
  page('/workbench/pilot-projects', () => import('./pilot-projects.page.tsx')),
  page('/workbench/pilot-projects/:id', () => import('./pilot-project.page.tsx')),
];
