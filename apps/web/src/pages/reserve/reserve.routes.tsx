import type { RouteObject } from 'react-router';
import { page } from '../../layout/lazy-page.ts';

/** The purchase reserve: proposed, approved, agreed to, paid, handed on. */
export const reserveRoutes: RouteObject[] = [
  page('/purchase-reserve', () => import('./reserve-stock.page.tsx')),
  page('/workbench/purchase-reserves', () => import('./reserves.page.tsx')),
  page('/workbench/purchase-reserves/:id', () => import('./reserve.page.tsx')),
];
