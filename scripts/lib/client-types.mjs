import openapiTypes, { astToString } from 'openapi-typescript';

const header = `/**
 * Generated from apps/api/openapi.json by \`npm run client\`; never edited by hand.
 * Every refusal is a ProblemView under \`default\`. The header Idempotency-Key is optional here because clients make one.
 */
`;

/**
 * TypeScript types of the whole API.
 * @param {object} document
 * @returns {Promise<string>}
 */
export async function typesOf(document) {
  return header + astToString(await openapiTypes(slim(document), { alphabetize: false, emptyObjectsUnknown: true }));
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** The document without what types need not repeat: examples, and the same problem at every status. */
function slim(document) {
  const paths = Object.entries(document.paths).map(([path, item]) => [
    path,
    Object.fromEntries(
      Object.entries(item).map(([key, node]) => [key, methods.includes(key) ? slimOperation(node) : node]),
    ),
  ]);
  return withoutExamples({ ...document, paths: Object.fromEntries(paths) });
}

function slimOperation(operation) {
  const responses = Object.entries(operation.responses).filter(([status]) => Number(status) < 400);
  return {
    ...operation,
    parameters: (operation.parameters ?? []).map((parameter) =>
      parameter.name === 'Idempotency-Key' ? { ...parameter, required: false } : parameter,
    ),
    responses: {
      ...Object.fromEntries(responses),
      default: {
        description: '出错',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemView' } } },
      },
    },
  };
}

/** Examples of a media type or a field; a property that is itself called `example` is a schema, so it stays. */
function withoutExamples(node, isMap = false) {
  if (Array.isArray(node)) return node.map((item) => withoutExamples(item));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => isMap || (key !== 'example' && key !== 'examples'))
      .map(([key, value]) => [key, withoutExamples(value, key === 'properties' && !isMap)]),
  );
}
