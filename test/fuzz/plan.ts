import fc from 'fast-check';
import type { OpenApiDocument, Operation, Parameter, Schema } from '../e2e/support/contract.js';
import { oddName, oddText, oddValue, textDamages } from './odd-values.js';
import { SchemaValues } from './schema-values.js';

/** A request before it is sent. It contains no id from a run, so a seed reproduces the same plans. */
export interface Plan {
  method: string;
  /** As documented, with its parameters in braces. */
  template: string;
  /** By `in` and name: the required ones and some optional ones. */
  parameters: Record<string, Planned>;
  body?: unknown;
  /** The faults of the request; none if it is valid. */
  damages: Damage[];
}

/**
 * A value of the documented schema, the n-th value of this name from earlier answers, or a fresh one each time it is sent.
 */
export type Planned = { value: unknown } | { seen: number } | { fresh: true };

export type Damage =
  | { what: 'parameter'; at: number; text: string }
  | { what: 'no parameter'; at: number }
  | { what: 'twice'; at: number }
  | { what: 'query'; name: string; text: string }
  | { what: 'member'; at: number; value: unknown }
  | { what: 'no member'; at: number }
  | { what: 'more members'; name: string; value: unknown }
  | { what: 'body'; value: unknown }
  | { what: 'text'; how: string }
  | { what: 'header'; name: string; value: string }
  | { what: 'no header'; name: string }
  | { what: 'path'; text: string }
  | { what: 'method'; method: string };

const position = fc.nat({ max: 7 });
const kind = <What extends Damage['what']>(
  what: What,
  members: { [Name in Exclude<keyof Extract<Damage, { what: What }>, 'what'>]: fc.Arbitrary<unknown> },
) => fc.record({ what: fc.constant(what), ...members }) as unknown as fc.Arbitrary<Damage>;

const headerDamage = fc
  .constantFrom(
    ['content-type', 'text/plain'],
    ['content-type', 'application/json; charset=utf-16'],
    ['content-type', 'application/x-www-form-urlencoded'],
    ['content-type', ';;;'],
    ['content-encoding', 'gzip'],
    ['authorization', ''],
    ['authorization', 'Bearer wk_unknown'],
    ['authorization', 'Basic YTpi'],
    ['authorization', 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9.'],
    ['authorization', 'Bearer demo-game-key'],
    ['idempotency-key', ''],
    ['idempotency-key', '"'],
    ['idempotency-key', 'k'.repeat(256)],
    ['idempotency-key', 'schl\u00fcssel'],
    ['idempotency-key', 'a, b'],
    ['x-request-id', 'a b'],
    ['x-request-id', 'x'.repeat(500)],
    ['accept', 'image/png'],
    ['expect', '100-continue'],
    ['range', 'bytes=0-1'],
    ['if-none-match', '*'],
    ['origin', 'https://elsewhere.example'],
    ['x-http-method-override', 'DELETE'],
    ['x-padding', 'x'.repeat(20_000)],
  )
  .map(([name = '', value = '']): Damage => ({ what: 'header', name, value }));

const damage: fc.Arbitrary<Damage> = fc.oneof(
  { weight: 6, arbitrary: kind('parameter', { at: position, text: oddText }) },
  { weight: 2, arbitrary: kind('no parameter', { at: position }) },
  { weight: 2, arbitrary: kind('twice', { at: position }) },
  { weight: 2, arbitrary: kind('query', { name: oddName, text: oddText }) },
  { weight: 6, arbitrary: kind('member', { at: position, value: oddValue }) },
  { weight: 2, arbitrary: kind('no member', { at: position }) },
  { weight: 3, arbitrary: kind('more members', { name: oddName, value: oddValue }) },
  { weight: 2, arbitrary: kind('body', { value: oddValue }) },
  { weight: 4, arbitrary: kind('text', { how: fc.constantFrom(...Object.keys(textDamages)) }) },
  { weight: 4, arbitrary: headerDamage },
  {
    weight: 1,
    arbitrary: kind('no header', {
      name: fc.constantFrom('authorization', 'content-type', 'idempotency-key'),
    }),
  },
  {
    weight: 2,
    arbitrary: kind('path', {
      text: fc.constantFrom(
        '/',
        '//',
        '/.',
        '/..',
        '%2e%2e',
        '%00',
        '%',
        '%ff',
        '%C3%28',
        ';a=b',
        '#',
        '\\',
        '/../admin',
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: kind('method', {
      method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'),
    }),
  },
);

/** All operations, those with a body three times as often; half of the requests are valid. */
export function plans(document: OpenApiDocument): fc.Arbitrary<Plan> {
  const values = new SchemaValues(document);
  const ofOperations = Object.entries(document.paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      weight: operation.requestBody ? 3 : 1,
      arbitrary: planOf(method, template, operation, values),
    })),
  );
  return fc.oneof(...ofOperations);
}

function planOf(
  method: string,
  template: string,
  operation: Operation,
  values: SchemaValues,
): fc.Arbitrary<Plan> {
  const parameters = (operation.parameters ?? []).map(
    (parameter) => [`${parameter.in} ${parameter.name}`, valuesOf(parameter, values)] as const,
  );
  const required = (operation.parameters ?? [])
    .filter((parameter) => parameter.required)
    .map((parameter) => `${parameter.in} ${parameter.name}`);
  const schema: Schema | undefined = operation.requestBody?.content['application/json']?.schema;
  return fc.record({
    method: fc.constant(method.toUpperCase()),
    template: fc.constant(template),
    parameters: fc.record(Object.fromEntries(parameters), { requiredKeys: required }),
    ...(schema && { body: values.of(schema) }),
    damages: fc.oneof(fc.constant([]), fc.array(damage, { minLength: 1, maxLength: 2 })),
  }) as fc.Arbitrary<Plan>;
}

function valuesOf({ name, schema }: Parameter, values: SchemaValues): fc.Arbitrary<Planned> {
  const value = values.of(schema).map((value) => ({ value }));
  const seen = fc.nat({ max: 50 }).map((seen) => ({ seen }));
  // A fresh key for each request, even while shrinking; some are reused, to be rejected or replayed.
  if (name === 'Idempotency-Key') {
    return fc.oneof(
      { weight: 8, arbitrary: fc.constant({ fresh: true as const }) },
      { weight: 1, arbitrary: value },
    );
  }
  return fc.oneof({ weight: 2, arbitrary: value }, { weight: 1, arbitrary: seen });
}
