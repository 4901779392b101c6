import type { FastifyRequest } from 'fastify';
import type { Origin } from '#domain/shared/actor.js';

export const originOf = (request: FastifyRequest): Origin => ({ requestId: request.id, address: request.ip });
