import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Answer, RawRequest } from '../../support/wallet-client.js';

export type Schema = Record<string, unknown>;

interface Media {
  schema: Schema;
  example?: unknown;
  examples?: Record<string, Reference>;
}

interface Reference {
  $ref: string;
}

export interface Response {
  description: string;
  headers?: object;
  content?: Record<string, Media>;
}

export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  example?: unknown;
  schema: Schema;
}

export interface Operation {
  operationId: string;
  tags: string[];
  summary?: string;
  /** The accepted credentials; empty for public routes. */
  security?: unknown[];
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, Media> };
  responses: Record<string, Response | Reference>;
}

/** The parts of an OpenAPI document that the tests read. */
export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string };
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, Schema>;
    responses: Record<string, Response>;
    examples: Record<string, { value: unknown }>;
  };
}

/** The problems of a request whose head could not be read. */
const headlessCodes = new Set(['bad-request', 'request-timeout', 'headers-too-large']);

const formats = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  // Every timestamp of this API is in UTC, to the millisecond.
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  password: true,
} as const;

/** Checks answers against the OpenAPI document: status, media type and shape. Members that it does not list are faults. */
export class Contract {
  private readonly ajv = new Ajv2020({ strict: false, formats });
  private readonly validators = new Map<Schema, ValidateFunction>();

  constructor(readonly document: OpenApiDocument) {}

  /** Throws unless the document allows this answer to this request. */
  check(request: RawRequest, answer: Answer): void {
    // Not by `URL`, which would normalise the path; the service does not.
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

  /** The fault of a value as an instance of a schema of the document; `undefined` if it has none. */
  schemaFault(schema: Schema, value: unknown): string | undefined {
    const validate = this.validatorOf(schema);
    return validate(value) ? undefined : this.ajv.errorsText(validate.errors);
  }

  private answerFault(
    operation: Operation,
    answer: Answer,
    { mediaType, names, body }: { mediaType: string; names: readonly string[]; body: RawRequest['body'] },
  ): string | undefined {
    const response = this.responseOf(operation, answer.status);
    if (response && !response.content) {
      return answer.text === '' ? undefined : 'there is a body where none is documented';
    }
    const schema = response?.content?.[mediaType]?.schema;
    if (!schema) return `an answer of ${mediaType} with status ${answer.status} is not documented`;
    const documented = new Set(operation.parameters?.map(({ name }) => name));
    const unknown = names.find((name) => !documented.has(name));
    // Public pages ignore unknown parameters: probes and browsers add some.
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
    const code = String(problem['code']);
    const schema = operation
      ? this.problemSchemaOf(operation, { status: answer.status, code })
      : this.schemaOfCode(code);
    if (!schema) return `the problem ${code} with status ${answer.status} is not documented`;
    // If the head of a request could not be read, its path is unknown.
    const isHeadless = problem['instance'] === '' && headlessCodes.has(code);
    const instance = path.split('?')[0] ?? '';
    const expected = {
      status: answer.status,
      requestId: answer.headers['x-request-id'],
      instance: isHeadless ? '' : instance.length <= 512 ? instance : `${instance.slice(0, 511)}…`,
    };
    for (const [name, value] of Object.entries(expected)) {
      if (problem[name] !== value) return `${name} is ${String(problem[name])}, not ${String(value)}`;
    }
    return this.schemaFault(schema, problem);
  }

  /** The response of an operation for a status; `undefined` if it documents none. */
  responseOf({ responses }: Operation, status: number | string): Response | undefined {
    const response = responses[status];
    if (!response || !('$ref' in response)) return response;
    return this.document.components.responses[response.$ref.split('/').at(-1) ?? ''];
  }

  /** The schema of a code, if the operation documents the code under this status or by default. */
  private problemSchemaOf(
    operation: Operation,
    { status, code }: { status: number; code: string },
  ): Schema | undefined {
    const isDocumented = [status, 'default'].some((each) => {
      const content = this.responseOf(operation, each)?.content;
      return content?.['application/problem+json']?.examples?.[code];
    });
    return isDocumented ? this.schemaOfCode(code) : undefined;
  }

  private schemaOfCode(code: string): Schema | undefined {
    return Object.values(this.document.components.schemas).find(
      ({ properties }) => (properties as { code?: Schema } | undefined)?.code?.['const'] === code,
    );
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

/** The same schema, except that its objects allow only the documented members. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map((element) => closed(element));
  if (typeof node !== 'object' || node === null) return node;
  const members = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
  const open = !('properties' in members) || 'additionalProperties' in members;
  return open ? members : { ...members, additionalProperties: false };
}
