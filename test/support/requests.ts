import { v7 as uuid } from 'uuid';
import { resolve, type ApiDocument, type ApiOperation, type Parameter, type Schema } from './openapi.js';

export interface BuiltRequest {
  readonly path: string;
  readonly init: {
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly body?: string;
  };
}

/** A request as the document's own examples have it; path parameters that are ids become `id`. */
export function validRequest(document: ApiDocument, operation: ApiOperation, id: string): BuiltRequest {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const parameter = operation.parameters.find((p) => p.in === 'path' && p.name === name);
    return encodeURIComponent(String(parameterValue(document, parameter, id)));
  });
  const query = operation.parameters
    .filter((p) => p.in === 'query' && p.required)
    .map((p) => `${p.name}=${encodeURIComponent(String(parameterValue(document, p, id)))}`)
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
  return {
    path: `${path}${query && `?${query}`}`,
    init: {
      method: operation.method.toUpperCase(),
      headers: { ...headers, 'content-type': operation.bodyMedia ?? 'application/json' },
      body: json ? JSON.stringify(operation.body.example ?? {}) : JSON.stringify(operation.body.example ?? ''),
    },
  };
}

function parameterValue(document: ApiDocument, parameter: Parameter | undefined, id: string): unknown {
  if (!parameter) return id;
  const schema: Schema = resolve(document, parameter.schema ?? {});
  if (schema.format === 'uuid') return id;
  return parameter.example ?? schema.example ?? schema.enum?.[0] ?? id;
}
