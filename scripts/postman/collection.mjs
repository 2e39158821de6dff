// Turns an OpenAPI document into a Postman collection, deterministically.
import { createHash } from 'node:crypto';
import converter from 'openapi-to-postmanv2';
import { examples, story } from './examples.mjs';
import { answersOf, itemOf } from './request.mjs';

const options = {
  folderStrategy: 'Tags',
  requestNameSource: 'Fallback',
  parametersResolution: 'Example',
  enableOptionalParameters: false,
  alwaysInheritAuthentication: true,
  includeAuthInfoInExample: false,
};

/** The collection: the story first, then every operation of the document in a folder per tag. */
export async function collectionOf(document) {
  const converted = await convert(document);
  const operations = operationsOf(document);
  const folders = converted.item.map(({ name, item }) => ({
    name,
    requests: item.map((request) => ({ ...request, operation: operationOf(request, operations) })),
  }));
  const byId = new Map(
    folders.flatMap(({ requests }) => requests).map((request) => [request.operation.operationId, request]),
  );
  for (const operationId of [...Object.keys(examples), ...story.steps.map(({ operation }) => operation)]) {
    if (!byId.has(operationId))
      throw new Error(`${operationId} is in scripts/postman/examples.mjs, but not in the document`);
  }
  return {
    info: {
      name: converted.info.name,
      _postman_id: idOf(converted.info.name),
      description: converted.info.description.content,
      schema: converted.info.schema,
    },
    auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{apiKey}}', type: 'string' }] },
    item: [
      {
        name: story.name,
        item: story.steps.map((step) =>
          itemOf({ ...byId.get(step.operation), name: step.name }, step, document),
        ),
      },
      ...folders.map(({ name, requests }) => ({
        name,
        item: requests.map((request) => ({
          ...itemOf(request, examples[request.operation.operationId] ?? {}, document),
          response: answersOf(request, document),
        })),
      })),
    ],
  };
}

/** The address and the key of the demonstration. */
export const environment = {
  id: idOf('demo'),
  name: 'Internal wallet service (demo)',
  values: [
    { key: 'baseUrl', value: 'http://localhost:3000', type: 'default', enabled: true },
    { key: 'apiKey', value: 'demo-admin-key', type: 'secret', enabled: true },
  ],
  _postman_variable_scope: 'environment',
};

function convert(document) {
  return new Promise((resolve, reject) => {
    // The converter modifies its input.
    const input = { type: 'json', data: structuredClone(document) };
    converter.convertV2(input, options, (error, { result, reason, output } = {}) => {
      if (error || !result) reject(error ?? new Error(reason));
      else resolve(JSON.parse(JSON.stringify(output[0].data)));
    });
  });
}

function operationsOf({ paths }) {
  return new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [
        `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
        operation,
      ]),
    ),
  );
}

function operationOf({ request }, operations) {
  const address = `${request.method} /${request.url.path.join('/')}`;
  const operation = operations.get(address);
  if (!operation) throw new Error(`${address} is in the collection, but not in the document`);
  return operation;
}

/** Postman identifies a collection by its id, which must not change from one generation to the next. */
function idOf(name) {
  const hex = createHash('sha256').update(name).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
