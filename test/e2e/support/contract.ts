import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Answer, RawRequest } from '../../support/wallet-client.js';

export type Schema = Record<string, unknown>;

interface Media {
  schema: Schema;
  example?: unknown;
  examples?: Record<string, { value: unknown }>;
}

export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: Schema;
}

export interface Operation {
  operationId: string;
  summary?: string;
  /** The accepted credentials; empty for public routes. */
  security?: unknown[];
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, Media> };
  responses: Record<string, { content?: Record<string, Media> }>;
}

/** The part of an OpenAPI document that the tests read. */
export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** Problems that any request can meet, whatever the route; no operation lists them. */
const codesOfEveryRoute = new Set(['bad-request', 'request-timeout', 'headers-too-large', 'route-not-found']);

const formats = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  // Every timestamp of this API is in UTC, to the millisecond.
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  password: true,
} as const;

/** Checks answers against the OpenAPI document: status, media type and schema, without undocumented members. */
export class Contract {
  private readonly ajv = new Ajv2020({ strict: false, formats });
  private readonly validators = new Map<Schema, ValidateFunction>();

  constructor(readonly document: OpenApiDocument) {}

  /** Throws unless the document allows this answer to this request. */
  check(request: RawRequest, answer: Answer): void {
    // Not with `URL`, which normalises the path; the service does not.
    const [path = '', ...query] = request.path.split('?');
    const names = [...new URLSearchParams(query.join('?')).keys()];
    const operation = this.operationOf(request.method ?? 'GET', path);
    const [mediaType = ''] = String(answer.headers['content-type']).split(';');
    const fault =
      mediaType === 'application/problem+json'
        ? this.problemFault(request, operation, answer)
        : operation && this.answerFault(operation, answer, { mediaType, names, body: request.body });
    if (fault) {
      throw new Error(
        `${request.method ?? 'GET'} ${request.path} broke the contract: ${fault}\n${answer.status} ${answer.text}`,
      );
    }
  }

  /** Why a value violates a schema of the document, or `undefined`. */
  schemaFault(schema: Schema, value: unknown): string | undefined {
    const validate = this.validatorOf(schema);
    return validate(value) ? undefined : this.ajv.errorsText(validate.errors);
  }

  private answerFault(
    operation: Operation,
    answer: Answer,
    { mediaType, names, body }: { mediaType: string; names: readonly string[]; body: RawRequest['body'] },
  ): string | undefined {
    const response = operation.responses[answer.status];
    if (response && !response.content) {
      return answer.text === '' ? undefined : 'there is a body where none is documented';
    }
    const schema = response?.content?.[mediaType]?.schema;
    if (!schema) return `an answer of ${mediaType} with status ${answer.status} is not documented`;
    const documented = new Set(operation.parameters?.map(({ name }) => name));
    const unknown = names.find((name) => !documented.has(name));
    // Public pages ignore unknown query parameters, which probes and browsers add.
    if (unknown !== undefined && operation.security?.length)
      return `the parameter ${unknown} was accepted, but is not documented`;
    const bodySchema = operation.requestBody?.content['application/json']?.schema;
    const mayBeMissing = operation.requestBody?.required === false && !body;
    const bodyFault =
      bodySchema && !mayBeMissing && this.schemaFault(bodySchema, JSON.parse(body ? String(body) : 'null'));
    if (bodyFault) return `the body was accepted, but is not as documented: ${bodyFault}`;
    return this.schemaFault(schema, mediaType === 'application/json' ? answer.json : answer.text);
  }

  private problemFault(
    { path }: RawRequest,
    operation: Operation | undefined,
    answer: Answer,
  ): string | undefined {
    const problem = answer.json as Record<string, unknown>;
    const content = operation?.responses[answer.status]?.content?.['application/problem+json'];
    const code = String(problem['code']);
    if (operation && !codesOfEveryRoute.has(code) && !content?.examples?.[code]) {
      return `the problem ${code} with status ${answer.status} is not documented`;
    }
    // A request with an unreadable head has no known route.
    const isHeadless = problem['instance'] === '' && codesOfEveryRoute.has(code);
    const instance = path.split('?')[0] ?? '';
    const expected = {
      status: answer.status,
      requestId: answer.headers['x-request-id'],
      instance: isHeadless ? '' : instance.length <= 512 ? instance : `${instance.slice(0, 511)}…`,
    };
    for (const [name, value] of Object.entries(expected)) {
      if (problem[name] !== value) return `${name} is ${String(problem[name])}, not ${String(value)}`;
    }
    return this.schemaFault({ $ref: '#/components/schemas/ProblemAnswer' }, problem);
  }

  /** The matching template with the fewest parameters: `/wallets/{userId}/convert` is not an asset. */
  operationOf(method: string, path: string): Operation | undefined {
    const [closest] = Object.entries(this.document.paths)
      .filter(([template]) => new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path))
      .sort(([one], [other]) => one.split('{').length - other.split('{').length)
      .map(([, operations]) => operations[method.toLowerCase()])
      .filter((operation) => operation !== undefined);
    return closest;
  }

  private validatorOf(schema: Schema): ValidateFunction {
    const known = this.validators.get(schema);
    if (known) return known;
    // `#/components/…` resolves against the root of the compiled schema.
    const validate = this.ajv.compile(closed({ ...schema, components: this.document.components }) as Schema);
    this.validators.set(schema, validate);
    return validate;
  }
}

/** The same schema without undocumented members; only problems may have more. */
function closed(node: unknown, name = ''): unknown {
  if (Array.isArray(node)) return node.map((element) => closed(element));
  if (typeof node !== 'object' || node === null) return node;
  const members = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value, key)]));
  const open = !('properties' in members) || 'additionalProperties' in members || name === 'ProblemAnswer';
  return open ? members : { ...members, additionalProperties: false };
}
