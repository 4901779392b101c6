import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Addresses of the API's own; nothing under them is a page of the portal. */
const apiAddress = /^\/(v1|\.well-known|certificates\/.|reference|openapi|metrics|livez|readyz|healthz)/;
const yearSeconds = 365 * 24 * 60 * 60;

/**
 * Serves the portal from `folder` when it was built there. A browser that asks for a page gets index.html, whatever
 * the page's address: which pages there are is the portal's own affair. Programs keep their 404 problem.
 */
export async function servePortal(fastify: FastifyInstance, folder: string): Promise<void> {
  const root = resolve(folder);
  if (!existsSync(join(root, 'index.html'))) return;
  const start = readFileSync(join(root, 'index.html'), 'utf8');
  await fastify.register(fastifyStatic, {
    root,
    wildcard: false,
    index: false,
    decorateReply: false,
    preCompressed: true,
    globIgnore: ['**/*.gz', '**/*.br', '.vite/**', 'index.html'],
    cacheControl: false,
    setHeaders: (reply, path) => {
      // Files under assets/ are named by their content: they never change.
      reply.header(
        'cache-control',
        path.includes('/assets/') ? `public, max-age=${yearSeconds}, immutable` : 'no-cache',
      );
    },
  });
  fastify.get('/*', (request, reply) => {
    const wantsPage = request.headers.accept?.includes('text/html') ?? false;
    if (!wantsPage || apiAddress.test(request.url)) return reply.callNotFound();
    return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(start);
  });
}
