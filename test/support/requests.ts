import { v7 as uuid } from 'uuid';
import { kindOfName, kindOfPath } from './known-ids.js';
import { resolve, type ApiDocument, type ApiOperation, type Parameter, type Schema } from './openapi.js';

export interface BuiltRequest {
  readonly path: string;
  readonly init: {
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly body?: string;
  };
}

const noId = '0193f0a2-7c1e-7000-8000-000000000000';

/** An id for a parameter or member of this kind (`demand`, `organization`). */
export type IdFor = (kind: string) => string | undefined;

/** A request as the document's own examples have it; ids in the path, the query and the body are those of `idFor`. */
export function validRequest(document: ApiDocument, operation: ApiOperation, idFor: IdFor): BuiltRequest {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const parameter = operation.parameters.find((p) => p.in === 'path' && p.name === name);
    return encodeURIComponent(String(parameterValue(document, parameter, idFor(kindOfPath(operation.path, name)))));
  });
  const query = operation.parameters
    .filter((p) => p.in === 'query' && p.required)
    .map((p) => `${p.name}=${encodeURIComponent(String(parameterValue(document, p, idFor(kindOfName(p.name)))))}`)
    .join('&');
  const headers: Record<string, string> = {};
  for (const p of operation.parameters.filter((candidate) => candidate.in === 'header')) {
    if (p.name === 'Idempotency-Key') headers['idempotency-key'] = uuid();
    else if (p.name === 'If-Match') headers['if-match'] = '"1"';
    else if (p.required) headers[p.name.toLowerCase()] = JSON.stringify(p.example ?? 'x').replaceAll('"', '');
  }
  if (operation.body === null)
    return { path: `${path}${query && `?${query}`}`, init: { method: operation.method.toUpperCase(), headers } };
  const json = operation.bodyMedia === 'application/json';
  const { example } = operation.body;
  return {
    path: `${path}${query && `?${query}`}`,
    init: {
      method: operation.method.toUpperCase(),
      headers: { ...headers, 'content-type': operation.bodyMedia ?? 'application/json' },
      body: json ? JSON.stringify(withIds(example ?? {}, idFor)) : typeof example === 'string' ? example : '',
    },
  };
}

function parameterValue(document: ApiDocument, parameter: Parameter | undefined, id = noId): unknown {
  if (!parameter) return id;
  const schema: Schema = resolve(document, parameter.schema ?? {});
  if (schema.format === 'uuid') return id;
  return parameter.example ?? schema.example ?? schema.enum?.[0] ?? id;
}

/** The example with its members that name something (`dealId`, `subject: {kind, id}`) naming what is there. */
function withIds(value: unknown, idFor: IdFor): unknown {
  if (Array.isArray(value)) return value.map((item) => withIds(item, idFor));
  if (typeof value !== 'object' || value === null) return value;
  const kind = 'kind' in value && typeof value.kind === 'string' ? value.kind : '';
  return Object.fromEntries(
    Object.entries(value).map(([name, member]: [string, unknown]) => {
      if (name === 'id') return [name, idFor(kind) ?? member];
      return /\wId$/.test(name) ? [name, idFor(kindOfName(name)) ?? member] : [name, withIds(member, idFor)];
    }),
  );
}
