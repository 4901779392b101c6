import type { RouteObject } from 'react-router';
import { page } from '../../layout/lazy-page.ts';

/** The registration office. */
export const registryRoutes: RouteObject[] = [
  page('/workbench/registrations', () => import('./queue.page.tsx')),
  page('/workbench/registrations/:id', () => import('./case.page.tsx')),
];
