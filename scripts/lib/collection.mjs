import { createHash } from 'node:crypto';

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/**
 * The API as a Postman collection (format 2.1.0), which Apifox imports too: a folder a tag, an example body for every
 * request, the address, key and token as variables. Idempotency keys are made anew by Postman at each call.
 * @param {object} document
 * @returns {string}
 */
export function collectionOf(document) {
  const folders = new Map();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = item[method];
      if (!operation) continue;
      const tag = operation.tags?.[0] ?? '其他';
      folders.set(tag, [...(folders.get(tag) ?? []), requestOf(path, method, operation)]);
    }
  }
  const collection = {
    info: {
      _postman_id: idOf(document.info.title),
      name: document.info.title,
      description: `${document.info.description}\n\n变量：baseUrl 为服务地址，apiKey 为 API 密钥；用账号登录时改填 token。`,
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    auth: { type: 'apikey', apikey: [pair('key', 'X-API-Key'), pair('value', '{{apiKey}}'), pair('in', 'header')] },
    variable: [
      { key: 'baseUrl', value: 'http://127.0.0.1:3000' },
      { key: 'apiKey', value: '' },
      { key: 'token', value: '' },
    ],
    item: [...folders].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, item]) => ({ name, item })),
  };
  return `${JSON.stringify(collection, null, 1)}\n`;
}

function requestOf(path, method, operation) {
  const parameters = operation.parameters ?? [];
  const [media, body] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  return {
    name: operation.summary,
    request: {
      method: method.toUpperCase(),
      ...(operation.description !== undefined && { description: operation.description }),
      ...authOf(operation),
      header: [
        ...(media === undefined ? [] : [{ key: 'Content-Type', value: media }]),
        ...parameters.filter((parameter) => parameter.in === 'header').map(headerOf),
      ],
      url: urlOf(path, parameters),
      ...(body !== undefined && { body: bodyOf(media, body) }),
    },
  };
}

/** What needs no key says so; what keys may not call asks for the token of a session. */
function authOf(operation) {
  if (operation['x-access'] === 'public') return { auth: { type: 'noauth' } };
  if (operation['x-scope'] !== undefined) return {};
  return { auth: { type: 'bearer', bearer: [pair('token', '{{token}}')] } };
}

const pair = (key, value) => ({ key, value, type: 'string' });

const headerOf = ({ name, example, schema, description }) => ({
  key: name,
  value: name === 'Idempotency-Key' ? '{{$guid}}' : String(example ?? schema?.example ?? ''),
  description,
});

function urlOf(path, parameters) {
  const segments = path
    .slice(1)
    .split('/')
    .map((segment) => segment.replace(/^\{(.+)\}$/, ':$1'));
  const query = parameters
    .filter((parameter) => parameter.in === 'query')
    .map((parameter) => ({
      key: parameter.name,
      value: String(parameter.example ?? parameter.schema?.example ?? parameter.schema?.default ?? ''),
      description: parameter.description ?? '',
      disabled: !parameter.required,
    }));
  const variable = parameters
    .filter((parameter) => parameter.in === 'path')
    .map((parameter) => ({
      key: parameter.name,
      value: String(parameter.example ?? parameter.schema?.example ?? ''),
      description: parameter.description ?? '',
    }));
  return {
    raw: `{{baseUrl}}/${segments.join('/')}`,
    host: ['{{baseUrl}}'],
    path: segments,
    ...(query.length > 0 && { query }),
    ...(variable.length > 0 && { variable }),
  };
}

const bodyOf = (media, { example }) =>
  media === 'application/json'
    ? { mode: 'raw', raw: JSON.stringify(example ?? {}, null, 2), options: { raw: { language: 'json' } } }
    : { mode: 'file', file: {} };

/** The same id for the same API, so that an import replaces the collection in place of adding a second. */
function idOf(name) {
  const hash = createHash('sha256').update(name).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `4${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
