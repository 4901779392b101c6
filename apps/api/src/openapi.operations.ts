import type { OpenAPIObject } from '@nestjs/swagger';
import { problemCatalog, type ErrorCode } from './http/problem.catalog.js';
import type { ProblemEntry } from './http/problem.js';
import { problemOf } from './http/problem.filter.js';

/** What this file reads and writes of an operation; the rest passes through untouched. */
interface OperationNode {
  parameters?: ParameterNode[];
  requestBody?: { content: Record<string, MediaNode> };
  responses: Record<string, { description: string; content?: Record<string, MediaNode> }>;
  'x-problems'?: ErrorCode[];
}
interface ParameterNode {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  example?: unknown;
  schema?: SchemaNode;
}
interface MediaNode {
  schema?: SchemaNode;
  example?: unknown;
  examples?: Record<string, { $ref: string }>;
}
type SchemaNode = Record<string, unknown>;

const problemMedia = 'application/problem+json';
const exampleRequestId = '0193f0a2-7c1e-7000-8000-000000000000';
const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
/** Any operation can answer these. */
const always: readonly ErrorCode[] = ['request.malformed', 'rate.limited', 'service.failed', 'service.unavailable'];
/** Any operation with a body can answer these. */
const withBody: readonly ErrorCode[] = ['request.tooLarge', 'request.mediaType'];

/** Completes every operation: problems with an example each, If-Match, and examples of bodies and answers. */
export function completeOperations(document: OpenAPIObject): OpenAPIObject {
  const schemas = (document.components?.schemas ?? {}) as Record<string, SchemaNode>;
  for (const path of Object.values(document.paths)) {
    for (const method of methods) {
      const operation = path[method] as unknown as OperationNode | undefined;
      if (operation) complete(operation, method, schemas);
    }
  }
  return { ...document, components: { ...document.components, examples: problemExamples() } };
}

/** Every problem once: hundreds of operations share the common ones. */
const problemExamples = () =>
  Object.fromEntries(
    (Object.keys(problemCatalog) as ErrorCode[])
      .sort()
      .map((code) => [code, { summary: problemCatalog[code].title, value: problemOf({ code }, exampleRequestId) }]),
  );

function complete(operation: OperationNode, method: string, schemas: Record<string, SchemaNode>): void {
  const declared = operation['x-problems'] ?? [];
  const codes = new Set([...declared, ...always, ...(method === 'get' ? [] : withBody)]);
  operation.responses = {
    ...answersWithExample(operation.responses, schemas),
    ...problemResponses([...codes]),
  };
  for (const media of Object.values(operation.requestBody?.content ?? {})) {
    media.example ??= media.schema === undefined ? undefined : exampleOf(media.schema, schemas);
  }
  if (declared.includes('version.required')) operation.parameters = withIfMatch(operation.parameters ?? []);
}

function answersWithExample(
  responses: OperationNode['responses'],
  schemas: Record<string, SchemaNode>,
): OperationNode['responses'] {
  for (const { content } of Object.values(responses)) {
    for (const media of Object.values(content ?? {})) {
      if (media.schema !== undefined && media.example === undefined) media.example = exampleOf(media.schema, schemas);
    }
  }
  return responses;
}

function problemResponses(codes: readonly ErrorCode[]): OperationNode['responses'] {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codes) {
    const entry = problemCatalog[code] as ProblemEntry | undefined;
    if (!entry) throw new Error(`error code ${code} has no text in the problem catalog`);
    const { status } = entry;
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const entries = [...byStatus].sort(([a], [b]) => a - b);
  return Object.fromEntries(
    entries.map(([status, group]) => [
      String(status),
      {
        description: group.map((code) => `${problemCatalog[code].title}（${code}）`).join('；'),
        content: {
          [problemMedia]: {
            schema: { $ref: '#/components/schemas/ProblemView' },
            examples: Object.fromEntries(group.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
          },
        },
      },
    ]),
  );
}

const withIfMatch = (parameters: readonly ParameterNode[]): ParameterNode[] => [
  ...parameters.filter((parameter) => parameter.name.toLowerCase() !== 'if-match'),
  {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: '所依据的版本：读取时答复的 ETag',
    schema: { type: 'string' },
    example: '"1"',
  },
];

/** An example of a schema: its own, or one made of the examples of its parts. */
function exampleOf(schema: SchemaNode, schemas: Record<string, SchemaNode>, depth = 0): unknown {
  if ('example' in schema) return schema['example'];
  if (depth > 8) return null;
  const reference = schema['$ref'];
  if (typeof reference === 'string')
    return exampleOf(schemas[reference.split('/').at(-1) ?? ''] ?? {}, schemas, depth + 1);
  const [part] = ((schema['allOf'] ?? schema['anyOf'] ?? schema['oneOf']) as SchemaNode[] | undefined) ?? [];
  if (part) return exampleOf(part, schemas, depth + 1);
  if (Array.isArray(schema['enum'])) return (schema['enum'] as unknown[])[0];
  if ('default' in schema) return schema['default'];
  const type = Array.isArray(schema['type']) ? (schema['type'] as unknown[])[0] : schema['type'];
  switch (type) {
    case 'object': {
      const properties = (schema['properties'] ?? {}) as Record<string, SchemaNode>;
      return Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [name, exampleOf(property, schemas, depth + 1)]),
      );
    }
    case 'array':
      return [exampleOf((schema['items'] ?? {}) as SchemaNode, schemas, depth + 1)];
    case 'integer':
    case 'number':
      return schema['minimum'] ?? 1;
    case 'boolean':
      return true;
    default:
      return textExamples[String(schema['format'])] ?? schema['description'] ?? '示例';
  }
}

const textExamples: Readonly<Record<string, string>> = {
  uuid: exampleRequestId,
  date: '2026-12-31',
  'date-time': '2026-11-23T02:00:00.000Z',
};
