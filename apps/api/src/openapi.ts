import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { kindSchemas, payloadVersion } from '#domain/market-event/event-schema.js';
import { ProblemView } from './http/problem.view.js';
import { completeOperations } from './openapi.operations.js';

/** The OpenAPI 3.1 document of the whole API; the same for the same code, byte by byte. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('庆阳科技大市场 API')
    .setDescription(
      '一厅一网四平台：技术交易、成果转化、知识产权、创业孵化。金额以元的文本和分的整数文本表示；日期为北京时间的日历日。' +
        '出错时一律答复 RFC 9457 problem（application/problem+json），code 为稳定的错误代码，repair 说明如何改正。',
    )
    .setVersion('1')
    .addBearerAuth()
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-API-Key' }, 'apiKey')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${lowerFirst(controller.replace(/Controller$/, ''))}_${method}`,
    extraModels: [ProblemView],
  });
  return sorted(completeOperations(nullableAsTypes(document) as OpenAPIObject));
}

/** The reference at /reference, from local files only; the document at /openapi.json. */
export function serveReference(app: NestFastifyApplication): void {
  SwaggerModule.setup('reference', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'openapi.json',
    customSiteTitle: '庆阳科技大市场 API',
  });
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Paths and schemas by name, so that the order of modules does not show. */
function sorted(document: OpenAPIObject): OpenAPIObject {
  const byName = <T>(record: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    ...document,
    paths: byName(document.paths),
    components: { ...document.components, schemas: byName(document.components?.schemas ?? {}) },
    webhooks: webhooks(),
  };
}

/** What is posted to a receiver, by the kind of its subject; each type by itself is at /v1/event-types/{type}/schema. */
function webhooks(): NonNullable<OpenAPIObject['webhooks']> {
  return Object.fromEntries(
    kindSchemas().map(({ kind, title, schema }) => [
      kind,
      {
        post: {
          summary: `推送：${title}的变化`,
          description: `Standard Webhooks 1.0.0，内容格式第 ${payloadVersion} 版。请求头 webhook-id、webhook-timestamp、webhook-signature。`,
          requestBody: { required: true, content: { 'application/json': { schema: schema } } },
          responses: { '2XX': { description: '已收到' }, '410': { description: '不再接收，立即停用该地址' } },
        },
      },
    ]),
  );
}

/** OpenAPI 3.1 has no `nullable`: `{type: T, nullable: true}` is `{type: [T, 'null']}`. */
function nullableAsTypes(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(nullableAsTypes);
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, nullableAsTypes(value)]),
  );
  if (nullable !== true) return nullable === undefined ? rest : { ...rest };
  if (typeof rest['type'] === 'string') {
    const choices: unknown = rest['enum'];
    return {
      ...rest,
      type: [rest['type'], 'null'],
      ...(Array.isArray(choices) && { enum: [...(choices as unknown[]), null] }),
    };
  }
  const { description, example, ...schema } = rest;
  return {
    ...(description !== undefined && { description }),
    ...(example !== undefined && { example }),
    anyOf: [schema, { type: 'null' }],
  };
}
