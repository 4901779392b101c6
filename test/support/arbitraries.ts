import fc from 'fast-check';
import { kindOfName, kindOfPath } from './known-ids.js';
import { resolve, type ApiDocument, type ApiOperation, type Parameter, type Schema } from './openapi.js';

/** A request to be sent as it is: `body` is the raw text. */
export interface FuzzedRequest {
  readonly kind: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

const nastyTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\uFFFF',
  '\uD800',
  '\uDC00x',
  '\u202E反转',
  '𠮷𠮷𠮷',
  'e\u0301'.repeat(50),
  "'; DROP TABLE demand; --",
  '${jndi:ldap://x}',
  '../../etc/passwd',
  '%00',
  '%',
  '<script>alert(1)</script>',
  'null',
  'NaN',
  '-1',
  '1e309',
  '9'.repeat(40),
  '99999999999999999999.99',
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  '0193f0a2-7c1e-7000-8000-000000000000',
  '0193F0A2-7C1E-7000-8000-000000000000',
  '{"a":1}',
  'A'.repeat(10_000),
  '中'.repeat(6_000),
];
const nastyNumbers = [0, -0, -1, 1.5, 2 ** 31, 2 ** 31 - 1, 2 ** 53, 2 ** 63, -(2 ** 63), 1e308, 5e-324];

const nasty: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...nastyTexts),
  fc.constantFrom<unknown>(...nastyNumbers),
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { $ne: null }, { length: 1e9 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** An id that exists, of a kind when there is one, chosen by a drawn number: the same seed chooses the same. */
export type IdAt = (drawn: number, kind: string) => string;
const idOf = (ids: IdAt, kind: string): fc.Arbitrary<string> => fc.noBias(fc.nat()).map((drawn) => ids(drawn, kind));

/** Values of a schema. `ids` gives ids that exist, so that a request gets past the first 404. */
function valid(
  document: ApiDocument,
  schemaOrReference: Schema,
  ids: IdAt,
  kind = '',
  depth = 0,
): fc.Arbitrary<unknown> {
  const schema = resolve(document, schemaOrReference);
  const example = schema.example ?? schemaOrReference.example;
  const withExample = (arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    example === undefined
      ? arbitrary
      : fc.oneof({ weight: 3, arbitrary: fc.constant(example) }, { weight: 1, arbitrary });
  const [part] = schema.allOf ?? schema.anyOf ?? schema.oneOf ?? [];
  if (part) return valid(document, part, ids, kind, depth + 1);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
  if (depth > 6) return fc.constant(example ?? null);
  switch (type) {
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([name, property]) => [
            name,
            valid(document, property, ids, name === 'id' ? kind : kindOfName(name), depth + 1),
          ]),
        ),
        { requiredKeys: [...(schema.required ?? [])] },
      );
    case 'array':
      return fc.array(valid(document, schema.items ?? {}, ids, kind, depth + 1), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? 3, 3)),
      });
    case 'integer':
    case 'number':
      return withExample(
        fc.integer({ min: schema.minimum ?? -1000, max: Math.min(schema.maximum ?? 1000, 2 ** 31 - 1) }),
      );
    case 'boolean':
      return fc.boolean();
    default:
      return schema.format === 'uuid' ? text(schema, ids, kind) : withExample(text(schema, ids, kind));
  }
}

function text(schema: Schema, ids: IdAt, kind: string): fc.Arbitrary<unknown> {
  if (schema.format === 'uuid')
    return fc.oneof({ weight: 9, arbitrary: idOf(ids, kind) }, { weight: 1, arbitrary: fc.uuid() });
  if (schema.format === 'date') {
    return fc
      .date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
  }
  if (schema.pattern !== undefined) {
    try {
      return fc.stringMatching(new RegExp(schema.pattern));
    } catch {
      return fc.constant(schema.example ?? 'x'); // a pattern that cannot be generated from
    }
  }
  const min = schema.minLength ?? 0;
  return fc.string({ unit: 'grapheme', minLength: min, maxLength: Math.min(schema.maxLength ?? 40, min + 40) });
}

/** A body with one to three members replaced, removed or added. */
const nearValid = (body: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      body,
      fc.array(fc.tuple(fc.nat(), nasty, fc.constantFrom('replace', 'remove', 'add')), { minLength: 1, maxLength: 3 }),
    )
    .map(([value, changes]) => {
      if (typeof value !== 'object' || value === null) return value;
      const changed: Record<string, unknown> = { ...value };
      for (const [at, replacement, how] of changes) {
        const keys = Object.keys(changed);
        const key = keys[at % Math.max(keys.length, 1)];
        if (how === 'add' || key === undefined)
          changed[['state', 'organizationId', 'role', 'id', 'version'][at % 5] ?? 'x'] = replacement;
        else if (how === 'remove') Reflect.deleteProperty(changed, key);
        else changed[key] = replacement;
      }
      return changed;
    });

const rawBodies = fc.constantFrom(
  '',
  '{',
  '[]',
  'null',
  '"text"',
  '1e999',
  '{"title":"a","title":"b"}',
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"admin":true}}}',
  '{"title":"\\u0000"}',
  '{"title":"\\ud800"}',
  `${'['.repeat(2000)}${']'.repeat(2000)}`,
  `{"a":${'{"a":'.repeat(500)}1${'}'.repeat(500)}}`,
  `{"title":"${'长'.repeat(400_000)}"}`,
  '\uFEFF{}',
);

const badHeaders: readonly Readonly<Record<string, string>>[] = [
  { 'if-match': 'x' },
  { 'if-match': '"99999999999"' },
  { 'if-match': '*' },
  { 'idempotency-key': '' },
  { 'idempotency-key': 'k'.repeat(256) },
  { 'idempotency-key': 'a b' },
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/json; charset=gbk' },
  { 'content-type': 'application/x-www-form-urlencoded' },
  { 'content-type': 'multipart/form-data' },
  { accept: 'image/png' },
  { 'x-forwarded-for': "1.2.3.4', ''" },
  { 'x-request-id': 'mine' },
  { 'x-api-key': 'x' },
];

const segment = (value: unknown): string =>
  encodeURIComponent(wellFormed(typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined'))) || '%20';
const wellFormed = (value: string): string => Buffer.from(value.slice(0, 500)).toString('utf8');

/** Requests to one operation: valid, nearly valid, of the wrong type, huge, raw. */
export function requestsTo(document: ApiDocument, operation: ApiOperation, ids: IdAt): fc.Arbitrary<FuzzedRequest> {
  const valueOf = (parameter: Parameter): fc.Arbitrary<unknown> =>
    parameter.in === 'path' && parameter.schema?.format !== undefined
      ? idOf(ids, kindOfPath(operation.path, parameter.name))
      : valid(
          document,
          { ...parameter.schema, ...(parameter.example !== undefined && { example: parameter.example }) },
          ids,
        );
  const parameters = operation.parameters.filter((p) => p.in !== 'header');
  const good = fc.record(Object.fromEntries(parameters.map((p) => [p.name, valueOf(p)])), {
    requiredKeys: parameters.filter((p) => p.in === 'path' || p.required).map((p) => p.name),
  });
  const broken = fc.tuple(good, fc.nat(), nasty).map(([values, at, value]) => {
    const name = parameters[at % Math.max(parameters.length, 1)]?.name;
    return name === undefined ? { ...values, unknown: value } : { ...values, [name]: value };
  });
  const body = operation.body === null ? fc.constant(undefined) : valid(document, operation.body.schema ?? {}, ids);
  const build = (
    kind: string,
    values: fc.Arbitrary<Record<string, unknown>>,
    text: fc.Arbitrary<string | undefined>,
    extra: fc.Arbitrary<Readonly<Record<string, string>>> = fc.constant({}),
  ): fc.Arbitrary<FuzzedRequest> =>
    fc
      .tuple(values, text, extra, fc.uuid(), fc.integer({ min: 1, max: 3 }))
      .map(([chosen, sent, more, key, version]) => ({
        kind,
        path: pathOf(operation, chosen),
        headers: {
          'idempotency-key': key,
          'if-match': `"${version}"`,
          ...(sent !== undefined && { 'content-type': operation.bodyMedia ?? 'application/json' }),
          ...more,
        },
        body: sent,
      }));
  const json = (arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<string | undefined> =>
    arbitrary.map((value) => {
      if (value === undefined) return undefined;
      return typeof value === 'string' && operation.bodyMedia !== 'application/json' ? value : JSON.stringify(value);
    });
  const twice = fc.tuple(good, fc.nat(), fc.constantFrom('', '[]', '[a]', '.a')).map(([values, at, suffix]) => {
    const names = parameters.filter((p) => p.in === 'query').map((p) => p.name);
    const name = names[at % Math.max(names.length, 1)] ?? 'limit';
    return { ...values, [name]: values[name] ?? 'a', [`${name}${suffix}`]: [values[name] ?? 'a', 'b'] };
  });
  return fc.oneof(
    { weight: 4, arbitrary: build('valid', good, json(body)) },
    { weight: 2, arbitrary: build('broken parameter', broken, json(body)) },
    { weight: 1, arbitrary: build('parameter given twice', twice, json(body)) },
    { weight: operation.body ? 5 : 0, arbitrary: build('nearly valid body', good, json(nearValid(body))) },
    { weight: operation.body ? 1 : 0, arbitrary: build('body of another type', good, json(nasty)) },
    { weight: operation.body ? 1 : 0, arbitrary: build('raw body', good, rawBodies) },
    { weight: 1, arbitrary: build('bad header', good, json(body), fc.constantFrom(...badHeaders)) },
  );
}

function pathOf(operation: ApiOperation, values: Readonly<Record<string, unknown>>): string {
  const named = new Set([...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''));
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => segment(values[name]));
  const query = Object.entries(values)
    .filter(([name, value]) => !named.has(name) && value !== undefined)
    .flatMap(([name, value]) => [value].flat(1).map((one) => `${name}=${segment(one)}`))
    .join('&');
  return query === '' ? path : `${path}?${query}`;
}

/** What in a value is not as its schema says; null when nothing. */
export function mismatch(document: ApiDocument, schemaOrReference: Schema, value: unknown, place = ''): string | null {
  const schema = resolve(document, schemaOrReference);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) {
    const found = choices.map((choice) => mismatch(document, choice, value, place));
    return found.includes(null) ? null : (found[0] ?? null);
  }
  for (const part of schema.allOf ?? []) {
    const found = mismatch(document, part, value, place);
    if (found !== null) return found;
  }
  if (schema.enum && !schema.enum.includes(value))
    return `${place || '/'} is ${JSON.stringify(value)}, not one of its values`;
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => isOfType(type, value))) {
    return `${place || '/'} is ${value === null ? 'null' : typeof value}, not ${types.join('|')}`;
  }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const found = mismatch(document, schema.items ?? {}, item, `${place}/${index}`);
      if (found !== null) return found;
    }
  } else if (typeof value === 'object' && value !== null && schema.properties) {
    for (const name of schema.required ?? []) if (!(name in value)) return `${place}/${name} is missing`;
    for (const [name, item] of Object.entries(value)) {
      const property = schema.properties[name];
      if (!property) {
        if (!schema.additionalProperties) return `${place}/${name} is not in the schema`;
        continue;
      }
      const found = mismatch(document, property, item, `${place}/${name}`);
      if (found !== null) return found;
    }
  }
  return null;
}

function isOfType(type: string, value: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}
