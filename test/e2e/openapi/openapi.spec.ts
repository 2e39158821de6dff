import type { Operation, Schema } from '../support/contract.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { exampleOf } from '../support/example-of.js';
import { problemStatuses } from '../support/problem-codes.js';

let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
afterAll(() => service.close());

const writes = [
  '/v1/wallets/{userId}/{asset}/topup',
  '/v1/wallets/{userId}/{asset}/bonus',
  '/v1/wallets/{userId}/{asset}/spend',
  '/v1/wallets/{userId}/{asset}/holds',
  '/v1/wallets/{userId}/purchases',
  '/v1/wallets/{userId}/tasks/{task}/complete',
  '/v1/wallets/{userId}/convert',
  '/v1/wallets/{userId}/operations',
  '/v1/wallets/{userId}/{asset}/adjustments',
];
/** Writes that need what earlier ones did. */
const dependentWrites = [
  '/v1/wallets/{userId}/reversals',
  '/v1/wallets/{userId}/reversals/{transactionId}/reinstate',
  '/v1/wallets/{userId}/{asset}/owed/forgive',
  '/v1/wallets/{userId}/{asset}/holds/{holdId}/capture',
  '/v1/wallets/{userId}/{asset}/holds/{holdId}/void',
];
const administration = [
  'post /v1/items',
  'patch /v1/items/{code}',
  'post /v1/tasks',
  'patch /v1/tasks/{code}',
  'put /v1/conversion-rates/{from}/{to}',
  'delete /v1/conversion-rates/{from}/{to}',
];
/** The other writes, each with a path where its example works, and the status of the answer. */
const orders = [
  { method: 'patch', path: '/v1/users/{userId}', address: '/v1/users/alice', status: 200 },
  { method: 'post', path: '/v1/users', address: '/v1/users', status: 201 },
  { method: 'post', path: '/v1/users/{userId}/freeze', address: '/v1/users/alice/freeze', status: 200 },
  { method: 'post', path: '/v1/users/{userId}/unfreeze', address: '/v1/users/alice/unfreeze', status: 200 },
  { method: 'post', path: '/v1/assets', address: '/v1/assets', status: 201 },
  { method: 'patch', path: '/v1/assets/{code}', address: '/v1/assets/GOLD', status: 200 },
  { method: 'post', path: '/v1/auth/signup', address: '/v1/auth/signup', status: 201 },
  { method: 'post', path: '/v1/auth/login', address: '/v1/auth/login', status: 200 },
];
const reads = [
  '/v1/wallets',
  '/v1/wallets/{userId}',
  '/v1/wallets/{userId}/{asset}',
  '/v1/wallets/{userId}/{asset}/entries',
  '/v1/wallets/{userId}/{asset}/statement',
  '/v1/transactions/{id}',
  '/v1/transactions',
  '/v1/payments/{provider}/{id}',
  '/v1/wallets/{userId}/{asset}/holds',
  '/v1/wallets/{userId}/{asset}/holds/{holdId}',
  '/v1/users',
  '/v1/users/{userId}',
  '/v1/users/{userId}/freezes',
  '/v1/assets',
  '/v1/changes',
  '/v1/items',
  '/v1/items/{code}',
  '/v1/tasks',
  '/v1/tasks/{code}',
  '/v1/conversion-rates',
  '/v1/system-accounts',
  '/v1/ledger/verification',
  '/v1/ledger/verification/progress',
  '/v1/wallets/{userId}/{asset}/verification',
  '/v1/transactions/{id}/proof',
  '/v1/economy',
  '/v1/economy/{asset}/days',
  '/v1/economy/{asset}/holders',
  '/health/live',
  '/health/ready',
];

function operation(method: string, path: string): Operation {
  const found = service.contract.document.paths[path]?.[method];
  if (!found) throw new Error(`${method} ${path} is not documented`);
  return found;
}

function operations(): Operation[] {
  return Object.values(service.contract.document.paths).flatMap((methods) => Object.values(methods));
}

/** Every answer of every operation that has a body, with its media type. */
function answers() {
  return operations().flatMap((each) =>
    Object.keys(each.responses).flatMap((status) => {
      const { content = {} } = service.contract.responseOf(each, status)!;
      return Object.entries(content).map(([mediaType, media]) => ({
        name: `${each.operationId} ${status}`,
        status,
        mediaType,
        ...media,
      }));
    }),
  );
}

it('is served as OpenAPI 3.1, in JSON and in YAML', async () => {
  const json = await service.client.get('/openapi.json');
  expect(json.headers['content-type']).toMatch(/^application\/json/);
  const { openapi, info } = service.contract.document;
  expect(openapi).toMatch(/^3\.1\.\d+$/);
  expect(info).toMatchObject({
    title: expect.stringMatching(/\w/) as string,
    version: expect.any(String) as string,
  });
  const yaml = await service.client.get('/openapi.yaml');
  expect(yaml.text).toMatch(/^openapi: 3\.1\.\d+$/m);
});

it('documents exactly the existing routes', () => {
  const documented = Object.entries(service.contract.document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  const expected = [
    ...[...writes, ...dependentWrites].map((path) => `post ${path}`),
    ...orders.map(({ method, path }) => `${method} ${path}`),
    ...administration,
    ...reads.map((path) => `get ${path}`),
  ];
  expect(documented.sort()).toEqual(expected.sort());
});

it('gives each operation a verb as id, a described tag, a security requirement, a summary and its path parameters', () => {
  const ids = operations().map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  const described = service.contract.document.tags.map(({ name }) => name);
  for (const { operationId, tags, security } of operations()) {
    expect(operationId).toMatch(
      /^(add|adjust|authorise|capture|carry|change|complete|convert|create|forgive|freeze|get|grant|list|log|purchase|register|reinstate|remove|reverse|set|sign|spend|top|unfreeze|verify|void)([A-Z]|$)/,
    );
    expect(described).toEqual(expect.arrayContaining(tags));
    expect(security).toBeDefined();
  }
  for (const [path, methods] of Object.entries(service.contract.document.paths)) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const { summary, parameters = [] } of Object.values(methods)) {
      expect(summary).toMatch(/\w/);
      const required = parameters.filter((parameter) => parameter.in === 'path' && parameter.required);
      expect(required.map(({ name }) => name)).toEqual(inPath);
    }
  }
});

it('has schemas that are valid in JSON Schema 2020-12, with every reference resolved', () => {
  const { schemas } = service.contract.document.components;
  for (const name of Object.keys(schemas)) {
    expect(() =>
      service.contract.schemaFault({ $ref: `#/components/schemas/${name}` }, undefined),
    ).not.toThrow();
  }
  for (const { schema } of answers()) {
    expect(() => service.contract.schemaFault(schema, undefined)).not.toThrow();
  }
  // These exist in OpenAPI 3.0, not in 3.1.
  expect(JSON.stringify(service.contract.document)).not.toMatch(
    /"nullable"|"exclusiveM(in|ax)imum":(true|false)/,
  );
});

it('has another example key for each operation', () => {
  const keys = writes.map((path) =>
    operation('post', path).parameters?.find(({ name }) => name === 'Idempotency-Key'),
  );
  const examples = keys.map((key) => key?.example ?? key?.schema['example']);
  expect(examples).not.toContain(undefined);
  expect(new Set(examples).size).toBe(writes.length);
});

it.each([...writes, ...dependentWrites])('requires the Idempotency-Key of POST %s', (path) => {
  expect(operation('post', path).parameters).toContainEqual(
    expect.objectContaining({ name: 'Idempotency-Key', in: 'header', required: true }),
  );
});

it.each(writes)('has an example body of POST %s that works as it is', async (path) => {
  const schema = operation('post', path).requestBody?.content['application/json']?.schema;
  const body = exampleOf(schema!, service.contract.document) as Record<string, unknown>;
  // The example of a top-up has credited the same payment.
  if (path.endsWith('/operations')) body['payment'] = { ...(body['payment'] as object), id: 'another' };
  const answer = await service.client.post(
    path.replace('{userId}', 'alice').replace('{asset}', 'GOLD').replace('{task}', 'tutorial'),
    body,
  );
  expect(answer.status).toBe(201);
  const { reference, description, metadata } = body;
  expect(answer.json).toMatchObject({ reference, description, metadata });
});

it('has example bodies of writes that work after a top-up', async () => {
  const bodyOf = (path: string) => {
    const schema = operation('post', path).requestBody?.content['application/json']?.schema;
    return exampleOf(schema!, service.contract.document) as Record<string, unknown>;
  };
  const [reversals = '', reinstate = '', forgive = '', capture = '', voidHold = ''] = dependentWrites;
  const post = (path: string, body: object) => service.client.post(path.replace('{userId}', 'dan'), body);
  const topUp = await service.client.post('/v1/wallets/dan/GOLD/topup', { amount: 300 });
  await service.client.post('/v1/wallets/dan/GOLD/spend', { amount: 300 });
  const reversed = await post(reversals, {
    ...bodyOf(reversals),
    ...{ payment: undefined, operation: undefined, upTo: undefined },
    transactionId: topUp.json.id as string,
    amount: 200,
  });
  expect(reversed.status).toBe(201);
  expect((await post(forgive.replace('{asset}', 'GOLD'), bodyOf(forgive))).status).toBe(201);
  const path = reinstate.replace('{transactionId}', reversed.json.id as string);
  expect((await post(path, bodyOf(reinstate))).status).toBe(201);

  await service.client.post('/v1/wallets/dan/GOLD/topup', { amount: 300 });
  for (const end of [capture, voidHold]) {
    const { json } = await service.client.post('/v1/wallets/dan/GOLD/holds', { amount: 50 });
    const onHold = end.replace('{asset}', 'GOLD').replace('{holdId}', json.id as string);
    expect((await post(onHold, bodyOf(end))).status).toBe(201);
  }
});

it.each(orders)('has an example body of $method $path that works as it is', async (order) => {
  const { method, path, address, status } = order;
  const schema = operation(method, path).requestBody?.content['application/json']?.schema;
  const body = exampleOf(schema!, service.contract.document);
  const answer = await service.client.send({
    method: method.toUpperCase(),
    path: address,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(status);
});
it.each(administration.filter((operation) => !operation.startsWith('delete')))(
  'has an example body of %s that works as it is',
  async (name) => {
    const [method = '', path = ''] = name.split(' ');
    const schema = operation(method, path).requestBody?.content['application/json']?.schema;
    const body = exampleOf(schema!, service.contract.document);
    const code = path.startsWith('/v1/items') ? 'iron-sword' : 'tutorial';
    const answer = await service.client.send({
      method: method.toUpperCase(),
      path: path.replace('{code}', code).replace('{from}', 'SILVER').replace('{to}', 'GOLD'),
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(method === 'post' ? 201 : 200);
    expect(answer.json).toMatchObject(body as object);
  },
);

it('has an example of every answer, which is one that the route could give', () => {
  for (const { name, mediaType, schema, example } of answers()) {
    if (mediaType === 'application/problem+json') continue;
    const assembled = mediaType === 'application/json' && example === undefined;
    const shown = assembled ? exampleOf(schema, service.contract.document) : example;
    const fault = service.contract.schemaFault(schema, shown);
    expect(`${name}: ${String(fault)}`).toBe(`${name}: undefined`);
  }
});

it('has an example of every problem of an answer, with the status and the members of its code', () => {
  const { examples: shared } = service.contract.document.components;
  for (const { name, status, mediaType, schema, examples = {} } of answers()) {
    if (mediaType !== 'application/problem+json') continue;
    expect(Object.keys(examples)).not.toEqual([]);
    for (const code of Object.keys(examples)) {
      const value = shared[code]?.value;
      expect(value).toMatchObject({ code, type: `/problems/${code}` });
      if (status !== 'default') expect(value).toMatchObject({ status: Number(status) });
      expect(`${name}: ${String(service.contract.schemaFault(schema, value))}`).toBe(`${name}: undefined`);
    }
  }
});

it('refers to a named schema from every answer, and discriminates several problems by their code', () => {
  for (const { name, mediaType, schema, examples = {} } of answers()) {
    if (mediaType !== 'application/json' && mediaType !== 'application/problem+json') continue;
    if ('$ref' in schema) continue;
    const { oneOf, discriminator, ...others } = schema as {
      oneOf: { $ref: string }[];
      discriminator: object;
    };
    expect({ name, others }).toEqual({ name, others: {} });
    const references = oneOf.map(({ $ref }) => $ref);
    const mapping = Object.fromEntries(Object.keys(examples).map((code, index) => [code, references[index]]));
    expect(discriminator).toEqual({ propertyName: 'code', mapping });
  }
});

it('has a schema for every problem code, with its status', () => {
  const problems = Object.values(service.contract.document.components.schemas)
    .map(({ properties }) => properties as Record<string, Schema> | undefined)
    .filter((properties) => properties?.['code']?.['const'] !== undefined)
    .map((properties) => [properties!['code']!['const'], properties!['status']!['const']]);
  expect(Object.fromEntries(problems)).toEqual(problemStatuses);
  const shown = new Set(answers().flatMap(({ examples = {} }) => Object.keys(examples)));
  expect([...shown].sort()).toEqual(Object.keys(problemStatuses).sort());
});

it('marks as retryable the problems that a program can retry without a change', () => {
  const { schemas } = service.contract.document.components;
  const retryable = Object.keys(schemas).filter((name) => schemas[name]!['x-retryable']);
  expect(retryable.sort()).toEqual([
    'DatabaseDiskFullProblem',
    'DatabaseReadOnlyProblem',
    'DatabaseStartingUpProblem',
    'DatabaseUnavailableProblem',
    'IdentityProviderUnavailableProblem',
    'InternalProblem',
    'OutcomeUnknownProblem',
    'OverloadedProblem',
    'RateLimitedProblem',
    'RequestTimeoutProblem',
  ]);
});

it('has no integer that generators read as bigint', () => {
  expect(JSON.stringify(service.contract.document)).not.toContain('int64');
});

it('leaves the types of transactions open', () => {
  const { TransactionAnswer } = service.contract.document.components.schemas;
  const { type } = TransactionAnswer!['properties'] as { type: Schema };
  expect(type).toMatchObject({
    type: 'string',
    'x-extensible-enum': expect.arrayContaining(['spend']) as string[],
  });
  expect(type).not.toHaveProperty('enum');
});
