import { STATUS_CODES } from 'node:http';
import { exampleOf } from './example-of.mjs';

/** One request of the converter, with our examples, and a test of its status. */
export function itemOf({ name, request, operation }, step, document) {
  const statuses = step.expects ?? successes(operation);
  const body = operation.requestBody?.content['application/json']?.schema;
  return {
    name,
    event: [{ listen: 'test', script: { type: 'text/javascript', exec: testOf(statuses, step.script) } }],
    request: {
      method: request.method,
      header: request.header.map((header) => headerOf(header, operation, step)),
      ...(body && {
        body: {
          mode: 'raw',
          raw: pretty({ ...exampleOf(body, document, operation.operationId), ...step.body }),
          options: { raw: { language: 'json' } },
        },
      }),
      url: urlOf(request.url, operation, step),
      // A public route ignores keys.
      ...(operation.security.length === 0 && { auth: { type: 'noauth' } }),
    },
  };
}

function testOf(statuses, script = []) {
  return [
    `pm.test('the status is ${statuses.join(' or ')}', () => {`,
    `  pm.expect(pm.response.code).to.be.oneOf([${statuses.join(', ')}]);`,
    `});`,
    ...script,
  ];
}

/** Postman replaces `{{$guid}}` with a fresh idempotency key each time it sends. Optional headers are listed, but not sent. */
function headerOf({ key, value, description }, operation, step) {
  const isKey = key.toLowerCase() === 'idempotency-key';
  const isOptional = operation.parameters?.find(({ name }) => name === key)?.required === false;
  return {
    key,
    // The converter would make up another value each time.
    value: isKey ? (step.key ?? '{{$guid}}') : isOptional ? '' : value,
    ...(isOptional && { disabled: true }),
    ...(description && { description: textOf(description) }),
  };
}

function urlOf({ host, path, query, variable }, operation, step) {
  const documented = new Map(operation.parameters?.map((parameter) => [parameter.name, parameter]));
  const exampleFor = (name) => {
    const { example, schema = {} } = documented.get(name) ?? {};
    return String(example ?? schema.example ?? schema.default ?? schema.enum?.[0] ?? '');
  };
  return {
    raw: `${host.join('')}/${path.join('/')}`,
    host,
    path,
    query: query.map(({ key, description }) => ({
      key,
      value: step.query?.[key] ?? exampleFor(key),
      description: textOf(description),
      disabled: step.query?.[key] === undefined && !documented.get(key)?.required,
    })),
    variable: variable.map(({ key, description }) => ({
      key,
      value: step.path?.[key] ?? exampleFor(key),
      description: textOf(description),
    })),
  };
}

/** The successful answers in the document. Each problem has its page. */
export function answersOf({ operation, request: { method, url } }, document) {
  return successes(operation).map((code) => {
    const { description, content } = operation.responses[code];
    const [mediaType, { schema, example } = {}] = Object.entries(content ?? {})[0] ?? [];
    return {
      name: description || STATUS_CODES[code],
      originalRequest: { method, header: [], url: `${url.host.join('')}/${url.path.join('/')}` },
      status: STATUS_CODES[code],
      code,
      _postman_previewlanguage: 'json',
      header: mediaType ? [{ key: 'Content-Type', value: mediaType }] : [],
      body: schema
        ? pretty(example ?? exampleOf(schema, document, `the answer to ${operation.operationId}`))
        : '',
    };
  });
}

function successes({ responses }) {
  return Object.keys(responses).map(Number).filter(isSuccess);
}

function pretty(value) {
  return JSON.stringify(value, null, 2);
}

/** Without a description the converter writes "(Required)". */
function textOf(description) {
  const text = description?.content ?? description;
  return text?.replace(/^\(Required\) $/, '');
}

function isSuccess(status) {
  return status >= 200 && status < 300;
}
