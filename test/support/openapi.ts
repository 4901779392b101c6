import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openApiDocument } from '../../apps/api/src/openapi.js';

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly example?: unknown;
  readonly additionalProperties?: boolean | Schema;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema?: Schema;
  readonly example?: unknown;
}

interface Media {
  readonly schema?: Schema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly $ref: string }>>;
}

/** One operation of the document, with its access as the code declares it. */
export interface ApiOperation {
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly body: Media | null;
  readonly bodyMedia: string | null;
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, Media>> }>
  >;
  readonly access: 'public' | 'signedIn' | readonly string[];
  readonly scope: string | null;
  readonly problems: readonly string[];
}

export interface ApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export const documentOf = (api: NestFastifyApplication): ApiDocument => openApiDocument(api) as unknown as ApiDocument;

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

interface RawOperation {
  operationId?: string;
  summary?: string;
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: { content: Record<string, Media> };
  responses: ApiOperation['responses'];
  'x-access'?: ApiOperation['access'];
  'x-scope'?: string;
  'x-problems'?: string[];
}

export function operationsOf(document: ApiDocument): ApiOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const raw = item[method] as RawOperation | undefined;
      if (!raw) return [];
      const [media] = Object.entries(raw.requestBody?.content ?? {});
      return [
        {
          id: raw.operationId ?? '',
          method,
          path,
          summary: raw.summary ?? '',
          tags: raw.tags ?? [],
          parameters: raw.parameters ?? [],
          body: media?.[1] ?? null,
          bodyMedia: media?.[0] ?? null,
          responses: raw.responses,
          access: raw['x-access'] ?? [],
          scope: raw['x-scope'] ?? null,
          problems: raw['x-problems'] ?? [],
        },
      ];
    }),
  );
}

/** The schema that a reference names, through any number of references. */
export function resolve(document: ApiDocument, schema: Schema): Schema {
  let current = schema;
  for (let depth = 0; current.$ref !== undefined && depth < 20; depth += 1) {
    const found = document.components.schemas[current.$ref.split('/').at(-1) ?? ''];
    if (!found) throw new Error(`unresolved ${current.$ref}`);
    current = found;
  }
  return current;
}
