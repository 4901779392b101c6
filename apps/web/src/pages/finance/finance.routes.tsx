import type { RouteObject } from 'react-router';
import { page } from '../../layout/lazy-page.ts';

/** Technology finance: products for everybody, needs and applications of companies and institutions. */
export const financeRoutes: RouteObject[] = [
  page('/finance-products', () => import('./product-list.page.tsx')),
  page('/finance-products/:id', () => import('./product.page.tsx')),
  page('/workbench/finance-products', () => import('./my-products.page.tsx')),
  page('/workbench/finance-needs', () => import('./needs.page.tsx')),
  page('/workbench/finance-needs/:id', () => import('./need.page.tsx')),
  page('/workbench/finance-applications', () => import('./applications.page.tsx')),
  page('/workbench/finance-applications/:id', () => import('./application.page.tsx')),
];
