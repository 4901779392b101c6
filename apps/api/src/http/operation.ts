import { applyDecorators, HttpCode, SetMetadata, UseInterceptors, type Type } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension, ApiHeader, ApiOperation, ApiResponse, ApiSecurity } from '@nestjs/swagger';
import type { Role } from '#domain/shared/actor.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import type { ErrorCode } from './problem.catalog.js';

/** Who may call: anyone; anyone signed in; or people with one of these roles. */
export type Access = 'public' | 'signedIn' | readonly Role[];

/** API-key scope: `<concept>.read` or `<concept>.write`. A session needs none. */
export type Scope = `${string}.${'read' | 'write'}`;

export interface OperationOptions {
  /** Chinese, a verb phrase: 「发布技术需求」. */
  readonly summary: string;
  readonly description?: string;
  readonly access: Access;
  /** Scope an API key needs; left out: API keys may not call this. */
  readonly scope?: Scope;
  readonly status?: 200 | 201 | 202 | 204;
  /** The view sent on success; an array of one for a page use `Page.of(View)`. */
  readonly answer?: Type;
  /** Refusals this operation can answer, besides those every operation has. */
  readonly errors?: readonly ErrorCode[];
  /**
   * `required`: a POST that creates or decides needs an Idempotency-Key and runs in one transaction with it.
   * `none`: reads, and writes that are idempotent by themselves (If-Match, or nothing to repeat).
   */
  readonly idempotency?: 'required' | 'none';
  /** A tight limit of calls by address, see rate-limits.ts. */
  readonly limit?: 'signIn' | 'signUp';
}

export const OPERATION = Symbol('Operation');

/** Declares an operation: access, idempotency and documentation in one place. A handler without it fails the boot. */
export function Operation(options: OperationOptions): MethodDecorator {
  const status = options.status ?? 200;
  const codes: ErrorCode[] = [...(options.errors ?? []), 'request.invalid', 'access.unauthenticated'];
  if (options.limit !== undefined) codes.push('rate.limited');
  if (options.access !== 'public') codes.push('access.forbidden');
  if (options.idempotency === 'required')
    codes.push('idempotency.keyMissing', 'idempotency.keyReused', 'idempotency.inProgress');
  return applyDecorators(
    SetMetadata(OPERATION, options),
    HttpCode(status),
    ApiOperation({ summary: options.summary, ...(options.description && { description: options.description }) }),
    ApiResponse({ status, description: '成功', ...(options.answer && { type: options.answer }) }),
    ApiExtension('x-problems', [...new Set(codes)]),
    ApiExtension('x-access', options.access),
    ...(options.scope === undefined ? [] : [ApiExtension('x-scope', options.scope)]),
    ...(options.access === 'public' ? [] : [ApiBearerAuth()]),
    ...(options.access !== 'public' && options.scope ? [ApiSecurity('apiKey')] : []),
    ...(options.idempotency === 'required'
      ? [
          UseInterceptors(IdempotencyInterceptor),
          ApiHeader({
            name: 'Idempotency-Key',
            required: true,
            description: '幂等键：同一操作重试时保持不变，1–255 个可见 ASCII 字符',
            schema: { type: 'string', minLength: 1, maxLength: 255 },
            example: '0193-demo-0001',
          }),
        ]
      : []),
  );
}
