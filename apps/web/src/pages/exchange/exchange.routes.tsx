import type { RouteObject } from 'react-router';
import { page } from '../../layout/lazy-page.ts';

/** Visits to enterprises, matchmaking events, case studies. */
export const exchangeRoutes: RouteObject[] = [
  page('/workbench/visits', () => import('./visits.page.tsx')),
  page('/workbench/visits/new', () => import('./new-visit.page.tsx')),
  page('/workbench/visits/:id', () => import('./visit.page.tsx')),
  page('/workbench/events', () => import('./my-events.page.tsx')),
  page('/workbench/events/:id', () => import('./event-room.page.tsx')),
  page('/workbench/event-meetings', () => import('./event-meetings.page.tsx')),
  page('/workbench/case-studies', () => import('./case-studies.page.tsx')),
  page('/workbench/case-studies/:id', () => import('./case-study.page.tsx')),
];
