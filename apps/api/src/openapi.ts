import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The OpenAPI 3.1 document of the whole API. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('庆阳科技大市场 API')
    .setDescription(
      '一厅一网四平台：技术交易、成果转化、知识产权、创业孵化。金额以元的文本和分的整数文本表示；日期为北京时间的日历日。',
    )
    .setVersion('1')
    .addBearerAuth()
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-API-Key' }, 'apiKey')
    .build();
  return nullableAsTypes(SwaggerModule.createDocument(app, config)) as OpenAPIObject;
}

/** The reference at /reference, from local files only; the document at /openapi.json. */
export function serveReference(app: NestFastifyApplication): void {
  SwaggerModule.setup('reference', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'openapi.json',
    customSiteTitle: '庆阳科技大市场 API',
  });
}

/** OpenAPI 3.1 has no `nullable`: `{type: T, nullable: true}` is `{type: [T, 'null']}`. */
function nullableAsTypes(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(nullableAsTypes);
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, nullableAsTypes(value)]),
  );
  if (nullable !== true) return nullable === undefined ? rest : { ...rest };
  if (typeof rest['type'] === 'string') return { ...rest, type: [rest['type'], 'null'] };
  const { description, ...schema } = rest;
  return { ...(description !== undefined && { description }), anyOf: [schema, { type: 'null' }] };
}
