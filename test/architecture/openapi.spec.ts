import { readFileSync, writeFileSync } from 'node:fs';
import { startMarket, type TestMarket } from '../support/market.js';
import { documentOf, operationsOf, type ApiDocument, type ApiOperation } from '../support/openapi.js';

const file = 'apps/api/openapi.json';

describe('openapi.json', () => {
  let market: TestMarket;
  let document: ApiDocument;
  let operations: ApiOperation[];
  beforeAll(async () => {
    market = await startMarket({ env: { MARKET_MODE: 'demo' } }); // the mode in which every route exists
    document = documentOf(market.api);
    operations = operationsOf(document);
  });
  afterAll(() => market.close());

  it('is what the code says: after a change, run "npm run openapi"', () => {
    const text = `${JSON.stringify(document, null, 2)}\n`;
    if (process.env['WRITE_OPENAPI'] === 'yes') writeFileSync(file, text);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(text));
    expect(readFileSync(file, 'utf8') === text).toBe(true);
  });

  it('is served as it is committed', async () => {
    const served = await market.anonymous.get('/openapi.json').expect(200);
    expect(served.body.paths).toEqual(document.paths);
  });

  it('is sound OpenAPI 3.1', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const faults: string[] = [];
    walk(document, '#', (node, place) => {
      const { $ref } = node;
      if (typeof $ref === 'string' && !exists(document, $ref)) faults.push(`${place}: ${$ref} leads nowhere`);
      if ('nullable' in node) faults.push(`${place}: nullable is not of 3.1`);
      for (const key of ['exclusiveMinimum', 'exclusiveMaximum']) {
        if (typeof node[key] === 'boolean') faults.push(`${place}: boolean ${key} is not of 3.1`);
      }
      const { pattern } = node;
      if (typeof pattern === 'string') new RegExp(pattern, 'u');
      const { required, properties } = node;
      if (Array.isArray(required) && typeof properties === 'object' && properties !== null) {
        for (const name of required)
          if (!(String(name) in properties)) faults.push(`${place}: requires unknown ${name}`);
      }
    });
    for (const operation of operations) {
      const named = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const declared = operation.parameters.filter((p) => p.in === 'path').map((p) => p.name);
      if ([...named].sort().join() !== [...declared].sort().join()) {
        faults.push(`${operation.id}: path has {${named.join()}}, declared are ${declared.join()}`);
      }
      const keys = operation.parameters.map((p) => `${p.in} ${p.name.toLowerCase()}`);
      if (new Set(keys).size !== keys.length) faults.push(`${operation.id}: a parameter is declared twice`);
    }
    expect(faults).toEqual([]);
  });

  it('tells of every operation a Chinese summary, a tag, its access, its answers and problems, with examples', () => {
    const faults: string[] = [];
    for (const operation of operations) {
      const fault = (text: string): void => void faults.push(`${operation.method} ${operation.path}: ${text}`);
      if (!/[\u4e00-\u9fff]/.test(operation.summary)) fault('no Chinese summary');
      if (operation.tags.length !== 1 || !/[\u4e00-\u9fff]/.test(operation.tags[0] ?? '')) fault('not one Chinese tag');
      if (!/^[a-z][A-Za-z]*_[a-z][A-Za-z]*$/.test(operation.id)) fault(`operationId ${operation.id}`);
      if (operation.access.length === 0) fault('no access');
      if (operation.body && operation.bodyMedia === 'application/json' && operation.body.example === undefined) {
        fault('no example of its body');
      }
      const statuses = Object.keys(operation.responses);
      for (const status of ['400', '401', '429', '500', '503']) if (!statuses.includes(status)) fault(`no ${status}`);
      if (operation.access !== 'public' && !statuses.includes('403')) fault('no 403');
      for (const [status, response] of Object.entries(operation.responses)) {
        if (status.startsWith('2')) {
          for (const [type, media] of Object.entries(response.content ?? {})) {
            if (type === 'application/json' && media.example === undefined) fault(`no example of ${status}`);
          }
        } else {
          const examples = Object.values(response.content?.['application/problem+json']?.examples ?? {});
          if (examples.length === 0) fault(`${status} is no problem with an example`);
          for (const { $ref } of examples) if (!exists(document, $ref)) fault(`${$ref} is not there`);
        }
      }
    }
    expect(faults).toEqual([]);
    expect(new Set(operations.map((operation) => operation.id)).size).toBe(operations.length);
  });
});

function walk(node: unknown, place: string, visit: (node: Record<string, unknown>, place: string) => void): void {
  if (Array.isArray(node)) node.forEach((item, index) => walk(item, `${place}/${index}`, visit));
  else if (typeof node === 'object' && node !== null) {
    if (/\/(example|examples)$/.test(place) && !/\/properties\/examples?$/.test(place)) return;
    visit(node as Record<string, unknown>, place);
    for (const [key, value] of Object.entries(node)) walk(value, `${place}/${key}`, visit);
  }
}

const exists = (document: unknown, reference: string): boolean =>
  reference
    .split('/')
    .slice(1)
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document) !== undefined;
