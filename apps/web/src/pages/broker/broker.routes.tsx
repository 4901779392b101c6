import type { RouteObject } from 'react-router';
import { page } from '../../layout/lazy-page.ts';

/** Brokers and agencies: from matches to commissions and accruals; and whoever has a system of its own: keys and webhooks. */
export const brokerRoutes: RouteObject[] = [
  page('/workbench/broker/matches', () => import('./subjects.page.tsx')),
  page('/workbench/broker/matches/:kind/:id', () => import('./subject-matches.page.tsx')),
  page('/workbench/broker/mandates', () => import('./mandates.page.tsx')),
  page('/workbench/broker/mandates/:id', () => import('./mandate.page.tsx')),
  page('/workbench/broker/introductions', () => import('./introduction-log.page.tsx')),
  page('/workbench/broker/commissions', () => import('./commissions.page.tsx')),
  page('/workbench/broker/accruals', () => import('./accruals.page.tsx')),
  page('/workbench/broker/accruals/:id', () => import('./accrual.page.tsx')),
  page('/workbench/broker/pipeline', () => import('./pipeline.page.tsx')),
  page('/workbench/broker-recognitions', () => import('./recognitions.page.tsx')),
  page('/workbench/broker-recognitions/:id', () => import('./recognition.page.tsx')),
  page('/workbench/broker-affiliations', () => import('./affiliations.page.tsx')),
  page('/workbench/broker-credit', () => import('./credit.page.tsx')),
  page('/workbench/broker-credit/:id', () => import('./credit.page.tsx')),
  page('/workbench/bypass-findings', () => import('./bypass-findings.page.tsx')),
  page('/workbench/bypass-findings/:id', () => import('./bypass-finding.page.tsx')),
  page('/workbench/api-keys', () => import('./api-keys.page.tsx')),
  page('/workbench/webhooks', () => import('./webhooks.page.tsx')),
  page('/workbench/webhooks/:id', () => import('./webhook.page.tsx')),
  page('/workbench/event-types', () => import('./event-types.page.tsx')),
];
