import type { RouteObject } from 'react-router';
import { page } from '../../layout/lazy-page.ts';

/** The wall itself fills the screen: nothing surrounds it. */
export const hallRoutes: RouteObject[] = [page('/hall', () => import('./hall.page.tsx'))];

/** What is behind its figures, as pages like all others. */
export const hallFigureRoutes: RouteObject[] = [
  page('/hall/figures', () => import('./figures.page.tsx')),
  page('/hall/editions/:id', () => import('./edition.page.tsx')),
];
