import 'reflect-metadata';
import { ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import fc from 'fast-check';
import { PageQuery } from './paging.js';
import { IdParam } from './params.js';
import { validationPipe } from './validation.js';

/** The pipe without its shortcuts. */
function longWay(): ValidationPipe {
  const pipe = validationPipe();
  pipe.transform = (value: unknown, metadata: ArgumentMetadata) =>
    ValidationPipe.prototype.transform.call(pipe, value, metadata) as Promise<unknown>;
  return pipe;
}

const outcome = async (pipe: ValidationPipe, value: object, metatype: ArgumentMetadata['metatype']) =>
  pipe.transform({ ...value }, { type: 'query', metatype }).then(
    (accepted: object) => ({ accepted, class: accepted.constructor.name }),
    (error: { refusal: object; errors: object[] }) => ({ refusal: error.refusal, errors: error.errors }),
  );

const uuid = fc.oneof(
  fc.uuid(),
  fc.uuid().map((id) => id.toUpperCase()),
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef-'), minLength: 30, maxLength: 40 }),
  fc.constantFrom('00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '', '1\u0000'),
);
const cursor = fc.oneof(
  fc.string(),
  uuid.map((id) => Buffer.from(id).toString('base64url')),
);
const limit = fc.oneof(
  fc.integer({ min: -3, max: 300 }).map(String),
  fc.constantFrom('007', '1e1', ' 5', '5\n', ''),
  fc.string(),
  fc.array(fc.constantFrom('1', '2'), { minLength: 1, maxLength: 2 }),
);
const sometimes = fc.option(fc.constantFrom('x', '__proto__', 'constructor'), { nil: undefined });

describe('shortcuts of validation', () => {
  it('accept and refuse an id exactly as the long way does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record({ id: uuid }, { requiredKeys: [] }), sometimes, async (params, extra) => {
        const value = extra === undefined ? params : Object.fromEntries([...Object.entries(params), [extra, '1']]);
        expect(await outcome(validationPipe(), value, IdParam)).toEqual(await outcome(longWay(), value, IdParam));
      }),
    );
  });

  it('accept and refuse a page query exactly as the long way does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record({ limit, cursor }, { requiredKeys: [] }), sometimes, async (query, extra) => {
        const value = extra === undefined ? query : Object.fromEntries([...Object.entries(query), [extra, '1']]);
        expect(await outcome(validationPipe(), value, PageQuery)).toEqual(await outcome(longWay(), value, PageQuery));
      }),
    );
  });
});
