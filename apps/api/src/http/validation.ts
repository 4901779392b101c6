import { ValidationPipe, type ValidationError } from '@nestjs/common';
import type { FieldProblemView } from './problem.view.js';
import { RefusalException } from './refusal.exception.js';

const maxFieldProblems = 100;

/** Validates DTOs: unknown members are an error (no mass assignment), messages are Chinese, all problems at once. */
export const validationPipe = (): ValidationPipe =>
  new ValidationPipe({
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
