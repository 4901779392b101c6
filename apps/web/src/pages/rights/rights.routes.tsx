import type { RouteObject } from 'react-router';
import { page } from '../../layout/lazy-page.ts';

/** The register of intellectual property: rights, what lies on them, consents, open licences. */
export const rightsRoutes: RouteObject[] = [
  page('/open-licences', () => import('./open-licences.page.tsx')),
  page('/workbench/rights', () => import('./rights.page.tsx')),
  page('/workbench/rights/:id', () => import('./right.page.tsx')),
  page('/workbench/rights-held', () => import('./rights-held.page.tsx')),
  page('/workbench/licence-uptakes', () => import('./licence-uptakes.page.tsx')),
];
