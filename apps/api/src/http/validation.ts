import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { PageQuery, plainPageQuery } from './paging.js';
import { IdParam, plainIdParam } from './params.js';
import type { FieldProblemView } from './problem.view.js';
import { RefusalException } from './refusal.exception.js';

const maxFieldProblems = 100;

/**
 * Parameters nearly every read has. A shortcut takes only what is plainly right and says null to the rest, which then
 * goes the long way: so a shortcut cannot change what is refused, nor how that is told.
 */
const shortcuts = new Map<unknown, (value: unknown) => object | null>([
  [IdParam, plainIdParam],
  [PageQuery, plainPageQuery],
]);

class ShortcutPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    return shortcuts.get(metadata.metatype)?.(value) ?? (await super.transform(value, metadata));
  }
}

/** Validates DTOs: unknown members are an error (no mass assignment), messages are Chinese, all problems at once. */
export const validationPipe = (): ValidationPipe =>
  new ShortcutPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => {
      const problems = errors.flatMap((error) => flatten(error, '')).slice(0, maxFieldProblems);
      return new RefusalException({ code: 'request.invalid', params: { count: String(problems.length) } }, problems);
    },
  });

function flatten(error: ValidationError, parent: string): FieldProblemView[] {
  const pointer = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, detail]) => ({
    pointer,
    detail: rule === 'whitelistValidation' ? '没有这个字段，请删除' : detail,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => flatten(child, pointer))];
}
